//! Text that is a page and a file at once, as a page: see [`crate::documents::blocks`].

use leptos::prelude::*;

use super::facts::{Evidence, Facts};
use crate::documents::blocks::{Block, Entry, Part};

/// A part with its heading.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "components own their properties")]
pub fn PartSection(
    /// The part.
    part: Part,
    /// Where facts stand.
    evidence: Evidence,
) -> impl IntoView {
    let id = format!("m-{}", part.id);
    let labelled = id.clone();
    view! {
        <section class="card stack blocks" aria-labelledby=labelled>
            <h2 id=id tabindex="-1">{part.title}</h2>
            {part.blocks.iter().map(|block| block_view(block, evidence)).collect_view()}
        </section>
    }
}

fn block_view(block: &Block, evidence: Evidence) -> AnyView {
    match block {
        Block::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::List(items) => view! { <ul class="plain-list">{lines(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol class="plain-list">{lines(items)}</ol> }.into_any(),
        Block::Table { caption, head, rows } => table(caption, head, rows),
        Block::Entry(entry) => view! { <EntryView entry=entry.clone() evidence /> }.into_any(),
        Block::Facts(ids) => view! { <Facts ids=ids.clone() evidence /> }.into_any(),
    }
}

fn lines(items: &[String]) -> Vec<AnyView> {
    items.iter().map(|item| view! { <li>{item.clone()}</li> }.into_any()).collect()
}

/// A table in a frame that scrolls by itself; the first cell of a row is its head.
pub fn table(caption: &str, head: &[impl ToString], rows: &[Vec<String>]) -> AnyView {
    let caption = caption.to_owned();
    let heads =
        head.iter().map(|name| view! { <th scope="col">{name.to_string()}</th> }).collect_view();
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
            _ => view! { <td>{cell.clone()}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="sheet-table" role="group" tabindex="0" aria-label=caption.clone()>
            <table>
                <caption class="hidden">{caption.clone()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Something with a name, and what is said of it.
#[component]
pub fn EntryView(
    /// What it is.
    entry: Entry,
    /// Where facts stand.
    evidence: Evidence,
) -> impl IntoView {
    let terms = entry.terms.into_iter().map(|(term, said)| {
        view! {
            <dt>{term}</dt>
            <dd>{said}</dd>
        }
    });
    let id = entry.id.map(|id| format!("m-{id}"));
    view! {
        <div class="blocks__entry">
            <h3 id=id tabindex=entry.id.map(|_| "-1")>{entry.title}</h3>
            <dl class="rule">{terms.collect_view()}</dl>
            <Facts ids=entry.facts evidence />
        </div>
    }
}
