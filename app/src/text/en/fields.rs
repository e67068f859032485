//! The questions of the profile in English.

use rules_core::profile::{Answer, Field, FieldFault, Group, Kind, Unit};
use rules_core::reason::grouped;

use crate::text::fields::{FieldText, Fields};

pub const FIELDS: Fields = Fields {
    of,
    group,
    unit,
    measure,
    answer,
    fault,
    name_too_long: |found, max| format!("The name has {found} characters; {max} is the most."),
    yes: "Yes",
    no: "No",
    unknown: "Don\u{2019}t know",
    none_of_these: "None of these",
};

fn group(group: Group) -> &'static str {
    match group {
        Group::Place => "Place and scale",
        Group::Hardware => "The node",
        Group::Network => "When the link is down",
        Group::Workload => "Work and data",
        Group::People => "People",
        Group::Policy => "Policy",
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Sites => "sites",
        Unit::Nodes => "nodes",
        Unit::Cores => "cores",
        Unit::Mib => "MiB",
        Unit::Gib => "GiB",
        Unit::Pods => "pods",
        Unit::Classes => "models",
        Unit::Minutes => "minutes",
        Unit::Mbps => "Mbit/s",
        Unit::Hours => "hours",
        Unit::People => "people",
        Unit::PerYear => "a year",
    }
}

/// The unit after the number 1.
fn one(unit_of: Unit) -> &'static str {
    match unit_of {
        Unit::Sites => "site",
        Unit::Nodes => "node",
        Unit::Cores => "core",
        Unit::Pods => "pod",
        Unit::Classes => "model",
        Unit::Minutes => "minute",
        Unit::Hours => "hour",
        Unit::People => "person",
        other => unit(other),
    }
}

fn measure(number: u64, unit_of: Unit) -> String {
    let word = if number == 1 { one(unit_of) } else { unit(unit_of) };
    format!("{} {word}", grouped(number))
}

fn answer(field: Field, answer: Answer) -> String {
    match (field.kind(), answer) {
        (_, Answer::YesNo(true)) => "yes".to_owned(),
        (_, Answer::YesNo(false)) => "no".to_owned(),
        (_, Answer::Choice(at)) => {
            of(field).choices.get(usize::from(at)).map_or_else(String::new, |name| uncapital(name))
        }
        (_, Answer::Set(0)) => "none of these".to_owned(),
        (_, Answer::Set(bits)) => {
            let names = of(field).choices.iter().enumerate();
            let chosen: Vec<_> =
                names.filter(|(at, _)| bits & (1 << at) != 0).map(|(_, name)| *name).collect();
            chosen.join(", ")
        }
        (Kind::Whole { unit, .. }, Answer::Whole(number)) => measure(u64::from(number), unit),
        (_, Answer::Whole(number)) => grouped(u64::from(number)),
    }
}

fn fault(field: Field, fault: &FieldFault) -> String {
    let range = |min: &u32, max: &u32, of: &Unit| {
        format!("{} to {}", grouped(u64::from(*min)), measure(u64::from(*max), *of))
    };
    match fault {
        FieldFault::NotANumber { found, min, max, unit } => {
            format!("\u{201c}{found}\u{201d} is not a number. Enter {}.", range(min, max, unit))
        }
        FieldFault::UnknownUnit { found, min, max, unit } => {
            format!(
                "The unit in \u{201c}{found}\u{201d} does not fit here. Enter {}.",
                range(min, max, unit)
            )
        }
        FieldFault::NotWhole { found, unit: of } => {
            format!("{found} is not a whole number of {}. Enter a whole number.", unit(*of))
        }
        FieldFault::TooSmall { found, min, unit } => {
            format!("{found} is too small. The least is {}.", measure(u64::from(*min), *unit))
        }
        FieldFault::TooLarge { found, max, unit } => {
            format!("{found} is too large. The most is {}.", measure(u64::from(*max), *unit))
        }
        FieldFault::NotYesNo { found } => {
            format!("\u{201c}{found}\u{201d} is neither yes nor no. Choose one of them.")
        }
        FieldFault::NotAChoice { found, .. } => {
            format!(
                "\u{201c}{found}\u{201d} is not among the answers. Choose one: {}.",
                of(field).choices.join(", ")
            )
        }
        FieldFault::NotInSet { found, .. } => {
            format!(
                "\u{201c}{}\u{201d} is not among the answers. Choose from: {}.",
                found.join(", "),
                of(field).choices.join(", ")
            )
        }
        FieldFault::EmptySet { .. } => {
            "Choose at least one, or \u{201c}Don\u{2019}t know\u{201d}.".to_owned()
        }
    }
}

/// Names of things (`Ubuntu`) and abbreviations (`SD card`, `NVMe`) keep their capital, other words lose it inside a sentence.
fn uncapital(name: &str) -> String {
    const KEPT: &[&str] =
        &["Git", "Ubuntu", "Red", "Rancher", "OpenShift", "Canonical", "Talos", "Linux"];
    let abbreviated = name.chars().nth(1).is_some_and(char::is_uppercase);
    if abbreviated || KEPT.iter().any(|kept| name.starts_with(kept)) {
        return name.to_owned();
    }
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

const fn words(label: &'static str, help: &'static str) -> FieldText {
    FieldText { label, help, choices: &[] }
}

const fn choose(
    label: &'static str,
    help: &'static str,
    choices: &'static [&'static str],
) -> FieldText {
    FieldText { label, help, choices }
}

#[expect(clippy::too_many_lines, reason = "a flat list of the questions, one beside the other")]
fn of(field: Field) -> FieldText {
    match field {
        Field::Tier => choose(
            "Edge tier",
            "How far from the centre the hardware stands",
            &["Far edge", "Near edge", "Regional edge"],
        ),
        Field::Sites => words("Sites", "How many there are today"),
        Field::GrowthSites => words("Growing to", "Sites that this decision has to carry"),
        Field::NodesPerSite => words("Nodes per site", "Machines that can run Kubernetes"),
        Field::IndependentPower => {
            words("Separate power and disks?", "Whether the nodes of a site can fail one at a time")
        }
        Field::CpuArchitectures => choose(
            "CPU architectures",
            "All that a site may have",
            &["x86-64", "arm64", "armv7", "riscv64"],
        ),
        Field::NodeCpuCores => words("Cores per node", "Of the smallest machine"),
        Field::NodeRamMib => words("Memory per node", "Of the smallest machine"),
        Field::NodeDiskGib => words("Disk per node", "Of the smallest machine"),
        Field::WorkloadRamMib => {
            words("Memory for the workload", "What the applications take of one node")
        }
        Field::PodsPerNode => words("Pods per node", "At the busiest node"),
        Field::StorageMedium => choose(
            "Storage medium",
            "What the cluster\u{2019}s own data is written to",
            &["NVMe", "SSD", "Hard disk", "SD card or eMMC"],
        ),
        Field::HardwareClasses => words("Hardware models", "Different machines in the whole fleet"),
        Field::SpecialDrivers => choose(
            "Special drivers",
            "Drivers beyond a stock kernel",
            &[
                "None",
                "Packaged as an extension",
                "A vendor\u{2019}s kernel (GPU boards, real time)",
            ],
        ),
        Field::Power => {
            choose("Electricity", "How power goes away", &["Clean shutdowns", "UPS", "Sudden cuts"])
        }
        Field::Wan => choose(
            "Link to the centre",
            "The network line of a site",
            &["Redundant", "Single", "Intermittent", "Narrow"],
        ),
        Field::WanOutageBudget => {
            words("Longest outage to ride out", "Type a figure (4 h, 1 day, 240) or pick a band")
        }
        Field::NetworkReach => choose(
            "Who can open connections",
            "Between site and centre",
            &["Both ways", "Only from the site out", "Isolated"],
        ),
        Field::WanBandwidth => words("Bandwidth", "Of the link to the centre"),
        Field::Addressing => {
            choose("Node addresses", "How nodes get them", &["Static", "Reserved", "Dynamic"])
        }
        Field::ImageSupply => choose(
            "Image supply",
            "Where a node gets container images",
            &[
                "Central registry",
                "Pull-through cache at the site",
                "Mirror at the site is required",
                "Preloaded (air gap)",
            ],
        ),
        Field::LocalOperation => {
            words("Must work go on at the site?", "Meaningful work while the link is lost")
        }
        Field::DeviceSync => words(
            "Device and cloud-edge sync as a core feature?",
            "Device twins, protocols, metadata both ways",
        ),
        Field::State => choose(
            "Local data",
            "What the workload keeps at the site",
            &["None", "Rebuildable", "Critical, exists only here"],
        ),
        Field::MaxLocalDowntime => words(
            "Downtime after one dead node",
            "The longest that the business can bear (4 h, 1 day, 480)",
        ),
        Field::CentralCalls => choose(
            "Central services a start needs",
            "Without which a workload does not come up",
            &[
                "Git",
                "Registry",
                "Identity",
                "Licence check",
                "Feature flags",
                "Model fetch",
                "DNS",
                "Certificates",
            ],
        ),
        Field::VmsNeeded => {
            words("Virtual machines too?", "Beside the containers, on the same nodes")
        }
        Field::ShippedInProduct => {
            words("Built into a product?", "The cluster is part of an appliance that is sold")
        }
        Field::LocalLinuxAdmin => {
            words("Can someone at the site run Linux?", "Log in, read logs, repair a host")
        }
        Field::Hands => choose(
            "Hands at the site",
            "Who can touch the hardware",
            &["Nobody", "Shop staff", "Technician", "Administrator"],
        ),
        Field::VisitHours => words("Cost of one visit", "Working hours with travel"),
        Field::PlatformTeam => words("Platform team", "Full-time people"),
        Field::Skills => choose(
            "Skills of the team",
            "What it can do today",
            &["Linux", "GitOps", "Immutable operating systems", "Upstream Kubernetes"],
        ),
        Field::ExistingPlatform => choose(
            "Platform in use",
            "What the organisation runs already",
            &[
                "None",
                "Vanilla Kubernetes",
                "Rancher",
                "OpenShift",
                "Canonical",
                "Public cloud",
                "Talos",
                "Another",
            ],
        ),
        Field::VendorSupport => {
            words("Vendor support wanted?", "Somebody under contract answers for the stack")
        }
        Field::FleetManager => choose(
            "Fleet manager",
            "What manages the clusters as a fleet",
            &["None", "Our own", "Bought"],
        ),
        Field::Ssh => choose(
            "SSH to production nodes",
            "The policy, not the habit",
            &["Allowed", "Break glass only", "Banned"],
        ),
        Field::HostChange => choose(
            "How a host may change",
            "Packages, files and settings of the operating system",
            &["Freely", "By configuration management", "By planned images only"],
        ),
        Field::HostPatchingInLife => {
            words("Hosts patched in service?", "No means they are wiped and swapped instead")
        }
        Field::OsStandard => choose(
            "Operating system standard",
            "What the organisation has settled on",
            &["None", "Ubuntu with snap", "Red Hat family", "Another Linux"],
        ),
        Field::VersionPinning => {
            words("Versions pinned?", "Nothing changes its version unless somebody decides so")
        }
        Field::Compliance => choose(
            "Obligations",
            "What the stack has to meet",
            &["CIS benchmark", "FIPS", "SELinux", "Secure boot", "Disk encryption"],
        ),
        Field::UpgradesPerYear => words("Upgrades", "Of the platform"),
        Field::Rings => choose(
            "Upgrade rings",
            "How an upgrade spreads over the fleet",
            &["None", "By hand", "Automated"],
        ),
        Field::ControlPlane => choose(
            "Control plane",
            "Where it may stand",
            &["At each site", "Shared, in the centre", "Either"],
        ),
        Field::KubernetesUntouched => words(
            "Kubernetes left as it is?",
            "A conformant cluster with no forked or replaced parts",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_vocabulary_has_a_name() {
        for field in Field::ALL {
            let ids = match field.kind() {
                Kind::Choice(ids) | Kind::Set { ids, .. } => ids.len(),
                Kind::YesNo | Kind::Whole { .. } => 0,
            };
            assert_eq!(of(*field).choices.len(), ids, "{}", field.id());
        }
    }

    #[test]
    fn answers_read_as_words() {
        assert_eq!(answer(Field::Sites, Answer::Whole(3_400)), "3,400 sites");
        assert_eq!(answer(Field::NodesPerSite, Answer::Whole(1)), "1 node");
        assert_eq!(answer(Field::HostChange, Answer::Choice(2)), "by planned images only");
        assert_eq!(answer(Field::CpuArchitectures, Answer::Set(0b11)), "x86-64, arm64");
    }
}
