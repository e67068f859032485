//! Words of the decision record: the page and the document.

use rules_core::advice::{Cost, Stance};
use rules_core::catalog::Job;

use super::facts_note::FactsNote;

/// The Record page and what it hands out.
pub struct Record {
    /// Title of the page.
    pub title: &'static str,
    /// What the page is for.
    pub intro: &'static str,
    /// While the facts are not here.
    pub without_facts: FactsNote,
    /// Over the preview.
    pub preview: &'static str,
    /// Copies the record.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// The browser refused to copy.
    pub refused: &'static str,
    /// Downloads the record.
    pub download: &'static str,
    /// Downloads the profile.
    pub download_profile: &'static str,
    /// The browser took the file.
    pub downloaded: fn(name: &str) -> String,
    /// The browser refused the file.
    pub not_downloaded: &'static str,
    /// Prints.
    pub print: &'static str,
    /// The document's own words.
    pub document: Document,
}

/// Headings and sentences of the document.
pub struct Document {
    /// Title with a stack to evaluate first.
    pub titled: fn(stack: &str, name: Option<&str>) -> String,
    /// Title when none may be named.
    pub untitled: fn(name: Option<&str>) -> String,
    /// Under the title: what kind of answer this is.
    pub status: &'static str,
    /// Heading: the site class.
    pub context: &'static str,
    /// The site class in a sentence.
    pub site_class: fn(tier: &str, sites: Option<&str>, nodes: Option<&str>) -> String,
    /// Table head: question.
    pub question: &'static str,
    /// Table head: answer.
    pub answer: &'static str,
    /// Heading: what was assumed.
    pub assumptions: &'static str,
    /// Before the assumptions.
    pub assumptions_intro: &'static str,
    /// Table head: assumed.
    pub assumed: &'static str,
    /// Table head: why.
    pub why: &'static str,
    /// Heading: contradictions.
    pub contradictions: &'static str,
    /// Heading: drivers.
    pub drivers: &'static str,
    /// Before the weights when they follow from the profile.
    pub derived_weights: &'static str,
    /// Before the weights when the user set them.
    pub own_weights: &'static str,
    /// Table head: criterion.
    pub criterion: &'static str,
    /// Table head: weight.
    pub weight: &'static str,
    /// A share in per cent.
    pub share: fn(share: f64) -> String,
    /// Heading: direction.
    pub direction: &'static str,
    /// The direction in a sentence.
    pub direction_is: fn(names: &[String]) -> String,
    /// Marks an overridden answer.
    pub overridden: fn(answer: &str, derived: &str) -> String,
    /// Marks a question off the path.
    pub not_asked: &'static str,
    /// Heading: options.
    pub options: &'static str,
    /// Before the options.
    pub options_intro: &'static str,
    /// Table head: option.
    pub option: &'static str,
    /// Table head: best stack.
    pub best: &'static str,
    /// Table head: verdict.
    pub verdict: &'static str,
    /// Table head: value.
    pub value: &'static str,
    /// Table head: rank.
    pub rank: &'static str,
    /// Stands where there is nothing.
    pub nothing: &'static str,
    /// Heading: outcome.
    pub outcome: &'static str,
    /// The first of the shortlist.
    pub first: fn(stack: &str, why: &str) -> String,
    /// The others.
    pub compare: fn(stack: &str, why: &str) -> String,
    /// When no winner may be named.
    pub not_enough: fn(fields: &[&'static str]) -> String,
    /// When every stack is ruled out.
    pub nothing_left: &'static str,
    /// The pattern with its reason.
    pub pattern: fn(pattern: &str, why: &str) -> String,
    /// Heading: conditions.
    pub conditions: &'static str,
    /// A condition of a stack.
    pub condition: fn(stack: &str, gate: &str, action: &str) -> String,
    /// The answers that a stack still depends on.
    pub depends: fn(stack: &str, fields: &[&'static str]) -> String,
    /// Heading: consequences.
    pub consequences: &'static str,
    /// A consequence that helps.
    pub good: fn(criterion: &str, reason: &str) -> String,
    /// A consequence that hurts.
    pub bad: fn(criterion: &str, reason: &str) -> String,
    /// Heading: pitfalls.
    pub pitfalls: &'static str,
    /// Before the pitfalls.
    pub pitfalls_intro: &'static str,
    /// A pitfall: its title, why, and what to do instead.
    pub pitfall: fn(title: &str, reason: &str, fix: &str) -> String,
    /// What rests on assumptions, and on which.
    pub on_assumption: fn(fields: &[&'static str]) -> String,
    /// Heading: companions.
    pub companions: &'static str,
    /// Before the companions.
    pub companions_intro: &'static str,
    /// Table head: job.
    pub job_head: &'static str,
    /// Table head: what to do.
    pub advice: &'static str,
    /// Table head: cost.
    pub cost_head: &'static str,
    /// The name of a job that no distribution settles.
    pub job: fn(Job) -> &'static str,
    /// What to do about a companion, in a word.
    pub stance: fn(Stance) -> &'static str,
    /// What a companion costs; what no fact gives is called unknown.
    pub cost: fn(&Cost) -> String,
    /// Something to keep, bring or consider.
    pub do_with: fn(stance: &str, name: &str) -> String,
    /// Before what was left out.
    pub left_out: &'static str,
    /// Something that was left out, and why.
    pub leave: fn(name: &str, reason: &str) -> String,
    /// Heading: field reports.
    pub reports: &'static str,
    /// Before the field reports.
    pub reports_intro: &'static str,
    /// A field report with what it asks, its source, versions, standing and day; ready Markdown in and out.
    pub report: fn(claim: &str, note: &str, source: &str, about: &[&str]) -> String,
    /// Heading: scores.
    pub scores: &'static str,
    /// Before the scores.
    pub scores_intro: &'static str,
    /// Before the scores that were measured.
    pub measured_intro: &'static str,
    /// One of them; its note follows.
    pub measured: fn(criterion: &str, stack: &str, score: u8, day: &str) -> String,
    /// Table head: stack.
    pub stack: &'static str,
    /// Heading: rejected.
    pub rejected: &'static str,
    /// Before the rejected.
    pub rejected_intro: &'static str,
    /// An option that was ruled out, with its best stack.
    pub ruled_out: fn(option: &str, stack: &str) -> String,
    /// Heading: facts.
    pub facts: &'static str,
    /// Before the facts.
    pub facts_intro: &'static str,
    /// Before the ids of facts that could not be had.
    pub facts_missing: &'static str,
    /// A fact with its source, ready Markdown in and out.
    pub fact: fn(claim: &str, source: &str, as_of: &str) -> String,
    /// Heading: the profile as text.
    pub profile: &'static str,
    /// Before the profile.
    pub profile_intro: &'static str,
    /// Heading: where this comes from.
    pub more: &'static str,
    /// Versions.
    pub versions: fn(app: &str, rules: &str, catalog: &str) -> String,
    /// The link.
    pub link: fn(link: &str) -> String,
    /// The last line.
    pub limits: &'static str,
}
