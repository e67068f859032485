//! Gate: a node has the disk that its role asks for, beside the host's own system.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Figure as Floor;
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "disk-floor",
    title: "Fits on the disk of a node",
    why: "A full disk stops image pulls, logs and the datastore, and is hard to clear without hands on site.",
    formula: "disk of the role + 4 GiB for the host <= disk of the node, or the figure that a project states for the \
              whole machine; where none is stated, 20 GiB pass and less is unknown",
    reads: &[Field::NodeDiskGib, Field::Tier],
    looks_at: looks::NODE | looks::MACHINE | looks::PATTERN,
    check,
};

/// Disk left to a general-purpose host and its logs, in GiB: what a small server installation takes.
const RESERVE: u32 = 4;

/// Disk that passes even where a project states no minimum, in GiB: the largest that a light distribution advises.
const ENOUGH: u32 = 20;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let floor = Role::of(profile, candidate).floor(candidate);
    let machine = candidate.host.machine.as_ref().map(|machine| &machine.disk_gib);
    let whole = floor.node_disk_gib.as_ref().into_iter().chain(machine);
    let stated = whole.map(|figure| against(profile, figure, 0)).reduce(Finding::worse);
    let own = floor.disk_gib.as_ref().filter(|figure| figure.value.is_some());
    let beside = own.map(|figure| against(profile, figure, RESERVE));
    match (stated, beside) {
        (Some(stated), Some(beside)) => stated.worse(beside),
        (Some(finding), None) | (None, Some(finding)) => finding,
        (None, None) => {
            without_figure(profile.node_disk_gib(), floor.disk_gib.and_then(|figure| figure.why))
        }
    }
}

fn against(profile: &AssumedProfile, figure: &'static Floor, reserve: u32) -> Finding {
    let has = profile.node_disk_gib();
    let Some(value) = figure.value else { return without_figure(has, figure.why) };
    let gib = |number: u32| Figure::Whole(u64::from(number), Unit::Gib);
    let figures = |floor: u32| [gib(floor), gib(reserve), gib(floor + reserve), gib(has)];
    let finding = if value + reserve <= has {
        let template = "needs {0} + {1} for the host = {2}; a node has {3}";
        Finding::pass(say("disk-floor-fits", template, &figures(value)))
    } else if let Some(least) = figure.least.as_ref().filter(|least| least.value + reserve <= has) {
        let template = "should have {0} + {1} for the host = {2}; a node has {3}, which only a lower stated figure allows";
        let action = say("disk-floor-least", "{0}", &[Figure::Name(least.action)]);
        Finding::conditional(say("disk-floor-tight", template, &figures(value)), action)
    } else {
        let floor = figure.least.as_ref().map_or(value, |least| least.value);
        let template = "needs {0} + {1} for the host = {2}; a node has only {3}";
        Finding::fail(say("disk-floor-too-small", template, &figures(floor)))
    };
    finding.citing(figure.facts)
}

fn without_figure(has: u32, why: Option<&'static str>) -> Finding {
    let figures = [
        Figure::Whole(u64::from(has), Unit::Gib),
        Figure::Name(why.unwrap_or("no disk minimum was read")),
        Figure::Whole(u64::from(ENOUGH), Unit::Gib),
    ];
    let finding = if has >= ENOUGH {
        let template = "a node has {0}; {1}, and {2} are taken as enough";
        Finding::pass(say("disk-floor-enough", template, &figures))
    } else {
        let template = "a node has {0}; {1}, and less than {2} is not taken as enough";
        Finding::unknown(say("disk-floor-unknown", template, &figures))
    };
    finding.citing(&["microk8s.recommended-disk"])
}
