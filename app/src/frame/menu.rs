//! The profile menu: its name, a copy of it, another one.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::text::t;

/// The button with the profile's name, and what it opens.
#[component]
pub fn ProfileMenu() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let words = &t().shell.menu;
    let name = Memo::new(move |_| model.shown.with(|work| work.draft.name.clone()));
    let shown =
        move || if name.with(String::is_empty) { t().shell.unnamed.to_owned() } else { name.get() };
    view! {
        <button type="button" class="button button--name" popovertarget="profile-menu">
            <span class="hidden">{words.label}</span>
            <span>{shown}</span>
            <span aria-hidden="true">{"\u{25BE}"}</span>
        </button>
        <div class="panel" id="profile-menu" popover="">
            <div>
                <label class="question__label" for="profile-name">
                    {words.name}
                </label>
                <p class="copy__help" id="profile-name-help">
                    {words.name_help}
                </p>
                <input
                    class="input"
                    id="profile-name"
                    type="text"
                    maxlength="80"
                    aria-describedby="profile-name-help"
                    readonly=move || !model.editable.get()
                    prop:value=move || name.get()
                    on:input:target=move |event| model.rename(event.target().value())
                />
            </div>
            <div class="panel__actions">
                <a class="button" href="#/">
                    {words.all}
                </a>
                <a class="button" href="#/new">
                    {words.new}
                </a>
                <a class="button" href="#/history">
                    {words.history}
                </a>
                <button
                    type="button"
                    class="button"
                    hidden=move || !model.editable.get()
                    on:click=move |_| desk.duplicate_open()
                >
                    {words.duplicate}
                </button>
            </div>
        </div>
    }
}
