//! Reading aloud with a voice of the device. A voice from elsewhere would hear the answers, and is not used.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/fetched.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn fetch_aloud(lang: &str) -> Result<JsValue, JsValue>;
    fn read_aloud(what: &web_sys::Element, lang: &str, ended: &JsValue);
    fn stop_aloud();
}

/// Fetches what reads aloud; whether there may be a voice for this language. The voices themselves may come late.
pub async fn ready(language: &str) -> bool {
    fetch_aloud(language).await.is_ok_and(|can| can.is_truthy())
}

/// Reads what is in an element, word by word marked; it is [`ready`]. `ended` hears why it ends: `end`, `stopped`,
/// `gone`, `voice` where there is none after all, or the browser's own word for an error.
pub fn read(what: &web_sys::Element, language: &str, ended: impl FnOnce(String) + 'static) {
    let ended = Closure::once_into_js(move |why: JsValue| ended(why.as_string().unwrap_or_default()));
    read_aloud(what, language, &ended);
}

/// Stops reading.
pub fn stop() {
    stop_aloud();
}
