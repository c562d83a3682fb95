// The list of keys: what they do here, changed and switched off in the same place.
import { chosenKeys, type Command, command, commands } from "./commands";
import { icon, make } from "./dom";
import { isChoice, isSingle } from "./keys";
import { prefer } from "./preferences";
import { t } from "./words";

export function startHelp(): void {
  command({ name: "keys", label: t("Keys and help"), group: t("Anywhere"), key: "?", icon: "keyboard", run: openHelp });
}

export function openHelp(): void {
  if (document.querySelector("#keys[open]")) return;
  const groups = new Map<string, Command[]>();
  for (const one of commands().filter((command) => command.key)) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const close = make("button", { type: "button", class: "btn ghost small square", "aria-label": t("Close") }, icon("x"));
  const dialog = make("dialog", { id: "keys", class: "dialog wide", "aria-labelledby": "keys-title" },
    make("header", {}, make("h2", { id: "keys-title" }, t("Keys")), close),
    make("div", { class: "body" }, singleKeys(),
      make("div", { class: "keys" }, ...[...groups].map(([name, list]) => section(name, list)))));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function singleKeys(): HTMLElement {
  const root = document.documentElement;
  const tick = make("input", { type: "checkbox" });
  tick.checked = root.dataset["singleKeys"] !== "off";
  tick.addEventListener("change", () => {
    root.dataset["singleKeys"] = tick.checked ? "on" : "off";
    void prefer({ singleKeys: String(tick.checked) });
  });
  return make("label", { class: "check" }, tick, make("span", {}, t("Single keys act"),
    make("span", { class: "hint" }, t("Switch this off when you dictate, or when keys are set off by mistake. Keys with Ctrl keep working."))));
}

function section(name: string, list: Command[]): HTMLElement {
  return make("section", {}, make("h3", {}, name), make("ul", {}, ...list.map((one) => line(one))));
}

function line(one: Command): HTMLElement {
  const label = make("span", { class: "what" }, one.label);
  if (!isSingle(one.key ?? "")) return make("li", {}, label, make("span", { class: "line" }, ...(one.key ?? "").replace("mod+", "Ctrl ").split(" ").map((key) => make("kbd", {}, key))));
  const box = make("input", { class: "small", value: one.key, maxlength: "3", "aria-label": t("Key for {0}", one.label), autocomplete: "off" });
  box.addEventListener("change", () => choose(one, box));
  return make("li", {}, label, box);
}

/** Keeps a key that is free; an empty box brings back the usual one. */
function choose(one: Command, box: HTMLInputElement): void {
  const wanted = box.value.trim();
  const taken = commands().find((other) => other.name !== one.name && other.key === wanted);
  const fault = wanted === "" ? "" : !isChoice(wanted) ? t("One character, or two with a blank between.") : taken ? t("Taken by: {0}", taken.label) : "";
  box.setCustomValidity(fault);
  box.setAttribute("aria-invalid", String(fault !== ""));
  if (!box.reportValidity()) return;
  const keys = chosenKeys();
  if (wanted === "") delete keys[one.name];
  else keys[one.name] = wanted;
  document.documentElement.dataset["keys"] = JSON.stringify(keys);
  document.dispatchEvent(new CustomEvent("keys"));
  void prefer({ keys: JSON.stringify(keys) });
}
