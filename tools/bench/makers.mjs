// The same three pages made by this project's module and by two libraries of others. Theirs is the lighter work: lines
// of text in an embedded subset of the same fonts, without the structure that a screen reader and an archive ask for.
const WORDS =
  "La persona con disabilità grave può chiedere un sostegno per la locazione e le spese condominiali dell'abitazione" +
  " in cui vive, nei limiti indicati dall'avviso.";
const many = (count, make) => Array.from({ length: count }, (_, at) => make(at));

// A document as the application has it: titles, paragraphs, fields, a table.
const blocks = [
  { heading: { level: "one", text: "Domanda di accesso ai sostegni" } },
  ...many(6, (part) => [
    { heading: { level: "two", text: `Parte ${part + 1}: dati e dichiarazioni` } },
    { paragraph: `${WORDS} ${WORDS}` },
    { fields: many(4, (at) => ({ label: `Dato numero ${at + 1}`, value: `Đorđe Șerban Ελένη ${part * 4 + at}` })) },
  ]).flat(),
  {
    table: {
      caption: "Importi per voce",
      columns: [{ header: "Voce" }, { header: "Persone", align: "end" }, { header: "Importo", align: "decimal" }],
      rows: many(24, (at) => [`Canone e utenze, mese ${at + 1}`, "3", `${at % 7}.${100 + at},${10 + at} €`]),
    },
  },
];
const labels = { page: "Pagina {n} di {m}", blank: "da compilare", checked: "sì", unchecked: "no" };
const notice_line = "Avviso di prova, versione 3. Bozza: fa fede il modulo ufficiale dell'ufficio.";
const about = { title: "Domanda di prova", subject: "Bozza", language: "it", date: "2026-11-21" };
const document_json = JSON.stringify({ ...about, notice_line, labels, blocks });

const [WIDTH, HEIGHT, MARGIN, BOTTOM] = [595.28, 841.89, 56.7, 80];
const ROOM = WIDTH - 2 * MARGIN;

// Rows of cells, each a text with its place, from the blocks.
function* rows() {
  const cell = (text, size, bold = false, x = 0, width = ROOM) => ({ text, size, bold, x, width });
  for (const { heading, paragraph, fields, table } of blocks) {
    if (heading) yield [cell(heading.text, heading.level === "one" ? 19 : 13.5, true)];
    if (paragraph) yield [cell(paragraph, 10)];
    for (const { label, value } of fields ?? []) {
      yield [cell(label, 9, false, 0, ROOM * 0.36), cell(value, 10, false, ROOM * 0.36, ROOM * 0.64)];
    }
    if (!table) continue;
    yield [cell(table.caption, 9, true)];
    const columns = [[0, 0.6], [0.6, 0.15], [0.75, 0.25]].map((part) => part.map((share) => share * ROOM));
    yield table.columns.map(({ header }, at) => cell(header, 9, true, ...columns[at]));
    for (const row of table.rows) yield row.map((text, at) => cell(text, 9, false, ...columns[at]));
  }
}

// Breaks the texts into lines and puts them on pages, through what each library offers for it.
function typeset({ measure, write, turn }) {
  let [y, page] = [MARGIN, 1];
  const foot = () => {
    write(notice_line, 7.5, false, MARGIN, HEIGHT - 45);
    write(`Pagina ${page}`, 7.5, false, MARGIN + ROOM * 0.9, HEIGHT - 45);
  };
  const broken = ({ text, size, bold, width }) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (measure(longer, size, bold) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  for (const row of rows()) {
    const cells = row.map((cell) => ({ ...cell, lines: broken(cell) }));
    const height = Math.max(...cells.map(({ lines, size }) => lines.length * size * 1.45)) + 8;
    if (y + height > HEIGHT - BOTTOM) {
      foot();
      turn();
      [y, page] = [MARGIN, page + 1];
    }
    for (const { lines, size, bold, x } of cells) {
      lines.forEach((line, at) => write(line, size, bold, MARGIN + x, y + size * (1.06 + at * 1.45)));
    }
    y += height;
  }
  foot();
}

// The files of the regular and of the bold face.
function faces() {
  const face = async (weight) => new Uint8Array(await (await fetch(`/fonts/text-${weight}.ttf`)).arrayBuffer());
  return Promise.all(["regular", "bold"].map(face));
}

function script(url) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("script"), { src: url, onload: loaded, onerror: failed });
    document.head.append(element);
  });
}

// Each comes to a function that makes the three pages.
const makers = {
  async ours() {
    const module = await import("/application_pdf.js");
    await module.default();
    return () => module.render(document_json);
  },

  async "pdf-lib"() {
    await script("/npm/pdf-lib/dist/pdf-lib.min.js");
    await script("/npm/@pdf-lib/fontkit/dist/fontkit.umd.min.js");
    const files = await faces();
    return async () => {
      const pdf = await PDFLib.PDFDocument.create();
      pdf.registerFontkit(fontkit);
      const fonts = await Promise.all(files.map((file) => pdf.embedFont(file, { subset: true })));
      let page = pdf.addPage([WIDTH, HEIGHT]);
      typeset({
        measure: (text, size, bold) => fonts[Number(bold)].widthOfTextAtSize(text, size),
        write: (text, size, bold, x, y) => page.drawText(text, { x, y: HEIGHT - y, size, font: fonts[Number(bold)] }),
        turn: () => {
          page = pdf.addPage([WIDTH, HEIGHT]);
        },
      });
      return pdf.save();
    };
  },

  async jsPDF() {
    await script("/npm/jspdf/dist/jspdf.umd.min.js");
    const base64 = (file) => btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(""));
    const files = (await faces()).map(base64);
    return () => {
      const pdf = new jspdf.jsPDF({ unit: "pt", format: [WIDTH, HEIGHT], compress: true });
      files.forEach((file, bold) => {
        pdf.addFileToVFS(`${bold}.ttf`, file);
        pdf.addFont(`${bold}.ttf`, "Noto Sans", bold ? "bold" : "normal");
      });
      const set = (size, bold) => pdf.setFont("Noto Sans", bold ? "bold" : "normal").setFontSize(size);
      typeset({
        measure: (text, size, bold) => set(size, bold).getTextWidth(text),
        write: (text, size, bold, x, y) => set(size, bold).text(text, x, y),
        turn: () => pdf.addPage(),
      });
      return new Uint8Array(pdf.output("arraybuffer"));
    };
  },
};

// Makes the pages `rounds` times, after two that warm up: the median of the milliseconds, and the file's size.
export async function again(name, rounds) {
  const make = await makers[name]();
  const times = [];
  let size;
  for (let round = -2; round < rounds; round += 1) {
    const start = performance.now();
    size = (await make()).length;
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[rounds >> 1], size };
}

// The milliseconds until a worker has made the pages: one that was not there before, or one that waits with its module.
export async function inAWorker(waiting) {
  let start = performance.now();
  const worker = new Worker("/application_pdf_worker.js", { type: "module" });
  const { port1: answer, port2: port } = new MessageChannel();
  if (waiting) {
    worker.postMessage(null);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    start = performance.now();
  }
  worker.postMessage(document_json, [port]);
  return new Promise((resolve, reject) => {
    worker.onerror = reject;
    answer.onmessage = ({ data: { pdf, error } }) => (pdf ? resolve(performance.now() - start) : reject(error));
  });
}
