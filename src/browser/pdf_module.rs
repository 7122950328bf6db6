//! The wasm module that makes PDFs: fetched when somebody comes near a document, kept afterwards, and run in a worker: on
//! a slow phone making a document takes longer than a page may stand still.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(inline_js = "
const file = (name) => new URL(name, import.meta.url);
let worker;

// Where a host lets no plain text name a script (Trusted Types), ours is named through a policy of our own, which it may
// refuse as well.
let types;
function trusted(url) {
  try {
    types ??= globalThis.trustedTypes?.createPolicy('dopo-di-noi', { createScriptURL: (url) => url });
  } catch {}
  return types?.createScriptURL(url) ?? url;
}

// On somebody else's page the worker's script lies on another origin than the page: browsers start such a worker only
// from a script of the page's own that imports it.
function begun(url) {
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: 'module' });
  const own = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' }));
  return new Worker(trusted(own), { type: 'module' });
}

function started() {
  if (!worker) {
    const here = begun(file('application_pdf_worker.js'));
    here.onerror = () => { if (worker === here) worker = undefined; };
    worker = here;
  }
  return worker;
}

export function warm() {
  try {
    if (!navigator.connection?.saveData) started().postMessage(null);
  } catch {}
}

export async function render(document) {
  try {
    return await elsewhere(document);
  } catch (error) {
    // What the module says is final, and so is that it broke off. Where a host's policy lets no worker begin, its page
    // stands still for a moment instead.
    if (typeof error === 'string' || error === null) throw error;
    const module = await import(file('application_pdf.js').href);
    await module.default();
    return module.render(document);
  }
}

async function elsewhere(document) {
  const here = started();
  const { port1: answer, port2: port } = new MessageChannel();
  try {
    return await new Promise((resolve, reject) => {
      answer.onmessage = ({ data: { pdf, error } }) => (pdf ? resolve(pdf) : reject(error));
      here.addEventListener('error', reject, { once: true });
      here.postMessage(document, [port]);
    });
  } catch (error) {
    if (typeof error !== 'string') {
      here.terminate();
      worker = undefined;
    }
    throw error;
  } finally {
    answer.close();
  }
}
")]
extern "C" {
    fn warm();
    #[wasm_bindgen(catch)]
    async fn render(document: &str) -> Result<JsValue, JsValue>;
}

/// Has the module come while a person types what goes into the document, unless the browser was told to save data. If it
/// does not come, nothing is said: who asks for the document is told.
pub fn get_ready() {
    warm();
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPdf {
    /// The fonts lack a character.
    MissingGlyph {
        /// Where it stands.
        place: String,
        /// The character.
        character: String,
    },
    /// The module did not arrive or broke off; asking again may help.
    Failed,
}

/// Makes a PDF of a document written as JSON.
///
/// # Errors
/// When the module cannot be had, or says why it cannot write the document.
pub async fn pdf(document_json: &str) -> Result<Uint8Array, NoPdf> {
    match render(document_json).await {
        Ok(bytes) => bytes.dyn_into().map_err(|_| NoPdf::Failed),
        Err(error) => Err(why(&error)),
    }
}

fn why(error: &JsValue) -> NoPdf {
    let said: Option<serde_json::Value> = error.as_string().and_then(|text| serde_json::from_str(&text).ok());
    let word = |key: &str| said.as_ref().and_then(|said| said.get(key)?.as_str().map(String::from));
    match (word("place"), word("character")) {
        (Some(place), Some(character)) => NoPdf::MissingGlyph { place, character },
        _ => NoPdf::Failed,
    }
}
