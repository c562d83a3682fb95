// The queue under the hand: what is chosen, the dialogs that act on it, rows that leave at once and come back when they must not.
import htmx from "htmx.org";
import { around } from "../frame/dom";
import { t } from "../frame/words";
import type { Island } from "../runtime";
import { between, chosen, nextAfter } from "./acts/choice";
import { startForms } from "./acts/forms";

const island: Island = () => {
  const stopForms = startForms();
  const stop = new AbortController();
  const on = { signal: stop.signal };
  document.addEventListener("click", onClick, on);
  document.addEventListener("change", (event) => around(event.target, ".pick") && showChosen(), on);
  document.addEventListener("htmx:beforeRequest", onSend, on);
  document.addEventListener("htmx:afterRequest", onAnswer, on);
  document.addEventListener("htmx:afterSettle", onSettle, on);
  document.addEventListener("signals-undone", onUndone, on);
  showChosen();
  return () => {
    stop.abort();
    stopForms();
  };
};

export default island;

let lastPicked: string | null = null;

const rows = () => [...document.querySelectorAll<HTMLElement>("#queue-rows [data-row]")];
const shown = () => rows().filter((row) => !row.hasAttribute("data-leaving"));
const pickOf = (row: HTMLElement) => row.querySelector<HTMLInputElement>(".pick")!;
const current = () => document.querySelector<HTMLElement>('#queue-rows [data-row][aria-current="true"]');

function targets(): HTMLElement[] {
  const ticked = shown().filter((row) => pickOf(row).checked).map((row) => row.id);
  const ids = new Set(chosen(ticked, current()?.id ?? null));
  return shown().filter((row) => ids.has(row.id));
}

function onClick(event: MouseEvent): void {
  const opener = around(event.target, "[data-act-open]");
  const pick = around<HTMLInputElement>(event.target, ".pick");
  const row = around(event.target, "#queue-rows [data-row]");
  if (opener) {
    event.preventDefault();
    opener.closest("details")?.removeAttribute("open");
    act(opener.dataset["actOpen"]!);
  } else if (around(event.target, "[data-choose-row]")) {
    const at = current();
    if (at) tick([at], !pickOf(at).checked);
  } else if (around(event.target, "[data-choose-none]")) {
    tick(rows(), false);
    current()?.focus();
  } else if (around(event.target, "[data-to-preview]")) {
    toPreview();
  } else if (pick && row) {
    if (event.shiftKey) tick(byIds(between(shown().map((one) => one.id), lastPicked, row.id)), pick.checked);
    lastPicked = row.id;
  } else if (row && !around(event.target, "a, button, input, label")) {
    row.focus({ preventScroll: true });
  }
}

const byIds = (ids: string[]) => ids.map((id) => document.getElementById(id)!);

function tick(which: HTMLElement[], on: boolean): void {
  for (const row of which) pickOf(row).checked = on;
  lastPicked = which.at(-1)?.id ?? null;
  showChosen();
}

/** Says how many are chosen, and marks them. */
function showChosen(): void {
  const all = shown();
  const picked = all.filter((row) => pickOf(row).checked);
  for (const row of all) row.setAttribute("data-chosen", String(pickOf(row).checked));
  const bar = document.querySelector<HTMLElement>("[data-bulk]");
  if (!bar) return;
  bar.toggleAttribute("data-any", picked.length > 0);
  bar.querySelector("[data-bulk-count]")!.textContent = picked.length > 0 ? t("{0} chosen", picked.length) : "";
}

/** Opens the dialog of an act on what is chosen; holding asks nothing and is sent at once. */
function act(name: string): void {
  const which = targets();
  if (which.length === 0) return;
  const kind = name === "hold" && which.every((row) => row.dataset["held"] === "me") ? "release" : name;
  fill(kind, which);
  const dialog = document.getElementById(`${kind}-dialog`);
  if (dialog instanceof HTMLDialogElement) {
    document.getElementById(`conflict-${kind}`)?.replaceChildren();
    dialog.showModal();
    dialog.querySelector<HTMLElement>("input:checked, input:not([type=hidden]), select, textarea")?.focus();
  } else {
    document.querySelector<HTMLFormElement>(`form[data-act="${kind}"]`)?.requestSubmit();
  }
}

function fill(kind: string, which: HTMLElement[]): void {
  const holder = document.getElementById(`targets-${kind}`);
  holder?.replaceChildren(...which.map((row) => {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", "signal", pickOf(row).value];
    return field;
  }));
  const dialog = document.getElementById(`${kind}-dialog`);
  const many = which.length > 1;
  const count = dialog?.querySelector("[data-count]");
  if (count) count.textContent = many ? t("{0} signals", which.length) : which[0]!.dataset["signal"]!;
  const sample = dialog?.querySelector("[data-sample]");
  if (sample) sample.textContent = many ? sampleOf(which) : (which[0]!.querySelector(".what")?.textContent ?? "");
}

function sampleOf(which: HTMLElement[]): string {
  const accounts = which.reduce((sum, row) => sum + Number(row.dataset["accounts"]), 0);
  const some = which.slice(0, 5).map((row) => row.dataset["signal"]).join(", ");
  return `${t("{0} accounts in all", accounts)} · ${some}${which.length > 5 ? " …" : ""}`;
}

/** Rows that the act takes from this list leave at once; the hand goes on to the next. */
function onSend(event: Event): void {
  const form = formOf(event);
  if (!form) return;
  const ids = new Set(idsOf(form));
  const which = rows().filter((row) => ids.has(row.dataset["signal"]!));
  const from = current()?.id ?? null;
  form.closest("dialog")?.close();
  if (!leaves(form)) return;
  const next = nextAfter(shown().map((row) => row.id), new Set(which.map((row) => row.id)), from);
  for (const row of which) row.setAttribute("data-leaving", "");
  if (next) document.getElementById(next)?.focus();
  showChosen();
}

function onAnswer(event: Event): void {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  const form = formOf(event);
  if (!form) return;
  for (const row of rows().filter((one) => one.hasAttribute("data-leaving"))) row.removeAttribute("data-leaving");
  if (xhr.status === 409 || xhr.status === 422) return again(form);
  if (xhr.status < 200 || xhr.status >= 300) return;
  form.reset();
  tick(rows(), false);
  const row = current();
  if (row) htmx.trigger(row, "row", {});
  htmx.trigger(document.body, "queue-acted", {});
}

/** What could not be done is shown again, with all that was typed. */
function again(form: HTMLFormElement): void {
  const dialog = form.closest("dialog");
  if (dialog && !dialog.open) dialog.showModal();
  [...form.querySelectorAll<HTMLElement>("textarea, select, input:not([type=hidden], [type=radio])")].find((field) => field.checkVisibility())?.focus();
}

let undone: string | null = null;

/** A row comes back into its place: the list is read again, and the hand goes there. */
function onUndone(event: Event): void {
  undone = `s-${(event as CustomEvent<{ id: string }>).detail.id}`;
  htmx.trigger(document.body, "queue-refresh", {});
  htmx.trigger(document.body, "queue-acted", {});
}

function onSettle(): void {
  showChosen();
  const row = undone && document.getElementById(undone);
  if (!row) return;
  undone = null;
  row.focus();
}

function formOf(event: Event): HTMLFormElement | null {
  const { elt } = (event as CustomEvent<{ elt: Element }>).detail;
  return elt instanceof HTMLFormElement && elt.matches("form.act") ? elt : null;
}

const idsOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('input[name="signal"]')].map((field) => field.value.replace(/\.\d+$/, ""));

/** Whether what the act makes of a signal is not listed here. */
function leaves(form: HTMLFormElement): boolean {
  const state = document.getElementById("queue-rows")?.dataset["state"];
  return (state === "open" && ["decide", "snooze"].includes(form.dataset["act"]!)) || (state === "snoozed" && ["decide", "wake"].includes(form.dataset["act"]!));
}

/** To the preview and back; where one pane shows at a time, the other one. */
function toPreview(): void {
  const preview = document.getElementById("preview");
  const panes = preview?.closest<HTMLElement>("[data-panes]");
  const there = preview?.contains(document.activeElement) === true;
  panes?.setAttribute("data-at", there ? "list" : "preview");
  if (there) current()?.focus();
  else preview?.focus();
}
