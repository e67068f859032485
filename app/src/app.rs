//! The root: what is provided once, and the frame around every page.

use leptos::prelude::*;

use crate::chunks::Page;
use crate::desk::Desk;
use crate::drawing::Drawing;
use crate::frame::{Announcer, Banner, Footer, Header};
use crate::pages::{Broken, Missing, Start};
use crate::platform::page;
use crate::state::Place;
use crate::text::t;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::open();
    provide_context(desk);
    provide_context(desk.model);
    provide_context(Drawing::begin(desk.model));
    desk.keep_going();
    view! {
        <SkipLink />
        <Header />
        <Banner />
        {move || desk.keeping.get().map(|keeping| (keeping.bars)())}
        <Pages />
        <Footer />
        <Announcer />
    }
}

/// The first stop of the Tab key. A button: a fragment link would be read as an address of ours.
#[component]
fn SkipLink() -> impl IntoView {
    view! {
        <button type="button" class="skip button" on:click=|_| {
            page::focus("main h1");
        }>
            {t().shell.skip}
        </button>
    }
}

/// What the address names. Pages are told apart by [`Place::same_page`], so that looking at another question does not
/// draw the form anew.
#[component]
fn Pages() -> impl IntoView {
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
            Place::Site(..) => view! { <Later page=Page::Site /> }.into_any(),
            Place::Decision => view! { <Later page=Page::Decision /> }.into_any(),
            Place::Record => view! { <Later page=Page::Record /> }.into_any(),
            Place::History => view! { <Later page=Page::History /> }.into_any(),
            Place::Compare => view! { <Later page=Page::Compare /> }.into_any(),
            Place::Options | Place::Sheet(_) => view! { <Later page=Page::Options /> }.into_any(),
            Place::Method(_) => view! { <Later page=Page::Method /> }.into_any(),
            Place::Missing(path) => view! { <Missing path /> }.into_any(),
        }
    }
}

/// A page that may have to be fetched first.
#[component]
fn Later(page: Page) -> impl IntoView {
    let (desk, drawing) = (expect_context::<Desk>(), expect_context::<Drawing>());
    // Drawn at once if it is here already, so that going to and fro does not flicker.
    let here = RwSignal::new(None::<bool>);
    let fetch = move || {
        here.set(None);
        leptos::task::spawn_local(async move {
            let arrived = page.load().await.is_ok();
            // The reader may have left for another page in the meantime.
            if here.try_set(Some(arrived)).is_none() {
                desk.focus_when_drawn();
            }
        });
    };
    fetch();
    move || match here.get() {
        Some(true) => page.draw(),
        Some(false) => Some(not_arrived(fetch)),
        None => {
            drawing.keep_foot_waiting();
            Some(coming())
        }
    }
}

fn coming() -> AnyView {
    view! {
        <main class="page page--single" aria-busy="true">
            <p class="hidden" role="status">{t().shell.later.coming}</p>
        </main>
    }
    .into_any()
}

fn not_arrived(again: impl Fn() + 'static) -> AnyView {
    let words = &t().shell.later;
    view! {
        <main class="page page--single">
            <section class="card stack">
                <h1 tabindex="-1">{words.title}</h1>
                <p role="alert">{words.body}</p>
                <p>
                    <button type="button" class="button button--main" on:click=move |_| again()>
                        {words.again}
                    </button>
                </p>
            </section>
        </main>
    }
    .into_any()
}
