//! How certain the answer is: the word with its three numbers, the shares of the first places, and the curve.

mod curve;
mod shares;

use leptos::prelude::*;
use rules_core::certainty::{Findings, Word};

use self::curve::CurvePart;
use self::shares::SharesPart;
use crate::components::Again;
use crate::desk::Desk;
use crate::documents::certainty::numbers;
use crate::drawing::Drawing;
use crate::state::Model;
use crate::state::certain::{Headline, headline};
use crate::text::t;

/// How certain the answer is.
#[component]
pub fn CertaintyCard() -> impl IntoView {
    let (desk, drawing) = (expect_context::<Desk>(), expect_context::<Drawing>());
    let model = desk.model;
    let words = t().certainty();
    let headline = Memo::new(move |_| model.certain.with(headline));
    let missing = Memo::new(move |_| model.certain.with(|certain| certain.missing));
    let found = told(|_| Some(()));
    let there = Memo::new(move |_| found.get().is_some() || missing.get());
    let counting = counting();
    Effect::new(move |_| {
        if counting.get() {
            drawing.keep_foot_waiting();
        }
    });
    view! {
        <Show when=move || there.get() fallback=move || view! { <div aria-busy=busy(counting)></div> }>
            <section class="card certain" aria-labelledby="certainty" aria-busy=busy(counting)>
                <div class="certain__head">
                    <h2 id="certainty">{words.title}</h2>
                    <Updating />
                </div>
                <Show when=move || missing.get()>
                    <Again
                        missing=words.missing
                        again=words.again
                        on_again=move || desk.begin_study()
                    />
                </Show>
                <Show when=move || headline.with(Option::is_some)>
                    <Numbers headline />
                </Show>
                <SharesPart />
                <CurvePart />
            </section>
        </Show>
    }
}

/// Says that figures are of the answer before, or not complete yet.
#[component]
pub fn Updating() -> impl IntoView {
    let counting = counting();
    // Its room is kept: what comes and goes at every edit should move nothing.
    view! {
        <small class="certain__updating" data-idle=move || (!counting.get()).then_some("")>
            {t().certainty().updating}
        </small>
    }
}

/// Whether something is still to come.
pub fn counting() -> Memo<bool> {
    let model = expect_context::<Model>();
    Memo::new(move |_| model.certain.with(|certain| !certain.current && !certain.missing))
}

/// The value of `aria-busy` of what grows while certainty is counted.
pub fn busy(counting: Memo<bool>) -> impl Fn() -> Option<&'static str> + Copy {
    move || counting.get().then_some("true")
}

/// A part of what was found, drawn anew only when it is another one; of the answer before until it is found of this one.
pub fn told<T: Clone + PartialEq + Send + Sync + 'static>(
    read: impl Fn(&Findings) -> Option<T> + Send + Sync + 'static,
) -> Memo<Option<T>> {
    let model = expect_context::<Model>();
    Memo::new(move |_| model.certain.with(|certain| certain.read(&read)))
}

/// The word and the three numbers behind it; a figure moves, what stands around it stays.
#[component]
fn Numbers(headline: Memo<Option<Headline>>) -> impl IntoView {
    let words = t().certainty();
    let word = Memo::new(move |_| headline.with(|one| one.as_ref().map(|one| one.word)));
    let means = move || {
        headline.with(|one| {
            let one = one.as_ref()?;
            Some((words.means)(one.word, &(t().method.stack)(&one.first)))
        })
    };
    let told = Memo::new(move |_| {
        headline.with(|one| one.as_ref().map(|one| numbers(one, t()))).unwrap_or_default()
    });
    let number = |at: usize| {
        view! {
            <div>
                <dt>{move || told.with(|told| told[at].0)}</dt>
                <dd>
                    <b>{move || told.with(|told| told[at].1.clone())}</b>
                    <small>{move || told.with(|told| told[at].2.clone())}</small>
                </dd>
            </div>
        }
    };
    view! {
        <p>
            <b class="certain__word" data-word=move || word.get().map(Word::id)>
                {move || word.get().map(words.word)}
            </b>
            " "
            {means}
        </p>
        <dl class="certain__numbers">{[0, 1, 2].map(number)}</dl>
    }
}
