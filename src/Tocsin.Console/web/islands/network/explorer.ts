// One network on the screen: holds the state, draws what shows it, listens to what changes it.
import { colour, categories } from "../../frame/theme";
import { t } from "../../frame/words";
import { type ActColumns, type Acts, actsOf, appearanceOf } from "./acts";
import { Card } from "./card";
import { Controls } from "./controls";
import { Decisions } from "./decisions";
import { download, exportPng, exportSvg } from "./export";
import { listen } from "./hands";
import { around, type Palette, type View } from "./looks";
import { drawMatrix } from "./matrix";
import { type Membership, membershipOf } from "./membership";
import type { Model } from "./model";
import { Picture } from "./picture";
import { searchOf, type State, stateOf, type Tab, tabs } from "./state";
import { drawStrip } from "./strip";
import { Times } from "./times";

type Drawn = { draw(): void; close(): void };

const addressAfter = 200;   // milliseconds: browsers do not take an address for every step of a slider

export class Explorer {
  state: State;
  membership: Membership;
  acts: Acts | null = null;
  readonly keys: string[];
  readonly decisions: Decisions;
  #picture: Picture | null = null;
  #hands: ReturnType<typeof listen> | null = null;
  #sheets = new Map<Tab, Drawn>();
  #controls: Controls;
  #card: Card;
  #times: Times;
  #watch: ResizeObserver;
  #stop = new AbortController();
  #lasso = false;
  #addressing: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly element: HTMLElement, readonly model: Model) {
    this.keys = model.accounts.map((account) => account.key);
    this.state = stateOf(location.search, this.keys, this.tag);
    this.decisions = new Decisions(element, model, () => this.#decided());
    this.membership = this.#belonging();
    this.#controls = new Controls(this);
    this.#card = new Card(this);
    this.#times = new Times(this);
    this.#watch = new ResizeObserver(() => this.#resized());
    this.#listen();
    this.#show(this.state.tab);
    this.#tell();
  }

  get tag(): string {
    return this.element.dataset["tag"] ?? "";
  }

  get picture(): Picture | null {
    return this.#picture;
  }

  get lasso(): boolean {
    return this.#lasso;
  }

  /** Acts arrive after the picture stands; null when there are none to be had. */
  setActs(columns: ActColumns | null): void {
    if (this.#stop.signal.aborted) return;
    this.acts = columns ? actsOf(columns, this.model) : null;
    if (this.#picture && this.acts) this.#picture.appears = appearanceOf(this.model, this.acts);
    this.#times.ready();
    if (this.state.at !== null) this.change({ at: this.state.at });
    this.#drawSheet(this.state.tab);
    this.element.setAttribute("data-acts", this.acts ? "" : "none");
  }

  /** Takes over part of a state and shows it. */
  change(part: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    const [now, was] = [this.state, before];
    if (now.threshold !== was.threshold || now.window !== was.window) this.#settings();
    if (now.layout !== was.layout) this.#picture?.arrange(now.layout);
    if (now.tab !== was.tab) this.#show(now.tab);
    this.#look(was);
    this.#tell();
    clearTimeout(this.#addressing);
    this.#addressing = setTimeout(() => this.#address(), addressAfter);
  }

  pick(nodes: number[], add: boolean): void {
    const picked = new Set(add ? this.state.picks : []);
    for (const node of nodes) if (add && nodes.length === 1 && picked.has(node)) picked.delete(node);
      else picked.add(node);
    this.change({ picks: [...picked].sort((a, b) => a - b), focus: picked.size > 0 && this.state.focus });
  }

  toggleLasso(on: boolean): void {
    this.#lasso = on;
    this.#hands?.lasso(on);
    this.#tell();
  }

  /** Fits the picture and puts what was moved back. */
  fit(): void {
    if (this.#picture?.moved) this.#picture.arrange(this.state.layout);
    this.#picture?.fit();
    this.change({ focus: false });
  }

  close(): void {
    this.#stop.abort();
    clearTimeout(this.#addressing);
    this.#watch.disconnect();
    this.#times.close();
    this.#hands?.close();
    this.#picture?.close();
    for (const sheet of this.#sheets.values()) sheet.close();
  }

  #belonging(): Membership {
    return membershipOf(this.model, { threshold: this.state.threshold, window: this.state.window, included: this.decisions.included, excluded: this.decisions.excluded });
  }

  #view(): View {
    const focus = this.state.focus && this.state.picks.length > 0;
    return {
      membership: this.membership, colour: this.state.colour, outside: this.state.outside, at: this.state.at,
      excluded: this.decisions.excluded, included: this.decisions.included, picks: new Set(this.state.picks),
      only: focus ? around(this.model, this.membership.ties, this.state.picks) : null,
    };
  }

  #settings(): void {
    this.membership = this.#belonging();
    this.#picture?.marks.setWindow(this.state.window);
    this.#forgetSheets();
  }

  #decided(): void {
    this.membership = this.#belonging();
    this.#forgetSheets();
    this.change({ picks: [] });
    this.#picture?.refresh();
    document.dispatchEvent(new Event("network-decided"));   // the table is the server's: it asks again
  }

  /** Shows the state on the picture, with as little work as what changed asks for. */
  #look(was: State): void {
    const picture = this.#picture;
    if (!picture) return;
    const now = this.state;
    picture.view = this.#view();
    if (now.at !== was.at && now.threshold === was.threshold && now.window === was.window && now.focus === was.focus) this.#times.step(was.at, now.at);
    else if (now.picks !== was.picks && !now.focus && !was.focus && now.outside === was.outside && now.colour === was.colour) picture.marks.draw();
    else picture.refresh();
    this.#sheets.get(now.tab)?.draw();
  }

  #tell(): void {
    this.#controls.tell();
    this.#card.tell();
    this.#times.tell();
  }

  #address(): void {
    const search = searchOf(this.state, location.search, this.keys, this.tag);
    if (search === location.search) return;
    history.replaceState(history.state, "", location.pathname + search + location.hash);
    this.#controls.links(search);
  }

  #show(tab: Tab): void {
    for (const panel of this.element.querySelectorAll<HTMLElement>("[data-panel]")) panel.hidden = panel.dataset["panel"] !== tab;
    for (const link of this.element.querySelectorAll("[data-tab-link]")) {
      if (link.getAttribute("data-tab-link") === tab) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    this.element.dataset["tab"] = tab;
    if (tab === "graph") this.#openPicture();
    this.#drawSheet(tab);
  }

  #openPicture(): void {
    const place = this.element.querySelector<HTMLElement>("[data-canvas]");
    if (!place || this.#picture || place.clientWidth === 0) return;
    if (!canDraw()) return this.#cannotDraw();
    let picture: Picture;
    try {
      picture = new Picture(place, this.model, this.#view(), palette(), this.state.layout);
    } catch (error) {
      console.error("network picture:", error);   // a driver that takes WebGL but not these shaders: the table still serves
      return this.#cannotDraw();
    }
    this.#picture = picture;
    if (this.acts) picture.appears = appearanceOf(this.model, this.acts);
    picture.marks.setWindow(this.state.window);
    this.#hands = listen(picture, {
      hover: (over) => {
        picture.marks.hoveredNode = over && "node" in over ? over.node : null;
        picture.marks.hoveredTie = over && "tie" in over ? over.tie : null;
        picture.marks.draw();
        this.#card.hover(over);
      },
      pick: (nodes, add) => this.pick(nodes, add),
    });
    this.#watch.observe(place);
    this.element.querySelector("[data-wait]")?.remove();
    this.element.setAttribute("data-drawn", "");
  }

  #cannotDraw(): void {
    const wait = this.element.querySelector("[data-wait]");
    if (wait) wait.textContent = t("This browser cannot draw the picture (WebGL is missing). The table says the same.");
    this.element.setAttribute("data-no-webgl", "");
    queueMicrotask(() => this.change({ tab: "accounts" }));
  }

  #resized(): void {
    this.#picture?.sigma.resize();
    this.#picture?.refresh();
  }

  #drawSheet(tab: Tab): void {
    if ((tab !== "matrix" && tab !== "times") || this.#sheets.has(tab)) return;
    const place = this.element.querySelector<HTMLElement>(`[data-panel="${tab}"]`);
    if (!place) return;
    if (!this.acts) {
      place.textContent = this.element.hasAttribute("data-acts") ? t("The joint acts of this network could not be read.") : t("Reading the joint acts…");
      return;
    }
    const picks = () => new Set(this.state.picks);
    const pick = (node: number) => this.pick([node], true);
    const cover = () => this.element.dataset["cover"] !== undefined && document.documentElement.dataset["reveal"] === undefined;
    this.#sheets.set(tab, tab === "matrix"
      ? drawMatrix(place, this.model, this.acts, this.membership.members, cover, picks, pick)
      : drawStrip(place, this.model, this.acts, this.membership.members, picks, pick));
  }

  #forgetSheets(): void {
    for (const sheet of this.#sheets.values()) sheet.close();
    this.#sheets.clear();
    this.#drawSheet(this.state.tab);
  }

  #listen(): void {
    const { signal } = this.#stop;
    this.element.addEventListener("click", (event) => this.#clicked(event), { signal });
    document.addEventListener("theme", () => {
      if (!this.#picture) return;
      this.#picture.palette = palette();
      this.#picture.refresh();
    }, { signal });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (this.#lasso) this.toggleLasso(false);
      else if (this.state.picks.length > 0) this.pick([], false);
    }, { signal });
    window.addEventListener("popstate", () => this.change(stateOf(location.search, this.keys, this.tag)), { signal });
  }

  #clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const tab = target?.closest("[data-tab-link]")?.getAttribute("data-tab-link");
    const picked = target?.closest("[data-pick]")?.getAttribute("data-pick");
    const what = target?.closest("[data-export]")?.getAttribute("data-export");
    if (target?.closest("[data-judge]")) {
      event.preventDefault();
      this.decisions.open([], "exclude");
    } else if (tab && !(event as MouseEvent).ctrlKey && !(event as MouseEvent).metaKey) {
      event.preventDefault();
      this.change({ tab: tabs.find((one) => one === tab) ?? "graph" });
    } else if (picked && this.state.tab !== "accounts") {
      event.preventDefault();
      const node = this.keys.indexOf(picked);
      if (node < 0) return;
      this.pick([node], false);
      this.#picture?.centre(node);
    } else if (what && this.#picture) void this.#export(what);
  }

  async #export(what: string): Promise<void> {
    const picture = this.#picture;
    if (!picture) return;
    const name = `${this.element.dataset["signal"]}-${this.state.layout}`;
    const claim = this.element.querySelector(".claim")?.textContent ?? "";
    if (what === "svg") download(`${name}.svg`, new Blob([exportSvg(picture, name, claim)], { type: "image/svg+xml" }));
    else download(`${name}.png`, await exportPng(picture));
  }
}

function palette(): Palette {
  return {
    ink: colour("--ink"), quiet: colour("--ink-3"), line: colour("--line"), surface: colour("--surface"), accent: colour("--accent-mark"), focus: colour("--focus"),
    danger: colour("--danger"), categories: categories(),
  };
}

/** Whether WebGL is there; the context that is tried is given back at once. */
function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
