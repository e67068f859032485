//! Words of the Site page.

use rules_core::profile::{Answer, Field};

/// The Site page.
pub struct Site {
    /// Heading, quick.
    pub title: &'static str,
    /// Heading, full.
    pub title_full: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// The switch between the two depths.
    pub depth: &'static str,
    /// The quick profile.
    pub quick: &'static str,
    /// The full profile.
    pub full: &'static str,
    /// The cards of the quick profile.
    pub cards: Cards,
    /// How many answers of a group are given.
    pub progress: fn(answered: usize, of: usize) -> String,
    /// Opens why a question is asked.
    pub why: fn(label: &str) -> String,
    /// The visible part of that.
    pub why_short: &'static str,
    /// What is assumed while the answer is unknown.
    pub assumed: fn(field: Field, answer: Answer, because: &str) -> String,
    /// What is assumed for growth.
    pub no_growth: &'static str,
    /// How a figure with a unit of its own was read.
    pub understood: fn(measure: &str) -> String,
    /// Heading of the list of faults.
    pub faults: fn(count: usize) -> String,
    /// A pick list of typical figures.
    pub bands: &'static str,
    /// The name of a band, by what one types for it.
    pub band: fn(id: &str, minutes: u32) -> String,
    /// The first entry of a list of choices.
    pub not_chosen: &'static str,
    /// Leads to the decision.
    pub onward: &'static str,
    /// Leads to the full profile.
    pub deeper: &'static str,
}

/// The cards of the quick profile.
pub struct Cards {
    /// Tier, sites, nodes.
    pub place: &'static str,
    /// Size of a node.
    pub node: &'static str,
    /// Outage and images.
    pub link: &'static str,
    /// Work and data.
    pub work: &'static str,
    /// People and policy.
    pub people: &'static str,
}
