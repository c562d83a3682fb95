// Bundles scripts, styles, fonts and icons into a folder of files named by their content, with a manifest.
//   node build.mjs OUT
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2] ?? join(home, "..", "obj", "web", "assets");
const out = `${target.replace(/\/$/, "")}-${process.pid}`;   // whole, then renamed: a build beside this one must not meet half of it
mkdirSync(out, { recursive: true });

const result = await build({
  absWorkingDir: home,
  entryPoints: { app: "app.ts", early: "early.ts", style: "style/app.css" },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: "none",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".woff": "file", ".svg": "text" },
  logLevel: "warning",
});

// The icons named in icons.txt, as one sprite: <Icon Name="bell" /> shows one.
const names = readFileSync(join(home, "icons.txt"), "utf8").split(/\s+/).filter(Boolean);
const symbols = names.sort().map((name) => {
  const svg = readFileSync(join(home, "node_modules", "lucide-static", "icons", `${name}.svg`), "utf8");
  return `<symbol id="${name}" viewBox="0 0 24 24">${svg.replace(/<!--.*?-->/gs, "").replace(/^[^]*?<svg[^>]*>|<\/svg>[^]*$/g, "").replace(/\s+/g, " ").trim()}</symbol>`;
});
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
const spriteName = `icons-${createHash("sha256").update(sprite).digest("hex").slice(0, 8).toUpperCase()}.svg`;
writeFileSync(join(out, spriteName), sprite);

const manifest = { "icons.svg": spriteName, "favicon.svg": copyNamed(join(home, "favicon.svg")) };
for (const [file, { entryPoint, inputs }] of Object.entries(result.metafile.outputs)) {
  const name = relative(out, join(home, file));
  if (entryPoint === "app.ts") manifest["app.js"] = name;
  if (entryPoint === "early.ts") manifest["early.js"] = name;
  if (entryPoint === "style/app.css") manifest["app.css"] = name;
  if (Object.keys(inputs)[0]?.endsWith("/inter-latin-wght-normal.woff2")) manifest["inter.woff2"] = name;
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2));
writeFileSync(join(out, "texts.json"), JSON.stringify(texts(Object.keys(result.metafile.inputs))));
rmSync(target, { recursive: true, force: true });
renameSync(out, target);

/** Copies a file under a name that tells its content. */
function copyNamed(path) {
  const content = readFileSync(path);
  const name = basename(path).replace(/(?=\.)/, `-${createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase()}`);
  writeFileSync(join(out, name), content);
  return name;
}

/** Every text the scripts say, t("…"): the server hands translations to the page. */
function texts(inputs) {
  const found = new Set();
  for (const input of inputs.filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))) {
    for (const [, literal] of readFileSync(join(home, input), "utf8").matchAll(/\bt\("((?:[^"\\]|\\.)*)"/g)) found.add(JSON.parse(`"${literal}"`));
  }
  return [...found].sort();
}
