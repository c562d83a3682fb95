// What of the page stands in its address: every state can be linked to. Pure.
import { type Layout, layouts } from "./model";

export const tabs = ["graph", "matrix", "times", "accounts"] as const;
export type Tab = (typeof tabs)[number];

export const colourings = ["community", "role", "platform"] as const;
export type Colouring = (typeof colourings)[number];

export type State = {
  tab: Tab;
  layout: Layout;
  colour: Colouring;
  threshold: number | null;
  window: number | null;
  /** The moment the scrubber stands at, seconds since 1970; null is the end. */
  at: number | null;
  /** Whether those who are no members are shown. */
  outside: boolean;
  /** Whether only what surrounds the picked ones is shown. */
  focus: boolean;
  /** Nodes picked, rising. */
  picks: number[];
};

export const usual: State = {
  tab: "graph", layout: "free", colour: "community", threshold: null, window: null, at: null, outside: true, focus: false, picks: [],
};

const mostKeys = 40;

/** Reads an address. Picks are account keys, or, when many, ranges of node numbers that hold for one drawing of the network only. */
export function stateOf(search: string, keys: readonly string[], tag: string): State {
  const said = new URLSearchParams(search);
  return {
    tab: one(said.get("tab"), tabs, usual.tab),
    layout: one(said.get("layout"), layouts, usual.layout),
    colour: one(said.get("colour"), colourings, usual.colour),
    threshold: number(said.get("threshold")),
    window: number(said.get("window")),
    at: number(said.get("at")),
    outside: said.get("outside") !== "no",
    focus: said.get("focus") === "yes",
    picks: picksOf(said, keys, tag),
  };
}

/** The address that says this; what else stands in it stays. */
export function searchOf(state: State, search: string, keys: readonly string[], tag: string): string {
  const said = new URLSearchParams(search);
  const say = (name: string, value: string | null) => (value === null ? said.delete(name) : said.set(name, value));
  const unusual = (name: "tab" | "layout" | "colour") => say(name, state[name] === usual[name] ? null : state[name]);
  unusual("tab");
  unusual("layout");
  unusual("colour");
  say("threshold", state.threshold === null ? null : String(Math.round(state.threshold * 100) / 100));
  say("window", state.window === null ? null : String(state.window));
  say("at", state.at === null ? null : String(Math.round(state.at)));
  say("outside", state.outside ? null : "no");
  say("focus", state.focus ? "yes" : null);
  const many = state.picks.length > mostKeys;
  say("pick", state.picks.length === 0 || many ? null : state.picks.map((node) => packKey(keys[node]!)).join("."));
  say("picks", many ? `${tag.slice(0, 6)}~${rangesOf(state.picks)}` : null);
  const text = said.toString();
  return text ? `?${text}` : "";
}

function picksOf(said: URLSearchParams, keys: readonly string[], tag: string): number[] {
  const [of, ranges] = (said.get("picks") ?? "").split("~");
  if (ranges && of === tag.slice(0, 6)) return numbersOf(ranges, keys.length);
  const wanted = new Set((said.get("pick") ?? "").split(".").map(openKey));
  const found: number[] = [];
  keys.forEach((key, node) => wanted.has(key) && found.push(node));
  return found;
}

function packKey(key: string): string {
  return BigInt(key).toString(36);
}

function openKey(packed: string): string {
  let key = 0n;
  for (const digit of packed.slice(0, 16)) key = key * 36n + BigInt(Math.max(0, parseInt(digit, 36) || 0));
  return key.toString();
}

/** 1, 2, 3, 7 is 1-3.7. */
export function rangesOf(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let last = i;
    while (last + 1 < numbers.length && numbers[last + 1] === numbers[last]! + 1) last++;
    parts.push(last === i ? `${numbers[i]}` : `${numbers[i]}-${numbers[last]}`);
    i = last + 1;
  }
  return parts.join(".");
}

/** What rangesOf wrote; numbers beyond the count are passed over. */
export function numbersOf(ranges: string, count: number): number[] {
  const found = new Set<number>();
  for (const part of ranges.split(".")) {
    if (!/^\d+(-\d+)?$/.test(part)) continue;
    const [first = 0, last = first] = part.split("-").map(Number);
    for (let n = first; n <= Math.min(last, count - 1); n++) found.add(n);
  }
  return [...found].sort((a, b) => a - b);
}

function number(text: string | null): number | null {
  const value = text === null || text === "" ? NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function one<T extends string>(text: string | null, of: readonly T[], otherwise: T): T {
  return of.find((value) => value === text) ?? otherwise;
}
