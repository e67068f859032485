//! Keys that mean something on the whole page.

use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::JsCast;

/// Calls back when undo, or redo (`true`), is asked for with the keyboard. A text field has an undo of its own, which
/// the browser does, and which stays. Lives as long as the page.
pub fn on_undo(asked: impl Fn(bool) + 'static) {
    std::mem::forget(window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || in_text(&event) {
            return;
        }
        let forth = match event.key().as_str() {
            "z" | "Z" => event.shift_key(),
            "y" if event.ctrl_key() => true,
            _ => return,
        };
        event.prevent_default();
        asked(forth);
    }));
}

/// Text areas, and inputs that are typed into: not the boxes, buttons and sliders that are inputs as well.
fn in_text(event: &web_sys::KeyboardEvent) -> bool {
    let Some(element) =
        event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    else {
        return false;
    };
    let text = "textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])";
    element.matches(text).unwrap_or(false)
}
