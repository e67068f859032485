//! Words for what the method names.

use rules_core::outcome::{
    CriterionId, EvidenceLevel, Leaf, Pattern, Question, Stack, TreeAnswer, Verdict,
};
use rules_core::reason::Reason;

/// Names of the method's things, and its sentences.
pub struct Method {
    /// The name of one of the eleven options, by its id; an id that is not known stays as it is.
    pub product: fn(&str) -> String,
    /// What the tree's direction calls an option or `local-site-cluster`, inside a sentence.
    pub direction: fn(&str) -> String,
    /// The name of a whole stack: `k3s on Ubuntu`.
    pub stack: fn(&Stack) -> String,
    /// A stack as the heading of the answer, with what it is at a site of so many nodes.
    pub headline: fn(&Stack, nodes: u32) -> String,
    /// The name of a pattern.
    pub pattern: fn(Pattern) -> &'static str,
    /// The name of a criterion.
    pub criterion: fn(CriterionId) -> &'static str,
    /// The name of a criterion where room is short.
    pub criterion_short: fn(CriterionId) -> &'static str,
    /// The name of a verdict.
    pub verdict: fn(Verdict) -> &'static str,
    /// The name of a level of evidence.
    pub level: fn(EvidenceLevel) -> &'static str,
    /// A question of the tree.
    pub question: fn(Question) -> &'static str,
    /// An answer of the tree.
    pub tree_answer: fn(TreeAnswer) -> &'static str,
    /// What a leaf of the tree says.
    pub leaf: fn(Leaf) -> &'static str,
    /// A sentence of the method with its figures, without capital and full stop.
    pub reason: fn(&Reason) -> String,
    /// The same as a whole sentence.
    pub sentence: fn(&Reason) -> String,
}
