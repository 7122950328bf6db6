//! Addresses.

/// The address of the page, without the step.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().into()
}

/// A text as it can stand in an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
