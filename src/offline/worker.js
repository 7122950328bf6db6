// The service worker: once opened, the page goes on without a network. The last step of a build (tools/worker.mjs) makes
// service-worker.js of this, with the build's FILES, [path, hash of the content], in the order in which somebody comes to
// need them, how many of them the first page needs (FIRST), and the BUILD they are together.
//
// A page and all that it fetches later are of one build: files come from the cache by the hash that this build gave them, and
// a new worker waits until nobody has a page of the old one open. What an office changes by hand, notices and index.html,
// is asked for each time, and kept for when there is no answer.
const PATIENCE = 2500;
const { scope } = registration;
const CACHE = `dopo-di-noi ${scope}`;
const hashes = new Map(FILES);
// A content is kept once, however many builds have it.
const keyOf = (path) => `${scope}${path}?${hashes.get(path) ?? ''}`;
const PAGE = `${scope}index.html?${BUILD}`;
const opened = caches.open(CACHE);
const kept = async (key) => (await opened).match(key, { ignoreVary: true });
const keep = async (key, response) => (await opened).put(key, response);

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const hash = async (response) => hex(await crypto.subtle.digest('SHA-256', await response.arrayBuffer())).slice(0, 16);

// A network that asks one to log in answers everything with its own page.
const isFile = async (path, response) => await hash(response) === hashes.get(path);
const isData = async (response) => !/^\s*</.test(await response.text());
// All with a hash in its name that index.html names has to be of this build, or it is another one's.
const isPage = async (response) => {
  const named = (await response.text()).match(/[\w-]+-[0-9a-f]{16}(_bg)?\.\w+/g);
  return !!named?.every((path) => hashes.has(path));
};

// ---- Coming, and going ---------------------------------------------------------------------------------------------------

// Where data are to be saved, what the browser has of it already, and besides the first page nothing.
async function fetched(path, first) {
  const saving = navigator.connection?.saveData && !first;
  const response = await fetch(scope + path, saving ? { cache: 'only-if-cached', mode: 'same-origin' } : { priority: 'low' })
    .catch((error) => { if (!saving) throw error; });
  if (saving && !response?.ok) return;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (await isFile(path, response.clone())) await keep(keyOf(path), response);
  // Changed by hand, it is left to the network. A name with a hash is never changed: that is no answer of this site.
  else if (/-[0-9a-f]{16}(_bg)?\.\w+$/.test(path)) throw new Error(`${path} is another file`);
}

// One after the other, so as not to be in the way of what the page itself wants. Broken off, it goes on where it was.
async function install() {
  const page = await fetch(`${scope}index.html`, { cache: 'no-cache' });
  if (!page.ok || !await isPage(page.clone())) throw new Error('index.html is of another build');
  await keep(PAGE, page);
  for (const [at, [path]] of FILES.entries()) {
    if (!await kept(keyOf(path))) await fetched(path, at < FIRST);
  }
}

async function activate() {
  const cache = await opened;
  const ours = new Set([PAGE, ...FILES.map(([path]) => keyOf(path))]);
  for (const { url } of await cache.keys()) {
    if (!ours.has(url) && !byHand(pathOf(url))) await cache.delete(url);
  }
  await clients.claim();
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));

// Asked by a page which files it knows, and, when a person wants the new build, to take over at once: only where nobody
// else has a page of the old one open. Answers on the port.
addEventListener('message', (event) => event.waitUntil((async () => {
  const [port] = event.ports;
  if (event.data === 'build') return port.postMessage(FILES.map(([path]) => path));
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const alone = windows.filter(({ url }) => url.startsWith(scope)).length < 2;
  port.postMessage(alone);
  if (alone) await skipWaiting();
})()));

// ---- Answering -------------------------------------------------------------------------------------------------------------

const pathOf = (url) => decodeURI(new URL(url).pathname.slice(new URL(scope).pathname.length));
const byHand = (path) => path.startsWith('notices/') || (path.endsWith('.json') && !hashes.has(path));

// From the network; where it does not answer in time, or with something else than this is, what was kept.
async function fresh(event, key, is) {
  const asked = fetch(event.request).then(async (response) => {
    if (response.ok && await is(response.clone())) {
      await keep(key, response.clone());
      return response;
    }
    return (response.ok || response.status >= 500) && await kept(key) || response;
  });
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  return await Promise.race([asked.catch(() => {}), late]) ?? await kept(key) ?? asked;
}

async function once(event, path) {
  const found = await kept(keyOf(path));
  if (found) return found;
  const response = await fetch(event.request);
  const [forUs, toKeep] = [response.clone(), response.clone()];
  event.waitUntil(isFile(path, forUs).then((is) => is && response.ok && keep(keyOf(path), toKeep)));
  return response;
}

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  const path = pathOf(url);
  if (mode === 'navigate' && path !== 'uscita.html') {
    if (path === '' || path === 'index.html') event.respondWith(fresh(event, PAGE, isPage));
  } else if (byHand(path)) {
    event.respondWith(fresh(event, url, path.endsWith('.json') ? isData : () => true));
  } else if (hashes.has(path)) {
    event.respondWith(once(event, path));
  }
});
