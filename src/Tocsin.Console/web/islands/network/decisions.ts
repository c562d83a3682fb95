// What people decided of accounts: put in or taken out, whatever the figures say. The server's fragment carries it; when it is
// swapped after a decision, it is read again.
import { make } from "../../frame/dom";
import { t } from "../../frame/words";
import type { Model } from "./model";

export class Decisions {
  included: ReadonlySet<number> = new Set();
  excluded: ReadonlySet<number> = new Set();

  constructor(readonly element: HTMLElement, readonly model: Model, changed: () => void) {
    this.#read();
    new MutationObserver(() => {
      const before = [...this.included, "-", ...this.excluded].join(" ");
      this.#read();
      if (before !== [...this.included, "-", ...this.excluded].join(" ")) changed();
    }).observe(this.#head(), { childList: true });
  }

  /** Opens the dialog that decides of some nodes. */
  open(nodes: number[], act: "include" | "exclude" | "forget"): void {
    const dialog = document.getElementById("judge");
    if (!(dialog instanceof HTMLDialogElement)) return;
    this.choose(nodes);
    const choice = dialog.querySelector<HTMLInputElement>(`input[name="act"][value="${act}"]`);
    if (choice) choice.checked = true;
    dialog.showModal();
  }

  /** Says in the dialog of whom is decided: these, and who is ticked in the table. */
  choose(nodes: number[]): void {
    const accounts = document.querySelector<HTMLInputElement>("#judge [data-accounts]");
    if (accounts) accounts.value = nodes.map((node) => this.model.accounts[node]!.key).join(" ");
    const ticked = document.querySelectorAll("input[form='judge-form'][name='account']:checked").length;
    const place = document.querySelector("#judge [data-chosen]");
    place?.replaceChildren(make("b", {}, nodes.length + ticked === 1 ? t("1 account") : t("{0} accounts", nodes.length + ticked)));
  }

  #head(): HTMLElement {
    return this.element.querySelector<HTMLElement>(".stage-head") ?? this.element;
  }

  #read(): void {
    const said = JSON.parse(this.element.querySelector<HTMLElement>("[data-decisions]")?.dataset["decisions"] ?? "{}") as { version?: number; included?: string[]; excluded?: string[] };
    const nodes = new Map(this.model.accounts.map((account, node) => [account.key, node]));
    const of = (keys: string[] = []) => new Set(keys.map((key) => nodes.get(key)).filter((node) => node !== undefined));
    this.included = of(said.included);
    this.excluded = of(said.excluded);
    const version = document.querySelector<HTMLInputElement>("#judge [data-version]");
    if (version && said.version !== undefined) version.value = String(said.version);
  }
}
