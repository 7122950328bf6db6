// What a municipality pastes, composed and shown as it will be. What is shown is made of the very lines that are copied.
const TITLE = { it: 'Dopo di noi: orientamento ai sostegni', en: 'Dopo di noi: find your way through the notice' };
// High enough for a question with its choices on a phone.
const PLAIN_HEIGHT = 900;

const one = (id) => document.getElementById(id);
const here = new URL('.', location.href);
const form = one('choices');
const preview = one('preview');

// What the lines say, by name; what is as it would be anyway is left out.
function chosen() {
  const { reading, mode, kind } = Object.fromEntries(new FormData(form));
  const accent = one('accent').value.trim();
  const set = {
    notice: one('notice').value || one('other').value.trim(),
    lang: reading === 'en' ? 'en' : '',
    reading: reading === 'facile' ? 'facile' : '',
    mode,
    accent: aboutAccent(accent) ? '' : accent,
  };
  return { kind, set: Object.entries(set).filter(([, value]) => value) };
}

// A tag with its attributes, escaped: an address may hold anything.
function tag(name, attributes, inside = '') {
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const all = attributes.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<${name}${all.join('')}>${inside}</${name}>`;
}

function lines({ kind, set }) {
  const page = new URL('index.html', here);
  for (const [name, value] of set) page.searchParams.set(name, value);
  const title = TITLE[Object.fromEntries(set).lang ?? 'it'];
  const link = tag('a', [['href', page.href]], title);
  const file = (name) => new URL(name, here).href;
  switch (kind) {
    case 'element': return [
      tag('script', [['type', 'module'], ['src', file('element.js')]]),
      tag('dopo-di-noi', set, link),
    ];
    case 'frame': return [
      link,
      tag('script', [['async', true], ['src', file('frame.js')], ...set.map(([name, value]) => [`data-${name}`, value])]),
    ];
    case 'plain': return [
      tag('iframe', [['src', page.href], ['title', title], ['width', '100%'], ['height', `${PLAIN_HEIGHT}`]]),
    ];
    default: return [link];
  }
}

// Puts lines into a page: scripts that are only parsed do not run, so each is made anew.
function put(markup) {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  const nodes = [...parsed.head.childNodes, ...parsed.body.childNodes].map((node) => document.importNode(node, true));
  preview.replaceChildren(...nodes.map((node) => {
    if (node.localName !== 'script') return node;
    const script = document.createElement('script');
    for (const { name, value } of node.attributes) script.setAttribute(name, value);
    return script;
  }));
}

let shown = {};

function show() {
  const now = chosen();
  const markup = lines(now).join('\n');
  one('snippet').textContent = markup;
  one('copied').textContent = '';
  if (markup === shown.markup) return;
  const element = preview.querySelector('dopo-di-noi');
  if (now.kind === 'element' && element) {
    // As a host would change them: what was typed in it stays.
    for (const name of ['notice', 'lang', 'reading', 'mode', 'accent']) {
      const value = now.set.find(([known]) => known === name)?.[1];
      if (value === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  } else {
    put(markup);
  }
  shown = { ...now, markup };
}

// How well white can be read on a colour, by WCAG's formula; nothing for colours that are not red, green and blue.
function contrast(colour) {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/^rgb\((\d+), (\d+), (\d+)\)$/)?.slice(1);
  probe.remove();
  if (!parts) return undefined;
  const [r, g, b] = parts.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function aboutAccent(colour) {
  if (!colour) return '';
  if (!CSS.supports('color', colour)) return 'Questo non è un colore: per esempio #7a1f3d, oppure navy.';
  const ratio = contrast(colour);
  if (ratio === undefined || ratio >= 4.5) return '';
  const said = ratio.toFixed(1).replace('.', ',');
  return `Su questo colore il bianco si legge male: il contrasto è ${said} a 1, e serve almeno 4,5 a 1. Finché non ne scegli uno più scuro resta quello di partenza.`;
}

function aboutNotice(named) {
  if (!named) return "Scrivi quale avviso: l'identificativo è il nome del suo file, senza .json.";
  return /:|\\|^\/\//.test(named)
    ? "L'avviso deve stare su questo sito: scrivi il suo identificativo, oppure un indirizzo che comincia da qui, per esempio notices/nome.json." : '';
}

function judge() {
  one('other-group').hidden = one('notice').value !== '';
  const said = { other: one('notice').value ? '' : aboutNotice(one('other').value.trim()), accent: aboutAccent(one('accent').value.trim()) };
  for (const [name, sentence] of Object.entries(said)) {
    if (one(`${name}-said`).textContent !== sentence) one(`${name}-said`).textContent = sentence;
    one(name).setAttribute('aria-invalid', sentence !== '');
  }
}

let later;
form.addEventListener('input', () => {
  clearTimeout(later);
  // While somebody types an address or a colour, not at each letter.
  later = setTimeout(() => {
    judge();
    show();
  }, 400);
});
form.addEventListener('submit', (event) => event.preventDefault());

one('copy').addEventListener('click', async () => {
  const text = one('snippet').textContent;
  try {
    await navigator.clipboard.writeText(text);
    one('copied').textContent = 'Copiate.';
  } catch {
    // Not every site may write there: then they are selected, and copied by hand.
    getSelection().selectAllChildren(one('snippet'));
    one('copied').textContent = 'Le righe sono selezionate: copiale con Ctrl+C.';
  }
});

judge();
show();
