//! Every question of the site profile: id, group, kind with range and unit, and what is assumed when it is unknown.

use super::choices::{
    Addressing, CentralCall, Choice, Compliance, ControlPlane, CpuArchitecture, ExistingPlatform,
    FleetManager, Hands, HostChange, ImageSupply, NetworkReach, OsStandard, Power, Rings, Skill,
    SpecialDrivers, Ssh, State, StorageMedium, Tier, Wan,
};

/// One answer, small enough to copy; what it means is told by the field's [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes or no.
    YesNo(bool),
    /// Position in the vocabulary of the field.
    Choice(u8),
    /// Bit mask over the vocabulary of the field; 0 is "none of these".
    Set(u16),
    /// A whole number in the unit of the field.
    Whole(u32),
}

/// The unit of a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Sites of the fleet.
    Sites,
    /// Nodes of one site.
    Nodes,
    /// Processor cores of one node.
    Cores,
    /// Mebibytes.
    Mib,
    /// Gibibytes.
    Gib,
    /// Pods on one node.
    Pods,
    /// Different machine models.
    Classes,
    /// Minutes of wall-clock time.
    Minutes,
    /// Megabits a second.
    Mbps,
    /// Hours of work.
    Hours,
    /// Full-time people.
    People,
    /// Upgrades in a year.
    PerYear,
}

impl Unit {
    /// Returns the unit's short sign as it stands in error messages.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sites => "sites",
            Self::Nodes => "nodes",
            Self::Cores => "cores",
            Self::Mib => "MiB",
            Self::Gib => "GiB",
            Self::Pods => "pods",
            Self::Classes => "classes",
            Self::Minutes => "min",
            Self::Mbps => "Mbit/s",
            Self::Hours => "h",
            Self::People => "people",
            Self::PerYear => "a year",
        }
    }

    /// Returns the unit as it stands after a number in a sentence: `1 node`, `3 nodes`.
    #[must_use]
    pub fn after(self, number: u64) -> &'static str {
        match self {
            _ if number != 1 => self.sign(),
            Self::Sites => "site",
            Self::Nodes => "node",
            Self::Cores => "core",
            Self::Pods => "pod",
            Self::Classes => "class",
            Self::People => "person",
            other => other.sign(),
        }
    }
}

/// What answers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of the ids.
    Choice(&'static [&'static str]),
    /// Any of the ids; `empty` says whether none of them is an answer.
    Set {
        /// The vocabulary, in order.
        ids: &'static [&'static str],
        /// Whether the empty set is allowed.
        empty: bool,
    },
    /// A whole number within its range, ends included.
    Whole {
        /// Smallest allowed value.
        min: u32,
        /// Largest allowed value.
        max: u32,
        /// What is counted.
        unit: Unit,
    },
}

/// The groups of the full profile, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Tier and scale.
    Place,
    /// The nodes.
    Hardware,
    /// Link, reach, images.
    Network,
    /// What must run.
    Workload,
    /// Who operates it.
    People,
    /// What is allowed and demanded.
    Policy,
}

impl Group {
    /// Every group, in reading order.
    pub const ALL: [Self; 6] =
        [Self::Place, Self::Hardware, Self::Network, Self::Workload, Self::People, Self::Policy];
}

/// One leap year in minutes: a longer outage is a different question.
const LONGEST_OUTAGE: u32 = 366 * 24 * 60;

const fn whole(min: u32, max: u32, unit: Unit) -> Kind {
    Kind::Whole { min, max, unit }
}

const fn choice<C: Choice>() -> Kind {
    Kind::Choice(C::IDS)
}

const fn set<C: Choice>(empty: bool) -> Kind {
    Kind::Set { ids: C::IDS, empty }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $group:ident, $quick:literal, $kind:expr, $assumed:expr, $why:literal;)+) => {
        /// A question of the site profile (all but the free text `name`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Field { $($(#[$doc])* $variant,)+ }

        impl Field {
            /// Every field, in the order of forms, YAML and links. New fields go to the end of the *link* order, which
            /// the link codec keeps for itself.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// How many fields there are.
            pub const COUNT: usize = Self::ALL.len();

            /// Returns the id used in YAML, JSON and links.
            #[must_use]
            pub const fn id(self) -> &'static str { match self { $(Self::$variant => $id,)+ } }

            /// Returns the group in which the full profile asks it.
            #[must_use]
            pub const fn group(self) -> Group { match self { $(Self::$variant => Group::$group,)+ } }

            /// Returns whether the quick profile asks it.
            #[must_use]
            pub const fn is_quick(self) -> bool { match self { $(Self::$variant => $quick,)+ } }

            /// Returns what answers it takes.
            #[must_use]
            pub fn kind(self) -> Kind { match self { $(Self::$variant => $kind,)+ } }

            /// Returns the answer with which the deterministic decision reckons while the field is unknown.
            #[must_use]
            pub fn assumption(self) -> Answer { match self { $(Self::$variant => $assumed,)+ } }

            /// Returns why that answer is assumed: one sentence of the method.
            #[must_use]
            pub fn assumption_reason(self) -> &'static str { match self { $(Self::$variant => $why,)+ } }
        }
    };
}

use Answer::{Choice as Pick, Set, Whole, YesNo};

fields! {
    /// How far from the centre the hardware stands; the one answer that every profile has.
    Tier = "tier", Place, true, choice::<Tier>(), Pick(Tier::NearEdge as u8),
        "a draft without a tier is read as near edge, the middle of the three";
    /// Sites today.
    Sites = "sites", Place, true, whole(1, 1_000_000, Unit::Sites), Whole(100),
        "a fleet large enough that work by hand repeats, small enough that people still remember each site";
    /// Sites that the decision has to carry.
    GrowthSites = "growth_sites", Place, false, whole(1, 1_000_000, Unit::Sites), Whole(0),
        "no growth is counted on; the present number of sites is used";
    /// Machines of one site that can run Kubernetes.
    NodesPerSite = "nodes_per_site", Place, true, whole(1, 500, Unit::Nodes), Whole(1),
        "one machine is the careful reading: redundancy is not assumed";
    /// Whether a site's nodes have separate power and disks.
    IndependentPower = "independent_power", Place, false, Kind::YesNo, YesNo(false),
        "independence is not assumed until somebody has looked";
    /// Processor architectures that a site may have.
    CpuArchitectures = "cpu_architectures", Hardware, true, set::<CpuArchitecture>(false), Set(1),
        "x86_64 is what most site servers are";
    /// Cores of one node.
    NodeCpuCores = "node_cpu_cores", Hardware, true, whole(1, 1_024, Unit::Cores), Whole(4),
        "a small site server";
    /// Memory of one node.
    NodeRamMib = "node_ram_mib", Hardware, true, whole(64, 16_777_216, Unit::Mib), Whole(8_192),
        "a small site server";
    /// Disk of one node.
    NodeDiskGib = "node_disk_gib", Hardware, true, whole(1, 1_048_576, Unit::Gib), Whole(128),
        "a small site server";
    /// Memory of a node that the workload takes.
    WorkloadRamMib = "workload_ram_mib", Hardware, false, whole(0, 16_777_216, Unit::Mib), Whole(512),
        "a handful of small services";
    /// Pods on one node.
    PodsPerNode = "pods_per_node", Hardware, false, whole(0, 5_000, Unit::Pods), Whole(30),
        "below the 110 pods per node that Kubernetes is tested for";
    /// What the datastore of the control plane writes to.
    StorageMedium = "storage_medium", Hardware, false, choice::<StorageMedium>(), Pick(StorageMedium::Ssd as u8),
        "the usual disk of a site server; a memory card would change the answer";
    /// Different machine models in the fleet.
    HardwareClasses = "hardware_classes", Hardware, false, whole(1, 200, Unit::Classes), Whole(3),
        "fleets are bought in a few generations";
    /// Drivers beyond a stock kernel.
    SpecialDrivers = "special_drivers", Hardware, false, choice::<SpecialDrivers>(), Pick(SpecialDrivers::None as u8),
        "most site servers run on a stock kernel";
    /// How electricity behaves.
    Power = "power", Hardware, false, choice::<Power>(), Pick(Power::SuddenCuts as u8),
        "the careful reading: outside a data centre power is cut without notice";
    /// The link between site and centre.
    Wan = "wan", Network, false, choice::<Wan>(), Pick(Wan::Single as u8),
        "one link is the common case outside data centres";
    /// The longest loss of the link to ride out.
    WanOutageBudget = "wan_outage_budget_minutes", Network, true, whole(0, LONGEST_OUTAGE, Unit::Minutes), Whole(240),
        "half a working day, a common time to repair a line";
    /// Who may open a connection to whom.
    NetworkReach = "network_reach", Network, false, choice::<NetworkReach>(), Pick(NetworkReach::OutboundOnly as u8),
        "sites behind address translation can call out and cannot be called";
    /// Bandwidth of the link.
    WanBandwidth = "wan_bandwidth_mbps", Network, false, whole(0, 1_000_000, Unit::Mbps), Whole(50),
        "a small business line";
    /// How nodes get their addresses.
    Addressing = "addressing", Network, false, choice::<Addressing>(), Pick(Addressing::Reserved as u8),
        "addresses can be reserved at most sites";
    /// Where a node gets container images.
    ImageSupply = "image_supply", Network, true, choice::<ImageSupply>(), Pick(ImageSupply::CentralRegistry as u8),
        "what a cluster does when nobody has planned otherwise";
    /// Whether meaningful work must go on while the link is lost.
    LocalOperation = "local_operation", Workload, true, Kind::YesNo, YesNo(true),
        "the careful reading: most sites exist to do something on the spot";
    /// Whether device or cloud-edge metadata sync is a core feature.
    DeviceSync = "device_sync", Workload, true, Kind::YesNo, YesNo(false),
        "few workloads need device twins; those that do, know it";
    /// What local data the workload keeps.
    State = "state", Workload, true, choice::<State>(), Pick(State::Rebuildable as u8),
        "caches and queues are usual; data that exists nowhere else is usually known";
    /// What one dead node may cost.
    MaxLocalDowntime = "max_local_downtime_minutes", Workload, false, whole(0, LONGEST_OUTAGE, Unit::Minutes),
        Whole(480), "a replacement within a working day";
    /// Central services that the start of a workload needs.
    CentralCalls = "central_calls", Workload, false, set::<CentralCall>(true), Set(0),
        "none is counted; the failure drill and a test with the cable pulled will tell";
    /// Whether virtual machines have to run beside containers.
    VmsNeeded = "vms_needed", Workload, false, Kind::YesNo, YesNo(false), "a need that is usually known";
    /// Whether the cluster is built into a product that is sold.
    ShippedInProduct = "shipped_in_product", Workload, false, Kind::YesNo, YesNo(false),
        "a need that is usually known";
    /// Whether somebody at the site can run Linux.
    LocalLinuxAdmin = "local_linux_admin", People, true, Kind::YesNo, YesNo(false),
        "the careful reading: shops, plants and gateways rarely have an administrator";
    /// Who can touch the hardware.
    Hands = "hands", People, false, choice::<Hands>(), Pick(Hands::ShopStaff as u8),
        "somebody who can press a button and swap a box";
    /// What one visit to a site costs.
    VisitHours = "visit_hours", People, false, whole(0, 1_000, Unit::Hours), Whole(4),
        "half a working day with travel";
    /// Size of the platform team.
    PlatformTeam = "platform_team", People, false, whole(0, 10_000, Unit::People), Whole(4),
        "a small platform team";
    /// What the platform team can do today.
    Skills = "skills", People, false, set::<Skill>(true), Set(1), "Linux is common ground; the rest has to be learnt";
    /// The platform that the organisation runs already.
    ExistingPlatform = "existing_platform", People, false, choice::<ExistingPlatform>(),
        Pick(ExistingPlatform::None as u8), "no head start is assumed";
    /// Whether a vendor must answer for the stack.
    VendorSupport = "vendor_support", People, false, Kind::YesNo, YesNo(false), "a demand that is usually known";
    /// What manages the fleet of clusters.
    FleetManager = "fleet_manager", People, false, choice::<FleetManager>(), Pick(FleetManager::None as u8),
        "no tool is assumed that nobody has named";
    /// The policy for SSH on production nodes.
    Ssh = "ssh", Policy, true, choice::<Ssh>(), Pick(Ssh::BreakGlass as u8),
        "the middle of the three policies";
    /// How a host may change.
    HostChange = "host_change", Policy, true, choice::<HostChange>(), Pick(HostChange::ConfigManaged as u8),
        "the middle of the three policies";
    /// Whether hosts are patched in service; otherwise they are wiped and swapped.
    HostPatchingInLife = "host_patching_in_life", Policy, false, Kind::YesNo, YesNo(true),
        "the careful reading: security fixes reach hosts in service";
    /// The operating-system standard of the organisation.
    OsStandard = "os_standard", Policy, true, choice::<OsStandard>(), Pick(OsStandard::None as u8),
        "no standard is assumed that nobody has named";
    /// Whether every version must be pinned.
    VersionPinning = "version_pinning", Policy, false, Kind::YesNo, YesNo(true),
        "the careful reading: production fleets change on purpose";
    /// Obligations that the stack has to meet.
    Compliance = "compliance", Policy, false, set::<Compliance>(true), Set(0), "obligations are usually known";
    /// How often the platform is upgraded.
    UpgradesPerYear = "upgrades_per_year", Policy, false, whole(0, 365, Unit::PerYear), Whole(3),
        "Kubernetes brings about three minor releases a year";
    /// How upgrades are staged over the fleet.
    Rings = "rings", Policy, false, choice::<Rings>(), Pick(Rings::Manual as u8),
        "most teams stage upgrades by hand at first";
    /// Where the control plane may stand.
    ControlPlane = "control_plane", Policy, false, choice::<ControlPlane>(), Pick(ControlPlane::Either as u8),
        "both are kept open until somebody decides";
    /// Whether the cluster must stay conformant, with no forked or replaced parts.
    KubernetesUntouched = "kubernetes_untouched", Policy, false, Kind::YesNo, YesNo(false),
        "a demand that is usually known";
}

impl Field {
    /// Returns the field with an id, if there is one.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// Returns the fields of the quick profile, in order.
    pub fn quick() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|field| field.is_quick())
    }

    /// Returns an answer in its canonical text form: `yes`, an id, ids with commas between them (`none` for the empty
    /// set), or a bare number.
    #[must_use]
    pub fn print(self, answer: Answer) -> String {
        match (self.kind(), answer) {
            (_, Answer::YesNo(yes)) => if yes { "yes" } else { "no" }.to_owned(),
            (_, Answer::Whole(number)) => number.to_string(),
            (Kind::Choice(ids), Answer::Choice(at)) => {
                ids.get(usize::from(at)).map_or_else(String::new, |id| (*id).to_owned())
            }
            (Kind::Set { .. }, Answer::Set(0)) => "none".to_owned(),
            (Kind::Set { ids, .. }, Answer::Set(bits)) => {
                let chosen: Vec<_> = ids
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| bits & (1 << at) != 0)
                    .map(|(_, id)| *id)
                    .collect();
                chosen.join(", ")
            }
            _ => String::new(),
        }
    }

    /// Returns whether an answer is of the field's kind and within its range.
    #[must_use]
    pub fn takes(self, answer: Answer) -> bool {
        match (self.kind(), answer) {
            (Kind::YesNo, Answer::YesNo(_)) => true,
            (Kind::Choice(ids), Answer::Choice(at)) => usize::from(at) < ids.len(),
            (Kind::Set { ids, empty }, Answer::Set(bits)) => {
                u32::from(bits) < (1 << ids.len()) && (empty || bits != 0)
            }
            (Kind::Whole { min, max, .. }, Answer::Whole(number)) => (min..=max).contains(&number),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = Field::ALL.iter().map(|field| field.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Field::COUNT);
    }

    #[test]
    fn every_assumption_but_growth_is_an_answer_of_its_field() {
        for field in Field::ALL {
            assert!(
                *field == Field::GrowthSites || field.takes(field.assumption()),
                "{}",
                field.id()
            );
        }
    }

    #[test]
    fn quick_profile_fits_one_screen() {
        assert_eq!(Field::quick().count(), 16);
    }
}
