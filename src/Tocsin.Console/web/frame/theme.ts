// Colours of the tokens for what is drawn on a canvas, which cannot read CSS. The document hears "theme" when they change.
const known = new Map<string, string>();
let canvas: CanvasRenderingContext2D | null = null;

/** The token's colour now, as #rrggbb. */
export function colour(token: string): string {
  let found = known.get(token);
  if (!found) known.set(token, (found = resolve(token)));
  return found;
}

/** The eight categories in their order, then the grey of the rest. */
export function categories(): string[] {
  return [...Array.from({ length: 8 }, (_, i) => colour(`--category-${i + 1}`)), colour("--category-rest")];
}

/** A size of the type scale in pixels, as canvases want it. */
export function pixels(token: "--t12" | "--t13" | "--t15"): number {
  return parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)) * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export function themeChanged(): void {
  known.clear();
  document.dispatchEvent(new CustomEvent("theme"));
}

export function startTheme(): void {
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", themeChanged);
}

function resolve(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  canvas ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!canvas) return "#808080";
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = value;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
