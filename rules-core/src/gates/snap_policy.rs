//! Gate: a snap fits the delivery policy.

use super::Gate;
use super::finding::{Finding, Sentence, say};
use super::looks;
use crate::catalog::Packaging;
use crate::profile::{AssumedProfile, Field, ImageSupply, NetworkReach, OsStandard};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "snap-policy",
    title: "Is delivered as the policy allows",
    why: "Snaps refresh themselves from a store: convenient for developers, and a change nobody ordered in production.",
    formula: "not a snap: pass; a snap: a condition for each of pinned versions, no link to the store, and a standard other \
              than Ubuntu with snap",
    reads: &[Field::VersionPinning, Field::ImageSupply, Field::NetworkReach, Field::OsStandard],
    looks_at: looks::NODE | looks::HOST,
    check,
};

const PIN: &str =
    "hold refreshes, follow one track, and release revisions through a snap store proxy";
const CARRY: &str =
    "carry the snap, its base snap, their assertions and all images to the site, and sideload them";
const OWN_SNAPD: &str =
    "make snapd a supported part of your standard, with its own refresh windows";

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if candidate.framework.is_some() {
        return Finding::pass(say(
            "snap-policy-edge",
            "edge nodes of a framework run no snap",
            &[],
        ));
    }
    if !candidate.distribution.packaging.is(Packaging::Snap) {
        return Finding::pass(say("snap-policy-no-snap", "it is not delivered as a snap", &[]));
    }
    let cut_off = profile.image_supply() == ImageSupply::Preloaded
        || profile.network_reach() == NetworkReach::Isolated;
    let foreign = profile.os_standard() != OsStandard::UbuntuSnap || candidate.host.id != "ubuntu";
    let actions = [(profile.version_pinning(), PIN), (cut_off, CARRY), (foreign, OWN_SNAPD)];
    let mut wanted = actions.iter().filter(|(applies, _)| *applies).map(|(_, action)| *action);
    let finding = match wanted.next() {
        None => Finding::pass(say(
            "snap-policy-fits",
            "snaps are the standard, and the store is in reach",
            &[],
        )),
        Some(first) => Finding::conditional(
            say(
                "snap-policy-lifecycle",
                "it is a snap, which refreshes itself unless its lifecycle is governed",
                &[],
            ),
            listed(first, wanted.next(), wanted.next()),
        ),
    };
    finding
        .citing(candidate.distribution.packaging.facts)
        .citing(&[
            "microk8s.upgrade.auto-refresh",
            "microk8s.upgrade.hold",
            "microk8s.upgrade.store-proxy",
        ])
        .citing(&[
            "microk8s.airgap.offline-install",
            "microk8s.airgap.sideload",
            "microk8s.os.supported",
        ])
}

fn listed(
    first: &'static str,
    second: Option<&'static str>,
    third: Option<&'static str>,
) -> Sentence {
    let first = Figure::Name(first);
    match (second.map(Figure::Name), third.map(Figure::Name)) {
        (None, _) => say("snap-policy-one", "{0}", &[first]),
        (Some(second), None) => say("snap-policy-two", "{0}; {1}", &[first, second]),
        (Some(second), Some(third)) => {
            say("snap-policy-three", "{0}; {1}; {2}", &[first, second, third])
        }
    }
}
