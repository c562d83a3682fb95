// Requests of our own scripts: the antiforgery token goes with them, and what goes wrong is told.
import { told } from "./problems";
import { toast } from "./toasts";
import { t } from "./words";

export function csrf(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
}

/** Goes to sign-in, and from there back to this page. */
export function signIn(): void {
  location.assign(`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`);
}

/** fetch with the token. Throws on no answer; a refusal is told in a toast and comes back as the response it is. */
export async function send(url: string, init: RequestInit & { quiet?: boolean } = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("X-CSRF", csrf());
  if (!headers.has("Accept")) headers.set("Accept", "application/json");
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers, credentials: "same-origin" });
  } catch (error) {
    if (!init.quiet && !init.signal?.aborted) tellUnreachable(url);
    throw error;
  }
  if (response.status === 401) signIn();
  else if (!response.ok && !init.quiet) tell(response.status, await response.clone().text(), url);
  return response;
}

export function tell(status: number, body: string, url: string): void {
  const { what, where, hint } = told(status, body, reason);
  toast({ kind: "error", text: what, where: where ?? new URL(url, location.href).pathname, hint });
}

export function tellUnreachable(url: string): void {
  toast({ kind: "error", text: t("The server does not answer."), where: new URL(url, location.href).pathname, hint: t("Nothing was changed. Try again in a moment.") });
}

function reason(status: number): string {
  if (status === 403) return t("You may not do this.");
  if (status === 404) return t("This no longer exists.");
  if (status === 429) return t("Too many requests. Wait a moment.");
  return status >= 500 ? t("The server could not do this.") : t("The request was refused ({0}).", status);
}
