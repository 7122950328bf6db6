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

/// How much stands on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// One thing, for who comes here once.
    #[default]
    Guided,
    /// A section, for who comes here every day.
    Compact,
}

impl Mode {
    /// The mode with this key; guided for any other.
    pub fn of_key(key: &str) -> Self {
        if key == "compact" { Self::Compact } else { Self::Guided }
    }

    /// Its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Compact => "compact",
        }
    }
}

/// What one module hands to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The files of the visit.
    pub files: Files,
    /// How much stands on a page.
    pub mode: Mode,
    /// All that it holds, as JSON.
    pub record: String,
}

#[cfg(not(feature = "whole"))]
mod fetched {
    use wasm_bindgen::prelude::*;

    use super::HandOver;
    use crate::browser::place::Around;

    #[wasm_bindgen(module = "/src/browser/fetched.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        async fn fetch_whole() -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_name = take_over)]
        fn hand(
            around: &Around,
            url: &str,
            notice: &str,
            programme: &str,
            reading: &str,
            mode: &str,
            record: &str,
        ) -> Result<(), JsValue>;
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

    /// Lets the module, which is [`ready`], take a visit over where it stands.
    ///
    /// # Errors
    /// When it could not begin.
    pub fn take_over(around: &Around, HandOver { files, mode, record }: &HandOver) -> Result<(), NotFetched> {
        hand(around, &files.url, &files.notice, &files.programme, files.tongue.key(), mode.key(), record)
            .map_err(|_| NotFetched)
    }
}

#[cfg(not(feature = "whole"))]
pub use fetched::{NotFetched, ready, take_over};
