//! Pitfalls of state: where the cluster and the workload keep what must not be lost.

use super::{Found, Rule};
use crate::catalog::{Datastore, catalog};
use crate::outcome::{FactId, Pattern};
use crate::profile::{AssumedProfile, Field, State, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const SQLITE: Rule = Rule {
    id: "sqlite-behind-several-servers",
    title: "SQLite where several servers are expected",
    reads: &[Field::NodesPerSite, Field::Tier],
    look: sqlite,
};

fn sqlite(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let distribution = candidate.distribution;
    let nodes = profile.nodes_per_site();
    let on_sqlite =
        distribution.datastore.is(Datastore::Sqlite) && candidate.controls_at_site(profile);
    if !on_sqlite || nodes < 2 {
        return None;
    }
    let figures =
        vec![Figure::Name(distribution.name), Figure::Whole(u64::from(nodes), Unit::Nodes)];
    let (reason, fix) = if candidate.stack.pattern == Pattern::A {
        (
            "with {1} and one server of {0} on SQLite nothing takes over when that server dies, however many agents go on",
            "call the site recoverable and rehearse the rebuild, or take three servers with a datastore that is made for them",
        )
    } else {
        (
            "a single server of {0} begins on SQLite, which takes no second server; {1} need another datastore from the first \
             one on",
            "set the datastore when the first server is installed, embedded etcd or an external database, and check it before \
             the second one joins",
        )
    };
    let alone = candidate.stack.pattern == Pattern::A;
    let keys = if alone {
        ("pitfall-sqlite-alone", "pitfall-sqlite-recoverable")
    } else {
        ("pitfall-sqlite-several", "pitfall-sqlite-choose")
    };
    let quorum = distribution.quorum.as_ref().map_or(&[][..], |quorum| quorum.datastore.facts);
    let found = Found::new(Reason::new(keys.0, reason, figures), Reason::plain(keys.1, fix));
    Some(found.citing(&[distribution.datastore.facts, quorum]))
}

pub(super) const SYNC: Rule = Rule {
    id: "sync-from-a-distribution",
    title: "Device sync expected of a distribution",
    reads: &[Field::DeviceSync],
    look: sync,
};

fn sync(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    if !profile.device_sync() || candidate.framework.is_some() {
        return None;
    }
    let figures = vec![Figure::Name(candidate.distribution.name)];
    let template = "{0} runs containers at the site; keeping devices and intent in step with the centre is no part of it";
    let fix = Reason::plain(
        "pitfall-sync-framework",
        "compare a framework that does it, or bring messaging that stores and forwards, and count its upkeep as your own",
    );
    let facts: Vec<FactId> = catalog()
        .products
        .iter()
        .flat_map(|product| product.frameworks)
        .flat_map(|framework| framework.device_sync.facts)
        .copied()
        .collect();
    Some(Found::new(Reason::new("pitfall-sync", template, figures), fix).citing(&[&facts]))
}

pub(super) const ONE_COPY: Rule = Rule {
    id: "one-copy-of-critical-data",
    title: "Data that exists once, on one disk",
    reads: &[Field::State, Field::NodesPerSite, Field::StorageMedium],
    look: one_copy,
};

fn one_copy(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    if profile.state() != State::LocalCritical || profile.nodes_per_site() > 1 {
        return None;
    }
    let medium = Field::StorageMedium;
    let figures = vec![Figure::Answer(medium, profile.answer(medium))];
    let template =
        "what exists only at the site lies on {0} of one node, and a rebuild of that node loses it";
    let fix = Reason::plain(
        "pitfall-one-copy-backup",
        "say for each kind of data whether it may be lost, send what may not away from the node as long as the link is up, \
         and rehearse the restore",
    );
    let storage = candidate.distribution.batteries.storage.facts;
    Some(Found::new(Reason::new("pitfall-one-copy", template, figures), fix).citing(&[storage]))
}
