//! What stands beside the decision for the first stack: pitfalls, companions, field reports.

use std::collections::BTreeSet;

use rules_core::advice::{self, Entry, Stance};
use rules_core::catalog::Job;
use rules_core::outcome::{Decision, FactId};
use rules_core::pitfalls::{self, Pitfall};
use rules_core::profile::Field;
use rules_core::reports::{self, Match};

use crate::documents::markdown::{Markdown, escape, link};
use crate::documents::record::{RecordInput, first};
use crate::text::Text;

/// The mistakes that profile and first stack make together.
pub fn pitfalls(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let Some(leader) = first(input.decision) else { return };
    let found = pitfalls::detect(&input.decision.profile, &leader.stack);
    if found.is_empty() {
        return;
    }
    document.heading(2, own.pitfalls);
    document.paragraph(own.pitfalls_intro);
    document.list(found.iter().map(|pitfall| line(pitfall, words)));
}

fn line(pitfall: &Pitfall, words: &Text) -> String {
    let own = &words.record().document;
    let text = (own.pitfall)(
        &escape(pitfall.title),
        &escape(&(words.method.sentence)(&pitfall.reason)),
        &escape(&(words.method.reason)(&pitfall.fix)),
    );
    text + &assumed(&pitfall.assumed, words)
}

fn assumed(fields: &[Field], words: &Text) -> String {
    let labels: Vec<_> = fields.iter().map(|field| words.fields.label(*field)).collect();
    if labels.is_empty() {
        return String::new();
    }
    escape(&(words.record().document.on_assumption)(&labels))
}

/// What to do about the jobs that no distribution settles, and what was left out.
pub fn companions(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let entries = entries(input.decision);
    if entries.is_empty() {
        return;
    }
    document.heading(2, own.companions);
    document.paragraph(own.companions_intro);
    let done = entries.iter().filter(|(_, entry)| entry.stance != Stance::Leave);
    document.table(
        [own.job_head, own.advice, own.cost_head, own.why],
        done.map(|(job, entry)| row(*job, entry, input, words)),
    );
    let left: Vec<_> = entries.iter().filter(|(_, entry)| entry.stance == Stance::Leave).collect();
    if !left.is_empty() {
        document.paragraph(own.left_out);
        document.list(left.iter().map(|(_, entry)| {
            (own.leave)(&escape(entry.name), &escape(&(words.method.sentence)(&entry.reason)))
        }));
    }
}

fn entries(decision: &Decision) -> Vec<(Job, Entry)> {
    let Some(leader) = first(decision) else { return Vec::new() };
    let all = advice::companions(&decision.profile, &leader.stack).into_iter();
    all.flat_map(|advice| advice.entries.into_iter().map(move |entry| (advice.job, entry)))
        .collect()
}

fn row(job: Job, entry: &Entry, input: &RecordInput, words: &Text) -> [String; 4] {
    let own = &words.record().document;
    let cost = entry.cost(&input.decision.assumed);
    [
        escape((own.job)(job)),
        escape(&(own.do_with)((own.stance)(entry.stance), entry.name)),
        escape(&cost.map(|cost| (own.cost)(&cost)).unwrap_or_default()),
        escape(&(words.method.reason)(&entry.reason)),
    ]
}

/// What others met in the field.
pub fn reports(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let Some(leader) = first(input.decision) else { return };
    let found = reports::matching(&input.decision.profile, &leader.stack);
    if found.is_empty() {
        return;
    }
    document.heading(2, own.reports);
    document.paragraph(own.reports_intro);
    document.list(found.iter().map(|one| told(one, input, words)));
}

/// Says what a report says, or only its id when the facts are not at hand.
fn told(found: &Match, input: &RecordInput, words: &Text) -> String {
    let id = found.report.id;
    let Some(fact) = input.sheets.and_then(|sheets| sheets.fact(id)) else { return escape(id) };
    let about = [fact.versions.as_deref(), fact.status.as_deref(), Some(fact.as_of.as_str())];
    let about: Vec<_> = about.into_iter().flatten().collect();
    let note = fact.note.as_deref().unwrap_or_default();
    let text = (words.record().document.report)(
        &escape(&fact.claim),
        &escape(note),
        &link(id, &fact.source),
        &about,
    );
    text + &assumed(&found.assumed, words)
}

/// The facts behind pitfalls and advice; field reports stand with their own sources.
pub(super) fn cited(decision: &Decision) -> BTreeSet<FactId> {
    let Some(leader) = first(decision) else { return BTreeSet::new() };
    let pitfalls = pitfalls::detect(&decision.profile, &leader.stack);
    let advice = entries(decision).into_iter().map(|(_, entry)| entry);
    let advice = advice.filter(|entry| entry.stance != Stance::Leave).flat_map(|entry| entry.facts);
    pitfalls.into_iter().flat_map(|pitfall| pitfall.facts).chain(advice).collect()
}
