// Menus are <details class="menu">: one open at a time, Escape closes, arrow keys move.
import { around } from "./dom";

export function startMenus(): void {
  document.addEventListener("click", (event) => {
    const mine = around(event.target, "details.menu");
    for (const menu of openMenus()) if (menu !== mine || around(event.target, ".menu-item:not([data-keep-open])")) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = around<HTMLDetailsElement>(event.target, "details.menu[open]");
    if (!menu) return;
    if (event.key === "Escape") close(menu);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") move(menu, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    const menu = around<HTMLDetailsElement>(event.target, "details.menu[open]");
    if (menu && event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
}

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector<HTMLElement>("summary")?.focus();
}

function move(menu: HTMLElement, by: number): void {
  const items = [...menu.querySelectorAll<HTMLElement>(".menu-panel :is(a, button, input, select)")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
