// Where a module fails, nothing of it can be trusted any more. What was typed is here: it goes on in a copy of the modules,
// begun anew from the same files, or into a file.
import { asset } from '../browser/fetched.js';
import { leave, use, visits } from '../browser/visits.js';
import { reviewed } from './exit.js';
import { watch } from './idle.js';
import { around, button, goOn, make, show, word } from './say.js';

addEventListener('ddn-step', ({ target, detail }) => { if (detail.step > 2) reviewed.add(target); });

let copies = 0;
let coming;

// Has a copy of the modules come, for all visits that begin from now on.
export function renew() {
  coming ??= import(`${asset('dopo-di-noi.js')}?copy=${++copies}`).then(async ({ ready, own }) => {
    await ready();
    use(own);
  });
  return coming.catch((error) => {
    coming = undefined;
    throw error;
  });
}

// All visits are in the same two modules: each is shown that something happened. Nothing begins by itself, or what fails at
// once would never end.
export function failed() {
  use();
  coming = undefined;
  for (const visit of [...visits]) {
    const focused = visit.whole || visit.box.contains(visit.box.getRootNode().activeElement);
    leave(visit);
    // What still runs of the modules finds nothing to show a visit in.
    visit.body = undefined;
    const onward = button(visit, 'onward', { className: 'btn btn-primary', onclick: () => tryAgain(visit) });
    const exit = make('button', { id: 'exit', className: 'reading exit', textContent: word(visit, 'exit') });
    const header = make(visit.whole ? 'header' : 'div', { className: 'it-header-center-wrapper' },
      make('div', { className: 'it-brand-text' }, exit));
    const save = visit.kept === undefined ? [] : [button(visit, 'save', { id: 'save-answers' })];
    const heading = show(visit, 'failed', ['failed_lead'], [onward, ...save], [header]);
    if (focused) heading.focus();
    visit.tell('ddn-error', '{"code":"failed"}');
    visit.ended = new AbortController();
    watch(visit);
  }
}

async function tryAgain(visit) {
  try {
    await renew();
  } catch {
    const status = make('p', { role: 'status', className: 'alert alert-warning' });
    visit.box.querySelector('.alert')?.remove();
    visit.box.querySelector('.buttons').before(status);
    status.textContent = word(visit, 'not_yet');
    return;
  }
  goOn(visit, reviewed.has(around(visit)) ? '/riepilogo' : undefined);
}
