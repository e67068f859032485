//! All eleven options by the seven criteria.

use leptos::prelude::*;

use super::behind;
use crate::components::Matrix;
use crate::drawing::Drawing;
use crate::state::{Model, matrix};
use crate::text::t;

/// The table of scores and gates.
#[component]
pub fn ScoresCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().matrix;
    let behind = behind();
    let rows = expect_context::<Drawing>().in_turn(move || model.decision.with(matrix::rows));
    view! {
        <section class="card" aria-labelledby="scores">
            <div class="card__head">
                <h2 id="scores">{words.title}</h2>
                <small>{words.lead}</small>
            </div>
            <Matrix rows behind />
        </section>
    }
}
