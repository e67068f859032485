//! Scores, rejections with their evidence, cited facts, and where the record comes from.

use std::collections::BTreeSet;

use rules_core::catalog::{CATALOG_VERSION, Fact};
use rules_core::outcome::{
    CriterionId, CriterionScore, Decision, FactId, GateResult, StackResult, Verdict,
};

use crate::documents::markdown::{Markdown, escape, link};
use crate::documents::record::{RecordInput, gate_title};
use crate::text::Text;

/// The matrix of the stacks that are still in.
pub fn scores(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let decision = input.decision;
    document.heading(2, own.scores);
    document.paragraph(own.scores_intro);
    let criteria = CriterionId::ALL.map(|criterion| (words.method.criterion)(criterion));
    let rows = shown(decision).into_iter().filter_map(|at| decision.stacks.get(at));
    let headings: [&str; 8] =
        std::array::from_fn(|at| if at == 0 { own.stack } else { criteria[at - 1] });
    document.table(headings, rows.map(|result| row(result, words)));
    measured(document, input, words);
}

/// What was measured at one's own sites, by whom the record is written.
fn measured(document: &mut Markdown, input: &RecordInput, words: &Text) {
    if input.evidence.is_empty() {
        return;
    }
    let own = &words.record().document;
    document.paragraph(own.measured_intro);
    document.list(input.evidence.all().iter().map(|one| {
        let (criterion, stack) = ((words.method.criterion)(one.criterion), words.tried(&one.stack));
        let entry = (own.measured)(criterion, &escape(&stack), one.score, &one.day.to_string());
        if one.note.is_empty() { entry } else { format!("{entry}: {}", escape(&one.note)) }
    }));
}

/// The shortlist and the best stack of each option that is still in, by rank.
fn shown(decision: &Decision) -> BTreeSet<usize> {
    let best = decision
        .products
        .iter()
        .filter(|product| product.rank.is_some())
        .filter_map(|product| product.best);
    best.chain(decision.shortlist.iter().map(|entry| entry.stack)).collect()
}

fn row(result: &StackResult, words: &Text) -> [String; 8] {
    let mut cells = result.criteria.iter().map(cell);
    std::array::from_fn(|at| {
        if at == 0 {
            escape(&(words.method.stack)(&result.stack))
        } else {
            cells.next().unwrap_or_default()
        }
    })
}

fn cell(score: &CriterionScore) -> String {
    format!("{} ({} to {})", score.score, score.low, score.high)
}

/// Options that are ruled out, each with every gate that rules its best stack out.
pub fn rejected(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let decision = input.decision;
    let rejected: Vec<_> = decision
        .products
        .iter()
        .filter(|product| product.verdict == Verdict::Fail)
        .filter_map(|product| Some((product.product, decision.stacks.get(product.best?)?)))
        .collect();
    if rejected.is_empty() {
        return;
    }
    document.heading(2, own.rejected);
    document.paragraph(own.rejected_intro);
    for (product, best) in rejected {
        let name =
            (own.ruled_out)(&(words.method.product)(product), &(words.method.stack)(&best.stack));
        document.heading(3, &name);
        document.list(
            best.gates
                .iter()
                .filter(|gate| gate.verdict == Verdict::Fail)
                .map(|gate| failed(gate, input, words)),
        );
    }
}

fn failed(gate: &GateResult, input: &RecordInput, words: &Text) -> String {
    let sources: Vec<_> =
        gate.facts.iter().filter_map(|id| input.sheets?.fact(id)).map(source_of).collect();
    let sources =
        if sources.is_empty() { String::new() } else { format!(" ({})", sources.join("; ")) };
    let name = escape(gate_title(gate.gate));
    format!("**{name}**: {}{sources}", escape(&(words.method.sentence)(&gate.reason)))
}

fn source_of(fact: &Fact) -> String {
    format!("{}, {}", link(&fact.id, &fact.source), fact.as_of)
}

/// Every fact that the shortlist and the rejections cite, once, in the order of ids.
pub fn facts(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let cited = cited(input.decision);
    if cited.is_empty() {
        return;
    }
    document.heading(2, own.facts);
    let Some(sheets) = input.sheets else {
        document.paragraph(own.facts_missing);
        document.list(cited.into_iter().map(escape));
        return;
    };
    document.paragraph(own.facts_intro);
    let facts = cited.into_iter().filter_map(|id| sheets.fact(id));
    document.list(
        facts.map(|fact| {
            (own.fact)(&escape(&fact.claim), &link(&fact.id, &fact.source), &fact.as_of)
        }),
    );
}

fn cited(decision: &Decision) -> BTreeSet<FactId> {
    let beside = super::beside::cited(decision);
    let shortlist = decision.shortlist.iter().map(|entry| entry.stack);
    let best = decision
        .products
        .iter()
        .filter(|product| product.verdict == Verdict::Fail)
        .filter_map(|one| one.best);
    let shown = shortlist.chain(best).filter_map(|at| decision.stacks.get(at));
    shown
        .flat_map(|result| {
            let gates = result
                .gates
                .iter()
                .filter(|gate| gate.verdict != Verdict::Pass)
                .flat_map(|gate| gate.facts.iter());
            let parts = result.criteria.iter().flat_map(|score| &score.contributions);
            gates.chain(parts.flat_map(|part| part.facts.iter())).copied().collect::<Vec<_>>()
        })
        .chain(beside)
        .chain(super::versus::cited(decision))
        .collect()
}

/// The profile as text, the versions, the link.
pub fn source(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    document.heading(2, own.profile);
    document.paragraph(own.profile_intro);
    document.fence("yaml", input.profile_yaml);
    document.heading(2, own.more);
    document.paragraph(&(own.versions)(
        env!("CARGO_PKG_VERSION"),
        rules_core::RULES_VERSION,
        CATALOG_VERSION,
    ));
    document.paragraph(&(own.link)(input.link));
    document.paragraph(own.limits);
}
