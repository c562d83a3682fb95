// A stretch of time drawn over a chart becomes the page's time range: from and to in the address. Whoever wants something else
// listens for "range" and prevents its default. The time range of the top bar does the same for the keyboard.
import type { EChartsType } from "echarts/core";
import { colour } from "../../frame/theme";

export function rangeByHand(chart: EChartsType, element: HTMLElement): void {
  const arm = () => {
    chart.setOption({ brush: { xAxisIndex: 0, brushStyle: { color: colour("--accent"), opacity: 0.3, borderColor: colour("--accent-mark"), borderWidth: 1 }, throttleType: "debounce", throttleDelay: 100 } });
    chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single" } });
  };
  arm();
  element.addEventListener("redrawn", arm);
  chart.on("brushEnd", (event) => {
    const area = (event as { areas: { coordRange: [number, number] }[] }).areas[0]?.coordRange;
    if (!area || area[1] - area[0] < 1_000) return;
    const [from, to] = area.map((at) => new Date(at).toISOString().replace(/\.\d+/, "")) as [string, string];
    if (element.dispatchEvent(new CustomEvent("range", { bubbles: true, cancelable: true, detail: { from, to } }))) location.assign(withRange(location.href, from, to));
  });
}

/** An address with another time range, at the first page of its list. */
export function withRange(href: string, from: string, to: string): string {
  const url = new URL(href);
  for (const old of ["range", "cursor", "before", "after"]) url.searchParams.delete(old);
  url.searchParams.set("from", from);
  url.searchParams.set("to", to);
  return url.href;
}
