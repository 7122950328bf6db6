//! The part of the address after `#`, where the page keeps which step is shown, and its changes by Back and Forward.
//! No answer is ever written there.

use super::listener::{self, Listener};

/// What stands after `#`, without it.
pub fn step() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').into()
}

/// Goes to a step as a new entry of the history; those who listen with [`on_change`] hear of it.
pub fn go(step: &str) {
    if let Some(window) = web_sys::window() {
        // It fails only where a document has no location to change; there is nothing to go to then.
        let _ = window.location().set_hash(step);
    }
}

/// Shows a step in place of the current entry of the history, without telling anyone.
pub fn replace(step: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{step}")));
    }
}

/// A parameter of the address's query.
pub fn parameter(name: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&query).ok()?.get(name).filter(|value| !value.is_empty())
}

/// Writes parameters into the query of the address, in place of the current entry of the history; one without a value is
/// taken out.
pub fn set_parameters(parameters: &[(&str, Option<&str>)]) {
    let write = || {
        let window = web_sys::window()?;
        let location = window.location();
        let query = web_sys::UrlSearchParams::new_with_str(&location.search().ok()?).ok()?;
        for (name, value) in parameters {
            match value {
                Some(value) => query.set(name, value),
                None => query.delete(name),
            }
        }
        let query = query.to_string().as_string().filter(|query| !query.is_empty());
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        let address = format!("{}{query}{}", location.pathname().ok()?, location.hash().ok()?);
        window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)).ok()
    };
    // Where the history cannot be written, a reload shows the reading that the address had.
    let _ = write();
}

/// Calls `heard` whenever the step changes, for as long as the returned listener lives.
pub fn on_change(heard: impl FnMut() + 'static) -> Listener {
    listener::on("hashchange", heard)
}

/// The address of the page, without the step.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().into()
}

/// A text as it can stand in an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
