// Acts over time against what is usual: a band from low to high, a dashed line of what is expected, the acts as bars.
import type { EChartsCoreOption } from "echarts/core";
import { moment } from "../../frame/moments";
import { t } from "../../frame/words";
import { base, exact, timeAxis, tooltip, valueAxis } from "./common";
import type { Pens, Timeline } from "./kinds";

export function timeline(data: Timeline, pens: Pens, label: string): EChartsCoreOption {
  const { buckets, unit = t("acts"), usual: baseline = t("expected") } = data;
  const width = step(buckets);
  const middle = (from: string) => Date.parse(from) + width / 2;
  const usual = buckets.some((bucket) => bucket.expected !== undefined);
  const line = (pick: (bucket: Timeline["buckets"][number]) => number) => buckets.map((bucket) => [middle(bucket.from), pick(bucket)]);
  const hidden = { type: "line", symbol: "none", silent: true, step: "middle", lineStyle: { width: 0 }, itemStyle: { decal: { symbol: "none" } }, z: 1 };
  return {
    ...base(pens, label),
    xAxis: { ...timeAxis(pens), min: buckets[0]?.from, max: buckets.length > 0 ? Date.parse(buckets.at(-1)!.from) + width : undefined },
    yAxis: valueAxis(pens),
    tooltip: tooltip(pens, "axis", ({ index }) => {
      const bucket = buckets[index];
      if (!bucket) return undefined;
      const pairs: [string, string][] = [[unit, exact(bucket.acts)]];
      if (bucket.expected !== undefined) pairs.push([baseline, exact(bucket.expected)]);
      if (bucket.low !== undefined && bucket.high !== undefined) pairs.push([t("usual"), `${exact(bucket.low)} – ${exact(bucket.high)}`]);
      return { head: span(bucket.from, width, pens.zone), pairs };
    }),
    series: [
      ...(usual ? [
        { ...hidden, stack: "band", data: line((bucket) => bucket.low ?? 0), areaStyle: { opacity: 0 } },
        { ...hidden, stack: "band", data: line((bucket) => (bucket.high ?? 0) - (bucket.low ?? 0)), areaStyle: { color: pens.band, opacity: 1 } },
        { ...hidden, z: 3, data: line((bucket) => bucket.expected ?? 0), lineStyle: { color: pens.quiet, width: 1, type: [3, 3] } },
      ] : []),
      { type: "bar", name: unit, data: line((bucket) => bucket.acts), barWidth: "68%", barMinWidth: 1, barMaxWidth: 28, itemStyle: { color: pens.accent, decal: { symbol: "none" }, borderRadius: [1, 1, 0, 0] } },
    ],
  };
}

/** The width of a bucket: the least distance between two. */
export function step(buckets: { from: string }[]): number {
  let least = Infinity;
  for (let i = 1; i < buckets.length; i++) least = Math.min(least, Date.parse(buckets[i]!.from) - Date.parse(buckets[i - 1]!.from));
  return Number.isFinite(least) ? least : 3_600_000;
}

/** From when to when a bucket reaches. */
export function span(from: string, width: number, zone: string | undefined): string {
  const [start, end] = [new Date(from), new Date(Date.parse(from) + width)];
  const [startDay = "", startClock] = moment(start, start, "time", zone).split(", ");
  const [endDay, endClock] = moment(end, start, "time", zone).split(", ");
  if (width % 86_400_000 === 0 && startClock === "00:00") return width === 86_400_000 ? startDay : `${startDay} – ${moment(new Date(end.getTime() - 1), start, "date", zone)}`;
  return startDay === endDay ? `${startDay}, ${startClock} – ${endClock}` : `${startDay}, ${startClock} – ${endDay}, ${endClock}`;
}
