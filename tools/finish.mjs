// finish.mjs SITE   The last step of a build: makes of what Trunk left a site that runs under a strict policy, in few
// requests, and that a browser may keep.
//
// - no script stands in index.html, and nothing that Trunk has for developing;
// - what wasm-bindgen wrote is made small, in one file with what it imports;
// - scripts, modules and style sheets carry a hash of their content in their name, and of all that they fetch by name, so
//   that a name never means two things. Data, fonts, frame.js, element.js and the rule books' style keep theirs: others write those;
// - the page says its policy and has its first files checked (integrity);
// - a service worker keeps all that the path needs for when there is no network;
// - beside each file that becomes smaller by it stands the same in Brotli and gzip, but for those that an office may change
//   by hand: what stands beside them would go on saying the old.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { elementStyles } from "./element-css.mjs";
import { POLICY, REFERRER } from "./policy.mjs";
import { makeWorker } from "./worker.mjs";

const site = resolve(process.argv[2] ?? "dist");
const sources = resolve(import.meta.dirname, "../src");
const { build, stop: end } = createRequire(`${process.env.SASS_PATH}/`)("esbuild-wasm");

function stop(why) {
  console.error(`finish.mjs: ${why}`);
  process.exit(1);
}

const all = (folder) => readdirSync(join(site, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1));
const one = (pattern, what) => {
  const found = all(".").filter((path) => pattern.test(path));
  if (found.length !== 1) stop(`${found.length} files in ${site} are ${what}: is this what Trunk left? ${found}`);
  return found[0];
};

// ---- What stands in the site now, and under which plain name it goes on -----------------------------------------------

const glue = one(/^dopo-di-noi-[0-9a-f]+\.js$/, "the page's glue");
const wasm = one(/^dopo-di-noi-[0-9a-f]+_bg\.wasm$/, "the page's wasm");
const styles = one(/^main-[0-9a-f]+\.css$/, "the style sheet");
const icon = one(/^icon-[0-9a-f]+\.svg$/, "the icon");
const fetched = one(/^snippets\/.*\/fetched\.js$/, "fetched.js");

// Each file by its plain name. All stand beside index.html.
const files = new Map();
const keep = (name, content) => files.set(name, { content: Buffer.from(content) });

// ---- Scripts, each as one file -----------------------------------------------------------------------------------------

const LATER = ["whole.js", "editor.js", "application_pdf.js", "application_pdf_worker.js", "pdf_reading.js", "aloud.js"];

// What a script asks for by name stays a request of its own.
async function bundle(entry, more = {}) {
  const options = {
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    ...more,
  };
  const { outputFiles } = await build(options);
  return outputFiles[0].contents;
}

// Others take the functions that the page shares with them from the page's own file.
const SHARED = {
  name: "shared",
  setup({ onResolve }) {
    onResolve({ filter: /\/(fetched|visits)\.js$/ }, () => ({ path: "./dopo-di-noi.js", external: true }));
  },
};

keep("dopo-di-noi.js", await bundle(join(sources, "browser/start.js"), {
  alias: { page: join(site, glue), fetched: join(site, fetched) },
  external: ["./framed.js", "./offline.js"],
}));
keep("composer.js", await bundle(join(sources, "composer/composer.js")));
keep("composer.css", readFileSync(join(sources, "composer/composer.css")));
keep("editor.css", readFileSync(join(sources, "ui/editor/editor.css")));
keep("framed.js", await bundle(join(sources, "frame/framed.js")));
keep("offline.js", await bundle(join(sources, "offline/page.js")));
keep("guard.js", await bundle(join(sources, "guard/guard.js"), { plugins: [SHARED] }));
keep("uscita.js", await bundle(join(sources, "guard/uscita.js")));
for (const name of LATER) {
  const more = name === "whole.js" || name === "editor.js" ? { plugins: [SHARED] } : { external: ["./application_pdf.js"] };
  keep(name, await bundle(join(site, name), more));
}
// A municipality's page has this name written in it. It is no module, and nothing is to be left around it.
const loader = await bundle(join(sources, "frame/loader.js"), { format: "iife" });
const element = await bundle(join(sources, "element/element.js"));
// What bundles looks for more to do as fast as it can, and breaks down where this script is busy elsewhere for long.
await end();

// ---- Names that hold a hash ----------------------------------------------------------------------------------------------

keep("dopo-di-noi_bg.wasm", readFileSync(join(site, wasm)));
keep("main.css", readFileSync(join(site, styles)));
keep("element.css", elementStyles(readFileSync(join(site, styles), "utf8"), stop));
for (const name of LATER.map((name) => name.replace(".js", "_bg.wasm")).filter((name) => existsSync(join(site, name)))) {
  keep(name, readFileSync(join(site, name)));
}

// These names stay: other people's pages and browsers have them.
const LASTING = new Set(["frame.js", "element.js", "service-worker.js"]);

const isText = (name) => /\.(js|css)$/.test(name);
// A name as a reference: in quotes or brackets, or as the end of an address in them.
const reference = (name) => new RegExp(`(?<=["'\`(=/])${name.replaceAll(".", "\\.")}(?=["'\`)>\\s])`, "g");

const names = (text) => [...files.keys()].filter((name) => reference(name).test(text));
for (const [name, file] of files) {
  file.text = isText(name) ? file.content.toString("utf8") : "";
  file.names = names(file.text);
}
for (const [name, { text }] of files) {
  // What is not known here would not be found under its new name. "…_bg.js" is what wasm-bindgen calls the glue inside.
  for (const plain of text.matchAll(/["'`](?:\.\/)?([\w-]+\.(?:wasm|js))["'`]/g)) {
    if (!files.has(plain[1]) && !LASTING.has(plain[1]) && !plain[1].endsWith("_bg.js")) stop(`${name} names ${plain[1]}, which is not there`);
  }
}

// The page and its second module name each other: a hash covers all that can be reached by name, under plain names.
function reached(name, seen = new Set()) {
  if (!seen.has(name)) {
    seen.add(name);
    for (const next of files.get(name).names) reached(next, seen);
  }
  return [...seen].sort();
}
for (const [name, file] of files) {
  const hash = createHash("sha256");
  for (const part of [name, ...reached(name)]) hash.update(`${part}\0`).update(files.get(part).content);
  file.named = name.replace(/(_bg)?\.\w+$/, (end) => `-${hash.digest("hex").slice(0, 16)}${end}`);
}
const renamed = (text) => names(text).reduce((text, name) => text.replace(reference(name), files.get(name).named), text);

const drawn = readFileSync(join(site, icon)).toString("base64");
for (const path of [glue, wasm, styles, icon, ...LATER, "snippets"]) rmSync(join(site, path), { recursive: true });
for (const name of files.keys()) rmSync(join(site, name), { force: true });
for (const [name, file] of files) {
  if (isText(name)) file.content = Buffer.from(renamed(file.text));
  writeFileSync(join(site, file.named), file.content);
}
writeFileSync(join(site, "frame.js"), loader);
// So has this one; it names files, and is asked for again each time.
writeFileSync(join(site, "element.js"), renamed(Buffer.from(element).toString("utf8")));

// ---- The pages -----------------------------------------------------------------------------------------------------------

const integrity = (name) => `sha384-${createHash("sha384").update(files.get(name).content).digest("base64")}`;
const named = (name) => `./${files.get(name).named}`;
const styled = (name) => `<link rel="stylesheet" href="${named(name)}" integrity="${integrity(name)}">`;
const scripted = (name) => `<script type="module" src="${named(name)}" integrity="${integrity(name)}" crossorigin></script>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

let page = readFileSync(join(site, "index.html"), "utf8");
// Exactly so often, or Trunk writes something else than this knows.
function replace(pattern, times, by) {
  let found = 0;
  page = page.replace(pattern, () => (found++, by));
  if (found !== times && times !== undefined) stop(`a page has ${found} of ${pattern}`);
}

// First of all the policy, so that it holds for all that follows.
function writePage(name) {
  replace(/<meta charset="?utf-8"?\s*\/?>/g, 1, `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
    + `<meta name="referrer" content="${REFERRER}">`);
  if (/<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=/.test(page)) stop(`${name} still has a script or style in it`);
  writeFileSync(join(site, name), page);
}

replace(/<script\b[^>]*>[^]*?<\/script>/g, 1, "");
replace(/<link\b[^>]*\brel="?modulepreload\b[^>]*>/g, undefined, "");
replace(/<link\b[^>]*_bg\.wasm\b[^>]*>/g, 1, "");
replace(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/g, 1, styled("main.css")
  // A module's tag waits for the document, so it may stand here: it is found early.
  + scripted("dopo-di-noi.js")
  + `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${named("dopo-di-noi_bg.wasm")}">`);
replace(/<link\b[^>]*\brel="?icon\b[^>]*>/g, 1,
  `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${drawn}">`);
writePage("index.html");

// Where one goes who deletes all and leaves.
page = readFileSync(join(sources, "guard/uscita.html"), "utf8");
replace(/(?=<\/head>)/g, 1, styled("main.css") + scripted("uscita.js"));
writePage("uscita.html");
await makeWorker(site);
await end();

// The page for who puts the product into a site of their own.
page = readFileSync(join(sources, "composer/composer.html"), "utf8");
// The page's own notice comes first.
const own = /data-notice="?([\w-]+)/.exec(readFileSync(join(site, "index.html"), "utf8"))[1];
const isOwn = (path) => Number(path.endsWith(`/${own}.json`));
const notices = all("notices").filter((path) => path.endsWith(".json")).sort().sort((a, b) => isOwn(b) - isOwn(a));
const options = notices.map((path) => {
  const { id, title } = JSON.parse(readFileSync(join(site, path), "utf8"));
  return `<option value="${escaped(id)}">${escaped(title.it)} (${escaped(id)})</option>`;
});
replace(/<!-- notices -->/g, 1, options.join(""));
replace(/(?=<\/head>)/g, 1, ["main.css", "composer.css"].map(styled).join("") + scripted("composer.js"));
writePage("inserisci.html");

// ---- The same, packed ------------------------------------------------------------------------------------------------------

const PACKED = new Set([".js", ".css", ".wasm", ".json", ".txt"]);
const byHand = (path) => path.startsWith("notices/");
const brotli = promisify(brotliCompress);
await Promise.all(all(".").filter((path) => PACKED.has(extname(path)) && !byHand(path)).map(async (path) => {
  const bytes = readFileSync(join(site, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  for (const [end, packed] of [["br", await brotli(bytes, { params })], ["gz", await promisify(gzip)(bytes, { level: 9 })]]) {
    if (packed.length < bytes.length) writeFileSync(join(site, `${path}.${end}`), packed);
  }
}));
