import assert from "node:assert/strict";
import { test } from "node:test";
import { change, exact, short } from "../frame/figures";

test("big numbers are short", () => {
  assert.deepEqual([0, 999, 1_000, 12_400, 99_949, 123_456, 999_499, 999_500, 1_200_000, 3.14159].map(short), ["0", "999", "1 k", "12.4 k", "99.9 k", "123 k", "999 k", "1 M", "1.2 M", "3.1"]);
});

test("a change is told so that its size shows", () => {
  assert.deepEqual([change(5, 5), change(5, 0), change(0, 5), change(14, 10), change(88, 100), change(35, 10), change(200, 10)], ["no change", "new", "−100 %", "+40 %", "−12 %", "× 3.5", "× 20"]);
});

test("exact figures keep two decimals", () => {
  assert.deepEqual([1_234_567, 9.437].map(exact), ["1,234,567", "9.44"]);
});
