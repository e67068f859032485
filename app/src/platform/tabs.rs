//! Other tabs of ours: names that one tab at a time can hold (Web Locks), and what other tabs write.
//!
//! web-sys has the Web Locks only behind an unstable flag for the whole build, so they are reached by name. They are
//! missing where the page was not loaded securely, `http://` on another machine for one; then [`hold`] says so, and only
//! [`on_write`] tells of other tabs.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::ev;
use leptos::prelude::window_event_listener;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How to ask for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// If no other tab has it.
    IfFree,
    /// As soon as no other tab has it.
    InTurn,
    /// At once; whoever has it loses it.
    AtOnce,
}

/// How that went.
#[derive(Clone, Debug)]
pub enum Answer {
    /// This tab has the name until it lets go of it.
    Held(Held),
    /// Another tab has it.
    Taken,
    /// This tab had it, and another one took it at once.
    Lost,
}

/// A name that this tab has.
#[derive(Clone, Debug)]
pub struct Held(Function);

impl Held {
    /// Lets go of the name.
    pub fn release(&self) {
        // Resolves the promise that holds it; that cannot fail.
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// Asks for a name; returns false if the browser has no such names.
pub fn hold(name: &str, ask: Ask, answered: impl Fn(Answer) + 'static) -> bool {
    request(name, ask, Rc::new(answered)).is_some()
}

fn request(name: &str, ask: Ask, answered: Rc<dyn Fn(Answer)>) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let option = match ask {
        Ask::IfFree => Some("ifAvailable"),
        Ask::InTurn => None,
        Ask::AtOnce => Some("steal"),
    };
    if let Some(option) = option {
        Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
    }
    let had = Rc::new(RefCell::new(false));
    let (tell, note) = (Rc::clone(&answered), Rc::clone(&had));
    let granted = Closure::once_into_js(move |lock: JsValue| {
        if lock.is_null() {
            tell(Answer::Taken);
            return JsValue::UNDEFINED;
        }
        *note.borrow_mut() = true;
        let promise = Promise::new(&mut |resolve, _| tell(Answer::Held(Held(resolve))));
        promise.into()
    });
    let asked = request.call3(&locks, &name.into(), &options, &granted).ok()?;
    let asked: Promise = asked.dyn_into().ok()?;
    spawn_local(async move {
        // It is refused when another tab takes the name, or when the page may have no such names at all.
        if JsFuture::from(asked).await.is_err() && *had.borrow() {
            answered(Answer::Lost);
        }
    });
    Some(())
}

/// Calls back with key and text whenever another tab writes or removes something. Lives as long as the page.
pub fn on_write(written: impl Fn(String, Option<String>) + 'static) {
    std::mem::forget(window_event_listener(
        ev::Custom::<web_sys::StorageEvent>::new("storage"),
        move |event| {
            if let Some(key) = event.key() {
                written(key, event.new_value());
            }
        },
    ));
}
