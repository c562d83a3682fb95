// The rooms of the rail and the frame's own buttons: by click, by key, from the palette.
import { command } from "./commands";
import { foldRail } from "./dividers";
import { around } from "./dom";
import { openHelp } from "./help";
import { openPalette } from "./palette";
import { prefer } from "./preferences";
import { undoLast } from "./toasts";
import { t } from "./words";

const doings: Record<string, () => void> = { palette: openPalette, keys: openHelp, "fold-rail": foldRail };

export function startRooms(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#rail a[data-go]")) {
    const words = link.querySelector(".word")?.textContent ?? "";
    const name = link.querySelector("use")?.getAttribute("href")?.split("#")[1];
    command({ name: `go-${link.dataset["name"]}`, label: words, group: t("Go to"), key: `g ${link.dataset["go"]}`, icon: name, run: () => link.click() });
  }
  command({ name: "search", label: t("Search this page"), group: t("Anywhere"), key: "/", icon: "search", run: search });
  command({ name: "undo", label: t("Undo"), group: t("Anywhere"), key: "u", icon: "undo-2", run: undoLast });
  command({ name: "fold", label: t("Fold or open the bar at the left"), group: t("Anywhere"), key: "[", icon: "chevrons-left", run: foldRail });
  for (const [theme, label, icon] of [["light", t("Light colours"), "sun"], ["dark", t("Dark colours"), "moon"], ["system", t("Colours of the system"), "monitor"]] as const)
    command({ name: `theme-${theme}`, label, group: t("Look"), icon, run: () => void prefer({ theme }) });
  for (const [density, label, icon] of [["comfortable", t("Comfortable rows"), "rows-2"], ["compact", t("Compact rows"), "rows-4"]] as const)
    command({ name: `density-${density}`, label, group: t("Look"), icon, run: () => void prefer({ density }) });
  document.addEventListener("click", (event) => {
    const what = around(event.target, "[data-do]")?.dataset["do"];
    if (!what || !doings[what]) return;
    event.preventDefault();
    doings[what]();
  });
}

function search(): void {
  const box = [...document.querySelectorAll<HTMLInputElement>("[data-search]")].find((one) => one.checkVisibility());
  if (box) box.select();
  else openPalette();
  box?.focus();
}
