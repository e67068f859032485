//! Words of the answer rail.

/// The answer that stands beside the questions.
pub struct Rail {
    /// Name of the landmark.
    pub title: &'static str,
    /// Over the first stack.
    pub evaluate_first: &'static str,
    /// What to compare it with.
    pub compare: fn(names: &[String]) -> String,
    /// When no winner may be named.
    pub not_enough: &'static str,
    /// What that means.
    pub not_enough_body: &'static str,
    /// Over the links to the questions that matter most.
    pub needed: &'static str,
    /// When every stack is ruled out.
    pub nothing_left: &'static str,
    /// What that means.
    pub nothing_left_body: &'static str,
    /// Marks of a reason, for those who hear it.
    pub pro: &'static str,
    /// Against.
    pub con: &'static str,
    /// Heading of the candidates.
    pub candidates: &'static str,
    /// More stacks exist than are shown.
    pub more: fn(count: usize) -> String,
    /// How many are ruled out.
    pub ruled_out: fn(count: usize) -> String,
    /// The bar, in words.
    pub bar: fn(parts: &[(&'static str, u32)]) -> String,
    /// The bar with the range in which the value may lie, in words.
    pub ranged: fn(parts: &[(&'static str, u32)], low: u32, high: u32) -> String,
    /// The value, in words.
    pub value: fn(value: u32) -> String,
    /// Heading of the direction.
    pub direction: &'static str,
    /// The direction, in words.
    pub direction_is: fn(names: &[String]) -> String,
    /// When an answer of the tree is unknown.
    pub direction_open: &'static str,
    /// Heading of contradictions.
    pub warnings: &'static str,
    /// Typed but unusable answers.
    pub faults: fn(count: usize) -> String,
    /// Assumed answers.
    pub assumed: fn(count: usize) -> String,
    /// First place changed.
    pub now_first: fn(name: &str, value: u32, was: &str, was_value: u32) -> String,
    /// First place stays, its value moved.
    pub still_first: fn(name: &str, value: u32, was_value: u32) -> String,
    /// A first place where there was none.
    pub first_named: fn(name: &str, value: u32) -> String,
    /// No first place any more.
    pub first_lost: fn(was: &str) -> String,
    /// Which answer made the change.
    pub because: fn(label: &str, answer: &str, what: &str) -> String,
    /// Heading of what changed.
    pub changed: &'static str,
    /// The answer in one line.
    pub first_line: fn(name: &str, value: u32) -> String,
    /// Leads to the whole decision.
    pub whole: &'static str,
    /// A reason with the criterion that it counts in.
    pub point: fn(criterion: &str, reason: &str) -> String,
    /// A condition on it.
    pub only_if: fn(action: &str) -> String,
    /// A gate waits for an answer.
    pub depends_on: fn(labels: &[&'static str]) -> String,
}
