//! What the decision tree says, as flags beside the profile: for people who read the file without the app.

use crate::outcome::{Leaf, TreeResult};

/// Returns the `decision_flags:` of a tree, a line for each leaf it may end in.
pub(super) fn write(tree: &TreeResult) -> String {
    let lines = tree.leaves.iter().map(|leaf| {
        let (condition, direction) = flag(*leaf);
        format!("  {condition}: \"{direction}\"\n")
    });
    match lines.collect::<String>() {
        none if none.is_empty() => "decision_flags: {}\n".to_owned(),
        lines => format!("decision_flags:\n{lines}"),
    }
}

/// Returns what leads to a leaf, and the direction it gives.
fn flag(leaf: Leaf) -> (&'static str, &'static str) {
    match leaf {
        Leaf::CloudEdgeSync => {
            ("device_or_cloud_sync_is_core", "look at KubeEdge first and compare OpenYurt")
        }
        Leaf::Autonomy => (
            "sites_work_on_without_the_link",
            "look at OpenYurt and at a cluster of its own for each site",
        ),
        Leaf::SmallAndRebuildable => (
            "few_small_nodes_that_can_be_rebuilt",
            "look at k3s first, at k0s if fewer parts should come along",
        ),
        Leaf::ImmutableHost => (
            "hosts_change_only_as_declared",
            "look at Talos first, at Kairos if the base system must vary",
        ),
        Leaf::SnapStandard => ("ubuntu_and_snap_are_the_standard", "look at MicroK8s"),
        Leaf::FleetRequirements => (
            "the_fleet_decides",
            "compare k0s, k3s, RKE2 and standard Kubernetes by what the fleet needs",
        ),
    }
}
