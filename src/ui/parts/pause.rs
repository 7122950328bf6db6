//! Work that can wait: what a person touches or types is seen first, what follows from it after that. On a slow phone it
//! takes longer than a key.

use std::time::Duration;

#[cfg(any(feature = "whole", feature = "editor"))]
use js_sys::Promise;
use leptos::prelude::*;
#[cfg(any(feature = "whole", feature = "editor"))]
use wasm_bindgen_futures::JsFuture;

/// Does something once the browser has painted what stands now. Pages may have changed by then: signals are to be
/// `try_` read and set.
#[inline(never)]
pub fn after_paint(then: impl FnOnce() + 'static) {
    after_paint_by(Box::new(then));
}

fn after_paint_by(then: Box<dyn FnOnce()>) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Lets touches and keys through between the parts of long work.
#[cfg(any(feature = "whole", feature = "editor"))]
pub async fn breath() {
    let pause = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.call0(&resolve);
            },
            Duration::ZERO,
        );
    });
    // Nothing rejects it.
    let _ = JsFuture::from(pause).await;
}
