// What a command on a list acts on, and where the hand goes afterwards. Pure.

/** Ids of the rows to act on: those that are ticked, else the one under the hand. */
export function chosen(ticked: readonly string[], current: string | null): string[] {
  return ticked.length > 0 ? [...ticked] : current ? [current] : [];
}

/** The row to go to when some leave: the first that stays after the one under the hand, else the last that stays before it. */
export function nextAfter(rows: readonly string[], leaving: ReadonlySet<string>, from: string | null): string | null {
  const at = from === null ? -1 : rows.indexOf(from);
  const stays = (id: string) => !leaving.has(id);
  return rows.slice(Math.max(at, 0)).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}

/** The rows from one to another, whichever stands first; what Shift and a click choose. */
export function between(rows: readonly string[], one: string | null, other: string): string[] {
  const [a, b] = [one === null ? -1 : rows.indexOf(one), rows.indexOf(other)];
  if (b < 0) return [];
  return a < 0 ? [other] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The reason after the one that stands in the box, round and round; what arrow down picks. A text of one's own is left alone. */
export function nextReason(recent: readonly string[], now: string): string | null {
  if (recent.length === 0) return null;
  if (now === "") return recent[0]!;
  const at = recent.indexOf(now);
  return at < 0 ? null : recent[(at + 1) % recent.length]!;
}
