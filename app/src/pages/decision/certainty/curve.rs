//! First places against how far weights may drift: a picture, and the same as a table.

use leptos::prelude::*;
use rules_core::certainty::RADII;

use super::told;
use crate::components::blocks::table;
use crate::components::curve::{Curve, Series};
use crate::state::certain::{Line, lines};
use crate::text::t;

/// The curve; nothing while it is being counted.
#[component]
pub fn CurvePart() -> impl IntoView {
    let words = &t().certainty().curve;
    let lines = told(lines);
    move || {
        lines.get().map(|lines| {
            let series = lines.iter().map(series).collect::<Vec<_>>();
            view! {
                <section class="curve" aria-labelledby="curve">
                    <h3 id="curve">{words.title}</h3>
                    <p class="shares__lead">{words.lead}</p>
                    <Curve series name=words.picture ends=words.ends />
                    <Table lines />
                </section>
            }
        })
    }
}

fn series(line: &Line) -> Series {
    Series {
        name: (t().method.stack)(&line.stack),
        points: RADII.into_iter().zip(line.shares.iter().copied()).collect(),
    }
}

#[component]
fn Table(lines: Vec<Line>) -> impl IntoView {
    let words = t().certainty();
    let names = lines.iter().map(|line| (t().method.stack)(&line.stack));
    let head: Vec<_> = std::iter::once(words.curve.drift.to_owned()).chain(names).collect();
    let row = |(at, radius): (usize, f64)| {
        let shares = lines.iter().map(|line| (words.share)(line.shares[at]));
        std::iter::once((words.share)(radius)).chain(shares).collect()
    };
    let rows: Vec<Vec<_>> = RADII.into_iter().enumerate().map(row).collect();
    view! {
        <details class="why">
            <summary>{words.curve.table}</summary>
            {table(words.curve.caption, &head, &rows)}
        </details>
    }
}
