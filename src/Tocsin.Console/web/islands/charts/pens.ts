import { categories, colour, pixels } from "../../frame/theme";
import { zone } from "../../frame/times";
import type { Pens } from "./kinds";

/** The pens of the theme as it is now. */
export function pens(width: number): Pens {
  return {
    ink: colour("--ink"), quiet: colour("--ink-2"), line: colour("--line"), surface: colour("--surface"), band: colour("--band"), accent: colour("--accent-mark"),
    heat: [colour("--heat-low"), colour("--heat-high")],
    categories: categories(), size: pixels("--t12"), width, zone: zone(), still: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
