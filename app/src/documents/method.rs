//! The method as text, drawn from the rules themselves: the Method page, and `docs/method.md`.
//!
//! `cargo run -p edgewise-app --example method > docs/method.md` renews the file; a test says when that is due.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use rules_core::catalog::{CATALOG_VERSION, FactSheets, catalog};
use rules_core::certainty;
use rules_core::counterfactual;
use rules_core::criteria;
use rules_core::decide;
use rules_core::gates;
use rules_core::outcome::FactId;
use rules_core::profile::Field;
use rules_core::reason::Reason;
use rules_core::stacks;

use super::blocks::{self, Block, Part, site};
use super::floors;
use crate::text::Text;

/// Returns the whole method but for the sources, which need the fact sheets.
#[must_use]
pub fn parts(text: &Text) -> Vec<Part> {
    let titles = &text.method_page().parts;
    let of = decide::method();
    let part = |id, title, blocks| Part { id, title, blocks };
    vec![
        part("steps", titles.steps, steps(text)),
        part("stacks", titles.stacks, candidates(text)),
        part("tree", titles.tree, rules::tree(text)),
        part("unknown", titles.unknown, vec![sentences(&of.unknown, text)]),
        part("assumptions", titles.assumptions, assumptions(text)),
        part("gates", titles.gates, rules::gates(text)),
        part("criteria", titles.criteria, rules::criteria(text)),
        part("evidence", titles.evidence, rules::evidence(text)),
        part("weights", titles.weights, rules::weights(text)),
        part("stakeholders", titles.stakeholders, rules::stakeholders(text)),
        part("ranking", titles.ranking, vec![sentences(&of.ranking, text)]),
        part(
            "shortlist",
            titles.shortlist,
            vec![sentences(&of.enough, text), sentences(&of.shortlist, text)],
        ),
        part("pattern", titles.pattern, vec![patterns(&of, text)]),
        part(
            "certainty",
            titles.certainty,
            vec![sentences(&certainty::method(), text), sentences(&counterfactual::method(), text)],
        ),
        part("floors", titles.floors, floor_entries(text)),
        part("versions", titles.versions, versions(text)),
    ]
}

/// Returns where the facts come from, and the facts that gates and criteria read.
#[must_use]
pub fn sources(sheets: &FactSheets, text: &Text) -> Part {
    let words = text.method_page();
    let all = sheets.all();
    let mut sites: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in all {
        *sites.entry(site(&fact.source)).or_default() += 1;
    }
    let mut sites: Vec<_> = sites.into_iter().collect();
    sites.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rows = sites.into_iter().map(|(site, count)| vec![site.to_owned(), count.to_string()]);
    let days = || all.iter().map(|fact| fact.as_of.as_str());
    let (first, last) = (days().min().unwrap_or_default(), days().max().unwrap_or_default());
    Part {
        id: "facts",
        title: words.parts.facts,
        blocks: vec![
            Block::Text(words.facts.to_owned()),
            Block::Text((words.read)(all.len(), first, last)),
            Block::Text(words.sources.to_owned()),
            Block::Table {
                caption: words.sources,
                head: words.source_columns.to_vec(),
                rows: rows.collect(),
            },
            Block::Text(words.cited.to_owned()),
            Block::Facts(cited()),
        ],
    }
}

/// Returns the whole as Markdown.
#[must_use]
pub fn document(sheets: &FactSheets, text: &Text) -> String {
    let words = text.method_page();
    let mut all = parts(text);
    let last = all.len() - 1;
    all.insert(last, sources(sheets, text));
    blocks::markdown(words.title, &[words.lead, words.printed], &all, words.terms.facts, sheets)
}

fn cited() -> Vec<FactId> {
    let mut cited: BTreeSet<FactId> = gates::ALL.iter().flat_map(gates::Gate::facts).collect();
    cited.extend(criteria::ALL.iter().flat_map(criteria::Criterion::facts));
    cited.into_iter().collect()
}

fn steps(text: &Text) -> Vec<Block> {
    let (gates, criteria) = (gates::ALL.len(), criteria::ALL.len());
    vec![Block::Steps((text.method_page().steps)(gates, criteria, stacks::all().len()))]
}

fn candidates(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let all = catalog();
    let excluded = stacks::excluded().into_iter().map(|pair| {
        let framework = pair.framework.and_then(|id| all.framework(id)).map(|one| one.name);
        let kubernetes = pair.kubernetes.and_then(|id| all.distribution(id)).map(|one| one.name);
        let host = pair.host.and_then(|id| all.host(id)).map(|one| one.name);
        let parts: Vec<_> = [framework, kubernetes, host].into_iter().flatten().collect();
        format!("{}: {}", (words.pair)(&parts), pair.joint.why)
    });
    vec![
        Block::Text((words.stacks)(stacks::all().len())),
        Block::Text(words.excluded.to_owned()),
        Block::List(excluded.collect()),
    ]
}

fn assumptions(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let rows = Field::ALL.iter().map(|field| {
        vec![
            text.fields.label(*field).to_owned(),
            (text.fields.answer)(*field, field.assumption()),
            field.assumption_reason().to_owned(),
        ]
    });
    vec![
        Block::Text(words.assumptions.to_owned()),
        Block::Table {
            caption: words.parts.assumptions,
            head: vec![words.terms.question, words.terms.assumed, words.terms.why],
            rows: rows.collect(),
        },
    ]
}

fn patterns(of: &decide::Method, text: &Text) -> Block {
    let words = text.method_page();
    let lines = of.pattern.iter().map(|(pattern, when)| {
        let (name, when) = ((text.method.pattern)(*pattern), (text.method.reason)(when));
        (words.pattern)(*pattern, name, &when)
    });
    Block::Steps(lines.collect())
}

fn floor_entries(text: &Text) -> Vec<Block> {
    let entries = floors::all(catalog(), text).into_iter().map(Block::Entry);
    std::iter::once(Block::Text(text.method_page().floors.to_owned())).chain(entries).collect()
}

fn versions(text: &Text) -> Vec<Block> {
    vec![Block::Text((text.method_page().versions)(rules_core::RULES_VERSION, CATALOG_VERSION))]
}

fn sentences(of: &[Reason], text: &Text) -> Block {
    Block::List(of.iter().map(text.method.sentence).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::route::method_part;
    use crate::text::t;

    #[test]
    fn the_file_is_current() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/method.md");
        let kept = std::fs::read_to_string(file).expect("docs/method.md is there");
        let now = document(&FactSheets::built_in(), t());
        let differ = kept.lines().zip(now.lines()).find(|(kept, now)| kept != now);
        assert!(
            kept == now,
            "docs/method.md is not what the rules say, first here: {differ:?}\nRenew it with: cargo run -p edgewise-app \
             --example method > docs/method.md"
        );
    }

    #[test]
    fn every_rule_is_printed_with_its_formula() {
        let document = document(&FactSheets::built_in(), t());
        for gate in gates::ALL {
            assert!(
                document.contains(&super::super::markdown::escape(gate.formula)),
                "{}",
                gate.id
            );
        }
        for rule in criteria::ALL {
            let formula = super::super::markdown::escape(rule.formula);
            assert!(document.contains(&formula), "{}", rule.title);
        }
    }

    #[test]
    fn every_part_and_rule_has_an_address_of_its_own() {
        let sheets = FactSheets::built_in();
        let mut seen = BTreeSet::new();
        for part in parts(t()).into_iter().chain([sources(&sheets, t())]) {
            let entries = part.blocks.iter().filter_map(|block| match block {
                Block::Entry(entry) => entry.id,
                _ => None,
            });
            for id in entries.chain([part.id]) {
                assert_eq!(method_part(id), Some(id));
                assert!(seen.insert(id), "{id} is there twice");
            }
        }
        assert_eq!(seen.len(), 17 + gates::ALL.len() + criteria::ALL.len());
    }

    #[test]
    fn what_is_cited_stands_in_the_fact_sheets() {
        let sheets = FactSheets::built_in();
        let cited = cited();
        assert!(cited.len() > 100, "{}", cited.len());
        assert!(cited.iter().all(|id| sheets.fact(id).is_some()));
    }
}
