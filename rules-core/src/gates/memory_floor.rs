//! Gate: Kubernetes, workload and reserve fit in the memory of a node.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::{Figure as Floor, Sizing};
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "memory-floor",
    title: "Fits in the memory of a node",
    why: "A node without memory to spare evicts pods and misses its own probes; no other merit makes up for that.",
    formula: "floor of the role + workload + 256 MiB reserve <= memory of the node; where a project states what the \
              whole node should have, that too. Sources disagree at times: the careful figure counts, a lower stated \
              one is a condition",
    reads: &[Field::NodeRamMib, Field::WorkloadRamMib, Field::NodesPerSite, Field::Tier],
    looks_at: looks::NODE | looks::MACHINE | looks::PATTERN,
    check,
};

/// Memory left to the operating system and to peaks, in MiB: an idle Linux under k0s was measured at about 180 MB, and
/// the kubelet of `MicroK8s` begins to evict below 100 MiB; a floor that counts the host in has that much more room.
const RESERVE: u64 = 256;

/// A handful of workers, for which the bare minimum of a server is meant: the smallest row of any sizing table.
const FEW_WORKERS: u32 = 10;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let role = Role::of(profile, candidate);
    let floor = role.floor(candidate);
    let own = beside_workload(profile, role, &floor.ram_mib);
    let sized =
        sizing(profile, role, candidate).map_or(own, |row| own.worse(for_workers(profile, row)));
    [floor.node_ram_mib.as_ref(), candidate.host.machine.as_ref().map(|machine| &machine.ram_mib)]
        .into_iter()
        .flatten()
        .fold(sized, |worst, figure| worst.worse(whole_node(profile, figure)))
}

/// The floor of the role itself, with workload and reserve on top.
fn beside_workload(profile: &AssumedProfile, role: Role, figure: &'static Floor) -> Finding {
    let (has, workload) =
        (u64::from(profile.node_ram_mib()), u64::from(profile.workload_ram_mib()));
    let Some(value) = figure.value else {
        let why = Figure::Name(figure.why.unwrap_or("no figure was read"));
        return Finding::unknown(say(
            "memory-floor-unknown",
            "no memory floor is known: {0}",
            &[why],
        ));
    };
    let need = |floor: u32| u64::from(floor) + workload + RESERVE;
    let worked_out = |floor: u32| {
        [
            Figure::Whole(u64::from(floor), Unit::Mib),
            role.name(),
            Figure::Whole(workload, Unit::Mib),
            Figure::Whole(RESERVE, Unit::Mib),
            Figure::Whole(need(floor), Unit::Mib),
            Figure::Whole(has, Unit::Mib),
        ]
    };
    let finding = if need(value) <= has {
        let template = "needs {0} for {1} + {2} workload + {3} reserve = {4}; a node has {5}";
        Finding::pass(say("memory-floor-fits", template, &worked_out(value)))
    } else if let Some(least) = figure.least.as_ref().filter(|least| need(least.value) <= has) {
        let template = "the careful sum of {0} for {1} + {2} workload + {3} reserve = {4} is more than the {5} of a node; a lower \
             stated floor would fit";
        let action = say("memory-floor-least", "{0}", &[Figure::Name(least.action)]);
        Finding::conditional(say("memory-floor-tight", template, &worked_out(value)), action)
    } else {
        let floor = figure.least.as_ref().map_or(value, |least| least.value);
        let template = "needs {0} for {1} + {2} workload + {3} reserve = {4}; a node has only {5}";
        Finding::fail(say("memory-floor-too-small", template, &worked_out(floor)))
    };
    finding.citing(figure.facts)
}

/// What a project says that the whole node should have, workload included.
fn whole_node(profile: &AssumedProfile, figure: &'static Floor) -> Finding {
    let Some(value) = figure.value else {
        return Finding::pass(say(
            "memory-floor-no-advice",
            "nothing is advised for the whole node",
            &[],
        ));
    };
    let has = profile.node_ram_mib();
    let sides = |floor: u32| {
        [Figure::Whole(u64::from(floor), Unit::Mib), Figure::Whole(u64::from(has), Unit::Mib)]
    };
    let finding = if value <= has {
        let template = "the whole node should have {0}; it has {1}";
        Finding::pass(say("memory-floor-node-fits", template, &sides(value)))
    } else if let Some(least) = figure.least.as_ref().filter(|least| least.value <= has) {
        let template =
            "the whole node should have {0}; it has {1}, which only a lower stated figure allows";
        let action = say("memory-floor-least", "{0}", &[Figure::Name(least.action)]);
        Finding::conditional(say("memory-floor-node-tight", template, &sides(value)), action)
    } else {
        let floor = figure.least.as_ref().map_or(value, |least| least.value);
        let template = "the whole node should have {0}; it has only {1}";
        Finding::fail(say("memory-floor-node-too-small", template, &sides(floor)))
    };
    finding.citing(figure.facts)
}

/// The row of the sizing table that the workers of one site call for; none while they are few.
fn sizing(profile: &AssumedProfile, role: Role, candidate: &Candidate) -> Option<&'static Sizing> {
    let workers = profile.nodes_per_site() - 1;
    let rows = candidate.distribution.sizing;
    let row = rows.iter().find(|row| workers <= row.workers).or(rows.last());
    row.filter(|_| role.has_datastore() && workers > FEW_WORKERS)
}

fn for_workers(profile: &AssumedProfile, row: &'static Sizing) -> Finding {
    let need = u64::from(row.ram_mib) + u64::from(profile.workload_ram_mib());
    let has = u64::from(profile.node_ram_mib());
    let figures = [
        Figure::Count(u64::from(row.workers)),
        Figure::Whole(u64::from(row.ram_mib), Unit::Mib),
        Figure::Whole(u64::from(profile.workload_ram_mib()), Unit::Mib),
        Figure::Whole(need, Unit::Mib),
        Figure::Whole(has, Unit::Mib),
    ];
    let finding = if need <= has {
        let template =
            "a server for up to {0} workers needs {1} + {2} workload = {3}; a node has {4}";
        Finding::pass(say("memory-floor-sized", template, &figures))
    } else {
        let template =
            "a server for up to {0} workers needs {1} + {2} workload = {3}; a node has only {4}";
        let action = "keep the workload off the servers, or give the servers larger machines than the workers";
        Finding::conditional(
            say("memory-floor-undersized", template, &figures),
            say("memory-floor-larger-servers", action, &[]),
        )
    };
    finding.citing(row.facts)
}
