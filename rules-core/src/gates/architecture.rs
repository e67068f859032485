//! Gate: host, Kubernetes and framework run on every processor that the sites have.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Cited;
use crate::profile::{AssumedProfile, CpuArchitecture, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "architecture",
    title: "Runs on every processor of the sites",
    why: "A fleet that needs a second stack for a part of its machines has two platforms to run.",
    formula: "every processor architecture of the sites is among those of the host and of what runs on the nodes: \
              Kubernetes, or the edge part of the framework",
    reads: &[Field::CpuArchitectures],
    looks_at: looks::NODE | looks::HOST,
    check,
};

type Processors = Cited<&'static [CpuArchitecture]>;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let on_nodes = match Role::of(profile, candidate) {
        Role::Edge(framework) => (&framework.architectures, framework.name),
        Role::Server | Role::RemoteWorker => {
            (&candidate.distribution.architectures, candidate.distribution.name)
        }
    };
    let host = (&candidate.host.architectures, candidate.host.name);
    against(profile, on_nodes).worse(against(profile, host))
}

fn against(
    profile: &AssumedProfile,
    (processors, name): (&'static Processors, &'static str),
) -> Finding {
    let Some(known) = processors.value else {
        let template = "which processors {0} runs on is not known: {1}";
        let figures = [Figure::Name(name), Figure::Name(processors.why)];
        return Finding::unknown(say("architecture-unknown", template, &figures));
    };
    let finding = if let Some(missing) =
        profile.cpu_architectures().iter().find(|wanted| !known.contains(wanted))
    {
        let template = "{0} does not run on {1}";
        let figures = [Figure::Name(name), Figure::one(Field::CpuArchitectures, missing)];
        Finding::fail(say("architecture-missing", template, &figures))
    } else {
        let template = "{0} runs on every processor of the sites";
        Finding::pass(say("architecture-runs", template, &[Figure::Name(name)]))
    };
    finding.citing(processors.facts)
}
