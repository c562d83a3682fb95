// Dense rows under the hand: data-list around them, data-row and an id on each. One row is in the tab order; keys move it; the
// focus survives a swap by the row's id, or goes to the row that took its place.
import { around } from "./dom";
import { command } from "./commands";
import { t } from "./words";

type Place = { list: string; row: string; at: number };

let place: Place | null = null;
let held = false;

export function startLists(): void {
  document.addEventListener("focusin", (event) => {
    const row = around(event.target, "[data-row]");
    held = row !== null;
    if (row && row.id !== place?.row) choose(row, true);
    else if (row) choose(row, false);
  });
  document.addEventListener("keydown", (event) => {
    const row = event.target instanceof HTMLElement && event.target.matches("[data-row]") ? event.target : null;
    if (!row || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (event.key === "Enter") open(row);
    else if (move) focus(row.closest<HTMLElement>("[data-list]"), move(rowsAround(row).indexOf(row), rowsAround(row).length));
    else return;
    event.preventDefault();
  });
  document.addEventListener("htmx:afterSettle", restore);
  document.addEventListener("htmx:oobAfterSwap", restore);
  command({ name: "next", label: t("Next row"), group: t("Lists"), key: "j", onlyKey: true, run: () => step(1) });
  command({ name: "previous", label: t("Previous row"), group: t("Lists"), key: "k", onlyKey: true, run: () => step(-1) });
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Moves from the chosen row, or into the first list of the page. */
export function step(by: number): void {
  const list = here();
  if (!list) return;
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row.id === place?.row);
  focus(list, at < 0 ? 0 : at + by);
}

function here(): HTMLElement | null {
  const active = around(document.activeElement, "[data-list]");
  const last = place && document.getElementById(place.row)?.closest<HTMLElement>("[data-list]");
  return active ?? last ?? [...document.querySelectorAll<HTMLElement>("main [data-list]")].find((list) => list.checkVisibility()) ?? null;
}

function focus(list: HTMLElement | null, at: number): void {
  if (!list) return;
  const rows = rowsOf(list);
  const row = rows[Math.max(0, Math.min(at, rows.length - 1))];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function choose(row: HTMLElement, tell: boolean): void {
  const rows = rowsAround(row);
  for (const other of rows) {
    if (other === row) continue;
    other.tabIndex = -1;
    other.removeAttribute("aria-current");
  }
  row.tabIndex = 0;
  row.setAttribute("aria-current", "true");
  place = { list: row.closest<HTMLElement>("[data-list]")?.id ?? "", row: row.id, at: rows.indexOf(row) };
  if (tell) row.dispatchEvent(new CustomEvent("row", { bubbles: true }));
}

function open(row: HTMLElement): void {
  (row.querySelector<HTMLElement>("[data-open]") ?? row.querySelector<HTMLElement>("a[href]"))?.click();
}

/** After a swap: the row of before, else the one that took its place; only when the focus was lost with it. */
function restore(): void {
  if (!place) return;
  const same = document.getElementById(place.row);
  if (same) {
    if (same.getAttribute("aria-current") !== "true") choose(same, false);
    if (held && document.activeElement === document.body) same.focus({ preventScroll: true });
    return;
  }
  const list = place.list ? document.getElementById(place.list) : document.querySelector<HTMLElement>("main [data-list]");
  if (list && held && document.activeElement === document.body) focus(list, place.at);
}

function rowsAround(row: HTMLElement): HTMLElement[] {
  const list = row.closest<HTMLElement>("[data-list]");
  return list ? rowsOf(list) : [row];
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-row]")];
}
