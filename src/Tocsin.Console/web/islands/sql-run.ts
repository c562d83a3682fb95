// Around the SQL editor: while a query runs a clock goes and Cancel ends it (the server then stops working on it); names of the
// schema are written at the cursor; the dialog that saves takes what stands in the editor now.
import htmx from "htmx.org";
import { around } from "../frame/dom";
import { t } from "../frame/words";
import type { Island } from "../runtime";

const island: Island = (element) => {
  if (!(element instanceof HTMLFormElement)) throw new Error("sql-run belongs on a form");
  const form = element;
  const area = form.querySelector<HTMLTextAreaElement>("textarea[name=sql]")!;
  const cancel = form.querySelector<HTMLButtonElement>("[data-cancel]")!;
  const clock = form.querySelector<HTMLElement>("[data-clock]")!;
  const ended = new AbortController();
  let ticking: number | undefined;

  const stop = (word: string) => {
    window.clearInterval(ticking);
    ticking = undefined;
    cancel.hidden = true;
    clock.textContent = word;
  };
  form.addEventListener("htmx:beforeRequest", () => {
    const started = performance.now();
    const tell = () => (clock.textContent = t("Running, {0} s", Math.floor((performance.now() - started) / 1000)));
    tell();
    cancel.hidden = false;
    window.clearInterval(ticking);
    ticking = window.setInterval(tell, 1000);
  }, { signal: ended.signal });
  form.addEventListener("htmx:afterRequest", () => ticking !== undefined && stop(""), { signal: ended.signal });
  form.addEventListener("htmx:xhr:abort", () => stop(t("Cancelled.")), { signal: ended.signal });
  cancel.addEventListener("click", () => {
    htmx.trigger(form, "htmx:abort", {});
    stop(t("Cancelled."));
  }, { signal: ended.signal });

  document.addEventListener("click", (event) => {
    const name = around(event.target, "[data-insert]")?.dataset["insert"];
    if (name !== undefined) area.dispatchEvent(new CustomEvent("insert", { detail: name }));
    if (around(event.target, "[data-save]")) fill(area.value);
  }, { signal: ended.signal });

  return () => {
    ended.abort();
    window.clearInterval(ticking);
  };
};

/** What is saved is what stands in the editor, run or not. */
function fill(sql: string): void {
  const dialog = document.getElementById("save-hunt");
  const query = dialog?.querySelector<HTMLInputElement>("input[name=query]");
  const shown = dialog?.querySelector<HTMLElement>("[data-query]");
  if (query) query.value = sql.trim();
  if (shown) shown.textContent = sql.trim();
}

export default island;
