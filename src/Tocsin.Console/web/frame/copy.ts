// Copy buttons: data-copy holds the value.
import { around } from "./dom";
import { toast } from "./toasts";
import { t } from "./words";

export function startCopy(): void {
  document.addEventListener("click", (event) => {
    const button = around(event.target, "[data-copy]");
    if (button) void copy(button.dataset["copy"] ?? "");
  });
}

async function copy(value: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
    toast({ text: t("Copied.") });
  } catch {
    toast({ kind: "error", text: t("The browser did not let us copy."), hint: value });
  }
}
