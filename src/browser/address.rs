//! Addresses.

/// The address of the page, without the step.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().into()
}

/// The site that the page is of, as people know it; what is stored lies there.
#[cfg(feature = "whole")]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().host().ok()).unwrap_or_default()
}

/// Whether the page is shown inside another.
#[cfg(feature = "whole")]
pub fn is_framed() -> bool {
    let window = web_sys::window();
    window.is_some_and(|window| window.parent().ok().flatten().is_some_and(|parent| parent != window))
}

/// A text as it can stand in an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
