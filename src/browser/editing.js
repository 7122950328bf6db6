// What the editor for offices asks of the page that it is on.
import { asset } from './fetched.js';
import { visits } from './visits.js';

export const styles = () => asset('editor.css');

// Has the control with this id in view and in focus, whatever it is folded into.
export function reach(box, id) {
  const one = box.querySelector(`#${CSS.escape(id)}`);
  for (let up = one; up && up !== box; up = up.parentElement) if (up.localName === 'details') up.open = true;
  one?.focus();
}

// Whether leaving the page is asked about.
const ask = (event) => event.preventDefault();
export function hold(unsaved) {
  if (unsaved) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

// ---- The preview: the product's own element with a notice that is nowhere but here ----------------------------------------

const visitIn = (element) => [...visits].find(({ host, body }) => host === element && body);
let address;

export async function preview(box, notice) {
  await import(asset('element.js'));
  const before = address;
  address = URL.createObjectURL(new Blob([notice], { type: 'application/json' }));
  const shown = box.querySelector('dopo-di-noi');
  const element = shown ?? document.createElement('dopo-di-noi');
  const step = shown && visitIn(shown)?.step();
  // What is shown anew takes the focus to its heading, from whoever goes on typing beside it.
  element.inert = true;
  const free = () => setTimeout(() => { element.inert = false; }, 400);
  element.addEventListener('ddn-ready', free, { once: true });
  element.addEventListener('ddn-error', free, { once: true });
  element.setAttribute('notice', address);
  if (!shown) {
    // Nobody is warned of answers that were made up. And the page stays where it is: only the preview's own box scrolls.
    element.setAttribute('idle', '0');
    element.scrollIntoView = () => { box.scrollTop = 0; };
    box.replaceChildren(element);
  }
  if (before) URL.revokeObjectURL(before);
  // The same step, before its files are there: gone to later, it would stand in the page's history.
  for (let turn = 0; turn < 50 && !visitIn(element); turn += 1) await undefined;
  if (step) visitIn(element)?.replace(step);
}
