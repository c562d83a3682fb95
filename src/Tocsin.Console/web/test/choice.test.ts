import assert from "node:assert/strict";
import { test } from "node:test";
import { between, chosen, nextAfter, nextReason } from "../islands/acts/choice";

const rows = ["a", "b", "c", "d"];

test("acts on what is ticked, else on the row under the hand", () => {
  assert.deepEqual(chosen(["b", "c"], "a"), ["b", "c"]);
  assert.deepEqual(chosen([], "a"), ["a"]);
  assert.deepEqual(chosen([], null), []);
});

test("the hand goes on to the row below the one that leaves", () => {
  assert.equal(nextAfter(rows, new Set(["b"]), "b"), "c");
  assert.equal(nextAfter(rows, new Set(["b", "c"]), "b"), "d");
});

test("at the end it goes to the last row that stays", () => {
  assert.equal(nextAfter(rows, new Set(["d"]), "d"), "c");
  assert.equal(nextAfter(rows, new Set(["c", "d"]), "d"), "b");
});

test("it stays when its own row stays", () => assert.equal(nextAfter(rows, new Set(["a", "d"]), "b"), "b"));

test("it goes nowhere when all leave", () => assert.equal(nextAfter(rows, new Set(rows), "b"), null));

test("it begins at the top when it was nowhere", () => assert.equal(nextAfter(rows, new Set(["a"]), null), "b"));

test("shift chooses all between, whichever way", () => {
  assert.deepEqual(between(rows, "b", "d"), ["b", "c", "d"]);
  assert.deepEqual(between(rows, "d", "b"), ["b", "c", "d"]);
  assert.deepEqual(between(rows, null, "b"), ["b"]);
  assert.deepEqual(between(rows, "gone", "b"), ["b"]);
  assert.deepEqual(between(rows, "a", "gone"), []);
});

test("arrow down goes round the recent reasons, and leaves one's own words alone", () => {
  assert.equal(nextReason(["one", "two"], ""), "one");
  assert.equal(nextReason(["one", "two"], "one"), "two");
  assert.equal(nextReason(["one", "two"], "two"), "one");
  assert.equal(nextReason(["one", "two"], "mine"), null);
  assert.equal(nextReason([], ""), null);
});
