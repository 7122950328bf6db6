// What comes later, each fetched once, and asked for again where it did not arrive.
const coming = {};

async function fetched(file, begin) {
  coming[file] ??= import(new URL(file, document.baseURI).href).then(async (module) => {
    await begin?.(module);
    return module;
  });
  try {
    return await coming[file];
  } catch (error) {
    delete coming[file];
    throw error;
  }
}

let whole, aloud;

export async function fetch_whole() {
  whole = await fetched('whole.js', (module) => module.default());
}

export function take_over(...visit) {
  whole.take_over(...visit);
}

export async function fetch_aloud(lang) {
  aloud = await fetched('aloud.js');
  return aloud.can(lang);
}

export function read_aloud(selector, lang, ended) {
  aloud.read(document.querySelector(selector), lang, ended);
}

export function stop_aloud() {
  aloud?.stop();
}
