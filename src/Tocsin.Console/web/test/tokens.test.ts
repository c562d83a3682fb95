import assert from "node:assert/strict";
import { test } from "node:test";
import css from "../style/tokens.css";
import { apart, contrast, inGamut, lacking, type Oklch, seen } from "./colour";

const themes = ["light", "dark"] as const;
const tokens = new Map<string, [Oklch, Oklch]>();
const number = "([\\d.]+)";
const oklch = `oklch\\(${number} ${number} ${number}(?: / [\\d.]+)?\\)`;
for (const [, name, ...parts] of css.matchAll(new RegExp(`(--[\\w-]+): light-dark\\(${oklch}, ${oklch}\\)`, "g"))) {
  const [l1, c1, h1, l2, c2, h2] = parts.map(Number) as [number, number, number, number, number, number];
  tokens.set(name!, [{ l: l1, c: c1, h: h1 }, { l: l2, c: c2, h: h2 }]);
}

const grounds = ["--ground", "--surface", "--raised", "--sunken", "--hover", "--selected"];
const texts: Record<string, string[]> = {
  "--ink": [...grounds, "--ok-soft", "--warn-soft", "--danger-soft", "--mark"],
  "--ink-2": [...grounds, "--ok-soft", "--warn-soft", "--danger-soft"],
  "--ink-3": grounds,
  "--accent-ink": grounds,
  "--link": grounds,
  "--danger": [...grounds, "--danger-soft"],
  "--ok": ["--ground", "--surface", "--raised", "--sunken", "--ok-soft"],
  "--warn": ["--ground", "--surface", "--raised", "--warn-soft"],
  "--on-accent": ["--accent", "--accent-strong"],
};
const marks = [
  "--accent-mark", "--focus", "--line-strong",
  ...["critical", "high", "medium", "low", "info"].map((step) => `--severity-${step}`),
  ...Array.from({ length: 8 }, (_, i) => `--category-${i + 1}`),
];

function at(name: string, theme: 0 | 1): Oklch {
  const found = tokens.get(name);
  assert.ok(found, `${name} is not a pair of colours in tokens.css`);
  return found[theme];
}

function failing(pairs: [string, string][], least: number): string[] {
  return themes.flatMap((theme, i) => pairs
    .map(([mark, ground]) => ({ mark, ground, ratio: contrast(at(mark, i as 0 | 1), at(ground, i as 0 | 1)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ mark, ground, ratio }) => `${theme}: ${mark} on ${ground} is ${ratio.toFixed(2)}:1`));
}

test("text reaches 4.5:1 on every ground it may stand on, in both themes", () => {
  assert.deepEqual(failing(Object.entries(texts).flatMap(([text, on]) => on.map((ground) => [text, ground] as [string, string])), 4.5), []);
});

test("marks and the bounds of controls reach 3:1, in both themes", () => {
  assert.deepEqual(failing(marks.flatMap((mark) => ["--ground", "--surface", "--raised"].map((ground) => [mark, ground] as [string, string])), 3), []);
});

test("a screen of sRGB shows every colour as written", () => {
  assert.deepEqual([...tokens].flatMap(([name, pair]) => pair.map((colour, i) => (inGamut(colour) ? "" : `${themes[i]}: ${name}`)).filter(Boolean)), []);
});

test("severity's steps differ in lightness", () => {
  for (const theme of [0, 1] as const) {
    const steps = ["critical", "high", "medium", "low", "info"].map((step) => at(`--severity-${step}`, theme).l).sort((a, b) => a - b);
    for (let i = 1; i < steps.length; i++) assert.ok(steps[i]! - steps[i - 1]! >= 0.025, `${themes[theme]}: ${steps[i - 1]} and ${steps[i]}`);
  }
});

test("categories stay apart for those who see colours differently", () => {
  for (const theme of [0, 1] as const) {
    for (const [kind, matrix] of Object.entries(lacking)) {
      const eight = Array.from({ length: 8 }, (_, i) => seen(at(`--category-${i + 1}`, theme), matrix));
      const close = eight.flatMap((one, i) => eight.slice(i + 1).map((other, j) => ({ pair: `${i + 1} and ${i + j + 2}`, gap: apart(one, other) }))).filter(({ gap }) => gap < 0.05);
      assert.deepEqual(close.map(({ pair, gap }) => `${themes[theme]}, ${kind}: ${pair} are ${gap.toFixed(3)} apart`), []);
    }
  }
});

test("white on black is 21:1", () => {
  assert.equal(contrast({ l: 1, c: 0, h: 0 }, { l: 0, c: 0, h: 0 }).toFixed(1), "21.0");
});
