//! Whether Edgewise works without a network by now, and whether a newer version waits.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::platform::offline::{self, Copy};
use crate::platform::page;
use crate::state::SaveState;
use crate::text::t;

/// What there is to say of newer versions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Newer {
    /// Nothing.
    Nothing,
    /// One waits.
    Waits,
    /// One is in use in another tab, and this tab holds what could not be saved.
    Elsewhere,
    /// One waits, and the reader wants to go on first.
    Later,
}

/// One line at the foot of the page; and a notice when there is a newer version, which never comes unasked.
#[component]
pub fn Offline() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let copy = RwSignal::new(offline::copy());
    let waits = || if offline::newer_waits() { Newer::Waits } else { Newer::Nothing };
    let newer = RwSignal::new(waits());
    offline::on_change(move || {
        copy.set(offline::copy());
        if newer.get_untracked() == Newer::Nothing {
            newer.set(waits());
        }
    });
    offline::on_reload(move || {
        let safe = is_saved(desk);
        if !safe {
            newer.set(Newer::Elsewhere);
        }
        safe
    });
    view! {
        <p class="foot__copy" role="status" data-copy=move || state(copy.get())>
            {move || words(copy.get())}
        </p>
        <div role="status">
            {move || match newer.get() {
                Newer::Nothing | Newer::Later => None,
                Newer::Waits => Some(view! { <Notice newer body=t().offline().update_body /> }),
                Newer::Elsewhere => Some(view! { <Notice newer body=t().offline().unsaved /> }),
            }}
        </div>
    }
}

#[component]
fn Notice(newer: RwSignal<Newer>, body: &'static str) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = t().offline();
    page::make_room(true);
    on_cleanup(|| page::make_room(false));
    let reload = move |_| {
        desk.flush();
        offline::update();
    };
    view! {
        <section class="update" aria-label=words.update>
            <p>
                <strong>{words.update}</strong>
                " "
                {body}
            </p>
            <div class="cluster">
                <button type="button" class="button button--main" on:click=reload>
                    {words.reload}
                </button>
                <button type="button" class="button" on:click=move |_| newer.set(Newer::Later)>
                    {words.later}
                </button>
            </div>
        </section>
    }
}

/// Brings what was typed to safety, and says whether it is there.
fn is_saved(desk: Desk) -> bool {
    desk.flush();
    !matches!(
        desk.model.save.get_untracked(),
        SaveState::Blocked | SaveState::Full | SaveState::Failed
    )
}

fn words(copy: Copy) -> &'static str {
    let words = t().offline();
    match copy {
        Copy::Unsaid => "",
        Copy::Coming => words.coming,
        Copy::Ready => words.ready,
        Copy::Failed => words.failed,
        Copy::None => words.none,
        Copy::File => words.file,
    }
}

fn state(copy: Copy) -> &'static str {
    match copy {
        Copy::Ready | Copy::File => "ready",
        _ => "other",
    }
}
