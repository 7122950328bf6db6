//! The wasm module that reads PDFs and fills official forms: fetched when somebody brings the first, kept afterwards.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::application::filling::{FormValue, Left};

#[wasm_bindgen(inline_js = "
let module;
async function ask(question) {
  module ??= import(new URL('pdf_reading.js', import.meta.url).href).then(async (loaded) => {
    await loaded.default();
    return loaded;
  });
  try {
    return question(await module);
  } catch (error) {
    if (typeof error !== 'string') module = undefined;
    throw error;
  }
}
export const attached = (pdf, name) => ask((loaded) => loaded.attached(pdf, name));
export const fields = (pdf) => ask((loaded) => loaded.fields(pdf));
export const fill = (pdf, values) => ask((loaded) => {
  const filled = loaded.fill(pdf, values);
  const answer = [filled.pdf, filled.left_json];
  filled.free();
  return answer;
});
")]
extern "C" {
    #[wasm_bindgen(catch, js_name = attached)]
    async fn ask_attached(pdf: &Uint8Array, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = fields)]
    async fn ask_fields(pdf: &Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = fill)]
    async fn ask_fill(pdf: &Uint8Array, values: &str) -> Result<JsValue, JsValue>;
}

/// Why a PDF gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoReading {
    /// The file is not what it should be.
    Refused {
        /// Why, as a word: `not_pdf`, `damaged`, `encrypted`, `no_such_file`, `too_large`, `no_form`, `only_xfa`.
        code: String,
    },
    /// The module did not arrive or broke off; asking again may help.
    Failed,
}

/// A form with values in it.
#[derive(Clone, Debug)]
pub struct FilledForm {
    /// The file.
    pub pdf: Uint8Array,
    /// The values that are not in it.
    pub left: Vec<Left>,
}

/// The file `name` that is attached to a PDF.
///
/// # Errors
/// When the module cannot be had, or says why it does not give the file.
pub async fn attached(pdf: &Uint8Array, name: &str) -> Result<Vec<u8>, NoReading> {
    let bytes = ask_attached(pdf, name).await.map_err(|error| why(&error))?;
    bytes.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| NoReading::Failed)
}

/// The fields of an official form, as the JSON list that the module gives.
///
/// # Errors
/// When the module cannot be had, or says why it does not read the form.
pub async fn fields(pdf: &Uint8Array) -> Result<String, NoReading> {
    let fields = ask_fields(pdf).await.map_err(|error| why(&error))?;
    fields.as_string().ok_or(NoReading::Failed)
}

/// Fills in an official form.
///
/// # Errors
/// When the module cannot be had, or says why it does not fill in the form.
pub async fn fill(pdf: &Uint8Array, values: &[(String, FormValue)]) -> Result<FilledForm, NoReading> {
    let values = serde_json::to_string(values).map_err(|_| NoReading::Failed)?;
    let answer = ask_fill(pdf, &values).await.map_err(|error| why(&error))?;
    let answer: Array = answer.dyn_into().map_err(|_| NoReading::Failed)?;
    let pdf = answer.get(0).dyn_into().map_err(|_| NoReading::Failed)?;
    let left = answer.get(1).as_string().and_then(|left| serde_json::from_str(&left).ok());
    Ok(FilledForm { pdf, left: left.ok_or(NoReading::Failed)? })
}

fn why(error: &JsValue) -> NoReading {
    let said: Option<serde_json::Value> = error.as_string().and_then(|text| serde_json::from_str(&text).ok());
    let code = said.as_ref().and_then(|said| said.get("code")?.as_str());
    code.map_or(NoReading::Failed, |code| NoReading::Refused { code: code.into() })
}
