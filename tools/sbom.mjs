// What is in the product that others wrote, as CycloneDX 1.6: the crates that are compiled for each wasm module, the parts
// of npm packages in the style sheet, and the fonts. Of a crate the linker may leave nothing; which ones, nobody says.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// Each module by the feature that it is built with, as index.html says.
const MODULES = { "dopo-di-noi": "page", whole: "whole", editor: "editor", application_pdf: "pdf-module", pdf_reading: "pdf-reading-module" };

// Cargo's older "A/B" means either.
const licence = (text) => ({ expression: (text ?? "NOASSERTION").replaceAll(/\s*\/\s*/g, " OR ") });

function crates(root) {
  const found = new Map();
  for (const [module, feature] of Object.entries(MODULES)) {
    const { packages, resolve } = JSON.parse(execFileSync("cargo", [
      "metadata", "--format-version=1", "--offline", "--locked", "--filter-platform=wasm32-unknown-unknown", "--no-default-features",
      `--features=${feature}`,
    ], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }));
    const known = new Map(packages.map((one) => [one.id, one]));
    const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
    const isMacro = (id) => known.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
    // What is needed for building or testing, and macros with all that they use, runs on the builder's machine alone.
    const inside = (id) => nodes.get(id).deps
      .filter(({ pkg, dep_kinds }) => dep_kinds.some(({ kind }) => kind === null) && !isMacro(pkg))
      .map(({ pkg }) => pkg);
    const reached = new Set(), left = [resolve.root];
    while (left.length > 0) {
      for (const id of inside(left.pop())) {
        if (!reached.has(id)) {
          reached.add(id);
          left.push(id);
        }
      }
    }
    for (const id of reached) {
      const { name, version, license } = known.get(id);
      const ref = `pkg:cargo/${name}@${version}`;
      const crate = found.get(ref) ?? { name, version, license, ref, modules: [], needs: new Set() };
      crate.modules.push(module);
      for (const next of inside(id)) crate.needs.add(`pkg:cargo/${known.get(next).name}@${known.get(next).version}`);
      found.set(ref, crate);
    }
  }
  return [...found.values()];
}

// By name and version, the checksum that Cargo.lock holds.
function checksums(root) {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  return new Map([...lock.matchAll(/name = "(.*)"\nversion = "(.*)"\n(?:source = .*\n)?checksum = "(.*)"/g)]
    .map(([, name, version, sum]) => [`pkg:cargo/${name}@${version}`, sum]));
}

const npmRef = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

function fromNpm(root) {
  // Whose style sheets are imported (style/_italia.scss).
  const { packages } = JSON.parse(readFileSync(join(root, "tools/npm/package-lock.json"), "utf8"));
  const { version, license } = packages["node_modules/bootstrap-italia"];
  const styles = [{ name: "bootstrap-italia", version, licence: license, where: "main.css" }];
  // The fonts, by the packages that tools/fonts.sh fetches.
  const fonts = [...readFileSync(join(root, "tools/fonts.sh"), "utf8").matchAll(/^\w+=(@[\w/-]+)@([\d.]+)$/gm)]
    .map(([, name, version]) => ({
      name, version, licence: "OFL-1.1", where: name.includes("titillium") ? "fonts/" : "application_pdf_bg.wasm",
    }));
  if (fonts.length !== 3) throw new Error(`${fonts.length} fonts in tools/fonts.sh`);
  return [...styles, ...fonts];
}

export function billOfMaterials(root, version) {
  const product = `pkg:npm/dopo-di-noi@${version}`;
  const sums = checksums(root);
  const [, rust] = /^release: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }));
  const rustc = `pkg:generic/rust-std@${rust}`;
  const where = (names) => names.map((value) => ({ name: "dopo-di-noi:in", value }));
  const all = crates(root);
  const components = [
    { type: "library", "bom-ref": rustc, name: "rust-std", version: rust, licenses: [licence("MIT OR Apache-2.0")], purl: rustc,
      properties: where(Object.keys(MODULES)) },
    ...all.map(({ name, version, license, ref, modules }) => ({
      type: "library", "bom-ref": ref, name, version, licenses: [licence(license)], purl: ref,
      ...(sums.has(ref) && { hashes: [{ alg: "SHA-256", content: sums.get(ref) }] }),
      properties: where(modules),
    })),
    ...fromNpm(root).map(({ name, version, licence: id, where: file }) => ({
      type: "library", "bom-ref": npmRef(name, version), name, version, licenses: [{ license: { id } }], purl: npmRef(name, version),
      properties: where([file]),
    })),
  ].sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application", "bom-ref": product, name: "dopo-di-noi", version, licenses: [{ license: { id: "EUPL-1.2" } }], purl: product,
      },
    },
    components,
    dependencies: [
      { ref: product, dependsOn: components.map((one) => one["bom-ref"]) },
      ...all.map(({ ref, needs }) => ({ ref, dependsOn: [...needs].sort() })).sort((one, other) => (one.ref < other.ref ? -1 : 1)),
    ],
  };
  // The same parts, the same number.
  const print = createHash("sha256").update(JSON.stringify(bill)).digest("hex");
  const serial = [print.slice(0, 8), print.slice(8, 12), `5${print.slice(13, 16)}`, `8${print.slice(17, 20)}`, print.slice(20, 32)];
  return `${JSON.stringify({ ...bill, serialNumber: `urn:uuid:${serial.join("-")}` }, null, 2)}\n`;
}
