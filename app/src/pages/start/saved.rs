//! The saved profiles.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::state::library::Entry;
use crate::text::t;

/// So many are seen at a glance; more can be searched.
const FEW: usize = 5;

/// All of them, the latest first.
#[component]
pub fn Saved() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().start;
    let sought = RwSignal::new(String::new());
    let entries = Memo::new(move |_| {
        desk.model.library.with(|library| sought.with(|sought| library.found(sought)))
    });
    let none = move || desk.model.library.with(|library| library.entries.is_empty());
    let many = move || desk.model.library.with(|library| library.entries.len() > FEW);
    let aside = move || desk.set_aside.get();
    view! {
        <section class="card stack">
            <h2>{words.saved}</h2>
            <p hidden=move || !none()>{words.none_saved}</p>
            <div hidden=move || !many()>
                <label class="question__label" for="search">
                    {t().keeping().search}
                </label>
                <input
                    class="input"
                    id="search"
                    type="search"
                    prop:value=move || sought.get()
                    on:input:target=move |event| sought.set(event.target().value())
                />
                <p class="copy__help" role="status">
                    {move || sought.with(|sought| {
                        (!sought.trim().is_empty())
                            .then(|| (t().keeping().found)(entries.with(Vec::len)))
                    })}
                </p>
            </div>
            <ul class="saved">
                <For each=move || entries.get() key=|entry| (entry.id.clone(), entry.name.clone()) let:entry>
                    <Line entry />
                </For>
            </ul>
            <Undo />
            {move || {
                (aside() > 0)
                    .then(|| {
                        view! {
                            <div class="note">
                                <b aria-hidden="true">"!"</b>
                                <p>{(words.set_aside)(aside())}</p>
                            </div>
                        }
                    })
            }}
        </section>
    }
}

#[component]
fn Line(entry: Entry) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().start;
    let name = if entry.name.is_empty() { t().shell.unnamed.to_owned() } else { entry.name };
    let id = StoredValue::new(entry.id);
    let is_open = move || desk.model.current.with(|current| id.with_value(|id| id == current));
    let of_this = format!(" {name}");
    let open_it = (words.open)(&name);
    view! {
        <li>
            <span class="saved__name">
                <button
                    type="button"
                    class="button button--plain"
                    aria-label=open_it
                    on:click=move |_| id.with_value(|id| desk.open_saved(id))
                >
                    {name}
                </button>
                <small hidden=move || !is_open()>{words.current}</small>
            </span>
            <button type="button" class="button" on:click=move |_| id.with_value(|id| desk.duplicate(id))>
                {words.duplicate}
                <span class="hidden">{of_this.clone()}</span>
            </button>
            <button type="button" class="button" on:click=move |_| id.with_value(|id| desk.delete(id))>
                {words.delete}
                <span class="hidden">{of_this}</span>
            </button>
        </li>
    }
}

/// The profile that was deleted last, and the way back.
#[component]
fn Undo() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let name = move || {
        desk.deleted.with(|deleted| {
            deleted.as_ref().map(|(_, work)| {
                if work.draft.name.is_empty() {
                    t().shell.unnamed.to_owned()
                } else {
                    work.draft.name.clone()
                }
            })
        })
    };
    view! {
        <div role="status">
            {move || {
                name()
                    .map(|name| {
                        view! {
                            <p class="cluster">
                                {(t().start.deleted)(&name)}
                                <button type="button" class="button" on:click=move |_| desk.undelete()>
                                    {t().start.undo}
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
