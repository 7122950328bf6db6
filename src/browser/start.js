// Begins the page. The last step of a build (tools/finish.mjs) makes one file of this, of what wasm-bindgen wrote (`page`)
// and of fetched.js (`fetched`). The second module takes the latter's functions from this file: one page, one state.
import init from 'page';

export * from 'fetched';

const place = document.getElementById('dopo-di-noi');
const accent = new URLSearchParams(location.search).get('accent') ?? place?.dataset.accent;
// By script: a style attribute is what the page's policy forbids.
if (accent && CSS.supports('color', accent)) document.documentElement.style.setProperty('--host-accent', accent);

// Later than all that the first question needs.
function later() {
  if (document.getElementById('heading')) import('./offline.js');
  else setTimeout(later, 500);
}

if (window.parent !== window) import('./framed.js');
else if (navigator.serviceWorker) setTimeout(later, 500);

// Not awaited: whoever takes functions from here would wait as well.
init().catch((error) => {
  dispatchEvent(new CustomEvent('ddn-error', { detail: { code: 'not_loaded' } }));
  throw error;
});
