import assert from "node:assert/strict";
import { test } from "node:test";
import known from "../../../../tests/Tocsin.Core.Tests/Networks/membership-cases.json";
import { membershipOf } from "../islands/network/membership";
import { type Columns, modelOf } from "../islands/network/model";

type Case = {
  name: string;
  graph: Columns;
  settings: { threshold?: number; window?: number; included?: number[]; excluded?: number[] };
  expected: { members: number[]; ties: [number, number, number][]; bits: number[] };
};

const cases = known as unknown as Case[];

for (const { name, graph, settings, expected } of cases) {
  test(`membership: ${name}`, () => {
    const model = modelOf(graph);
    const { members, ties, tieBits, bits } = membershipOf(model, {
      threshold: settings.threshold ?? null, window: settings.window ?? null, included: new Set(settings.included), excluded: new Set(settings.excluded),
    });
    assert.deepEqual([...members].sort((a, b) => a - b), expected.members);
    assert.deepEqual(ties.map((tie) => [model.a[tie], model.b[tie]]), expected.ties.map(([a, b]) => [a, b]));
    ties.forEach((tie, i) => assert.ok(Math.abs(tieBits[tie]! - expected.ties[i]![2]) < 1e-5));
    expected.bits.forEach((value, node) => assert.ok(Math.abs(bits[node]! - value) < 1e-5));
  });
}

test("the cases are there", () => assert.ok(cases.length > 10));
