//! A value as a bar made of its criteria.

use leptos::prelude::*;
use rules_core::outcome::CriterionId;

use crate::text::t;

/// A bar whose parts are the points that each criterion brings; whoever draws it says it in words as well.
#[component]
pub fn ValueBar(
    /// Points by criterion, out of a hundred.
    #[prop(into)]
    parts: Signal<[f64; 7]>,
) -> impl IntoView {
    view! {
        <span class="bar">
            {CriterionId::ALL
                .iter()
                .map(|criterion| {
                    let criterion = *criterion;
                    view! {
                        <i
                            class="bar__part"
                            data-criterion=criterion.id()
                            style:inline-size=move || percent(parts.get()[criterion as usize])
                        ></i>
                    }
                })
                .collect_view()}
        </span>
    }
}

fn percent(points: f64) -> String {
    format!("{points:.2}%")
}

/// A whisker under a bar: where the value may lie.
#[component]
pub fn Range(
    /// At least and at most, out of a hundred.
    #[prop(into)]
    range: Signal<(f64, f64)>,
) -> impl IntoView {
    view! {
        <i
            class="range"
            style:inset-inline-start=move || percent(range.get().0)
            style:inline-size=move || percent(range.get().1 - range.get().0)
        ></i>
    }
}

/// What the colours of the bars stand for.
#[component]
pub fn BarLegend() -> impl IntoView {
    view! {
        <p class="legend" aria-hidden="true">
            {CriterionId::ALL
                .iter()
                .map(|criterion| {
                    view! {
                        <span>
                            <i data-criterion=criterion.id()></i>
                            {(t().method.criterion)(*criterion)}
                        </span>
                    }
                })
                .collect_view()}
        </p>
    }
}
