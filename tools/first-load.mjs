// first-load.mjs SITE   What a browser must fetch before the first question can be answered, as Brotli sends it, and
// what the modules add that come later: the steps after the review, fetched while questions are answered, the editor
// for offices, the PDF module for those who ask for a document, and the one that reads PDFs for those who bring one. Exits 1 when any is
// above its budget.
//
// It follows references as a browser does: from index.html to what its tags and inline scripts name, from style sheets
// to what they import, from modules to what they import statically. Fonts are told but not counted: text shows without.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KB = 1024;
const FIRST_LOAD_BUDGET = 180 * KB;
const FIRST_REQUESTS = 6;
const LOADER_BUDGET = 3 * KB;
const ELEMENT_BUDGET = 6 * KB;
const STYLE_BUDGET = 25 * KB;
const WHOLE_BUDGET = 400 * KB;
const EDITOR_BUDGET = 190 * KB;
const PDF_BUDGET = 600 * KB;
const PDF_READING_BUDGET = 400 * KB;

const site = process.argv[2] ?? "dist";
const isFont = (path) => /\.(woff2?|ttf|otf)$/.test(path);
const isPdfModule = (path) => /^application_pdf.*\.(js|wasm)$/.test(path);
const isPdfReading = (path) => /^pdf_reading.*\.(js|wasm)$/.test(path);
const isEditor = (path) => /^editor.*\.(js|wasm|css)$/.test(path);
const isWhole = (path) => /^whole.*\.(js|wasm)$/.test(path);

function weigh(path) {
  const bytes = readFileSync(join(site, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { path, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

// References as written, relative to the file they stand in.
function references(path) {
  const text = readFileSync(join(site, path), "utf8");
  const found = [];
  const collect = (pattern, source = text) => {
    for (const match of source.matchAll(pattern)) found.push(match[1]);
  };
  if (path.endsWith(".html")) {
    const html = text.replace(/<!--.*?-->/gs, "").replace(/<noscript>.*?<\/noscript>/gs, "");
    for (const [tag] of html.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)) {
      // Links such as "alternate" or "prefetch" cost the first load nothing.
      if (tag.startsWith("<link") && !/\brel="?(stylesheet|preload|modulepreload|icon)\b/.test(tag)) continue;
      collect(/\b(?:href|src)="?([^"\s>]+)/g, tag);
    }
    for (const [, script] of html.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)) {
      collect(/["']([^"'\s]+\.(?:js|mjs|wasm|json|css))["']/g, script);
    }
  } else if (path.endsWith(".css")) {
    collect(/url\(\s*["']?([^"')]+)["']?\s*\)/g);
    collect(/@import\s+["']([^"']+)["']/g);
  } else if (/\.m?js$/.test(path)) {
    collect(/\b(?:import|export)\s[^"'();]*?\bfrom\s*["']([^"']+)["']/g);
    collect(/\bimport\s*["']([^"']+)["']/g);
  }
  return found;
}

function resolve(reference, from) {
  if (/^(data:|blob:|#)/.test(reference)) return null;
  if (/^([a-z]+:)?\/\//i.test(reference)) {
    console.error(`${from} refers to another host: ${reference}`);
    process.exitCode = 1;
    return null;
  }
  const path = reference.replace(/[?#].*$/, "");
  return normalize(path.startsWith("/") ? path.slice(1) : join(dirname(from), path));
}

const needed = new Set(["index.html"]);
for (const path of needed) {
  for (const reference of references(path)) {
    const target = resolve(reference, path);
    if (target === null) continue;
    if (existsSync(join(site, target))) needed.add(target);
    else {
      console.error(`${path} refers to ${target}, which is not in ${site}/`);
      process.exitCode = 1;
    }
  }
}

const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

function report(title, paths, budget) {
  const files = paths.map(weigh).sort((a, b) => b.brotli - a.brotli);
  const total = files.reduce((sum, file) => sum + file.brotli, 0);
  console.log(`\n${title}`);
  for (const { path, raw, brotli } of files) {
    console.log(`  ${kilobytes(raw).padStart(10)} raw ${kilobytes(brotli).padStart(10)} brotli  ${path}`);
  }
  const limit = budget === undefined ? "" : ` of ${kilobytes(budget)} allowed`;
  console.log(`  ${kilobytes(total)} brotli${limit}`);
  if (total > budget) {
    console.error(`  ${kilobytes(total - budget)} too many`);
    process.exitCode = 1;
  }
}

const paths = [...needed];
const early = paths.filter((path) => isPdfModule(path) || isPdfReading(path) || isWhole(path) || isEditor(path));
if (early.length > 0) {
  console.error(`the first load fetches a later module: ${early.join(", ")}`);
  process.exitCode = 1;
}
const first = paths.filter((path) => !isFont(path));
report("First load", first, FIRST_LOAD_BUDGET);
console.log(`  ${first.length} requests of ${FIRST_REQUESTS} allowed`);
if (first.length > FIRST_REQUESTS) {
  console.error(`  ${first.length - FIRST_REQUESTS} too many`);
  process.exitCode = 1;
}
// What a municipality's own page carries is weighed as it is: not every server packs it.
const { length: loader } = readFileSync(join(site, "frame.js"));
console.log(`\nThe loader of the frame\n  ${kilobytes(loader)} raw of ${kilobytes(LOADER_BUDGET)} allowed`);
if (loader > LOADER_BUDGET) process.exitCode = 1;

// The element on somebody else's page: its script, what that names, and what the page itself begins with.
const elementScript = readFileSync(join(site, "element.js"), "utf8");
const named = [...elementScript.matchAll(/["'`]([\w-]+\.(?:js|css))["'`]/g)].map(([, name]) => name);
const element = ["element.js", ...named, ...first.filter((path) => /\.(wasm|json)$/.test(path))];
report("The element's first load", element, FIRST_LOAD_BUDGET);
console.log(`  ${element.length} requests of ${FIRST_REQUESTS} allowed`);
console.log(`  ${kilobytes(elementScript.length)} raw in element.js of ${kilobytes(ELEMENT_BUDGET)} allowed`);
if (element.length > FIRST_REQUESTS || elementScript.length > ELEMENT_BUDGET) {
  console.error("  too many");
  process.exitCode = 1;
}

report("Style sheets among it", paths.filter((path) => path.endsWith(".css")), STYLE_BUDGET);
report("Fonts, besides: each when a character of it is shown", paths.filter(isFont));
report("Steps after the review, while questions are answered", readdirSync(site).filter(isWhole), WHOLE_BUDGET);
report("Editor for offices, on request", readdirSync(site).filter(isEditor), EDITOR_BUDGET);
report("PDF module, on request", readdirSync(site).filter(isPdfModule), PDF_BUDGET);
report("PDF reading, on request", readdirSync(site).filter(isPdfReading), PDF_READING_BUDGET);
console.log();
