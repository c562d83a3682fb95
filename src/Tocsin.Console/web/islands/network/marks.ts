// What is marked over the picture: the ties of hovered and picked nodes with their direction, rings around what is picked, crosses
// on what was taken out. Drawn on a canvas of its own, so that marking costs nothing of the thirty thousand ties below.
import { arrow } from "./geometry";
import { faded } from "./looks";
import type { Picture } from "./picture";
import { clearLead, leadOf } from "./words";

const fewTies = 150;
const mostMarked = 3_000;

export class Marks {
  hoveredNode: number | null = null;
  hoveredTie: number | null = null;
  /** Who acts at the moment shown, and with whom. */
  acting: { nodes: ReadonlySet<number>; pairs: readonly [number, number][] } | null = null;
  #canvas: HTMLCanvasElement;
  #leads = new Map<number, number>();
  #window: number | null | undefined;

  constructor(readonly picture: Picture) {
    this.#canvas = picture.sigma.createCanvas("marks", { beforeLayer: "nodes" });
    this.#canvas.style.pointerEvents = "none";
    picture.sigma.on("afterRender", () => this.draw());
  }

  close(): void {
    this.#canvas.width = 0;
  }

  /** Draws the marks anew, without the picture. */
  draw(): void {
    const { width, height } = this.picture.sigma.getDimensions();
    const ratio = devicePixelRatio;
    if (this.#canvas.width !== Math.round(width * ratio) || this.#canvas.height !== Math.round(height * ratio))
      [this.#canvas.width, this.#canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.#acting(context);
    this.#ties(context);
    this.#nodes(context);
  }

  /** Forgets who leads whom, for another window. */
  setWindow(window: number | null): void {
    if (this.#window === window) return;
    this.#window = window;
    this.#leads.clear();
  }

  #acting(context: CanvasRenderingContext2D): void {
    if (!this.acting) return;
    const { palette } = this.picture;
    const shows = (node: number) => this.picture.showsNode(node);
    context.strokeStyle = faded(palette.accent, 0.5);
    context.lineWidth = 1.5;
    context.beginPath();
    for (const [a, b] of this.acting.pairs) {
      if (!shows(a) || !shows(b)) continue;
      const [from, to] = [this.picture.onCanvas(a), this.picture.onCanvas(b)];
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
    context.fillStyle = faded(palette.accent, 0.45);
    for (const node of this.acting.nodes) {
      if (!shows(node)) continue;
      const { x, y } = this.picture.onCanvas(node);
      context.beginPath();
      context.arc(x, y, this.picture.radius(node) + 6, 0, 2 * Math.PI);
      context.fill();
    }
  }

  #ties(context: CanvasRenderingContext2D): void {
    const { model, view, palette, drawn } = this.picture;
    const strong = (node: number) => node === this.hoveredNode || view.picks.has(node);
    const all = drawn <= fewTies;
    if (!all && this.hoveredNode === null && this.hoveredTie === null && view.picks.size === 0) return;
    const between = view.picks.size > 12;   // of many picked, only what ties them to each other
    let marked = 0;
    for (const tie of this.picture.shownTies()) {
      const [a, b] = [model.a[tie]!, model.b[tie]!];
      const isHovered = tie === this.hoveredTie || a === this.hoveredNode || b === this.hoveredNode;
      const isMarked = isHovered || (between ? strong(a) && strong(b) : strong(a) || strong(b));
      if (!isMarked && !all) continue;
      if (isMarked && ++marked > mostMarked) break;
      const opacity = tie === this.hoveredTie ? 1 : isMarked ? 0.8 : this.picture.opacityOf(tie);
      this.#tie(context, tie, a, b, faded(tie === this.hoveredTie ? palette.focus : isMarked ? palette.accent : palette.quiet, opacity), isMarked);
    }
  }

  #tie(context: CanvasRenderingContext2D, tie: number, a: number, b: number, colour: string, isMarked: boolean): void {
    const lead = this.#leadOf(tie);
    const [first, second] = lead >= 0.5 ? [a, b] : [b, a];
    const [from, to] = [this.picture.onCanvas(first), this.picture.onCanvas(second)];
    const width = this.picture.widthOf(tie) + (tie === this.hoveredTie ? 2 : 0.6);
    const head = Math.max(lead, 1 - lead) >= clearLead ? arrow(from, to, this.picture.radius(second) + 1, 5 + width) : null;
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = width;
    const end = head?.neck ?? to;
    if (isMarked) {
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(end.x, end.y);
      context.stroke();
    }
    if (!head) return;
    context.beginPath();
    context.moveTo(head.tip.x, head.tip.y);
    context.lineTo(head.left.x, head.left.y);
    context.lineTo(head.right.x, head.right.y);
    context.fill();
  }

  #nodes(context: CanvasRenderingContext2D): void {
    const { view, palette } = this.picture;
    for (const node of view.picks) {
      if (!this.picture.showsNode(node)) continue;
      const { x, y } = this.picture.onCanvas(node);
      context.beginPath();
      context.arc(x, y, this.picture.radius(node) + 3.5, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.strokeStyle = palette.accent;
      context.stroke();
    }
    for (const [nodes, sign] of [[view.excluded, "×"], [view.included, "+"]] as const) {
      for (const node of nodes) {
        if (!this.picture.showsNode(node)) continue;
        const { x, y } = this.picture.onCanvas(node);
        context.font = "700 13px Inter Variable, system-ui, sans-serif";
        context.textAlign = "center";
        context.lineWidth = 3;
        context.strokeStyle = palette.surface;
        context.fillStyle = sign === "×" ? palette.danger : palette.ink;
        context.strokeText(sign, x, y - this.picture.radius(node) - 3);
        context.fillText(sign, x, y - this.picture.radius(node) - 3);
      }
    }
  }

  #leadOf(tie: number): number {
    let lead = this.#leads.get(tie);
    if (lead === undefined) this.#leads.set(tie, (lead = leadOf(this.picture.model, tie, this.#window ?? null)));
    return lead;
  }
}
