//! The second wasm module, which makes PDFs: fetched when the first document is asked for, kept afterwards.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(inline_js = "
let module;
export async function render(document) {
  module ??= import(new URL('application_pdf.js', globalThis.document.baseURI).href).then(async (loaded) => {
    await loaded.default();
    return loaded;
  });
  try {
    return (await module).render(document);
  } catch (error) {
    if (typeof error !== 'string') module = undefined;
    throw error;
  }
}
")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn render(document: &str) -> Result<JsValue, JsValue>;
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
