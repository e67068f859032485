//! Upgrade path: can 1 %, 10 % and 100 % of the sites be patched safely?

use super::{Case, Criterion, FLEET, Sheet, looks};
use crate::catalog::{
    Conformance, Framework, HostModel, Packaging, Rollback, Support, Upgrade, UpgradeMechanism,
    catalog,
};
use crate::gates::say;
use crate::outcome::{CriterionId, FactId, Pattern};
use crate::profile::{Field, OsStandard, Skill, Unit};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::UpgradePath,
    title: "Upgrade path",
    question: "Can one, ten and a hundred per cent of the sites be patched safely?",
    strong: "canary rings, rollback and health gates of a site exist",
    warning: "every upgrade of a site is its own adventure",
    formula: "2; rollback of a host that is patched in service up to 1, releases of it that are maintained for less than \
              six months -0.5; mechanism of Kubernetes or framework -0.5 to 1 \
              (snap refreshes count where snaps are the standard), waves up to 0.5, its rollback -0.5 to 0.5 (what only \
              an image brings counts half where the image is a choice not made, and nothing on free hosts); nodes that can go one at a time add \
              0.5; a platform that is upgraded elsewhere already 0.5, people who know upstream Kubernetes 0.5 where it \
              is the upstream one; a mutable host costs 0.5 where a large fleet of it is patched in \
              service; a framework's parts that must move together cost 1, an upstream version past its life 0.75, its image of one's own adds \
              0.5 in place of mechanism and rollback, an upstream kubelet 0.25; one \
              distant control plane for all sites costs 1",
    reads: &[
        Field::Tier,
        Field::Wan,
        Field::NodesPerSite,
        Field::Sites,
        Field::GrowthSites,
        Field::HostChange,
        Field::HostPatchingInLife,
        Field::ExistingPlatform,
        Field::Skills,
        Field::OsStandard,
    ],
    looks_at: looks::HOST | looks::NODE | looks::KUBERNETES | looks::PATTERN,
    contributions,
};

/// A release that is maintained for fewer months makes upgrades a constant duty.
const SHORT_LIVED: u32 = 6;

fn contributions(case: &Case) -> Sheet {
    let mut sheet = case.sheet(2.0, say("upgrade-base", "every node can be upgraded by hand", &[]));
    host(case, &mut sheet);
    match (case.framework, case.kubernetes) {
        (Some(framework), _) => {
            edge_part(case, framework, &mut sheet);
            two_parts(case, &mut sheet);
        }
        (None, Some(kubernetes)) if rides_in_image(case) => {
            in_image(case, &mut sheet);
            waves(&kubernetes.upgrade, kubernetes.name, &mut sheet);
        }
        (None, Some(kubernetes)) => {
            mechanism(case, &kubernetes.upgrade, kubernetes.name, &mut sheet);
            rollback(case, &kubernetes.upgrade, kubernetes.name, &mut sheet);
        }
        (None, None) => {}
    }
    let rolling = say("upgrade-rolling", "nodes can be drained and upgraded one at a time", &[]);
    let several =
        matches!(case.stack.pattern, Pattern::B | Pattern::D) && case.profile.nodes_per_site() > 1;
    sheet.add_if(several, 0.5, rolling, &[]);
    let distant = case.hangs_on_distant_control_plane() && !case.provider_in_region();
    let reason = say(
        "upgrade-all-at-once",
        "an upgrade of the one control plane reaches every site at once, and no ring protects them",
        &[],
    );
    sheet.add_if(distant, -1.0, reason, &[]);
    experience(case, &mut sheet);
    sheet
}

/// A Kubernetes placed on an image-based host is part of the image; one that is an operating system, or brings one, has
/// its own way.
fn rides_in_image(case: &Case) -> bool {
    let placed = case.kubernetes.is_some_and(|kubernetes| {
        kubernetes.own_host.is_none() && !kubernetes.packaging.is(Packaging::OsImage)
    });
    placed
        && case.host.is_some_and(|host| host.model.is(HostModel::Image))
        && case.stack.host != "provider"
}

fn host(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let name = [Figure::Name(host.name)];
    // Hosts that are swapped instead of patched have no upgrade to come back from.
    let in_service = case.profile.host_patching_in_life();
    let falls_back = in_service && host.rollback.is(Rollback::Automatic);
    let reason = say("upgrade-host-fallback", "{0} returns to its earlier image by itself", &name);
    sheet.add_if(falls_back, by_image(case), reason, host.rollback.facts);
    let by_command = in_service && host.rollback.is(Rollback::ByCommand);
    let reason =
        say("upgrade-host-rollback", "{0} returns to its earlier state by a command", &name);
    sheet.add_if(by_command, 0.5, reason, host.rollback.facts);

    let short = host.maintained_months.value.filter(|months| in_service && *months < SHORT_LIVED);
    let reason = say(
        "upgrade-short-lived",
        "a release of {0} is maintained for {1} months only, so every site moves that often",
        &[Figure::Name(host.name), Figure::Count(short.unwrap_or_default().into())],
    );
    sheet.add_if(short.is_some(), -0.5, reason, host.maintained_months.facts);

    let sites = case.sites();
    let patched =
        host.model.is(HostModel::Mutable) && case.profile.host_patching_in_life() && sites >= FLEET;
    let reason = say(
        "upgrade-host-patches",
        "patching {0} in service is a second rollout over {1}",
        &[Figure::Name(host.name), Figure::Whole(sites.into(), Unit::Sites)],
    );
    sheet.add_if(patched, -0.5, reason, host.model.facts);
}

/// The edge part has its own way on a host that takes files; on an image-based one it is part of an image that nobody
/// vouches for yet.
fn edge_part(case: &Case, framework: &Framework, sheet: &mut Sheet) {
    let name = [Figure::Name(framework.name)];
    if case.host_is_image() {
        let reason = say("upgrade-edge-in-image", "{0} is built into the team's own image", &name);
        sheet.add(0.5, reason, &[]);
    } else {
        mechanism(case, &framework.upgrade, framework.name, sheet);
        rollback(case, &framework.upgrade, framework.name, sheet);
    }
    let kubelet = sentences!("upgrade-kubelet", "{0} leaves edge nodes their upstream kubelet");
    sheet.support(&framework.keeps_kubelet, (0.25, 0.0), kubelet, framework.name);
}

/// What an image brings counts in full where there is one, and half where it is a choice that is not made. A mutable
/// host that has a way back has it without an image.
fn by_image(case: &Case) -> f64 {
    let either = case.host.is_some_and(|host| host.model.is(HostModel::Either));
    if either { case.image_share() } else { 1.0 }
}

fn in_image(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let figures = [Figure::Name(case.kubernetes_name()), Figure::Name(host.name)];
    let reason = say(
        "upgrade-in-image",
        "{0} is part of the image of {1}: one step upgrades both and one step brings both back",
        &figures,
    );
    sheet.add_citing(1.0, reason, || facts(&[host.model.facts, host.rollback.facts]));
}

fn mechanism(case: &Case, upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    waves(upgrade, name, sheet);
    let (points, key, template) = match upgrade.mechanism.value {
        Some(UpgradeMechanism::PlanController) => {
            (1.0, "upgrade-plan", "{0}: a controller in the cluster works through a plan")
        }
        Some(UpgradeMechanism::ApiCall) => {
            (0.75, "upgrade-api", "{0} is upgraded by calls to its interface")
        }
        Some(UpgradeMechanism::Image) => {
            (by_image(case), "upgrade-image", "{0} is upgraded with an image")
        }
        Some(UpgradeMechanism::Provider) => {
            (1.0, "upgrade-provider", "{0}: the provider carries upgrades out")
        }
        Some(UpgradeMechanism::NodeByNode) => {
            (-0.5, "upgrade-by-hand", "{0} is upgraded by commands, node by node")
        }
        Some(UpgradeMechanism::SnapRefresh)
            if case.profile.os_standard() == OsStandard::UbuntuSnap =>
        {
            (
                0.75,
                "upgrade-snap",
                "{0} is refreshed the way the organisation refreshes its other snaps",
            )
        }
        Some(UpgradeMechanism::SnapRefresh) | None => return,
    };
    sheet.add(points, say(key, template, &[Figure::Name(name)]), upgrade.mechanism.facts);
}

fn waves(upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    let waves = sentences!("upgrade-waves", "{0}: upgrades can be held to waves or windows");
    sheet.support(&upgrade.waves, (0.5, 0.25), waves, name);
}

fn rollback(case: &Case, upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    // What comes back is the operating system, and that is counted with the host.
    if upgrade.mechanism.is(UpgradeMechanism::ApiCall) {
        return;
    }
    let (points, key, template) = match upgrade.rollback.value {
        Some(Rollback::Automatic) => {
            (0.5 * by_image(case), "upgrade-fallback", "{0} falls back by itself")
        }
        Some(Rollback::ByCommand) => (0.5, "upgrade-rollback", "{0} goes back by a command"),
        Some(Rollback::None) => (-0.5, "upgrade-no-rollback", "{0} documents no way back"),
        Some(Rollback::Restore) | None => return,
    };
    sheet.add(points, say(key, template, &[Figure::Name(name)]), upgrade.rollback.facts);
}

/// Upgrades that people have done before.
fn experience(case: &Case, sheet: &mut Sheet) {
    // A framework that replaces the kubelet leaves little of what people know of Kubernetes at the edge.
    let usual = case.framework.is_none_or(|framework| framework.keeps_kubelet.is(Support::Yes));
    let Some(kubernetes) = case.kubernetes.filter(|_| usual) else { return };
    let name = [Figure::Name(kubernetes.name)];
    let reason = say("upgrade-existing", "the organisation upgrades {0} elsewhere already", &name);
    sheet.add_if(case.runs_already(), 0.5, reason, &[]);

    let upstream = kubernetes.conformance.is(Conformance::Upstream)
        && case.profile.skills().has(Skill::UpstreamKubernetes);
    let reason = say("upgrade-skill", "the team knows how {0} is upgraded", &name);
    sheet.add_if(upstream, 0.5, reason, &[]);
}

fn two_parts(case: &Case, sheet: &mut Sheet) {
    let reason = say(
        "upgrade-two-parts",
        "{0} at the edge, its part in the centre and Kubernetes there have to stay within one range of versions",
        &[Figure::Name(case.framework_name())],
    );
    sheet.add(-1.0, reason, &[]);
    let behind = case.framework.zip(upstream_oldest()).is_some_and(|(framework, oldest)| {
        framework.newest_minor.value.is_some_and(|newest| newest < oldest)
    });
    let cited = case.framework.map_or(&[][..], |framework| framework.newest_minor.facts);
    let reason = say(
        "upgrade-behind",
        "the newest Kubernetes that {0} vouches for is no longer maintained upstream",
        &[Figure::Name(case.framework_name())],
    );
    sheet.add_if(behind, -0.75, reason, cited);
}

/// Returns the oldest minor version that upstream still maintains.
fn upstream_oldest() -> Option<u32> {
    catalog().distribution("kubernetes").and_then(|upstream| upstream.oldest_minor.value)
}

fn facts(lists: &[&[FactId]]) -> Vec<FactId> {
    let mut facts: Vec<_> = lists.concat();
    facts.dedup();
    facts
}
