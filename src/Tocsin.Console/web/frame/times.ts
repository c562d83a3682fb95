// Puts the times of a page into the viewer's zone, and keeps "5 min ago" true.
import { moment, type Style } from "./moments";

export function startTimes(): void {
  rewrite();
  document.addEventListener("htmx:load", (event) => rewrite(event.target as HTMLElement));
  setInterval(() => document.hidden || rewrite(), 30_000);
}

/** The zone the person has chosen; undefined is the browser's. */
export function zone(): string | undefined {
  return document.documentElement.dataset["zone"] || undefined;
}

function rewrite(root: ParentNode = document): void {
  const now = new Date();
  for (const time of root.querySelectorAll<HTMLTimeElement>("time.when")) {
    const text = moment(new Date(time.dateTime), now, time.dataset["style"] as Style, zone());
    if (time.textContent !== text) time.textContent = text;
  }
}
