// What the hand does on the picture: hover, pick, drag a node, draw a lasso.
import { make } from "../../frame/dom";
import { type Point, within } from "./geometry";
import type { Picture } from "./picture";

export type Hands = {
  /** The pointer is over a node or a tie, or over neither. */
  hover(over: { node: number } | { tie: number } | null): void;
  /** Nodes were picked; together with the ones before when add is true. */
  pick(nodes: number[], add: boolean): void;
};

const dragAfter = 3;   // pixels: a click may tremble

/** Listens on a picture; returns a switch for the lasso, and what ends it. */
export function listen(picture: Picture, { hover, pick }: Hands): { lasso(on: boolean): void; close(): void } {
  const { sigma } = picture;
  let overNode: number | null = null;
  let overTie: number | null = null;
  let dragged: { node: number; from: Point; moved: boolean } | null = null;
  let frame = 0;

  const tell = () => hover(overNode !== null ? { node: overNode } : overTie !== null ? { tie: overTie } : null);
  sigma.on("enterNode", ({ node }) => {
    [overNode, overTie] = [Number(node), null];
    tell();
  });
  sigma.on("leaveNode", () => {
    overNode = null;
    tell();
  });
  sigma.on("downNode", ({ node, event }) => {
    dragged = { node: Number(node), from: { x: event.x, y: event.y }, moved: false };
    event.preventSigmaDefault();
  });
  sigma.on("moveBody", ({ event }) => {
    if (dragged) {
      if (!dragged.moved && Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) < dragAfter) return;
      dragged.moved = true;
      picture.move(dragged.node, sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
      return;
    }
    if (frame || overNode !== null) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const tie = overNode === null && inside(event) ? picture.tieAt(event) : null;
      if (tie === overTie) return;
      overTie = tie;
      tell();
    });
  });
  sigma.on("upNode", () => (dragged = dragged?.moved ? { ...dragged, node: -1 } : null));
  sigma.on("upStage", () => (dragged = null));
  sigma.on("leaveStage", () => {
    [overNode, overTie] = [null, null];
    tell();
  });
  sigma.on("clickNode", ({ node, event }) => {
    const wasDragged = dragged?.node === -1;
    dragged = null;
    if (!wasDragged) pick([Number(node)], isAdding(event.original));
  });
  sigma.on("clickStage", ({ event }) => {
    dragged = null;
    const tie = picture.tieAt(event);
    pick(tie === null ? [] : [picture.model.a[tie]!, picture.model.b[tie]!], isAdding(event.original));
  });
  const lasso = new Lasso(picture, pick);
  return {
    lasso: (on) => lasso.toggle(on),
    close: () => {
      cancelAnimationFrame(frame);
      lasso.toggle(false);
    },
  };

  function inside(point: Point): boolean {
    const { width, height } = sigma.getDimensions();
    return point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height;
  }
}

function isAdding(event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

/** A sheet over the picture on which an outline is drawn. */
class Lasso {
  #sheet: HTMLCanvasElement | null = null;

  constructor(readonly picture: Picture, readonly pick: Hands["pick"]) {}

  toggle(on: boolean): void {
    this.#sheet?.remove();
    this.#sheet = null;
    if (!on) return;
    const sheet = make("canvas", { class: "lasso-sheet" });
    this.picture.sigma.getContainer().append(sheet);
    [sheet.width, sheet.height] = [sheet.clientWidth, sheet.clientHeight];
    sheet.addEventListener("pointerdown", (event) => this.#draw(sheet, event));
    this.#sheet = sheet;
  }

  #draw(sheet: HTMLCanvasElement, start: PointerEvent): void {
    if (start.button !== 0) return;
    sheet.setPointerCapture(start.pointerId);
    const box = sheet.getBoundingClientRect();
    const outline: Point[] = [];
    const add = (event: PointerEvent) => {
      outline.push({ x: event.clientX - box.left, y: event.clientY - box.top });
      this.#show(sheet, outline);
    };
    add(start);
    sheet.addEventListener("pointermove", add);
    sheet.addEventListener("lostpointercapture", () => {
      sheet.removeEventListener("pointermove", add);
      sheet.getContext("2d")?.clearRect(0, 0, sheet.width, sheet.height);
      if (outline.length > 2) this.pick(this.#held(outline), start.shiftKey || start.ctrlKey || start.metaKey);
    }, { once: true });
  }

  #held(outline: Point[]): number[] {
    const found: number[] = [];
    for (let node = 0; node < this.picture.model.accounts.length; node++)
      if (this.picture.showsNode(node) && within(this.picture.onCanvas(node), outline)) found.push(node);
    return found;
  }

  #show(sheet: HTMLCanvasElement, outline: Point[]): void {
    const context = sheet.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, sheet.width, sheet.height);
    context.beginPath();
    for (const { x, y } of outline) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = `${this.picture.palette.accent}22`;
    context.strokeStyle = this.picture.palette.accent;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  }
}
