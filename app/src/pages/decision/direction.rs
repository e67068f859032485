//! The five questions: the picture with the path, and the list that explains it.

use leptos::prelude::*;
use rules_core::outcome::Question;

use super::{field_href, locked};
use crate::components::TreeDiagram;
use crate::components::tree_questions::{TreeQuestions, element_id};
use crate::drawing::Drawing;
use crate::platform::page;
use crate::state::Model;
use crate::text::t;

/// The direction and where it comes from.
#[component]
pub fn DirectionCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().tree;
    let tree = expect_context::<Drawing>()
        .in_turn(move || model.decision.with(|decision| decision.tree.clone()));
    let opened = RwSignal::new(None);
    let on_open = Callback::new(move |question: Question| {
        opened.set(Some(question));
        page::focus(&format!("#{} summary", element_id(question)));
    });
    let on_override =
        Callback::new(move |(question, answer)| model.override_question(question, answer));
    view! {
        <section class="card" aria-labelledby="direction">
            <div class="card__head">
                <h2 id="direction">{words.title}</h2>
                <small>{words.lead}</small>
            </div>
            <TreeDiagram tree on_open />
            <TreeQuestions tree opened locked=locked() href=field_href() on_override />
        </section>
    }
}
