//! Which choice is first, second and third, for which share of the weights: bars, and the same as a table.

use leptos::prelude::*;
use rules_core::outcome::CriterionId;

use super::told;
use crate::components::blocks::table;
use crate::components::shares::ShareBar;
use crate::state::Model;
use crate::state::certain::{Of, Ranked, ranked};
use crate::text::t;

/// The shares of the first three places.
#[component]
pub fn SharesPart() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().certainty().shares;
    let of = RwSignal::new(Of::default());
    let all = Memo::new(move |_| {
        model.certain.with(|certain| certain.read(|found| ranked(found, of.get())))
    });
    let found = told(|_| Some(()));
    view! {
        <Show when=move || found.get().is_some()>
            <section class="shares" aria-labelledby="shares">
                <h3 id="shares">{words.title}</h3>
                <p class="shares__lead">{words.lead}</p>
                <Sets of />
                <Legend />
                <ul class="shares__bars">
                    <For each=move || all.get().unwrap_or_default() key=|one| format!("{one:?}") let:one>
                        <Bar one />
                    </For>
                </ul>
                {move || all.get().map(|all| view! { <Table all of=of.get_untracked() /> })}
            </section>
        </Show>
    }
}

/// The sets of weights to choose from.
#[component]
fn Sets(of: RwSignal<Of>) -> impl IntoView {
    let words = &t().certainty().shares;
    let button = move |set: Of| {
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || if of.get() == set { "true" } else { "false" }
                on:click=move |_| of.set(set)
            >
                {(words.set)(set)}
            </button>
        }
    };
    view! {
        <div class="shares__sets" role="group" aria-label=words.of>
            {Of::ALL.into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Legend() -> impl IntoView {
    let words = &t().certainty().shares;
    let rank =
        |(at, name): (usize, &'static str)| view! { <span><i data-rank=at + 1></i>{name}</span> };
    view! {
        <p class="legend" aria-hidden="true">
            {words.ranks.into_iter().enumerate().map(rank).collect_view()}
        </p>
    }
}

#[component]
fn Bar(one: Ranked) -> impl IntoView {
    let words = t().certainty();
    let name = (t().method.stack)(&one.stack);
    let spoken = (words.shares.bar)(&name, one.ranks);
    view! {
        <li>
            <span class="shares__name" aria-hidden="true">{name}</span>
            <ShareBar ranks=one.ranks />
            <span class="shares__first" aria-hidden="true">{(words.share)(one.ranks[0])}</span>
            <span class="hidden">{spoken}</span>
        </li>
    }
}

#[component]
fn Table(all: Vec<Ranked>, of: Of) -> impl IntoView {
    let words = &t().certainty().shares;
    let [first, second, third] = words.ranks;
    let mut head = vec![words.choice, first, second, third];
    // In the order of weights, what favours a choice most is not told by criterion.
    let with_central = of != Of::Order;
    head.extend(with_central.then_some(words.central));
    let rows: Vec<_> = all.iter().map(|one| row(one, with_central)).collect();
    view! {
        <details class="why">
            <summary>{words.table}</summary>
            {table(&(words.caption)((words.set)(of)), &head, &rows)}
        </details>
    }
}

fn row(one: &Ranked, with_central: bool) -> Vec<String> {
    let words = t().certainty();
    let mut row = vec![(t().method.stack)(&one.stack)];
    row.extend(one.ranks.map(words.share));
    if with_central {
        let never = || words.shares.never.to_owned();
        row.push(one.central.as_deref().map_or_else(never, heaviest));
    }
    row
}

/// The two criteria that weigh most, with their shares.
fn heaviest(weights: &[f64]) -> String {
    let mut all: Vec<_> = CriterionId::ALL.iter().zip(weights).collect();
    all.sort_by(|a, b| b.1.total_cmp(a.1));
    let said = |(criterion, share): &(&CriterionId, &f64)| {
        format!("{} {}", (t().method.criterion)(**criterion), (t().certainty().share)(**share))
    };
    all.iter().take(2).map(said).collect::<Vec<_>>().join(", ")
}
