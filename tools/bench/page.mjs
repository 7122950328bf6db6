// page.mjs SITE CASE.json   Prints, for a phone with a slow processor and a slow line that has nothing of the site yet:
// when the first text is painted, with its fonts, late fonts, and none; how much of the layout shifts on the whole path;
// how long each kind of control takes from a touch or a key to the next paint. The answers are those of a test's case.
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
// What else the machine does while a touch is measured is not the page's: the quickest of so many visits counts.
const VISITS = 3;

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
    // Not the stand-ins, which the device has.
    const loaded = "[...document.fonts].filter(({ family, status }) => /Web/.test(family) && status === 'loaded').length";
    const fonts = await browser.run(`return ${loaded}`);
    const shifts = await on.shifts();
    console.log(
      `first text ${name}: painted at ${milliseconds(first)}, largest (${what}) at ${milliseconds(largest)},` +
        ` ${fonts} faces loaded, layout shift ${sum(shifts).toFixed(4)}${verdict(sum(shifts), SHIFT_AIM)}`,
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
  const all = "[...document.querySelectorAll('main details:not([open]) > summary')]";
  const closed = `${all}.filter((one) => one.checkVisibility())`;
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

// The nth of what a selector finds.
const nth = (selector, at) => `document.querySelectorAll(${JSON.stringify(selector)})[${at}]`;

// Changes some answers from the review, and comes back to it.
async function changes(browser, on) {
  for (const answer of [1, 4, 7, 10]) {
    await on.tap(nth("main .answers a", answer), 'link "Cambia"');
    await browser.until("location.hash.startsWith('#/domanda/')");
    await openings(browser, on, 2);
    await on.tap(NEXT, "button to the next question");
    await browser.until("location.hash === '#/riepilogo'");
  }
}

async function trial(browser, on) {
  await at(browser, "#/prova/monthly_rent", one("#field"));
  await figures(browser, on, [one("#field")], "figure on the trial page, a key");
  await at(browser, "#/prova/housing_type", one("input[type=radio]"));
  for (const choice of [0, 1, 2]) await on.tap(nth("main input[type=radio]", choice), "radio on the trial page");
}

async function comparison(browser, on) {
  await at(browser, "#/confronto", one("[id^=option-]"));
  const fields = [0, 2, 4].map((field) => nth("main input[id^=option-]", field));
  await figures(browser, on, fields, "figure on the comparison page, a key");
}

async function budget(browser, on) {
  await at(browser, "#/budget", one("[id^=resident-]"));
  const fields = [0, 3, 6].map((field) => nth("main input[id^=resident-]", field));
  await figures(browser, on, fields, "figure on the budget page, a key");
}

async function documents(browser, on) {
  await at(browser, "#/documenti", one("main input[type=checkbox]"));
  const boxes = await browser.run("return document.querySelectorAll('main input[type=checkbox]').length");
  for (let box = 0; box < Math.min(boxes, 5); box += 1) {
    await on.tap(nth("main input[type=checkbox]", box), "checkbox of a document");
  }
  await openings(browser, on, 3);
}

async function personalData(browser, on) {
  await at(browser, "#/dati", one("#beneficiary-surname"));
  await on.tap(one("#beneficiary-surname"), "coming to a field");
  await on.type("Rossi", "personal detail, a key");
  await on.tap(one("#beneficiary-birth_place"), "coming to a field for a place");
  // The list of places comes.
  await pause(4000);
  await on.type("castell", "field for a place, a key");
  await on.tap(one("#beneficiary-name"), "leaving the field for a place");
  await pause(1500);
}

async function application(browser, on) {
  await at(browser, "#/modulo", one("#download"));
  for (let time = 0; time < 3; time += 1) {
    await on.tap(one("#download"), "download button");
    await browser.until(`recorded.files > ${time}`);
    await pause(1000);
  }
}

// Goes the whole path once: what moved in each part, and what each touch and key cost, by kind of control.
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
    await pause(1000);
    await done("questions");
    await changes(browser, on);
    await done("review and changes");
    await on.tap(one("main a.btn-primary"), "link to the result");
    await browser.until("location.hash === '#/risultato' && document.querySelector('#totals')");
    await pause(2000);
    await openings(browser, on, 12);
    await done("result");
    const steps = { trial, comparison, budget, documents, "personal data": personalData, application };
    for (const [name, work] of Object.entries(steps)) {
      await work(browser, on);
      await done(name);
    }
    return on.costs;
  });
  return { parts, costs };
}

// Of every touch and key the quickest of all visits; one that left no record, below 16 ms or lost, only where all did.
function quickest(visits) {
  const quicker = (one, other) => (other.duration && !(one.duration <= other.duration && one.duration) ? other : one);
  const [first] = visits;
  const best = ([kind, costs]) => [kind, costs.map((_, at) => visits.map((visit) => visit.get(kind)[at]).reduce(quicker))];
  return new Map([...first].map(best));
}

// What an empty page's button costs here: nothing that is painted can be quicker.
async function yardstick() {
  return visit(async (browser, on) => {
    await browser.go("data:text/html,<meta name=viewport content='width=device-width'><button>a</button>");
    await browser.run("document.querySelector('button').onclick = ({ target }) => (target.textContent += 'a')");
    for (let time = 0; time < 12; time += 1) await on.tap(one("button"), "button");
    return on.costs.get("button").map(({ duration }) => duration).sort((a, b) => a - b);
  });
}

// While a page loads every shift counts. Later, as browsers reckon it, those that nobody's touch has just asked for.
function tellShifts(parts) {
  const counted = parts.map(({ name, shifts }) => ({
    name,
    shifts: shifts.filter(({ hadRecentInput }) => name === "load" || !hadRecentInput),
  }));
  const total = counted.reduce((total, { shifts }) => total + sum(shifts), 0);
  const aim = `aim below ${SHIFT_AIM}${verdict(total, SHIFT_AIM)}`;
  console.log(`\nlayout shift on the whole path: ${total.toFixed(4)}, ${aim}`);
  for (const { name, shifts } of counted) {
    console.log(`  ${name.padEnd(20)} ${sum(shifts).toFixed(4)}`);
    told(shifts);
  }
}

// As browsers reckon a page's responsiveness (INP): its slowest interaction, of every fifty one left out.
function responsiveness(costs) {
  const every = [...costs].flatMap(([kind, all]) => all.map(({ duration }) => ({ kind, duration })));
  every.sort((a, b) => b.duration - a.duration);
  const left = Math.floor(every.length / 50);
  const { kind, duration } = every[left];
  const over = every.filter(({ duration }) => duration >= PAINT_AIM).length;
  const counted = `${every.length} interactions, ${over} of them over; the ${left} slowest left out`;
  return `${milliseconds(duration)}${verdict(duration, PAINT_AIM)}, ${kind} (${counted})`;
}

function tellCosts(visits, empty) {
  const busy = `${loadavg()[0].toFixed(1)} of ${availableParallelism()} processors busy`;
  console.log(`\nfrom a touch or a key to the next paint, processor ${SLOWER} times slower, aim below ${PAINT_AIM} ms; ${busy}`);
  console.log(`  an empty page's button here: middle ${milliseconds(empty[empty.length >> 1])}, worst ${milliseconds(empty.at(-1))}`);
  visits.forEach((costs, at) => console.log(`  visit ${at + 1}, as browsers reckon it: ${responsiveness(costs)}`));
  const calm = quickest(visits);
  console.log(`  of every touch the quickest of ${VISITS} visits, as browsers reckon it: ${responsiveness(calm)}`);
  const cost = ({ duration }) => (duration ? milliseconds(duration) : "below 16 ms").padStart(11);
  const rows = [...calm].map(([kind, all]) => [kind, all.sort((a, b) => a.duration - b.duration)]);
  for (const [kind, all] of rows.sort(([, a], [, b]) => b.at(-1).duration - a.at(-1).duration)) {
    const { name, duration, startTime, processingStart, processingEnd } = all.at(-1);
    const spent = [processingStart - startTime, processingEnd - processingStart, startTime + duration - processingEnd];
    const [waits, works, paints] = spent.map((ms) => ms.toFixed(0));
    const ways = duration ? `   ${name}: waits ${waits}, works ${works}, paints ${paints}` : "";
    const worst = `worst of ${String(all.length).padStart(2)}: ${cost(all.at(-1))}, middle ${cost(all[all.length >> 1])}`;
    console.log(`    ${kind.padEnd(38)} ${worst}${verdict(duration, PAINT_AIM).padEnd(7)}${ways}`);
  }
}

try {
  await firstPaint("with its fonts", 0);
  await firstPaint("with fonts that come 4 s late", 4000);
  await firstPaint("without any fonts", Infinity);
  const empty = await yardstick();
  const visits = [];
  for (let time = 0; time < VISITS; time += 1) visits.push(await path());
  visits.forEach(({ parts }) => tellShifts(parts));
  tellCosts(visits.map(({ costs }) => costs), empty);
} finally {
  served.close();
}
