// Fetched only where the page stands in another one's frame: tells that page how high this one is, and which part of the
// path is shown. Nothing of an answer: not even the question, since which ones are asked depends on answers. It tells
// nobody but the origin that loader.js wrote into the address, and listens to nobody.
const to = new URLSearchParams(location.search).get('parent');
const html = document.documentElement;
const place = document.getElementById('dopo-di-noi');

// What the page says of itself goes on word by word, and no other word of it.
const SAID = {
  'ddn-ready': [], 'ddn-step': ['step', 'of'], 'ddn-complete': ['notice', 'version'], 'ddn-error': ['code'],
};

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

function begin() {
  new ResizeObserver(height).observe(html);
  // Out of sight, frames are not laid out, and the observer above is silent.
  new MutationObserver(height).observe(place, { subtree: true, childList: true, attributes: true });
  height();
  addEventListener('resize', resized);
  for (const [type, words] of Object.entries(SAID)) {
    addEventListener(type, ({ detail }) => tell(type, Object.fromEntries(words.map((word) => [word, detail[word]]))));
  }
}

// An origin as browsers write it, or nothing is told: "*" would be everybody.
if (to && URL.canParse(to) && new URL(to).origin === to) begin();
