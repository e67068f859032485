//! Which of the four topology patterns the profile asks for, and why.

use crate::outcome::{Pattern, PatternAdvice};
use crate::profile::{AssumedProfile, ControlPlane, Field, SiteProfile, Tier, Unit};
use crate::reason::{Figure, Reason};

/// Servers that it takes to lose one and still agree.
const QUORUM: u32 = 3;

/// Advises a pattern: coordination where it is asked for, a region where the site is one, quorum where the site can
/// carry it, and otherwise the honest single node.
pub(super) fn advise(profile: &SiteProfile, assumed: &AssumedProfile) -> PatternAdvice {
    let nodes = assumed.nodes_per_site();
    if let Some(reason) = coordination(assumed) {
        return PatternAdvice { pattern: Pattern::C, reason };
    }
    if nodes < QUORUM {
        return PatternAdvice { pattern: Pattern::A, reason: too_few(nodes) };
    }
    if assumed.tier() == Tier::RegionalEdge {
        return PatternAdvice { pattern: Pattern::D, reason: regional(nodes) };
    }
    local(profile, assumed)
}

/// Returns how the pattern is chosen, for the method; the first that holds counts.
pub(super) fn method() -> Vec<(Pattern, Reason)> {
    let servers = || vec![Figure::Whole(QUORUM.into(), Unit::Nodes)];
    vec![
        (
            Pattern::C,
            Reason::plain(
                "method-pattern-c",
                "device or cloud-edge sync is a core feature, or the control plane shall stand in a shared centre \
                 outside regional sites: only a framework lets edge nodes go on while cut off",
            ),
        ),
        (
            Pattern::A,
            Reason::new(
                "method-pattern-a",
                "a site has fewer than {0}: no quorum, so recoverable and never called highly available",
                servers(),
            ),
        ),
        (Pattern::D, Reason::new("method-pattern-d", "a regional site has {0} or more", servers())),
        (
            Pattern::B,
            Reason::new(
                "method-pattern-b",
                "any other site with {0} or more; with shared power it is said that a power cut takes all of them",
                servers(),
            ),
        ),
    ]
}

fn coordination(assumed: &AssumedProfile) -> Option<Reason> {
    let centre = assumed.control_plane() == ControlPlane::SharedCentre;
    if assumed.device_sync() {
        return Some(Reason::plain(
            "pattern-c-sync",
            "device or cloud-edge sync is a core feature, and only a framework at the edge brings it",
        ));
    }
    (centre && assumed.tier() != Tier::RegionalEdge).then(|| {
        Reason::plain(
            "pattern-c-centre",
            "the control plane stands in the centre, and only a framework lets edge nodes go on while cut off from it",
        )
    })
}

fn too_few(nodes: u32) -> Reason {
    let figures = vec![Figure::Whole(nodes.into(), Unit::Nodes), Figure::Count(QUORUM.into())];
    if nodes == 1 {
        return Reason::plain(
            "pattern-a-one-node",
            "one node cannot stand in for itself: recoverable, so rebuilding has to be quick and rehearsed",
        );
    }
    Reason::new(
        "pattern-a-no-quorum",
        "{0} are no quorum, which takes {1}: recoverable, so rebuilding has to be quick and rehearsed",
        figures,
    )
}

fn regional(nodes: u32) -> Reason {
    Reason::new(
        "pattern-d-regional",
        "a regional site with {0} can run one cluster as a data centre would",
        vec![Figure::Whole(nodes.into(), Unit::Nodes)],
    )
}

fn local(profile: &SiteProfile, assumed: &AssumedProfile) -> PatternAdvice {
    let nodes = vec![Figure::Whole(assumed.nodes_per_site().into(), Unit::Nodes)];
    if assumed.independent_power() {
        let reason = Reason::new(
            "pattern-b",
            "{0} with power and disks of their own can lose one and keep the quorum",
            nodes,
        );
        return PatternAdvice { pattern: Pattern::B, reason };
    }
    if profile.knows(Field::IndependentPower) {
        let reason = Reason::new(
            "pattern-b-shared-power",
            "{0} keep the quorum when one dies, but a power cut takes all of them: plan to recover the whole site",
            nodes,
        );
        return PatternAdvice { pattern: Pattern::B, reason };
    }
    let reason = Reason::new(
        "pattern-b-if-independent",
        "{0} can lose one and keep the quorum, provided that power and disks are independent, which is not known yet",
        nodes,
    );
    PatternAdvice { pattern: Pattern::B, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Choice};

    fn check(answers: &[(Field, Answer)], pattern: Pattern, key: &str) {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)));
        }
        let advice = advise(&profile, &profile.assume());
        assert_eq!((advice.pattern, advice.reason.key), (pattern, key));
    }

    #[test]
    fn fewer_than_three_nodes_are_recoverable() {
        check(&[(Field::NodesPerSite, Answer::Whole(1))], Pattern::A, "pattern-a-one-node");
        check(&[(Field::NodesPerSite, Answer::Whole(2))], Pattern::A, "pattern-a-no-quorum");
    }

    #[test]
    fn three_nodes_keep_a_quorum_and_hear_what_it_rests_on() {
        let three = (Field::NodesPerSite, Answer::Whole(3));
        let power = |yes| (Field::IndependentPower, Answer::YesNo(yes));
        check(&[three], Pattern::B, "pattern-b-if-independent");
        check(&[three, power(true)], Pattern::B, "pattern-b");
        check(&[three, power(false)], Pattern::B, "pattern-b-shared-power");
    }

    #[test]
    fn sync_and_shared_centres_need_a_framework() {
        check(&[(Field::DeviceSync, Answer::YesNo(true))], Pattern::C, "pattern-c-sync");
        let centre = (Field::ControlPlane, Answer::Choice(ControlPlane::SharedCentre.index()));
        check(&[centre], Pattern::C, "pattern-c-centre");
    }

    #[test]
    fn regional_sites_run_a_regional_cluster() {
        let regional = (Field::Tier, Answer::Choice(Tier::RegionalEdge.index()));
        let nodes = (Field::NodesPerSite, Answer::Whole(5));
        check(&[regional, nodes], Pattern::D, "pattern-d-regional");
    }
}
