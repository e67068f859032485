//! Words of the Decision page.

use rules_core::decide::Standing;
use rules_core::measured::MeasuredFault;
use rules_core::outcome::{EvidenceLevel, Leaf, Question, QuestionResult, Stack, TreeAnswer};

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
    /// What was measured.
    pub measured: MeasuredWords,
    /// The weights.
    pub weights: Weights,
    /// What was assumed.
    pub assumptions: Assumptions,
    /// The first stack beside another.
    pub versus: Versus,
    /// Weak scores over the fleet.
    pub fleet: Fleet,
    /// What stands beside the decision.
    pub beside: Beside,
}

/// Scores measured at one's own sites.
pub struct MeasuredWords {
    /// Heading.
    pub title: &'static str,
    /// What becomes of them.
    pub lead: &'static str,
    /// Heading of the form.
    pub add: &'static str,
    /// Which stack was tried.
    pub stack: &'static str,
    /// A stack with its topology: a measurement is of both.
    pub tried: fn(&Stack) -> String,
    /// Which criterion.
    pub criterion: &'static str,
    /// Which score.
    pub score: &'static str,
    /// A score as a choice.
    pub of_five: fn(u8) -> String,
    /// When.
    pub day: &'static str,
    /// How it was measured.
    pub note: &'static str,
    /// How long that may be, and where it goes.
    pub note_help: fn(most: usize) -> String,
    /// Takes the score.
    pub put: &'static str,
    /// It was taken.
    pub counts: fn(criterion: &str, stack: &str, score: u8) -> String,
    /// What is wrong with it.
    pub problem: fn(&MeasuredProblem) -> String,
    /// A criterion with its score, before the stack.
    pub entry: fn(criterion: &str, score: u8) -> String,
    /// The stack is no longer known.
    pub unknown_stack: &'static str,
    /// Takes one out.
    pub take_out: &'static str,
    /// The same, with which one.
    pub take_out_name: fn(criterion: &str, stack: &str) -> String,
}

/// What is wrong with a measured score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasuredProblem {
    /// The day is none, or none that a measurement can be of.
    Day(String),
    /// Something else.
    Of(MeasuredFault),
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
    /// Before why a gate is there.
    pub why: &'static str,
    /// Leads to where the method explains a rule.
    pub in_method: &'static str,
    /// Before the fields that are read.
    pub reads: &'static str,
    /// Heading of facts.
    pub facts: fn(count: usize) -> String,
    /// While the facts are on their way.
    pub facts_coming: &'static str,
    /// The facts did not arrive; their ids.
    pub facts_missing: fn(&[&str]) -> String,
    /// The day for which a fact holds.
    pub as_of: fn(date: &str) -> String,
    /// Marks a fact that is older than twelve months.
    pub stale: &'static str,
    /// Before a fact that says otherwise.
    pub otherwise: &'static str,
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
    /// Why a group would put another stack first: the stack that is first now, what carries the other, and in what the
    /// other is behind.
    pub objects: fn(now: &str, because: &[String], despite: &[String]) -> String,
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

/// The first stack beside another.
pub struct Versus {
    /// Heading.
    pub title: &'static str,
    /// Over the choice of the other.
    pub second: &'static str,
    /// A stack in the choice; those that are ruled out say so.
    pub choice: fn(name: &str, ruled_out: bool) -> String,
    /// How the first stands to the second, and by how many points of value.
    pub standing: fn(Standing, first: &str, second: &str, points: f64) -> String,
    /// Which few criteria carry the lead over the second, and what it is better at.
    pub carried: fn(second: &str, because: &[String], despite: &[String]) -> String,
    /// Caption of the table.
    pub caption: &'static str,
    /// Head of the criteria.
    pub criterion: &'static str,
    /// Head of what each adds.
    pub adds: &'static str,
    /// A score where it stands in a table.
    pub score: fn(score: f64) -> String,
    /// Points with their sign.
    pub points: fn(points: f64) -> String,
    /// The last row: all seven criteria.
    pub together: &'static str,
    /// No criterion makes a difference.
    pub same: &'static str,
    /// Over what only one of them has: the criterion.
    pub made_of: fn(criterion: &str) -> String,
    /// How many gates answer differently.
    pub gates: fn(count: usize) -> String,
}

/// Weak scores over the fleet.
pub struct Fleet {
    /// Heading.
    pub title: &'static str,
    /// What the axis is.
    pub lead: &'static str,
    /// Caption of the table.
    pub caption: &'static str,
    /// Head of the stacks.
    pub stack: &'static str,
    /// Head of the weak scores.
    pub weak: &'static str,
    /// Head of the points missing at one site.
    pub site: &'static str,
    /// Head of the points missing over so many sites.
    pub over: fn(sites: u32) -> String,
    /// A weak score of a criterion.
    pub score: fn(criterion: &str, score: f64) -> String,
    /// A number of points.
    pub points: fn(points: u64) -> String,
    /// No score is weak.
    pub none: &'static str,
    /// What missing points are held worth in the sentences that follow.
    pub convention: &'static str,
    /// Another stack comes first from so many sites on.
    pub overtaken: fn(stack: &str, sites: u32) -> String,
    /// None does.
    pub stays: &'static str,
}

/// Pitfalls, companions and field reports of the first stack.
pub struct Beside {
    /// Heading.
    pub title: &'static str,
    /// For which stack, and what it is not.
    pub lead: fn(stack: &str) -> String,
    /// How many pitfalls there are.
    pub pitfalls: fn(count: usize) -> String,
    /// Before what to do instead.
    pub fix: &'static str,
    /// How much advice there is on what the distribution does not decide.
    pub advice: fn(count: usize) -> String,
    /// How much was looked at and left out.
    pub left: fn(count: usize) -> String,
    /// A piece of advice: the job, and what to do with what.
    pub piece: fn(job: &str, what: &str) -> String,
    /// How many field reports there are.
    pub reports: fn(count: usize) -> String,
    /// Before the questions that were assumed, not answered.
    pub assumed: &'static str,
}
