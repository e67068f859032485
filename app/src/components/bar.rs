//! A value as a bar made of its criteria.

use leptos::prelude::*;
use rules_core::outcome::CriterionId;

use crate::text::t;

/// A bar whose parts are the points that each criterion brings; whoever draws it says it in words as well. One picture,
/// not an element for each part: all bars move at every edit.
#[component]
pub fn ValueBar(
    /// Points by criterion, out of a hundred.
    #[prop(into)]
    parts: Signal<[f64; 7]>,
) -> impl IntoView {
    view! { <span class="bar" style:background-image=move || parts.with(picture)></span> }
}

/// Each part in the colour of its criterion, with a gap behind it.
fn picture(parts: &[f64; 7]) -> String {
    let mut end = 0.0;
    let part = |(at, points): (usize, &f64)| {
        end += points;
        format!("var(--c{}) 0 calc({end:.2}% - 1.5px), var(--card) 0 {end:.2}%, ", at + 1)
    };
    let parts: String = parts.iter().enumerate().map(part).collect();
    format!("linear-gradient(to right, {parts}transparent 0)")
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
            style=("--low", move || percent(range.get().0))
            style=("--high", move || percent(range.get().1))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_parts_together() {
        let drawn = picture(&[10.0, 0.0, 20.5, 0.0, 0.0, 0.0, 9.5]);
        assert!(drawn.starts_with("linear-gradient(to right, var(--c1) 0 calc(10.00% - 1.5px), "));
        assert!(drawn.contains("var(--c3) 0 calc(30.50% - 1.5px), var(--card) 0 30.50%, "));
        assert!(drawn.ends_with("var(--card) 0 40.00%, transparent 0)"));
    }
}
