//! Gate: several servers never share a store that is made for one.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Datastore;
use crate::outcome::Pattern;
use crate::profile::AssumedProfile;
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "datastore",
    title: "Has a datastore made for its number of servers",
    why: "SQLite under several servers is no cluster: the second server has nothing to agree with.",
    formula: "one server: any store; several servers: etcd, dqlite or the provider's, never SQLite",
    reads: &[],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(_: &AssumedProfile, candidate: &Candidate) -> Finding {
    let distribution = candidate.distribution;
    match (candidate.stack.pattern, &distribution.quorum) {
        (Pattern::B, None) => {
            Finding::fail(say("datastore-single-only", "it cannot have several servers", &[]))
        }
        (Pattern::B | Pattern::D, Some(quorum)) if quorum.datastore.is(Datastore::Sqlite) => {
            Finding::fail(say("datastore-sqlite", "SQLite serves one server only", &[]))
        }
        (Pattern::B | Pattern::D, Some(quorum)) => {
            let figures = [Figure::Name(spelled(quorum.datastore.value))];
            let template = "several servers keep their state in {0}, never in SQLite";
            Finding::pass(say("datastore-several", template, &figures))
                .citing(quorum.datastore.facts)
                .citing(quorum.servers.facts)
        }
        (Pattern::A, _) => {
            let figures = [Figure::Name(spelled(distribution.datastore.value))];
            Finding::pass(say("datastore-single", "one server keeps its state in {0}", &figures))
                .citing(distribution.datastore.facts)
        }
        _ => Finding::pass(say("datastore-elsewhere", "the datastore stands in the centre", &[])),
    }
}

fn spelled(datastore: Option<Datastore>) -> &'static str {
    match datastore {
        Some(Datastore::Sqlite) => "SQLite",
        Some(Datastore::Etcd) => "etcd",
        Some(Datastore::Dqlite) => "dqlite",
        Some(Datastore::Provider) => "the provider's store",
        None => "its own store",
    }
}
