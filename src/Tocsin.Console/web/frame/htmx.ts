// htmx swaps fragments. It evaluates nothing, writes no styles, talks to this server only, and keeps no copies of pages in the
// browser's storage (they may hold what nobody should find there).
import htmx from "htmx.org";
import { csrf, signIn, tell, tellUnreachable } from "./http";

export function startHtmx(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    historyRestoreAsHxRequest: false,
    scrollIntoViewOnBoost: false,
    defaultSettleDelay: 0,
    // A conflict and a form with errors are answers to be read where the change would have shown.
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: "409|422", swap: true },
      { code: "...", swap: false, error: true },
    ],
  });
  document.addEventListener("htmx:configRequest", (event) => {
    (event as CustomEvent<{ headers: Record<string, string> }>).detail.headers["X-CSRF"] = csrf();
  });
  document.addEventListener("htmx:responseError", (event) => {
    const { xhr, pathInfo } = (event as CustomEvent<Answer>).detail;
    if (xhr.status === 401) signIn();
    else tell(xhr.status, xhr.responseText, pathInfo.requestPath);
  });
  document.addEventListener("htmx:sendError", (event) => tellUnreachable((event as CustomEvent<Answer>).detail.pathInfo.requestPath));
  document.addEventListener("htmx:beforeRequest", (event) => busy(event, true));
  document.addEventListener("htmx:afterRequest", (event) => busy(event, false));
  document.addEventListener("htmx:afterSwap", (event) => show((event as CustomEvent<Answer>).detail.target));
}

type Answer = { xhr: XMLHttpRequest; pathInfo: { requestPath: string }; target: HTMLElement };

function busy(event: Event, on: boolean): void {
  const { target } = (event as CustomEvent<Answer>).detail;
  if (on) target?.setAttribute("aria-busy", "true");
  else target?.removeAttribute("aria-busy");
}

/** Where one pane shows at a time, it is the one that was just filled. */
function show(target: HTMLElement): void {
  if (target.closest("#preview")) target.closest<HTMLElement>("[data-panes]")?.setAttribute("data-at", "preview");
}
