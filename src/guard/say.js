// How the guard speaks: in the reading of the visit, on a page in its place or in a dialog in front of it.
import WORDS from './words.json';

export function make(tag, set, ...inside) {
  const made = Object.assign(document.createElement(tag), set);
  made.append(...inside);
  return made;
}

// The reading that the switch of a visit is at; where the switch is gone, the one it was at.
function reading(visit) {
  const switched = visit.box.querySelector('.readings [aria-current=true]');
  if (switched) visit.reading = switched.id.replace('reading-', '');
  return visit.reading ?? 'it';
}

export const word = (visit, key) => WORDS[key][reading(visit)];

export function button(visit, key, set) {
  return make('button', { type: 'button', className: 'btn btn-outline-primary', textContent: word(visit, key), ...set });
}

// Whatever a visit is in: an element for each, the window for the page's own.
export const around = (visit) => visit.host ?? window;

// Another visit in the place of this one, with the focus at its step: it was at a button that goes.
export async function goOn(visit, step) {
  await visit.again(step);
  (visit.host?.shadowRoot ?? document).getElementById('heading')?.focus();
}

// A page in the place of a visit; its heading. Where the switch went before, the reading has to be asked for before that.
export function show(visit, title, lines, buttons, header = []) {
  const heading = make('h1', { tabIndex: -1, textContent: word(visit, title) });
  const said = lines.map((key) => make('p', { textContent: word(visit, key) }));
  const page = make(visit.whole ? 'main' : 'div', {}, heading, ...said, make('p', { className: 'buttons' }, ...buttons));
  page.classList.toggle('main', !visit.whole);
  visit.box.replaceChildren(...header, page);
  return heading;
}

// A dialog in front of a ground that hides the visit, with a button for each key, the first one filled. `answer` comes to the
// key of the button pressed, or to nothing where it was closed otherwise; `status` is heard when something is written there.
export function ask(visit, role, title, lines, keys) {
  const status = make('p', { role: 'status' });
  const heading = make('h2', { id: 'guard-title', tabIndex: -1, autofocus: true, textContent: word(visit, title) });
  const said = make('div', { id: 'guard-lead' }, ...lines.map((key) => make('p', { textContent: word(visit, key) })));
  const buttons = make('p', { className: 'buttons' });
  const dialog = make('dialog', { role }, heading, said, status, buttons);
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.setAttribute('aria-describedby', said.id);
  buttons.append(...keys.map((key, at) => button(visit, key, {
    className: at ? 'btn btn-outline-primary' : 'btn btn-primary',
    onclick: () => dialog.close(key),
  })));
  // In an element it has the letters of its page, as the visit has.
  const layer = make('div', { className: 'body no-print' }, dialog);
  visit.box.after(layer);
  const answer = new Promise((done) => {
    dialog.onclose = () => {
      layer.remove();
      done(dialog.returnValue);
    };
  });
  dialog.showModal();
  // In a frame as high as its page, and over a page that was scrolled.
  dialog.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return { dialog, status, answer };
}
