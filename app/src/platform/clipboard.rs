//! The clipboard.

use leptos::task::spawn_local;

/// Copies a text and says whether the browser let us.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else {
        done(false);
        return;
    };
    let written = clipboard.write_text(text);
    spawn_local(async move { done(wasm_bindgen_futures::JsFuture::from(written).await.is_ok()) });
}

/// Returns the clipboard, which pages that were not loaded securely do not have, whatever web-sys says.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    there.then(|| navigator.clipboard())
}
