// Native dialogs: opened and closed by command and commandfor, which newer browsers do by themselves.
import { around } from "./dom";

export function startDialogs(): void {
  if (!("commandForElement" in HTMLButtonElement.prototype)) document.addEventListener("click", onCommand);
  document.addEventListener("click", onBackdrop);
  // A form in a dialog that was answered well has done its work.
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful, xhr } = (event as CustomEvent<{ elt: HTMLElement; successful: boolean; xhr: XMLHttpRequest }>).detail;
    if (successful && xhr.status < 400 && elt.matches("form")) elt.closest("dialog")?.close();
  });
  // What is closed by an answer may have been what opened it: the focus goes back by id.
  document.addEventListener("toggle", (event) => {
    const dialog = event.target;
    if (dialog instanceof HTMLDialogElement && dialog.open) dialog.querySelector<HTMLElement>("[autofocus]")?.focus();
  }, true);
}

function onCommand(event: Event): void {
  const button = around<HTMLButtonElement>(event.target, "button[commandfor]");
  const dialog = button && document.getElementById(button.getAttribute("commandfor") ?? "");
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (button?.getAttribute("command") === "show-modal" && !dialog.open) dialog.showModal();
  if (button?.getAttribute("command") === "close") dialog.close();
}

/** A click beside a dialog closes it, unless it holds a form that was begun. */
function onBackdrop(event: MouseEvent): void {
  const dialog = event.target;
  if (!(dialog instanceof HTMLDialogElement) || !dialog.open) return;
  const box = dialog.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside && !begun(dialog)) dialog.close();
}

function begun(dialog: HTMLDialogElement): boolean {
  return [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue);
}
