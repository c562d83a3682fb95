import assert from "node:assert/strict";
import { test } from "node:test";
import { moment } from "../frame/moments";

const now = new Date("2026-03-12T12:00:00Z");
const said = (at: string, style: "relative" | "date" | "time" | "full" = "relative", zone = "UTC") => moment(new Date(at), now, style, zone);

test("within a week it is told how long ago, or how soon", () => {
  assert.deepEqual(
    ["2026-03-12T11:59:31Z", "2026-03-12T11:55:00Z", "2026-03-12T09:00:00Z", "2026-03-10T09:00:00Z", "2026-03-12T13:30:00Z", "2026-03-01T00:00:00Z", "2025-12-01T00:00:00Z"].map((at) => said(at)),
    ["just now", "5 min ago", "3 h ago", "2 d ago", "in 1 h", "1 Mar", "1 Dec 2025"]);
});

test("the day and the hour are those of the viewer's zone", () => {
  assert.equal(said("2026-03-11T23:30:00Z", "time", "Europe/Vienna"), "12 Mar, 00:30");
  assert.equal(said("2026-03-11T23:30:00Z", "time", "America/New_York"), "11 Mar, 19:30");
  assert.equal(said("2025-12-31T23:30:00Z", "full", "Asia/Tokyo"), "1 Jan 2026, 08:30:00");
});

test("September has three letters", () => {
  assert.equal(said("2025-09-03T00:00:00Z", "date"), "3 Sep 2025");
});
