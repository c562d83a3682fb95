// Islands: an element with data-island="name" is handed to the island of that name when it enters the document, by first
// load or by swap, and disposed of when it leaves. An island's module is fetched when the first of its kind appears.

/** Brings an element to life; returns what undoes it. */
export type Island = (element: HTMLElement) => (() => void) | Promise<() => void>;

const islands: Record<string, () => Promise<{ default: Island }>> = {};

const mounted = new Map<HTMLElement, Promise<() => void>>();

export function mountIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-island]")) mount(element);
}

function mount(element: HTMLElement): void {
  const load = islands[element.dataset.island ?? ""];
  if (!load || mounted.has(element)) return;
  const ready = load().then(({ default: island }) => island(element));
  mounted.set(element, ready);
  void ready.then(() => element.setAttribute("data-mounted", ""));
}

new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (!(node instanceof HTMLElement)) continue;
      if (node.dataset.island) mount(node);
      mountIslands(node);
    }
  }
  for (const [element, ready] of mounted) {
    if (element.isConnected) continue;
    mounted.delete(element);
    void ready.then((dispose) => dispose());
  }
}).observe(document, { childList: true, subtree: true });
