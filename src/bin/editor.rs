//! The editor for offices: a module of its own, fetched when somebody comes to it (decision 23).

use dopo_di_noi::ui::editor;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

fn main() {
    console_error_panic_hook::set_once();
}

/// Has the editor in an element, with the text of the page's own notice at hand. What was written before is there again.
#[wasm_bindgen]
pub fn open(place: HtmlElement, notice: String) {
    editor::open(place, notice);
}

/// Takes the editor out of its element.
#[wasm_bindgen]
pub fn close(place: &HtmlElement) {
    editor::close(place);
}
