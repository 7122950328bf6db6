// A draft whose days have passed goes as soon as any page of ours is open. Of when it was something stays, so that whoever
// looks for it is told (src/ui/later/drafts.rs).
import { stored } from '../browser/visits.js';

const DAY = 24 * 60 * 60 * 1000;

for (const key of stored('localStorage').filter((key) => key.startsWith('dopo-di-noi:draft:'))) {
  try {
    const { stored, changed, days, body } = JSON.parse(localStorage[key]);
    if (stored === 1 && body && Date.now() >= changed + days * DAY) {
      localStorage[key] = JSON.stringify({ stored, changed, days });
    }
  } catch {
    // What cannot be read is the list's affair.
  }
}
