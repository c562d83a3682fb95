// Messages that go by themselves: not while a hand or the focus rests on them, and errors only when closed.
import { around, icon, make } from "./dom";
import { t } from "./words";

export type Toast = { text: string; kind?: "ok" | "warn" | "error"; where?: string | undefined; hint?: string | undefined; undo?: () => void };

const stay = 8_000;
const most = 4;

/** Shows a message; with undo it carries a button, and the undo key reaches it. */
export function toast({ text, kind = "ok", where, hint, undo }: Toast): void {
  const list = document.getElementById("toasts");
  if (!list || [...list.children].some((other) => other.textContent?.startsWith(text) && !undo)) return;
  const back = undo ? make("button", { type: "button", class: "btn small", "data-undo": "" }, t("Undo")) : null;
  const item = make("li", { class: `toast ${kind}`, "data-toast": "" },
    icon(kind === "ok" ? "circle-check" : "triangle-alert"),
    make("div", { class: "words" }, make("p", {}, text), where ? make("p", { class: "where" }, where) : null, hint ? make("p", { class: "hint" }, hint) : null),
    back,
    make("button", { type: "button", class: "btn ghost small square", "data-close": "", "aria-label": t("Close") }, icon("x")));
  back?.addEventListener("click", () => undo?.());
  list.append(item);
}

/** Takes back what the newest message offers to; false when none does. */
export function undoLast(): boolean {
  const last = [...document.querySelectorAll<HTMLElement>("#toasts [data-undo]")].at(-1);
  last?.click();
  return last !== undefined;
}

export function startToasts(): void {
  document.addEventListener("click", (event) => {
    if (around(event.target, "[data-close]")) around(event.target, "[data-toast]")?.remove();
  });
  // An undone message has done its work, once its request has taken what it needs from it.
  document.addEventListener("click", (event) => {
    const item = around(event.target, "[data-undo]") && around(event.target, "[data-toast]");
    if (item) setTimeout(() => item.remove(), 200);
  });
  let list: HTMLElement | null = null;
  const watch = new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node instanceof HTMLElement) arrive(node);
  });
  const follow = () => {
    const now = document.getElementById("toasts");
    if (now === list || !now) return;
    list = now;
    watch.disconnect();
    now.setAttribute("popover", "manual");
    watch.observe(now, { childList: true });
    for (const item of now.children) arrive(item as HTMLElement);
  };
  follow();
  document.addEventListener("htmx:historyRestore", follow);
}

/** Over everything, an open dialog too. */
function above(list: HTMLElement | null): void {
  if (list?.matches(":popover-open")) list.hidePopover();
  list?.showPopover();
}

function arrive(item: HTMLElement): void {
  const all = [...(item.parentElement?.querySelectorAll("[data-toast]") ?? [])];
  for (const old of all.slice(0, -most)) old.remove();
  above(item.parentElement);
  if (item.classList.contains("error")) return;
  let left = stay;
  const tick = setInterval(() => {
    if (!item.isConnected) clearInterval(tick);
    else if (!item.matches(":hover, :focus-within") && !document.hidden) left -= 250;
    if (left <= 0) item.remove();
  }, 250);
}
