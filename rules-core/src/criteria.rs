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

use crate::catalog::{Catalog, Cited, Distribution, Framework, Host, HostModel, Support, catalog};
use crate::outcome::{
    Contribution, CriterionId, CriterionScore, EvidenceLevel, FactId, Pattern, Stack,
};
use crate::profile::{AssumedProfile, ExistingPlatform, Field, HostChange, Tier, Wan};
use crate::reason::{Figure, Reason};

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
pub(crate) const ENDS: (f64, f64) = (1.0, 5.0);

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

    fn score_case(&self, case: &Case) -> CriterionScore {
        let contributions = (self.contributions)(case).0;
        let sum: f64 = contributions.iter().map(|contribution| contribution.delta).sum();
        let score = sum.clamp(ENDS.0, ENDS.1).round();
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

/// Scores a stack on every criterion.
#[must_use]
pub fn score_all(profile: &AssumedProfile, stack: &Stack) -> Vec<CriterionScore> {
    let case = Case::new(profile, stack, catalog());
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
fn spread(level: EvidenceLevel) -> f64 {
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
        }
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
struct Sheet(Vec<Contribution>);

impl Sheet {
    fn base(points: f64, reason: Reason) -> Self {
        Self(vec![Contribution { delta: points, reason, facts: Vec::new() }])
    }

    /// Adds a contribution; one of nothing is left out.
    fn add(&mut self, delta: f64, reason: Reason, facts: &[FactId]) {
        if delta != 0.0 {
            self.note(delta, reason, facts);
        }
    }

    /// Adds a contribution, also one of nothing, where a reader wants to see the figures either way.
    fn note(&mut self, delta: f64, reason: Reason, facts: &[FactId]) {
        self.0.push(Contribution { delta, reason, facts: facts.to_vec() });
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
        let figures = vec![Figure::Name(name), Figure::Name(property.why)];
        self.add(delta, Reason::new(key, template, figures), property.facts);
    }

    /// Adds a contribution when a condition holds.
    fn add_if(&mut self, holds: bool, delta: f64, reason: Reason, facts: &[FactId]) {
        if holds {
            self.add(delta, reason, facts);
        }
    }
}

#[cfg(test)]
mod tests;
