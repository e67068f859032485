//! The decision record as Markdown, in the order of the MADR template: context, drivers, options, outcome, consequences,
//! evidence.

use rules_core::catalog::FactSheets;
use rules_core::gates::Gate;
use rules_core::measured::Evidence;
use rules_core::outcome::{Decision, StackResult};
use rules_core::profile::Field;

use super::markdown::{Markdown, escape};
use super::sections;
use crate::state::certain::Certain;
use crate::text::Text;

/// What goes into a record besides the words.
#[derive(Clone, Copy, Debug)]
pub struct RecordInput<'a> {
    /// The decision.
    pub decision: &'a Decision,
    /// The profile in its YAML form.
    pub profile_yaml: &'a str,
    /// The address that opens the same decision.
    pub link: &'a str,
    /// Whether the weights were set by hand.
    pub own_weights: bool,
    /// What was measured.
    pub evidence: &'a Evidence,
    /// How certain it is, in full.
    pub certain: &'a Certain,
    /// The facts that the decision cites; `None` when they could not be had.
    pub sheets: Option<&'a FactSheets>,
}

/// Writes the record. Equal input gives equal bytes: no clock, no random order.
#[must_use]
pub fn record(input: &RecordInput, words: &Text) -> String {
    let mut document = Markdown::default();
    document.heading(1, &title(input.decision, words));
    document.paragraph(words.record().document.status);
    sections::context(&mut document, input, words);
    sections::direction(&mut document, input, words);
    sections::drivers(&mut document, input, words);
    sections::options(&mut document, input, words);
    sections::outcome(&mut document, input, words);
    sections::versus(&mut document, input, words);
    sections::certainty(&mut document, input, words);
    sections::fleet(&mut document, input, words);
    sections::consequences(&mut document, input, words);
    sections::pitfalls(&mut document, input, words);
    sections::companions(&mut document, input, words);
    sections::reports(&mut document, input, words);
    sections::scores(&mut document, input, words);
    sections::rejected(&mut document, input, words);
    sections::facts(&mut document, input, words);
    sections::source(&mut document, input, words);
    document.finish()
}

/// Returns the title of the record as plain text.
#[must_use]
pub fn title(decision: &Decision, words: &Text) -> String {
    let document = &words.record().document;
    let name = Some(decision.profile.name().trim()).filter(|name| !name.is_empty());
    match first(decision) {
        Some(first) => (document.titled)(&(words.method.stack)(&first.stack), name),
        None => (document.untitled)(name),
    }
}

/// Returns the stack to evaluate first, if one may be named.
pub(super) fn first(decision: &Decision) -> Option<&StackResult> {
    decision.shortlist.first().and_then(|entry| decision.stacks.get(entry.stack))
}

/// Returns an answer as it stands in a table, or the word for unknown.
pub(super) fn answer(decision: &Decision, field: Field, words: &Text) -> String {
    let answer = decision.profile.answer(field);
    escape(&answer.map_or_else(
        || words.fields.unknown.to_owned(),
        |answer| (words.fields.answer)(field, answer),
    ))
}

/// Returns what a gate is called.
pub(super) fn gate_title(id: &'static str) -> &'static str {
    Gate::by_id(id).map_or(id, |gate| gate.title)
}
