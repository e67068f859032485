//! The document: title, focus, and the place the program takes over.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Empties the element with an id, which held the words shown before the program came, and returns it.
#[must_use]
pub fn take_over(id: &str) -> Option<HtmlElement> {
    let root = document()?.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    root.set_inner_html("");
    Some(root)
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the document.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The attribute is always allowed; without it a screen reader guesses.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Makes room at the end of the page for a notice that lies over it, or takes the room away. By an attribute of the root,
/// not by `:has()`: browsers look at that again whenever anything on the page changes.
pub fn make_room(make: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Without it the notice may hide what has the focus, until it is put off.
        let _ = root.toggle_attribute_with_force("data-notice", make);
    }
}

/// Focuses the first element that matches a selector and brings it into view; says whether there is one.
pub fn focus(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take focus stays unfocused; nothing else depends on it.
        let _ = element.focus();
        return true;
    }
    false
}

/// Focuses the answer within an element: the one that is chosen, or the first input there is; says whether
/// there is one.
pub fn focus_within(id: &str) -> bool {
    let chosen = format!("#{id} input:checked, #{id} [aria-pressed=true]");
    let any = format!("#{id} input, #{id} select, #{id} button");
    let document = document();
    let has = |selector: &str| {
        document
            .as_ref()
            .is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
    };
    focus(if has(&chosen) { &chosen } else { &any })
}

/// Closes whatever panel is open.
pub fn close_panels() {
    let open =
        document().and_then(|document| document.query_selector(":popover-open").ok().flatten());
    if let Some(panel) = open.and_then(|panel| panel.dyn_into::<HtmlElement>().ok()) {
        // It may have closed itself in the meantime.
        let _ = panel.hide_popover();
    }
}

/// Scrolls to the top.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without printing leaves the page as it is.
        let _ = window.print();
    }
}
