// What is blurred opens by a tick in its frame, or all of a page by a key; everything closes again on leaving.
import { command } from "./commands";
import { t } from "./words";

export function startReveal(): void {
  command({
    name: "reveal", label: t("Show or hide what is blurred"), group: t("Reading"), key: "b", icon: "eye",
    run: () => document.documentElement.toggleAttribute("data-reveal"),
  });
  const close = () => {
    document.documentElement.removeAttribute("data-reveal");
    for (const tick of document.querySelectorAll<HTMLInputElement>(".reveal > input:checked")) tick.checked = false;
  };
  document.addEventListener("visibilitychange", () => document.hidden && close());
  window.addEventListener("blur", close);
  window.addEventListener("pagehide", close);
  document.addEventListener("htmx:pushedIntoHistory", close);
}
