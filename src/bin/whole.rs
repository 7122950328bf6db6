//! The page's second module: everything the first has, and the steps after the review. It takes over a visit that the
//! first began (decision 10).

use dopo_di_noi::browser::place::Around;
use dopo_di_noi::browser::whole::{Files, HandOver, Mode};
use dopo_di_noi::programme::Tongue;
use dopo_di_noi::ui;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    console_error_panic_hook::set_once();
}

/// Goes on with a visit where it stands: the files it began with, and all that it holds.
#[wasm_bindgen]
pub fn take_over(
    around: Around,
    url: String,
    notice: String,
    programme: String,
    reading: &str,
    mode: &str,
    record: String,
) {
    let tongue = Tongue::of_key(reading);
    let mode = Mode::of_key(mode);
    ui::go_on(around, HandOver { files: Files { url, notice, programme, tongue }, mode, record });
}
