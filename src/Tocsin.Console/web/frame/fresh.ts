// "12 new": changes gather on a button instead of moving rows under the hand. data-live names what it counts.
import { around } from "./dom";
import { t } from "./words";

export function startFresh(): void {
  for (const type of ["signal", "scan", "import", "notification"]) {
    document.addEventListener(`live:${type}`, (event) => {
      const { events } = (event as CustomEvent<{ events: unknown[] }>).detail;
      for (const button of document.querySelectorAll<HTMLElement>(`[data-live="${type}"]`)) count(button, events);
    });
  }
  document.addEventListener("click", (event) => {
    const button = around(event.target, "[data-live]");
    if (button) clear(button);
  });
}

const seen = new WeakMap<HTMLElement, Set<string>>();

/** The same thing changed twice is one thing. */
function count(button: HTMLElement, events: unknown[]): void {
  const ids = seen.get(button) ?? new Set<string>();
  seen.set(button, ids);
  for (const event of events) ids.add(idOf(event) ?? `#${ids.size}`);
  button.hidden = false;
  button.textContent = button.dataset["liveText"]?.replace("{0}", String(ids.size)) ?? t("{0} new", ids.size);
}

function clear(button: HTMLElement): void {
  seen.delete(button);
  button.hidden = true;
}

function idOf(event: unknown): string | undefined {
  const id = typeof event === "object" && event !== null && "id" in event ? event.id : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
