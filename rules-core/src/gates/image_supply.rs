//! Gate: images are there when the link is not.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::{AirGap, Support};
use crate::profile::{AssumedProfile, Field, ImageSupply, NetworkReach, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "image-supply",
    title: "Has its images when the link is lost",
    why: "Three nodes that survive anything still wait for an image that only the centre has.",
    formula: "work through an outage on a central registry: images laid on the node or a mirror at the site are the \
              condition; isolated sites with a registry elsewhere: fail; preloaded: the installation without a link has to \
              be documented",
    reads: &[
        Field::ImageSupply,
        Field::NetworkReach,
        Field::LocalOperation,
        Field::WanOutageBudget,
    ],
    looks_at: looks::NODE | looks::KUBERNETES,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let isolated = profile.network_reach() == NetworkReach::Isolated;
    match profile.image_supply() {
        ImageSupply::Preloaded => without_link(candidate),
        ImageSupply::SiteMirror if isolated => without_link(candidate),
        ImageSupply::SiteMirror => {
            Finding::pass(say("image-supply-mirror", "a mirror at the site has every image", &[]))
        }
        ImageSupply::CentralRegistry | ImageSupply::PullThroughCache if isolated => {
            let template = "sites are isolated, and their images stand in a registry elsewhere";
            Finding::fail(say("image-supply-unreachable", template, &[]))
        }
        ImageSupply::PullThroughCache => {
            let template =
                "what was pulled once stays at the site; a new image still needs the link";
            Finding::pass(say("image-supply-cache", template, &[]))
                .citing(&["companions.harbor.proxy-cache-offline"])
        }
        ImageSupply::CentralRegistry => central(profile, candidate),
    }
}

fn central(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let budget = profile.wan_outage_budget_minutes();
    if budget == 0 || !profile.local_operation() {
        let template = "no work has to go on while the registry is out of reach";
        return Finding::pass(say("image-supply-no-outage", template, &[]));
    }
    let preload = &candidate.distribution.preload;
    let figures = [Figure::Whole(u64::from(budget), Unit::Minutes)];
    let template = "images stand in a central registry, and work must go on for {0} without it";
    let action = if preload.is(Support::Yes) && candidate.framework.is_none() {
        "lay every image on the nodes beforehand, or run a mirror at the site"
    } else {
        "run a mirror at the site, or pull every image to the nodes before it is needed"
    };
    Finding::conditional(
        say("image-supply-central", template, &figures),
        say("image-supply-closer", action, &[]),
    )
    .citing(preload.facts)
}

fn without_link(candidate: &Candidate) -> Finding {
    let air_gap =
        candidate.framework.map_or(&candidate.distribution.air_gap, |framework| &framework.air_gap);
    let finding = match air_gap.value {
        Some(AirGap::Documented) => Finding::pass(say(
            "image-supply-documented",
            "installing and running without a link is documented",
            &[],
        )),
        Some(AirGap::Undocumented) => Finding::conditional(
            say(
                "image-supply-undocumented",
                "no procedure without a link was found: {0}",
                &[Figure::Name(air_gap.why)],
            ),
            say(
                "image-supply-write",
                "write and rehearse the procedure yourself, joining and upgrading included",
                &[],
            ),
        ),
        Some(AirGap::NeedsLink) => {
            Finding::fail(say("image-supply-needs-link", "it does not work without its link", &[]))
        }
        None => Finding::unknown(say(
            "image-supply-unknown",
            "nothing is known of it: {0}",
            &[Figure::Name(air_gap.why)],
        )),
    };
    finding.citing(air_gap.facts)
}
