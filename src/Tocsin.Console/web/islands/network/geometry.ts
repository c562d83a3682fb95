// Points and lines on the canvas. Pure.
export type Point = { x: number; y: number };

/** Whether a point lies within a closed outline (even-odd rule). */
export function within(point: Point, outline: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [p, q] = [outline[i]!, outline[j]!];
    if (p.y > point.y !== q.y > point.y && point.x < ((q.x - p.x) * (point.y - p.y)) / (q.y - p.y) + p.x) inside = !inside;
  }
  return inside;
}

/** Square of the distance from a point to the line between two others. */
export function distanceToLine(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const [ox, oy] = [x - ax - along * dx, y - ay - along * dy];
  return ox * ox + oy * oy;
}

/** The end of an arrow that stops short of a circle, and the two corners of its head. */
export function arrow(from: Point, to: Point, stop: number, head: number): { tip: Point; left: Point; right: Point; neck: Point } | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length <= stop + head) return null;
  const [ux, uy] = [dx / length, dy / length];
  const at = (back: number, aside: number): Point => ({ x: to.x - ux * back - uy * aside, y: to.y - uy * back + ux * aside });
  return { tip: at(stop, 0), neck: at(stop + head, 0), left: at(stop + head, head / 2), right: at(stop + head, -head / 2) };
}
