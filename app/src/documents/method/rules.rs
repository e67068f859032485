//! Tree, gates, criteria, levels of evidence and weights as blocks, each from its registry.

use std::collections::BTreeMap;

use rules_core::gates::Gate;
use rules_core::outcome::{CriterionId, EvidenceLevel, FactId, Question};
use rules_core::profile::{Answer, Field, Kind, SiteProfile};
use rules_core::weights::{BASE, Bands, RULES, Rule, STAKEHOLDERS};
use rules_core::{criteria as criterion, gates as gate, tree as five};

use crate::documents::blocks::{Block, Entry};
use crate::text::Text;

/// The five questions, and where each way through them leads.
pub(super) fn tree(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let questions = (1..).zip(Question::ALL).map(|(at, question)| {
        let (rule, reads) = five::rule(question);
        let title = format!("{at}. {}", (text.method.question)(question));
        let terms = vec![
            (words.terms.rule, (text.method.sentence)(&rule)),
            (words.terms.reads, fields(reads, text)),
        ];
        Block::Entry(Entry { id: None, title, terms, facts: Vec::new() })
    });
    let table = Block::Table {
        caption: words.parts.tree,
        head: vec![words.terms.path, words.terms.leads],
        rows: ways(text),
    };
    std::iter::once(Block::Text(words.tree.to_owned())).chain(questions).chain([table]).collect()
}

/// Every way through the tree, found by walking it with every set of answers.
fn ways(text: &Text) -> Vec<Vec<String>> {
    let words = text.method_page();
    let mut ways = BTreeMap::new();
    for bits in 0..1_u32 << Question::ALL.len() {
        let answers = std::array::from_fn(|at| Some(bits & (1 << at) == 0));
        let walked = five::walk(&SiteProfile::default(), &answers);
        let asked = (0..answers.len()).filter(|at| walked.questions[*at].on_path);
        let path: Vec<_> = asked.map(|at| (at, answers[at] != Some(true))).collect();
        ways.insert(path, walked.leaves);
    }
    let row = |(path, leaves): (Vec<(usize, bool)>, Vec<_>)| {
        let path = path.iter().map(|(at, no)| (words.step)(at + 1, !no));
        let leaves = leaves.into_iter().map(text.method.leaf);
        vec![path.collect::<Vec<_>>().join(", "), leaves.collect::<Vec<_>>().join("; ")]
    };
    ways.into_iter().map(row).collect()
}

/// Every gate.
pub(super) fn gates(text: &Text) -> Vec<Block> {
    let intro = Block::Text(text.method_page().gates.to_owned());
    std::iter::once(intro).chain(gate::ALL.iter().map(|gate| one_gate(gate, text))).collect()
}

fn one_gate(gate: &Gate, text: &Text) -> Block {
    let words = &text.method_page().terms;
    let terms = vec![
        (words.why, gate.why.to_owned()),
        (words.formula, gate.formula.to_owned()),
        (words.reads, fields(gate.reads, text)),
    ];
    let facts = gate.facts().into_iter().collect();
    entry(gate.id, gate.title, terms, facts, text)
}

/// Every criterion.
pub(super) fn criteria(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let (low, high) = criterion::ENDS;
    let intro = Block::Text((words.criteria)(low, high));
    let entries = criterion::ALL.iter().map(|rule| {
        let terms = vec![
            (words.terms.asks, rule.question.to_owned()),
            (words.terms.strong, rule.strong.to_owned()),
            (words.terms.suspicious, rule.warning.to_owned()),
            (words.terms.formula, rule.formula.to_owned()),
            (words.terms.reads, fields(rule.reads, text)),
        ];
        let facts = rule.facts().into_iter().collect();
        entry(rule.id.id(), (text.method.criterion)(rule.id), terms, facts, text)
    });
    std::iter::once(intro).chain(entries).collect()
}

fn entry(
    id: &'static str,
    title: &str,
    mut terms: Vec<(&'static str, String)>,
    facts: Vec<FactId>,
    text: &Text,
) -> Block {
    let words = &text.method_page().terms;
    if facts.is_empty() {
        terms.push((words.facts, words.no_facts.to_owned()));
    }
    Block::Entry(Entry { id: Some(id), title: title.to_owned(), terms, facts })
}

/// The levels of evidence and the widths that go with them.
pub(super) fn evidence(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let levels = [EvidenceLevel::Judged, EvidenceLevel::Documented, EvidenceLevel::Measured];
    let rows = levels.map(|level| {
        vec![
            (text.method.level)(level).to_owned(),
            (words.level)(level).to_owned(),
            (words.spread)(criterion::spread(level)),
        ]
    });
    vec![
        Block::Text(words.evidence.to_owned()),
        Block::Table {
            caption: words.parts.evidence,
            head: vec![words.terms.level, words.terms.when, words.terms.interval],
            rows: rows.to_vec(),
        },
    ]
}

/// Every rule that moves weights.
pub(super) fn weights(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let rules = RULES.iter().map(|rule| {
        vec![
            rule.why.to_owned(),
            names(rule.moves, text),
            fields(rule.reads, text),
            points(rule, text),
        ]
    });
    vec![
        Block::Text((words.weights)(BASE)),
        Block::Table {
            caption: words.parts.weights,
            head: vec![words.terms.why, words.terms.moves, words.terms.reads, words.terms.points],
            rows: rules.collect(),
        },
    ]
}

fn points(rule: &Rule, text: &Text) -> String {
    match rule.bands {
        Some(bands) => by_band(rule.reads[0], &bands, text),
        None => by_answer(rule, text),
    }
}

fn by_band(field: Field, bands: &Bands, text: &Text) -> String {
    let words = text.method_page();
    let Kind::Whole { unit, .. } = field.kind() else { return String::new() };
    let band = |(from, points): &(u32, f64)| {
        (words.band)(&(text.fields.measure)((*from).into(), unit), *points)
    };
    let below = std::iter::once((words.below)(bands.below));
    bands.from.iter().map(band).chain(below).collect::<Vec<_>>().join("; ")
}

/// The points for every answer that a choice has, by trying them.
fn by_answer(rule: &Rule, text: &Text) -> String {
    let any = SiteProfile::default().assume();
    let field = rule.reads[0];
    let answers: Vec<_> = match field.kind() {
        Kind::Choice(ids) => (0..).take(ids.len()).map(Answer::Choice).collect(),
        _ => vec![Answer::YesNo(true), Answer::YesNo(false)],
    };
    let said = answers.into_iter().map(|answer| {
        let points = rule.points(&any.with(field, answer));
        (text.method_page().answer)(&(text.fields.answer)(field, answer), points)
    });
    said.collect::<Vec<_>>().join("; ")
}

/// The four weightings.
pub(super) fn stakeholders(text: &Text) -> Vec<Block> {
    let words = text.method_page();
    let rows = STAKEHOLDERS.iter().map(|group| {
        let points = CriterionId::ALL.into_iter().zip(group.points);
        let points = points.map(|(of, points)| (words.share)((text.method.criterion)(of), points));
        vec![
            (text.decision().weights.stakeholder)(group.id).to_owned(),
            points.collect::<Vec<_>>().join(", "),
            group.reason.to_owned(),
        ]
    });
    vec![
        Block::Text(words.stakeholders.to_owned()),
        Block::Table {
            caption: words.parts.stakeholders,
            head: vec![words.terms.group, words.terms.points, words.terms.why],
            rows: rows.collect(),
        },
    ]
}

fn names(of: &[CriterionId], text: &Text) -> String {
    of.iter().map(|one| (text.method.criterion)(*one)).collect::<Vec<_>>().join(", ")
}

fn fields(of: &[Field], text: &Text) -> String {
    if of.is_empty() {
        return text.method_page().terms.reads_nothing.to_owned();
    }
    of.iter().map(|field| text.fields.label(*field)).collect::<Vec<_>>().join(", ")
}
