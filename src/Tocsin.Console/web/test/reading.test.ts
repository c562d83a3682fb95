import assert from "node:assert/strict";
import { test } from "node:test";
import { alive, due, type Reading } from "../frame/reading";

const minute = 60_000;

/** Signs of life at these minutes. */
const read = (...at: number[]) => at.reduce<Reading | undefined>((reading, now) => alive(reading, now * minute), undefined);

test("a break is suggested after so many minutes without one", () => {
  const fifty = read(...Array.from({ length: 26 }, (_, i) => 2 * i));
  assert.equal(due(fifty, 50, 50 * minute), true);
  assert.equal(due(fifty, 51, 50 * minute), false);
  assert.equal(due(fifty, 0, 50 * minute), false);
});

test("a pause of more than five minutes starts anew", () => {
  assert.deepEqual(read(0, 4, 8, 14), { since: 14 * minute, last: 14 * minute });
  assert.equal(due(read(0, 4, 8), 5, 20 * minute), false);
});

test("a clock that was set back does not count as reading", () => {
  assert.deepEqual(alive({ since: 90 * minute, last: 90 * minute }, 10 * minute), { since: 10 * minute, last: 10 * minute });
});
