// Makes service-worker.js of src/offline/worker.js for a finished site: the files that one needs for the whole path, with a
// hash of what is in each, in the order in which one comes to need them. Its name never changes: browsers ask for it again.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

// By name without hash; what index.html names comes before all of these, and what nobody needs on the path is left out.
const ORDER = [
  /^fonts\/.*\.woff2$/, /^offline/, /^guard/, /^uscita/, /^whole/, /^aloud/, /^programmes\/.*\.(it|facile|en)(\.whole)?\.json$/, /^places\.txt$/,
  /^application_pdf/, /^pdf_reading/,
];
const HASH = /-[0-9a-f]{16}(?=(?:_bg)?\.\w+$)/;

export async function makeWorker(site) {
  const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);
  const all = readdirSync(site, { recursive: true }).map((path) => path.replaceAll("\\", "/")).sort();
  const page = readFileSync(join(site, "index.html"), "utf8");
  // What the page names, in quotes or without. Notices are asked for each time.
  const named = new Set([...page.matchAll(/\b(?:href|src)="?(?:\.\/)?([^"\s>]+)/g)].map(([, path]) => path));
  const first = all.filter((path) => named.has(path) && !path.startsWith("notices/")
    && (HASH.test(path) || ORDER.some((one) => one.test(path))));
  const later = ORDER.flatMap((one) => all.filter((path) => one.test(path.replace(HASH, "")) && !first.includes(path)));
  if (first.length < 4 || later.length < 12) throw new Error(`few files for the service worker: ${first} ${later}`);
  const files = [...first, ...later].map((path) => [path, hash(readFileSync(join(site, path)))]);
  const { build } = createRequire(`${process.env.SASS_PATH}/`)("esbuild-wasm");
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, "../src/offline/worker.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    define: { FILES: JSON.stringify(files), FIRST: String(first.length), BUILD: JSON.stringify(hash(page + JSON.stringify(files))) },
  });
  writeFileSync(join(site, "service-worker.js"), outputFiles[0].contents);
}
