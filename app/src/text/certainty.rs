//! Words about certainty: how sure, what would flip the answer, what to find out next.

use rules_core::certainty::Word;

use crate::state::certain::Of;

/// Everything said of certainty.
pub struct Certainty {
    /// Heading.
    pub title: &'static str,
    /// While something is still being counted.
    pub updating: &'static str,
    /// When the part that counts did not arrive.
    pub missing: &'static str,
    /// Fetches it again.
    pub again: &'static str,
    /// The word.
    pub word: fn(Word) -> &'static str,
    /// The share near the present weights as a line of its own.
    pub line: fn(f64) -> String,
    /// What the word says of the first choice.
    pub means: fn(Word, &str) -> String,
    /// The three numbers, each with its label and what it says.
    pub numbers: Numbers,
    /// The shares of the ranks.
    pub shares: Shares,
    /// The curve.
    pub curve: Curve,
    /// The bands on the weights.
    pub band: Band,
    /// What to find out next.
    pub next: Next,
    /// What would change the answer.
    pub flips: Flips,
    /// A share in words: `84 %`, `under 1 %`.
    pub share: fn(f64) -> String,
}

/// The three numbers.
pub struct Numbers {
    /// Label of the drift.
    pub radius: &'static str,
    /// What it says: the radius, and the rival that comes first beyond it.
    pub radius_means: fn(f64, Option<&str>) -> String,
    /// Label of the share near the present weights.
    pub near: &'static str,
    /// What it says.
    pub near_means: &'static str,
    /// Label of the share of any weights.
    pub any: &'static str,
    /// What it says.
    pub any_means: &'static str,
}

/// The shares of the ranks.
pub struct Shares {
    /// Heading.
    pub title: &'static str,
    /// What the bars are.
    pub lead: &'static str,
    /// Name of the group of buttons.
    pub of: &'static str,
    /// A set of weights.
    pub set: fn(Of) -> &'static str,
    /// First, second, third.
    pub ranks: [&'static str; 3],
    /// The bar in words.
    pub bar: fn(&str, [f64; 3]) -> String,
    /// What opens the table.
    pub table: &'static str,
    /// Caption of the table, for a set of weights.
    pub caption: fn(&str) -> String,
    /// Heading of the column of choices.
    pub choice: &'static str,
    /// Heading of the column of weights that favour a choice most.
    pub central: &'static str,
    /// When no weights put a choice first.
    pub never: &'static str,
}

/// The curve of first places.
pub struct Curve {
    /// Heading.
    pub title: &'static str,
    /// What it shows.
    pub lead: &'static str,
    /// Name of the picture.
    pub picture: &'static str,
    /// What opens the table.
    pub table: &'static str,
    /// Caption of the table.
    pub caption: &'static str,
    /// Heading of the column of distances.
    pub drift: &'static str,
    /// Under the axis: left and right end.
    pub ends: [&'static str; 2],
}

/// The bands on the weights.
pub struct Band {
    /// What the marks on the sliders mean.
    pub lead: fn(&str) -> String,
    /// The band of one weight in points: from, and to if there is an end.
    pub points: fn(f64, Option<f64>) -> String,
    /// When no points of this weight alone change the first choice.
    pub always: &'static str,
}

/// What to find out next.
pub struct Next {
    /// Heading.
    pub title: &'static str,
    /// What the order is.
    pub lead: &'static str,
    /// Heading over the questions.
    pub questions: &'static str,
    /// Heading over the tests.
    pub tests: &'static str,
    /// Name of a test.
    pub test: fn(&str) -> &'static str,
    /// What a test is done with.
    pub with: fn(&[String]) -> String,
    /// What is worth something: points of value.
    pub worth: fn(f64) -> String,
    /// What is worth nothing.
    pub nothing: &'static str,
    /// A question that nothing hangs on: how many more there are.
    pub questions_nothing: fn(usize) -> String,
    /// Worth of knowing every score.
    pub everything: fn(f64) -> String,
    /// When every question is answered.
    pub all_known: &'static str,
}

/// What would change the answer.
pub struct Flips {
    /// Heading.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// Heading over changes of the profile.
    pub profile: &'static str,
    /// Heading over changes of the weights.
    pub weights: &'static str,
    /// One edit: field label, answer.
    pub edit: fn(&str, &str) -> String,
    /// A number up to which, or from which on.
    pub at_most: fn(&str) -> String,
    /// A number from which on.
    pub at_least: fn(&str) -> String,
    /// A number between two.
    pub between: fn(&str, &str) -> String,
    /// The whole sentence: edits, then the stack that comes first.
    pub sentence: fn(&[String], &str) -> String,
    /// The button that opens it.
    pub open: &'static str,
    /// The button's whole name.
    pub open_name: fn(&str) -> String,
    /// When no change of one or two answers does it.
    pub none: &'static str,
    /// While they are searched for.
    pub searching: &'static str,
    /// The least change of weights: moved share, from which criteria, to which, the rival.
    pub moved: fn(f64, &[String], &[String], &str) -> String,
    /// When no weights do it.
    pub no_weights: &'static str,
    /// Heading over the scale.
    pub scale: &'static str,
    /// What comes first where the steps at the top of the scale count more, and where those at the bottom do.
    pub on_scale: fn(Option<&str>, Option<&str>) -> String,
}
