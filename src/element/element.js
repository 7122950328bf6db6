// <dopo-di-noi>: the page as an element of somebody else's (decision 19). It lives in a shadow root, keeps its steps in the
// host's history by number, and leaves the host's address, title, styles and scrolling alone but for its own top.
// The last step of a build (tools/finish.mjs) gives it the names of the files.
import WORDS from './words.json';

const NAME = 'dopo-di-noi';
const ATTRIBUTES = ['notice', 'lang', 'reading', 'mode', 'accent', 'base'];

// ---- What all elements share ---------------------------------------------------------------------------------------------

// By where the files lie: the page's module and the style sheet.
const homes = {};

function home(base) {
  homes[base] ??= Promise.all([module(base), sheet(base)]).catch((error) => {
    delete homes[base];
    throw error;
  });
  return homes[base];
}

async function module(base) {
  const page = await import(new URL('dopo-di-noi.js', base).href);
  await page.ready();
  return page;
}

async function sheet(base) {
  const response = await fetch(new URL('element.css', base));
  if (!response.ok) throw new Error(response.url);
  const text = await response.text();
  const styles = new CSSStyleSheet();
  styles.replaceSync(text);
  // A style sheet inside a shadow root brings no fonts: they stand in its first comment (tools/element-css.mjs). Each is
  // fetched when text needs it.
  for (const [family, src, set] of JSON.parse(text.slice(2, text.indexOf('*/')))) {
    document.fonts.add(new FontFace(family, src.replaceAll('url(', `url(${new URL('.', base)}`), set));
  }
  return styles;
}

// What the host's policy refused, as what it would have to say.
const refused = new Set();
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
  if (disposition !== 'enforce') return;
  const directive = effectiveDirective.replace('-elem', '');
  if (blockedURI === 'wasm-eval') refused.add("script-src 'wasm-unsafe-eval'");
  else if (directive === 'require-trusted-types-for') refused.add(directive);
  else if (/^(script|connect)-src$/.test(directive) && URL.canParse(blockedURI)) {
    refused.add(`${directive} ${new URL(blockedURI).origin}`);
  }
});

// The visits on the page. In the host's history stands which step each is at: a number, beside what the host keeps there.
const visits = new Set();

function note(how) {
  const { state } = history;
  if (state !== null && Object.getPrototypeOf(state) !== Object.prototype) return;
  try {
    history[how]({ ...state, [NAME]: Object.fromEntries([...visits].map(({ name, at }) => [name, at])) }, '');
  } catch {
    // Too many entries at once: the step is shown all the same.
  }
}

addEventListener('popstate', () => {
  const noted = history.state?.[NAME];
  for (const visit of visits) visit.back(noted?.[visit.name]);
});

// ---- What is around one visit (src/browser/place.rs) -----------------------------------------------------------------------

class Visit {
  whole = false;
  // Of this load: numbers of an earlier one mean nothing.
  name = Math.random().toString(36).slice(2);
  at = 0;
  heard = new Set();
  // What changed while its files were on their way.
  late = new Set();

  constructor(host, root, step, kept) {
    this.host = host;
    this.root = root;
    this.steps = [step];
    this.kept = kept;
    this.page = document.createElement('div');
    this.page.className = 'html';
    this.body = document.createElement('div');
    this.body.className = 'body';
    this.page.append(this.body);
    root.replaceChildren(this.page);
    this.follow = this.follow.bind(this);
    root.addEventListener('click', this.follow);
    root.addEventListener('auxclick', this.follow);
    visits.add(this);
  }

  end() {
    this.body = undefined;
    this.heard.clear();
    this.root.removeEventListener('click', this.follow);
    this.root.removeEventListener('auxclick', this.follow);
    this.root.replaceChildren();
    visits.delete(this);
  }

  find(id) {
    return this.root.getElementById(id);
  }

  // The host's address is no place to ask for anything.
  asked() {}

  given(name) {
    return this.host.getAttribute(name);
  }

  step() {
    return this.steps[this.at];
  }

  go(step) {
    if (step === this.step()) return;
    note('replaceState');
    this.steps.splice(++this.at, Infinity, step);
    note('pushState');
    this.changed();
  }

  back(at) {
    if (at === this.at || !(at in this.steps)) return;
    this.at = at;
    this.changed();
  }

  changed() {
    for (const heard of [...this.heard]) heard();
  }

  replace(step) {
    this.steps[this.at] = step;
  }

  listen(heard) {
    this.heard.add(heard);
  }

  unlisten(heard) {
    this.heard.delete(heard);
  }

  remember() {}

  title() {}

  language(language) {
    this.page.lang = language;
  }

  top() {
    const { top } = this.host.getBoundingClientRect();
    if (top < 0 || top > innerHeight) this.host.scrollIntoView({ behavior: 'instant' });
  }

  tell(type, detail) {
    const event = new CustomEvent(type, { detail: JSON.parse(detail), bubbles: true, composed: true });
    // Not in the middle of what it is about: a host may do anything.
    queueMicrotask(() => this.host.dispatchEvent(event));
  }

  // Links lead to steps and fields. To the host's base, router and address they are nothing.
  follow(event) {
    const to = event.target.closest?.('a[href^="#"]')?.getAttribute('href').slice(1);
    if (!to) return;
    event.preventDefault();
    if (event.button) return;
    if (to.startsWith('/')) this.go(to);
    else this.find(to)?.focus();
  }

  // The host's rem is not the size that the person set: the browser's own medium is.
  look() {
    const { style } = this.page;
    style.setProperty('--medium', getComputedStyle(this.page).fontSize);
    const accent = this.given('accent');
    if (accent && CSS.supports('color', accent)) style.setProperty('--host-accent', accent);
    else style.removeProperty('--host-accent');
  }

  // A sentence in place of the visit, and below it what the host wrote into the element.
  say(words, more = '') {
    const reading = this.given('lang') === 'en' ? 'en' : this.given('reading') === 'facile' ? 'facile' : 'it';
    const said = document.createElement('p');
    said.role = 'status';
    said.textContent = WORDS[words][reading] + more;
    this.language(reading === 'en' ? 'en' : 'it');
    this.body.replaceChildren(said, document.createElement('slot'));
  }
}

// ---- The element -----------------------------------------------------------------------------------------------------------

class DopoDiNoi extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  // An open root, so that tools which check a page see into it.
  #root = this.attachShadow({ mode: 'open' });
  #visit;
  #module;
  // All that the visit held, while the element stands on no page.
  #record;
  #leaving;

  connectedCallback() {
    clearTimeout(this.#leaving);
    if (!this.#visit) this.#begin();
  }

  disconnectedCallback() {
    // Moved, it is back at once.
    this.#leaving = setTimeout(() => this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#visit || before === now) return;
    if (name === 'accent') {
      this.#visit.look();
    } else if (name === 'notice' || name === 'base') {
      this.#end();
      this.#begin();
    } else {
      this.#change(name === 'mode');
    }
  }

  #change(ofMode) {
    if (this.#module) this.#module.change(this.#visit, ofMode);
    else this.#visit.late.add(ofMode);
  }

  async #begin(step = '/') {
    const visit = this.#visit = new Visit(this, this.#root, step, this.#record);
    // Another in its place, with what was typed.
    visit.again = (step = visit.step()) => {
      this.#end();
      return this.#begin(step);
    };
    visit.say('loading');
    try {
      const [module, sheet] = await home(new URL(this.getAttribute('base') ?? '', import.meta.url).href);
      if (!visit.body) return;
      this.#root.adoptedStyleSheets = [sheet];
      visit.look();
      await module.begin(visit);
      if (!visit.body) return;
      this.#module = module;
      for (const ofMode of visit.late) this.#change(ofMode);
    } catch {
      // A refusal is told by an event, a little later.
      await new Promise((done) => { setTimeout(done, 100); });
      if (!visit.body) return;
      const code = refused.size ? 'not_allowed' : 'not_loaded';
      visit.say(code, [...refused].join('; '));
      visit.tell('ddn-error', JSON.stringify({ code }));
    }
  }

  #end() {
    const visit = this.#visit;
    this.#visit = undefined;
    visit.end();
    this.#module?.leave(visit);
    this.#module = undefined;
    // What was typed last is handed out when the module lets go.
    this.#record = visit.kept;
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, DopoDiNoi);
