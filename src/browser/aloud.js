// Local voices only: the text may be somebody's answers.
// iOS speaks only within a click: import this before, call read() in it.
const synth = window.speechSynthesis;
const marks = CSS.highlights;
const SILENT = '[aria-hidden=true],[data-silent],.visually-hidden,svg,select,textarea,button,.btn';
const voices = () => synth?.getVoices() ?? [];
voices(); // Asked, Chrome begins to load them.

const near = (tag) => tag.split(/[-_]/)[0]; // Android: it_IT
const voiceFor = (lang) => voices().filter((voice) => voice.localService && near(voice.lang) === near(lang))
  .sort((a, b) => b.default - a.default)[0];

// While none are loaded: perhaps.
export const can = (lang) => !!synth && (!voices()[0] || !!voiceFor(lang));

// A part for each box and language.
function collect(parent, lang, box, parts) {
  const closed = parent.matches('details:not([open])');
  for (const node of parent.childNodes) {
    if (closed && node.localName !== 'summary') continue;
    if (node.nodeType === 3) {
      let part = parts.at(-1);
      if (part?.box !== box || part.lang !== lang) parts.push(part = { box, lang, text: '', from: [] });
      part.from.push({ node, at: part.text.length });
      part.text += node.data;
    } else if (node.matches?.(SILENT) === false) {
      const { display, visibility } = getComputedStyle(node);
      if (display === 'none' || visibility !== 'visible') continue;
      const apart = !/^(inline|contents)$/.test(display) || node.localName === 'br';
      collect(node, node.lang || lang, apart ? node : box, parts);
      if (apart) parts.push({ text: '' }); // Or words are glued.
    }
  }
  return parts;
}

let run;

function unmark() {
  marks?.delete('aloud');
  run.part?.box.classList.remove('aloud');
}

function end(why) {
  if (!run) return;
  unmark();
  clearInterval(run.watch);
  const { onEnd } = run;
  run = null; // First: cancel()'s events are nobody's.
  synth.cancel();
  onEnd?.(why);
}

function word({ charIndex, charLength }) {
  const { text, from } = run.part;
  const length = charLength || text.slice(charIndex).search(/\S(\s|$)/) + 1;
  if (!marks || !length) return;
  unmark();
  const range = new Range();
  const point = (i) => {
    const { node, at } = from.findLast((one) => one.at <= i);
    return [node, Math.min(i - at, node.length)];
  };
  range.setStart(...point(charIndex));
  range.setEnd(...point(charIndex + length));
  marks.set('aloud', new Highlight(range));
}

function next() {
  unmark();
  do run.part = run.parts.shift(); while (run.part?.box.isConnected === false);
  if (!run.part) return end('end');
  const { box, text, lang } = run.part;
  const said = run.said = new SpeechSynthesisUtterance(text); // Held, or its events get lost.
  said.voice = voiceFor(lang) ?? voiceFor(run.lang);
  if (!said.voice) return end('voice'); // Or the browser takes any.
  said.lang = said.voice.lang;
  const ours = (then) => (event) => run?.said === said && then(event);
  said.onboundary = ours(word);
  said.onerror = ours(({ error }) => end(error));
  said.onend = ours(() => {
    run.words = marks?.has('aloud'); // Some voices tell no words: mark boxes.
    next();
  });
  if (!run.words) box.classList.add('aloud');
  // Not at each word: one may scroll away.
  const { top, bottom } = box.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) box.scrollIntoView({ block: 'center' });
  synth.speak(said);
}

// An observer sees no host's removal.
function look() {
  if (!run.root.isConnected || run.part?.box.isConnected === false) end('gone');
  else if (!run.part && (voices()[0] || ++run.ticks > 9)) next(); // Late, or never.
}

export const stop = () => end('stopped');
addEventListener('pagehide', stop);

// onEnd hears "end", "stopped", "gone", "voice" (none) or an error.
export function read(root, lang, onEnd) {
  stop();
  if (!can(lang)) return onEnd?.('voice');
  const parts = collect(root, root.lang || lang, root, []).filter(({ text }) => /[\p{L}\d]/u.test(text));
  run = { root, lang, onEnd, parts, words: marks, ticks: 0, watch: setInterval(look, 300) };
  look();
}
