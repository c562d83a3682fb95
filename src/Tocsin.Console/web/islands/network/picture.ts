// The graph on the canvas (sigma.js): places come from the server, looks from looks.ts. One picture a page; close() gives its
// WebGL contexts back.
import { createNodeBorderProgram } from "@sigma/node-border";
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { NodeCircleProgram } from "sigma/rendering";
import { distanceToLine, type Point } from "./geometry";
import { drawHover, drawLabel } from "./labels";
import { dimmed, fillOf, largestRadius, type Palette, radiusOf, shapeOf, showsNode, type TieLooks, tieLooks, type View } from "./looks";
import { Marks } from "./marks";
import type { Layout, Model } from "./model";
import { visible } from "./visible";

const leastExtent = 2_500;
const reach = 6;   // pixels from a tie at which the pointer is on it

const ring = { color: { attribute: "ring" } };
const gap = { color: { attribute: "gap" } };
const fill = { color: { attribute: "color" }, size: { fill: true as const } };
const part = (value: number) => ({ size: { value } });
const shapes = {
  dot: NodeCircleProgram,
  member: createNodeBorderProgram({ borders: [{ ...gap, ...part(0.14) }, fill] }),
  seeder: createNodeBorderProgram({ borders: [{ ...ring, ...part(0.32) }, fill] }),
  amplifier: createNodeBorderProgram({ borders: [{ ...ring, ...part(0.13) }, { ...gap, ...part(0.16) }, fill] }),
  bridge: createNodeBorderProgram({ borders: [{ ...ring, ...part(0.13) }, { ...gap, ...part(0.15) }, { ...ring, ...part(0.17) }, fill] }),
  outside: createNodeBorderProgram({ borders: [{ ...ring, ...part(0.2) }, { ...gap, size: { fill: true } }] }),
};

export class Picture {
  readonly sigma: Sigma;
  readonly marks: Marks;
  /** Whether nodes were moved by hand. */
  moved = false;
  #graph = new UndirectedGraph();
  #x: Float64Array;
  #y: Float64Array;
  #looks: TieLooks;
  #shown = new Set<number>();
  #platforms: string[];

  constructor(container: HTMLElement, readonly model: Model, public view: View, public palette: Palette, layout: Layout) {
    this.#platforms = [...new Set(model.accounts.map((account) => account.platform))].sort();
    this.#x = new Float64Array(model.accounts.length);
    this.#y = new Float64Array(model.accounts.length);
    this.#looks = tieLooks(model, view.membership, 1);
    this.#fill(layout);
    this.sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: shapes,
      nodeReducer: (node) => this.#nodeLooks(Number(node)),
      edgeReducer: (edge) => this.#edgeLooks(Number(edge)),
      defaultDrawNodeLabel: (context, data, settings) => drawLabel(context, data, settings, this.palette),
      defaultDrawNodeHover: (context, data, settings) => drawHover(context, data, settings, this.palette),
      labelFont: "Inter Variable, system-ui, sans-serif", labelSize: 12, labelDensity: 0.6, labelGridCellSize: 110, labelRenderedSizeThreshold: 5,
      stagePadding: 28, zIndex: true, minCameraRatio: 0.02, maxCameraRatio: 3, hideEdgesOnMove: false, minEdgeThickness: 0.5,
      enableEdgeEvents: false, doubleClickZoomingDuration: still() ? 0 : 200, zoomDuration: still() ? 0 : 150, inertiaDuration: still() ? 0 : 200,
    });
    this.#frame();
    this.marks = new Marks(this);
    this.refresh();
  }

  /** Looks again at everything. */
  refresh(): void {
    this.#looks = tieLooks(this.model, this.view.membership, 1);
    this.#shown = new Set(this.#looks.drawn);
    this.sigma.refresh();
  }

  /** Looks again at some nodes and ties; what else shows stays. */
  touch(nodes: Iterable<number>, ties: Iterable<number>): void {
    this.sigma.refresh({ partialGraph: { nodes: [...nodes].map(String), edges: [...ties].map(String) }, skipIndexation: true, schedule: true });
  }

  /** Ties that are drawn now. */
  *shownTies(): Generator<number> {
    for (const tie of this.#shown) if (this.#tieShows(tie)) yield tie;
  }

  get drawn(): number {
    return this.#looks.drawn.length;
  }

  place(node: number): Point {
    return { x: this.#x[node]!, y: this.#y[node]! };
  }

  /** Where a node is on the canvas, in pixels. */
  onCanvas(node: number): Point {
    return this.sigma.graphToViewport(this.place(node));
  }

  /** Radius of a node on the canvas, in pixels. */
  radius(node: number): number {
    return this.sigma.scaleSize(this.sigma.getNodeDisplayData(String(node))?.size ?? 0);
  }

  /** Moves a node; its ties follow. */
  move(node: number, to: Point): void {
    this.#put(node, to);
    this.moved = true;
    this.touch([node], this.#graph.edges(String(node)).map(Number));
  }

  arrange(layout: Layout): void {
    const places = this.model.places[layout];
    for (let node = 0; node < this.model.accounts.length; node++) this.#put(node, { x: places[2 * node]!, y: -places[2 * node + 1]! });
    this.moved = false;
    this.#frame();
    this.sigma.refresh();
  }

  /** The frame is that of the layout, whatever shows of it: nothing jumps when some are hidden or dragged. */
  #frame(): void {
    const ends = (places: Float64Array): [number, number] => [Math.min(-leastExtent, ...places), Math.max(leastExtent, ...places)];
    this.sigma.setCustomBBox({ x: ends(this.#x), y: ends(this.#y) });
  }

  /** The tie under a point of the canvas; null when none is near. */
  tieAt(point: Point): number | null {
    const at = this.sigma.viewportToGraph(point);
    const near = (reach / this.sigma.getGraphToViewportRatio()) ** 2;
    let best: number | null = null;
    let least = near;
    for (const tie of this.shownTies()) {
      const [a, b] = [this.model.a[tie]!, this.model.b[tie]!];
      const distance = distanceToLine(at.x, at.y, this.#x[a]!, this.#y[a]!, this.#x[b]!, this.#y[b]!);
      if (distance < least) [best, least] = [tie, distance];
    }
    return best;
  }

  showsNode(node: number): boolean {
    return showsNode(this.view, node, this.appears?.node ?? null);
  }

  /** When nodes and ties first show; null until the acts are known. */
  appears: { node: Float64Array; tie: Float64Array } | null = null;

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: still() ? 0 : 200 });
  }

  /** Brings a node into the middle. */
  centre(node: number): void {
    const data = this.sigma.getNodeDisplayData(String(node));
    if (data) void this.sigma.getCamera().animate({ x: data.x, y: data.y, ratio: Math.min(0.5, this.sigma.getCamera().ratio) }, { duration: still() ? 0 : 200 });
  }

  fillOf(node: number): string {
    return fillOf(this.model.accounts[node]!, this.view.colour, this.#platforms, this.palette);
  }

  widthOf(tie: number): number {
    return this.#looks.width(tie);
  }

  opacityOf(tie: number): number {
    return this.#looks.opacity(tie);
  }

  close(): void {
    this.marks.close();
    const contexts = Object.values(this.sigma.getCanvases()).map((canvas) => canvas.getContext("webgl2"));
    this.sigma.kill();
    for (const context of contexts) context?.getExtension("WEBGL_lose_context")?.loseContext();
  }

  #fill(layout: Layout): void {
    const places = this.model.places[layout];
    this.model.accounts.forEach((_, node) => {
      [this.#x[node], this.#y[node]] = [places[2 * node]!, -places[2 * node + 1]!];
      this.#graph.addNode(String(node), { x: this.#x[node]!, y: this.#y[node]! });
    });
    for (let tie = 0; tie < this.model.a.length; tie++) this.#graph.addEdgeWithKey(String(tie), String(this.model.a[tie]), String(this.model.b[tie]));
  }

  // Written where graphology keeps it: telling it would have everything drawn anew for one node.
  #put(node: number, { x, y }: Point): void {
    [this.#x[node], this.#y[node]] = [x, y];
    Object.assign(this.#graph.getNodeAttributes(String(node)), { x, y });
  }

  #nodeLooks(node: number): Record<string, unknown> {
    const account = this.model.accounts[node]!;
    const isMember = this.view.membership.members.has(node);
    const most = this.#mostBits();
    const largest = largestRadius(this.model.accounts.length, this.#pixelsPerUnit());
    const bits = this.view.membership.bits[node]!;
    const size = isMember ? radiusOf(bits, most, largest) : Math.max(2, largest * 0.5);
    return {
      x: this.#x[node]!, y: this.#y[node]!, label: visible(account.name, 28), type: shapeOf(account, isMember, size), size, hidden: !this.showsNode(node),
      color: this.fillOf(node), ring: isMember ? this.palette.ink : this.palette.quiet, gap: this.palette.surface,
      zIndex: isMember ? bits / Math.max(1, most) : 0,
    };
  }

  #edgeLooks(tie: number): { hidden: boolean; size: number; color: string } {
    const hidden = !this.#tieShows(tie);
    return { hidden, size: hidden ? 0 : this.#looks.width(tie), color: dimmed(this.palette.quiet, this.#looks.opacity(tie)) };
  }

  #tieShows(tie: number): boolean {
    if (!this.#shown.has(tie)) return false;
    if (this.view.at !== null && this.appears && this.appears.tie[tie]! > this.view.at) return false;
    return this.showsNode(this.model.a[tie]!) && this.showsNode(this.model.b[tie]!);
  }

  #of: { bits: Float64Array; most: number } | null = null;

  #mostBits(): number {
    const { bits, members } = this.view.membership;
    if (this.#of?.bits !== bits) {
      let most = 0;
      for (const node of members) most = Math.max(most, bits[node]!);
      this.#of = { bits, most };
    }
    return this.#of.most;
  }

  #pixelsPerUnit(): number {
    const { width, height } = this.sigma?.getDimensions() ?? { width: 600, height: 600 };
    return (Math.min(width, height) - 56) / 20_000;
  }
}

export function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
