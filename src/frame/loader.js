// What a municipality pastes: <script async src="…/frame.js" data-notice="…"></script> puts a frame with the page in its
// place, as high as what it shows. A link right before it, for readers without scripts, gives way to the frame.
const script = document.currentScript;
const { title, ...set } = script.dataset;
const page = new URL('index.html', script.src);
for (const name of ['notice', 'lang', 'reading', 'mode', 'accent', 'idle']) {
  if (set[name]) page.searchParams.set(name, set[name]);
}
// Of a page without an origin of its own, such as a file, the frame learns nothing, and scrolls.
if (/^http/.test(location.origin)) page.searchParams.set('parent', location.origin);

const frame = document.createElement('iframe');
frame.title = title ?? (set.lang === 'en' ? 'Dopo di noi: find your way through the notice' : 'Dopo di noi: orientamento ai sostegni');
// By script: a host's policy may forbid style attributes.
Object.assign(frame.style, { display: 'block', width: '100%', height: '600px', border: 0 });

let shown;
function hear({ source, origin, data }) {
  // Taken off the page, and perhaps put back: it is the same window only while it stands there.
  if (!source || source !== frame.contentWindow || origin !== page.origin || data?.source !== 'dopo-di-noi') return;
  const { source: us, type, height, ...detail } = data;
  if (type === 'height') {
    if (height > 0 && height < 1e5) frame.style.height = `${height}px`;
  } else if (/^ddn-(ready|step|complete|error)$/.test(type)) {
    // A new step begins above what was shown of the last one. Not the first: nobody asked for it.
    if (type === 'ddn-step' && shown && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    shown ||= type === 'ddn-step';
    frame.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
addEventListener('message', hear);

frame.src = page;
const before = script.previousElementSibling;
const link = before?.matches('a') ? before : before?.querySelector(':scope > a:only-child');
if (link?.href.startsWith(new URL('.', page))) link.replaceWith(frame);
else script.before(frame);
