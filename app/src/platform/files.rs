//! Files that come in and go out.

use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Larger than it may be.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// Larger files are refused before they are read: a profile is a few hundred bytes.
pub const MAX_BYTES: f64 = 1_048_576.0;
/// A backup is at most what a browser keeps for one site.
pub const MAX_BACKUP_BYTES: f64 = 16_000_000.0;

/// Reads the file that was chosen in an input as text, and empties the input so that the same file can be chosen again.
pub fn read_chosen(
    event: &web_sys::Event,
    max_bytes: f64,
    done: impl FnOnce(Result<String, FileFault>) + 'static,
) {
    let Some(input) =
        event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
    else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    if file.size() > max_bytes {
        done(Err(FileFault::TooLarge));
        return;
    }
    let text = file.text();
    spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(text).await.ok();
        done(text.and_then(|text| text.as_string()).ok_or(FileFault::Failed));
    });
}

/// Hands a text out as a file, and says whether the browser took it.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    offer(name, media_type, text).is_ok()
}

fn offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement =
        document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
