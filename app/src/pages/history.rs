//! The History page: what the open profile was, to look at and to bring back.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::platform::clock;
use crate::state::history::Entry;
use crate::state::model::Pen;
use crate::state::steps::Difference;
use crate::text::t;

/// The History page.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().history;
    let entries = move || {
        desk.history.with(|history| history.entries.iter().rev().cloned().collect::<Vec<_>>())
    };
    view! {
        <main class="page page--single stack">
            <div class="stack">
                <h1 tabindex="-1">{t().shell.menu.history}</h1>
                <p class="lead">{words.lead}</p>
            </div>
            <KeepAs />
            <section class="card stack">
                <h2>{words.title}</h2>
                <p hidden=move || desk.history.with(|history| !history.entries.is_empty())>{words.none}</p>
                <ul class="saved">
                    <For
                        each=entries
                        key=|entry| (entry.at, entry.name.clone())
                        let:entry
                    >
                        <Line entry />
                    </For>
                </ul>
                <p>
                    <small>{words.bounds}</small>
                </p>
            </section>
        </main>
    }
}

/// Keeps the present state under a name.
#[component]
fn KeepAs() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().history;
    let name = RwSignal::new(String::new());
    let keep = move || {
        let given = name.get_untracked().trim().to_owned();
        if !given.is_empty() {
            desk.keep_as(&given);
            name.set(String::new());
        }
    };
    let blank = move || desk.model.own.with(crate::state::Work::is_blank);
    view! {
        <form
            class="card stack"
            hidden=blank
            on:submit=move |event| {
                event.prevent_default();
                keep();
            }
        >
            <div>
                <label class="question__label" for="keep-as">
                    {words.keep_as}
                </label>
                <p class="copy__help" id="keep-as-help">
                    {words.keep_as_help}
                </p>
                <div class="copy__row">
                    <input
                        class="input"
                        id="keep-as"
                        type="text"
                        maxlength="80"
                        aria-describedby="keep-as-help"
                        prop:value=move || name.get()
                        on:input:target=move |event| name.set(event.target().value())
                    />
                    <button type="submit" class="button">
                        {words.keep}
                    </button>
                </div>
            </div>
        </form>
    }
}

/// One entry.
#[component]
fn Line(entry: Entry) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let words = &t().keeping().history;
    let when = clock::moment(entry.at);
    let title = entry.name.clone().unwrap_or_else(|| words.automatic.to_owned());
    let of_this = format!(" {title}, {when}");
    let entry = StoredValue::new(entry);
    let work = move || entry.with_value(|entry| entry.state.clone().open()).unwrap_or_default();
    let differs = move || match model.own.with(|own| Difference::between(&work(), own)).count() {
        0 => words.same.to_owned(),
        count => (words.differs)(count),
    };
    let same = move || model.own.with(|own| *own == work());
    view! {
        <li>
            <span class="saved__name saved__name--two">
                <span>{title}</span>
                <small>{when} ". " {differs}</small>
            </span>
            <button type="button" class="button" on:click=move |_| entry.with_value(|entry| desk.look_at_earlier(entry))>
                {words.look}
                <span class="hidden">{of_this.clone()}</span>
            </button>
            <button
                type="button"
                class="button"
                hidden=move || same() || model.pen.get() == Pen::Elsewhere
                on:click=move |_| desk.bring_back(work())
            >
                {words.back}
                <span class="hidden">{of_this}</span>
            </button>
        </li>
    }
}
