// "12 new": changes gather on a button instead of moving rows under the hand. data-live names what it counts.
import { around } from "./dom";
import { t } from "./words";

export function startFresh(): void {
  for (const type of ["signal", "scan", "import", "notification"]) {
    document.addEventListener(`live:${type}`, (event) => {
      const { events } = (event as CustomEvent<{ events: Change[] }>).detail;
      for (const button of document.querySelectorAll<HTMLElement>(`[data-live="${type}"]`)) count(button, events);
    });
  }
  document.addEventListener("click", (event) => {
    const button = around(event.target, "[data-live]");
    if (button) clear(button);
  });
}

const seen = new WeakMap<HTMLElement, Set<string>>();

type Change = { id?: string; verb?: string; mine?: boolean };

/** The same thing changed twice is one thing; what the person did is no news; data-live-verbs narrows it to some verbs. */
function count(button: HTMLElement, events: Change[]): void {
  const ids = seen.get(button) ?? new Set<string>();
  seen.set(button, ids);
  const verbs = button.dataset["liveVerbs"]?.split(" ");
  for (const { id, verb, mine } of events) {
    if (mine || (verbs && !verbs.includes(verb ?? ""))) continue;
    ids.add(id ?? `#${ids.size}`);
  }
  if (ids.size === 0) return;
  button.hidden = false;
  button.textContent = button.dataset["liveText"]?.replace("{0}", String(ids.size)) ?? t("{0} new", ids.size);
}

function clear(button: HTMLElement): void {
  seen.delete(button);
  button.hidden = true;
}
