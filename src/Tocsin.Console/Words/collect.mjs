// Keeps Strings.resx in step with the sources: every L["text"] of the console, and every t("text") of its scripts, stands in it
// once, sorted.
//   node collect.mjs           writes it
//   node collect.mjs --check   says what is missing or left over, and fails
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const resources = join(here, "Strings.resx");
// As Texts.cs has it: resources tell no capitals from small letters.
const nameOf = (text) => (/^\p{Ll}/u.test(text) ? `·${text}` : text);
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !["bin", "obj", "node_modules", "test"].includes(entry.name)) yield* sources(path);
    else if (/\.(razor|cs|ts)$/.test(entry.name)) yield path;
  }
}

const texts = new Set();
for (const path of sources(join(here, ".."))) {
  for (const [, literal] of readFileSync(path, "utf8").matchAll(/\b(?:L\[|t\()"((?:[^"\\]|\\.)*)"/g)) texts.add(JSON.parse(`"${literal}"`));
}

const old = readFileSync(resources, "utf8");
const head = old.slice(0, old.indexOf("  <data "));
const rows = [...texts].sort().map((text) => `  <data name="${escape(nameOf(text))}" xml:space="preserve"><value>${escape(text)}</value></data>\n`);
const wanted = `${head}${rows.join("")}</root>\n`;
if (!process.argv.includes("--check")) writeFileSync(resources, wanted);
else if (wanted !== old) {
  const known = new Set(old.split("\n")), right = new Set(wanted.split("\n"));
  for (const row of right) if (!known.has(row)) console.error(`missing:   ${row.trim()}`);
  for (const row of known) if (!right.has(row)) console.error(`left over: ${row.trim()}`);
  console.error("Words/Strings.resx is not what the sources say: run node src/Tocsin.Console/Words/collect.mjs");
  process.exit(1);
}
