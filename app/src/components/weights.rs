//! The weights: a slider and a figure for each criterion, and behind each where it comes from.

use leptos::prelude::*;
use rules_core::outcome::{CriterionId, WeightStep};
use rules_core::robustness::stability::Interval;

use crate::state::weighing::{self, MOST, PointsBand, Weighing};
use crate::text::t;

/// Takes all seven points.
pub type OnWeigh = Callback<[f64; 7]>;

/// Seven weights to move.
#[component]
pub fn WeightRows(
    /// The weights in use.
    #[prop(into)]
    weighing: Signal<Weighing>,
    /// Where each share may move while the first choice stays first.
    #[prop(into)]
    bands: Signal<Option<[Interval; 7]>>,
    /// Whether they may only be looked at.
    #[prop(into)]
    locked: Signal<bool>,
    /// Takes all seven points when one is moved.
    on_weigh: OnWeigh,
) -> impl IntoView {
    view! {
        <ul class="weights">
            {CriterionId::ALL
                .into_iter()
                .map(|criterion| view! { <WeightRow criterion weighing bands locked on_weigh /> })
                .collect_view()}
        </ul>
    }
}

#[component]
fn WeightRow(
    criterion: CriterionId,
    weighing: Signal<Weighing>,
    bands: Signal<Option<[Interval; 7]>>,
    locked: Signal<bool>,
    on_weigh: OnWeigh,
) -> impl IntoView {
    let name = (t().method.criterion)(criterion);
    let band = Memo::new(move |_| {
        let band = bands.get()?[criterion as usize];
        Some(weighing.with(|weighing| weighing.band(criterion, band)))
    });
    let share = Memo::new(move |_| weighing.with(|weighing| weighing.shares[criterion as usize]));
    view! {
        <li class="weights__row">
            <span class="weights__name">
                <i class="weights__mark" data-criterion=criterion.id() aria-hidden="true"></i>
                {name}
            </span>
            <Points criterion weighing locked on_weigh share band />
            <b class="weights__share">{move || (t().decision().weights.share)(share.get())}</b>
            <Derivation criterion weighing />
            <small class="weights__holds" hidden=move || band.with(Option::is_none)>
                {move || band.get().map(holds)}
            </small>
        </li>
    }
}

/// The points, to slide and to type.
#[component]
fn Points(
    criterion: CriterionId,
    weighing: Signal<Weighing>,
    locked: Signal<bool>,
    on_weigh: OnWeigh,
    share: Memo<u32>,
    band: Memo<Option<PointsBand>>,
) -> impl IntoView {
    let words = &t().decision().weights;
    let name = (t().method.criterion)(criterion);
    let points = Memo::new(move |_| {
        weighing.with(|weighing| rounded_points(weighing.points[criterion as usize]))
    });
    let end = Memo::new(move |_| weighing.with(Weighing::slider_end));
    let take = move |typed: String| {
        if let Some(points) = weighing::read(&typed) {
            on_weigh.run(weighing.with_untracked(|weighing| weighing.with(criterion, points)));
        }
    };
    view! {
        <span class="weights__track">
            <input
                class="weights__slider"
                type="range"
                min="0"
                max=end
                step="1"
                aria-label=(words.slider)(name)
                aria-valuetext=move || (words.spoken)(points.get(), share.get())
                disabled=move || locked.get()
                prop:value=move || points.get().to_string()
                on:input:target=move |event| take(event.target().value())
            />
            <Mark band end />
        </span>
        <span class="weights__typed">
            <input
                class="input"
                type="number"
                min="0"
                max=MOST
                step="1"
                inputmode="numeric"
                aria-label=(words.number)(name)
                readonly=move || locked.get()
                prop:value=move || points.get().to_string()
                on:input:target=move |event| take(event.target().value())
            />
            <small>{words.points}</small>
        </span>
    }
}

/// The band under a slider: where the first choice stays first.
#[component]
fn Mark(band: Memo<Option<PointsBand>>, end: Memo<f64>) -> impl IntoView {
    let place = move |points: f64| percent((points / end.get()).clamp(0.0, 1.0));
    let low = move || band.get().map(|band| place(band.low));
    let high = move || band.get().map(|band| place(band.high.unwrap_or(f64::INFINITY)));
    view! {
        <i
            class="weights__band"
            aria-hidden="true"
            hidden=move || band.with(Option::is_none)
            style=("--low", low)
            style=("--high", high)
        ></i>
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}%", 100.0 * share)
}

/// The band in words.
fn holds(band: PointsBand) -> String {
    let words = &t().certainty().band;
    match band {
        PointsBand { low, high: None } if low <= 0.0 => words.always.to_owned(),
        PointsBand { low, high } => (words.points)(low, high),
    }
}

/// Where the derived weight of a criterion comes from.
#[component]
fn Derivation(criterion: CriterionId, weighing: Signal<Weighing>) -> impl IntoView {
    let words = &t().decision().weights;
    let steps = Memo::new(move |_| weighing.with(|weighing| weighing.steps_of(criterion)));
    let sum = move || {
        weighing.with(|weighing| {
            let at = criterion as usize;
            (words.derived_sum)(rounded_points(weighing.derived[at]), weighing.derived_shares[at])
        })
    };
    view! {
        <details class="why weights__why">
            <summary>
                {words.why_short} " "
                <span class="hidden">{(words.why)((t().method.criterion)(criterion))}</span>
            </summary>
            <ul class="parts">
                {move || {
                    steps.get().into_iter().map(|step| view! { <Step step /> }).collect_view()
                }}
            </ul>
            <p>{sum}</p>
        </details>
    }
}

#[component]
fn Step(step: WeightStep) -> impl IntoView {
    view! {
        <li>
            <b class="parts__delta">{(t().decision().weights.step)(step.points)}</b>
            <span>{(t().method.sentence)(&step.reason)}</span>
        </li>
    }
}

/// Points as they are shown: whole.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
fn rounded_points(points: f64) -> u32 {
    points.clamp(0.0, MOST).round() as u32
}
