//! Printing.

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused inside some frames; then the browser's own menu is the way.
        let _ = window.print();
    }
}
