//! Words of the Method page, which is a document as well: `docs/method.md`.

use rules_core::outcome::{EvidenceLevel, Pattern};

/// The Method page.
pub struct MethodPage {
    /// Title.
    pub title: &'static str,
    /// What the page is.
    pub lead: &'static str,
    /// That the same text is a file.
    pub printed: &'static str,
    /// Name of the list of parts.
    pub contents: &'static str,
    /// Leads to the fact sheets of the options.
    pub sheets: &'static str,
    /// Headings of the parts.
    pub parts: Parts,
    /// Names of what is said of a rule.
    pub terms: Terms,
    /// The steps of a decision.
    pub steps: fn(gates: usize, criteria: usize, stacks: usize) -> Vec<String>,
    /// What a stack is, and where its list comes from.
    pub stacks: fn(stacks: usize) -> String,
    /// Over the combinations that are ruled out.
    pub excluded: &'static str,
    /// Two parts that do not go together.
    pub pair: fn(parts: &[&str]) -> String,
    /// What the tree is for.
    pub tree: &'static str,
    /// What assumptions are for.
    pub assumptions: &'static str,
    /// What gates are for.
    pub gates: &'static str,
    /// What criteria are for, with the ends of a score.
    pub criteria: fn(low: f64, high: f64) -> String,
    /// How well a score is founded.
    pub evidence: &'static str,
    /// When a score has a level.
    pub level: fn(EvidenceLevel) -> &'static str,
    /// How far a score of the level may lie from the stated one.
    pub spread: fn(f64) -> String,
    /// An answered question of a path through the tree.
    pub step: fn(question: usize, yes: bool) -> String,
    /// How weights come about, with the points that each criterion starts from.
    pub weights: fn(base: f64) -> String,
    /// The points of a band.
    pub band: fn(from: &str, points: f64) -> String,
    /// The points below the last band.
    pub below: fn(points: f64) -> String,
    /// The points for an answer.
    pub answer: fn(answer: &str, points: f64) -> String,
    /// What the four weightings are for.
    pub stakeholders: &'static str,
    /// A pattern and the condition under which it is advised.
    pub pattern: fn(Pattern, name: &str, when: &str) -> String,
    /// What the floors are.
    pub floors: &'static str,
    /// What facts are.
    pub facts: &'static str,
    /// How many facts there are, and between which days they were read.
    pub read: fn(count: usize, first: &str, last: &str) -> String,
    /// Versions.
    pub versions: fn(rules: &str, catalog: &str) -> String,
    /// The points of a group for a criterion.
    pub share: fn(criterion: &str, points: f64) -> String,
    /// Heads of the table of sources.
    pub source_columns: [&'static str; 2],
    /// Where the facts were read.
    pub sources: &'static str,
    /// The facts that rules cite.
    pub cited: &'static str,
}

/// Headings of the parts.
pub struct Parts {
    /// From answers to shortlist.
    pub steps: &'static str,
    /// Candidates.
    pub stacks: &'static str,
    /// The five questions.
    pub tree: &'static str,
    /// Unknown answers.
    pub unknown: &'static str,
    /// Assumptions.
    pub assumptions: &'static str,
    /// Gates.
    pub gates: &'static str,
    /// Criteria.
    pub criteria: &'static str,
    /// Evidence.
    pub evidence: &'static str,
    /// Weights.
    pub weights: &'static str,
    /// Four weightings.
    pub stakeholders: &'static str,
    /// Value and rank.
    pub ranking: &'static str,
    /// Shortlist.
    pub shortlist: &'static str,
    /// Pattern.
    pub pattern: &'static str,
    /// How certainty is told.
    pub certainty: &'static str,
    /// Figures that gates reckon with.
    pub floors: &'static str,
    /// Facts and sources.
    pub facts: &'static str,
    /// Versions.
    pub versions: &'static str,
}

/// Names of what is said of a rule.
pub struct Terms {
    /// Why it is there.
    pub why: &'static str,
    /// How it is worked out.
    pub formula: &'static str,
    /// The questions of the profile that it reads.
    pub reads: &'static str,
    /// What a criterion asks.
    pub asks: &'static str,
    /// What is strong.
    pub strong: &'static str,
    /// What is suspicious.
    pub suspicious: &'static str,
    /// Which criteria a weight rule moves.
    pub moves: &'static str,
    /// By how many points.
    pub points: &'static str,
    /// How a question of the tree is answered.
    pub rule: &'static str,
    /// A way through the tree.
    pub path: &'static str,
    /// Where it leads.
    pub leads: &'static str,
    /// The facts that are cited.
    pub facts: &'static str,
    /// Nothing that is read of the profile.
    pub reads_nothing: &'static str,
    /// Only judgment.
    pub no_facts: &'static str,
    /// Question, as the head of a column.
    pub question: &'static str,
    /// What is assumed.
    pub assumed: &'static str,
    /// A level of evidence.
    pub level: &'static str,
    /// When it holds.
    pub when: &'static str,
    /// The interval.
    pub interval: &'static str,
    /// A group of stakeholders.
    pub group: &'static str,
}
