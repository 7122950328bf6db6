// package.mjs SITE OUT   Leaves in OUT what others take the product as, made of a finished site:
//
// - dopo-di-noi-VERSION.tgz, as `npm pack` makes it: the site with the element, its types, and the integrity of each file;
// - dopo-di-noi-VERSION.zip, for an office: the site, the files for its web server, and LEGGIMI.txt;
// - sbom.cdx.json: what is in them that others wrote, as CycloneDX 1.6.
//
// The same site gives the same bytes: no time and no order of a file system gets in.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

import { billOfMaterials } from "./sbom.mjs";

const { zipSync } = createRequire(`${process.env.SASS_PATH}/`)("fflate");
const root = resolve(import.meta.dirname, "..");
const site = resolve(process.argv[2] ?? "dist");
const out = resolve(process.argv[3] ?? "target/package");
const version = /^version = "(.*)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
const name = `dopo-di-noi-${version}`;
const source = (path) => readFileSync(join(root, path), "utf8");

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
  .sort();
if (!files.includes("index.html")) throw new Error(`${site} is no finished site: run make build`);

rmSync(out, { recursive: true, force: true });
const npm = join(out, "npm");
mkdirSync(npm, { recursive: true });

// ---- For npm -----------------------------------------------------------------------------------------------------------------

// Who builds on it packs for the way there.
const unpacked = files.filter((path) => !/\.(br|gz)$/.test(path));
const integrity = {};
for (const path of unpacked) {
  mkdirSync(dirname(join(npm, "dist", path)), { recursive: true });
  cpSync(join(site, path), join(npm, "dist", path));
  integrity[`dist/${path}`] = `sha384-${createHash("sha384").update(readFileSync(join(site, path))).digest("base64")}`;
}
const element = existsSync(join(site, "element.js"));
writeFileSync(join(npm, "package.json"), `${JSON.stringify({
  name: "dopo-di-noi",
  version,
  description: "Takes a family through a public notice on housing for people with severe disability, wholly in the browser",
  keywords: ["dopo di noi", "disability", "housing", "public administration", "custom element"],
  license: "EUPL-1.2",
  type: "module",
  exports: {
    ".": { types: "./index.d.ts", ...(element && { default: "./dist/element.js" }) },
    "./dist/*": "./dist/*",
    "./integrity.json": "./integrity.json",
    "./package.json": "./package.json",
  },
  types: "./index.d.ts",
  sideEffects: true,
  files: ["dist", "index.d.ts", "integrity.json", "sbom.cdx.json"],
}, null, 2)}\n`);
writeFileSync(join(npm, "integrity.json"), `${JSON.stringify(integrity, null, 2)}\n`);
cpSync(join(root, "src/package/index.d.ts"), join(npm, "index.d.ts"));
cpSync(join(root, "src/package/README.md"), join(npm, "README.md"));
cpSync(join(root, "LICENSE"), join(npm, "LICENSE"));

const bill = billOfMaterials(root, version);
writeFileSync(join(out, "sbom.cdx.json"), bill);
writeFileSync(join(npm, "sbom.cdx.json"), bill);
execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--offline", "--pack-destination", out], { cwd: npm, stdio: ["ignore", "ignore", "inherit"] });

// ---- For an office -----------------------------------------------------------------------------------------------------------

const readme = source("src/package/LEGGIMI.txt").replaceAll("{version}", version).replaceAll("\n", "\r\n");
const entries = [
  ["LEGGIMI.txt", Buffer.from(`\ufeff${readme}`)],
  ["LICENSE.txt", readFileSync(join(root, "LICENSE"))],
  ["sbom.cdx.json", Buffer.from(bill)],
  ...["nginx.conf", "apache.conf", "Caddyfile"].map((path) => [`server/${path}`, readFileSync(join(root, "servers", path))]),
  ...files.map((path) => [`dopo-di-noi/${path}`, readFileSync(join(site, path))]),
];
// The first day that the format knows.
const packed = { level: 9, mtime: new Date(1980, 0, 1) };
const archive = zipSync(Object.fromEntries(entries.map(([path, bytes]) => [path, [new Uint8Array(bytes), packed]])));
writeFileSync(join(out, `${name}.zip`), archive);

for (const path of [`${name}.tgz`, `${name}.zip`, "sbom.cdx.json"]) {
  console.log(`${join(out, path)}  ${(readFileSync(join(out, path)).length / 1024).toFixed(0)} KB`);
}
