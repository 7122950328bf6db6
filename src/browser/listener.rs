//! Hearing the window's events for as long as one wants to.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Stops listening when dropped.
pub struct Listener {
    event: &'static str,
    closure: Closure<dyn FnMut()>,
}

/// Calls `heard` at every such event of the window, for as long as the returned listener lives.
pub fn on(event: &'static str, heard: impl FnMut() + 'static) -> Listener {
    let closure = Closure::<dyn FnMut()>::new(heard);
    if let Some(window) = web_sys::window() {
        // It fails only for events that do not exist.
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    Listener { event, closure }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
        }
    }
}
