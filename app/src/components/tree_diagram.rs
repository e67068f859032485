//! The five questions as a picture: the path by line weight, word and colour. The list of the questions beside it says
//! the same in words, so the picture is one image to those who cannot see it.

mod layout;

use leptos::prelude::*;
use rules_core::outcome::{Leaf, Question, TreeResult};

use self::layout::{LEAVES, LINES, Line, ONWARD, Place, VIEW_BOX};
use crate::state::tree_path::{self, Mark};
use crate::text::t;

/// The tree with the path that the answers take through it.
#[component]
pub fn TreeDiagram(
    /// The five answers.
    #[prop(into)]
    tree: Signal<TreeResult>,
    /// A question was pressed, to see where its answer comes from.
    on_open: Callback<Question>,
) -> impl IntoView {
    view! {
        <figure class="tree">
            <svg viewBox=VIEW_BOX role="img" aria-label=move || tree.with(in_words)>
                {LINES.iter().map(|line| view! { <Edge tree line /> }).collect_view()}
                <Onward tree />
                {Question::ALL
                    .into_iter()
                    .map(|question| view! { <QuestionBox tree question on_open /> })
                    .collect_view()}
                {LEAVES
                    .into_iter()
                    .map(|(leaf, place)| view! { <LeafBox tree leaf place /> })
                    .collect_view()}
            </svg>
        </figure>
    }
}

fn in_words(tree: &TreeResult) -> String {
    (t().decision().tree.path)(&tree_path::steps(tree), &tree.leaves)
}

#[component]
fn Edge(tree: Signal<TreeResult>, line: &'static Line) -> impl IntoView {
    let mark = Memo::new(move |_| tree.with(|tree| tree_path::branch(tree, line.branch)));
    let (x, y) = line.label;
    view! {
        <g class="tree__edge" data-mark=move || mark.get().id()>
            <path d=line.path />
            <text x=x y=y>
                {move || (t().decision().tree.branch)(line.branch.1, mark.get() == Mark::Open)}
            </text>
        </g>
    }
}

/// From the local-site cluster on to the question of its substrate.
#[component]
fn Onward(tree: Signal<TreeResult>) -> impl IntoView {
    let (branch, path) = ONWARD;
    let mark = move || tree.with(|tree| tree_path::branch(tree, branch)).id();
    view! {
        <g class="tree__edge tree__edge--onward" data-mark=mark>
            <path d=path />
        </g>
    }
}

#[component]
fn QuestionBox(
    tree: Signal<TreeResult>,
    question: Question,
    on_open: Callback<Question>,
) -> impl IntoView {
    let mark = move || tree.with(|tree| tree_path::question(tree, question)).id();
    let words = &t().decision().tree;
    let state = move || {
        tree.with(|tree| tree_path::result(tree, question).map(words.state).unwrap_or_default())
    };
    let place = layout::question(question);
    view! {
        <g class="tree__question" data-mark=mark on:click=move |_| on_open.run(question)>
            <Box place />
            <text x=place.x + 14 y=place.y + 29>
                {(words.short)(question)}
            </text>
            <text class="tree__sub" x=place.x + 14 y=place.y + 50>
                {state}
            </text>
        </g>
    }
}

#[component]
fn LeafBox(tree: Signal<TreeResult>, leaf: Leaf, place: Place) -> impl IntoView {
    let mark = move || tree.with(|tree| tree_path::leaf(tree, leaf)).id();
    let (name, sub) = (t().decision().tree.leaf)(leaf);
    let middle = place.y + place.height / 2;
    let baseline = if sub.is_empty() { middle + 4 } else { middle - 4 };
    view! {
        <g class="tree__leaf" data-mark=mark data-onward=(leaf == Leaf::Autonomy).then_some("")>
            <Box place />
            <text x=place.x + 14 y=baseline>
                {name}
            </text>
            <text class="tree__sub" x=place.x + 14 y=middle + 16>
                {sub}
            </text>
        </g>
    }
}

#[component]
fn Box(place: Place) -> impl IntoView {
    view! { <rect x=place.x y=place.y width=place.width height=place.height rx="9" /> }
}
