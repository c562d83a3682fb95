// What this browser remembers about the frame: measures and times, never content.
const place = "tocsin.frame";

type Kept = { rail?: "folded" | "open"; facets?: number; preview?: number; reading?: { since: number; last: number } };

export function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

export function keep(change: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify({ ...kept(), ...change }));
  } catch {
    // Storage is switched off: it holds until the page is left.
  }
}
