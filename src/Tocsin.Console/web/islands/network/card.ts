// The card in the corner of the picture: who or what is under the pointer, else who is picked and what can be done with them.
import { icon, make } from "../../frame/dom";
import { exact } from "../../frame/figures";
import { t } from "../../frame/words";
import type { Explorer } from "./explorer";
import { visible } from "./visible";
import { clearLead, evidenceOf, leadOf, roleName } from "./words";

const mostNamed = 6;

export class Card {
  #place: HTMLElement | null;
  #over: { node: number } | { tie: number } | null = null;

  constructor(readonly explorer: Explorer) {
    this.#place = explorer.element.querySelector<HTMLElement>("[data-card]");
  }

  hover(over: { node: number } | { tie: number } | null): void {
    this.#over = over;
    this.tell();
  }

  tell(): void {
    if (!this.#place) return;
    const { picks } = this.explorer.state;
    const content = this.#over ? ("node" in this.#over ? this.#node(this.#over.node) : this.#tie(this.#over.tie)) : picks.length > 0 ? this.#picks() : null;
    this.#place.hidden = content === null;
    this.#place.classList.toggle("hovering", this.#over !== null);
    if (content) this.#place.replaceChildren(...content);
  }

  #node(node: number): Node[] {
    const { model, membership, decisions } = this.explorer;
    const account = model.accounts[node]!;
    const ties = membership.ties.filter((tie) => model.a[tie] === node || model.b[tie] === node).length;
    const state = decisions.excluded.has(node) ? t("taken out") : decisions.included.has(node) ? t("put in") : membership.members.has(node) ? roleName(account.role) : t("outside");
    return [
      make("p", { class: "card-head" }, make("bdi", {}, visible(account.name)), " ", make("span", { class: "quiet" }, account.platform)),
      pairs([
        [t("Role"), state],
        [t("Evidence"), t("{0} bits", exact(Math.round(membership.bits[node]!)))],
        [t("Ties"), exact(ties)],
        ...(account.member ? [[t("Stays under"), t("{0} % of other settings", Math.round(account.stability * 100))] as [string, string]] : []),
      ]),
    ];
  }

  #tie(tie: number): Node[] {
    const { model, membership, state } = this.explorer;
    const [a, b] = [model.accounts[model.a[tie]!]!, model.accounts[model.b[tie]!]!];
    const lead = leadOf(model, tie, state.window);
    const [first, second] = lead >= 0.5 ? [a, b] : [b, a];
    const share = Math.max(lead, 1 - lead);
    return [
      make("p", { class: "card-head" }, make("bdi", {}, visible(first.name)), share >= clearLead ? " → " : " – ", make("bdi", {}, visible(second.name))),
      make("p", { class: "quiet" }, share >= clearLead
        ? t("{0} bits of evidence; the first of them leads in {1} %", exact(Math.round(membership.tieBits[tie]!)), Math.round(share * 100))
        : t("{0} bits of evidence; neither leads", exact(Math.round(membership.tieBits[tie]!)))),
      make("ul", { class: "card-evidence" }, ...evidenceOf(model, tie, state.window).map(({ text, bits }) =>
        make("li", {}, make("span", { class: "figure" }, t("{0} bits", Math.round(bits))), make("span", {}, t("Both {0}.", text))))),
    ];
  }

  #picks(): Node[] {
    const { model, membership, state } = this.explorer;
    const { picks } = state;
    if (picks.length === 1) return [...this.#node(picks[0]!), this.#actions()];
    const inside = new Set(picks);
    const between = membership.ties.filter((tie) => inside.has(model.a[tie]!) && inside.has(model.b[tie]!));
    if (picks.length === 2 && between.length === 1) return [...this.#tie(between[0]!), this.#actions()];
    return [
      make("p", { class: "card-head" }, t("{0} accounts picked", exact(picks.length))),
      make("p", { class: "quiet" }, t("{0} members; {1} ties between them", exact(picks.filter((node) => membership.members.has(node)).length), exact(between.length))),
      make("ul", { class: "card-names" }, ...picks.slice(0, mostNamed).map((node) => make("li", {}, make("bdi", {}, visible(model.accounts[node]!.name)))),
        ...(picks.length > mostNamed ? [make("li", { class: "quiet" }, t("and {0} more", exact(picks.length - mostNamed)))] : [])),
      this.#actions(),
    ];
  }

  #actions(): HTMLElement {
    const { explorer } = this;
    const { picks } = explorer.state;
    const mayWrite = document.getElementById("judge") !== null;
    const decided = picks.some((node) => explorer.decisions.included.has(node) || explorer.decisions.excluded.has(node));
    const button = (text: string, run: () => void, name?: string) => {
      const made = make("button", { type: "button", class: "btn small" }, ...(name ? [icon(name)] : []), text);
      made.addEventListener("click", run);
      return made;
    };
    return make("div", { class: "card-actions" },
      ...(mayWrite ? [
        button(t("Take out"), () => explorer.decisions.open(picks, "exclude")),
        button(t("Put in"), () => explorer.decisions.open(picks, "include")),
        ...(decided ? [button(t("Let figures decide"), () => explorer.decisions.open(picks, "forget"))] : []),
      ] : []),
      button(t("Clear"), () => explorer.pick([], false)));
  }
}

function pairs(of: [string, string][]): HTMLElement {
  return make("dl", { class: "pairs" }, ...of.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}
