//! Words of the Compare page.

/// The Compare page.
pub struct Compare {
    /// Heading, and what leads here.
    pub title: &'static str,
    /// What is compared; the names, of those that have one.
    pub lead: fn(own: &str, other: &str) -> String,
    /// One's own profile, as the head of a column.
    pub own: &'static str,
    /// The one on screen beside it, as the head of a column.
    pub other: &'static str,
    /// There is nothing to compare with.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_body: &'static str,
    /// Heading over the answers.
    pub answer: &'static str,
    /// What the table of answers is.
    pub answer_caption: &'static str,
    /// The head of a column of what is compared.
    pub what: &'static str,
    /// First of the shortlist, second, third.
    pub places: [&'static str; 3],
    /// A stack with its value.
    pub stack: fn(stack: &str, value: u32) -> String,
    /// The tree's direction.
    pub direction: &'static str,
    /// No stack can be named.
    pub not_enough: &'static str,
    /// Nothing.
    pub none: &'static str,
    /// Heading over what was said otherwise; how much it is.
    pub differ: fn(count: usize) -> String,
    /// What the table of differences is.
    pub differ_caption: &'static str,
    /// A question of the tree answered by hand.
    pub tree: fn(question: &str) -> String,
    /// It was not.
    pub derived: &'static str,
    /// The weight of a criterion.
    pub weight: fn(criterion: &str) -> String,
    /// A share, in per cent.
    pub share: fn(u32) -> String,
    /// A measured score.
    pub measured: fn(criterion: &str, stack: &str) -> String,
    /// A score.
    pub score: fn(u8) -> String,
    /// Not measured.
    pub not_measured: &'static str,
    /// What was typed and cannot be read.
    pub unread: fn(raw: &str) -> String,
    /// Heading over the options.
    pub options: &'static str,
    /// What the table of options is.
    pub options_caption: &'static str,
    /// An option.
    pub option: &'static str,
    /// The head of the column that says how the places differ.
    pub change: &'static str,
    /// A place.
    pub place: fn(u32) -> String,
    /// No place.
    pub ruled_out: &'static str,
    /// How the other place differs from one's own.
    pub moved: fn(own: Option<u32>, other: Option<u32>) -> String,
}
