import assert from "node:assert/strict";
import { test } from "node:test";
import { actingBetween, actsOf, appearanceOf, firstWithin } from "../islands/network/acts";
import { arrow, distanceToLine, within } from "../islands/network/geometry";
import { modelOf, windowsOf } from "../islands/network/model";
import { ordered } from "../islands/network/order";
import { numbersOf, rangesOf, searchOf, type State, stateOf, usual } from "../islands/network/state";
import { escape, svgOf } from "../islands/network/svg";
import { visible } from "../islands/network/visible";
import { evidenceOf, leadOf, span } from "../islands/network/words";

Object.assign(globalThis, { document: { getElementById: () => null } });   // where a page keeps translations

const keys = ["17002814749221093331", "5", "9223372036854775808", ...Array.from({ length: 60 }, (_, i) => `${1000 + i}`)];
const model = modelOf({
  threshold: 10, floor: 5, leftOut: 0, traces: [{ kind: "hashtag", windows: [60, 3600] }, { kind: "url", windows: [600] }],
  accounts: {
    key: ["1", "2", "3"], platforms: ["x"], platform: [0, 0, 0], id: ["a", "b", "c"], handle: ["ann", null, "cem"], role: [1, 0, 2], members: 3,
    bits: [1, 2, 3], stability: [100, 50, 0], community: [0, 0, 0], free: [0, 0, 1, 1, 2, 2], layered: [0, 0, 0, 0, 0, 0], radial: [0, 0, 0, 0, 0, 0],
  },
  ties: { a: [0, 1], b: [1, 2], rows: [2, 1] },
  evidence: { trace: [0, 0, 1], window: [0, 1, 0], observed: [14, 20, 3], leads: [26, 22, 1], expected: [310, 4000, 2], low: [1920, 640, 768], high: [2560, 1280, 900], gap: [40, 600, 25] },
});

test("an address says every state and is read back", () => {
  const state: State = { tab: "matrix", layout: "radial", colour: "role", threshold: 21.25, window: 3600, at: 1_700_000_000, outside: false, focus: true, picks: [0, 2] };
  const search = searchOf(state, "?sort=bits&tab=graph", keys, "abcdef012345");
  assert.ok(search.includes("sort=bits"));
  assert.deepEqual(stateOf(search, keys, "abcdef012345"), state);
});

test("the usual state leaves the address clean", () => {
  assert.equal(searchOf(usual, "?tab=times&pick=5", keys, ""), "");
  assert.deepEqual(stateOf("", keys, ""), usual);
});

test("many picks go by number, and only while the drawing is the same", () => {
  const state = { ...usual, picks: Array.from({ length: 50 }, (_, i) => i + 3) };
  const search = searchOf(state, "", keys, "abcdef01");
  assert.ok(search.length < 40, search);
  assert.deepEqual(stateOf(search, keys, "abcdef01").picks, state.picks);
  assert.deepEqual(stateOf(search, keys, "999999").picks, []);
});

test("what does not belong in an address is passed over", () => {
  assert.deepEqual(stateOf("?tab=%3Cscript%3E&layout=x&threshold=-3&window=abc&at=&pick=%00.zz-_&picks=a~1-99999999", keys, "abcdef"), usual);
});

test("ranges", () => {
  assert.equal(rangesOf([0, 1, 2, 5, 7, 8]), "0-2.5.7-8");
  assert.deepEqual(numbersOf("0-2.5.7-8", 100), [0, 1, 2, 5, 7, 8]);
  assert.deepEqual(numbersOf("3-1000000.x.-4", 6), [3, 4, 5]);
});

test("two lists meet when both have a time within the window", () => {
  assert.equal(firstWithin([0, 100, 1000], [400, 980], 30), 1000);
  assert.equal(firstWithin([5], [5], 0), 5);
  assert.equal(firstWithin([1, 2], [50], 10), Infinity);
});

test("who acts around a moment, and with whom", () => {
  const acts = { first: 0, last: 90, values: [], node: Int32Array.of(0, 1, 2, 1), value: Int32Array.of(7, 7, 8, 7), time: Float64Array.of(0, 10, 15, 80), leftOut: 0 };
  const { nodes, pairs } = actingBetween(acts, 0, 20);
  assert.deepEqual([...nodes], [0, 1, 2]);
  assert.deepEqual(pairs, [[0, 1]]);
  assert.equal(actingBetween(acts, 20, 70).nodes.size, 0);
});

test("a tie shows once both have acted on the same value within its window", () => {
  const acts = actsOf({ first: 100, last: 400, accounts: ["1", "2", "3", "99"], values: [{ kind: "hashtag", text: "a" }, { kind: "url", text: "b" }], account: [0, 1, 3, 1, 0, 2], value: [0, 1, 0, 0, 1, 1], time: [0, 10, 20, 60, 90, 200], leftOut: 0 }, model);
  assert.equal(acts.node.length, 5);
  const { node, tie } = appearanceOf(model, acts);
  assert.deepEqual([...node], [100, 110, 300]);
  assert.deepEqual([...tie], [160, 300]);
});

test("a tie whose values are not told shows with the later of its two", () => {
  const acts = actsOf({ first: 0, last: 50, accounts: ["1", "2"], values: [{ kind: "url", text: "b" }, { kind: "url", text: "c" }], account: [0, 1], value: [0, 1], time: [7, 30], leftOut: 9 }, model);
  assert.deepEqual([...appearanceOf(model, acts).tie], [30, Infinity]);
});

test("evidence in words, with the window that counts", () => {
  const [first, ...others] = evidenceOf(model, 0, null);
  assert.equal(first!.text, "used the same hashtag 14 times within 1 min, typically 4 s apart; chance gives 0.31");
  assert.equal(others.length, 0);
  assert.equal(evidenceOf(model, 1, 60).length, 0);
  assert.equal(leadOf(model, 0, null), 13 / 14);
  assert.deepEqual(windowsOf(model), [60, 600, 3600]);
});

test("spans", () => assert.deepEqual([0.4, 45, 60, 301, 3_600, 10_900, 259_200, 300_000].map(span), ["under 1 s", "45 s", "1 min", "5 min", "1 h", "3 h", "3 d", "3 d"]));

test("what a lasso holds", () => {
  const outline = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 5, y: 3 }, { x: 0, y: 10 }];
  assert.ok(within({ x: 1, y: 4 }, outline));
  assert.ok(!within({ x: 5, y: 8 }, outline));
  assert.ok(!within({ x: 11, y: 5 }, outline));
});

test("distance to a line ends at its ends", () => {
  assert.equal(distanceToLine(5, 3, 0, 0, 10, 0), 9);
  assert.equal(distanceToLine(-4, 3, 0, 0, 10, 0), 25);
  assert.equal(distanceToLine(3, 4, 0, 0, 0, 0), 25);
});

test("an arrow stops at the rim, and is none where there is no room", () => {
  assert.deepEqual(arrow({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 8), { tip: { x: 90, y: 0 }, neck: { x: 82, y: 0 }, left: { x: 82, y: 4 }, right: { x: 82, y: -4 } });
  assert.equal(arrow({ x: 0, y: 0 }, { x: 12, y: 0 }, 10, 8), null);
});

test("a matrix of two blocks shows them", () => {
  const cells = [0, 2, 4].flatMap((row) => [1, 3].map((column) => ({ row, column }))).concat([1, 3].flatMap((row) => [0, 2].map((column) => ({ row, column }))));
  const { rows, columns } = ordered(6, 5, cells);
  const at = (row: number) => rows.indexOf(row);
  assert.equal(Math.abs(at(0) - at(4)) <= 2 && Math.abs(at(1) - at(3)) === 1, true);
  assert.equal(rows[5], 5);
  assert.equal(columns[4], 4);
  assert.deepEqual([...rows].sort(), [0, 1, 2, 3, 4, 5]);
});

test("text from outside cannot break out of the picture", () => {
  const label = `</text><script>alert(1)</script>&"\u0000\ud800`;
  const svg = svgOf({ width: 100, height: 50, title: label, background: "#fff", ink: "#000", ties: [], caption: [label], nodes: [{ x: 1, y: 2, radius: 3, fill: "#f00", rings: [], label }] });
  assert.ok(!svg.includes("<script>") && !svg.includes("\u0000"));
  assert.equal(escape(label), "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;\ufffd\ufffd");
});

test("hidden characters are shown, long names cut", () => {
  assert.equal(visible("a\u202Eb\u0000c"), "a⟨U+202E⟩b⟨U+0000⟩c");
  assert.equal([...visible("x".repeat(50_000))].length, 40);
  assert.equal(visible("👩‍👩‍👧"), "👩‍👩‍👧");
});
