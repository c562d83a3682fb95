// Search and commands (Ctrl-K): what can be done here, the rooms, and what the server finds.
import { type Command, command, commands } from "./commands";
import { icon, make } from "./dom";
import { send } from "./http";
import { ranked } from "./rank";
import { t } from "./words";

type Item = { text: string; note?: string | undefined; icon?: string | undefined; key?: string | undefined; href?: string; run?: () => void };
type Group = { name: string; items: Item[] };

export function startPalette(): void {
  command({ name: "palette", label: t("Search and commands"), group: t("Anywhere"), key: "mod+k", icon: "search", run: openPalette });
}

export function openPalette(): void {
  if (document.querySelector(".palette[open]")) return;
  new Palette().open();
}

class Palette {
  readonly #input = make("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list",
    "aria-label": t("Search and commands"), placeholder: t("A command, a signal, an account, a hunt…"), autocomplete: "off", spellcheck: "false",
  });
  readonly #list = make("div", { id: "palette-list", class: "palette-list", role: "listbox", "aria-label": t("Results") });
  readonly #dialog = make("dialog", { class: "dialog palette", "aria-label": t("Search and commands") },
    make("div", { class: "with-icon" }, icon("search"), this.#input), this.#list);
  readonly #offered: Command[];
  #items: Item[] = [];
  #found: Group[] = [];
  #at = 0;
  #asked: AbortController | undefined;
  #timer = 0;

  constructor() {
    this.#offered = commands().filter((one) => one.name !== "palette" && one.label && !one.onlyKey);
    this.#input.addEventListener("input", () => this.#typed());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#list.addEventListener("click", (event) => this.#click(event));
    this.#dialog.addEventListener("close", () => this.#dialog.remove());
  }

  open(): void {
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#typed();
  }

  #typed(): void {
    this.#at = 0;
    this.#draw();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), this.#input.value.trim() ? 120 : 0);
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const response = await send(`/palette?q=${encodeURIComponent(this.#input.value.trim())}`, { quiet: true, signal: this.#asked.signal });
      this.#found = response.ok ? ((await response.json()) as { groups: Group[] }).groups : [];
      this.#draw();
    } catch {
      // A later question took its place, or the server does not answer: commands still work.
    }
  }

  #draw(): void {
    const typed = this.#input.value.trim();
    const groups = new Map<string, Item[]>();
    for (const one of ranked(typed, this.#offered, (offered) => offered.label)) {
      const group = groups.get(one.group) ?? [];
      groups.set(one.group, group);
      group.push({ text: one.label, key: one.key, icon: one.icon, run: one.run });
    }
    const own = [...groups].map(([name, items]) => ({ name, items }));
    const here = own.filter((group) => group.name === t("On this page"));
    const rest = own.filter((group) => group.name !== t("On this page"));
    this.#show([...here, ...this.#found.filter((group) => group.items.length > 0), ...rest]);
  }

  #show(groups: Group[]): void {
    this.#items = groups.flatMap((group) => group.items);
    let n = 0;
    this.#list.replaceChildren(...groups.map((group) => make("div", { role: "group", "aria-label": group.name },
      make("div", { class: "palette-group", "aria-hidden": "true" }, group.name),
      ...group.items.map((item) => option(item, n++)))));
    if (this.#items.length === 0) this.#list.append(make("p", { class: "palette-none" }, t("Nothing is called that.")));
    this.#mark();
  }

  #mark(): void {
    this.#at = Math.max(0, Math.min(this.#at, this.#items.length - 1));
    this.#list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    const chosen = this.#list.querySelector(`#palette-${this.#at}`);
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.#input.setAttribute("aria-activedescendant", chosen.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (event.key === "Enter") this.#go(this.#items[this.#at], event.ctrlKey || event.metaKey);
    else if (move) this.#at = Math.abs(move) > 1 ? this.#at + move : (this.#at + move + this.#items.length) % Math.max(1, this.#items.length);
    else return;
    event.preventDefault();
    this.#mark();
  }

  #click(event: MouseEvent): void {
    const chosen = (event.target as Element).closest("[role=option]");
    if (chosen) this.#go(this.#items[Number(chosen.id.slice("palette-".length))], event.ctrlKey || event.metaKey);
  }

  #go(item: Item | undefined, elsewhere: boolean): void {
    if (!item) return;
    this.#dialog.close();
    if (item.href && elsewhere) window.open(item.href, "_blank", "noopener");
    else if (item.href) location.assign(item.href);
    else item.run?.();
  }
}

function option(item: Item, n: number): HTMLElement {
  return make("div", { class: "palette-item", role: "option", id: `palette-${n}`, "aria-selected": "false" },
    icon(item.icon ?? "arrow-right"), make("span", { class: "what" }, item.text),
    item.note ? make("span", { class: "note clip" }, item.note) : null,
    item.key ? keys(item.key) : null);
}

function keys(key: string): HTMLElement {
  return make("span", { class: "line" }, ...key.replace("mod+", "Ctrl ").split(" ").map((part) => make("kbd", {}, part)));
}
