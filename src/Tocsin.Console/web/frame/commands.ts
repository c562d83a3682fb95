// What can be done here: by key, and from the palette. The frame's own commands, and those of the page: elements with
// data-command (its name), data-key (its key) and data-label (its words; else its text).
import { isSingle } from "./keys";
import { t } from "./words";

export type Command = {
  name: string;
  label: string;
  group: string;
  key?: string | undefined;
  icon?: string | undefined;
  /** Not offered by the palette: it makes sense as a key only. */
  onlyKey?: boolean;
  run: () => void;
};

const own: Command[] = [];

/** A command of the frame. */
export function command(added: Command): void {
  own.push(added);
}

/** Everything that can be done now, with the keys that the person has chosen. */
export function commands(): Command[] {
  const chosen = chosenKeys();
  return [...fromPage(), ...own].map((one) => (chosen[one.name] === undefined ? one : { ...one, key: chosen[one.name] }));
}

export function chosenKeys(): Record<string, string> {
  return JSON.parse(document.documentElement.dataset["keys"] ?? "{}") as Record<string, string>;
}

/** Whether a key may act: single ones can be switched off. */
export function mayAct(key: string): boolean {
  return document.documentElement.dataset["singleKeys"] !== "off" || !isSingle(key);
}

function fromPage(): Command[] {
  const found = new Map<string, Command>();
  for (const element of document.querySelectorAll<HTMLElement>("[data-command]")) {
    const name = element.dataset["command"] ?? "";
    if (found.has(name) || element.matches(":disabled, [aria-disabled='true']") || !canShow(element)) continue;
    found.set(name, {
      name, label: labelOf(element), group: t("On this page"), key: element.dataset["key"], icon: element.dataset["icon"],
      run: () => act(element),
    });
  }
  return [...found.values()];
}

/** Seen, or in a menu that is closed. */
function canShow(element: HTMLElement): boolean {
  return element.checkVisibility() || element.closest("details:not([open])")?.checkVisibility() === true;
}

function act(element: HTMLElement): void {
  if (element.matches("input, select, textarea")) element.focus();
  else element.click();
}

export function labelOf(element: HTMLElement): string {
  if (element.dataset["label"]) return element.dataset["label"];
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll("kbd, .count, svg")) part.remove();
  return copy.textContent?.replace(/\s+/g, " ").trim() || element.title || element.getAttribute("aria-label") || "";
}
