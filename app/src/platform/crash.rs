//! The page of last resort: if the program stops, it says so and hands out everything that was typed.

use std::cell::{Cell, RefCell};

use js_sys::WebAssembly::RuntimeError;
use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::JsCast;

use super::storage;

/// Words of that page.
#[derive(Clone, Copy)]
pub struct Words {
    /// Heading.
    pub title: &'static str,
    /// What happened, and what is safe.
    pub body: &'static str,
    /// Over the text that holds the data.
    pub data: &'static str,
    /// Starts again.
    pub again: &'static str,
    /// Over the technical details.
    pub details: &'static str,
}

thread_local! {
    /// What was on screen last: kept here because the model cannot be asked any more once the program has stopped.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Remembers what is on screen.
pub fn remember(text: String) {
    LAST.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            *last = text;
        }
    });
}

/// Shows the page of last resort when the program panics, or when the browser stops it: for want of memory, or by a fault
/// of its own.
pub fn install(words: Words, prefix: &'static str) {
    std::panic::set_hook(Box::new(move |info| {
        // Nothing is left to report to if even this fails.
        let _ = show(words, prefix, &info.to_string());
    }));
    std::mem::forget(window_event_listener(ev::error, move |event| {
        if let Some(stopped) = event.error().dyn_ref::<RuntimeError>() {
            let _ = show(words, prefix, &String::from(stopped.message()));
        }
    }));
}

/// Once: a panic is followed by the browser's own word that the program stopped, which says less.
fn show(words: Words, prefix: &str, details: &str) -> Option<()> {
    if SHOWN.replace(true) {
        return Some(());
    }
    let document = web_sys::window()?.document()?;
    let add = |parent: &web_sys::Element, tag: &str, text: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        parent.append_child(&element).ok()?;
        Some(element)
    };
    let main = document.create_element("main").ok()?;
    main.set_class_name("page page--single stack");
    let card = add(&main, "section", "")?;
    card.set_class_name("card stack");
    card.set_attribute("role", "alert").ok()?;
    add(&card, "h1", words.title)?;
    add(&card, "p", words.body)?;
    let again = add(&card, "a", words.again)?;
    again.set_attribute("href", "?").ok()?;
    let label = add(&card, "label", words.data)?;
    let data = add(&label, "textarea", &data(prefix))?;
    data.set_attribute("readonly", "").ok()?;
    data.set_attribute("rows", "12").ok()?;
    data.set_class_name("input");
    add(&card, "h2", words.details)?;
    add(&card, "pre", details)?;
    let body = document.body()?;
    body.set_inner_html("");
    body.append_child(&main).ok()?;
    Some(())
}

fn data(prefix: &str) -> String {
    let last = LAST.with(|last| last.try_borrow().map(|last| last.clone()).unwrap_or_default());
    format!("{last}\n\n{}", storage::dump(prefix))
}
