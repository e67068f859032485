//! A link to a place, marked where one is.

use leptos::prelude::*;

use crate::state::{Model, Place};

/// A link that says so while its page is the one on screen.
#[component]
pub fn PlaceLink(
    /// Where it leads.
    place: Place,
    /// What it is called.
    name: &'static str,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let target = place.clone();
    let here = move || model.address.with(|address| address.place.same_page(&place));
    view! {
        <a href=move || model.href(target.clone()) aria-current=move || here().then_some("page")>
            {name}
        </a>
    }
}
