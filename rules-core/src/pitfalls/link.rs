//! Pitfalls of the link: what a site still asks of the centre.

use super::{Found, Rule};
use crate::catalog::Delivery;
use crate::outcome::Pattern;
use crate::profile::{AssumedProfile, Field, ImageSupply, Unit, Wan};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

fn outage(profile: &AssumedProfile) -> Figure {
    Figure::Whole(u64::from(profile.wan_outage_budget_minutes()), Unit::Minutes)
}

/// Whether a new image needs the link.
fn needs_registry(profile: &AssumedProfile) -> bool {
    matches!(profile.image_supply(), ImageSupply::CentralRegistry | ImageSupply::PullThroughCache)
}

pub(super) const IMAGES: Rule = Rule {
    id: "image-supply-forgotten",
    title: "Image distribution left to the registry",
    reads: &[Field::ImageSupply, Field::LocalOperation, Field::WanOutageBudget],
    look: images,
};

fn images(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    if !profile.works_cut_off() || !needs_registry(profile) {
        return None;
    }
    let figures = vec![outage(profile)];
    let fix = Reason::plain(
        "pitfall-images-design",
        "design it: a mirror at the site or images laid on the nodes, where its credentials live, what is pulled before it \
         is needed, and how much disk old images may keep",
    );
    if profile.image_supply() == ImageSupply::PullThroughCache {
        let template = "for {0} a cache gives out what was pulled before and nothing else: a new version, or what was \
                        cleaned away, has to wait";
        let found = Found::new(Reason::new("pitfall-images-cache", template, figures), fix);
        return Some(found.citing(&[&[
            "companions.harbor.proxy-cache-offline",
            "companions.harbor.proxy-cache-removed",
        ]]));
    }
    let template = "for {0} no node gets an image that it does not have, so a replaced node or a rescheduled pod does not start";
    let distribution = candidate.distribution;
    let found = Found::new(Reason::new("pitfall-images-central", template, figures), fix);
    Some(found.citing(&[distribution.preload.facts, distribution.peer_mirror.facts]))
}

pub(super) const RESILIENCE: Rule = Rule {
    id: "resilience-is-not-image-supply",
    title: "Node resilience taken for independence of the registry",
    reads: &[Field::NodesPerSite, Field::ImageSupply, Field::WanOutageBudget],
    look: resilience,
};

fn resilience(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let quorum = candidate.stack.pattern == Pattern::B;
    let outage_counts = profile.wan_outage_budget_minutes() > 0;
    if !(quorum && outage_counts && needs_registry(profile)) {
        return None;
    }
    let figures =
        vec![Figure::Whole(u64::from(profile.nodes_per_site()), Unit::Nodes), outage(profile)];
    let template = "{0} bear the loss of one, which proves nothing for {1} without the registry: the pods that move have to \
                    find their images";
    let fix = Reason::plain(
        "pitfall-resilience-test",
        "test with the link cut during an image pull, after a cold restart, without local DNS and with a full disk, not only \
         with one node switched off",
    );
    let quorum =
        candidate.distribution.quorum.as_ref().map_or(&[][..], |quorum| quorum.servers.facts);
    let found = Found::new(Reason::new("pitfall-resilience", template, figures), fix);
    Some(found.citing(&[quorum, candidate.distribution.peer_mirror.facts]))
}

pub(super) const STRETCHED: Rule = Rule {
    id: "stretched-cluster",
    title: "One ordinary cluster stretched over edge links",
    reads: &[Field::Wan, Field::WanOutageBudget, Field::LocalOperation, Field::Tier],
    look: stretched,
};

fn stretched(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let fragile = profile.local_operation() || profile.wan() != Wan::Redundant;
    if candidate.controls_at_site(profile) || candidate.framework.is_some() || !fragile {
        return None;
    }
    let figures = vec![Figure::Answer(Field::Wan, profile.answer(Field::Wan)), outage(profile)];
    let template = "the API server is at the far end of a link ({0}) that may be lost for {1}: nodes of the \
                    site schedule nothing and, once restarted, start nothing until it is back";
    let fix = Reason::plain(
        "pitfall-stretched-compare",
        "compare KubeEdge, OpenYurt and a cluster at each site in the same partition test before the control plane is placed",
    );
    let found = Found::new(Reason::new("pitfall-stretched", template, figures), fix);
    Some(found.citing(&[&["kubernetes.autonomy.partition", "managed.eks-hybrid.restart-offline"]]))
}

pub(super) const CENTRAL_CALLS: Rule = Rule {
    id: "hidden-central-dependency",
    title: "Central services in the path of a start",
    reads: &[Field::CentralCalls, Field::LocalOperation, Field::WanOutageBudget],
    look: central_calls,
};

fn central_calls(profile: &AssumedProfile, _: &Candidate) -> Option<Found> {
    if !profile.works_cut_off() || profile.central_calls().is_empty() {
        return None;
    }
    let calls = Field::CentralCalls;
    let figures = vec![Figure::Answer(calls, profile.answer(calls)), outage(profile)];
    let template = "a start of the workload calls the centre for {0}, and the link may be lost for {1}: no distribution mends \
                    that";
    let fix = Reason::plain(
        "pitfall-central-calls-fix",
        "give each of these calls an answer at the site, a cached one or a way to go on without, and prove it by cutting \
         them off one at a time",
    );
    Some(Found::new(Reason::new("pitfall-central-calls", template, figures), fix))
}

/// Minutes of outage from which somebody at the site has to be able to see what is wrong.
const WORTH_A_LOOK: u32 = 60;

pub(super) const DARK: Rule = Rule {
    id: "dark-during-partition",
    title: "No observability while the link is lost",
    reads: &[Field::WanOutageBudget, Field::Hands, Field::Tier],
    look: dark,
};

fn dark(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    if profile.wan_outage_budget_minutes() < WORTH_A_LOOK {
        return None;
    }
    let hands = Field::Hands;
    let metrics = &candidate.distribution.batteries.metrics;
    let figures = vec![
        outage(profile),
        Figure::Answer(hands, profile.answer(hands)),
        Figure::Name(candidate.distribution.name),
    ];
    let at_site = candidate.controls_at_site(profile);
    let (key, template) = match metrics.delivery {
        _ if !at_site => (
            "pitfall-dark-centre",
            "for {0} the API is out of reach as well, so whoever is at hand ({1}) sees nothing of the site",
        ),
        Delivery::Bundled if metrics.is_documented() => (
            "pitfall-dark-bundled",
            "for {0} the dashboards of the centre show nothing of a site; {2} brings metrics of the moment and keeps no \
             history for whoever is at hand ({1})",
        ),
        Delivery::OptIn | Delivery::Absent => (
            "pitfall-dark",
            "for {0} the dashboards of the centre show nothing of a site, and {2} has no metrics switched on for whoever is \
             at hand ({1})",
        ),
        Delivery::Bundled | Delivery::NotStated => (
            "pitfall-dark-unknown",
            "for {0} the dashboards of the centre show nothing of a site, and nothing that was read says which metrics {2} \
             has for whoever is at hand ({1})",
        ),
    };
    let fix = Reason::new(
        "pitfall-dark-local",
        "keep health checks, logs and metrics at the site with a buffer for {0}, forward them when the link is back, and \
         count their memory",
        vec![outage(profile)],
    );
    let telemetry = candidate.framework.map_or(&[][..], |framework| framework.telemetry.facts);
    let found = Found::new(Reason::new(key, template, figures), fix);
    Some(found.citing(&[metrics.facts, telemetry, candidate.host.log_shipping.facts]))
}
