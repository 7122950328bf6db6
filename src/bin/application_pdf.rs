//! The second wasm module: a document as JSON in, a PDF out. The page fetches it only when somebody asks for a PDF.

use dopo_di_noi::application::document::Document;
use dopo_di_noi::pdf;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Writes the document described by `document_json` as a PDF.
///
/// # Errors
/// Throws a string that holds a JSON object with a `code`: `missing_glyph` with `place` and `character`;
/// `attachment` with `name`; `forbidden_attachment` with `name`; `font`; `refused` with `message`; `invalid_document` with `message`.
#[wasm_bindgen]
pub fn render(document_json: &str) -> Result<Vec<u8>, JsValue> {
    let document: Document = serde_json::from_str(document_json)
        .map_err(|fault| thrown(&serde_json::json!({ "code": "invalid_document", "message": fault.to_string() })))?;
    pdf::render(&document).map_err(|fault| thrown(&fault))
}

fn thrown(fault: &impl serde::Serialize) -> JsValue {
    JsValue::from_str(&serde_json::to_string(fault).unwrap_or_else(|_| r#"{"code":"refused","message":""}"#.to_owned()))
}
