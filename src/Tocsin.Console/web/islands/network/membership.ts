// Which ties stand and who belongs, under other windows and thresholds than the scan's: NetworkMembership.cs, PairTie.cs and
// MemberCore.cs in the browser, held to the same cases (membership-cases.json).
import type { Model } from "./model";

export type Settings = {
  /** Least bits; null is the scan's. */
  threshold: number | null;
  /** Longest window in seconds; null takes all. */
  window: number | null;
  included: ReadonlySet<number>;
  excluded: ReadonlySet<number>;
};

export type Membership = {
  members: Set<number>;
  /** Numbers of the ties that stand. */
  ties: number[];
  /** Of every tie, its bits under these settings. */
  tieBits: Float64Array;
  /** Of every node, evidence that ties it to the members. */
  bits: Float64Array;
};

const overlap = 0.5;
const leastTold = 3;
const rounding = 1e-9;
const leastDegree = 2;
const leastShareOfMeanDegree = 1 / 3;

export function isWhole(model: Model): boolean {
  return model.floor <= model.threshold;
}

export function membershipOf(model: Model, settings: Settings): Membership {
  const asFound = settings.threshold === null && settings.window === null && !isWhole(model);
  const threshold = asFound ? model.threshold : Math.max(settings.threshold ?? model.threshold, model.floor);
  const { ties, tieBits } = standing(model, threshold, settings.window);
  const members = asFound ? foundMembers(model, settings) : core(model, ties, settings);
  return { members, ties, tieBits, bits: bitsTo(model, members, ties, tieBits) };
}

function standing(model: Model, threshold: number, window: number | null): { ties: number[]; tieBits: Float64Array } {
  const ties: number[] = [];
  const tieBits = new Float64Array(model.a.length);
  for (let tie = 0; tie < model.a.length; tie++) {
    const { low, bits, told } = fuse(model, tie, window);
    tieBits[tie] = bits;
    if (told >= leastTold && low >= threshold - rounding) ties.push(tie);
  }
  return { ties, tieBits };
}

/** The best window of each trace, less what choosing it is worth; the best trace in full, every other by half. */
export function fuse(model: Model, tie: number, window: number | null): { low: number; bits: number; told: number; best: number[] } {
  const best = bestRows(model, tie, window);
  let sumLow = 0, sumHigh = 0, mostLow = 0, mostHigh = 0, told = 0;
  for (const row of best) {
    const [low, high] = [worth(model, row, model.low), worth(model, row, model.high)];
    sumLow += low;
    sumHigh += high;
    mostLow = Math.max(mostLow, low);
    mostHigh = Math.max(mostHigh, high);
    told += model.observed[row]!;
  }
  const low = mostLow + overlap * (sumLow - mostLow);
  const high = mostHigh + overlap * (sumHigh - mostHigh);
  return { low, bits: Math.sqrt(low * high), told, best };
}

/** Rows of evidence that count for a tie, one of each trace, strongest first. */
function bestRows(model: Model, tie: number, window: number | null): number[] {
  const best: number[] = [];
  for (let row = model.from[tie]!; row < model.from[tie + 1]!; row++) {
    if (window !== null && windowOf(model, row) > window) continue;
    const last = best[best.length - 1];
    if (last === undefined || model.trace[last] !== model.trace[row]) best.push(row);
    else if (weight(model, row) > weight(model, last)) best[best.length - 1] = row;
  }
  return best.sort((x, y) => weight(model, y) - weight(model, x));
}

export function windowOf(model: Model, row: number): number {
  return model.traces[model.trace[row]!]!.windows[model.window[row]!]!;
}

function weight(model: Model, row: number): number {
  return worth(model, row, model.low) * worth(model, row, model.high);
}

function worth(model: Model, row: number, bits: Float64Array): number {
  return Math.max(0, bits[row]! - Math.log2(model.traces[model.trace[row]!]!.windows.length));
}

function foundMembers(model: Model, { included, excluded }: Settings): Set<number> {
  const members = new Set<number>();
  model.accounts.forEach((account, node) => {
    if (!excluded.has(node) && (account.member || included.has(node))) members.add(node);
  });
  return members;
}

/** Who is tied to two others and to a third as many as members are on average; the others go, again and again until nobody does. */
function core(model: Model, ties: number[], { included, excluded }: Settings): Set<number> {
  const members = new Set<number>();
  for (let node = 0; node < model.accounts.length; node++) if (!excluded.has(node)) members.add(node);
  const degree = new Int32Array(model.accounts.length);
  for (;;) {
    const inside = ties.filter((tie) => members.has(model.a[tie]!) && members.has(model.b[tie]!));
    degree.fill(0);
    for (const tie of inside) {
      degree[model.a[tie]!]!++;
      degree[model.b[tie]!]!++;
    }
    const least = Math.max(leastDegree, (leastShareOfMeanDegree * 2 * inside.length) / Math.max(1, members.size));
    const before = members.size;
    for (const node of [...members]) if (degree[node]! < least && !included.has(node)) members.delete(node);
    if (members.size === before) return members;
  }
}

function bitsTo(model: Model, members: Set<number>, ties: number[], tieBits: Float64Array): Float64Array {
  const bits = new Float64Array(model.accounts.length);
  for (const tie of ties) {
    const [a, b] = [model.a[tie]!, model.b[tie]!];
    if (members.has(b)) bits[a]! += tieBits[tie]!;
    if (members.has(a)) bits[b]! += tieBits[tie]!;
  }
  return bits;
}
