// Suggests a break after as many minutes of reading as the person has set, over all pages and tabs of this browser.
import { icon, make } from "./dom";
import { keep, kept } from "./kept";
import { alive, due } from "./reading";
import { t } from "./words";

const later = 10 * 60_000;

export function startStepAway(): void {
  const minutes = Number(document.documentElement.dataset["stepAway"] ?? 0);
  if (!(minutes > 0)) return;
  let noted = 0;
  const note = () => {
    const now = Date.now();
    if (now - noted < 5_000) return;
    noted = now;
    keep({ reading: alive(kept().reading, now) });
  };
  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll"]) document.addEventListener(sign, note, { passive: true, capture: true });
  note();
  setInterval(() => !document.hidden && due(kept().reading, minutes, Date.now()) && suggest(minutes), 20_000);
}

function suggest(minutes: number): void {
  if (document.querySelector("dialog[open]")) return;
  const done = make("button", { type: "button", class: "btn primary" }, t("I took a break"));
  const snooze = make("button", { type: "button", class: "btn" }, t("Remind me in 10 minutes"));
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": "step-away-title" },
    make("header", {}, icon("coffee"), make("h2", { id: "step-away-title" }, t("Step away for a moment"))),
    make("div", { class: "body" }, make("p", {}, t("You have been reading for {0} minutes. Look at something far away, stand up, breathe.", minutes))),
    make("footer", {}, snooze, done));
  const close = (since: number) => {
    keep({ reading: { since, last: Date.now() } });
    dialog.close();
  };
  done.addEventListener("click", () => close(Date.now()));
  snooze.addEventListener("click", () => close(Date.now() - minutes * 60_000 + later));
  dialog.addEventListener("cancel", () => close(Date.now() - minutes * 60_000 + later));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
