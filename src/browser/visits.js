// What the page and each element do with a visit, whichever of the two modules it is in. start.js and element.js make what
// is around it (src/browser/place.rs); here stands what of it outlives a module. What guards it otherwise is fetched once
// its first step is shown (src/guard/guard.js).
import { begin as beginIn, change as changeIn, leave as leaveIn } from 'page';
import { asset, copy, fetched, later, stop_aloud } from 'fetched';

// This file's own modules, and those that visits are in: after a failure none, until others have come.
export const own = { begin: beginIn, change: changeIn, leave: leaveIn, later };
let modules = own;
export const use = (others) => { modules = others; };
const both = () => [modules, modules?.later()].filter(Boolean);

// Those that stand now.
export const visits = new Set();

const guard = () => fetched('guard.js');

// Begins a visit, with what was typed in an earlier one where it has that.
export async function begin(visit) {
  visits.add(visit);
  // What was typed, as the modules say at each change, and where it was typed: both stay where a module fails.
  visit.keep = (now) => { visit.kept = now; };
  visit.box = visit.body;
  visit.ended = new AbortController();
  visit.box.onclick = ({ target }) => {
    const button = target.closest('button');
    if (button?.classList.contains('exit')) exit(visit);
    if (button?.id === 'save-answers') save(visit.kept);
  };
  if (!modules) await (await guard()).renew();
  await modules.begin(visit, visit.kept);
  if (visit.body) setTimeout(() => guard().then(({ watch }) => watch(visit), () => {}), 500);
  else leave(visit);
}

export function change(visit, ofMode) {
  for (const module of both()) module.change(visit, ofMode);
}

// Ends a visit.
export function leave(visit) {
  visits.delete(visit);
  visit.ended.abort();
  for (const module of both()) {
    try {
      module.leave(visit);
    } catch {
      // It failed, and what it held with it.
    }
  }
}

// ---- Leaving ---------------------------------------------------------------------------------------------------------------

// The keys of ours in one of the browser's stores; none where it keeps nothing.
export function stored(store) {
  try {
    return Object.keys(window[store]).filter((key) => key.startsWith('dopo-di-noi:'));
  } catch {
    return [];
  }
}

// Deletes a visit: in the modules, on the page, and in the browser's stores but for what is to stay there. Then goes where
// the host says, or from a page of our own to one that says nothing. Whether it goes anywhere.
export function wipe(visit, stays, why = '') {
  stop_aloud();
  leave(visit);
  visit.kept = undefined;
  visit.box.replaceChildren();
  for (const store of stays ? ['sessionStorage'] : ['sessionStorage', 'localStorage']) {
    for (const key of stored(store)) window[store].removeItem(key);
  }
  const to = exitOf(visit) ?? (visit.whole && asset(`uscita.html${location.search}${why}`));
  if (to) {
    // Back may show our page as it was left.
    addEventListener('pageshow', ({ persisted }) => { if (persisted && visit.whole) location.reload(); });
    location.replace(to);
  }
  return !!to;
}

// Where the host wants one to go. From a frame, only it would go there.
function exitOf(visit) {
  const given = (!visit.whole || window.parent === window) && visit.given('exit');
  const url = given && URL.canParse(given, document.baseURI) && new URL(given, document.baseURI);
  return /^https?:/.test(url?.protocol) ? url.href : undefined;
}

// Asks first where something is kept on the device; where what asks does not come, all is deleted, as the button says.
async function exit(visit) {
  const late = new Promise((_, fail) => { setTimeout(fail, 2000); });
  try {
    (await Promise.race([guard(), late])).exit(visit);
  } catch {
    if (!wipe(visit)) visit.again('/');
  }
}

export function save(text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: 'risposte-dopo-di-noi.json' }).click();
  URL.revokeObjectURL(href);
}

// ---- What happens to all of them ---------------------------------------------------------------------------------------------

// Whether an error crossed one of our modules, and none of a host's. Where no file is named, only our own page can tell.
function isOurs(error) {
  const { stack = '' } = Object(error);
  const files = ['dopo-di-noi.js', 'dopo-di-noi_bg.wasm', 'whole.js', 'whole_bg.wasm'];
  return /wasm/.test(stack) && files.some((file) => stack.includes(asset(file)))
    || error instanceof WebAssembly.RuntimeError && [...visits].some(({ whole }) => whole);
}

function failed({ error, reason }) {
  if (isOurs(error ?? reason)) guard().then((guard) => guard.failed(), () => {});
}

// Paper shows all of a page.
function open() {
  for (const { box } of visits) for (const one of box.querySelectorAll('details')) one.open = true;
}

if (!copy) {
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  addEventListener('beforeprint', open);
}
