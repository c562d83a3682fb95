// What all charts share: letters, axes, grid, and a tooltip built of elements (markup with styles would break the content policy).
import type { EChartsCoreOption } from "echarts/core";
import { exact, short } from "../../frame/figures";
import { moment } from "../../frame/moments";
import type { Pens, Tip } from "./kinds";

/** The option that every chart starts from. */
export function base(pens: Pens, label: string): EChartsCoreOption {
  return {
    animation: !pens.still,
    animationDuration: 120,
    animationDurationUpdate: 120,
    textStyle: { fontFamily: "Inter Variable, system-ui, sans-serif", fontSize: pens.size, color: pens.quiet },
    aria: { enabled: true, label: { description: label }, decal: { show: true, decals: decals() } },
    color: pens.categories,
    grid: { left: 4, right: 12, top: 10, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
  };
}

// Stripes at different angles and widths: enough to tell series apart without colour, quiet enough to read over.
function decals(): object[] {
  const stripe = (rotation: number, gap: number) => ({ symbol: "rect", color: "rgba(255,255,255,0.3)", dashArrayX: [1, 0], dashArrayY: [1.5, gap], rotation });
  return [{ symbol: "none" }, stripe(Math.PI / 4, 5), stripe(-Math.PI / 4, 5), stripe(0, 4), stripe(Math.PI / 2, 4), stripe(Math.PI / 4, 9), stripe(-Math.PI / 4, 9), stripe(0, 8)];
}

export function timeAxis(pens: Pens): object {
  return {
    type: "time",
    splitNumber: Math.max(2, Math.min(8, Math.floor(pens.width / 100))),
    axisLine: { lineStyle: { color: pens.line } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { color: pens.quiet, fontSize: pens.size, hideOverlap: true, formatter: (at: number) => axisTime(new Date(at), pens.zone) },
  };
}

export function valueAxis(pens: Pens): object {
  return {
    type: "value",
    minInterval: 1,
    splitNumber: 3,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: pens.line, width: 1 } },
    axisLabel: { color: pens.quiet, fontSize: pens.size, formatter: short },
  };
}

/** At midnight the day, else the time of day. */
export function axisTime(at: Date, zone: string | undefined): string {
  const text = moment(at, at, "time", zone);
  const [day = "", clock = ""] = text.split(", ");
  return clock === "00:00" ? day : clock;
}

/** A tooltip made of elements. */
export function tooltip(pens: Pens, trigger: "axis" | "item", tip: (found: { index: number; series: number }) => Tip | undefined): object {
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    axisPointer: { type: "line", lineStyle: { color: pens.quiet, width: 1, type: "solid" } },
    backgroundColor: pens.surface,
    borderColor: pens.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: pens.ink, fontSize: pens.size },
    extraCssText: "box-shadow: var(--shadow); border-radius: var(--radius)",
    formatter: (given: Given | Given[]) => {
      const first = Array.isArray(given) ? given[0] : given;
      const found = first && tip({ index: first.dataIndex, series: first.seriesIndex });
      return found ? draw(found) : "";
    },
  };
}

type Given = { dataIndex: number; seriesIndex: number };

function draw({ head, pairs }: Tip): HTMLElement {
  const box = document.createElement("div");
  box.className = "chart-tip";
  const title = document.createElement("b");
  title.textContent = head;
  const list = document.createElement("dl");
  for (const [name, figure] of pairs) {
    const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
    [dt.textContent, dd.textContent] = [name, figure];
    list.append(dt, dd);
  }
  box.append(title, list);
  return box;
}

export { exact };
