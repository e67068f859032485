//! Pitfalls of the operating model: what a team takes for granted of its hosts.

use super::{Found, Rule, fleet};
use crate::catalog::{HostModel, Packaging, Shell};
use crate::outcome::FactId;
use crate::profile::{AssumedProfile, Field, ImageSupply, NetworkReach, OsStandard, Rings, Ssh};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const LIGHTWEIGHT: Rule = Rule {
    id: "lightweight-as-edge-ready",
    title: "Lightweight taken for edge-ready",
    reads: &[
        Field::LocalOperation,
        Field::WanOutageBudget,
        Field::ImageSupply,
        Field::Rings,
        Field::Sites,
        Field::Tier,
    ],
    look: lightweight,
};

/// A small distribution settles the footprint; what is found here are the questions that it leaves open.
fn lightweight(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let packaging = &candidate.distribution.packaging;
    let small = packaging.is(Packaging::Binary) || packaging.is(Packaging::Snap);
    if !small || !candidate.controls_at_site(profile) {
        return None;
    }
    let fleet = fleet::is_a_fleet(profile);
    let open = [
        (
            profile.works_cut_off() && profile.image_supply() == ImageSupply::CentralRegistry,
            "images come over a link that may be lost",
        ),
        (fleet && profile.rings() != Rings::Automated, "upgrades are staged by hand, if at all"),
        (
            fleet && candidate.host.model.is(HostModel::Mutable),
            "hosts change in place and can drift apart",
        ),
    ];
    let mut figures = vec![Figure::Name(candidate.distribution.name)];
    figures.extend(open.iter().filter(|(is_open, _)| *is_open).map(|(_, what)| Figure::Name(what)));
    let (key, template) = match figures.len() {
        1 => return None,
        2 => (
            "pitfall-lightweight-one",
            "that {0} is small settles the footprint only; still open: {1}",
        ),
        3 => (
            "pitfall-lightweight-two",
            "that {0} is small settles the footprint only; still open: {1}; {2}",
        ),
        _ => (
            "pitfall-lightweight-three",
            "that {0} is small settles the footprint only; still open: {1}; {2}; {3}",
        ),
    };
    let fix = Reason::plain(
        "pitfall-lightweight-fix",
        "begin with how a site fails, then settle autonomy, upgrades and host changes; footprint comes last",
    );
    Some(Found::new(Reason::new(key, template, figures), fix).citing(&[packaging.facts]))
}

pub(super) const LOGIN: Rule = Rule {
    id: "runbooks-that-log-in",
    title: "Runbooks that log in to a host without a login",
    reads: &[Field::Ssh],
    look: login,
};

fn login(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let shell = &candidate.host.shell;
    if !shell.is(Shell::Absent) || profile.ssh() == Ssh::Banned {
        return None;
    }
    let figures = vec![
        Figure::Name(candidate.host.name),
        Figure::Answer(Field::Ssh, profile.answer(Field::Ssh)),
    ];
    let template = "{0} has neither shell nor SSH, which responders may count on today ({1}): what they do under pressure \
                    will not work";
    let fix = Reason::plain(
        "pitfall-login-runbooks",
        "rewrite runbooks as calls to the interface of the host, evidence from Kubernetes, configuration patches and node \
         replacement, and rehearse them before the first site",
    );
    let found = Found::new(Reason::new("pitfall-login", template, figures), fix);
    let instead: &[FactId] = match candidate.host.id {
        "talos" => &["talos.os.api-only", "talos.os.debug-container"],
        _ => &[],
    };
    Some(found.citing(&[shell.facts, instead]))
}

pub(super) const SNAP: Rule = Rule {
    id: "snap-without-policy",
    title: "Snap without a snap policy",
    reads: &[Field::VersionPinning, Field::ImageSupply, Field::NetworkReach, Field::OsStandard],
    look: snap,
};

fn snap(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let is_snap = candidate.distribution.packaging.is(Packaging::Snap);
    let cut_off = profile.image_supply() == ImageSupply::Preloaded
        || profile.network_reach() == NetworkReach::Isolated;
    let foreign = profile.os_standard() != OsStandard::UbuntuSnap;
    if !is_snap
        || candidate.framework.is_some()
        || !(profile.version_pinning() || cut_off || foreign)
    {
        return None;
    }
    let figures = vec![Figure::Name(candidate.distribution.name)];
    let (key, template) = if cut_off {
        (
            "pitfall-snap-cut-off",
            "{0} is a snap: it wants a store that these sites do not reach, and everything in it has to be carried there",
        )
    } else {
        (
            "pitfall-snap",
            "{0} is a snap: unless it is held, what appears in its channel is installed within hours, and nobody is told",
        )
    };
    let fix = Reason::plain(
        "pitfall-snap-govern",
        "before the first ring, show how channels are pinned, refreshes held and windowed, snap and images carried offline, \
         and an earlier revision brought back",
    );
    let facts = [
        "microk8s.upgrade.auto-refresh",
        "microk8s.upgrade.refresh-interval",
        "microk8s.upgrade.hold",
        "microk8s.airgap.offline-install",
    ];
    Some(Found::new(Reason::new(key, template, figures), fix).citing(&[&facts]))
}
