// cases.mjs SITE   Prints how long a counsellor waits with 500 cases on one device: for the list, and for one to be written.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { open, serve } from "./browser.mjs";

const CASES = 500;
const TIMES = 10;
const PASSPHRASE = "quattro parole per i casi";
const ANSWERS = {
  schema_version: 1, notice: "medio-olona-2024", notice_version: "2026-11-21", as_of: "2026-11-21", who_is_filling: "family",
  birth_date: "1996-03-01", municipality: "D467", severe_disability_certificate: "yes", cause_is_ageing: "no",
  family_support: "future_loss", lives_in: "family_home", wanted: ["rent_and_utilities"], housing_type: "cohousing",
  monthly_rent: "700", monthly_utilities: "0",
  application: { beneficiary: { surname: "Rossi", name: "Maria" }, submitter: {}, place: "Castellanza" },
};

const served = await serve({ "/": `${resolve(process.argv[2] ?? "dist")}/` });
const browser = await open();
const { go, run, until, wait } = browser;
const type = (field, text) => run(`
  const field = document.querySelector(arguments[0]);
  field.value = arguments[1];
  field.dispatchEvent(new Event('input', { bubbles: true }));`, field, text);
const press = (words) => run("[...document.querySelectorAll('main button')].find((one) => one.innerText.trim() === arguments[0]).click()", words);

// One case made by hand, as many more as are wanted sealed like it: with the browser's own means, from the passphrase on.
const MULTIPLY = `
  const [passphrase, cases] = args;
  const [, name] = Object.keys(localStorage).filter((key) => key.includes(':case:')).map((key) => key.split('dopo-di-noi:'))[0];
  const stored = JSON.parse(localStorage['dopo-di-noi:' + name]), { lock } = JSON.parse(localStorage['dopo-di-noi:archive']);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const base64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations: lock.rounds, salt: bytes(lock.salt) };
  const key = await crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const gcm = (iv, name) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });
  const opened = async (name, { nonce, text }) => new TextDecoder().decode(await crypto.subtle.decrypt(gcm(bytes(nonce), name), key, bytes(text)));
  const sealed = async (name, text) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    return { nonce: base64(nonce), text: base64(await crypto.subtle.encrypt(gcm(nonce, name), key, new TextEncoder().encode(text))) };
  };
  const row = JSON.parse(await opened(name + ':row', stored.row)), body = JSON.parse(await opened(name, stored.body));
  for (let at = 1; at < cases; at += 1) {
    const copy = 'case:' + String(at).padStart(32, '0');
    row.alias = body.alias = 'Caso ' + at;
    localStorage['dopo-di-noi:' + copy] = JSON.stringify({
      ...stored, stamp: String(at), row: await sealed(copy + ':row', JSON.stringify(row)), body: await sealed(copy, JSON.stringify(body)) });
  }
  return Object.values(localStorage).reduce((sum, text) => sum + text.length, 0);`;

// From the step in the address to the first hundred rows, painted.
const LIST = `
  const start = performance.now();
  location.hash = '#/casi';
  while (document.querySelectorAll('main tbody tr').length < 100) await new Promise((next) => requestAnimationFrame(next));
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  return performance.now() - start;`;

// From the first look at what stands there to the new text in its place: assessing, sealing and storing. Not the paint before.
const SAVE = `
  let start;
  const { getItem, setItem } = Storage.prototype;
  const done = new Promise((resolve) => {
    Storage.prototype.getItem = function (key) { start ??= performance.now(); return getItem.call(this, key); };
    Storage.prototype.setItem = function (key, text) { setItem.call(this, key, text); resolve(performance.now() - start); };
  });
  const note = document.querySelector('#note');
  note.value += 'x';
  note.dispatchEvent(new Event('input', { bubbles: true }));
  const took = await done;
  Object.assign(Storage.prototype, { getItem, setItem });
  return took;`;

const figures = (times) => {
  const sorted = times.toSorted((one, other) => one - other);
  return `${sorted[sorted.length >> 1].toFixed(1)} ms in the middle, ${sorted.at(-1).toFixed(1)} ms at worst of ${times.length}`;
};

try {
  await go(`${served.url}/#/casi`);
  await until("document.querySelector('#passphrase-again')");
  await type("#passphrase", PASSPHRASE);
  await type("#passphrase-again", PASSPHRASE);
  await run("document.querySelector('#unlock').click()");
  await until("document.querySelector('#new-case')");
  await type("#alias", "Caso 0");
  await run("document.querySelector('#new-case').click()");
  await until("document.querySelector('#note')");
  await run("location.hash = '#/riprendi'");
  await until("document.querySelector('#file')");
  const file = join(tmpdir(), `answers-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(ANSWERS));
  await browser.pick("#file", file);
  await until("document.querySelector('[role=status] button.btn-primary')");
  await run("document.querySelector('[role=status] button.btn-primary').click()");
  await until("location.hash === '#/riepilogo'");
  await until("Object.entries(localStorage).some(([key, text]) => key.includes(':case:') && text.length > 1200)");
  const stored = await wait(MULTIPLY, PASSPHRASE, CASES);
  const [lists, saves] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    await run("location.hash = '#/caso'");
    await until("document.querySelector('#note')");
    saves.push(await wait(SAVE));
    lists.push(await wait(LIST));
  }
  console.log(`${CASES} cases on one device, ${(stored / 1e6).toFixed(1)} million characters`);
  console.log(`  opening the list, aim below 200 ms: ${figures(lists)}`);
  console.log(`  writing one, aim below 16 ms:       ${figures(saves)}`);
  await press("Chiudi i casi");
} finally {
  await browser.close();
  served.close();
}
