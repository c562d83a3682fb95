// Charts (Apache ECharts): data-kind says which, data-source where its JSON is, or data-figures holds it. data-label is read
// to those who do not see it; data-range makes a stretch drawn over it the page's time range.
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { AriaComponent, BrushComponent, GridComponent, LegendScrollComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { type EChartsCoreOption, type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { make } from "../frame/dom";
import { send } from "../frame/http";
import { t } from "../frame/words";
import type { Island } from "../runtime";
import { bars } from "./charts/bars";
import type { Bars, Pens } from "./charts/kinds";
import { pens } from "./charts/pens";
import { rangeByHand } from "./charts/range";
import { rhythm } from "./charts/rhythm";
import { spark } from "./charts/spark";
import { stacked } from "./charts/stacked";
import { timeline } from "./charts/timeline";

use([BarChart, HeatmapChart, LineChart, AriaComponent, BrushComponent, GridComponent, LegendScrollComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

type Kind = (data: never, pens: Pens, label: string) => EChartsCoreOption;

const kinds: Record<string, Kind> = { timeline, bars, stacked, rhythm, spark };

const island: Island = async (element) => {
  const kind = kinds[element.dataset["kind"] ?? ""];
  if (!kind) throw new Error(`no chart of kind ${element.dataset["kind"]}`);
  const data = await figures(element);
  if (isEmpty(data)) return note(element, t("Nothing in this time."));
  const canvas = make("div", { class: "chart-picture" });
  element.append(canvas);
  if (element.dataset["kind"] === "bars") fit(element, (data as Bars).items.length);
  const chart = init(canvas, null, { renderer: "canvas" });
  const draw = () => chart.setOption(kind(data as never, pens(canvas.clientWidth), element.dataset["label"] ?? ""), { notMerge: true });
  draw();
  if (element.dataset["range"] !== undefined) rangeByHand(chart, element);
  if (element.dataset["kind"] === "bars") follow(chart, data as Bars);
  return attend(element, chart, draw);
};

/** Redraws with the theme, resizes with its place; returns what ends it. */
function attend(element: HTMLElement, chart: EChartsType, draw: () => void): () => void {
  const redraw = () => {
    draw();
    element.dispatchEvent(new CustomEvent("redrawn"));
  };
  let drawn = element.clientWidth;
  const watch = new ResizeObserver(() => {
    chart.resize();
    if (Math.abs(element.clientWidth - drawn) < 40) return;
    drawn = element.clientWidth;
    redraw();
  });
  watch.observe(element);
  document.addEventListener("theme", redraw);
  return () => {
    watch.disconnect();
    document.removeEventListener("theme", redraw);
    chart.dispose();
  };
}

async function figures(element: HTMLElement): Promise<unknown> {
  const inside = element.dataset["figures"];
  if (inside) return JSON.parse(inside);
  const response = await send(element.dataset["source"] ?? "", { quiet: true });
  if (!response.ok) throw new Error(`${response.status} from ${element.dataset["source"]}`);
  return response.json();
}

function isEmpty(data: unknown): boolean {
  return !Object.values(data as object).some((value) => Array.isArray(value) && value.length > 0);
}

function note(element: HTMLElement, text: string): () => void {
  const place = make("p", { class: "chart-note" }, text);
  element.append(place);
  return () => place.remove();
}

/** As high as its bars need. */
function fit(element: HTMLElement, count: number): void {
  element.style.blockSize = `${Math.max(2, count) * 24 + 8}px`;
}

function follow(chart: EChartsType, data: Bars): void {
  chart.on("click", ({ dataIndex }) => {
    const href = data.items[dataIndex]?.href;
    if (href) location.assign(href);
  });
}

export default island;
