//! What a decision consists of: the types that gates, criteria, tree and ranking fill, and that page, record and JSON
//! print. Values and typed reasons only; no sentence is put together here.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use crate::profile::{AssumedProfile, Field, SiteProfile};
use crate::reason::Reason;

/// The id of a cited fact of the catalog, e.g. `k3s.server.min-ram`.
pub type FactId = &'static str;

/// One of the eleven options, by its id.
pub type ProductId = &'static str;

/// The four topology patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Single node, recoverable (never "highly available").
    A,
    /// Local nodes with quorum.
    B,
    /// Cloud-edge coordination: the framework's edge nodes, the cluster in the centre.
    C,
    /// Regional cluster.
    D,
}

impl Pattern {
    /// Every pattern, in order.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// Returns the id used in stack ids and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
        }
    }
}

/// A whole candidate: host, Kubernetes, framework and pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// `host+kubernetes[+framework]/pattern`, e.g. `kairos+k3s/a`.
    pub id: String,
    /// Host id: `ubuntu`, `rhel`, `linux`, `talos`, `kairos`; or of a managed service, `provider`.
    pub host: &'static str,
    /// Kubernetes id: `k3s`, `k0s`, `microk8s`, `rke2`, `kubernetes`, `talos`, `sno`, `openshift-compact`,
    /// `microshift`, `managed`.
    pub kubernetes: &'static str,
    /// Framework id: `kubeedge` or `openyurt`.
    pub framework: Option<&'static str>,
    /// The topology pattern.
    pub pattern: Pattern,
    /// The options this stack speaks for, most telling first.
    pub products: Vec<ProductId>,
}

/// What kind of host a stack stands on: the part of the choice that decides how nodes are operated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HostFamily {
    /// A general-purpose Linux.
    General,
    /// Talos.
    Talos,
    /// Kairos.
    Kairos,
    /// Whatever the provider runs.
    Provider,
}

/// What makes a stack another one for a person: host family, Kubernetes and framework. The same with another pattern, or
/// on another general-purpose Linux, is the same contender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contender {
    /// The kind of host.
    pub host_family: HostFamily,
    /// Kubernetes id.
    pub kubernetes: &'static str,
    /// Framework id.
    pub framework: Option<&'static str>,
}

impl Stack {
    /// Returns what makes it another stack than others.
    #[must_use]
    pub fn contender(&self) -> Contender {
        Contender {
            host_family: self.host_family(),
            kubernetes: self.kubernetes,
            framework: self.framework,
        }
    }

    /// Returns the host family.
    #[must_use]
    pub fn host_family(&self) -> HostFamily {
        match self.host {
            "talos" => HostFamily::Talos,
            "kairos" => HostFamily::Kairos,
            "provider" => HostFamily::Provider,
            _ => HostFamily::General,
        }
    }

    /// Returns whether the whole cluster, control plane included, stands with its nodes: at the site, or in its region.
    #[must_use]
    pub fn is_local_cluster(&self) -> bool {
        self.framework.is_none() && self.host_family() != HostFamily::Provider
    }
}

/// The answer of a gate, or of all gates together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing stands in the way.
    Pass,
    /// Passes only if the named action is taken.
    Conditional,
    /// Depends on a field or fact that is not known.
    Unknown,
    /// Ruled out; no score buys it back.
    Fail,
}

impl Verdict {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Conditional => "conditional",
            Self::Unknown => "unknown",
            Self::Fail => "fail",
        }
    }

    /// Returns what two gates come to: fail if one fails, else conditional if one asks for an action, else unknown if
    /// one is open, else pass.
    ///
    /// Within one gate unknown is the worse of the two (the order of this enum): a question that is half open is open.
    /// Over several gates a condition that is known says more. For nearly every stack there is a gate on which no
    /// project says anything; if that outranked the conditions, "unknown" would stand beside every stack and hide what
    /// has to be done. The open gates are still listed, and the fewer of them go first among equals.
    #[must_use]
    pub fn together(self, other: Self) -> Self {
        let order = [Self::Fail, Self::Conditional, Self::Unknown];
        let either = |verdict: &Self| *verdict == self || *verdict == other;
        order.into_iter().find(either).unwrap_or(Self::Pass)
    }
}

/// What one gate says of one stack. Stacks that are alike for the gate share one answer, so a copy costs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct GateResult(Arc<GateAnswer>);

impl From<GateAnswer> for GateResult {
    fn from(answer: GateAnswer) -> Self {
        Self(Arc::new(answer))
    }
}

impl Deref for GateResult {
    type Target = GateAnswer;

    fn deref(&self) -> &GateAnswer {
        &self.0
    }
}

/// What a [`GateResult`] consists of.
#[derive(Clone, Debug, PartialEq)]
pub struct GateAnswer {
    /// Which gate: an id of `gates::ALL`.
    pub gate: &'static str,
    /// Its answer.
    pub verdict: Verdict,
    /// Why, with the figures worked out.
    pub reason: Reason,
    /// What has to be done for a conditional pass.
    pub action: Option<Reason>,
    /// The unknown fields that the answer depends on.
    pub depends_on: Vec<Field>,
    /// The facts that were read.
    pub facts: Cow<'static, [FactId]>,
}

/// The seven criteria, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CriterionId {
    /// Can control plane and workload fit with headroom?
    Footprint,
    /// What works when the WAN is down?
    Autonomy,
    /// Are host changes declared or improvised?
    OsModel,
    /// Can 1 %, 10 % and 100 % be patched safely?
    UpgradePath,
    /// How does a node prove what site and role it owns?
    FleetIdentity,
    /// What local data must survive rebuilds?
    Storage,
    /// What can responders see during a partition?
    Observability,
}

impl CriterionId {
    /// Every criterion, in reading order.
    pub const ALL: [Self; 7] = [
        Self::Footprint,
        Self::Autonomy,
        Self::OsModel,
        Self::UpgradePath,
        Self::FleetIdentity,
        Self::Storage,
        Self::Observability,
    ];

    /// Returns the criterion with an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.id() == id)
    }

    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Footprint => "footprint",
            Self::Autonomy => "autonomy",
            Self::OsModel => "os-model",
            Self::UpgradePath => "upgrade-path",
            Self::FleetIdentity => "fleet-identity",
            Self::Storage => "storage",
            Self::Observability => "observability",
        }
    }
}

/// How well a score is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceLevel {
    /// Judged by Edgewise from the design; widest interval.
    Judged,
    /// Documented by the project; narrow interval.
    Documented,
    /// Measured by the user; the value alone.
    Measured,
}

impl EvidenceLevel {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Judged => "judged",
            Self::Documented => "documented",
            Self::Measured => "measured",
        }
    }
}

/// What raised or lowered a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Points added to the score (before clipping to 1..=5).
    pub delta: f64,
    /// Why.
    pub reason: Reason,
    /// The facts it rests on.
    pub facts: Cow<'static, [FactId]>,
}

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionScore {
    /// Which criterion.
    pub criterion: CriterionId,
    /// 1 (weak) to 5 (strong).
    pub score: f64,
    /// Low end of the interval the score may lie in.
    pub low: f64,
    /// High end of that interval.
    pub high: f64,
    /// What the score rests on.
    pub level: EvidenceLevel,
    /// What it is made of.
    pub contributions: Vec<Contribution>,
}

/// Everything said of one stack.
#[derive(Clone, Debug, PartialEq)]
pub struct StackResult {
    /// The stack.
    pub stack: Stack,
    /// What its gates come to: see [`Verdict::together`].
    pub verdict: Verdict,
    /// Every gate, in reading order.
    pub gates: Vec<GateResult>,
    /// Every criterion, in reading order; also for stacks that are ruled out.
    pub criteria: Vec<CriterionScore>,
    /// Weighted value, 0 to 100.
    pub value: f64,
    /// 1 for the first; equal values share a rank; `None` when ruled out.
    pub rank: Option<u32>,
}

/// One of the eleven options: how it fares through its best stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductResult {
    /// Which option.
    pub product: ProductId,
    /// The verdict of its best stack.
    pub verdict: Verdict,
    /// Index into [`Decision::stacks`] of its best stack, also when that is ruled out; `None` if it has no stack at
    /// all.
    pub best: Option<usize>,
    /// Rank among the options; `None` when ruled out.
    pub rank: Option<u32>,
}

/// A weight per criterion; they sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// In the order of [`CriterionId::ALL`].
    pub shares: [f64; 7],
    /// How each came about, when derived from the profile.
    pub derivation: Vec<WeightStep>,
}

/// One step of the derivation of the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightStep {
    /// Whose weight it moves.
    pub criterion: CriterionId,
    /// Points added before all are divided by their sum.
    pub points: f64,
    /// Why.
    pub reason: Reason,
}

/// A question of the decision tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Must meaningful local work go on during WAN loss?
    Q1,
    /// Is device or cloud-edge metadata sync a core feature?
    Q2,
    /// Mostly one or two constrained nodes with rebuildable state?
    Q3,
    /// Is ending SSH drift and host mutation worth more than Linux habit?
    Q4,
    /// Is the organisation standardised on Ubuntu and snap?
    Q5,
}

impl Question {
    /// Every question, in order.
    pub const ALL: [Self; 5] = [Self::Q1, Self::Q2, Self::Q3, Self::Q4, Self::Q5];

    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Q1 => "q1",
            Self::Q2 => "q2",
            Self::Q3 => "q3",
            Self::Q4 => "q4",
            Self::Q5 => "q5",
        }
    }
}

/// How a question of the tree is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeAnswer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The profile does not say; both branches are shown.
    Unknown,
}

/// One question of the tree with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionResult {
    /// Which question.
    pub question: Question,
    /// Its answer.
    pub answer: TreeAnswer,
    /// What the profile alone would answer; differs from `answer` only when overridden.
    pub derived: TreeAnswer,
    /// The fields the answer comes from.
    pub from: Vec<Field>,
    /// Whether the user overrode it.
    pub overridden: bool,
    /// Whether the path comes through here (through every branch that an unknown answer leaves open).
    pub on_path: bool,
    /// Why it is answered so.
    pub reason: Reason,
}

/// A leaf of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
    /// Q1 yes, Q2 yes: KubeEdge first, compare OpenYurt.
    CloudEdgeSync,
    /// Q1 yes, Q2 no: OpenYurt or a local-site cluster, whose substrate Q3 to Q5 name.
    Autonomy,
    /// Q3 yes: k3s first, k0s for fewer bundled opinions.
    SmallAndRebuildable,
    /// Q4 yes: Talos first, Kairos if the base OS must vary.
    ImmutableHost,
    /// Q5 yes: MicroK8s.
    SnapStandard,
    /// Q5 no: compare k0s, k3s, RKE2 and standard Kubernetes.
    FleetRequirements,
}

/// The direction that the five questions give.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeResult {
    /// All five questions.
    pub questions: Vec<QuestionResult>,
    /// The leaves reached, most direct first.
    pub leaves: Vec<Leaf>,
    /// Option ids or `local-site-cluster`, most direct first, no repetition.
    pub direction: Vec<&'static str>,
}

/// An answer that was missing, and what was put in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The unknown field.
    pub field: Field,
    /// What the decision reckons with.
    pub assumed: crate::profile::Answer,
}

/// A contradiction between answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Names the contradiction; kebab-case.
    pub id: &'static str,
    /// The fields that do not go together.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub message: Reason,
}

/// Why a stack stands in the shortlist.
#[derive(Clone, Debug, PartialEq)]
pub struct ShortlistEntry {
    /// Index into [`Decision::stacks`].
    pub stack: usize,
    /// Why it is in.
    pub reason: Reason,
}

/// The pattern that the profile asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternAdvice {
    /// Which.
    pub pattern: Pattern,
    /// Why.
    pub reason: Reason,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The profile as understood.
    pub profile: SiteProfile,
    /// The profile as the rules read it.
    pub assumed: AssumedProfile,
    /// What was assumed, in field order.
    pub assumptions: Vec<Assumption>,
    /// Contradictions.
    pub warnings: Vec<Warning>,
    /// The direction.
    pub tree: TreeResult,
    /// The weights used.
    pub weights: Weights,
    /// Every stack: ranked ones first, by rank, then those ruled out; a fixed order among equals.
    pub stacks: Vec<StackResult>,
    /// All eleven options, in catalog order.
    pub products: Vec<ProductResult>,
    /// Two or three stacks worth testing; the first is "evaluate first". Empty when not enough is known.
    pub shortlist: Vec<ShortlistEntry>,
    /// The pattern and why.
    pub pattern: PatternAdvice,
    /// The quick fields whose answers are needed before a winner may be named; empty when enough is known.
    pub needed: Vec<Field>,
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, Conditional, Fail, Pass, Unknown};
    use crate::stacks;

    #[test]
    fn twins_and_other_patterns_are_the_same_contender() {
        let of = |id| stacks::candidate(id).expect("the stack exists").stack.contender();
        assert_eq!(of("ubuntu+k3s/a"), of("rhel+k3s/b"));
        assert_ne!(of("ubuntu+k3s/a"), of("kairos+k3s/a"));
        assert_ne!(of("ubuntu+k3s/a"), of("ubuntu+k0s/a"));
        assert_ne!(of("kairos+kubernetes+kubeedge/c"), of("kairos+kubernetes+openyurt/c"));
    }

    fn check(a: Verdict, b: Verdict, expected: Verdict) {
        assert_eq!((a.together(b), b.together(a)), (expected, expected), "{a:?} {b:?}");
    }

    #[test]
    fn a_known_condition_says_more_than_an_open_gate() {
        check(Conditional, Unknown, Conditional);
        check(Unknown, Pass, Unknown);
        check(Conditional, Pass, Conditional);
        check(Pass, Pass, Pass);
    }

    #[test]
    fn nothing_makes_up_for_a_fail() {
        for other in [Pass, Conditional, Unknown, Fail] {
            check(Fail, other, Fail);
        }
    }
}
