// The picture as a file: SVG from places and looks, PNG from what is on the canvas.
import { t } from "../../frame/words";
import type { Picture } from "./picture";
import { type DrawnNode, svgOf } from "./svg";
import { visible } from "./visible";

const mostLabels = 60;

export function exportSvg(picture: Picture, name: string, claim: string): string {
  const { width, height } = picture.sigma.getDimensions();
  const { model, palette } = picture;
  const nodes = model.accounts.map((_, node) => node).filter((node) => picture.showsNode(node));
  const named = new Set([...nodes].sort((a, b) => picture.view.membership.bits[b]! - picture.view.membership.bits[a]!).slice(0, mostLabels));
  const ties = [...picture.shownTies()].map((tie) => {
    const [a, b] = [picture.onCanvas(model.a[tie]!), picture.onCanvas(model.b[tie]!)];
    return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, width: picture.widthOf(tie), colour: palette.quiet, opacity: picture.opacityOf(tie) };
  });
  return svgOf({
    width, height, title: name, background: palette.surface, ink: palette.ink, ties,
    nodes: nodes.map((node) => drawnNode(picture, node, named.has(node))),
    caption: [claim, t("{0}: {1} accounts, {2} ties shown; {3} taken out by people", name, nodes.length, ties.length, picture.view.excluded.size)],
  });
}

function drawnNode(picture: Picture, node: number, isNamed: boolean): DrawnNode {
  const { palette, view, model } = picture;
  const { x, y } = picture.onCanvas(node);
  const radius = picture.radius(node);
  const account = model.accounts[node]!;
  const label = isNamed ? visible(account.name, 28) : null;
  const ring = (at: number, width: number) => ({ radius: radius * at, width: radius * width, colour: palette.ink });
  if (!view.membership.members.has(node)) return { x, y, radius, fill: palette.surface, rings: [{ radius: radius * 0.9, width: Math.max(1, radius * 0.2), colour: palette.quiet }], label };
  const rings = { member: [], seeder: [ring(0.84, 0.32)], amplifier: [ring(0.93, 0.13)], bridge: [ring(0.93, 0.13), ring(0.64, 0.15)] }[account.role];
  return { x, y, radius, fill: picture.fillOf(node), rings, label };
}

/** All layers of the canvas one over the other. */
export async function exportPng(picture: Picture): Promise<Blob> {
  const { width, height } = picture.sigma.getDimensions();
  const whole = document.createElement("canvas");
  const ratio = devicePixelRatio;
  [whole.width, whole.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = whole.getContext("2d")!;
  context.fillStyle = picture.palette.surface;
  context.fillRect(0, 0, whole.width, whole.height);
  picture.sigma.refresh();   // what WebGL drew is only there until the next frame
  const canvases = picture.sigma.getCanvases();
  for (const layer of ["edges", "marks", "nodes", "edgeLabels", "labels", "hovers", "hoverNodes"]) {
    const canvas = canvases[layer];
    if (canvas && canvas.width > 0) context.drawImage(canvas, 0, 0, whole.width, whole.height);
  }
  return new Promise((done, fail) => whole.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
