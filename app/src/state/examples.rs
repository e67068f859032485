//! Profiles to look at before one has one's own.

use rules_core::profile::Field;

use super::work::Work;

/// A retail chain: small clusters in thousands of shops, no administrator on site, hosts that change by image alone.
const RETAIL: &[(Field, &str)] = &[
    (Field::Tier, "near-edge"),
    (Field::Sites, "3400"),
    (Field::NodesPerSite, "3"),
    (Field::CpuArchitectures, "x86_64, arm64"),
    (Field::NodeCpuCores, "8"),
    (Field::NodeRamMib, "16384"),
    (Field::NodeDiskGib, "256"),
    (Field::WanOutageBudget, "240"),
    (Field::ImageSupply, "site-mirror"),
    (Field::LocalOperation, "yes"),
    (Field::DeviceSync, "no"),
    (Field::State, "local-critical"),
    (Field::LocalLinuxAdmin, "no"),
    (Field::Ssh, "banned"),
    (Field::HostChange, "planned-image-only"),
    (Field::OsStandard, "none"),
];

/// Returns the retail example under a name.
#[must_use]
pub fn retail(name: &str) -> Work {
    let mut work = Work::default();
    name.clone_into(&mut work.draft.name);
    for (field, answer) in RETAIL {
        work.draft.set_raw(*field, (*answer).to_owned());
    }
    work
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_answers_the_quick_profile_without_a_fault() {
        let parsed = retail("Shops").draft.parse();
        assert_eq!(parsed.faults, vec![]);
        assert!(Field::quick().all(|field| parsed.profile.knows(field)));
    }
}
