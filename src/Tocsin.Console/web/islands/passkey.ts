// Adds a passkey to one's account, or signs in with one: asks the server for a challenge, the browser for an answer, and sends
// that back. The element holds a button, and a [role=status] line for what went wrong.
//   data-passkey="add|sign-in"  data-options, data-answer: where to ask and to answer  data-cancelled, data-failed: words
import type { Island } from "../runtime";

const island: Island = (element) => {
  const button = element.querySelector("button");
  if (!button || !("credentials" in navigator) || !window.PublicKeyCredential) return () => undefined;
  const run = () => void perform(element, button);
  element.hidden = false;
  button.addEventListener("click", run);
  return () => button.removeEventListener("click", run);
};

async function perform(element: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  say(element, "");
  try {
    const options = (await post(element.dataset.options ?? "", {})) as never;
    const credential = await (element.dataset.passkey === "add" ? create(options) : get(options));
    const answer = (await post(element.dataset.answer ?? "", { credential: JSON.stringify(credential), ...fields(element) })) as { next: string };
    goTo(new URL(answer.next, location.href));
  } catch (error) {
    const cancelled = error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");
    say(element, (cancelled ? element.dataset.cancelled : error instanceof Refused ? error.message : element.dataset.failed) ?? "");
    button.disabled = false;
  }
}

/** Also where only the part after # differs, which by itself would load nothing. */
function goTo(next: URL): void {
  const here = next.pathname === location.pathname && next.search === location.search;
  location.assign(next);
  if (here) location.reload();
}

async function create(options: PublicKeyCredentialCreationOptionsJSON): Promise<Credential | null> {
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

async function get(options: PublicKeyCredentialRequestOptionsJSON): Promise<Credential | null> {
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

/** What the person wrote beside the button, e.g. the passkey's name, and where to go on. */
function fields(element: HTMLElement): Record<string, string> {
  return Object.fromEntries([...element.querySelectorAll("input")].map((input) => [input.name, input.value]));
}

/** The server's own words about what is wrong. */
class Refused extends Error {}

async function post(address: string, body: object): Promise<unknown> {
  const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": csrf },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { title?: string };
  if (!response.ok) throw new Refused(answer.title);
  return answer;
}

function say(element: HTMLElement, words: string): void {
  const status = element.querySelector("[role=status]");
  if (status) status.textContent = words;
}

export default island;
