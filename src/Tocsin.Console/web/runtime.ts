// Islands: an element with data-island="name" is handed to the island of that name when it enters the document, by first
// load or by swap, and disposed of when it leaves. An island's module is fetched when the first of its kind appears.

/** Brings an element to life; returns what undoes it. */
export type Island = (element: HTMLElement) => (() => void) | Promise<() => void>;

const islands: Record<string, () => Promise<{ default: Island }>> = {
  chart: () => import("./islands/chart"),
  network: () => import("./islands/network"),
  passkey: () => import("./islands/passkey"),
  "qr-code": () => import("./islands/qr-code"),
  queue: () => import("./islands/queue"),
  signal: () => import("./islands/signal"),
  sql: () => import("./islands/sql"),
  "sql-run": () => import("./islands/sql-run"),
  upload: () => import("./islands/upload"),
};

const mounted = new Map<HTMLElement, Promise<() => void>>();

/** Mounts what is there and watches for more; done when the first ones stand. */
export async function startIslands(): Promise<void> {
  new MutationObserver(follow).observe(document, { childList: true, subtree: true });
  mountIn(document);
  await Promise.all(mounted.values());
}

function follow(changes: MutationRecord[]): void {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (!(node instanceof HTMLElement)) continue;
      if (node.dataset["island"]) mount(node);
      mountIn(node);
    }
  }
  for (const [element, ready] of mounted) {
    if (element.isConnected) continue;
    mounted.delete(element);
    void ready.then((dispose) => dispose());
  }
}

function mountIn(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-island]")) mount(element);
}

function mount(element: HTMLElement): void {
  const load = islands[element.dataset["island"] ?? ""];
  if (!load || mounted.has(element)) return;
  mounted.set(element, raise(element, load));
}

/** One island that fails says so in its place; the page goes on. */
async function raise(element: HTMLElement, load: () => Promise<{ default: Island }>): Promise<() => void> {
  try {
    const dispose = await (await load()).default(element);
    element.setAttribute("data-mounted", "");
    return dispose;
  } catch (error) {
    console.error(`island ${element.dataset["island"]}:`, error);
    element.setAttribute("data-failed", "");
    return () => undefined;
  }
}
