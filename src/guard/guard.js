// Fetched once the first step of a visit is shown: what guards it. It can be deleted at any moment (exit.js), it is deleted
// where nobody is there any more (idle.js), and a module that fails takes nothing of it along (failed.js).
import './over.js';

export { exit } from './exit.js';
export { failed, renew } from './failed.js';
export { watch } from './idle.js';
