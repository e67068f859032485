//! Facts with their claim, source and date: what stands behind a score or a gate.

use leptos::prelude::*;
use rules_core::catalog::{Fact, catalog};
use rules_core::outcome::FactId;

use crate::text::t;

/// The facts that something rests on, folded up.
#[component]
pub fn Facts(
    /// Which facts.
    ids: Vec<FactId>,
) -> impl IntoView {
    let facts: Vec<_> = ids.into_iter().filter_map(|id| catalog().fact(id)).collect();
    (!facts.is_empty()).then(|| {
        view! {
            <details class="facts">
                <summary>{(t().decision.matrix.facts)(facts.len())}</summary>
                <ul>{facts.into_iter().map(|fact| view! { <Item fact /> }).collect_view()}</ul>
            </details>
        }
    })
}

#[component]
fn Item(fact: &'static Fact) -> impl IntoView {
    let words = &t().decision.matrix;
    view! {
        <li>
            <span>{fact.claim}</span>
            " "
            <small>
                <a href=fact.source target="_blank" rel="noopener noreferrer">
                    {(words.source)(site(fact.source))}
                </a>
                ", "
                <time datetime=fact.as_of>{(words.as_of)(fact.as_of)}</time>
            </small>
            {fact.note.map(|note| view! { " " <small>{note}</small> })}
        </li>
    }
}

/// The site of an address: `docs.k3s.io`.
fn site(source: &str) -> &str {
    let address = source.split_once("://").map_or(source, |(_, rest)| rest);
    address.split('/').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_an_address_is_its_host() {
        assert_eq!(site("https://docs.k3s.io/installation/requirements"), "docs.k3s.io");
        assert_eq!(site("a book"), "a book");
    }
}
