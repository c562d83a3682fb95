// A network as the server keeps it (NetworkColumns.cs): columns of whole numbers, taken into arrays that are quick to go over.

/** The JSON of /signals/{id}/graph. */
export type Columns = {
  threshold: number;
  floor: number;
  leftOut: number;
  traces: { kind: string; windows: number[] }[];
  accounts: {
    key: string[]; platforms: string[]; platform: number[]; id: string[]; handle: (string | null)[]; role: number[]; members: number;
    bits: number[]; stability: number[]; community: number[]; free: number[]; layered: number[]; radial: number[];
  };
  ties: { a: number[]; b: number[]; rows: number[] };
  evidence: { trace: number[]; window: number[]; observed: number[]; leads: number[]; expected: number[]; low: number[]; high: number[]; gap: number[] };
};

export const roles = ["member", "seeder", "amplifier", "bridge"] as const;
export type Role = (typeof roles)[number];

export type Account = {
  key: string; platform: string; id: string; name: string; role: Role; member: boolean; bits: number; stability: number; community: number;
};

export const layouts = ["free", "layered", "radial"] as const;
export type Layout = (typeof layouts)[number];

export type Model = {
  threshold: number;
  floor: number;
  leftOut: number;
  traces: { kind: string; windows: number[] }[];
  accounts: Account[];
  places: Record<Layout, Int32Array>;
  /** Ends of tie t: a[t] < b[t]. Its evidence: rows from[t] … from[t + 1]. */
  a: Int32Array;
  b: Int32Array;
  from: Int32Array;
  trace: Uint8Array;
  window: Uint8Array;
  observed: Int32Array;
  leads: Float64Array;
  expected: Float64Array;
  low: Float64Array;
  high: Float64Array;
  gap: Float64Array;
};

const bitGrid = 64;

export function modelOf(columns: Columns): Model {
  const { accounts, ties, evidence } = columns;
  const from = new Int32Array(ties.a.length + 1);
  for (let tie = 0; tie < ties.a.length; tie++) from[tie + 1] = from[tie]! + ties.rows[tie]!;
  return {
    threshold: columns.threshold, floor: columns.floor, leftOut: columns.leftOut, traces: columns.traces,
    accounts: accounts.key.map((key, i) => ({
      key, platform: accounts.platforms[accounts.platform[i]!]!, id: accounts.id[i]!, name: accounts.handle[i] || accounts.id[i]!,
      role: roles[accounts.role[i]!]!, member: i < accounts.members, bits: accounts.bits[i]!, stability: accounts.stability[i]! / 100, community: accounts.community[i]!,
    })),
    places: { free: Int32Array.from(accounts.free), layered: Int32Array.from(accounts.layered), radial: Int32Array.from(accounts.radial) },
    a: Int32Array.from(ties.a), b: Int32Array.from(ties.b), from,
    trace: Uint8Array.from(evidence.trace), window: Uint8Array.from(evidence.window), observed: Int32Array.from(evidence.observed),
    leads: Float64Array.from(evidence.leads, (halves) => halves / 2), expected: Float64Array.from(evidence.expected, (thousandths) => thousandths / 1000),
    low: Float64Array.from(evidence.low, (steps) => steps / bitGrid), high: Float64Array.from(evidence.high, (steps) => steps / bitGrid),
    gap: Float64Array.from(evidence.gap, (tenths) => tenths / 10),
  };
}

/** All lengths of window that the evidence has, rising. */
export function windowsOf(model: Model): number[] {
  const found = new Set<number>();
  for (let row = 0; row < model.trace.length; row++) found.add(model.traces[model.trace[row]!]!.windows[model.window[row]!]!);
  return [...found].sort((a, b) => a - b);
}
