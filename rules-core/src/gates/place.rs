//! What a node of the site has to carry in a stack, which several gates ask.

use crate::catalog::{Floor, Framework};
use crate::outcome::Pattern;
use crate::profile::{AssumedProfile, Tier};
use crate::reason::Figure;
use crate::stacks::Candidate;

/// What the nodes of the site are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Role {
    /// Servers of a cluster at the site, which also run workloads.
    Server,
    /// Edge nodes of a framework, the cluster standing in the centre.
    Edge(&'static Framework),
    /// Plain workers of a cluster that stands elsewhere.
    RemoteWorker,
}

impl Role {
    /// A regional cluster stands at the site only if the site is the regional facility itself.
    pub fn of(profile: &AssumedProfile, candidate: &Candidate) -> Self {
        match (candidate.stack.pattern, candidate.framework) {
            (_, Some(framework)) => Self::Edge(framework),
            (Pattern::D, None) if profile.tier() != Tier::RegionalEdge => Self::RemoteWorker,
            _ => Self::Server,
        }
    }

    /// What the role asks of a node.
    pub fn floor(self, candidate: &Candidate) -> &'static Floor {
        match self {
            Self::Server => &candidate.distribution.server,
            Self::Edge(framework) => &framework.edge,
            Self::RemoteWorker => {
                candidate.distribution.agent.as_ref().unwrap_or(&candidate.distribution.server)
            }
        }
    }

    /// What the role is called in reasons.
    pub fn name(self) -> Figure {
        Figure::Name(match self {
            Self::Server => "the server",
            Self::Edge(_) => "the edge node",
            Self::RemoteWorker => "the worker",
        })
    }

    /// Whether the control plane and its datastore stand at the site.
    pub fn has_datastore(self) -> bool {
        matches!(self, Self::Server)
    }
}
