// Names beside nodes, in the colours of the theme (sigma's own are black on white).
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "./looks";

type Label = Parameters<NodeLabelDrawingFunction>;
type Hover = Parameters<NodeHoverDrawingFunction>;

export function drawLabel(context: Label[0], data: Label[1], settings: Label[2], palette: Palette): void {
  if (!data.label) return;
  font(context, settings);
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = palette.surface;
  context.fillStyle = palette.ink;
  const room = context.canvas.clientWidth - data.x - data.size - 6;
  const width = context.measureText(data.label).width;
  const x = width <= room ? data.x + data.size + 4 : data.x - data.size - 4 - width;   // at the right edge names stand at the left
  const y = data.y + settings.labelSize / 3;
  context.strokeText(data.label, x, y);
  context.fillText(data.label, x, y);
}

export function drawHover(context: Hover[0], data: Hover[1], settings: Hover[2], palette: Palette): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.focus;
  context.stroke();
  if (!data.label) return;
  font(context, settings);
  const width = context.measureText(data.label).width;
  const room = context.canvas.clientWidth - data.x - data.size - 20;
  const x = width <= room ? data.x + data.size + 6 : data.x - data.size - 18 - width;
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, data.y - 10, width + 12, 20, 4);
  context.fill();
  context.stroke();
  context.fillStyle = palette.ink;
  context.fillText(data.label, x + 6, data.y + settings.labelSize / 3);
}

function font(context: CanvasRenderingContext2D, settings: Label[2]): void {
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
}
