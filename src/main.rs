//! The page: what a browser loads first. `start.js` begins a visit on the product's own page, `element.js` one for each
//! element on somebody else's.

use dopo_di_noi::browser::place::Around;
use dopo_di_noi::ui;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    console_error_panic_hook::set_once();
}

/// Begins a visit, with all that an earlier one held.
#[wasm_bindgen]
pub async fn begin(around: Around, record: Option<String>) {
    ui::start(around, record).await;
}
