// What happens elsewhere, as it happens: one stream per browser, shared by its tabs, resumed where it broke off. Changes are
// gathered and told twice a second at most: the document hears "live:signal", "live:scan", "live:import", "live:notification".
import { EventStream, type StreamEvent } from "./event-stream";
import { startFresh } from "./fresh";
import { t } from "./words";

type State = "open" | "lost" | "ended";
type Told = { event: StreamEvent } | { state: State } | { hello: true };

const gather = 500;
// The server sends a sign of life every 15 s: a stream that is silent for longer than two of them is dead.
const silence = 40_000;
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("tocsin.live") : null;
let last = "";
let state: State = "open";
let waiting: StreamEvent[] = [];

export function startLive(): void {
  startFresh();
  if (document.documentElement.dataset["signedIn"] === undefined) return;
  last = document.documentElement.dataset["liveFrom"] ?? "";
  document.addEventListener("htmx:historyRestore", () => show(state));
  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data));
  // The lock makes one tab the reader; when it goes, the next one takes over with the id it has heard last.
  if (channel && "locks" in navigator) void navigator.locks.request("tocsin.live", read);
  else void read();
}

async function read(): Promise<void> {
  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => "hello" in data && channel.postMessage({ state } satisfies Told));
  for (let wait = 1_000; state !== "ended"; wait = Math.min(wait * 1.7, 15_000)) {
    if (await readOnce()) wait = 1_000;
    if ((state as State) === "ended") return;
    say({ state: "lost" });
    await new Promise((go) => setTimeout(go, wait * (0.8 + 0.4 * Math.random())));
  }
}

/** Whether anything came before it broke off. */
async function readOnce(): Promise<boolean> {
  let came = false;
  const stop = new AbortController();
  let heard = Date.now();
  const watch = setInterval(() => Date.now() - heard > silence && stop.abort(), 5_000);
  try {
    const headers = { Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) };
    const response = await fetch("/live", { headers, cache: "no-store", signal: stop.signal });
    if (response.status === 401 || response.status === 404) say({ state: "ended" });
    if (!response.ok || !response.body) return false;
    say({ state: "open" });
    const stream = new EventStream();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      came = true;
      heard = Date.now();
      for (const event of stream.push(part.value)) say({ event });
    }
  } catch {
    // The connection broke or fell silent; the caller waits and asks again.
  } finally {
    clearInterval(watch);
  }
  return came;
}

function say(told: Told): void {
  channel?.postMessage(told);
  hear(told);
}

function hear(told: Told): void {
  if ("state" in told) show((state = told.state));
  if (!("event" in told)) return;
  if (told.event.id) last = told.event.id;
  if (waiting.push(told.event) === 1) setTimeout(tell, gather);
}

function tell(): void {
  const all = waiting;
  waiting = [];
  for (const type of new Set(all.map((event) => event.type))) {
    const events = all.filter((event) => event.type === type).map((event) => parse(event.data));
    document.dispatchEvent(new CustomEvent(`live:${type}`, { detail: { events } }));
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** Only what needs knowing is shown: that what is on the page may be old. */
function show(now: State): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-live-state]")) {
    place.hidden = now !== "lost";
    place.textContent = now === "lost" ? t("Reconnecting…") : "";
  }
}
