//! The seven criteria: how well each stack would serve, 1 (weak) to 5 (strong).
//!
//! A criterion starts from a stated base and adds what profile and facts of the stack give for or against; the sum is
//! cut to 1..=5 and rounded to a whole score. The ends are fixed: no score depends on which other stacks are compared.
//! Stacks that a gate rules out are scored too, so that a reader sees what they would have been worth.

/// Key and template of a sentence on something that is there, and of the same on something that has to be done first.
type Sentences = [(&'static str, &'static str); 2];

/// Writes both from the first: `{0}` is the name of the part, `{1}` what has to be done.
macro_rules! sentences {
    ($key:literal, $template:literal) => {
        [($key, $template), (concat!($key, "-if"), concat!($template, ", once this is done: {1}"))]
    };
}

mod autonomy;
mod fleet_identity;
mod footprint;
mod observability;
mod os_model;
mod storage;
mod upgrade_path;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::catalog::{Catalog, Cited, Distribution, Framework, Host, HostModel, Support, catalog};
use crate::gates::looks::{self, Classes};
use crate::gates::{self, Sentence, say};
use crate::outcome::{
    Contribution, CriterionId, CriterionScore, EvidenceLevel, FactId, Pattern, Stack,
};
use crate::profile::{AssumedProfile, ExistingPlatform, Field, HostChange, Tier, Wan};
use crate::reason::Figure;
use crate::stacks::Candidate;

/// A criterion: what it asks, how it is answered, and what it reads.
#[derive(Clone, Copy, Debug)]
pub struct Criterion {
    /// Which.
    pub id: CriterionId,
    /// Its name.
    pub title: &'static str,
    /// What it asks.
    pub question: &'static str,
    /// What a strong answer looks like.
    pub strong: &'static str,
    /// What should make one suspicious.
    pub warning: &'static str,
    /// How the score comes about, in words.
    pub formula: &'static str,
    /// The fields of the profile that it reads.
    pub reads: &'static [Field],
    /// The parts of a stack on which its sum depends.
    looks_at: u8,
    contributions: fn(&Case) -> Sheet,
}

/// Every criterion, in reading order.
pub const ALL: &[Criterion] = &[
    footprint::CRITERION,
    autonomy::CRITERION,
    os_model::CRITERION,
    upgrade_path::CRITERION,
    fleet_identity::CRITERION,
    storage::CRITERION,
    observability::CRITERION,
];

/// Fixed ends of every score.
pub const ENDS: (f64, f64) = (1.0, 5.0);

impl Criterion {
    /// Scores a stack for a profile.
    #[must_use]
    pub fn score(
        &self,
        profile: &AssumedProfile,
        stack: &Stack,
        catalog: &Catalog,
    ) -> CriterionScore {
        self.score_case(&Case::new(profile, stack, catalog))
    }

    /// Returns the facts that it reads: of every stack, for the assumed answers and with each field that it reads varied
    /// by itself, in the order of their ids.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<FactId> {
        let profiles = gates::varied(self.reads);
        let stacks = crate::stacks::all().iter();
        stacks
            .flat_map(|stack| {
                profiles.iter().flat_map(|profile| {
                    let sheet = (self.contributions)(&Case::new(profile, stack, catalog()));
                    sheet.parts.into_iter().flat_map(|part| part.facts.into_owned())
                })
            })
            .collect()
    }

    fn score_case(&self, case: &Case) -> CriterionScore {
        let contributions = (self.contributions)(case).parts;
        let Bare { score, .. } = Bare::of(&contributions);
        let level = level(&contributions);
        let spread = spread(level);
        CriterionScore {
            criterion: self.id,
            score,
            low: (score - spread).max(ENDS.0),
            high: (score + spread).min(ENDS.1),
            level,
            contributions,
        }
    }
}

/// A score without its reasons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bare {
    /// The score.
    pub score: f64,
    /// What it was rounded from: the sum of the contributions, cut to [`ENDS`].
    pub sum: f64,
}

impl Bare {
    /// Returns what contributions come to.
    pub fn of(contributions: &[Contribution]) -> Self {
        Self::cut(contributions.iter().map(|contribution| contribution.delta).sum())
    }

    fn cut(sum: f64) -> Self {
        let sum = sum.clamp(ENDS.0, ENDS.1);
        // Halves go up, as with `round`; of a positive number this is the same, and one instruction of WebAssembly.
        Self { score: (sum + 0.5).floor(), sum }
    }
}

/// Returns the score of each stack on one criterion, in the order of [`crate::stacks::candidates`].
pub(crate) fn bare(
    criterion: CriterionId,
    profile: &AssumedProfile,
) -> impl Iterator<Item = Bare> + use<> {
    let classes = &classes()[criterion as usize];
    let scores: Vec<_> =
        classes.first.iter().map(|stack| bare_of(criterion, profile, *stack)).collect();
    classes.of.iter().map(move |class| scores[*class])
}

/// Returns the score of the stack at a place of [`crate::stacks::candidates`] on one criterion.
pub(crate) fn bare_of(criterion: CriterionId, profile: &AssumedProfile, stack: usize) -> Bare {
    let candidate = &crate::stacks::candidates()[stack];
    let case = Case { bare: true, ..Case::of(profile, candidate) };
    Bare::cut((ALL[criterion as usize].contributions)(&case).sum)
}

/// Returns which stacks each criterion scores alike, in the order of [`ALL`].
fn classes() -> &'static [Classes] {
    static CLASSES: OnceLock<Vec<Classes>> = OnceLock::new();
    CLASSES.get_or_init(|| ALL.iter().map(|criterion| looks::split(criterion.looks_at)).collect())
}

/// Scores a stack on every criterion.
#[must_use]
pub fn score_all(profile: &AssumedProfile, stack: &Stack) -> Vec<CriterionScore> {
    let case = Case::new(profile, stack, catalog());
    ALL.iter().map(|criterion| criterion.score_case(&case)).collect()
}

/// Scores a stack, whose parts are at hand, on every criterion.
#[must_use]
pub fn score_candidate(profile: &AssumedProfile, candidate: &Candidate) -> Vec<CriterionScore> {
    let case = Case::of(profile, candidate);
    ALL.iter().map(|criterion| criterion.score_case(&case)).collect()
}

/// A score counts as documented when at least half of what moves it from its base rests on cited facts; else it is
/// judged.
fn level(contributions: &[Contribution]) -> EvidenceLevel {
    let moved = |cited: bool| -> f64 {
        let own = contributions.iter().skip(1).filter(|part| part.facts.is_empty() != cited);
        own.map(|part| part.delta.abs()).sum()
    };
    let cited = contributions.iter().any(|part| !part.facts.is_empty());
    if cited && moved(true) >= moved(false) {
        EvidenceLevel::Documented
    } else {
        EvidenceLevel::Judged
    }
}

/// How far the true score may lie from the stated one: a convention, printed with the method.
#[must_use]
pub fn spread(level: EvidenceLevel) -> f64 {
    match level {
        EvidenceLevel::Judged => 1.0,
        EvidenceLevel::Documented => 0.5,
        EvidenceLevel::Measured => 0.0,
    }
}

/// What a criterion looks at: the profile, and the parts of the stack as the catalog has them.
struct Case<'a> {
    profile: &'a AssumedProfile,
    stack: &'a Stack,
    /// The host of the nodes at the site.
    host: Option<&'static Host>,
    /// Kubernetes: of the site, or with a framework the one in the centre.
    kubernetes: Option<&'static Distribution>,
    framework: Option<&'static Framework>,
    /// Whether only the sum is asked for, and no sentence.
    bare: bool,
}

impl<'a> Case<'a> {
    fn new(profile: &'a AssumedProfile, stack: &'a Stack, catalog: &Catalog) -> Self {
        let kubernetes = catalog.distribution(stack.kubernetes);
        let brought = kubernetes.and_then(|k| k.own_host).filter(|_| stack.framework.is_none());
        Self {
            profile,
            stack,
            host: catalog.host(brought.unwrap_or(stack.host)),
            kubernetes,
            framework: stack.framework.and_then(|id| catalog.framework(id)),
            bare: false,
        }
    }

    /// The same for a stack whose parts are at hand.
    fn of(profile: &'a AssumedProfile, candidate: &'a Candidate) -> Self {
        Self {
            profile,
            stack: &candidate.stack,
            host: Some(candidate.host),
            kubernetes: Some(candidate.distribution),
            framework: candidate.framework,
            bare: false,
        }
    }

    /// Begins the contributions with the base.
    fn sheet(&self, points: f64, base: Sentence) -> Sheet {
        Sheet::base(points, base, self.bare)
    }

    /// Whether the control plane stands where the nodes are, so that a lost link does not part them from it.
    fn control_plane_at_site(&self) -> bool {
        let region = self.stack.pattern == Pattern::D && self.profile.tier() == Tier::RegionalEdge;
        self.framework.is_none()
            && self.stack.kubernetes != "managed"
            && (matches!(self.stack.pattern, Pattern::A | Pattern::B) || region)
    }

    /// Whether the nodes of the site are plain workers of a cluster whose control plane stands elsewhere.
    fn hangs_on_distant_control_plane(&self) -> bool {
        self.framework.is_none() && !self.control_plane_at_site()
    }

    /// Whether a provider's control plane stands in the region of the sites, behind a link that hardly breaks.
    fn provider_in_region(&self) -> bool {
        self.stack.kubernetes == "managed"
            && self.profile.tier() == Tier::RegionalEdge
            && self.profile.wan() == Wan::Redundant
    }

    /// Whether several servers at the site keep the state together.
    fn has_quorum(&self) -> bool {
        self.control_plane_at_site() && matches!(self.stack.pattern, Pattern::B | Pattern::D)
    }

    /// The number of sites that the decision has to carry.
    fn sites(&self) -> u32 {
        self.profile.sites().max(self.profile.growth_sites())
    }

    /// Whether the organisation runs this Kubernetes already, so that people, pipelines and contracts exist.
    fn runs_already(&self) -> bool {
        let known: &[&str] = match self.profile.existing_platform() {
            ExistingPlatform::VanillaKubernetes => &["kubernetes"],
            ExistingPlatform::Rancher => &["rke2", "k3s"],
            ExistingPlatform::Openshift => &["sno", "openshift-compact", "microshift"],
            ExistingPlatform::Canonical => &["microk8s"],
            ExistingPlatform::PublicCloud => &["managed"],
            ExistingPlatform::Talos => &["talos"],
            ExistingPlatform::None | ExistingPlatform::Other => &[],
        };
        known.contains(&self.stack.kubernetes)
    }

    /// How surely the host changes as an image, 0 to 1: because it cannot do otherwise, or because the policy chooses
    /// so. Configuration management leaves the choice open; free hosts will not be images.
    fn image_share(&self) -> f64 {
        match self.host.and_then(|host| host.model.value) {
            Some(HostModel::Image) => 1.0,
            Some(HostModel::Either) => match self.profile.host_change() {
                HostChange::PlannedImageOnly => 1.0,
                HostChange::ConfigManaged => 0.5,
                HostChange::Free => 0.0,
            },
            Some(HostModel::Mutable) | None => 0.0,
        }
    }

    /// Whether the host will surely change as an image.
    fn host_is_image(&self) -> bool {
        self.image_share() >= 1.0
    }

    fn kubernetes_name(&self) -> &'static str {
        self.kubernetes.map_or("Kubernetes", |kubernetes| kubernetes.name)
    }

    fn framework_name(&self) -> &'static str {
        self.framework.map_or("the framework", |framework| framework.name)
    }
}

/// From this many sites on, what is done by hand at each of them no longer gets done alike.
const FLEET: u32 = 200;

/// The contributions of one criterion, the base first.
struct Sheet {
    sum: f64,
    /// Stays empty where only the sum is asked for.
    parts: Vec<Contribution>,
    bare: bool,
}

impl Sheet {
    fn base(points: f64, reason: Sentence, bare: bool) -> Self {
        // Room for what most criteria say, so that the list does not move as it grows.
        let parts = if bare { Vec::new() } else { Vec::with_capacity(8) };
        let mut sheet = Self { sum: 0.0, parts, bare };
        sheet.note(points, reason, &[]);
        sheet
    }

    /// Adds a contribution; one of nothing is left out.
    fn add(&mut self, delta: f64, reason: Sentence, facts: &'static [FactId]) {
        if delta != 0.0 {
            self.note(delta, reason, facts);
        }
    }

    /// Adds a contribution, also one of nothing, where a reader wants to see the figures either way.
    fn note(&mut self, delta: f64, reason: Sentence, facts: &'static [FactId]) {
        self.sum += delta;
        if !self.bare {
            self.parts.push(Contribution {
                delta,
                reason: reason.into(),
                facts: Cow::Borrowed(facts),
            });
        }
    }

    /// Adds a contribution that rests on facts of several properties.
    fn add_citing(&mut self, delta: f64, reason: Sentence, facts: impl FnOnce() -> Vec<FactId>) {
        self.sum += delta;
        if !self.bare {
            self.parts.push(Contribution {
                delta,
                reason: reason.into(),
                facts: Cow::Owned(facts()),
            });
        }
    }

    /// Adds points for a property that is there, or fewer for one that is there once something is done, which the
    /// sentence then names. What is unknown earns nothing.
    fn support(
        &mut self,
        property: &Cited<Support>,
        points: (f64, f64),
        sentences: Sentences,
        name: &'static str,
    ) {
        let (delta, (key, template)) = match property.value {
            Some(Support::Yes) => (points.0, sentences[0]),
            Some(Support::Action) => (points.1, sentences[1]),
            Some(Support::No) | None => return,
        };
        let figures = [Figure::Name(name), Figure::Name(property.why)];
        self.add(delta, say(key, template, &figures), property.facts);
    }

    /// Adds a contribution when a condition holds.
    fn add_if(&mut self, holds: bool, delta: f64, reason: Sentence, facts: &'static [FactId]) {
        if holds {
            self.add(delta, reason, facts);
        }
    }
}

#[cfg(test)]
mod tests;
