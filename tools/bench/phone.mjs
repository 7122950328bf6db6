// A phone in Chromium: its size, its fingers, and a record of what every touch and every key costs and of what moves.
import { setTimeout as pause } from "node:timers/promises";

export const SIZE = { width: 360, height: 800, deviceScaleFactor: 2, mobile: true };

// How long a page may need after scrolling before a finger comes, how long the finger stays, and how long the page may need
// after a touch or a key before the record is read. In milliseconds.
const SCROLLED = 400;
const TOUCHED = 80;
const SETTLED = 500;

// In the page, before anything of it runs.
function record() {
  const place = (node) => {
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    if (!element) return "(gone)";
    const name = (one) => one.localName + (one.id && `#${one.id}`) + [...one.classList].map((word) => `.${word}`).join("");
    return `${element.parentElement ? `${name(element.parentElement)} > ` : ""}${name(element)}`;
  };
  const seen = { shifts: [], shown: {}, files: 0 };
  window.recorded = seen;
  const create = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    seen.files += 1;
    return create(file);
  };
  const observe = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options });
  observe({ type: "layout-shift" }, ({ value, startTime, hadRecentInput, sources }) => {
    // Describing takes time, which a touch would be charged with.
    const moved = hadRecentInput ? [] : sources.map(({ node, previousRect: from, currentRect: to }) => {
      const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(",");
      return `${place(node)} [${box(from)}] to [${box(to)}]`;
    });
    seen.shifts.push({ value, startTime, hadRecentInput, step: location.hash || "#/", moved });
  });
  // Only laid aside: a list comes in the middle of a touch, between the finger's down and its up.
  const lists = [];
  const events = new PerformanceObserver((list) => lists.push(list));
  events.observe({ type: "event", buffered: true, durationThreshold: 16 });
  seen.events = () =>
    lists.splice(0).flatMap((list) =>
      list.getEntries().flatMap(({ name, interactionId, duration, startTime, processingStart, processingEnd }) =>
        interactionId ? { name, interactionId, duration, startTime, processingStart, processingEnd } : []));
  observe({ type: "paint" }, ({ name, startTime }) => (seen.shown[name] = startTime));
  observe({ type: "largest-contentful-paint" }, ({ startTime, element }) => {
    seen.shown.largest = startTime;
    seen.shown.what = place(element);
  });
}

// Turns the browser into a phone with a processor `slower` times slower. What it gives touches and types there.
export async function phone(browser, slower) {
  const { run, tools, until } = browser;
  await tools("Emulation.setDeviceMetricsOverride", SIZE);
  await tools("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  await tools("Page.addScriptToEvaluateOnNewDocument", { source: `(${record})()` });
  await browser.slowDown(slower);
  // What each kind of control cost: the longest event of each touch or key, in milliseconds.
  const costs = new Map();

  // Does something, and notes under `kind` what the interactions of it cost.
  async function noted(kind, act) {
    await run("recorded.events()");
    await act();
    await pause(SETTLED);
    const events = await run("return recorded.events()");
    const longest = new Map([[null, { duration: 0 }]]);
    for (const event of events) {
      const known = longest.get(event.interactionId);
      if (!known || known.duration < event.duration) longest.set(event.interactionId, event);
    }
    if (kind === undefined) return;
    const worst = [...longest.values()].reduce((worst, one) => (one.duration > worst.duration ? one : worst));
    costs.set(kind, [...(costs.get(kind) ?? []), worst]);
  }

  return {
    costs,
    // Touches what a script's expression finds.
    async tap(found, kind) {
      await until(found);
      const [x, y] = await run(`
        const element = ${found};
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + Math.min(width / 2, 150), top + height / 2];`);
      await pause(SCROLLED);
      await noted(kind, async () => {
        await tools("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
        await pause(TOUCHED);
        await tools("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      });
    },
    // Types where the focus is, key by key.
    async type(text, kind) {
      for (const key of text) {
        await noted(kind, async () => {
          await tools("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
          await tools("Input.dispatchKeyEvent", { type: "keyUp", key });
        });
      }
    },
    // What moved since the page was opened, and when it was first painted.
    shifts: () => run("return recorded.shifts"),
    shown: () => run("return recorded.shown"),
  };
}
