// Begins the page. The last step of a build (tools/finish.mjs) makes one file of this, of visits.js, of what wasm-bindgen
// wrote (`page`) and of fetched.js (`fetched`). The second module takes the latter's functions from this file: one page, one
// state. element.js imports the same file, and begins its visits itself.
import init from 'page';
import { copy } from 'fetched';
import { begin, leave } from './visits.js';

export * from './visits.js';
export * from 'fetched';

let begun;

// Has the module come, once; again where it did not.
export function ready() {
  begun ??= init().catch((error) => {
    begun = undefined;
    throw error;
  });
  return begun;
}

// The page as what is around a visit (src/browser/place.rs): the step stands in its address.
function onPage(body, kept) {
  // The page around hears all of it, or nothing: what hears for it is there before anything is told.
  const framed = window.parent === window ? null : import('./framed.js').catch(() => {});
  const query = () => new URLSearchParams(location.search);
  const moved = new Map();
  return {
    whole: true,
    body,
    kept,
    find: (id) => document.getElementById(id),
    asked: (name) => query().get(name),
    given: (name) => body.dataset[name],
    step: () => location.hash.slice(1),
    go: (step) => { location.hash = step; },
    replace: (step) => history.replaceState(null, '', `#${step}`),
    listen(heard) {
      const { signal } = this.ended, notice = this.asked('notice');
      addEventListener('hashchange', heard, { signal });
      // Back to another notice changes more than the fragment, and browsers call that no change of it.
      moved.set(heard, () => { if (this.asked('notice') !== notice) heard(); });
      addEventListener('popstate', moved.get(heard), { signal });
    },
    unlisten(heard) {
      removeEventListener('hashchange', heard);
      removeEventListener('popstate', moved.get(heard));
      moved.delete(heard);
    },
    remember(name, value) {
      const now = query();
      if (value === undefined) now.delete(name);
      else now.set(name, value);
      history.replaceState(null, '', `${location.pathname}${now.size ? '?' : ''}${now}${location.hash}`);
    },
    title: (title) => { document.title = title; },
    language: (language) => { document.documentElement.lang = language; },
    top: () => scrollTo(0, 0),
    // Another visit in this one's place, with what was typed; where this one is, if no step is named.
    again(step = this.step()) {
      leave(this);
      this.replace(step);
      return begin(onPage(body, this.kept));
    },
    async tell(type, detail) {
      await framed;
      dispatchEvent(new CustomEvent(type, { detail: JSON.parse(detail) }));
    },
  };
}

// Later than all that the first question needs.
function later() {
  if (document.getElementById('heading')) import('./offline.js');
  else setTimeout(later, 500);
}

function beginPage() {
  if (window.parent === window && navigator.serviceWorker) setTimeout(later, 500);
  const place = onPage(document.getElementById('dopo-di-noi'));
  const accent = place.asked('accent') ?? place.given('accent');
  // By script: a style attribute is what the page's policy forbids.
  if (accent && CSS.supports('color', accent)) document.documentElement.style.setProperty('--host-accent', accent);
  // Not awaited: whoever takes functions from here would wait as well.
  ready().then(() => begin(place), (error) => {
    place.tell('ddn-error', '{"code":"not_loaded"}');
    throw error;
  });
}

// Where somebody else's page knows the element, it is not ours to begin on.
if (!copy && !customElements.get('dopo-di-noi')) beginPage();
