//! The wasm module for PDFs that people bring: a saved application, an office's own form. The page fetches it only then.

use dopo_di_noi::pdf_reading::{self, FormValue, NotRead};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A form with values in it, on its way to the page.
#[wasm_bindgen]
pub struct FilledForm {
    pdf: Vec<u8>,
    left_json: String,
}

#[wasm_bindgen]
impl FilledForm {
    /// The file; it can be taken once.
    #[wasm_bindgen(getter)]
    pub fn pdf(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.pdf)
    }

    /// The values that are not in it: a list of objects with `field`, `value` and a `code`, which is `no_such_field`,
    /// `no_such_option`, `read_only`, `does_not_fit`, or `not_in_font` with `character`.
    #[wasm_bindgen(getter)]
    pub fn left_json(&self) -> String {
        self.left_json.clone()
    }
}

/// The file `name` that is attached to a PDF.
///
/// # Errors
/// Throws a string that holds a JSON object with a `code`: `not_pdf`, `damaged`, `encrypted`, `no_such_file` with `name`,
/// `too_large` with `megabytes`; all have a `message` in Italian.
#[wasm_bindgen]
pub fn attached(pdf: &[u8], name: &str) -> Result<Vec<u8>, JsValue> {
    pdf_reading::attached(pdf, name).map_err(|fault| thrown(&fault))
}

/// The fields of a form, as a JSON list.
///
/// # Errors
/// As `attached`, and with the codes `no_form` and `only_xfa`.
#[wasm_bindgen]
pub fn fields(pdf: &[u8]) -> Result<String, JsValue> {
    let fields = pdf_reading::fields(pdf).map_err(|fault| thrown(&fault))?;
    Ok(serde_json::to_string(&fields).unwrap_or_default())
}

/// Fills in a form. `values_json` is a list of pairs, each a field's name with a text, or with `true` or `false`.
///
/// # Errors
/// As `fields`, and with the code `invalid_values`.
#[wasm_bindgen]
pub fn fill(pdf: &[u8], values_json: &str) -> Result<FilledForm, JsValue> {
    let values: Vec<(String, FormValue)> = serde_json::from_str(values_json).map_err(|fault| {
        JsValue::from_str(&serde_json::json!({ "code": "invalid_values", "message": fault.to_string() }).to_string())
    })?;
    let filled = pdf_reading::fill(pdf, &values).map_err(|fault| thrown(&fault))?;
    Ok(FilledForm { pdf: filled.pdf, left_json: serde_json::to_string(&filled.left).unwrap_or_default() })
}

fn thrown(fault: &NotRead) -> JsValue {
    let mut object = serde_json::to_value(fault).unwrap_or_default();
    if let Some(object) = object.as_object_mut() {
        object.insert("message".into(), fault.to_string().into());
    }
    JsValue::from_str(&object.to_string())
}
