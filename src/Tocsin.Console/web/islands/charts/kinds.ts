// The figures each kind of chart takes, as JSON.
/** `usual` says what stands for `expected`, where it is something else: the time before. */
export type Timeline = { unit?: string; usual?: string; buckets: { from: string; acts: number; expected?: number; low?: number; high?: number }[] };
export type Bars = { items: { label: string; value: number; before?: number | null; href?: string }[] };
export type Stacked = { buckets: string[]; series: { name: string; values: number[] }[] };
export type Rhythm = { counts: number[][] };
export type Spark = { values: number[] };

/** What is drawn with: colours of the theme, size of letters, width of the place, the viewer's zone, whether things may move. */
export type Pens = {
  ink: string; quiet: string; line: string; surface: string; band: string; accent: string; heat: [string, string];
  categories: string[]; size: number; width: number; zone: string | undefined; still: boolean;
};

/** Lines of a tooltip: a head, and pairs of name and figure. */
export type Tip = { head: string; pairs: [string, string][] };
