//! Files of our own that come after the start.

use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Fetches a file that lies beside the page, and hands its text over; `None` when it does not arrive, or is not the
/// file that the digest stands for.
pub fn text(
    name: impl AsRef<str> + 'static,
    integrity: impl AsRef<str> + 'static,
    done: impl FnOnce(Option<String>) + 'static,
) {
    spawn_local(async move { done(get(name.as_ref(), integrity.as_ref()).await.ok()) });
}

async fn get(name: &str, integrity: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let options = web_sys::RequestInit::new();
    options.set_integrity(integrity);
    let answer = JsFuture::from(window.fetch_with_str_and_init(name, &options)).await?;
    let answer: web_sys::Response = answer.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(answer.text()?).await?.as_string().ok_or(JsValue::NULL)
}
