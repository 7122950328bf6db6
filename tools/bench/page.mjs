// page.mjs SITE CASE.json   Prints, for a phone with a slow processor and a slow line that has nothing of the site yet: when
// the first text is painted, with its fonts, late fonts, and none; how much of the layout shifts on the whole path; how long
// each kind of control takes from a touch or a key to the next paint. The answers are those of one of the tests' cases.
import { readFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Line, open, serve } from "./browser.mjs";
import { phone } from "./phone.mjs";

const [, , site, testCase] = process.argv;
const SLOWER = 6;
// Slow 4G, as Chromium's own tools have it: 150 ms there and back, 1.6 Mbit/s.
const SLOW_4G = { latency: 150, bytesPerSecond: 1_600_000 / 8 };
const SHIFT_AIM = 0.02;
const PAINT_AIM = 100;

const served = await serve({ "/": `${resolve(site)}/` });
const { answers } = JSON.parse(await readFile(testCase, "utf8"));
const milliseconds = (value) => `${value.toFixed(0)} ms`;
const verdict = (value, aim) => (value < aim ? "" : "   OVER");

// What `work` comes to on a phone that has nothing of the site yet.
async function visit(work) {
  const browser = await open();
  try {
    // The first time, the server packs the files.
    served.line = new Line();
    served.held = () => 0;
    await browser.go(`${served.url}/`);
    await browser.until("document.querySelector('a.btn-primary')");
    await browser.go("about:blank");
    return await work(browser, await phone(browser, SLOWER));
  } finally {
    await browser.close();
  }
}

function told(shifts) {
  for (const { value, step, hadRecentInput, moved } of shifts) {
    if (value < 0.001) continue;
    console.log(`    ${value.toFixed(4)} at ${step}${hadRecentInput ? ", right after a touch" : ""}: ${moved.join("; ")}`);
  }
}

const sum = (shifts) => shifts.reduce((sum, { value }) => sum + value, 0);

// Until the first page stands, and until its fonts are there where they come at all.
async function firstPaint(name, held) {
  await visit(async (browser, on) => {
    served.line = new Line(SLOW_4G);
    served.held = (path) => (path.endsWith(".woff2") ? held : 0);
    await browser.go(`${served.url}/`);
    await browser.until("document.querySelector('a.btn-primary')");
    await pause(1500 + (Number.isFinite(held) ? held : 0));
    const { "first-contentful-paint": first, largest, what } = await on.shown();
    const fonts = await browser.run("return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ weight }) => weight)");
    const shifts = await on.shifts();
    console.log(
      `first text ${name}: painted at ${milliseconds(first)}, largest (${what}) at ${milliseconds(largest)},` +
        ` ${fonts.length} faces loaded, layout shift ${sum(shifts).toFixed(4)}${verdict(sum(shifts), SHIFT_AIM)}`,
    );
    told(shifts);
  });
}

const one = (selector) => `document.querySelector(${JSON.stringify(selector)})`;
const NEXT = one("main button[type=submit]");

// Answers the questions with the touches and keys of a person, up to the review.
async function questions(browser, on) {
  await on.tap(one("main a.btn-primary"), "link to the next step");
  for (let last = ""; ; ) {
    await browser.until(`location.hash !== ${JSON.stringify(last)} && document.activeElement?.id === 'heading'`);
    last = await browser.run("return location.hash");
    if (!last.startsWith("#/domanda/")) return;
    const given = answers[last.slice("#/domanda/".length)];
    const kind = await browser.run(`return document.querySelector("main input").type`);
    if (kind === "radio") {
      const value = given === undefined || given === "unknown" ? "" : given;
      await on.tap(one(`main input[value="${value}"]`), "radio");
    } else if (kind === "checkbox") {
      for (const at of [0, 2, 7]) await on.tap(one(at ? `#field-${at}` : "#field"), "checkbox");
    } else if (given === undefined) {
      await on.tap(one("main form .btn-outline-primary"), "button \"Non lo so\"");
      continue;
    } else {
      await on.tap(one("#field"), "coming to a field");
      await on.type(String(given).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1").replace(".", ","), "text field, a key");
    }
    await on.tap(NEXT, "button to the next question");
  }
}

async function at(browser, step, ready) {
  await browser.run(`location.hash = ${JSON.stringify(step)}`);
  await browser.until(`location.hash === ${JSON.stringify(step)} && document.activeElement?.id === 'heading' && ${ready}`);
  await pause(1000);
}

async function openings(browser, on, most) {
  const closed = "[...document.querySelectorAll('main details:not([open]) > summary')].filter((one) => one.checkVisibility())";
  for (let count = 0; count < most && (await browser.run(`return ${closed}.length`)); count += 1) {
    await on.tap(`${closed}[0]`, "opening details");
  }
}

// Types another figure into each of some fields.
async function figures(browser, on, fields, kind) {
  for (const field of fields) {
    await on.tap(field, "coming to a field");
    await browser.run("document.activeElement.select()");
    await on.type("1234", kind);
  }
}

async function path() {
  const parts = [];
  const costs = await visit(async (browser, on) => {
    const done = async (name) => parts.push({ name, shifts: await browser.run("return recorded.shifts.splice(0)") });
    served.line = new Line(SLOW_4G);
    await browser.go(`${served.url}/`);
    await browser.until("document.querySelector('a.btn-primary')");
    await pause(3000);
    await done("load");
    await questions(browser, on);
    await done("questions");
    await pause(1000);
    for (const nth of [1, 4, 7, 10]) {
      await on.tap(`document.querySelectorAll('main .answers a')[${nth}]`, "link \"Cambia\"");
      await browser.until("location.hash.startsWith('#/domanda/')");
      await openings(browser, on, 2);
      await on.tap(NEXT, "button to the next question");
      await browser.until("location.hash === '#/riepilogo'");
    }
    await done("review and changes");
    await on.tap(one("main a.btn-primary"), "link to the result");
    await browser.until("location.hash === '#/risultato' && document.querySelector('#totals')");
    await pause(2000);
    await openings(browser, on, 12);
    await done("result");
    await at(browser, "#/prova/monthly_rent", one("#field"));
    await figures(browser, on, [one("#field")], "figure on the trial page, a key");
    await at(browser, "#/prova/housing_type", one("input[type=radio]"));
    for (const nth of [0, 1, 2]) {
      await on.tap(`document.querySelectorAll('main input[type=radio]')[${nth}]`, "radio on the trial page");
    }
    await done("trial");
    await at(browser, "#/confronto", one("[id^=option-]"));
    const nth = (selector, at) => `document.querySelectorAll('${selector}')[${at}]`;
    const compared = [0, 2, 4].map((at) => nth("main input[id^=option-]", at));
    await figures(browser, on, compared, "figure on the comparison page, a key");
    await done("comparison");
    await at(browser, "#/budget", one("[id^=resident-]"));
    await figures(browser, on, [0, 3, 6].map((at) => nth("main input[id^=resident-]", at)), "figure on the budget page, a key");
    await done("budget");
    await at(browser, "#/documenti", one("main input[type=checkbox]"));
    const boxes = await browser.run("return document.querySelectorAll('main input[type=checkbox]').length");
    for (let box = 0; box < Math.min(boxes, 5); box += 1) {
      await on.tap(nth("main input[type=checkbox]", box), "checkbox of a document");
    }
    await openings(browser, on, 3);
    await done("documents");
    await at(browser, "#/dati", one("#beneficiary-surname"));
    await on.tap(one("#beneficiary-surname"), "coming to a field");
    await on.type("Rossi", "personal detail, a key");
    await on.tap(one("#beneficiary-birth_place"), "coming to a field for a place");
    await pause(4000);
    await on.type("castell", "field for a place, a key");
    await on.tap(one("#beneficiary-name"), "leaving the field for a place");
    await pause(1500);
    await done("personal data");
    await at(browser, "#/modulo", one("#download"));
    for (let time = 0; time < 3; time += 1) {
      await on.tap(one("#download"), "download button");
      await browser.until("[...document.querySelectorAll('[role=status]')].some((one) => one.innerText.includes('pronto'))");
      await pause(500);
    }
    await done("application");
    return on.costs;
  });

  const spontaneous = parts.map(({ name, shifts }) => ({ name, shifts: shifts.filter((one) => name === "load" || !one.hadRecentInput) }));
  const total = spontaneous.reduce((total, { shifts }) => total + sum(shifts), 0);
  console.log(`\nlayout shift on the whole path: ${total.toFixed(4)}, aim below ${SHIFT_AIM}${verdict(total, SHIFT_AIM)}`);
  for (const { name, shifts } of spontaneous) {
    console.log(`  ${name.padEnd(20)} ${sum(shifts).toFixed(4)}`);
    told(shifts);
  }
  const touched = parts.slice(1).flatMap(({ shifts }) => shifts.filter((one) => one.hadRecentInput));
  console.log(`  besides, within half a second of a touch, which nobody counts: ${sum(touched).toFixed(4)}`);
  const busy = `${loadavg()[0].toFixed(1)} of ${availableParallelism()} processors busy`;
  console.log(`\nfrom a touch or a key to the next paint, processor ${SLOWER} times slower, aim below ${PAINT_AIM} ms; ${busy}`);
  const rows = [...costs].map(([kind, all]) => ({ kind, all, worst: all.reduce((a, b) => (b.duration > a.duration ? b : a)) }));
  for (const { kind, all, worst } of rows.sort((a, b) => b.worst.duration - a.worst.duration)) {
    const spent = worst.duration && [
      worst.processingStart - worst.startTime,
      worst.processingEnd - worst.processingStart,
      worst.startTime + worst.duration - worst.processingEnd,
    ];
    const [waits, works, paints] = (spent || []).map((ms) => ms.toFixed(0));
    const ways = spent ? `  (${worst.name}: waits ${waits}, works ${works}, paints ${paints})` : "";
    const middle = all.map(({ duration }) => duration).sort((a, b) => a - b)[all.length >> 1];
    const cost = (value) => (value ? milliseconds(value) : "below 16 ms");
    console.log(
      `  ${kind.padEnd(38)} worst of ${String(all.length).padStart(3)}: ${cost(worst.duration).padStart(11)}, middle ${cost(middle).padStart(11)}` +
        `${verdict(worst.duration, PAINT_AIM)}${ways}`,
    );
  }
}

try {
  await firstPaint("with its fonts", 0);
  await firstPaint("with fonts that come 4 s late", 4000);
  await firstPaint("without any fonts", Infinity);
  await path();
} finally {
  served.close();
}
