//! Upgrade path: can 1 %, 10 % and 100 % of the sites be patched safely?

use super::{Case, Criterion, FLEET, Sheet, support};
use crate::catalog::{HostModel, Rollback, Upgrade, UpgradeMechanism};
use crate::outcome::{CriterionId, FactId};
use crate::profile::{Field, Unit};
use crate::reason::{Figure, Reason};

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::UpgradePath,
    title: "Upgrade path",
    question: "Can one, ten and a hundred per cent of the sites be patched safely?",
    strong: "canary rings, rollback and health gates of a site exist",
    warning: "every upgrade of a site is its own adventure",
    formula: "2; rollback of the host up to 1, mechanism of Kubernetes or framework -0.5 to 1, waves up to 0.5, its \
              rollback -0.5 to 0.5; nodes that can go one at a time add 0.5; in a large fleet a mutable host that is \
              patched in service costs 0.5, and one control plane for all sites saves 0.5; two parts that must move \
              together cost 0.5",
    reads: &[Field::Tier, Field::Sites, Field::GrowthSites, Field::HostPatchingInLife],
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet =
        Sheet::base(2.0, Reason::plain("upgrade-base", "every node can be upgraded by hand"));
    host(case, &mut sheet);
    match (case.framework, case.kubernetes) {
        (Some(framework), _) => {
            mechanism(&framework.upgrade, framework.name, &mut sheet);
            rollback(&framework.upgrade, framework.name, &mut sheet);
            two_parts(case, &mut sheet);
        }
        (None, Some(kubernetes)) if rides_in_image(case) => {
            in_image(case, &mut sheet);
            waves(&kubernetes.upgrade, kubernetes.name, &mut sheet);
        }
        (None, Some(kubernetes)) => {
            mechanism(&kubernetes.upgrade, kubernetes.name, &mut sheet);
            rollback(&kubernetes.upgrade, kubernetes.name, &mut sheet);
        }
        (None, None) => {}
    }
    let rolling =
        Reason::plain("upgrade-rolling", "nodes can be drained and upgraded one at a time");
    sheet.add_if(case.has_quorum(), 0.5, rolling, &[]);
    sheet
}

/// A Kubernetes placed on an image-based host is part of the image; one that comes with its own host has its own way.
fn rides_in_image(case: &Case) -> bool {
    let own = case.kubernetes.is_some_and(|kubernetes| kubernetes.own_host.is_some());
    !own && case.host.is_some_and(|host| host.model.is(HostModel::Image))
}

fn host(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let name = || vec![Figure::Name(host.name)];
    let falls_back = host.rollback.is(Rollback::Automatic);
    let reason =
        Reason::new("upgrade-host-fallback", "{0} returns to its earlier image by itself", name());
    sheet.add_if(falls_back, 1.0, reason, host.rollback.facts);
    let by_command = host.rollback.is(Rollback::ByCommand);
    let reason = Reason::new(
        "upgrade-host-rollback",
        "{0} returns to its earlier state by a command",
        name(),
    );
    sheet.add_if(by_command, 0.5, reason, host.rollback.facts);

    let sites = case.sites();
    let patched =
        host.model.is(HostModel::Mutable) && case.profile.host_patching_in_life() && sites >= FLEET;
    let reason = Reason::new(
        "upgrade-host-patches",
        "patching {0} in service is a second rollout over {1}",
        vec![Figure::Name(host.name), Figure::Whole(sites.into(), Unit::Sites)],
    );
    sheet.add_if(patched, -0.5, reason, host.model.facts);
}

fn in_image(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let figures = vec![Figure::Name(case.kubernetes_name()), Figure::Name(host.name)];
    let reason = Reason::new(
        "upgrade-in-image",
        "{0} is part of the image of {1}: one step upgrades both and one step brings both back",
        figures,
    );
    sheet.add(1.0, reason, &facts(&[host.model.facts, host.rollback.facts]));
}

fn mechanism(upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    waves(upgrade, name, sheet);
    let (points, key, template) = match upgrade.mechanism.value {
        Some(UpgradeMechanism::PlanController) => {
            (1.0, "upgrade-plan", "{0}: a controller in the cluster works through a plan")
        }
        Some(UpgradeMechanism::ApiCall) => {
            (0.75, "upgrade-api", "{0} is upgraded by calls to its interface")
        }
        Some(UpgradeMechanism::Image) => (1.0, "upgrade-image", "{0} is upgraded with an image"),
        Some(UpgradeMechanism::Provider) => (1.0, "upgrade-provider", "{0}: the provider upgrades"),
        Some(UpgradeMechanism::NodeByNode) => {
            (-0.5, "upgrade-by-hand", "{0} is upgraded by commands, node by node")
        }
        Some(UpgradeMechanism::SnapRefresh) | None => return,
    };
    sheet.add(
        points,
        Reason::new(key, template, vec![Figure::Name(name)]),
        upgrade.mechanism.facts,
    );
}

fn waves(upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    let reason = Reason::new(
        "upgrade-waves",
        "{0}: upgrades can be held to waves or windows",
        vec![Figure::Name(name)],
    );
    sheet.add(support(&upgrade.waves, 0.5, 0.25), reason, upgrade.waves.facts);
}

fn rollback(upgrade: &Upgrade, name: &'static str, sheet: &mut Sheet) {
    let (points, key, template) = match upgrade.rollback.value {
        Some(Rollback::Automatic) => (0.5, "upgrade-fallback", "{0} falls back by itself"),
        Some(Rollback::ByCommand) => (0.5, "upgrade-rollback", "{0} goes back by a command"),
        Some(Rollback::None) => (-0.5, "upgrade-no-rollback", "{0} documents no way back"),
        Some(Rollback::Restore) | None => return,
    };
    sheet.add(points, Reason::new(key, template, vec![Figure::Name(name)]), upgrade.rollback.facts);
}

fn two_parts(case: &Case, sheet: &mut Sheet) {
    let reason = Reason::new(
        "upgrade-two-parts",
        "{0} at the edge, its part in the centre and Kubernetes there have to stay within one range of versions",
        vec![Figure::Name(case.framework_name())],
    );
    sheet.add(-0.5, reason, &[]);
    let reason = Reason::new(
        "upgrade-one-control-plane",
        "one control plane in the centre instead of {0}",
        vec![Figure::Count(case.sites().into())],
    );
    sheet.add_if(case.sites() >= FLEET, 0.5, reason, &[]);
}

fn facts(lists: &[&[FactId]]) -> Vec<FactId> {
    let mut facts: Vec<_> = lists.concat();
    facts.dedup();
    facts
}
