//! The second module of the page, with the steps after the review: fetched in the background while questions are
//! answered, it takes the page over where the first module ends.

use crate::programme::Tongue;

/// The files that a visit began with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Where the notice came from.
    pub url: String,
    /// Its text.
    pub notice: String,
    /// The programme's text, in one reading.
    pub programme: String,
    /// That reading.
    pub tongue: Tongue,
}

/// What one module hands to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The files of the visit.
    pub files: Files,
    /// What was typed, as JSON.
    pub draft: String,
}

#[cfg(not(feature = "whole"))]
mod fetched {
    use wasm_bindgen::prelude::*;

    use super::HandOver;

    #[wasm_bindgen(inline_js = "
let loading, whole;
export async function fetch_whole() {
  loading ??= import(new URL('whole.js', globalThis.document.baseURI).href).then(async (module) => {
    await module.default();
    whole = module;
  });
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
export function take_over(url, notice, programme, reading, draft) {
  whole.take_over(url, notice, programme, reading, draft);
}
")]
    extern "C" {
        #[wasm_bindgen(catch)]
        async fn fetch_whole() -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_name = take_over)]
        fn hand(url: &str, notice: &str, programme: &str, reading: &str, draft: &str) -> Result<(), JsValue>;
    }

    /// The module did not arrive, or could not begin.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct NotFetched;

    /// Fetches the module; at once if it is there.
    ///
    /// # Errors
    /// When it does not arrive; asking again may help.
    pub async fn ready() -> Result<(), NotFetched> {
        fetch_whole().await.map_err(|_| NotFetched)
    }

    /// Lets the module, which is [`ready`], take the page over.
    ///
    /// # Errors
    /// When it could not begin.
    pub fn take_over(HandOver { files, draft }: &HandOver) -> Result<(), NotFetched> {
        hand(&files.url, &files.notice, &files.programme, files.tongue.key(), draft).map_err(|_| NotFetched)
    }
}

#[cfg(not(feature = "whole"))]
pub use fetched::{NotFetched, ready, take_over};
