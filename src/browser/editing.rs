//! What the editor for offices asks of the page that it is on: its style sheet, the focus, a question before the page is left,
//! and the preview.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/editing.js")]
extern "C" {
    #[wasm_bindgen(js_name = styles)]
    fn address_of_styles() -> String;
    #[wasm_bindgen(js_name = reach)]
    fn reach_in(place: &web_sys::HtmlElement, id: &str);
    fn hold(unsaved: bool);
    #[wasm_bindgen(catch, js_name = preview)]
    async fn show_in(place: &web_sys::HtmlElement, notice: &str) -> Result<(), JsValue>;
}

/// The preview did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPreview;

/// The address of the editor's own style sheet.
pub fn styles() -> String {
    address_of_styles()
}

/// Brings the control with this id into view and the focus to it, unfolding what it is in.
pub fn reach(place: &web_sys::HtmlElement, id: &str) {
    reach_in(place, id);
}

/// Has the browser ask before the page is left, or no more.
pub fn ask_before_leaving(unsaved: bool) {
    hold(unsaved);
}

/// Shows the product with a notice, by its text. What was typed there stays, and the step.
///
/// # Errors
/// When it does not come.
pub async fn preview(place: &web_sys::HtmlElement, notice: &str) -> Result<(), NoPreview> {
    show_in(place, notice).await.map_err(|_| NoPreview)
}
