//! Words of the Options page and of the fact sheets.

use rules_core::catalog::{Delivery, PartKind, ProductKind};

use super::facts_note::FactsNote;

/// The Options page and a sheet for each option.
pub struct Options {
    /// What the list is.
    pub lead: &'static str,
    /// Back from a sheet to the list.
    pub all: &'static str,
    /// Which kind of thing an option is.
    pub kind: fn(ProductKind) -> &'static str,
    /// The roles that an option fills in a stack.
    pub roles: fn(host: bool, kubernetes: bool, framework: bool) -> String,
    /// How many facts there are.
    pub facts: fn(usize) -> String,
    /// Standing of the project.
    pub standing: &'static str,
    /// Licence.
    pub licence: &'static str,
    /// The kind, as a term.
    pub is_a: &'static str,
    /// The roles, as a term.
    pub fills: &'static str,
    /// Not known, and why.
    pub unknown: fn(why: &str) -> String,
    /// Heading: for the profile on screen.
    pub yours: &'static str,
    /// Best stack and its place.
    pub best: fn(stack: &str, rank: u32, value: u32) -> String,
    /// Best stack, while no winner may be named.
    pub best_unranked: fn(stack: &str) -> String,
    /// Best stack of those ruled out.
    pub best_out: fn(stack: &str) -> String,
    /// No stack at all.
    pub no_stack: &'static str,
    /// To the decision.
    pub decision: &'static str,
    /// Before what has to be done.
    pub action: &'static str,
    /// Heading: what roles ask of a machine.
    pub floors: &'static str,
    /// What these figures are.
    pub floors_lead: &'static str,
    /// Words of those figures.
    pub figures: Figures,
    /// Heading: what comes along.
    pub parts: &'static str,
    /// Heads of the table of parts.
    pub part_columns: [&'static str; 3],
    /// A part that a cluster needs.
    pub part: fn(PartKind) -> &'static str,
    /// Whether it comes along.
    pub delivery: fn(Delivery) -> &'static str,
    /// Name and delivery of a part.
    pub comes: fn(name: &str, delivery: &str) -> String,
    /// Heading: all facts.
    pub all_facts: &'static str,
    /// What they are, and how many are old.
    pub facts_lead: fn(count: usize, stale: usize) -> String,
    /// Heading of a topic.
    pub topic: fn(topic: &str, count: usize) -> String,
    /// Heading: field reports.
    pub reports: &'static str,
    /// What a field report is.
    pub reports_lead: &'static str,
    /// While the facts are not here.
    pub without_facts: FactsNote,
    /// The figure of a fact.
    pub value: fn(value: &str, unit: &str) -> String,
    /// Two facts that disagree.
    pub conflict: &'static str,
}

/// A role of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A server that also runs workloads.
    Server,
    /// A node without control plane.
    Agent,
    /// An edge node of a framework.
    Edge,
    /// A whole machine with everything on it.
    Machine,
}

/// A lower figure, and what has to be done to rely on it.
pub type Least<'a> = (&'a str, &'a str);

/// What a role asks of a machine.
pub struct Figures {
    /// What is called by a name, in a role.
    pub role: fn(name: &str, role: Role) -> String,
    /// Memory that it takes itself.
    pub memory: &'static str,
    /// Memory of the whole node.
    pub node_memory: &'static str,
    /// Processor cores.
    pub cores: &'static str,
    /// Disk that it takes itself.
    pub disk: &'static str,
    /// Disk of the whole node.
    pub node_disk: &'static str,
    /// A row of a sizing table.
    pub sizing: &'static str,
    /// What a server needs for so many workers.
    pub sized: fn(memory: &str, cores: &str, workers: u32) -> String,
    /// No figure is known.
    pub unknown: &'static str,
    /// A figure, perhaps a lower one with its condition, perhaps a remark.
    pub figure: fn(value: &str, least: Option<Least>, why: Option<&str>) -> String,
}
