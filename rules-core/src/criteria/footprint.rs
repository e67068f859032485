//! Footprint: do control plane and workload fit with headroom?

use super::{Case, Criterion, Sheet, looks};
use crate::catalog::{Figure as CatalogFigure, Floor};
use crate::gates::say;
use crate::outcome::{CriterionId, FactId};
use crate::profile::{Field, Unit};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::Footprint,
    title: "Footprint",
    question: "Do control plane and workload fit on the node with room to spare?",
    strong: "memory, CPU and disk measured under the real workload",
    warning: "\"it boots\" is taken for enough",
    formula: "5, less up to 4 for the share of memory that is taken (above 33, 50, 70, 85 %; of a figure for a whole \
              machine seven tenths count), 0.5 where more than half of \
              the cores are asked for and 1 where all are, 0.5 or 1 for the share of disk (above 33, 50 %)",
    reads: &[
        Field::NodeRamMib,
        Field::NodeCpuCores,
        Field::NodeDiskGib,
        Field::WorkloadRamMib,
        Field::Tier,
    ],
    looks_at: looks::NODE | looks::MACHINE | looks::PATTERN,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet =
        case.sheet(5.0, say("footprint-base", "a node that nothing is taken from", &[]));
    if let Some(floor) = floor(case) {
        memory(case, floor, &mut sheet);
        cores(case, floor, &mut sheet);
        disk(case, floor, &mut sheet);
    }
    sheet
}

/// What runs on a node of the site: the edge part of a framework, a worker of a distant cluster, or a server.
fn floor(case: &Case) -> Option<&'static Floor> {
    if let Some(framework) = case.framework {
        return Some(&framework.edge);
    }
    let kubernetes = case.kubernetes?;
    let worker = kubernetes.agent.as_ref().filter(|_| case.hangs_on_distant_control_plane());
    Some(worker.unwrap_or(&kubernetes.server))
}

fn memory(case: &Case, floor: &'static Floor, sheet: &mut Sheet) {
    let node = case.profile.node_ram_mib();
    let own = Demand::of(Some(&floor.ram_mib)).plus(case.profile.workload_ram_mib());
    let whole = Demand::of(floor.node_ram_mib.as_ref());
    let machine = Demand::of(case.host.and_then(|host| Some(&host.machine.as_ref()?.ram_mib)));
    let taken = own.larger(whole.larger(machine).without_room());
    let delta =
        band(share(taken.figure, node), &[(0.85, -4.0), (0.7, -3.0), (0.5, -2.0), (0.33, -1.0)]);
    let reason = say(
        "footprint-memory",
        "{0} of {1} are taken, workload included",
        &[Figure::Whole(taken.figure.into(), Unit::Mib), Figure::Whole(node.into(), Unit::Mib)],
    );
    sheet.note(delta, reason, taken.facts);
}

fn cores(case: &Case, floor: &'static Floor, sheet: &mut Sheet) {
    let machine = Demand::of(case.host.and_then(|host| Some(&host.machine.as_ref()?.cpu_cores)));
    let asked = Demand::of(Some(&floor.cpu_cores)).larger(machine);
    let node = case.profile.node_cpu_cores();
    let share = share(asked.figure, node);
    let delta = if share >= 1.0 { -1.0 } else { band(share, &[(0.5, -0.5)]) };
    let reason = say(
        "footprint-cores",
        "asks for {0} of {1}",
        &[Figure::Count(asked.figure.into()), Figure::Whole(node.into(), Unit::Cores)],
    );
    sheet.add(delta, reason, asked.facts);
}

fn disk(case: &Case, floor: &'static Floor, sheet: &mut Sheet) {
    let machine = Demand::of(case.host.and_then(|host| Some(&host.machine.as_ref()?.disk_gib)));
    let own = Demand::of(floor.disk_gib.as_ref()).larger(Demand::of(floor.node_disk_gib.as_ref()));
    let asked = own.larger(machine);
    let node = case.profile.node_disk_gib();
    let delta = band(share(asked.figure, node), &[(0.5, -1.0), (0.33, -0.5)]);
    let reason = say(
        "footprint-disk",
        "asks for {0} of {1}",
        &[Figure::Count(asked.figure.into()), Figure::Whole(node.into(), Unit::Gib)],
    );
    sheet.add(delta, reason, asked.facts);
}

/// What is asked of a node, and the facts that say so. What no project states counts as nothing: the gates ask for it.
#[derive(Clone, Copy)]
struct Demand {
    figure: u32,
    facts: &'static [FactId],
}

impl Demand {
    fn of(figure: Option<&'static CatalogFigure>) -> Self {
        match figure.and_then(|figure| Some((figure.value?, figure.facts))) {
            Some((figure, facts)) => Self { figure, facts },
            None => Self { figure: 0, facts: &[] },
        }
    }

    fn plus(self, more: u32) -> Self {
        Self { figure: self.figure.saturating_add(more), ..self }
    }

    /// What counts as taken of a figure for a whole machine, which has room in it already.
    fn without_room(self) -> Self {
        Self { figure: self.figure / 10 * 7, ..self }
    }

    fn larger(self, other: Self) -> Self {
        if other.figure > self.figure { other } else { self }
    }
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

/// Returns the delta of the first band whose limit the share exceeds.
fn band(share: f64, bands: &[(f64, f64)]) -> f64 {
    bands.iter().find(|(above, _)| share > *above).map_or(0.0, |(_, delta)| *delta)
}
