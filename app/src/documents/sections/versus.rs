//! Why the first of the shortlist comes before the second.

use std::collections::BTreeSet;
use std::fmt::Write;

use rules_core::outcome::{Contribution, Decision, FactId, GateResult};

use crate::documents::markdown::{Markdown, escape};
use crate::documents::reasons::carried;
use crate::documents::record::{RecordInput, gate_title};
use crate::state::versus::{self, Part, Versus};
use crate::text::Text;

/// The lead by criterion, what it is made of, and the gates that answer differently.
pub fn versus(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.decision().versus;
    let Some(found) = versus::versus(input.decision, None) else { return };
    let names = [&found.first, &found.second].map(|stack| escape(&(words.method.stack)(stack)));
    let [first, second] = &names;
    document.heading(2, own.title);
    document.paragraph(&(own.standing)(found.standing, first, second, found.points));
    if let Some(reasons) = &found.reasons {
        document.paragraph(&carried(reasons, second, words));
    }
    if found.criteria.is_empty() {
        document.paragraph(own.same);
    } else {
        let head = [own.criterion, own.adds, first, second];
        let rows = found.criteria.iter().map(|part| row(part, words));
        document.table(head, rows.chain([sum(&found, words)]));
    }
    document.list(found.criteria.iter().flat_map(|part| made_of(part, &names, words)));
    if !found.gates.is_empty() {
        document.paragraph(&format!("{}:", (own.gates)(found.gates.len())));
    }
    let sides = found.gates.iter().flat_map(|(a, b)| [(a, first), (b, second)]);
    document.list(sides.map(|(gate, name)| said(gate, name, words)));
}

fn row(part: &Part, words: &Text) -> [String; 4] {
    let own = &words.decision().versus;
    [
        escape((words.method.criterion)(part.criterion)),
        (own.points)(part.points),
        (own.score)(part.scores.0),
        (own.score)(part.scores.1),
    ]
}

fn sum(found: &Versus, words: &Text) -> [String; 4] {
    let own = &words.decision().versus;
    [own.together.to_owned(), (own.points)(found.points), String::new(), String::new()]
}

fn made_of(part: &Part, names: &[String; 2], words: &Text) -> Vec<String> {
    let criterion = escape((words.method.criterion)(part.criterion));
    let line = |name: &String, one: &Contribution| {
        let delta = (words.decision().matrix.delta)(one.delta);
        format!(
            "**{name}** ({criterion}, {delta}): {}",
            escape(&(words.method.sentence)(&one.reason))
        )
    };
    let first = part.only_first.iter().map(|one| line(&names[0], one));
    first.chain(part.only_second.iter().map(|one| line(&names[1], one))).collect()
}

/// What a gate says of one of them, what it asks for, and the answers that it waits for.
fn said(gate: &GateResult, name: &str, words: &Text) -> String {
    let matrix = &words.decision().matrix;
    let verdict = (words.method.verdict)(gate.verdict);
    let head = escape(&format!("{}, {verdict}", gate_title(gate.gate)));
    let mut why = (words.method.sentence)(&gate.reason);
    if let Some(action) = &gate.action {
        let _ = write!(why, " {}: {}", matrix.action, (words.method.sentence)(action));
    }
    let fields: Vec<_> = gate.depends_on.iter().map(|field| words.fields.label(*field)).collect();
    if !fields.is_empty() {
        let _ = write!(why, " {}: {}.", matrix.depends_on, fields.join("; "));
    }
    format!("**{name}** ({head}): {}", escape(&why))
}

/// The facts behind the comparison.
pub(super) fn cited(decision: &Decision) -> BTreeSet<FactId> {
    versus::versus(decision, None).map(|found| found.facts()).unwrap_or_default()
}
