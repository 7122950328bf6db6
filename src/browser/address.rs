//! The part of the address after `#`, where the page keeps which step is shown, and its changes by Back and Forward.
//! No answer is ever written there.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

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

/// Calls `heard` whenever the step changes, for as long as the returned listener lives.
pub fn on_change(heard: impl FnMut() + 'static) -> Listener {
    let closure = Closure::<dyn FnMut()>::new(heard);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
    }
    Listener { closure }
}

/// Stops listening when dropped.
pub struct Listener {
    closure: Closure<dyn FnMut()>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("hashchange", self.closure.as_ref().unchecked_ref());
        }
    }
}
