//! Handing a file to the person.

use wasm_bindgen::{JsCast, JsValue};

/// Offers `bytes` as a download; whether the browser took it.
pub fn save(name: &str, media_type: &str, bytes: &js_sys::Uint8Array) -> bool {
    offer(name, media_type, bytes).is_ok()
}

fn offer(name: &str, media_type: &str, bytes: &js_sys::Uint8Array) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(bytes), &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data by now.
    web_sys::Url::revoke_object_url(&url)
}
