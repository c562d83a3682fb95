// The time strip: one row for each account, one tick for each joint act; ticks that stand in one column are acts at one time.
import { make } from "../../frame/dom";
import { exact } from "../../frame/figures";
import { moment } from "../../frame/moments";
import { categories, colour } from "../../frame/theme";
import { zone } from "../../frame/times";
import { t } from "../../frame/words";
import type { Acts } from "./acts";
import { asTable } from "./as-table";
import { clipped, font, sheet } from "./canvas";
import type { Model } from "./model";
import { visible } from "./visible";
import { kindName } from "./words";

const nameWidth = 148;
const axisHeight = 22;

/** Draws it into a place; rows in order of the first act. */
export function drawStrip(place: HTMLElement, model: Model, acts: Acts, members: ReadonlySet<number>, picks: () => ReadonlySet<number>, pick: (node: number) => void): { draw(): void; close(): void } {
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < acts.node.length; row++) {
    const node = acts.node[row]!;
    if (!members.has(node)) continue;
    const own = rowsOf.get(node);
    if (own) own.push(row);
    else rowsOf.set(node, [row]);
  }
  const nodes = [...rowsOf.keys()].sort((x, y) => acts.time[rowsOf.get(x)![0]!]! - acts.time[rowsOf.get(y)![0]!]! || x - y);
  if (nodes.length === 0) {
    place.replaceChildren(make("p", { class: "quiet" }, t("No joint acts are known of these accounts.")));
    return { draw: () => undefined, close: () => place.replaceChildren() };
  }
  const kinds = [...new Set(acts.values.map((value) => value.kind))];
  const inks = () => {
    const all = categories();
    return new Map(kinds.map((kind, i) => [kind, all[Math.min(i, all.length - 1)]!]));
  };
  const note = make("p", { class: "read-out quiet" }, t("{0} accounts, {1} joint acts, in order of their first. Point at a tick to read it.", nodes.length, exact(acts.node.length)));
  const legend = make("ul", { class: "kind-legend" }, ...kinds.map((kind, i) => make("li", { class: `category-${Math.min(i + 1, 9)}` }, kindName(kind))));
  const box = make("div", { class: "sheet-box" });
  const said = (act: number) => moment(new Date(acts.time[act]! * 1000), new Date(acts.time[act]! * 1000), "full", zone());
  const table = asTable([t("Account"), t("First"), t("Last"), t("Joint acts")], () => nodes.map((node) => {
    const own = rowsOf.get(node)!;
    return [visible(model.accounts[node]!.name), said(own[0]!), said(own.at(-1)!), own.length];
  }));
  place.replaceChildren(note, legend, box, table);
  const rowHeight = Math.max(4, Math.min(20, Math.max(13, (place.clientHeight - axisHeight - 90) / nodes.length), 1_200 / nodes.length));
  const span = Math.max(1, acts.last - acts.first);
  const x = (width: number, time: number) => nameWidth + ((time - acts.first) / span) * (width - nameWidth - 10);
  const drawing = sheet(box, t("Acts of each account over time"), () => axisHeight + nodes.length * rowHeight + 4, (context, width) => {
    const ink = inks();
    font(context);
    ticks(context, width);
    nodes.forEach((node, row) => {
      const top = axisHeight + row * rowHeight;
      if (picks().has(node)) {
        context.fillStyle = colour("--selected");
        context.fillRect(0, top, width, rowHeight);
      } else if (rowHeight >= 10) {
        context.fillStyle = colour("--line");
        context.fillRect(nameWidth, top + rowHeight - 0.5, width - nameWidth, 0.5);
      }
      context.fillStyle = colour("--ink");
      if (rowHeight >= 12) context.fillText(clipped(context, visible(model.accounts[node]!.name), nameWidth - 12), 0, top + rowHeight / 2 + 4);
      for (const act of rowsOf.get(node)!) {
        context.fillStyle = ink.get(acts.values[acts.value[act]!]!.kind) ?? colour("--ink-2");
        context.fillRect(x(width, acts.time[act]!) - 0.75, top + (rowHeight > 8 ? 2 : 0), 1.5, rowHeight > 8 ? rowHeight - 4 : rowHeight);
      }
    });
  });
  const at = (event: PointerEvent | MouseEvent) => nodes[Math.floor((event.clientY - drawing.canvas.getBoundingClientRect().top - axisHeight) / rowHeight)];
  drawing.canvas.addEventListener("pointermove", (event) => {
    const node = at(event);
    if (node === undefined) return;
    const across = event.clientX - drawing.canvas.getBoundingClientRect().left;
    const distance = (act: number) => Math.abs(x(box.clientWidth, acts.time[act]!) - across);
    const nearest = rowsOf.get(node)!.reduce((best, act) => (distance(act) < distance(best) ? act : best));
    note.textContent = t("{0}: {1}, {2}", visible(model.accounts[node]!.name), said(nearest), kindName(acts.values[acts.value[nearest]!]!.kind));
  });
  drawing.canvas.addEventListener("click", (event) => {
    const node = at(event);
    if (node !== undefined) pick(node);
  });
  return { draw: drawing.draw, close: () => (drawing.close(), place.replaceChildren()) };

  function ticks(context: CanvasRenderingContext2D, width: number): void {
    const count = Math.max(2, Math.min(8, Math.floor((width - nameWidth) / 120)));
    context.fillStyle = colour("--ink-2");
    for (let i = 0; i <= count; i++) {
      const time = acts.first + (span * i) / count;
      const left = x(width, time);
      const when = new Date(time * 1000);
      const text = moment(when, when, span > 3 * 86_400 ? "date" : "time", zone());
      context.textAlign = i === 0 ? "start" : i === count ? "end" : "center";
      context.fillText(text, left, 13);
      context.fillRect(left, axisHeight - 5, 1, 5);
    }
    context.textAlign = "start";
    context.fillStyle = colour("--line");
    context.fillRect(nameWidth, axisHeight - 0.5, width - nameWidth, 0.5);
  }
}
