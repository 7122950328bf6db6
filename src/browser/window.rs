//! Title, focus, scrolling and printing.

use wasm_bindgen::JsCast;

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says which language the page is in.
pub fn set_language(language: &str) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute("lang", language);
    }
}

/// Moves the focus to the element with this id and brings it into view; whether there is one.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the top.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens whatever opens on demand: paper shows all of it.
pub fn open_details() {
    let details = document().and_then(|document| document.query_selector_all("details").ok());
    for at in 0..details.as_ref().map_or(0, web_sys::NodeList::length) {
        let element = details.as_ref().and_then(|details| details.item(at));
        if let Some(element) = element.and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            let _ = element.set_attribute("open", "");
        }
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused inside some frames; then the browser's own menu is the way.
        let _ = window.print();
    }
}

/// The element with this id, emptied of what stood there before the page was ready.
pub fn place(id: &str) -> Option<web_sys::HtmlElement> {
    let element: web_sys::HtmlElement = document()?.get_element_by_id(id)?.dyn_into().ok()?;
    element.set_text_content(None);
    Some(element)
}

/// An attribute of the element with this id.
pub fn attribute(id: &str, name: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.get_attribute(name)
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
