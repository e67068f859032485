//! Gate: the disk bears what the datastore writes.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Datastore;
use crate::outcome::Pattern;
use crate::profile::{AssumedProfile, Field, StorageMedium};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "storage-medium",
    title: "Has a disk that bears its datastore",
    why: "A datastore whose writes come late restarts, and takes the API server with it; memory cards wear out under it.",
    formula: "etcd or dqlite at the site: flash card fails, hard disk is a condition; SQLite or a local store of a \
              framework: flash card is a condition; no datastore at the site: pass",
    reads: &[Field::StorageMedium, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    match Role::of(profile, candidate) {
        Role::Edge(framework) => light(profile, framework.name).citing(framework.local_store.facts),
        Role::RemoteWorker => Finding::pass(say(
            "storage-medium-elsewhere",
            "the datastore does not stand at the site",
            &[],
        )),
        Role::Server => match kept_in(candidate) {
            Some(Datastore::Etcd) => heavy(profile, "etcd"),
            Some(Datastore::Dqlite) => heavy(profile, "dqlite"),
            Some(Datastore::Sqlite) => {
                light(profile, "SQLite").citing(&["k3s.datastore.sqlite-io"])
            }
            _ => Finding::pass(say(
                "storage-medium-provider",
                "the provider keeps the datastore",
                &[],
            )),
        },
    }
}

/// What the servers of the site keep their state in.
pub(super) fn kept_in(candidate: &Candidate) -> Option<Datastore> {
    let single = candidate.distribution.datastore.value;
    match (candidate.stack.pattern, &candidate.distribution.quorum) {
        (Pattern::B | Pattern::D, Some(quorum)) => quorum.datastore.value,
        _ => single,
    }
}

fn heavy(profile: &AssumedProfile, name: &'static str) -> Finding {
    let medium = profile.storage_medium();
    let figures = [Figure::Name(name), Figure::one(Field::StorageMedium, medium)];
    let finding = match medium {
        StorageMedium::Nvme | StorageMedium::Ssd => {
            Finding::pass(say("storage-medium-fast", "{0} writes to {1}, which bears it", &figures))
        }
        StorageMedium::Hdd => Finding::conditional(
            say(
                "storage-medium-slow",
                "{0} wants writes within 5 ms, which {1} may not give under load",
                &figures,
            ),
            say(
                "storage-medium-measure",
                "measure the write latency under the real load, or give the datastore an SSD",
                &[],
            ),
        ),
        StorageMedium::FlashCard => Finding::fail(say(
            "storage-medium-card",
            "{0} writes more than {1} bears; k3s documents it for etcd, and the writes are alike",
            &figures,
        )),
    };
    finding.citing(&["k3s.datastore.etcd-io", "k3s.storage.sd-card"])
}

fn light(profile: &AssumedProfile, name: &'static str) -> Finding {
    let medium = profile.storage_medium();
    let figures = [Figure::Name(name), Figure::one(Field::StorageMedium, medium)];
    if medium == StorageMedium::FlashCard {
        Finding::conditional(
            say(
                "storage-medium-wear",
                "{0} writes less than etcd, and still wears out {1}",
                &figures,
            ),
            say(
                "storage-medium-endurance",
                "fit cards or eMMC made for constant writing, and keep a replacement at hand",
                &[],
            ),
        )
    } else {
        Finding::pass(say("storage-medium-light", "{0} writes little, and {1} bears it", &figures))
    }
}
