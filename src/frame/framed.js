// Fetched only where the page stands in another one's frame: tells that page how high this one is, and which part of the
// path is shown. Nothing of an answer: not even the question, since which ones are asked depends on answers. It tells
// nobody but the origin that loader.js wrote into the address, and listens to nobody.
const to = new URLSearchParams(location.search).get('parent');
const html = document.documentElement;
const place = document.getElementById('dopo-di-noi');

// By what stands first after "#/".
const STAGES = [
  ['', 'riprendi', 'sportello'], ['domanda', 'sezione'], ['riepilogo'], ['risultato', 'prova', 'confronto', 'budget'],
  ['documenti'], ['dati'], ['modulo'],
];

const tell = (type, more) => parent.postMessage({ source: 'dopo-di-noi', type, ...more }, to);

let told;

function height() {
  // A list that lies over the page may be lower than the page.
  const lists = [...document.querySelectorAll('[role=listbox]')].map((list) => list.getBoundingClientRect().bottom + scrollY);
  const now = Math.ceil(Math.max(html.getBoundingClientRect().height, ...lists));
  if (now !== told) tell('height', { height: told = now });
}

// A frame that follows needs no scroll bar; one that came and went would wrap the text anew each time.
const fits = () => { html.style.overflow = innerHeight >= told ? 'hidden' : ''; };
let later;
function resized() {
  if (innerHeight >= told) fits();
  clearTimeout(later);
  later = setTimeout(fits, 1000);
}

function step() {
  const name = location.hash.split('/')[1] ?? '';
  const at = STAGES.findIndex((names) => names.includes(name));
  tell('ddn-step', { step: Math.max(at, 0) + 1, of: STAGES.length });
}

let ready;
function look() {
  height();
  if (ready || !document.getElementById('heading')) return;
  ready = true;
  tell('ddn-ready');
  step();
}

function begin() {
  new ResizeObserver(height).observe(html);
  // Out of sight, frames are not laid out, and the observer above is silent.
  new MutationObserver(look).observe(place, { subtree: true, childList: true, attributes: true });
  look();
  addEventListener('resize', resized);
  addEventListener('hashchange', step);
  // What the page itself says goes on word by word, and no other word of it.
  addEventListener('ddn-complete', ({ detail: { notice, version } }) => tell('ddn-complete', { notice, version }));
  addEventListener('ddn-error', ({ detail: { code } }) => tell('ddn-error', { code }));
}

// An origin as browsers write it, or nothing is told: "*" would be everybody.
if (to && URL.canParse(to) && new URL(to).origin === to) begin();
