//! The product's own files, from where its scripts came from: on somebody else's page an address without an origin would
//! be theirs.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/browser/fetched.js")]
extern "C" {
    #[wasm_bindgen(js_name = asset)]
    fn address_of(path: &str) -> String;
}

/// The whole address of one of the product's files; an address with an origin stays as it is.
pub fn address(path: &str) -> String {
    address_of(path)
}

/// A file that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFetched {
    /// Its address.
    pub url: String,
}

/// The text of a file.
///
/// # Errors
/// When it does not arrive whole, or the server says that there is none.
pub async fn text(url: &str) -> Result<String, NotFetched> {
    whole(url).await.ok_or_else(|| NotFetched { url: url.into() })
}

/// The bytes of a file.
///
/// # Errors
/// When it does not arrive whole, or the server says that there is none.
pub async fn bytes(url: &str) -> Result<Uint8Array, NotFetched> {
    let buffer = async { JsFuture::from(response(url).await?.array_buffer().ok()?).await.ok() };
    buffer.await.map(|buffer| Uint8Array::new(&buffer)).ok_or_else(|| NotFetched { url: url.into() })
}

async fn whole(url: &str) -> Option<String> {
    JsFuture::from(response(url).await?.text().ok()?).await.ok()?.as_string()
}

async fn response(url: &str) -> Option<web_sys::Response> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(&address(url))).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}
