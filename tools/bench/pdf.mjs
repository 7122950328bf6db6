// pdf.mjs SITE CASE.json   Prints how long the built site takes to make a PDF in Chromium, beside pdf-lib and jsPDF, and
// how long a person with a slow phone waits for the file after the click, with the answers of one of the tests' cases.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Line, open, serve } from "./browser.mjs";

const [, , site, testCase] = process.argv;
const ROUNDS = 15;
const SLOWER = 4;
// Slow 4G, as Chromium's own tools have it: 150 ms there and back, 1.6 Mbit/s.
const SLOW_4G = { latency: 150, bytesPerSecond: 1_600_000 / 8 };

const folder = (path) => `${resolve(path)}/`;
const served = await serve({
  "/bench/": folder("tools/bench"),
  "/fonts/": folder("fonts"),
  "/npm/": folder(process.env.SASS_PATH),
  "/": folder(site),
});
const browser = await open();
const work = await mkdtemp(join(tmpdir(), "bench-"));
const milliseconds = (value) => `${value.toFixed(0)} ms`;

async function sideBySide() {
  await browser.go(`${served.url}/bench/makers.html`);
  for (const name of ["ours", "pdf-lib", "jsPDF"]) {
    const { median, size } = await browser.wait("return (await import('./makers.mjs')).again(...args)", name, ROUNDS);
    const file = `${(size / 1024).toFixed(1)} KB`;
    console.log(`three pages again, ${name} in Chromium: median ${milliseconds(median)} over ${ROUNDS} rounds, ${file}`);
  }
}

// Goes on with the case's answers, as somebody does who saved them, up to the page where the PDF is downloaded.
async function toPersonalData() {
  const { answers } = JSON.parse(await readFile(testCase, "utf8"));
  const notice = basename(dirname(resolve(testCase)));
  const saved = join(work, "saved.json");
  await writeFile(saved, JSON.stringify({ schema_version: 1, notice, ...answers }));
  await browser.go(`${served.url}/#/riprendi`);
  await browser.until("document.querySelector('#file')");
  await browser.pick("#file", saved);
  await browser.until("document.querySelector('main button.btn-primary')");
  await browser.run("document.querySelector('main button.btn-primary').click()");
  await browser.until("location.hash === '#/riepilogo'");
}

async function toTheButton() {
  await browser.run("location.hash = '#/modulo'");
  await browser.until("document.querySelector('#download')");
}

// From the click to the file, and the longest that the page stood still meanwhile.
const CLICK = `
  const made = new Promise((resolve) => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      resolve(performance.now());
      return create(file);
    };
  });
  let longest = 0;
  new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
  const start = performance.now();
  document.querySelector("#download").click();
  const waited = await made - start;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { waited, longest };`;

// `typing`: how long somebody is at the personal data before, which is when the page has the PDF module fetched.
async function onASlowPhone(typing) {
  await browser.go(`${served.url}/bench/makers.html`);
  // A browser slows down the page's thread only: what the worker does is measured at full speed and reckoned.
  // The first time, the server packs the files.
  const once = () => browser.wait("return (await import('./makers.mjs')).inAWorker(...args)", typing > 0);
  await once();
  const worker = await once();
  await toPersonalData();
  await browser.slowDown(SLOWER);
  served.line = new Line(SLOW_4G);
  if (typing) {
    await browser.run("location.hash = '#/dati'");
    await pause(1000 * typing);
  }
  await toTheButton();
  if (typing) await pause(1000);
  const { waited, longest } = await browser.wait(CLICK);
  const seconds = (waited + (SLOWER - 1) * worker) / 1000;
  const still = longest ? milliseconds(longest) : "less than 50 ms";
  const before = typing ? `after ${typing} s at the personal data` : "straight away";
  console.log(`from click to file, ${before}, processor ${SLOWER} times slower, slow 4G: ${seconds.toFixed(1)} s`);
  await browser.slowDown(1);
  served.line = new Line();
  console.log(`longest that the page stands still meanwhile: ${still}`);
}

try {
  await sideBySide();
  for (const typing of [10, 0]) await onASlowPhone(typing);
} finally {
  await browser.close();
  served.close();
  await rm(work, { recursive: true });
}
