// When in the week something happens: hour by weekday, light to dark.
import type { EChartsCoreOption } from "echarts/core";
import { t } from "../../frame/words";
import { base, exact, tooltip } from "./common";
import type { Pens, Rhythm } from "./kinds";

export function rhythm(data: Rhythm, pens: Pens, label: string): EChartsCoreOption {
  const days = [t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat"), t("Sun")];
  const cells = data.counts.flatMap((hours, day) => hours.map((count, hour) => [hour, day, count] as const));
  const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  const text = { color: pens.quiet, fontSize: pens.size };
  return {
    ...base(pens, label),
    xAxis: { ...axis, data: Array.from({ length: 24 }, (_, hour) => hour), axisLabel: { ...text, interval: 2, formatter: (hour: string) => hour.padStart(2, "0") } },
    yAxis: { ...axis, inverse: true, data: days, axisLabel: text },
    visualMap: { show: false, min: 0, max: Math.max(1, ...cells.map(([, , count]) => count)), inRange: { color: pens.heat } },
    tooltip: tooltip(pens, "item", ({ index }) => {
      const cell = cells[index];
      if (!cell) return undefined;
      const hour = (n: number) => `${String(n).padStart(2, "0")}:00`;
      return { head: `${days[cell[1]]}, ${hour(cell[0])} – ${hour((cell[0] + 1) % 24)}`, pairs: [[t("acts"), exact(cell[2])]] };
    }),
    series: [{ type: "heatmap", data: cells, itemStyle: { borderColor: pens.surface, borderWidth: 1.5, borderRadius: 2, decal: { symbol: "none" } }, emphasis: { itemStyle: { borderColor: pens.ink } } }],
  };
}
