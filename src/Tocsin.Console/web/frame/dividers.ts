// Widths of panes and rail, changed by hand and remembered in this browser.
import { around } from "./dom";
import { keep, kept } from "./kept";

type Name = "facets" | "preview";

const limits: Record<Name, { least: number; most: number; usual: number; sign: 1 | -1 }> = {
  facets: { least: 180, most: 420, usual: 240, sign: 1 },
  preview: { least: 320, most: 960, usual: 480, sign: -1 },
};

export function startDividers(): void {
  for (const divider of document.querySelectorAll<HTMLElement>("[data-divider]")) tell(divider);
  document.addEventListener("htmx:load", (event) => {
    for (const divider of (event.target as HTMLElement).querySelectorAll<HTMLElement>("[data-divider]")) tell(divider);
  });
  document.addEventListener("pointerdown", (event) => {
    const divider = around(event.target, "[data-divider]");
    if (divider && event.button === 0) drag(divider, event);
  });
  document.addEventListener("keydown", (event) => {
    const divider = around(event.target, "[data-divider]");
    if (!divider) return;
    const { sign, least, most } = limits[nameOf(divider)];
    const to = { ArrowRight: width(divider) + 16 * sign, ArrowLeft: width(divider) - 16 * sign, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(divider, to);
  });
  document.addEventListener("dblclick", (event) => {
    const divider = around(event.target, "[data-divider]");
    if (divider) set(divider, limits[nameOf(divider)].usual);
  });
}

/** Folds the rail to icons, or opens it. */
export function foldRail(): void {
  const root = document.documentElement;
  const folded = (document.getElementById("rail")?.offsetWidth ?? 0) < 100;
  root.dataset["rail"] = folded ? "open" : "folded";
  keep({ rail: folded ? "open" : "folded" });
}

function drag(divider: HTMLElement, start: PointerEvent): void {
  start.preventDefault();
  divider.focus();
  divider.setPointerCapture(start.pointerId);
  divider.classList.add("dragging");
  const from = width(divider);
  const { sign } = limits[nameOf(divider)];
  const move = (event: PointerEvent) => set(divider, from + (event.clientX - start.clientX) * sign);
  divider.addEventListener("pointermove", move);
  divider.addEventListener("lostpointercapture", () => {
    divider.removeEventListener("pointermove", move);
    divider.classList.remove("dragging");
  }, { once: true });
}

function set(divider: HTMLElement, to: number): void {
  const name = nameOf(divider);
  const { least, most } = limits[name];
  const value = Math.round(Math.max(least, Math.min(most, to)));
  document.documentElement.style.setProperty(`--${name}`, `${value}px`);
  keep({ [name]: value });
  tell(divider);
}

function tell(divider: HTMLElement): void {
  const name = nameOf(divider);
  divider.setAttribute("aria-valuemin", String(limits[name].least));
  divider.setAttribute("aria-valuemax", String(limits[name].most));
  divider.setAttribute("aria-valuenow", String(width(divider)));
  divider.setAttribute("aria-valuetext", `${width(divider)} px`);
}

function width(divider: HTMLElement): number {
  const name = nameOf(divider);
  return kept()[name] ?? limits[name].usual;
}

function nameOf(divider: HTMLElement): Name {
  return divider.dataset["divider"] as Name;
}
