//! Words of the Decision page.

use rules_core::outcome::{EvidenceLevel, Leaf, Question, QuestionResult, TreeAnswer};

/// The Decision page.
pub struct Decision {
    /// Heading.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// The answer.
    pub answer: Answer,
    /// The five questions.
    pub tree: Tree,
    /// The bars.
    pub candidates: Candidates,
    /// The table of scores.
    pub matrix: Matrix,
    /// The weights.
    pub weights: Weights,
    /// What was assumed.
    pub assumptions: Assumptions,
}

/// The shortlist, or why there is none.
pub struct Answer {
    /// Heading over the shortlist.
    pub title: &'static str,
    /// What a shortlist is for.
    pub lead: &'static str,
    /// Before the first of it.
    pub first: &'static str,
    /// Before the others.
    pub compare: &'static str,
    /// Behind a name: its value.
    pub value: fn(value: u32) -> String,
    /// Heading while too little is known.
    pub open_title: &'static str,
    /// What that means.
    pub open_body: &'static str,
    /// How many answers are missing.
    pub open_needed: fn(count: usize) -> String,
    /// Heading when everything is ruled out.
    pub none_title: &'static str,
    /// What that means.
    pub none_body: &'static str,
    /// Heading of the comparison of tree and ranking.
    pub agreement: &'static str,
    /// Both name the same.
    pub agree: fn(direction: &[String], first: &str) -> String,
    /// The tree asks for a cluster at each site, and the ranking has another substrate first.
    pub agree_on_pattern: fn(direction: &[String], first: &str) -> String,
    /// The best stack of those that the tree names, and the values of both.
    pub best_named: fn(best: &str, best_value: u32, first_value: u32) -> String,
    /// They differ, and the tree's best stack is ranked lower.
    pub disagree: fn(
        direction: &[String],
        first: &str,
        first_value: u32,
        best: &str,
        best_value: u32,
    ) -> String,
    /// What makes the difference, by criterion in points.
    pub difference: fn(parts: &[(&'static str, i32)]) -> String,
    /// They differ because what the tree names is ruled out.
    pub ruled_out: fn(direction: &[String], first: &str) -> String,
    /// Why one of them is ruled out.
    pub because: fn(name: &str, reason: &str) -> String,
    /// The tree leaves several ways open.
    pub direction_open: &'static str,
    /// Heading of the pattern.
    pub pattern: &'static str,
    /// A pattern with its letter.
    pub pattern_name: fn(id: &str, name: &str) -> String,
    /// Leads to the record.
    pub record: &'static str,
}

/// A question of the tree with its answer.
pub type Step = (Question, TreeAnswer);

/// The five questions.
pub struct Tree {
    /// Heading.
    pub title: &'static str,
    /// What one can do.
    pub lead: &'static str,
    /// The path in words, for those who do not see the picture.
    pub path: fn(steps: &[Step], leaves: &[Leaf]) -> String,
    /// The word at a branch; with a question mark while the answer is unknown.
    pub branch: fn(yes: bool, open: bool) -> &'static str,
    /// A question where room is short.
    pub short: fn(Question) -> &'static str,
    /// How a question is answered, in a few words.
    pub state: fn(&QuestionResult) -> String,
    /// A leaf in two lines; the second may be empty.
    pub leaf: fn(Leaf) -> (&'static str, &'static str),
    /// Marks an answer given by hand.
    pub overridden: &'static str,
    /// Before the fields that an answer comes from.
    pub comes_from: &'static str,
    /// Before the fields that would settle an open question.
    pub would_settle: &'static str,
    /// Over the choice to answer by hand.
    pub answer_yourself: &'static str,
    /// The choice to leave it to the profile, with what that says.
    pub from_profile: fn(TreeAnswer) -> String,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
}

/// The bars.
pub struct Candidates {
    /// Heading.
    pub title: &'static str,
    /// What bar and whisker mean.
    pub help: &'static str,
    /// The whisker, in words.
    pub range: fn(low: u32, high: u32) -> String,
    /// How many options are ruled out.
    pub ruled_out: fn(count: usize) -> String,
}

/// The table of scores.
pub struct Matrix {
    /// Heading.
    pub title: &'static str,
    /// What can be opened.
    pub lead: &'static str,
    /// Caption of the table.
    pub caption: &'static str,
    /// Head of the first column.
    pub option: &'static str,
    /// Head of the last column but one.
    pub total: &'static str,
    /// Head of the column of verdicts.
    pub gates: &'static str,
    /// Whose best stack it is.
    pub through: fn(stack: &str) -> String,
    /// A score, in words.
    pub cell: fn(option: &str, criterion: &str, score: u32, level: EvidenceLevel) -> String,
    /// A verdict, in words.
    pub verdict: fn(option: &str, verdict: &str) -> String,
    /// No stack of the option exists.
    pub no_stack: &'static str,
    /// No total for what is ruled out, or while no winner may be named.
    pub no_total: &'static str,
    /// What stands for that in the table.
    pub no_total_mark: &'static str,
    /// Heading of an opened score.
    pub score_of: fn(criterion: &str, stack: &str, score: u32) -> String,
    /// Heading of opened gates.
    pub gates_of: fn(stack: &str) -> String,
    /// Closes what was opened.
    pub close: &'static str,
    /// Before the question of a criterion.
    pub asks: &'static str,
    /// Before what a strong answer looks like.
    pub strong: &'static str,
    /// Before what should make one suspicious.
    pub suspicious: &'static str,
    /// Before the formula.
    pub formula: &'static str,
    /// Heading of the contributions.
    pub made_of: &'static str,
    /// The sum, and what becomes of it.
    pub sum: fn(sum: f64, score: u32, low: f64, high: f64, level: EvidenceLevel) -> String,
    /// A contribution: its sign and size.
    pub delta: fn(f64) -> String,
    /// Before the fields that are read.
    pub reads: &'static str,
    /// Heading of facts.
    pub facts: fn(count: usize) -> String,
    /// Nothing is cited.
    pub no_facts: &'static str,
    /// The day for which a fact holds.
    pub as_of: fn(date: &str) -> String,
    /// Opens where a fact was read.
    pub source: fn(host: &str) -> String,
    /// Before what has to be done.
    pub action: &'static str,
    /// Before the fields that a gate waits for.
    pub depends_on: &'static str,
    /// Before the reason of a gate that reckons with an assumed answer.
    pub as_assumed: &'static str,
    /// How many gates are passed.
    pub passing: fn(count: usize) -> String,
}

/// The weights.
pub struct Weights {
    /// Heading.
    pub title: &'static str,
    /// While they are derived.
    pub derived: &'static str,
    /// While they are set by hand.
    pub own: &'static str,
    /// Back to the derived ones.
    pub reset: &'static str,
    /// All are zero.
    pub senseless: &'static str,
    /// The slider of a criterion.
    pub slider: fn(criterion: &str) -> String,
    /// The number field of a criterion.
    pub number: fn(criterion: &str) -> String,
    /// A slider's value, in words.
    pub spoken: fn(points: u32, share: u32) -> String,
    /// Behind the number field.
    pub points: &'static str,
    /// A share of the sum.
    pub share: fn(share: u32) -> String,
    /// Opens the derivation.
    pub why: fn(criterion: &str) -> String,
    /// The visible part of that.
    pub why_short: &'static str,
    /// One step of the derivation.
    pub step: fn(points: f64) -> String,
    /// Their sum.
    pub derived_sum: fn(points: u32, share: u32) -> String,
    /// Heading of the stakeholders.
    pub stakeholders: &'static str,
    /// What they are for.
    pub stakeholders_lead: &'static str,
    /// The name of a group.
    pub stakeholder: fn(id: &str) -> &'static str,
    /// What leads with its weights.
    pub leads: fn(name: &str, value: u32) -> String,
    /// Nothing leads.
    pub nobody_leads: &'static str,
    /// Takes its weights.
    pub take: fn(group: &str) -> String,
    /// The visible part of that.
    pub take_short: &'static str,
    /// While its weights are in use.
    pub taken: &'static str,
    /// The same stack leads for all.
    pub unanimous: fn(name: &str) -> String,
    /// Different stacks lead.
    pub divided: fn(count: usize) -> String,
}

/// What was assumed.
pub struct Assumptions {
    /// Heading.
    pub title: &'static str,
    /// What it means.
    pub lead: fn(count: usize) -> String,
    /// Nothing was.
    pub none: &'static str,
    /// Heads of the columns.
    pub columns: [&'static str; 3],
    /// Caption of the table.
    pub caption: &'static str,
}
