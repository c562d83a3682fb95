// The one listener for keys. It stays out of the way of text fields and open dialogs.
import { commands, mayAct } from "./commands";
import { takesText } from "./dom";
import { ariaOf, nameOf, Sequence } from "./keys";

const sequence = new Sequence();

export function startKeyboard(): void {
  document.addEventListener("keydown", onKey);
  announce();
  document.addEventListener("htmx:load", announce);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  const pressed = nameOf(event);
  const plain = !event.ctrlKey && !event.metaKey;
  if (plain && (takesText(event.target) || document.querySelector("dialog[open]"))) return;
  const known = commands().filter((one) => one.key);
  const name = plain
    ? sequence.press(pressed, event.timeStamp, (first) => known.some((one) => one.key!.startsWith(`${first} `)), (both) => known.some((one) => one.key === both))
    : pressed;
  const found = known.find((one) => one.key === name);
  if (!found || !mayAct(name)) return;
  event.preventDefault();
  found.run();
}

/** Tells assistive technology the keys of the page's controls. */
function announce(): void {
  const keys = new Map(commands().map((one) => [one.name, one.key]));
  for (const element of document.querySelectorAll<HTMLElement>("[data-command][data-key]")) {
    const key = keys.get(element.dataset["command"] ?? "") ?? element.dataset["key"] ?? "";
    const said = mayAct(key) ? ariaOf(key) : undefined;
    if (said) element.setAttribute("aria-keyshortcuts", said);
    else element.removeAttribute("aria-keyshortcuts");
    const shown = element.querySelector("kbd");
    if (shown && shown.textContent !== key) shown.textContent = key;
    if (shown) shown.hidden = !mayAct(key);
  }
}
