// The first n of something, each with its change against the period before.
import type { EChartsCoreOption } from "echarts/core";
import { change, short } from "../../frame/figures";
import { t } from "../../frame/words";
import { base, exact, tooltip, valueAxis } from "./common";
import type { Bars, Pens } from "./kinds";

export function bars(data: Bars, pens: Pens, label: string): EChartsCoreOption {
  const { items } = data;
  const withChange = items.some((item) => item.before != null);
  const said = (item: Bars["items"][number]) => short(item.value) + (item.before != null ? `   ${change(item.value, item.before)}` : "");
  return {
    ...base(pens, label),
    grid: { left: 4, right: withChange ? 96 : 48, top: 2, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { ...valueAxis(pens), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: "category", inverse: true, data: items.map((item) => item.label), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: pens.ink, fontSize: pens.size, width: Math.min(168, Math.round(pens.width * 0.36)), overflow: "truncate", interval: 0 },
    },
    tooltip: {
      ...tooltip(pens, "item", ({ index }) => {
        const item = items[index];
        if (!item) return undefined;
        const before: [string, string][] = item.before != null ? [[t("before"), exact(item.before)], [t("change"), change(item.value, item.before)]] : [];
        return { head: item.label, pairs: [[t("now"), exact(item.value)], ...before] };
      }),
    },
    series: [{
      type: "bar", data: items.map((item) => item.value), barWidth: "62%", barMaxWidth: 16, cursor: items.some((item) => item.href) ? "pointer" : "default",
      itemStyle: { color: pens.accent, decal: { symbol: "none" }, borderRadius: [0, 2, 2, 0] },
      label: { show: true, position: "right", color: pens.ink, fontSize: pens.size, formatter: ({ dataIndex }: { dataIndex: number }) => said(items[dataIndex]!) },
    }],
  };
}
