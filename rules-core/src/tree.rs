//! The five questions that name a direction before anything is scored.
//!
//! The order of the questions and their outcomes are fixed; what this room adds is how each answer follows from the
//! profile (`questions.rs`), and that a question without an answer leaves both branches open. A direction is not a
//! verdict: gates and ranking may disagree with it, and the product then says so.

mod questions;

use crate::outcome::{Leaf, Question, QuestionResult, TreeAnswer, TreeResult};
use crate::profile::{Field, SiteProfile};
use crate::reason::{Figure, Reason};
use questions::Derived;

/// What the user answers in place of the profile, in the order of [`Question::ALL`]; `None` leaves it to the profile.
pub type Overrides = [Option<bool>; 5];

/// The part of the direction that is a pattern and no single option: a whole cluster at each site.
pub const LOCAL_SITE_CLUSTER: &str = "local-site-cluster";

/// Answers the five questions and follows them to the leaves.
#[must_use]
pub fn walk(profile: &SiteProfile, overrides: &Overrides) -> TreeResult {
    let mut questions: Vec<_> = Question::ALL
        .into_iter()
        .zip(overrides)
        .map(|(question, over)| answer(question, *over, questions::derive(question, profile)))
        .collect();
    let leaves = mark_path(&mut questions);
    let direction = direction(&leaves);
    TreeResult { questions, leaves, direction }
}

/// Returns how a question is answered, as a sentence of the method, and the fields that it is answered from.
#[must_use]
pub fn rule(question: Question) -> (Reason, &'static [Field]) {
    questions::rule(question)
}

fn answer(question: Question, over: Option<bool>, derived: Derived) -> QuestionResult {
    let (answer, reason) = match over {
        None => (derived.answer, derived.reason),
        Some(yes) => (TreeAnswer::of(yes), overridden(derived.answer)),
    };
    QuestionResult {
        question,
        answer,
        derived: derived.answer,
        from: derived.from,
        overridden: over.is_some(),
        on_path: false,
        reason,
    }
}

fn overridden(derived: TreeAnswer) -> Reason {
    Reason::new(
        "tree-overridden",
        "answered by you; the profile alone gives {0}",
        vec![Figure::Name(match derived {
            TreeAnswer::Yes => "yes",
            TreeAnswer::No => "no",
            TreeAnswer::Unknown => "no answer",
        })],
    )
}

/// Marks the questions that the path comes through and returns the leaves it ends in. Where both branches are open, the
/// leaves of the "yes" branch come first.
fn mark_path(questions: &mut [QuestionResult]) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut visit = |question: Question| {
        let result = &mut questions[question as usize];
        result.on_path = true;
        result.answer
    };

    let local = visit(Question::Q1);
    if local.may_be(true) {
        let sync = visit(Question::Q2);
        leaves.extend(sync.may_be(true).then_some(Leaf::CloudEdgeSync));
        leaves.extend(sync.may_be(false).then_some(Leaf::Autonomy));
    }
    if local.may_be(false) || leaves.contains(&Leaf::Autonomy) {
        let small = visit(Question::Q3);
        leaves.extend(small.may_be(true).then_some(Leaf::SmallAndRebuildable));
        if small.may_be(false) {
            let immutable = visit(Question::Q4);
            leaves.extend(immutable.may_be(true).then_some(Leaf::ImmutableHost));
            if immutable.may_be(false) {
                let snap = visit(Question::Q5);
                leaves.extend(snap.may_be(true).then_some(Leaf::SnapStandard));
                leaves.extend(snap.may_be(false).then_some(Leaf::FleetRequirements));
            }
        }
    }
    leaves
}

fn direction(leaves: &[Leaf]) -> Vec<&'static str> {
    let mut direction = Vec::new();
    for name in leaves.iter().flat_map(|leaf| leaf.names()) {
        if !direction.contains(name) {
            direction.push(*name);
        }
    }
    direction
}

impl TreeAnswer {
    /// Returns the answer for a plain yes or no.
    #[must_use]
    pub fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// Returns whether the branch for a yes or no stays open.
    #[must_use]
    pub fn may_be(self, yes: bool) -> bool {
        self == Self::Unknown || self == Self::of(yes)
    }
}

impl Leaf {
    /// Returns what the leaf says to evaluate, first to last: option ids, or [`LOCAL_SITE_CLUSTER`].
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::CloudEdgeSync => &["kubeedge", "openyurt"],
            Self::Autonomy => &["openyurt", LOCAL_SITE_CLUSTER],
            Self::SmallAndRebuildable => &["k3s", "k0s"],
            Self::ImmutableHost => &["talos", "kairos"],
            Self::SnapStandard => &["microk8s"],
            Self::FleetRequirements => &["k0s", "k3s", "rke2", "kubernetes"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Choice, HostChange, OsStandard, Ssh, State};

    fn profile(answers: &[(Field, Answer)]) -> SiteProfile {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)), "{}", field.id());
        }
        profile
    }

    fn check(answers: &[(Field, Answer)], path: &str, direction: &[&str]) {
        check_with(answers, [None; 5], path, direction);
    }

    /// `path` has a letter per question: y, n, ? (unknown) when on the path, `.` when not.
    fn check_with(answers: &[(Field, Answer)], over: Overrides, path: &str, direction: &[&str]) {
        let tree = walk(&profile(answers), &over);
        let seen: String = tree
            .questions
            .iter()
            .map(|question| match (question.on_path, question.answer) {
                (false, _) => '.',
                (true, TreeAnswer::Yes) => 'y',
                (true, TreeAnswer::No) => 'n',
                (true, TreeAnswer::Unknown) => '?',
            })
            .collect();
        assert_eq!(seen, path);
        assert_eq!(tree.direction, direction);
    }

    const LOCAL: (Field, Answer) = (Field::LocalOperation, Answer::YesNo(true));
    const CENTRAL: (Field, Answer) = (Field::LocalOperation, Answer::YesNo(false));
    const NO_SYNC: (Field, Answer) = (Field::DeviceSync, Answer::YesNo(false));
    const LARGE: (Field, Answer) = (Field::NodesPerSite, Answer::Whole(3));

    fn pick(field: Field, choice: impl Choice) -> (Field, Answer) {
        (field, Answer::Choice(choice.index()))
    }

    #[test]
    fn device_sync_ends_at_the_frameworks() {
        let sync = (Field::DeviceSync, Answer::YesNo(true));
        check(&[LOCAL, sync], "yy...", &["kubeedge", "openyurt"]);
    }

    #[test]
    fn autonomy_without_sync_goes_on_to_the_substrate() {
        check(
            &[LOCAL, NO_SYNC, LARGE, pick(Field::Ssh, Ssh::Banned)],
            "ynny.",
            &["openyurt", LOCAL_SITE_CLUSTER, "talos", "kairos"],
        );
    }

    #[test]
    fn small_rebuildable_sites_end_at_k3s() {
        let small = [
            CENTRAL,
            (Field::NodesPerSite, Answer::Whole(1)),
            (Field::NodeRamMib, Answer::Whole(4096)),
            pick(Field::State, State::Rebuildable),
        ];
        check(&small, "n.y..", &["k3s", "k0s"]);
    }

    #[test]
    fn snap_standard_with_mutable_hosts_ends_at_microk8s() {
        let mutable = [
            CENTRAL,
            LARGE,
            pick(Field::Ssh, Ssh::Allowed),
            pick(Field::HostChange, HostChange::ConfigManaged),
        ];
        let snap = pick(Field::OsStandard, OsStandard::UbuntuSnap);
        check(&[&mutable[..], &[snap]].concat(), "n.nny", &["microk8s"]);
        let none = pick(Field::OsStandard, OsStandard::None);
        check(&[&mutable[..], &[none]].concat(), "n.nnn", &["k0s", "k3s", "rke2", "kubernetes"]);
    }

    #[test]
    fn nothing_known_leaves_every_branch_open() {
        check(
            &[],
            "?????",
            &[
                "kubeedge",
                "openyurt",
                LOCAL_SITE_CLUSTER,
                "k3s",
                "k0s",
                "talos",
                "kairos",
                "microk8s",
                "rke2",
                "kubernetes",
            ],
        );
    }

    #[test]
    fn override_moves_the_path_and_keeps_what_the_profile_says() {
        let over = [Some(false), None, Some(true), None, None];
        check_with(&[LOCAL, NO_SYNC, LARGE], over, "n.y..", &["k3s", "k0s"]);
        let tree = walk(&profile(&[LOCAL, LARGE]), &over);
        assert!(tree.questions[0].overridden);
        assert_eq!(tree.questions[0].derived, TreeAnswer::Yes);
        assert_eq!(
            tree.questions[0].reason.english(),
            "answered by you; the profile alone gives yes"
        );
        assert!(!tree.questions[1].overridden);
    }
}
