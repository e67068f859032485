//! Which fields each rule reads, as sets that are compared in one step.

use std::sync::OnceLock;

use crate::criteria;
use crate::gates;
use crate::outcome::Question;
use crate::profile::{Field, SiteProfile};
use crate::tree;
use crate::weights;

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fields(u64);

const _: () = assert!(Field::COUNT <= 64);

impl Fields {
    pub const NONE: Self = Self(0);

    fn of(fields: &[Field]) -> Self {
        Self(fields.iter().fold(0, |bits, field| bits | 1 << *field as u8))
    }

    /// Returns the fields that an edit changes for the rules: growth follows the sites while nobody has answered it.
    pub fn edited(profile: &SiteProfile, field: Field) -> Self {
        let follows = field == Field::Sites && !profile.knows(Field::GrowthSites);
        if follows { Self::of(&[field, Field::GrowthSites]) } else { Self::of(&[field]) }
    }

    pub fn has(self, field: Field) -> bool {
        self.meets(Self::of(&[field]))
    }

    /// The fields, in the order of [`Field::ALL`].
    pub fn each(self) -> impl Iterator<Item = Field> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = left.trailing_zeros();
            left &= left.checked_sub(1)?;
            Some(Field::ALL[next as usize])
        })
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What each rule reads, in the order of the registries.
pub(super) struct Reads {
    pub gates: Vec<Fields>,
    pub criteria: Vec<Fields>,
    pub weights: Vec<Fields>,
    pub tree: Fields,
    /// For each field what is read beside it, itself included; nothing where no rule reads it.
    pub beside: Vec<Fields>,
}

/// What the pattern is advised from.
const PATTERN: [Field; 4] =
    [Field::DeviceSync, Field::ControlPlane, Field::Tier, Field::NodesPerSite];

impl Reads {
    fn new() -> Self {
        let questions = Question::ALL.into_iter().map(|question| tree::rule(question).1);
        let mut reads = Self {
            gates: gates::ALL.iter().map(|gate| Fields::of(gate.reads)).collect(),
            criteria: criteria::ALL.iter().map(|criterion| Fields::of(criterion.reads)).collect(),
            weights: weights::RULES.iter().map(|rule| Fields::of(rule.reads)).collect(),
            tree: questions.map(Fields::of).fold(Fields::NONE, Fields::and),
            beside: Vec::new(),
        };
        reads.beside = Field::ALL.iter().map(|field| reads.read_beside(*field)).collect();
        reads
    }

    fn read_beside(&self, field: Field) -> Fields {
        let rules = self.gates.iter().chain(&self.criteria).chain(&self.weights).copied();
        let all = rules.chain([self.tree, Fields::of(&PATTERN)]);
        all.filter(|reads| reads.has(field)).fold(Fields::NONE, Fields::and)
    }
}

/// Returns what each rule reads.
pub(super) fn reads() -> &'static Reads {
    static READS: OnceLock<Reads> = OnceLock::new();
    READS.get_or_init(Reads::new)
}
