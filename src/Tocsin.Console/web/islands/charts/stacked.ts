// Parts of a whole over time, as stacked bars; colour and stripes tell the parts apart.
import type { EChartsCoreOption } from "echarts/core";
import { base, exact, timeAxis, tooltip, valueAxis } from "./common";
import type { Pens, Stacked } from "./kinds";
import { span, step } from "./timeline";

export function stacked(data: Stacked, pens: Pens, label: string): EChartsCoreOption {
  const { buckets, series } = data;
  const width = step(buckets.map((from) => ({ from })));
  return {
    ...base(pens, label),
    grid: { left: 4, right: 12, top: 30, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, type: "scroll", itemWidth: 12, itemHeight: 12, itemGap: 14, textStyle: { color: pens.ink, fontSize: pens.size }, pageTextStyle: { color: pens.quiet }, pageIconColor: pens.ink, pageIconInactiveColor: pens.line, pageIconSize: 10, icon: "roundRect" },
    xAxis: { ...timeAxis(pens), min: buckets[0], max: buckets.length > 0 ? Date.parse(buckets.at(-1)!) + width : undefined },
    yAxis: valueAxis(pens),
    tooltip: tooltip(pens, "axis", ({ index }) => ({
      head: span(buckets[index] ?? "", width, pens.zone),
      pairs: series.filter((one) => (one.values[index] ?? 0) > 0).map((one) => [one.name, exact(one.values[index] ?? 0)]),
    })),
    series: series.map((one, i) => ({
      type: "bar", name: one.name, stack: "all", barWidth: "76%", barMaxWidth: 36,
      data: one.values.map((value, at) => [Date.parse(buckets[at] ?? "") + width / 2, value]),
      itemStyle: { color: pens.categories[Math.min(i, pens.categories.length - 1)], borderColor: pens.surface, borderWidth: 0.5 },
      emphasis: { disabled: true },
    })),
  };
}
