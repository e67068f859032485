//! The root: what is provided once, and the frame around every page.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::frame::{Announcer, Banner, Header};
use crate::pages::{Broken, DecisionPage, Missing, RecordPage, Site, Start};
use crate::platform::page;
use crate::state::Place;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::open();
    provide_context(desk);
    provide_context(desk.model);
    desk.keep_going();
    view! {
        <SkipLink />
        <Header />
        <Banner />
        <Page />
        <Announcer />
    }
}

/// The first stop of the Tab key. A button: a fragment link would be read as an address of ours.
#[component]
fn SkipLink() -> impl IntoView {
    view! {
        <button type="button" class="skip button" on:click=|_| page::focus("main h1")>
            {crate::text::t().shell.skip}
        </button>
    }
}

/// What the address names. Pages are told apart by [`Place::same_page`], so that looking at another question does not
/// draw the form anew.
#[component]
fn Page() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let place = Memo::new_with_compare(
        move |_| model.address.with(|address| address.place.clone()),
        |before, after| match (before, after) {
            (Some(before), Some(after)) => !before.same_page(after),
            _ => true,
        },
    );
    let broken = Memo::new(move |_| model.broken.with(Option::is_some));
    move || {
        if broken.get() {
            return view! { <Broken /> }.into_any();
        }
        match place.get() {
            Place::Start | Place::New(_) => view! { <Start /> }.into_any(),
            Place::Site(..) => view! { <Site /> }.into_any(),
            Place::Decision => view! { <DecisionPage /> }.into_any(),
            Place::Record => view! { <RecordPage /> }.into_any(),
            Place::Missing(path) => view! { <Missing path /> }.into_any(),
        }
    }
}
