// The picture as an SVG file, from places and looks. Pure.
export type DrawnNode = { x: number; y: number; radius: number; fill: string; rings: { radius: number; width: number; colour: string }[]; label: string | null };
export type DrawnTie = { x1: number; y1: number; x2: number; y2: number; width: number; colour: string; opacity: number };

export type Drawing = {
  width: number;
  height: number;
  title: string;
  background: string;
  ink: string;
  nodes: DrawnNode[];
  ties: DrawnTie[];
  /** Lines under the picture: what it shows, when it was made. */
  caption: string[];
};

const captionHeight = 18;
const padding = 16;

export function svgOf(drawing: Drawing): string {
  const { width, height, title, background, ink, nodes, ties, caption } = drawing;
  const whole = height + caption.length * captionHeight + padding;
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(whole)}" width="${n(width)}" height="${n(whole)}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    `<g stroke-linecap="round">`,
  ];
  for (const tie of ties)
    out.push(`<line x1="${n(tie.x1)}" y1="${n(tie.y1)}" x2="${n(tie.x2)}" y2="${n(tie.y2)}" stroke="${tie.colour}" stroke-opacity="${n(tie.opacity)}" stroke-width="${n(tie.width)}"/>`);
  out.push("</g><g>");
  for (const node of nodes) {
    out.push(`<circle cx="${n(node.x)}" cy="${n(node.y)}" r="${n(node.radius)}" fill="${node.fill}"/>`);
    for (const ring of node.rings)
      out.push(`<circle cx="${n(node.x)}" cy="${n(node.y)}" r="${n(ring.radius)}" fill="none" stroke="${ring.colour}" stroke-width="${n(ring.width)}"/>`);
  }
  out.push(`</g><g fill="${ink}" font-size="12" paint-order="stroke" stroke="${background}" stroke-width="3" stroke-linejoin="round">`);
  for (const node of nodes) if (node.label) out.push(`<text x="${n(node.x + node.radius + 4)}" y="${n(node.y + 4)}">${escape(node.label)}</text>`);
  out.push(`</g><g fill="${ink}" font-size="12">`);
  caption.forEach((line, i) => out.push(`<text x="${padding}" y="${n(height + (i + 1) * captionHeight)}">${escape(line)}</text>`));
  out.push("</g></svg>");
  return out.join("\n");
}

/** Text as XML holds it: markup escaped, characters that XML does not allow replaced. */
export function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
