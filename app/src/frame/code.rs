//! The link as a code to scan, drawn when it is asked for.

use leptos::prelude::*;

use crate::chunks;
use crate::documents::qr::Qr;
use crate::platform::{address, clock, files};
use crate::state::Model;
use crate::text::t;

/// What came of drawing the code.
#[derive(Clone, PartialEq)]
enum Drawn {
    /// Here it is.
    Code(Qr),
    /// The text is longer than any code.
    TooLong,
    /// What draws codes did not arrive.
    NotArrived,
}

/// A button that draws the code; from then on the code follows the text.
#[component]
pub fn Code(
    /// What it says to a camera.
    text: Signal<String>,
) -> impl IntoView {
    let words = t().share();
    let asked = RwSignal::new(false);
    let drawn = RwSignal::new(None::<Drawn>);
    Effect::new(move |_| {
        if asked.get() {
            let text = text.get();
            clock::task(async move {
                drawn.set(Some(match chunks::qr(text).await {
                    Ok(Some(code)) => Drawn::Code(code),
                    Ok(None) => Drawn::TooLong,
                    Err(_) => Drawn::NotArrived,
                }));
            });
        }
    });
    // Pressed again after it did not arrive, it asks again.
    let ask = move |_| asked.set(true);
    let waiting = move || !drawn.with(|drawn| matches!(drawn, Some(Drawn::Code(_))));
    view! {
        <button type="button" class="button" hidden=move || !waiting() on:click=ask>
            {words.code}
        </button>
        <div class="code" role="status">
            {move || match drawn.get() {
                None => None,
                Some(Drawn::Code(code)) => Some(view! { <Picture code /> }.into_any()),
                Some(Drawn::TooLong) => Some(view! { <p>{words.code_too_long}</p> }.into_any()),
                Some(Drawn::NotArrived) => Some(view! { <p>{t().shell.later.body}</p> }.into_any()),
            }}
        </div>
    }
}

#[component]
fn Picture(code: Qr) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = t().share();
    let help = if address::base().is_empty() { words.code_help_bare } else { words.code_help };
    let view_box = format!("0 0 {0} {0}", code.size);
    let path = code.path.clone();
    let save = move |_| {
        // The browser shows what became of a download by itself.
        let _ = files::download(
            &format!("{}.svg", model.file_stem()),
            "image/svg+xml",
            &code.svg(words.code_name),
        );
    };
    view! {
        <svg viewBox=view_box role="img" aria-label=words.code_name shape-rendering="crispEdges">
            <path d=path />
        </svg>
        <p class="copy__help">{help}</p>
        <button type="button" class="button" on:click=save>
            {words.code_file}
        </button>
    }
}
