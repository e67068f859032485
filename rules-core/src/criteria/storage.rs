//! Storage: what local data must survive a rebuild?

use super::{Case, Criterion, Sheet, looks};
use crate::catalog::{Cited, Datastore, Delivery, HostModel};
use crate::gates::say;
use crate::outcome::CriterionId;
use crate::profile::{Field, Power, State, StorageMedium};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::Storage,
    title: "Storage",
    question: "Which local data must survive a rebuild?",
    strong: "the class of all data is known; what can be rebuilt is kept apart from what lasts",
    warning: "workloads with data are discovered after the failure",
    formula: "3; no data of its own adds 1; data that exists nowhere else costs 1 on a single node and adds 0.5 on \
              several independent ones; an image-based host keeps system and data apart 0.5; storage that comes along \
              up to 0.5, none -0.75; a datastore that writes much on slow media costs up to 1; no copy of the cluster's state on \
              independent power costs 0.5 under sudden cuts; cluster state that a provider keeps adds 0.5",
    reads: &[
        Field::Tier,
        Field::State,
        Field::StorageMedium,
        Field::Power,
        Field::IndependentPower,
    ],
    looks_at: looks::HOST | looks::NODE | looks::PATTERN,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet =
        case.sheet(3.0, say("storage-base", "pods can keep data on a disk of the node", &[]));
    data(case, &mut sheet);
    apart(case, &mut sheet);
    batteries(case, &mut sheet);
    medium(case, &mut sheet);
    power(case, &mut sheet);
    let provided =
        case.kubernetes.filter(|kubernetes| kubernetes.datastore.is(Datastore::Provider));
    if let Some(kubernetes) = provided.filter(|_| case.framework.is_none()) {
        let reason = say("storage-provider", "the provider keeps the state of the cluster", &[]);
        sheet.add(0.5, reason, kubernetes.datastore.facts);
    }
    sheet
}

fn data(case: &Case, sheet: &mut Sheet) {
    let several = case.has_quorum() && case.profile.independent_power();
    match case.profile.state() {
        State::Stateless => {
            sheet.add(1.0, say("storage-none", "the site keeps no data of its own", &[]), &[]);
        }
        State::LocalCritical if several => sheet.add(
            0.5,
            say(
                "storage-replicas",
                "independent nodes can hold replicas of data that exists nowhere else",
                &[],
            ),
            &[],
        ),
        State::LocalCritical if !case.has_quorum() => sheet.add(
            -1.0,
            say("storage-one-copy", "data that exists nowhere else has one copy at the site", &[]),
            &[],
        ),
        State::LocalCritical | State::Rebuildable => {}
    }
}

/// Rebuilding the system leaves the data where it is, if the two are on different partitions.
fn apart(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let keeps = case.profile.state() != State::Stateless && host.model.is(HostModel::Image);
    let reason = say(
        "storage-apart",
        "{0} keeps system and data on different partitions, so a new image leaves the data",
        &[Figure::Name(host.name)],
    );
    sheet.add_if(keeps, 0.5, reason, host.model.facts);
}

/// Storage for the pods of the site; what the centre has does not reach an edge node.
fn batteries(case: &Case, sheet: &mut Sheet) {
    if case.profile.state() == State::Stateless {
        return;
    }
    if case.framework.is_some() {
        let reason = say(
            "storage-edge",
            "{0} provisions no storage at the edge: pods use what the node has",
            &[Figure::Name(case.framework_name())],
        );
        sheet.add(-0.75, reason, &[]);
        return;
    }
    let Some(kubernetes) = case.kubernetes else { return };
    let part = &kubernetes.batteries.storage;
    let figures = [Figure::Name(kubernetes.name)];
    let (points, reason) = match part.delivery {
        Delivery::Bundled => {
            (0.5, say("storage-bundled", "{0} brings a storage provisioner", &figures))
        }
        Delivery::OptIn => {
            (0.25, say("storage-opt-in", "{0} has a storage provisioner to switch on", &figures))
        }
        // What the pages do not say is not counted on.
        Delivery::Absent | Delivery::NotStated => (
            -0.75,
            say(
                "storage-absent",
                "{0} names no storage provisioner that comes along: one has to be brought and kept",
                &figures,
            ),
        ),
    };
    sheet.add(points, reason, part.facts);
}

fn medium(case: &Case, sheet: &mut Sheet) {
    let Some(datastore) = datastore(case) else { return };
    let quorum_store = matches!(datastore.value, Some(Datastore::Etcd | Datastore::Dqlite));
    let (points, reason) = match case.profile.storage_medium() {
        StorageMedium::FlashCard if quorum_store => (
            -1.0,
            say("storage-flash-card", "the datastore writes more than a memory card bears", &[]),
        ),
        StorageMedium::Hdd if quorum_store => {
            (-0.5, say("storage-hdd", "the datastore waits for a spinning disk", &[]))
        }
        StorageMedium::FlashCard => {
            (-0.5, say("storage-card-wears", "a memory card wears out under any datastore", &[]))
        }
        StorageMedium::Nvme | StorageMedium::Ssd | StorageMedium::Hdd => return,
    };
    sheet.add(points, reason, datastore.facts);
}

/// What writes to the disks of the site, if a datastore does.
fn datastore(case: &Case) -> Option<&'static Cited<Datastore>> {
    let kubernetes = case.kubernetes.filter(|_| case.control_plane_at_site())?;
    match &kubernetes.quorum {
        Some(quorum) if case.has_quorum() => Some(&quorum.datastore),
        _ => Some(&kubernetes.datastore),
    }
}

fn power(case: &Case, sheet: &mut Sheet) {
    let cuts = case.profile.power() == Power::SuddenCuts;
    // Servers that share power lose it together.
    let one_copy =
        case.control_plane_at_site() && !(case.has_quorum() && case.profile.independent_power());
    let reason = say(
        "storage-power",
        "a sudden power cut can hit every copy of the cluster's state at once",
        &[],
    );
    sheet.add_if(cuts && one_copy, -0.5, reason, &[]);
}
