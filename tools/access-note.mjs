// access-note.mjs [--check]   Makes docs/accessibility.md, which a municipality can copy into its accessibility statement,
// from what the browser tests kept of what they checked (target/tmp/access/). With --check it writes nothing, and exits 1
// where the note says other things than were tested. Run the whole browser suite before: `make test` does.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NOTE = "docs/accessibility.md";
const KEPT = join(process.env.CARGO_TARGET_DIR || "target", "tmp", "access");

// The states in the words of the note, each below the part of the path that it belongs to. A state that no line here
// names is a fault: whoever tests a new one says here what it is.
const PATH = [
  ["La pagina iniziale", ["start"]],
  ["Le domande", [/^question:/]],
  ["Le sezioni, con più domande e la stima accanto", [/^section /, "the problems of a section"]],
  ["La lettura ad alta voce", ["while it is read"]],
  ["Gli errori nelle risposte", ["an error at a choice", /^an error at "/, "an error"]],
  ["Che cosa abbiamo capito", ["review"]],
  ["Il risultato, tutto aperto", ["result"]],
  ["Gli anni che vengono", ["the years ahead"]],
  ["Provare un'altra risposta", ["picking a question to try", "a trial"]],
  ["Confrontare le case", ["a comparison", "a comparison with an error", "comparison"]],
  ["Il budget della casa", ["an empty sheet", "a sheet", "a sheet on a phone"]],
  ["I documenti", ["documents"]],
  [
    "I dati personali",
    ["personal data", "places offered", "a place chosen by arrow", "no list of places", "details with a slip"],
  ],
  ["La domanda e il suo PDF", ["application", "application, PDF made", "a PDF that cannot come", "a PDF that failed"]],
  [
    "Il modulo dell'ufficio, compilato dalla pagina",
    ["a form to fill in", "a form filled in", "a form with a value left", "the sheet made", "a form refused"],
  ],
  [
    "Continuare un'altra volta: la bozza e il file",
    [
      "keeping a draft", "a draft without saying for whom", "two passphrases that differ", "a draft kept",
      "a browser that keeps nothing", "a device without room", "two windows on one draft",
    ],
  ],
  [
    "Riprendere da una bozza o da un file",
    [
      "drafts", "a wrong passphrase", "drafts that cannot be opened", "a draft from a day ahead", "a file to go on with",
      "a file over other answers", "a file refused",
    ],
  ],
  [
    "I casi di chi segue più persone",
    [
      "cases, the first time", "cases, a wrong passphrase", "no case yet", "cases", "a new case", "a case",
      "answers outside the cases", "a file of cases", "cases that cannot be read", "a sheet of a case",
    ],
  ],
  [
    "Quale programma mi riguarda",
    ["start of the orientation", "programmes found", "no programme found", /^urgent help of /, "result for somebody in danger"],
  ],
  [
    "I programmi senza una domanda da presentare",
    [
      "start of a closed notice", "result of a closed notice", "estimate of another day", "negative days", "who pays what",
      "a size",
    ],
  ],
  ["Lo sportello", ["an empty desk", "a desk"]],
  [
    "La redazione degli avvisi",
    [
      "the editor with nothing open", "the editor with a notice", "a fault at its control", "a file refused by the editor",
      "a new notice", "all of the form",
    ],
  ],
  ["Quando c'è qualcosa di nuovo", ["something new"]],
  ["Cancellare e uscire", ["what is kept on the way out", "the way out", "nobody there", "nobody was there"]],
  ["I guasti", ["a broken file", "later steps that failed", "a reading that did not arrive", "a failure"]],
  ["Un altro colore del sito ospite", ["another accent"]],
  ["Le regole dell'avviso", ["rule book"]],
  ["La pagina di un altro sito, con il servizio dentro", [/^element: /]],
  ["La pagina per chi mette il servizio nel proprio sito", [/^composer at /, "a colour that white is hard to read on"]],
];

// What a test held at every step, in the words of the note.
const HELD = {
  tree: `L'intero percorso, dall'inizio al PDF scaricato, usando solo ciò che il browser comunica alle tecnologie assistive:
  ruoli, nomi, descrizioni e stati; titoli in ordine; errori annunciati e collegati al campo; tabelle con intestazioni.`,
  zoom: `Ingrandimento al 400% in una finestra di 1280 × 1024 pixel (criterio 1.4.10): nessun testo tagliato e nessuno
  scorrimento orizzontale della pagina.`,
  focus: `Allo stesso ingrandimento, con il tasto Tab: ogni comando si raggiunge, il focus si vede sempre e niente lo copre.`,
  narrow: `Testo al 200% su uno schermo largo 320 pixel (criterio 1.4.4): nessuno scorrimento orizzontale della pagina.`,
  targets: `Comandi di almeno 24 × 24 pixel (criterio 2.5.8), e di almeno 44 × 44 con schermo a tocco, salvo i collegamenti
  dentro le frasi.`,
  motion: `Con la preferenza «riduci il movimento»: nessuna animazione e nessuna transizione.`,
};

const READINGS = { it: "italiano", facile: "italiano facile da leggere", en: "inglese" };
const MODES = { guided: "una domanda per pagina", compact: "una sezione per pagina" };

const faults = [];
const fail = (why) => {
  console.error(`access-note: ${why}`);
  process.exit(1);
};

function kept() {
  try {
    const files = readdirSync(KEPT).filter((name) => name.endsWith(".json"));
    const lines = files.flatMap((name) => readFileSync(join(KEPT, name), "utf8").trim().split("\n"));
    return lines.map((line) => JSON.parse(line));
  } catch (why) {
    return fail(`nothing was tested: ${why.message}`);
  }
}

const lines = kept();
const checks = lines.filter(({ state }) => state);
const held = new Set(lines.flatMap(({ held }) => held ?? []));
if (checks.length === 0) fail("no state was checked");
for (const { state, violations } of checks) for (const one of violations) faults.push(`${state}: ${one}`);

const { questions } = JSON.parse(readFileSync("public/programmes/dopo-di-noi-lombardia-2024.json", "utf8"));
const asked = new Set(questions.map(({ id }) => id));

// What a state is called here: a question is kept by its id, or as the one that stands for its kind.
function plain(state) {
  if (state === "person") return "personal data";
  if (state === "question" || state === "field") return `question:${state === "field" ? "monthly_rent" : "wanted"}`;
  return asked.has(state) ? `question:${state}` : state;
}

const parts = PATH.map(([title, names]) => ({ title, names, states: new Set(), seen: [] }));
for (const check of checks) {
  const state = plain(check.state);
  const is = (name) => (name instanceof RegExp ? name.test(state) : name === state);
  const part = parts.find(({ names }) => names.some(is));
  if (!part) {
    faults.push(`tools/access-note.mjs has no words for the state «${check.state}»`);
    continue;
  }
  part.states.add(state);
  part.seen.push(check);
}
for (const what of held) if (!HELD[what]) faults.push(`tools/access-note.mjs has no words for «${what}»`);
if (faults.length) fail(`\n  ${faults.join("\n  ")}`);

const some = (list) => new Intl.ListFormat("it").format(list);
const distinct = (values) => [...new Set(values)];
const ordered = (words, values) => Object.keys(words).filter((key) => values.includes(key)).map((key) => words[key]);

function conditions(states, seen) {
  const schemes = [
    seen.some(({ dark, forced }) => !dark && !forced) && "chiaro",
    seen.some(({ dark }) => dark) && "scuro",
    seen.some(({ forced }) => forced) && "contrasto forzato",
  ];
  const widths = [
    seen.some(({ width }) => width < 768) && "telefono",
    seen.some(({ width }) => width >= 768) && "computer",
  ];
  // Where not all of a part was seen in a reading, how much of it.
  const readings = Object.entries(READINGS).map(([key, word]) => {
    const { size } = new Set(seen.filter(({ reading }) => reading === key).map(({ state }) => plain(state)));
    return size === states.size ? word : size && `${word} (${size} di ${states.size})`;
  });
  return [schemes, widths, readings].map((words) => words.filter(Boolean).join(", "));
}

const rules = new Set(checks.flatMap(({ rules }) => rules));
const modes = ordered(MODES, checks.map(({ mode }) => mode).filter(Boolean));
const readings = ordered(READINGS, checks.map(({ reading }) => reading));
const states = parts.reduce((sum, part) => sum + part.states.size, 0);
const { size } = parts[1].states;
const questionsSeen = size === asked.size
  ? "Le domande sono controllate tutte, una per una."
  : `Sono ${size} su ${asked.size} le domande controllate una per una: le altre usano gli stessi comandi.`;
const axe = some(distinct(checks.map(({ axe }) => axe)));
const chromium = some(distinct(checks.map(({ chromium }) => chromium)).sort());

const rows = parts.filter(({ seen }) => seen.length).map(({ title, states, seen }) => {
  const count = title === "Le domande" ? `${states.size} di ${asked.size}` : states.size;
  return `| ${[title, count, ...conditions(states, seen)].join(" | ")} |`;
});

const note = `<!-- Made by tools/access-note.mjs from what the tests checked: change that, not this. -->

# Nota sull'accessibilità

Un Comune o un altro ente che pubblica questo strumento può copiare queste parti nella propria dichiarazione di
accessibilità (legge 9 gennaio 2004, n. 4; modello AgID). Vale per lo strumento, non per il sito che lo ospita. Le parti
tra parentesi quadre le completa l'ente.

## Stato di conformità

Le prove automatiche descritte qui sotto non hanno trovato difformità dall'appendice A della norma UNI CEI EN 301 549, che
comprende le WCAG 2.1 di livello A e AA, né dai criteri che le WCAG 2.2 aggiungono e che una macchina può controllare.

Una macchina non può controllare tutto. Finché l'ente non ha fatto anche le prove con persone elencate più sotto, la
formula prudente per la dichiarazione è **parzialmente conforme**; dopo, se non emerge altro, **conforme**.

## Contenuti non accessibili

Non dipendono da questo strumento, o restano limiti noti:

- i moduli PDF dell'ufficio, anche quando lo strumento li compila: la loro accessibilità dipende da chi li ha fatti. La
  pagina mostra prima, come testo, tutto ciò che scrive nel modulo;
- il sito che ospita lo strumento, e i siti a cui porta;
- le tabelle larghe, che su uno schermo stretto scorrono da sole in orizzontale, come il criterio 1.4.10 consente.

La domanda in PDF che lo strumento produce è un documento con struttura (PDF/A-3a o PDF/A-2a); la pagina ne mostra prima
lo stesso contenuto come testo.

## Redazione

- Metodo: autovalutazione con prove automatiche sul sito finito, in un browser vero. Chiunque le ripete con un comando,
  \`make test\`.
- Strumenti: axe-core ${axe} con tutte le regole attive di base e quella sulla dimensione dei comandi (WCAG 2.2), in
  Chromium ${chromium}.
- Risultato: ${states} stati controllati, ${rules.size} regole con esito positivo in almeno uno stato, **nessuna violazione**.
- Letture provate: ${some(readings)}.${modes.length ? `\n- Modi provati: ${some(modes)}.` : ""}

| Parte | Stati | Aspetto | Schermo | Lettura |
|---|---|---|---|---|
${rows.join("\n")}

${questionsSeen}

Provato inoltre, nei passi principali:

${Object.keys(HELD).filter((what) => held.has(what)).map((what) => `- ${HELD[what]}`).join("\n")}

## Che cosa non è stato provato da una macchina

- Se testi e avvisi si capiscono, e se l'ordine di lettura ha senso per chi ascolta.
- I lettori di schermo veri (NVDA, JAWS, VoiceOver, TalkBack), la dettatura e gli altri comandi vocali.
- I browser diversi da Chromium.
- L'uso da parte di persone con disabilità.

## Segnalazioni e recapiti

[Ufficio dell'ente, indirizzo e-mail, telefono: a chi segnalare un problema di accessibilità, e in quanti giorni risponde.]

Se la risposta manca o non basta, ci si può rivolgere al Difensore civico per il digitale, presso AgID.
[Data della dichiarazione e dell'ultimo riesame.]
`;

// The browser is that of the machine: another version of it alone is no other note.
const steady = (text) => text.replace(/Chromium [\d,e ]+\./, "Chromium.");
let before = "";
try {
  before = readFileSync(NOTE, "utf8");
} catch {
  // Not made yet.
}
if (steady(before) === steady(note)) {
  console.log(`${NOTE} says what was tested`);
} else if (process.argv[2] === "--check") {
  const [was, is] = [before, note].map((text) => steady(text).split("\n"));
  const less = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  const more = is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`);
  fail(`${NOTE} does not say what was tested; run tools/access-note.mjs and read it\n${[...less, ...more].join("\n")}`);
} else {
  writeFileSync(NOTE, note);
  console.log(`${NOTE} is made anew`);
}
