// Joint acts: which account acted on which shared value when, and from that when each account and each tie first shows. Pure.
import type { Model } from "./model";

/** The JSON of /signals/{id}/acts: values that members share, and rows in order of time (seconds after first). */
export type ActColumns = {
  first: number;
  last: number;
  accounts: string[];
  values: { kind: string; text: string }[];
  account: number[];
  value: number[];
  time: number[];
  leftOut: number;
};

export type Acts = {
  /** Seconds since 1970. */
  first: number;
  last: number;
  values: { kind: string; text: string }[];
  node: Int32Array;
  value: Int32Array;
  time: Float64Array;
  leftOut: number;
};

/** Acts by node number; those of accounts that are not in the graph are dropped. */
export function actsOf(columns: ActColumns, model: Model): Acts {
  const nodes = new Map(model.accounts.map((account, node) => [account.key, node]));
  const numbers = columns.accounts.map((key) => nodes.get(key) ?? -1);
  const rows = columns.account.map((_, row) => row).filter((row) => numbers[columns.account[row]!]! >= 0);
  return {
    first: columns.first, last: columns.last, values: columns.values, leftOut: columns.leftOut,
    node: Int32Array.from(rows, (row) => numbers[columns.account[row]!]!),
    value: Int32Array.from(rows, (row) => columns.value[row]!),
    time: Float64Array.from(rows, (row) => columns.first + columns.time[row]!),
  };
}

export type Appearance = { node: Float64Array; tie: Float64Array };

/** When each node first acts, and when each tie's two first act on the same value close enough to count; never is Infinity. */
export function appearanceOf(model: Model, acts: Acts): Appearance {
  const node = new Float64Array(model.accounts.length).fill(Infinity);
  const times = model.accounts.map(() => new Map<number, number[]>());
  for (let row = 0; row < acts.node.length; row++) {
    const [who, what, when] = [acts.node[row]!, acts.value[row]!, acts.time[row]!];
    node[who] = Math.min(node[who]!, when);
    const own = times[who]!.get(what);
    if (own) own.push(when);
    else times[who]!.set(what, [when]);
  }
  const widest = new Map(model.traces.map((trace) => [trace.kind, trace.windows.at(-1)!]));
  const windows = acts.values.map((value) => widest.get(value.kind) ?? 0);
  const tie = new Float64Array(model.a.length);
  for (let t = 0; t < tie.length; t++) tie[t] = together(model.a[t]!, model.b[t]!);
  return { node, tie };

  function together(a: number, b: number): number {
    const [few, many] = times[a]!.size < times[b]!.size ? [times[a]!, times[b]!] : [times[b]!, times[a]!];
    let earliest = Infinity;
    for (const [what, own] of few) {
      const others = many.get(what);
      if (others) earliest = Math.min(earliest, firstWithin(own, others, windows[what]!));
    }
    return Number.isFinite(earliest) ? earliest : Math.max(node[a]!, node[b]!);   // what they shared may have been left out
  }
}

/** The first moment at which both lists, each rising, have had times at most a window apart. */
export function firstWithin(one: readonly number[], other: readonly number[], window: number): number {
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!];
    if (Math.abs(a - b) <= window) return Math.max(a, b);
    if (a < b) i++;
    else j++;
  }
  return Infinity;
}

/** Nodes that act between two moments, and those of them that act on the same value, as pairs. */
export function actingBetween(acts: Acts, from: number, to: number, mostPairs = 2_000): { nodes: Set<number>; pairs: [number, number][] } {
  const nodes = new Set<number>();
  const on = new Map<number, Set<number>>();
  for (let row = lowerBound(acts.time, from); row < acts.time.length && acts.time[row]! <= to; row++) {
    nodes.add(acts.node[row]!);
    const sharers = on.get(acts.value[row]!);
    if (sharers) sharers.add(acts.node[row]!);
    else on.set(acts.value[row]!, new Set([acts.node[row]!]));
  }
  const pairs = new Map<string, [number, number]>();
  for (const sharers of on.values()) {
    const all = [...sharers].sort((x, y) => x - y);
    for (let i = 0; i < all.length && pairs.size < mostPairs; i++)
      for (let j = i + 1; j < all.length && pairs.size < mostPairs; j++) pairs.set(`${all[i]}-${all[j]}`, [all[i]!, all[j]!]);
  }
  return { nodes, pairs: [...pairs.values()] };
}

function lowerBound(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
