// How the person wants it to look: shown at once, then kept by the server. The forms work without this too.
import { around } from "./dom";
import { send } from "./http";
import { themeChanged } from "./theme";

const shown = ["theme", "density"];

export function startPreferences(): void {
  document.addEventListener("submit", (event) => {
    const form = around<HTMLFormElement>(event.target, "form[data-preferences]");
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!form || !button?.name) return;
    event.preventDefault();
    for (const other of form.querySelectorAll(`button[name="${button.name}"]`)) other.setAttribute("aria-pressed", String(other === button));
    void prefer({ [button.name]: button.value });
  });
}

/** Sets preferences; those that show do so at once, and go back when the server refuses. */
export async function prefer(change: Record<string, string>): Promise<void> {
  const before = show(change);
  const kept = await send("/account/preferences", { method: "POST", body: new URLSearchParams(change) }).then((response) => response.ok, () => false);
  if (!kept) show(before);
}

function show(change: Record<string, string>): Record<string, string> {
  const root = document.documentElement;
  const before: Record<string, string> = {};
  for (const name of shown) {
    const value = change[name];
    if (value === undefined) continue;
    before[name] = root.dataset[name] ?? "";
    root.dataset[name] = value;
  }
  if (Object.keys(before).length > 0) themeChanged();
  return before;
}
