// The texts that scripts say. English stands in the source; another language comes with the page, by the English text.
// Where there is no page, as in tests, it is English.
let words: Record<string, string> | undefined;

/** A text in the page's language, with {0}, {1}… filled in. */
export function t(text: string, ...values: (string | number)[]): string {
  words ??= typeof document === "undefined" ? {} : (JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Record<string, string>);
  return (words[text] ?? text).replace(/\{(\d)\}/g, (whole, n) => String(values[Number(n)] ?? whole));
}
