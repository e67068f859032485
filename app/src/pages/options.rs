//! The Options page: all eleven, and the fact sheet of each.

mod sheet;
mod standing;

use leptos::prelude::*;
use rules_core::catalog::{Product, catalog};

use crate::desk::Desk;
use crate::state::{Model, Place};
use crate::text::t;
use sheet::SheetOf;

/// All options, or the sheet of the one that the address names.
#[component]
pub fn OptionsPage() -> impl IntoView {
    let model = expect_context::<Model>();
    expect_context::<Desk>().fetch_sheets();
    // Another place draws the page anew.
    let place = model.address.with_untracked(|address| address.place.clone());
    match place {
        Place::Sheet(id) => {
            catalog().product(id).map(|product| view! { <SheetOf product /> }.into_any())
        }
        _ => Some(view! { <AllOptions /> }.into_any()),
    }
}

#[component]
fn AllOptions() -> impl IntoView {
    let words = t().options();
    view! {
        <main class="page page--single stack">
            <div class="stack">
                <h1 tabindex="-1">{t().shell.options}</h1>
                <p class="lead">{words.lead}</p>
            </div>
            <ul class="products">
                {catalog().products.iter().map(|product| view! { <Line product /> }).collect_view()}
            </ul>
        </main>
    }
}

/// One option of the list.
#[component]
fn Line(product: &'static Product) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = t().options();
    let count = move || {
        model
            .sheets
            .with(|sheets| sheets.here().map(|sheets| (words.facts)(sheets.of(product.id).count())))
    };
    view! {
        <li class="card products__one">
            <h2>
                <a href=move || model.href(Place::Sheet(product.id))>{(t().method.product)(product.id)}</a>
            </h2>
            <p>{product.summary}</p>
            <p class="products__more">
                <span>{(words.kind)(product.kind)}</span>
                <span>{words.fills} ": " {roles(product)}</span>
                <span>{count}</span>
            </p>
        </li>
    }
}

/// The roles that an option fills.
fn roles(product: &Product) -> String {
    let filled = |n: usize| n > 0;
    (t().options().roles)(
        filled(product.hosts.len()),
        filled(product.distributions.len()),
        filled(product.frameworks.len()),
    )
}
