import assert from "node:assert/strict";
import { test } from "node:test";
import { ariaOf, isChoice, isSingle, nameOf, Sequence } from "../frame/keys";

const press = (key: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => nameOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("keys are named by what they write, and by what is held", () => {
  assert.deepEqual([press("j"), press("?"), press("K", { ctrlKey: true }), press("k", { metaKey: true }), press("Escape"), press(" ")], ["j", "?", "mod+k", "mod+k", "Escape", "Space"]);
});

test("only a lone character is a single key", () => {
  assert.deepEqual(["j", "g h", "mod+k", "Escape", "alt+x"].map(isSingle), [true, true, false, false, false]);
});

test("a person may choose one character or two in a row", () => {
  assert.deepEqual(["e", "g e", "ß", "", "ee", "mod+e", "g  e"].map(isChoice), [true, true, true, false, false, false, false]);
});

test("assistive technology is told what it can say", () => {
  assert.deepEqual(["d", "mod+k", "g h"].map(ariaOf), ["d", "Control+K", undefined]);
});

test("two keys in a row count within a moment, and only when the first begins something", () => {
  const begins = (key: string) => key === "g";
  const ends = (both: string) => both === "g h";
  const sequence = new Sequence();
  assert.deepEqual([sequence.press("g", 0, begins, ends), sequence.press("h", 500, begins, ends), sequence.press("h", 600, begins, ends)], ["g", "g h", "h"]);
  assert.deepEqual([sequence.press("g", 1_000, begins, ends), sequence.press("h", 9_000, begins, ends)], ["g", "h"]);
  assert.deepEqual([sequence.press("g", 0, begins, ends), sequence.press("x", 10, begins, ends), sequence.press("h", 20, begins, ends)], ["g", "x", "h"]);
});
