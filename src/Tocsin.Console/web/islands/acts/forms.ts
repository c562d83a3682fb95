// Forms by which a person acts on signals, wholly by keyboard: a digit chooses, Ctrl-Enter sends, arrow down in an empty
// reason picks a recent one.
import { around, takesText } from "../../frame/dom";
import { nextReason } from "./choice";

/** Serves every such form of the page until it is stopped. */
export function startForms(): () => void {
  const stop = new AbortController();
  const on = { signal: stop.signal };
  document.addEventListener("keydown", onKey, on);
  document.addEventListener("click", onFill, on);
  document.addEventListener("change", onChange, on);
  document.addEventListener("toggle", onToggle, { ...on, capture: true });
  setZones(document);
  document.addEventListener("htmx:load", (event) => event.target instanceof Element && setZones(event.target), on);
  return () => stop.abort();
}

function onKey(event: KeyboardEvent): void {
  const form = around<HTMLFormElement>(event.target, "form.act");
  if (!form || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "ArrowDown" && event.target instanceof HTMLTextAreaElement && event.target.dataset["recent"]) {
    if (pickReason(event.target)) event.preventDefault();
  } else if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target)) {
    if (choose(form, event.key)) event.preventDefault();
  }
}

function choose(form: HTMLFormElement, digit: string): boolean {
  const choice = form.querySelector<HTMLInputElement>(`[data-digit="${digit}"]`);
  if (!choice) return false;
  choice.checked = true;
  choice.focus();
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/** Once it is said what, the reason comes next. */
function onChange(event: Event): void {
  const choice = event.target;
  if (!(choice instanceof HTMLInputElement) || choice.type !== "radio" || !choice.matches("form.act [data-digit]")) return;
  const next = [...choice.form!.querySelectorAll<HTMLElement>("input:not([type=radio], [type=hidden]), textarea")].find((field) => field.checkVisibility());
  if (choice.dataset["digit"] && choice.form!.dataset["byDigit"] !== "stay") next?.focus();
}

function pickReason(box: HTMLTextAreaElement): boolean {
  const recent = [...document.querySelectorAll<HTMLButtonElement>(`${box.dataset["recent"]} [data-fill]`)].map((button) => button.value);
  const reason = nextReason(recent, box.value);
  if (reason === null) return false;
  box.value = reason;
  return true;
}

function onFill(event: MouseEvent): void {
  const button = around<HTMLButtonElement>(event.target, "button[data-fill]");
  const box = button && document.querySelector<HTMLTextAreaElement>(button.dataset["fill"]!);
  if (!button || !box) return;
  box.value = button.value;
  box.focus();
}

/** An act that unfolds puts the hand into its form. */
function onToggle(event: Event): void {
  const details = event.target;
  if (details instanceof HTMLDetailsElement && details.open && details.matches(".act-details"))
    details.querySelector<HTMLElement>("input:checked, input:not([type=hidden]), select, textarea")?.focus();
}

/** A time is meant in the zone in which the person sees times. */
function setZones(root: ParentNode): void {
  const zone = document.documentElement.dataset["zone"] || Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of root.querySelectorAll<HTMLInputElement>("[data-zone-field]")) field.value = zone;
  for (const name of root.querySelectorAll<HTMLElement>("[data-zone-name]")) name.textContent = zone;
}
