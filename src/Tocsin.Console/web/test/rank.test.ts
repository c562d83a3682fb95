import assert from "node:assert/strict";
import { test } from "node:test";
import { rank, ranked } from "../frame/rank";

test("what starts with the words comes before what merely holds them", () => {
  const items = ["Undecided", "Dark colours", "Decide", "Go to detectors"];
  assert.deepEqual(ranked("dec", items, (item) => item), ["Decide", "Undecided", "Go to detectors"]);
  assert.deepEqual(ranked("dc", items, (item) => item)[0], "Dark colours");
});

test("several words may be begun", () => {
  assert.ok(rank("da co", "Dark colours") > rank("da co", "A stray dot"));
  assert.equal(rank("xyz", "Dark colours"), 0);
});

test("nothing typed keeps the order", () => {
  assert.deepEqual(ranked("  ", ["b", "a"], (item) => item), ["b", "a"]);
});
