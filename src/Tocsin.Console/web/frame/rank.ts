// How well a text answers what was typed: whole, from its start, from the start of its words, or letters in their order. Pure.
export function rank(typed: string, text: string): number {
  const wanted = typed.trim().toLowerCase();
  const given = text.toLowerCase();
  if (wanted === "") return 1;
  if (given === wanted) return 100;
  if (given.startsWith(wanted)) return 80;
  const words = given.split(/[\s\-_/]+/);
  if (words.some((word) => word.startsWith(wanted))) return 60;
  if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 50;
  if (given.includes(wanted)) return 40;
  return initials(wanted, words) ? 30 : inOrder(wanted, given) ? 10 : 0;
}

/** The best first; equals stay as they stood; those that do not answer are gone. */
export function ranked<T>(typed: string, items: T[], text: (item: T) => string): T[] {
  return items
    .map((item, at) => ({ item, at, score: rank(typed, text(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ item }) => item);
}

function initials(wanted: string, words: string[]): boolean {
  return words.map((word) => word[0] ?? "").join("").startsWith(wanted);
}

function inOrder(wanted: string, given: string): boolean {
  let at = -1;
  return [...wanted].every((letter) => (at = given.indexOf(letter, at + 1)) >= 0);
}
