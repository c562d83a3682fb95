// A canvas as large as its place and as sharp as the screen, drawn anew when its size or the theme changes.
import { make } from "../../frame/dom";

export type Sheet = { canvas: HTMLCanvasElement; draw(): void; close(): void };

/** Puts a canvas into a place. The height in pixels may depend on the width; paint gets a context in CSS pixels. */
export function sheet(place: HTMLElement, label: string, height: (width: number) => number, paint: (context: CanvasRenderingContext2D, width: number, height: number) => void): Sheet {
  const canvas = make("canvas", { role: "img", "aria-label": label });
  place.append(canvas);
  const draw = () => {
    const width = place.clientWidth;
    if (width === 0) return;
    const high = Math.round(height(width));
    const ratio = Math.min(devicePixelRatio, 16_000 / high);
    canvas.style.inlineSize = `${width}px`;
    canvas.style.blockSize = `${high}px`;
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(high * ratio)];
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, high);
    paint(context, width, high);
  };
  const watch = new ResizeObserver(draw);
  watch.observe(place);
  document.addEventListener("theme", draw);
  return {
    canvas, draw,
    close: () => {
      watch.disconnect();
      document.removeEventListener("theme", draw);
      canvas.remove();
    },
  };
}

export function font(context: CanvasRenderingContext2D, size = 12, weight = 400): void {
  context.font = `${weight} ${size}px Inter Variable, system-ui, sans-serif`;
}

/** A text cut to a width. */
export function clipped(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
