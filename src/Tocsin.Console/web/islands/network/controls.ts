// The tools above the picture: what they show of the state, and what they change in it.
import { exact } from "../../frame/figures";
import { t } from "../../frame/words";
import type { Explorer } from "./explorer";
import { membershipOf } from "./membership";
import { layouts, windowsOf } from "./model";
import { colourings } from "./state";
import { visible } from "./visible";
import { span } from "./words";

const furthest = 4;   // times the scan's threshold
const curvePoints = 24;
const mostNames = 500;

export class Controls {
  #windows: number[];
  #least: number;
  #most: number;
  #curveOf = "";

  constructor(readonly explorer: Explorer) {
    const { model } = explorer;
    this.#windows = windowsOf(model);
    this.#least = Math.ceil(model.floor * 10) / 10;
    this.#most = Math.max(furthest * model.threshold, 2 * model.floor);
    this.#setUp();
    this.#listen();
  }

  tell(): void {
    const { state, membership, model, decisions } = this.explorer;
    for (const button of this.#all("[data-layout]")) button.setAttribute("aria-pressed", String(button.dataset["layout"] === state.layout));
    this.#press("[data-lasso]", this.explorer.lasso);
    this.#press("[data-focus]", state.focus);
    this.#press("[data-outside]", state.outside);
    const focus = this.#one<HTMLButtonElement>("[data-focus]");
    if (focus) focus.disabled = state.picks.length === 0;
    const [colour, window, threshold] = [this.#one<HTMLSelectElement>("[data-colour]"), this.#one<HTMLInputElement>("[data-window]"), this.#one<HTMLInputElement>("[data-threshold]")];
    if (colour) colour.value = state.colour;
    if (window) window.value = String(state.window === null ? this.#windows.length : Math.max(0, this.#windows.findLastIndex((one) => one <= state.window!)));
    if (threshold) threshold.value = String(this.#toSlider(state.threshold ?? model.threshold));
    this.#text("[data-window-text]", state.window === null ? t("all") : `≤ ${span(state.window)}`);
    this.#text("[data-threshold-text]", state.threshold === null ? t("{0} bits, as scanned", model.threshold.toFixed(0)) : t("{0} bits", state.threshold.toFixed(1)));
    window?.setAttribute("aria-valuetext", state.window === null ? t("all windows") : t("within {0}", span(state.window)));
    threshold?.setAttribute("aria-valuetext", t("{0} bits", (state.threshold ?? model.threshold).toFixed(1)));
    const found = model.accounts.filter((account, node) => account.member && !decisions.excluded.has(node)).length;
    const stay = [...membership.members].filter((node) => model.accounts[node]!.member).length;
    const tried = state.threshold !== null || state.window !== null;
    this.#text("[data-count='members']", tried
      ? t("{0} members; {1} of the {2} found stay", exact(membership.members.size), exact(stay), exact(found))
      : t("{0} members, {1} outside", exact(membership.members.size), exact(model.accounts.length - membership.members.size - decisions.excluded.size)));
    this.#curve();
  }

  /** Puts the state into the links to files and into those of the table. */
  links(search: string): void {
    for (const link of this.#all<HTMLAnchorElement>("[data-file]")) link.search = search;
    for (const link of this.#all<HTMLAnchorElement>("thead a")) {
      const own = new URLSearchParams(link.search);
      const said = new URLSearchParams(search);
      for (const name of ["sort", "order", "tab"]) {
        const value = own.get(name);
        if (value === null) said.delete(name);
        else said.set(name, value);
      }
      link.search = said.toString();
    }
  }

  #setUp(): void {
    const { model } = this.explorer;
    const [window, threshold, names] = [this.#one<HTMLInputElement>("[data-window]"), this.#one<HTMLInputElement>("[data-threshold]"), this.#one("datalist")];
    if (window) Object.assign(window, { min: "0", max: String(this.#windows.length), disabled: this.#windows.length < 2 });
    if (threshold) threshold.disabled = false;
    names?.replaceChildren(...model.accounts.slice(0, mostNames).map((account) => {
      const option = document.createElement("option");
      option.value = visible(account.name, 60);
      return option;
    }));
    this.links(location.search);
  }

  #listen(): void {
    const { explorer } = this;
    const on = (selector: string, type: string, run: (element: HTMLInputElement) => void) => {
      for (const element of this.#all<HTMLInputElement>(selector)) element.addEventListener(type, () => run(element));
    };
    on("[data-layout]", "click", (button) => explorer.change({ layout: layouts.find((one) => one === button.dataset["layout"]) ?? "free" }));
    on("[data-colour]", "change", (select) => explorer.change({ colour: colourings.find((one) => one === select.value) ?? "community" }));
    on("[data-window]", "input", (slider) => explorer.change({ window: this.#windows[Number(slider.value)] ?? null }));
    on("[data-threshold]", "input", (slider) => explorer.change({ threshold: this.#fromSlider(Number(slider.value)) }));
    on("[data-lasso]", "click", () => explorer.toggleLasso(!explorer.lasso));
    on("[data-focus]", "click", () => explorer.change({ focus: !explorer.state.focus }));
    on("[data-outside]", "click", () => explorer.change({ outside: !explorer.state.outside }));
    on("[data-fit]", "click", () => explorer.fit());
    on("[data-find]", "change", (box) => this.#find(box.value));
    on("[data-find]", "search", (box) => this.#find(box.value));
  }

  #find(text: string): void {
    const wanted = text.trim().replace(/^@/, "").toLowerCase();
    if (!wanted) return;
    const { model } = this.explorer;
    const matches = (exactly: boolean) => model.accounts.findIndex((account) =>
      [visible(account.name, 60), account.id].some((name) => (exactly ? name.toLowerCase() === wanted : name.toLowerCase().includes(wanted))));
    const node = matches(true) >= 0 ? matches(true) : matches(false);
    const box = this.#one<HTMLInputElement>("[data-find]");
    box?.setAttribute("aria-invalid", String(node < 0));
    if (node < 0) return;
    this.explorer.pick([node], false);
    this.explorer.picture?.centre(node);
  }

  // The slider is fine where thresholds are low: its way is the logarithm. Close to the scan's own it snaps to it.
  #toSlider(bits: number): number {
    return (100 * Math.log(Math.max(bits, this.#least) / this.#least)) / Math.log(this.#most / this.#least);
  }

  #fromSlider(at: number): number | null {
    const bits = this.#least * (this.#most / this.#least) ** (at / 100);
    return Math.abs(at - this.#toSlider(this.explorer.model.threshold)) < 1.2 ? null : Math.round(bits * 10) / 10;
  }

  /** Above the slider: how many of those found stay, threshold by threshold. Worked out when there is time. */
  #curve(): void {
    const { state, model, decisions } = this.explorer;
    const of = `${state.window} ${[...decisions.excluded].join()} ${[...decisions.included].join()}`;
    if (of === this.#curveOf) return;
    this.#curveOf = of;
    const found = Math.max(1, model.accounts.filter((account) => account.member).length);
    const points: string[] = [];
    const next = (i: number) => {
      if (this.#curveOf !== of || !this.explorer.element.isConnected) return;
      const threshold = this.#least * (this.#most / this.#least) ** (i / curvePoints);
      const { members } = membershipOf(model, { threshold, window: state.window, included: decisions.included, excluded: decisions.excluded });
      const stay = [...members].filter((node) => model.accounts[node]!.member).length;
      points.push(`${((100 * i) / curvePoints).toFixed(1)},${(15 - (14 * stay) / found).toFixed(1)}`);
      if (i < curvePoints) return later(() => next(i + 1));
      this.#one("[data-curve]")?.replaceChildren(shape("polygon", `0,16 ${points.join(" ")} 100,16`), shape("polyline", points.join(" ")));
    };
    later(() => next(0));
  }

  #press(selector: string, on: boolean): void {
    this.#one(selector)?.setAttribute("aria-pressed", String(on));
  }

  #text(selector: string, text: string): void {
    const element = this.#one(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  #one<T extends HTMLElement>(selector: string): T | null {
    return this.explorer.element.querySelector<T>(selector);
  }

  #all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.explorer.element.querySelectorAll<T>(selector)];
  }
}

function shape(name: string, points: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  made.setAttribute("points", points);
  return made;
}

function later(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 16);
}
