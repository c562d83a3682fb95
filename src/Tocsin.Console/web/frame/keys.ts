// Names of keys: "k", "?", "mod+k", "Escape", and two in a row, "g h". Pure.
export type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** mod is Ctrl, or Cmd on a Mac. Shift shows in the character itself. */
export function nameOf(press: Press): string {
  const key = press.key.length === 1 ? (press.key === " " ? "Space" : press.key) : press.key;
  return `${press.ctrlKey || press.metaKey ? "mod+" : ""}${press.altKey ? "alt+" : ""}${press.ctrlKey || press.metaKey ? key.toLowerCase() : key}`;
}

/** Whether the key acts alone, so that speaking or a slip could set it off. */
export function isSingle(name: string): boolean {
  return !name.includes("mod+") && !name.includes("alt+") && [...(name.split(" ")[0] ?? "")].length === 1;
}

/** What a person may choose as a key: one character that shows, or two after one another. */
export function isChoice(name: string): boolean {
  return /^\S( \S)?$/u.test(name);
}

/** For aria-keyshortcuts; undefined for two in a row, which it cannot say. */
export function ariaOf(name: string): string | undefined {
  return name.includes(" ") ? undefined : name.replace("mod+", "Control+").replace("alt+", "Alt+").replace(/\+(\w)$/, (_, key: string) => `+${key.toUpperCase()}`);
}

/** Waits for the second key of two. */
export class Sequence {
  #first = "";
  #at = 0;

  /** The name to look up: the key, or with the one before it when that began a sequence that this one ends. */
  press(name: string, now: number, begins: (first: string) => boolean, ends: (both: string) => boolean): string {
    const both = `${this.#first} ${name}`;
    const inTime = this.#first !== "" && now - this.#at < 3_000;
    this.#first = "";
    if (inTime && ends(both)) return both;
    if (begins(name)) [this.#first, this.#at] = [name, now];
    return name;
  }
}
