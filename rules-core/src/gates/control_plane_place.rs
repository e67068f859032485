//! Gate: the control plane stands where it may stand.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::profile::{AssumedProfile, ControlPlane, Field, Tier};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "control-plane-place",
    title: "Puts the control plane where it may stand",
    why: "Where the control plane stands decides who patches it and what a cut link takes away.",
    formula: "either place: pass; per site: the cluster has to stand at the site; shared centre: it has to stand elsewhere, \
              or the site is the region itself",
    reads: &[Field::ControlPlane, Field::Tier],
    looks_at: looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let at_site = Role::of(profile, candidate).has_datastore();
    let regional = profile.tier() == Tier::RegionalEdge;
    match (profile.control_plane(), at_site) {
        (ControlPlane::Either, _) => Finding::pass(say(
            "control-plane-place-either",
            "the control plane may stand anywhere",
            &[],
        )),
        (ControlPlane::PerSite, true) => Finding::pass(say(
            "control-plane-place-site",
            "the control plane stands at the site, as demanded",
            &[],
        )),
        (ControlPlane::PerSite, false) => {
            let template =
                "each site must have its own control plane, and this one stands elsewhere";
            Finding::fail(say("control-plane-place-not-site", template, &[]))
        }
        (ControlPlane::SharedCentre, true) if !regional => {
            let template =
                "one control plane is to serve many sites, and this one serves its own site only";
            Finding::fail(say("control-plane-place-not-shared", template, &[]))
        }
        (ControlPlane::SharedCentre, _) => Finding::pass(say(
            "control-plane-place-shared",
            "the control plane serves many sites, as demanded",
            &[],
        )),
    }
}
