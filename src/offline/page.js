// Fetched once the page is ready, where it has a window of its own: has the service worker come, which keeps the files for
// when there is no network, and says when there is something new. Nothing is swapped under who is filling in: they decide.
import WORDS from './words.json';

const place = document.getElementById('dopo-di-noi');
const reading = () => document.querySelector('.readings [aria-current=true]')?.id.replace('reading-', '') ?? 'it';

// The notice of the page, as the page itself finds it.
const named = new URLSearchParams(location.search).get('notice') || place.dataset.notice;
const notice = new URL(named.includes('/') ? named : `notices/${named}.json`, document.baseURI);

// ---- What is said ----------------------------------------------------------------------------------------------------------

// Made empty: who hears a page is told what comes into it.
const news = document.createElement('section');
const status = document.createElement('div');
const buttons = document.createElement('p');
status.setAttribute('aria-live', 'polite');
status.setAttribute('aria-atomic', 'true');
buttons.className = 'buttons';
const box = document.createElement('div');
box.className = 'alert alert-info';
box.append(status, buttons);
news.append(box);
news.className = 'news no-print';
news.hidden = true;
place.before(news);

// Keys of words, in the order in which they are said.
let said = [];

function button(key, className, click) {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className: `btn ${className}`, onclick: click, textContent: WORDS[key][reading()] });
  return made;
}

function say() {
  const lines = said.map((key) => Object.assign(document.createElement('p'), { textContent: WORDS[key][reading()] }));
  news.lang = reading() === 'en' ? 'en' : 'it';
  news.setAttribute('aria-label', WORDS.news[reading()]);
  status.replaceChildren(...lines);
  buttons.replaceChildren(button('reload', 'btn-primary', reload), button('later', 'btn-outline-primary', () => show([])));
}

function show(keys) {
  const before = place.getBoundingClientRect().top;
  said = keys;
  news.hidden = !keys.length;
  say();
  // Nothing moves under a finger that is about to touch: at the next step, which begins at the top, it is in sight.
  if (scrollY === 0) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: 'instant' });
}

// In the reading of the moment.
new MutationObserver(() => { if (said.length && news.lang + status.textContent !== told()) say(); })
  .observe(place, { subtree: true, attributes: true, attributeFilter: ['aria-current'] });
const told = () => (reading() === 'en' ? 'en' : 'it') + said.map((key) => WORDS[key][reading()]).join('');

// What was put off is not said again until something else is new.
const known = new Set();
function tell(key, about) {
  if (known.has(about)) return;
  known.add(about);
  show([...new Set([...said.filter((one) => one.startsWith('new_')), key, 'stays'])]);
}

// ---- What is new ------------------------------------------------------------------------------------------------------------

// The version that the figures on the page belong to stands in its footer.
async function lookAtNotice() {
  const { version } = await (await fetch(notice, { cache: 'no-cache' })).json();
  const footer = document.querySelector('footer')?.textContent;
  if (version && footer && !footer.includes(version)) tell('new_notice', version);
}

const ask = (worker, what) => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  worker.postMessage(what, [port2]);
});

let registration;

// A worker that waits has files of its own. They may be those of this page: the network was asked for it first.
async function lookAtBuild() {
  const { waiting } = registration;
  if (!waiting) return;
  // The first worker of all is soon past waiting, and has this page then.
  const { controller } = navigator.serviceWorker;
  const files = await ask(waiting, 'build');
  // What index.html names; other parts bring style sheets of their own.
  const own = [...document.head.querySelectorAll('script[src], link[rel=stylesheet]')].map((one) => (one.src || one.href).split('/').at(-1));
  if (!own.every((file) => files.includes(file)) || controller) tell('new_page', files.join());
}

async function reload() {
  const { waiting } = registration;
  if (waiting) {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    if (!await ask(waiting, 'take over')) return show([...new Set([...said, 'other_windows'])]);
    await changed;
  }
  location.reload();
}

function look() {
  registration.update().catch(() => {});
  // Without a network there is nothing to say.
  lookAtNotice().catch(() => {});
}

async function begin() {
  registration = await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => { lookAtBuild(); });
  });
  lookAtBuild();
  look();
  // The first time, the worker takes the page over when it has all: from then on the notice is kept, too.
  navigator.serviceWorker.addEventListener('controllerchange', look);
  addEventListener('online', look);
  addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') look(); });
  setInterval(look, 30 * 60 * 1000);
}

// Where the browser keeps nothing, as in a private window, the page is as it would be without this.
(window.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}));
