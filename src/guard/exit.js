// "Delete and leave": nothing of a visit stays in memory, on the page or on the device.
import { stored, wipe } from '../browser/visits.js';
import { around, ask, button, goOn, show } from './say.js';

// What is known of a visit besides, by what it is in: whether nobody else uses its device, and whether its review was reached.
// It outlasts a failure, and goes with the visit.
export const mine = new WeakSet();
export const reviewed = new WeakSet();

// What a person keeps on the device is theirs: it is asked about. With nothing kept there is nothing to ask.
export async function exit(visit) {
  const keys = ['delete_all', 'leave_kept', 'stay'];
  const answer = stored('localStorage').length
    ? await ask(visit, 'dialog', 'kept_title', ['kept_lead'], keys).answer : 'delete_all';
  if (answer === 'delete_all') end(visit, []);
  if (answer === 'leave_kept') end(visit, ['kept_stays'], true);
}

// Ends a visit and says so in its place: for as long as the page is there, or for good where it is a host's.
export function end(visit, lines, stays, why) {
  const begin = button(visit, 'begin_again', { className: 'btn btn-primary', onclick: () => goOn(visit, '/') });
  const goes = wipe(visit, stays, why);
  for (const known of [mine, reviewed]) known.delete(around(visit));
  show(visit, 'gone', [...lines, 'gone_lead'], goes ? [] : [begin]).focus();
}
