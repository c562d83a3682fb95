// The evidence matrix: accounts by the values they share, ordered so that what belongs together stands together; darker is more acts.
import { make } from "../../frame/dom";
import { exact } from "../../frame/figures";
import { colour } from "../../frame/theme";
import { t } from "../../frame/words";
import type { Acts } from "./acts";
import { asTable } from "./as-table";
import { clipped, font, sheet } from "./canvas";
import type { Model } from "./model";
import { ordered } from "./order";
import { visible } from "./visible";
import { kindName } from "./words";

const mostColumns = 48;
const leastCell = 17;
const nameWidth = 148;
const headHeight = 132;
const edge = 96;   // slanted heads reach beyond the last column
const slope = -Math.PI / 3.2;
const opaque = new Set(["repost_target", "quote_target", "reply_target", "media", "sound", "video", "device", "object", "near_text"]);

export type Matrix = { rows: number[]; columns: number[]; count: Int32Array };

/** Rows are members, columns the values that most of them share. */
export function matrixOf(acts: Acts, members: ReadonlySet<number>, most: number): Matrix {
  const sharers = acts.values.map(() => new Set<number>());
  for (let row = 0; row < acts.node.length; row++) if (members.has(acts.node[row]!)) sharers[acts.value[row]!]!.add(acts.node[row]!);
  const values = sharers.map((_, value) => value).filter((value) => sharers[value]!.size > 1)
    .sort((x, y) => sharers[y]!.size - sharers[x]!.size || x - y).slice(0, most);
  const nodes = [...members].sort((x, y) => x - y);
  const columnOf = new Map(values.map((value, column) => [value, column]));
  const rowOf = new Map(nodes.map((node, row) => [node, row]));
  const count = new Int32Array(nodes.length * values.length);
  for (let row = 0; row < acts.node.length; row++) {
    const [r, c] = [rowOf.get(acts.node[row]!), columnOf.get(acts.value[row]!)];
    if (r !== undefined && c !== undefined) count[r * values.length + c]!++;
  }
  const cells = [...count].flatMap((acted, i) => (acted > 0 ? [{ row: Math.floor(i / values.length), column: i % values.length }] : []));
  const order = ordered(nodes.length, values.length, cells);
  const sorted = new Int32Array(count.length);
  order.rows.forEach((from, row) => order.columns.forEach((was, column) => (sorted[row * values.length + column] = count[from * values.length + was]!)));
  return { rows: order.rows.map((row) => nodes[row]!), columns: order.columns.map((column) => values[column]!), count: sorted };
}

/** Draws it into a place; returns what ends it. */
export function drawMatrix(place: HTMLElement, model: Model, acts: Acts, members: ReadonlySet<number>, cover: () => boolean, picks: () => ReadonlySet<number>, pick: (node: number) => void): { draw(): void; close(): void } {
  const fitting = Math.floor((place.clientWidth - nameWidth - edge) / leastCell);
  const { rows, columns, count } = matrixOf(acts, members, Math.max(8, Math.min(mostColumns, fitting)));
  if (columns.length === 0) {
    place.replaceChildren(make("p", { class: "quiet" }, t("No value is shared by two of these accounts.")));
    return { draw: () => undefined, close: () => place.replaceChildren() };
  }
  const note = make("p", { class: "read-out quiet", "aria-live": "off" }, t("{0} accounts × the {1} values most of them share. Point at a cell to read it.", rows.length, columns.length));
  const box = make("div", { class: "sheet-box" });
  const table = asTable([t("Shared value"), t("Kind"), t("Accounts"), t("Acts")], () => columns.map((value, column) => {
    const acted = rows.map((_, row) => count[row * columns.length + column]!);
    return [text(value), kindName(acts.values[value]!.kind), acted.filter((n) => n > 0).length, acted.reduce((a, b) => a + b, 0)];
  }));
  place.replaceChildren(note, box, table);
  const rowHeight = Math.max(3, Math.min(22, Math.max(14, (place.clientHeight - headHeight - 60) / rows.length), 900 / rows.length));
  const cellWidth = (width: number) => Math.max(6, Math.min(26, (width - nameWidth - edge) / columns.length));
  const most = count.reduce((a, b) => Math.max(a, b), 1);
  const text = (value: number) => (cover() ? `${kindName(acts.values[value]!.kind)} ${columns.indexOf(value) + 1}` : named(acts.values[value]!));
  const drawing = sheet(box, t("Matrix of accounts and what they share"), () => headHeight + rows.length * rowHeight + 4, (context, width) => {
    const cell = cellWidth(width);
    const [low, high] = [colour("--heat-low"), colour("--heat-high")];
    font(context);
    context.fillStyle = colour("--ink-2");
    columns.forEach((value, column) => {
      context.save();
      context.translate(nameWidth + (column + 0.5) * cell, headHeight - 6);
      context.rotate(slope);
      if (cell >= 9) context.fillText(clipped(context, text(value), 138), 0, 4);
      context.restore();
    });
    rows.forEach((node, row) => {
      const top = headHeight + row * rowHeight;
      if (picks().has(node)) {
        context.fillStyle = colour("--selected");
        context.fillRect(0, top, width, rowHeight);
      }
      context.fillStyle = colour("--ink");
      if (rowHeight >= 12) context.fillText(clipped(context, visible(model.accounts[node]!.name), nameWidth - 12), 0, top + rowHeight / 2 + 4);
      for (let column = 0; column < columns.length; column++) {
        const acted = count[row * columns.length + column]!;
        context.fillStyle = acted === 0 ? low : mixed(low, high, 0.3 + 0.7 * Math.sqrt(acted / most));
        const inset = rowHeight > 6 ? 1 : 0;
        context.fillRect(nameWidth + column * cell, top, cell - (cell > 6 ? 1 : 0), rowHeight - inset);
      }
    });
  });
  const at = (event: PointerEvent | MouseEvent) => {
    const bounds = drawing.canvas.getBoundingClientRect();
    const row = Math.floor((event.clientY - bounds.top - headHeight) / rowHeight);
    const column = Math.floor((event.clientX - bounds.left - nameWidth) / cellWidth(box.clientWidth));
    return { row, column, node: rows[row], value: columns[column] };
  };
  drawing.canvas.addEventListener("pointermove", (event) => {
    const { row, column, node, value } = at(event);
    if (node === undefined || value === undefined) return;
    note.textContent = t("{0}: {1} acts on {2} “{3}”", visible(model.accounts[node]!.name), exact(count[row * columns.length + column]!), kindName(acts.values[value]!.kind), text(value));
  });
  drawing.canvas.addEventListener("click", (event) => {
    const { node } = at(event);
    if (node !== undefined) pick(node);
  });
  return { draw: drawing.draw, close: () => (drawing.close(), place.replaceChildren()) };
}

/** A value by its text; what is a mere number or hash also by its kind. */
function named({ kind, text }: Acts["values"][number]): string {
  const shown = visible(text, 60);
  return opaque.has(kind) && !/\s/.test(shown) ? `${kindName(kind)} ${shown}` : shown;
}

/** Between two colours, #rrggbb each. */
function mixed(from: string, to: string, share: number): string {
  const part = (colour: string, i: number) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `#${[0, 1, 2].map((i) => Math.round(part(from, i) + share * (part(to, i) - part(from, i))).toString(16).padStart(2, "0")).join("")}`;
}
