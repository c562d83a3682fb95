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

/** When each node first acts, and when each tie's two have first acted on the same value; never is Infinity. */
export function appearanceOf(model: Model, acts: Acts): Appearance {
  const node = new Float64Array(model.accounts.length).fill(Infinity);
  const firsts = model.accounts.map(() => new Map<number, number>());
  for (let row = 0; row < acts.node.length; row++) {
    const [who, what, when] = [acts.node[row]!, acts.value[row]!, acts.time[row]!];
    node[who] = Math.min(node[who]!, when);
    firsts[who]!.set(what, Math.min(firsts[who]!.get(what) ?? Infinity, when));
  }
  const tie = new Float64Array(model.a.length);
  for (let t = 0; t < tie.length; t++) tie[t] = together(model.a[t]!, model.b[t]!);
  return { node, tie };

  function together(a: number, b: number): number {
    const [few, many] = firsts[a]!.size < firsts[b]!.size ? [firsts[a]!, firsts[b]!] : [firsts[b]!, firsts[a]!];
    let earliest = Infinity;
    for (const [what, when] of few) earliest = Math.min(earliest, Math.max(when, many.get(what) ?? Infinity));
    return Number.isFinite(earliest) ? earliest : Math.max(node[a]!, node[b]!);   // what they shared may have been left out
  }
}
