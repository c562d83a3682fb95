import assert from "node:assert/strict";
import { test } from "node:test";
import { withRange } from "../islands/charts/range";
import { span, step } from "../islands/charts/timeline";

test("a bucket is as wide as the least distance between two", () => {
  const at = (...hours: number[]) => hours.map((hour) => ({ from: new Date(Date.UTC(2026, 0, 1, hour)).toISOString() }));
  assert.equal(step(at(0, 3, 4, 9)), 3_600_000);
  assert.equal(step(at(5)), 3_600_000);
});

test("a bucket is told by day or by hours, in the viewer's zone", () => {
  assert.equal(span("2026-01-01T00:00:00Z", 86_400_000, "UTC"), "1 Jan");
  assert.equal(span("2026-01-01T00:00:00Z", 7 * 86_400_000, "UTC"), "1 Jan – 7 Jan");
  assert.equal(span("2026-01-01T09:00:00Z", 3_600_000, "UTC"), "1 Jan, 09:00 – 10:00");
  assert.equal(span("2026-01-01T22:30:00Z", 3_600_000, "Europe/Vienna"), "1 Jan, 23:30 – 2 Jan, 00:30");
});

test("a drawn range goes into the address and starts the list anew", () => {
  assert.equal(withRange("https://t.example/hunt?q=win&range=7d&cursor=abc", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"), "https://t.example/hunt?q=win&from=2026-01-01T00%3A00%3A00Z&to=2026-01-02T00%3A00%3A00Z");
});
