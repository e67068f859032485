//! Autonomy: what works when the link is down for hours?

use super::{Case, Criterion, Sheet, looks};
use crate::gates::say;
use crate::outcome::CriterionId;
use crate::profile::{Field, ImageSupply};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::Autonomy,
    title: "Autonomy",
    question: "What works at the site while the link is down for hours?",
    strong: "local services, metadata and evidence degrade on purpose",
    warning: "calls to a central API hide in critical paths",
    formula: "1 for pods that simply keep running; a control plane at the site 2, or a framework's own store at the edge \
              node 1; restart of a node while cut off up to 1; loss of one node borne up to 1; a framework's further \
              means up to 2; a provider's control plane in the region behind redundant links 1; images that only the centre holds cost 0.5, less where nodes share them",
    reads: &[
        Field::Tier,
        Field::Wan,
        Field::IndependentPower,
        Field::ImageSupply,
        Field::LocalOperation,
        Field::DeviceSync,
    ],
    looks_at: looks::NODE | looks::KUBERNETES | looks::PATTERN,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = case.sheet(
        1.0,
        say("autonomy-base", "pods that run already keep running on a node that is cut off", &[]),
    );
    if case.control_plane_at_site() {
        at_site(case, &mut sheet);
    }
    if case.framework.is_some() {
        at_edge(case, &mut sheet);
    }
    let region = say(
        "autonomy-provider-region",
        "the provider's control plane stands in the region, behind redundant links",
        &[],
    );
    sheet.add_if(case.provider_in_region(), 1.0, region, &[]);
    images(case, &mut sheet);
    sheet
}

fn at_site(case: &Case, sheet: &mut Sheet) {
    let reason = say(
        "autonomy-control-plane-at-site",
        "API, scheduler and datastore stand at the site: restarts and local changes need no link",
        &[],
    );
    sheet.add(2.0, reason, &[]);
    if let Some(kubernetes) = case.kubernetes {
        let restart = sentences!(
            "autonomy-restart",
            "{0}: pods start again when a node restarts while the site is cut off"
        );
        sheet.support(&kubernetes.offline_restart, (1.0, 0.5), restart, kubernetes.name);
    }
    if case.has_quorum() {
        let (points, reason) = if case.profile.independent_power() {
            (1.0, say("autonomy-quorum", "the site goes on when it loses one node", &[]))
        } else {
            let template = "the site goes on when it loses one node, as long as power and disks do not fail together";
            (0.5, say("autonomy-quorum-shared-power", template, &[]))
        };
        sheet.add(points, reason, &[]);
    }
}

fn at_edge(case: &Case, sheet: &mut Sheet) {
    let Some(framework) = case.framework else { return };
    let own_store = framework.local_store.value.is_some();
    let reason = say(
        "autonomy-edge-store",
        "{0} keeps what the node needs on the node",
        &[Figure::Name(framework.name)],
    );
    sheet.add_if(own_store, 1.0, reason, framework.local_store.facts);

    let restart = sentences!(
        "autonomy-edge-restart",
        "{0}: edge pods start again when a node restarts while cut off"
    );
    sheet.support(&framework.offline_restart, (1.0, 0.5), restart, framework.name);
    let stays = sentences!("autonomy-edge-stays", "{0}: pods stay on a node that is cut off");
    sheet.support(&framework.stays_when_cut_off, (0.5, 0.25), stays, framework.name);
    let tools = sentences!("autonomy-edge-tools", "{0} has tools that work at the node itself");
    sheet.support(&framework.local_tools, (0.5, 0.25), tools, framework.name);
    if case.profile.device_sync() {
        let sync = sentences!(
            "autonomy-device-sync",
            "{0} keeps devices and the centre in step over a lost link, which is asked for"
        );
        sheet.support(&framework.device_sync, (1.0, 0.0), sync, framework.name);
    }
}

/// An image that is not on the node yet has to come from somewhere.
fn images(case: &Case, sheet: &mut Sheet) {
    let supply = case.profile.image_supply();
    if !case.profile.local_operation() || supply != ImageSupply::CentralRegistry {
        return;
    }
    let reason = say(
        "autonomy-central-images",
        "an image that is not on the node yet comes from the centre only",
        &[],
    );
    sheet.add(-0.5, reason, &[]);
    let Some(kubernetes) = case.kubernetes.filter(|_| case.has_quorum()) else { return };
    let peers = sentences!("autonomy-peer-mirror", "{0}: nodes can serve images to each other");
    sheet.support(&kubernetes.peer_mirror, (0.5, 0.25), peers, kubernetes.name);
}
