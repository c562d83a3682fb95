// Text from outside on a canvas or in a file: what would move, hide or reorder its surroundings is shown as its code, and long
// text is cut. Layout/Reading/Visible.cs says the same. Pure.

// eslint-disable-next-line no-control-regex
const hiding = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

export function visible(text: string, most = 40): string {
  const letters = [...text.slice(0, 4 * most)];
  const cut = letters.length > most || text.length > 4 * most ? `${letters.slice(0, most - 1).join("")}…` : text;
  return cut.replace(/\s+/g, " ").replace(hiding, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}
