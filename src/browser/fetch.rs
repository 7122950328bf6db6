//! The product's own files, from where the page came from.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

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
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(url)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}
