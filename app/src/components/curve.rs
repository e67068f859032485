//! Lines over a range from 0 to 1, each told apart by its dashes, its mark and its name.

use leptos::prelude::*;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is.
    pub name: String,
    /// Points, both coordinates 0 to 1, the first rising.
    pub points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 180.0;
/// Room for the figures at the axis.
const LEFT: f64 = 40.0;
const EDGE: f64 = 8.0;

/// The picture, with a legend of words.
#[component]
pub fn Curve(
    /// The lines, at most four.
    series: Vec<Series>,
    /// What the picture shows.
    name: &'static str,
    /// What the left and the right end of the range are.
    ends: [&'static str; 2],
) -> impl IntoView {
    let (names, points): (Vec<_>, Vec<_>) =
        series.into_iter().map(|one| (one.name, one.points)).unzip();
    let line = |(at, points)| view! { <LineOf at points /> };
    let lines = points.into_iter().enumerate().map(line).collect_view();
    view! {
        <figure class="curve__figure">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=name>
                <Grid />
                {lines}
            </svg>
            <p class="curve__ends" aria-hidden="true">
                <span>{ends[0]}</span>
                <span>{ends[1]}</span>
            </p>
            <figcaption class="legend">
                {names
                    .into_iter()
                    .enumerate()
                    .map(|(at, name)| view! { <span><Sample at />{name}</span> })
                    .collect_view()}
            </figcaption>
        </figure>
    }
}

#[component]
fn Grid() -> impl IntoView {
    let line = |share: f64| {
        let y = down(share);
        view! {
            <line class="curve__grid" x1=LEFT x2=WIDTH - EDGE y1=y y2=y></line>
            <text class="curve__figure-text" x=LEFT - 6.0 y=y + 4.0 text-anchor="end">
                {format!("{:.0} %", 100.0 * share)}
            </text>
        }
    };
    [0.0, 0.5, 1.0].into_iter().map(line).collect_view()
}

#[component]
fn LineOf(at: usize, points: Vec<(f64, f64)>) -> impl IntoView {
    let place = |(x, y): &(f64, f64)| format!("{:.1},{:.1}", across(*x), down(*y));
    let path = points.iter().map(place).collect::<Vec<_>>().join(" ");
    let marks = points.into_iter().map(move |(x, y)| {
        view! { <circle class="curve__mark" data-line=at + 1 cx=across(x) cy=down(y) r="3"></circle> }
    });
    view! {
        <polyline class="curve__line" data-line=at + 1 points=path></polyline>
        {marks.collect_view()}
    }
}

/// A piece of a line for the legend.
#[component]
fn Sample(at: usize) -> impl IntoView {
    view! {
        <svg class="curve__sample" viewBox="0 0 28 8" aria-hidden="true">
            <line class="curve__line" data-line=at + 1 x1="0" x2="28" y1="4" y2="4"></line>
        </svg>
    }
}

fn across(share: f64) -> f64 {
    LEFT + share * (WIDTH - LEFT - EDGE)
}

fn down(share: f64) -> f64 {
    EDGE + (1.0 - share) * (HEIGHT - 2.0 * EDGE)
}
