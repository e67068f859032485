//! The first stack beside a second: what makes the lead, criterion by criterion and gate by gate.

use leptos::prelude::*;
use rules_core::outcome::{Decision, Verdict};

use super::behind;
use crate::components::PlainTable;
use crate::components::matrix::{Behind, Gates, Parts};
use crate::documents::reasons::carried;
use crate::drawing::Drawing;
use crate::state::Model;
use crate::state::versus::{self, Part, Versus};
use crate::text::t;

/// Why the first comes before the second; nothing while no first may be named.
#[component]
pub fn VersusCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().versus;
    // By its id: an edit moves the places of stacks, not what was chosen.
    let chosen = RwSignal::new(None::<String>);
    let turn = expect_context::<Drawing>().turn();
    let found = Memo::new(move |_| {
        turn.track();
        let chosen = chosen.get();
        model.decision.with_untracked(|decision| {
            let at =
                chosen.and_then(|id| decision.stacks.iter().position(|one| one.stack.id == id));
            versus::versus(decision, at)
        })
    });
    let choices = Memo::new(move |_| {
        turn.track();
        model.decision.with_untracked(choices)
    });
    let behind = behind();
    view! {
        <section class="card stack" aria-labelledby="versus" hidden=move || found.with(Option::is_none)>
            <h2 id="versus">{words.title}</h2>
            <Rivals found choices chosen />
            {move || found.get().map(|found| view! { <Found found behind /> })}
        </section>
    }
}

/// What can stand beside the first: id and name.
fn choices(decision: &Decision) -> Vec<(String, String)> {
    let words = &t().decision().versus;
    let rivals = versus::rivals(decision).into_iter().filter_map(|at| decision.stacks.get(at));
    rivals
        .map(|one| {
            let name = (t().method.stack)(&one.stack);
            (one.stack.id.clone(), (words.choice)(&name, one.verdict == Verdict::Fail))
        })
        .collect()
}

#[component]
fn Rivals(
    found: Memo<Option<Versus>>,
    choices: Memo<Vec<(String, String)>>,
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let second = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|found| found.second.id.clone()).unwrap_or_default())
    });
    view! {
        <p>
            <label for="versus-second">{t().decision().versus.second}</label>
            <select
                class="input"
                id="versus-second"
                prop:value=second
                on:change:target=move |event| chosen.set(Some(event.target().value()))
            >
                <For each=move || choices.get() key=Clone::clone let:choice>
                    <Choice choice second />
                </For>
            </select>
        </p>
    }
}

#[component]
fn Choice(choice: (String, String), second: Memo<String>) -> impl IntoView {
    let (id, name) = choice;
    let value = id.clone();
    view! { <option value=value selected=move || second.with(|second| *second == id)>{name}</option> }
}

#[component]
fn Found(found: Versus, behind: Behind) -> impl IntoView {
    let words = &t().decision().versus;
    let names = [&found.first, &found.second].map(t().method.stack);
    let table = (!found.criteria.is_empty()).then(|| table(&found, &names));
    let carried = found.reasons.as_ref().map(|reasons| carried(reasons, &names[1], t()));
    let same = found.criteria.is_empty().then_some(words.same);
    let count = found.gates.len();
    let (first, second): (Vec<_>, Vec<_>) = found.gates.into_iter().unzip();
    let gates = [(names[0].clone(), first), (names[1].clone(), second)].map(|(name, gates)| {
        view! {
            <h3>{name}</h3>
            <Gates gates behind />
        }
    });
    view! {
        <p>
            {(words.standing)(found.standing, &names[0], &names[1], found.points)} " " {carried} {same}
        </p>
        {table}
        {found.criteria.into_iter().map(|part| made_of(part, &names, behind)).collect_view()}
        {(count > 0)
            .then(|| {
                view! {
                    <details class="facts">
                        <summary>{(words.gates)(count)}</summary>
                        <div class="stack">{gates.collect_view()}</div>
                    </details>
                }
            })}
    }
}

fn table(found: &Versus, names: &[String; 2]) -> AnyView {
    let words = &t().decision().versus;
    let row = |part: &Part| {
        let [first, second] = [part.scores.0, part.scores.1].map(words.score);
        let criterion = (t().method.criterion)(part.criterion).to_owned();
        vec![criterion, (words.points)(part.points), first, second]
    };
    let sum =
        vec![words.together.to_owned(), (words.points)(found.points), String::new(), String::new()];
    let rows = found.criteria.iter().map(row).chain([sum]).collect();
    let [first, second] = names.clone();
    let head = vec![words.criterion.to_owned(), words.adds.to_owned(), first, second];
    view! { <PlainTable caption=words.caption head rows /> }.into_any()
}

/// What only one of the two has in a criterion, folded up.
fn made_of(part: Part, names: &[String; 2], behind: Behind) -> AnyView {
    let title = (t().decision().versus.made_of)((t().method.criterion)(part.criterion));
    let side = |name: &String, parts: Vec<_>| {
        (!parts.is_empty()).then(|| {
            view! {
                <h3>{name.clone()}</h3>
                <Parts parts behind />
            }
        })
    };
    view! {
        <details class="facts">
            <summary>{title}</summary>
            {side(&names[0], part.only_first)}
            {side(&names[1], part.only_second)}
        </details>
    }
    .into_any()
}
