// A small line without axes.
import type { EChartsCoreOption } from "echarts/core";
import { base, exact, tooltip } from "./common";
import type { Pens, Spark } from "./kinds";

export function spark(data: Spark, pens: Pens, label: string): EChartsCoreOption {
  return {
    ...base(pens, label),
    grid: { left: 1, right: 1, top: 3, bottom: 1 },
    xAxis: { type: "category", show: false, boundaryGap: false, data: data.values.map((_, i) => i) },
    yAxis: { type: "value", show: false, min: 0 },
    tooltip: tooltip(pens, "axis", ({ index }) => ({ head: exact(data.values[index] ?? 0), pairs: [] })),
    series: [{ type: "line", data: data.values, symbol: "none", lineStyle: { width: 1.5, color: pens.quiet }, areaStyle: { color: pens.quiet, opacity: 0.12 }, itemStyle: { decal: { symbol: "none" } } }],
  };
}
