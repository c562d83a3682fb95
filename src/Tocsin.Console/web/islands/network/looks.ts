// How nodes and ties look: size, colour, ring and whether they show, from the model and what is being looked at. Pure.
import type { Membership } from "./membership";
import type { Account, Model } from "./model";
import type { Colouring } from "./state";

/** Colours of the theme, as #rrggbb. */
export type Palette = {
  ink: string; quiet: string; line: string; surface: string; accent: string; focus: string; danger: string; categories: string[];
};

/** What is being looked at. */
export type View = {
  membership: Membership;
  colour: Colouring;
  /** Whether those who are no members show. */
  outside: boolean;
  excluded: ReadonlySet<number>;
  included: ReadonlySet<number>;
  /** Only these nodes show; null shows all. */
  only: ReadonlySet<number> | null;
  picks: ReadonlySet<number>;
  /** The moment shown, seconds since 1970; null is the end. */
  at: number | null;
};

export type NodeShape = "dot" | "member" | "seeder" | "amplifier" | "bridge" | "outside";

const mostDrawn = 30_000;
const leastRadius = 2;
const smallRadius = 4;

/** The distance between neighbours that the layout kept, as Spacing.cs says it, in units of the layout. */
export function spacing(nodes: number): number {
  return 10_000 * Math.min(0.09, Math.max(0.018, 0.5 / Math.sqrt(Math.max(1, nodes))));
}

/** Radius in pixels of the node with the most evidence, on a canvas on which a unit of the layout is so many pixels. */
export function largestRadius(nodes: number, pixelsPerUnit: number): number {
  return Math.min(14, Math.max(leastRadius + 0.5, 0.46 * spacing(nodes) * pixelsPerUnit));
}

export function radiusOf(bits: number, mostBits: number, largest: number): number {
  return Math.max(leastRadius, largest * (0.5 + 0.5 * Math.sqrt(Math.min(1, bits / Math.max(mostBits, 1e-9)))));
}

/** The ring says the role. On the smallest nodes a rim around what has no ring would only take from its colour. */
export function shapeOf(account: Account, isMember: boolean, radius: number): NodeShape {
  if (!isMember) return "outside";
  return account.role === "member" && radius < smallRadius ? "dot" : account.role;
}

/** Colours by community (eight, then grey), role or platform. */
export function fillOf(account: Account, colour: Colouring, platforms: readonly string[], { categories }: Palette): string {
  const rest = categories[categories.length - 1]!;
  const pick = (i: number) => (i >= 0 && i < categories.length - 1 ? categories[i]! : rest);
  if (colour === "platform") return pick(platforms.indexOf(account.platform));
  if (colour === "role") return { seeder: pick(1), bridge: pick(3), amplifier: pick(0), member: rest }[account.role];
  return pick(account.community);
}

export function showsNode(view: View, node: number, appears: Float64Array | null): boolean {
  if (view.only && !view.only.has(node)) return false;
  if (view.at !== null && appears && appears[node]! > view.at) return false;
  return view.membership.members.has(node) || view.outside || view.picks.has(node);
}

export type TieLooks = { drawn: number[]; width: (tie: number) => number; opacity: (tie: number) => number };

/** Which of the standing ties are drawn (the strongest, when there are too many), how wide and how dark. */
export function tieLooks(model: Model, membership: Membership, scale: number): TieLooks {
  const { ties, tieBits } = membership;
  const drawn = ties.length <= mostDrawn ? ties : [...ties].sort((x, y) => tieBits[y]! - tieBits[x]!).slice(0, mostDrawn);
  let most = 1e-9;
  for (const tie of drawn) most = Math.max(most, tieBits[tie]!);
  const dense = Math.min(1, 32 / Math.sqrt(Math.max(1, drawn.length)));
  const share = (tie: number) => Math.sqrt(Math.min(1, tieBits[tie]! / most));
  const belongs = (tie: number) => membership.members.has(model.a[tie]!) && membership.members.has(model.b[tie]!);
  const across = (tie: number) => (model.accounts[model.a[tie]!]!.community === model.accounts[model.b[tie]!]!.community ? 1 : 0.6) * (belongs(tie) ? 1 : 0.5);
  return {
    drawn,
    width: (tie) => scale * (0.5 + (0.5 + 2 * dense) * share(tie) ** 2),
    opacity: (tie) => Math.max(0.06, across(tie) * dense * (0.16 + 0.5 * share(tie) ** 2)),
  };
}

/** A colour with an opacity, #rrggbbaa. */
export function faded(colour: string, opacity: number): string {
  return `${colour.slice(0, 7)}${Math.round(Math.max(0, Math.min(1, opacity)) * 255).toString(16).padStart(2, "0")}`;
}

/** The same for sigma, whose shaders add colours up: each part is multiplied by the opacity. */
export function dimmed(colour: string, opacity: number): string {
  const part = (i: number) => Math.round(parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) * opacity).toString(16).padStart(2, "0");
  return faded(`#${part(0)}${part(1)}${part(2)}`, opacity);
}

/** The neighbourhood of some nodes along the standing ties, themselves included. */
export function around(model: Model, ties: readonly number[], nodes: Iterable<number>): Set<number> {
  const inner = new Set(nodes);
  const found = new Set(inner);
  for (const tie of ties) {
    if (inner.has(model.a[tie]!)) found.add(model.b[tie]!);
    if (inner.has(model.b[tie]!)) found.add(model.a[tie]!);
  }
  return found;
}
