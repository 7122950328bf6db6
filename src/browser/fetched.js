// Where the product's files are: all lie beside the script that this becomes a part of.
export function asset(path) {
  try {
    return new URL(path, import.meta.url).href;
  } catch {
    return path; // No address at all: fetching it says so.
  }
}

// What sets a copy of the modules apart from the first, after a failure (src/guard/failed.js): the same files, begun anew.
export const [copy = ''] = import.meta.url.match(/\?copy=\d+$/) ?? [];

// What comes later, each fetched once, and asked for again where it did not arrive.
const coming = {};

export async function fetched(file, begin) {
  coming[file] ??= import(asset(file) + copy).then(async (module) => {
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

// The second module, once it is there.
export const later = () => whole;

export function take_over(...visit) {
  whole.take_over(...visit);
}

export async function fetch_aloud(lang) {
  aloud = await fetched('aloud.js');
  return aloud.can(lang);
}

export function read_aloud(what, lang, ended) {
  aloud.read(what, lang, ended);
}

export function stop_aloud() {
  aloud?.stop();
}
