//! The page: what a browser loads first.

fn main() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(dopo_di_noi::ui::start());
}
