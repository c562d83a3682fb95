// The form that takes a file: dropping works too, and the file goes up as it is, with progress. Leaving the page stops it.
import { csrf, tell, tellUnreachable } from "../frame/http";
import { t } from "../frame/words";
import type { Island } from "../runtime";

const island: Island = (element) => {
  if (!(element instanceof HTMLFormElement)) throw new Error("upload belongs on a form");
  const form = element;
  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const button = form.querySelector<HTMLButtonElement>("button")!;
  const told = form.querySelector<HTMLElement>("[data-told]")!;
  const progress = form.querySelector<HTMLProgressElement>("[data-progress]")!;
  const ended = new AbortController();
  let sending: XMLHttpRequest | undefined;

  const send = (file: File) => {
    if (sending) return;
    const request = (sending = new XMLHttpRequest());
    const rest = (word: string) => {
      sending = undefined;
      button.disabled = false;
      progress.hidden = true;
      told.textContent = word;
    };
    button.disabled = true;
    progress.hidden = false;
    told.textContent = t("Uploading {0}", file.name);
    request.open("POST", `${form.action}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("X-CSRF", csrf());
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 200) return location.assign((JSON.parse(request.responseText) as { address: string }).address);
      tell(request.status, request.responseText, form.action);
      rest(t("The file was not taken."));
    });
    request.addEventListener("error", () => {
      tellUnreachable(form.action);
      rest(t("The file was not taken."));
    });
    request.send(file);
  };

  const over = (event: DragEvent, is: boolean) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", is);
  };
  form.addEventListener("dragover", (event) => over(event, true), { signal: ended.signal });
  form.addEventListener("dragleave", (event) => over(event, false), { signal: ended.signal });
  form.addEventListener("drop", (event) => {
    over(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) send(file);
  }, { signal: ended.signal });
  form.addEventListener("submit", (event) => {
    const file = input.files?.[0];
    if (!file) return;
    event.preventDefault();
    send(file);
  }, { signal: ended.signal });

  return () => {
    ended.abort();
    sending?.abort();
  };
};

export default island;
