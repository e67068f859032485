//! Gate: a node has the processor cores that its role asks for.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Figure as Floor;
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "cpu-floor",
    title: "Has the processor cores it asks for",
    why: "Below the stated cores a control plane misses its own deadlines, whatever the workload does.",
    formula: "cores that the role or the host's project asks for <= cores of the node; the careful figure counts, a \
              lower stated one is a condition. What the workload needs is not asked, so a pass is no promise",
    reads: &[Field::NodeCpuCores, Field::Tier],
    looks_at: looks::NODE | looks::MACHINE | looks::PATTERN,
    check,
};

/// Cores that pass even where a project states no minimum: twice what any light distribution asks for.
const ENOUGH: u32 = 4;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let floor = Role::of(profile, candidate).floor(candidate);
    let own = against(profile, &floor.cpu_cores);
    match &candidate.host.machine {
        Some(machine) => own.worse(against(profile, &machine.cpu_cores)),
        None => own,
    }
}

fn against(profile: &AssumedProfile, figure: &'static Floor) -> Finding {
    let has = profile.node_cpu_cores();
    let cores = |number: u32| Figure::Whole(u64::from(number), Unit::Cores);
    let Some(value) = figure.value else {
        return without_figure(has, figure.why.unwrap_or("no figure was read"));
    };
    let finding = if value <= has {
        Finding::pass(say(
            "cpu-floor-fits",
            "asks for {0}; a node has {1}",
            &[cores(value), cores(has)],
        ))
    } else if let Some(least) = figure.least.as_ref().filter(|least| least.value <= has) {
        let template = "asks for {0}; a node has {1}, which only a lower stated figure allows";
        let action = say("cpu-floor-least", "{0}", &[Figure::Name(least.action)]);
        Finding::conditional(say("cpu-floor-tight", template, &[cores(value), cores(has)]), action)
    } else {
        let floor = figure.least.as_ref().map_or(value, |least| least.value);
        let template = "asks for {0}; a node has only {1}";
        Finding::fail(say("cpu-floor-too-few", template, &[cores(floor), cores(has)]))
    };
    finding.citing(figure.facts)
}

fn without_figure(has: u32, why: &'static str) -> Finding {
    let figures = [
        Figure::Whole(u64::from(has), Unit::Cores),
        Figure::Name(why),
        Figure::Whole(u64::from(ENOUGH), Unit::Cores),
    ];
    if has >= ENOUGH {
        let template = "a node has {0}; {1}, and {2} are taken as enough";
        Finding::pass(say("cpu-floor-enough", template, &figures))
    } else {
        let template = "a node has {0}; {1}, and fewer than {2} are not taken as enough";
        Finding::unknown(say("cpu-floor-unknown", template, &figures))
    }
}
