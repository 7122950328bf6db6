// Where nobody touches a visit for a while it is deleted: on a shared computer the next person would read it. Nothing is
// deleted before two minutes of warning were to be read on a screen, whatever clocks do (WCAG 2.2.1).
import { stored } from '../browser/visits.js';
import { end, mine } from './exit.js';
import { around, ask, word } from './say.js';

const MINUTES = 20;
const WARNED = 120;
// What is said of the seconds left, and when.
const LEFT = { 60: 'minute_left', 30: 'half_minute_left', 10: 'ten_seconds_left' };
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel'];

// How many minutes, as the address says or the host. "Never" counts from the host alone: anybody can make a link.
function minutes(visit) {
  const said = [visit.asked('idle'), visit.given('idle')].find((said) => /^\d+$/.test(said) && said >= 1 && said <= 240);
  return said ?? (visit.given('idle') === '0' ? Infinity : MINUTES);
}

export function watch(visit) {
  const { signal } = visit.ended;
  if (signal.aborted) return;
  let last = Date.now();
  let warned = false;
  let timer;

  // By the clock, so that a device that slept counts. A clock put back begins anew.
  function isDue() {
    const now = Date.now();
    if (now < last) last = now;
    return visit.kept !== undefined && visit.box.isConnected && !mine.has(around(visit)) && now - last >= minutes(visit) * 60_000;
  }

  async function look() {
    if (warned || !isDue()) return;
    warned = true;
    const answer = await warning(visit);
    if (answer === 'expired') return end(visit, ['expired', ...keeps('kept_stays')], true, '#tempo');
    if (answer === 'mine') mine.add(around(visit));
    last = Date.now();
    warned = false;
  }

  // Who comes back to a device that slept sees the warning first: a touch is too late.
  function touched() {
    look();
    if (!warned) last = Date.now();
  }

  function tick() {
    look();
    timer = setTimeout(tick, 15_000);
  }

  for (const type of TOUCHES) visit.box.parentNode.addEventListener(type, touched, { signal, passive: true });
  addEventListener('scroll', touched, { signal, capture: true, passive: true });
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  tick();
}

const keeps = (key) => (stored('localStorage').length ? [key] : []);

// Comes to the key of a button; to "expired" where none was pressed in time.
function warning(visit) {
  const lines = ['idle_lead', ...keeps('idle_kept')];
  const { dialog, status, answer } = ask(visit, 'alertdialog', 'idle_title', lines, ['go_on', 'mine']);
  let left = WARNED;
  // A timer that was due while the device slept comes once: no second counts that was not there to be seen.
  function second() {
    if (!dialog.isConnected || !dialog.open) return;
    if (document.visibilityState === 'visible') left -= 1;
    if (LEFT[left]) status.textContent = word(visit, LEFT[left]);
    if (left) setTimeout(second, 1000);
    else dialog.close('expired');
  }
  setTimeout(second, 1000);
  return answer;
}
