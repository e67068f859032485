//! Stacks that are alike for a rule: most gates and criteria look at a part of a stack only, and are asked once for all
//! that share it.

use std::sync::OnceLock;

use super::ALL;
use crate::stacks::{self, Candidate};

/// The host.
pub(crate) const HOST: u8 = 1;
/// What the host's project asks of the whole machine.
pub(crate) const MACHINE: u8 = 1 << 1;
/// What runs on the nodes: the framework, or Kubernetes where there is none.
pub(crate) const NODE: u8 = 1 << 2;
/// Kubernetes, also where it stands in the centre.
pub(crate) const KUBERNETES: u8 = 1 << 3;
/// The pattern.
pub(crate) const PATTERN: u8 = 1 << 4;
/// What the projects say of the combination.
pub(crate) const JOINTS: u8 = 1 << 5;

/// How the candidates fall into classes for one rule.
pub(crate) struct Classes {
    /// The class of each candidate.
    pub of: Vec<usize>,
    /// The first candidate of each class.
    pub first: Vec<usize>,
}

/// Returns the classes of every gate, in the order of [`ALL`].
pub(super) fn classes() -> &'static [Classes] {
    static CLASSES: OnceLock<Vec<Classes>> = OnceLock::new();
    CLASSES.get_or_init(|| ALL.iter().map(|gate| split(gate.looks_at)).collect())
}

/// Returns the classes of what looks at certain parts.
pub(crate) fn split(looks_at: u8) -> Classes {
    let mut keys: Vec<[&str; 6]> = Vec::new();
    let mut classes = Classes { of: Vec::new(), first: Vec::new() };
    for (at, candidate) in stacks::candidates().iter().enumerate() {
        let key = key(looks_at, candidate);
        let class = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
            keys.push(key);
            classes.first.push(at);
            keys.len() - 1
        });
        classes.of.push(class);
    }
    classes
}

fn key(looks_at: u8, candidate: &'static Candidate) -> [&'static str; 6] {
    let stack = &candidate.stack;
    let look = |part: u8, id: &'static str| if looks_at & part == 0 { "" } else { id };
    let joints = stack.id.split('/').next().unwrap_or_default();
    [
        look(HOST, candidate.host.id),
        look(MACHINE, candidate.host.machine.as_ref().map_or("", |_| candidate.host.id)),
        look(NODE, stack.framework.unwrap_or(stack.kubernetes)),
        look(KUBERNETES, stack.kubernetes),
        look(PATTERN, stack.pattern.id()),
        look(JOINTS, joints),
    ]
}
