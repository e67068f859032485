//! Scores measured at one's own sites: noted, listed, taken out again.

use leptos::prelude::*;
use rules_core::measured::{Day, Measured, MeasuredFault, NOTE_MAX};
use rules_core::outcome::CriterionId;
use rules_core::stacks;

use crate::platform::page;
use crate::state::Model;
use crate::text::decision::MeasuredProblem;
use crate::text::t;

/// What the form says about the last score: that it counts now, or what is wrong with it.
#[derive(Clone, PartialEq)]
enum Said {
    Nothing,
    Counts(String),
    Wrong(MeasuredProblem),
}

/// What was measured. In a shared profile the list alone, and nothing where nothing was measured.
#[component]
pub fn MeasuredCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().measured;
    let all = Memo::new(move |_| model.shown.with(|work| work.evidence.all().to_vec()));
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    view! {
        <section
            class="card stack"
            aria-labelledby="measured"
            hidden=move || none.get() && !model.editable.get()
        >
            <div>
                <h2 id="measured" tabindex="-1">{words.title}</h2>
                <small>{words.lead}</small>
            </div>
            <ul class="measured" hidden=none>
                <For each=move || all.get() key=|one| format!("{one:?}") let:one>
                    <Line one />
                </For>
            </ul>
            <Show when=move || model.editable.get()>
                <Note />
            </Show>
        </section>
    }
}

/// One measured score.
#[component]
fn Line(one: Measured) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().measured;
    let stack = t().tried(&one.stack);
    let criterion = (t().method.criterion)(one.criterion);
    let known = stacks::candidate(&one.stack).is_some();
    let label = (words.take_out_name)(criterion, &stack);
    let Measured { stack: id, criterion: of, score, day, note } = one;
    let take_out = move |_| {
        model.forget_measured(&id, of);
        // The button is gone; without this the keyboard would begin again at the top of the page.
        page::focus("#measured");
    };
    view! {
        <li>
            <div>
                <p>
                    <b>{(words.entry)(criterion, score)}</b>
                    " "
                    {stack}
                    ", "
                    <time datetime=day.to_string()>{day.to_string()}</time>
                </p>
                {(!note.is_empty()).then_some(view! { <p class="measured__note">{note}</p> })}
                {(!known).then_some(view! { <p><small>{words.unknown_stack}</small></p> })}
            </div>
            <Show when=move || model.editable.get()>
                <button type="button" class="button" aria-label=label.clone() on:click=take_out.clone()>
                    {words.take_out}
                </button>
            </Show>
        </li>
    }
}

/// The form.
#[component]
fn Note() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().measured;
    let stack = RwSignal::new(None::<String>);
    let criterion = RwSignal::new(CriterionId::Footprint);
    let score = RwSignal::new(3_u8);
    let day = RwSignal::new(model.today.get_value());
    let note = RwSignal::new(String::new());
    let said = RwSignal::new(Said::Nothing);
    // Until one is chosen: the stack to evaluate first is the one that was most likely tried.
    let first = Memo::new(move |_| {
        model.decision.with(|decision| {
            let first =
                decision.shortlist.first().and_then(|entry| decision.stacks.get(entry.stack));
            first.map_or_else(|| stacks::all()[0].id.clone(), |first| first.stack.id.clone())
        })
    });
    let chosen = Signal::derive(move || stack.get().unwrap_or_else(|| first.get()));
    let put = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (of, note_text) = (criterion.get_untracked(), note.get_untracked());
        let id = chosen.get_untracked();
        said.set(match Day::parse(&day.get_untracked()) {
            None => Said::Wrong(MeasuredProblem::Day(day.get_untracked())),
            Some(day) => {
                let score = score.get_untracked();
                let measured = Measured {
                    stack: id.clone(),
                    criterion: of,
                    score,
                    day,
                    note: note_text.trim().to_owned(),
                };
                match model.measure(measured) {
                    Ok(()) => {
                        note.set(String::new());
                        // The score may put another stack first; whoever notes several stays with the same one.
                        stack.set(Some(id.clone()));
                        Said::Counts((words.counts)(
                            (t().method.criterion)(of),
                            &t().tried(&id),
                            score,
                        ))
                    }
                    Err(fault) => Said::Wrong(MeasuredProblem::Of(fault)),
                }
            }
        });
    };
    let day_is_wrong =
        move || said.with(|said| matches!(said, Said::Wrong(MeasuredProblem::Day(_))));
    let note_is_wrong = move || {
        said.with(|said| matches!(said, Said::Wrong(MeasuredProblem::Of(MeasuredFault::Note))))
    };
    let which = view! {
        <select
            class="input"
            id="measured-stack"
            prop:value=chosen
            on:change:target=move |event| stack.set(Some(event.target().value()))
        >
            {stacks::all()
                .iter()
                .map(|stack| {
                    let id = stack.id.as_str();
                    view! {
                        <option value=id selected=move || chosen.get() == id>
                            {(words.tried)(stack)}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    };
    let criteria = view! {
        <select
            class="input"
            id="measured-criterion"
            on:change:target=move |event| {
                if let Some(found) = CriterionId::by_id(&event.target().value()) {
                    criterion.set(found);
                }
            }
        >
            {CriterionId::ALL
                .into_iter()
                .map(|of| view! { <option value=of.id()>{(t().method.criterion)(of)}</option> })
                .collect_view()}
        </select>
    };
    let scores = view! {
        <select
            class="input"
            id="measured-score"
            on:change:target=move |event| {
                if let Ok(found) = event.target().value().parse() {
                    score.set(found);
                }
            }
        >
            {(1..=5_u8)
                .map(|of| view! { <option value=of selected={of == 3}>{(words.of_five)(of)}</option> })
                .collect_view()}
        </select>
    };
    let days = view! {
        <input
            class="input"
            id="measured-day"
            type="date"
            prop:value=day
            aria-invalid=move || day_is_wrong().then_some("true")
            aria-describedby=move || day_is_wrong().then_some("measuring-fault")
            on:input:target=move |event| day.set(event.target().value())
        />
    };
    let notes = view! {
        <input
            class="input"
            id="measured-note"
            type="text"
            autocomplete="off"
            prop:value=note
            aria-invalid=move || note_is_wrong().then_some("true")
            aria-describedby="measured-note-help measuring-fault"
            on:input:target=move |event| note.set(event.target().value())
        />
        <small id="measured-note-help">{(words.note_help)(NOTE_MAX)}</small>
    };
    view! {
        <form class="measuring" novalidate on:submit=put>
            <h3>{words.add}</h3>
            <div class="questions">
                {under(words.stack, "measured-stack", which)}
                {under(words.criterion, "measured-criterion", criteria)}
                {under(words.score, "measured-score", scores)}
                {under(words.day, "measured-day", days)}
            </div>
            {under(words.note, "measured-note", notes)}
            {move || match said.get() {
                Said::Wrong(problem) => {
                    Some(
                        view! {
                            <p class="question__fault" id="measuring-fault" role="alert">
                                <span>{(words.problem)(&problem)}</span>
                            </p>
                        },
                    )
                }
                _ => None,
            }}
            <div class="cluster">
                <button type="submit" class="button">{words.put}</button>
                <p role="status">
                    {move || match said.get() {
                        Said::Counts(sentence) => Some(sentence),
                        _ => None,
                    }}
                </p>
            </div>
        </form>
    }
}

/// A control under its label.
fn under(label: &'static str, id: &'static str, control: impl IntoView) -> impl IntoView {
    view! {
        <div class="question">
            <label class="question__label" for=id>{label}</label>
            {control}
        </div>
    }
}
