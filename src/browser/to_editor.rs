//! Having the editor for offices in the page: it is a module of its own, fetched when somebody comes to it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/to_editor.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn edit(place: &web_sys::HtmlElement, notice: &str) -> Result<JsValue, JsValue>;
}

/// The editor did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoEditor;

/// An editor that stands in an element, until it is dropped. What was written in it stays in its module.
pub struct Opened(js_sys::Function);

/// Has the editor in an element, with the text of the page's own notice at hand.
///
/// # Errors
/// When it does not arrive; asking again may help.
pub async fn open(place: &web_sys::HtmlElement, notice: &str) -> Result<Opened, NoEditor> {
    edit(place, notice).await.map_err(|_| NoEditor)?.dyn_into().map(Opened).map_err(|_| NoEditor)
}

impl Drop for Opened {
    fn drop(&mut self) {
        // What fails here is gone with its element.
        let _ = self.0.call0(&JsValue::NULL);
    }
}
