//! What stays on the device when the page is closed, where the browser lets it.

#[cfg(feature = "whole")]
pub use kept::{NotKept, forget, keep, names, read};

/// What the names of all that is ours begin with, also for who wipes it (src/guard/guard.js). On somebody else's page the
/// store is theirs.
const PREFIX: &str = "dopo-di-noi:";

/// Whether the browser keeps anything for this page.
pub fn is_there() -> bool {
    store().is_some()
}

/// Whether anything is kept whose name begins so.
pub fn has(begin: &str) -> bool {
    keys()
        .is_some_and(|keys| keys.iter().any(|key| key.strip_prefix(PREFIX).is_some_and(|name| name.starts_with(begin))))
}

/// The store; nothing where the browser refuses it. Asking for it is what fails then.
fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn keys() -> Option<Vec<String>> {
    let store = store()?;
    Some((0..store.length().ok()?).filter_map(|at| store.key(at).ok().flatten()).collect())
}

#[cfg(feature = "whole")]
mod kept {
    use gloo_storage::errors::StorageError;
    use gloo_storage::{LocalStorage, Storage};
    use serde::Serialize;

    use super::{PREFIX, is_there, keys};

    /// Why something was not kept.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum NotKept {
        /// The browser keeps nothing for this page.
        Blocked,
        /// There is no room left.
        Full {
            /// How many characters stand there already, ours and others'.
            used: usize,
        },
    }

    // `gloo-storage` ends the page where there is no store: it is looked for each time.

    /// The names of what is kept, of those that begin so.
    pub fn names(begin: &str) -> Vec<String> {
        let names = keys().unwrap_or_default().into_iter().filter_map(|key| Some(key.strip_prefix(PREFIX)?.to_owned()));
        names.filter(|name| name.starts_with(begin)).collect()
    }

    /// What is kept under a name, as it stands there.
    pub fn read(name: &str) -> Option<String> {
        is_there().then(|| LocalStorage::raw().get_item(&key(name)).ok().flatten()).flatten()
    }

    /// Keeps something, in place of what stood there.
    ///
    /// # Errors
    /// When it is not kept: what stood there before stands there still.
    pub fn keep(name: &str, what: &impl Serialize) -> Result<(), NotKept> {
        if !is_there() {
            return Err(NotKept::Blocked);
        }
        LocalStorage::set(key(name), what).map_err(|why| match why {
            StorageError::JsError(error) if error.name == "QuotaExceededError" => NotKept::Full { used: used() },
            _ => NotKept::Blocked,
        })
    }

    /// Forgets what is kept under a name.
    pub fn forget(name: &str) {
        if is_there() {
            LocalStorage::delete(key(name));
        }
    }

    fn key(name: &str) -> String {
        format!("{PREFIX}{name}")
    }

    /// How many characters the store holds.
    fn used() -> usize {
        let store = LocalStorage::raw();
        let length = |key: String| key.len() + store.get_item(&key).ok().flatten().map_or(0, |text| text.len());
        keys().unwrap_or_default().into_iter().map(length).sum()
    }
}
