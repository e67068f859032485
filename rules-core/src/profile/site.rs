//! The parsed profile: only answers that their field takes, with typed readers for the rules.

use super::choices::{
    Addressing, CentralCall, Choice, ChoiceSet, Compliance, ControlPlane, CpuArchitecture,
    ExistingPlatform, FleetManager, Hands, HostChange, ImageSupply, NetworkReach, OsStandard,
    Power, Rings, Skill, SpecialDrivers, Ssh, State, StorageMedium, Tier, Wan,
};
use super::field::{Answer, Field};

/// What the user said of the sites; each answer is known or unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteProfile {
    name: String,
    answers: Answers,
}

type Answers = [Option<Answer>; Field::COUNT];

impl Default for SiteProfile {
    /// Returns a profile in which everything is unknown.
    fn default() -> Self {
        Self { name: String::new(), answers: [None; Field::COUNT] }
    }
}

impl SiteProfile {
    /// Longest name, in characters.
    pub const NAME_MAX: usize = 80;

    /// Returns the name the user gave, possibly empty. No rule reads it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Sets the name: on one line, without characters that hide or reorder others, cut to [`Self::NAME_MAX`]
    /// characters. Names come in by links and files, and are shown to people.
    pub fn set_name(&mut self, name: &str) {
        let clean = clean_name(name);
        let end = clean.char_indices().nth(Self::NAME_MAX).map_or(clean.len(), |(at, _)| at);
        clean[..end].trim_end().clone_into(&mut self.name);
    }

    /// Returns the answer to a field, or `None` while it is unknown.
    #[must_use]
    pub fn answer(&self, field: Field) -> Option<Answer> {
        self.answers[field as usize]
    }

    /// Returns whether a field is answered.
    #[must_use]
    pub fn knows(&self, field: Field) -> bool {
        self.answer(field).is_some()
    }

    /// Answers a field, or makes it unknown again. Returns false, and changes nothing, for an answer that the field
    /// does not take.
    pub fn set(&mut self, field: Field, answer: Option<Answer>) -> bool {
        let fits = answer.is_none_or(|answer| field.takes(answer));
        if fits {
            self.answers[field as usize] = answer;
        }
        fits
    }

    /// Returns the complete profile that the rules read: the user's answers, and the stated assumption where one is
    /// missing.
    #[must_use]
    pub fn assume(&self) -> AssumedProfile {
        let mut answers = [Answer::YesNo(false); Field::COUNT];
        for field in Field::ALL {
            answers[*field as usize] = self.answer(*field).unwrap_or_else(|| field.assumption());
        }
        self.with_growth(AssumedProfile { answers })
    }

    /// Returns the same, given what was assumed before some answers changed.
    pub(crate) fn assume_again(
        &self,
        before: &AssumedProfile,
        changed: impl Iterator<Item = Field>,
    ) -> AssumedProfile {
        let mut assumed = *before;
        for field in changed {
            let answer = self.answer(field).unwrap_or_else(|| field.assumption());
            assumed.answers[field as usize] = answer;
        }
        self.with_growth(assumed)
    }

    fn with_growth(&self, mut assumed: AssumedProfile) -> AssumedProfile {
        if !self.knows(Field::GrowthSites) {
            assumed.answers[Field::GrowthSites as usize] = Answer::Whole(assumed.sites());
        }
        assumed
    }
}

/// Returns a name on one line, with single spaces and no invisible characters.
pub(super) fn clean_name(typed: &str) -> String {
    let seen: String = typed
        .chars()
        .filter(|c| !hides(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether a character is invisible or turns the writing direction around. The two joiners stay: scripts and
/// emoji need them.
fn hides(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A profile with an answer to every field, as the rules read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssumedProfile {
    answers: [Answer; Field::COUNT],
}

macro_rules! readers {
    (yes_no { $($(#[$ydoc:meta])* $yes:ident = $yfield:ident;)+ }
     whole { $($(#[$wdoc:meta])* $whole:ident = $wfield:ident;)+ }
     choice { $($(#[$cdoc:meta])* $choice:ident = $cfield:ident;)+ }
     set { $($(#[$sdoc:meta])* $set:ident = $sfield:ident: $stype:ident;)+ }) => {
        impl AssumedProfile {
            $($(#[$ydoc])* #[must_use] pub fn $yes(&self) -> bool {
                matches!(self.answers[Field::$yfield as usize], Answer::YesNo(true))
            })+
            $($(#[$wdoc])* #[must_use] pub fn $whole(&self) -> u32 {
                match self.answers[Field::$wfield as usize] { Answer::Whole(number) => number, _ => 0 }
            })+
            $($(#[$cdoc])* #[must_use] pub fn $choice(&self) -> $cfield {
                match self.answers[Field::$cfield as usize] {
                    Answer::Choice(at) => $cfield::at(at).unwrap_or($cfield::ALL[0]),
                    _ => $cfield::ALL[0],
                }
            })+
            $($(#[$sdoc])* #[must_use] pub fn $set(&self) -> ChoiceSet<$stype> {
                ChoiceSet::from_bits(match self.answers[Field::$sfield as usize] { Answer::Set(bits) => bits, _ => 0 })
            })+
        }
    };
}

readers! {
    yes_no {
        /// Whether a site's nodes have separate power and disks.
        independent_power = IndependentPower;
        /// Whether meaningful work must go on while the link is lost.
        local_operation = LocalOperation;
        /// Whether device or cloud-edge sync is a core feature.
        device_sync = DeviceSync;
        /// Whether virtual machines have to run beside containers.
        vms_needed = VmsNeeded;
        /// Whether the cluster is built into a product that is sold.
        shipped_in_product = ShippedInProduct;
        /// Whether somebody at the site can run Linux.
        local_linux_admin = LocalLinuxAdmin;
        /// Whether a vendor must answer for the stack.
        vendor_support = VendorSupport;
        /// Whether hosts are patched in service.
        host_patching_in_life = HostPatchingInLife;
        /// Whether every version must be pinned.
        version_pinning = VersionPinning;
        /// Whether the cluster must stay conformant and unmodified.
        kubernetes_untouched = KubernetesUntouched;
    }
    whole {
        /// Sites today.
        sites = Sites;
        /// Sites that the decision has to carry.
        growth_sites = GrowthSites;
        /// Nodes of one site.
        nodes_per_site = NodesPerSite;
        /// Cores of one node.
        node_cpu_cores = NodeCpuCores;
        /// Memory of one node, MiB.
        node_ram_mib = NodeRamMib;
        /// Disk of one node, GiB.
        node_disk_gib = NodeDiskGib;
        /// Memory that the workload takes of a node, MiB.
        workload_ram_mib = WorkloadRamMib;
        /// Pods on one node.
        pods_per_node = PodsPerNode;
        /// Different machine models.
        hardware_classes = HardwareClasses;
        /// Longest loss of the link to ride out, minutes.
        wan_outage_budget_minutes = WanOutageBudget;
        /// Bandwidth of the link, Mbit/s.
        wan_bandwidth_mbps = WanBandwidth;
        /// What one dead node may cost, minutes.
        max_local_downtime_minutes = MaxLocalDowntime;
        /// What one visit to a site costs, hours.
        visit_hours = VisitHours;
        /// Full-time people in the platform team.
        platform_team = PlatformTeam;
        /// Upgrades of the platform in a year.
        upgrades_per_year = UpgradesPerYear;
    }
    choice {
        /// How far from the centre the hardware stands.
        tier = Tier;
        /// What the datastore writes to.
        storage_medium = StorageMedium;
        /// Drivers beyond a stock kernel.
        special_drivers = SpecialDrivers;
        /// How electricity behaves.
        power = Power;
        /// The link between site and centre.
        wan = Wan;
        /// Who may open a connection to whom.
        network_reach = NetworkReach;
        /// How nodes get their addresses.
        addressing = Addressing;
        /// Where a node gets container images.
        image_supply = ImageSupply;
        /// What local data the workload keeps.
        state = State;
        /// Who can touch the hardware.
        hands = Hands;
        /// The platform that the organisation runs already.
        existing_platform = ExistingPlatform;
        /// What manages the fleet of clusters.
        fleet_manager = FleetManager;
        /// The policy for SSH.
        ssh = Ssh;
        /// How a host may change.
        host_change = HostChange;
        /// The operating-system standard.
        os_standard = OsStandard;
        /// How upgrades are staged.
        rings = Rings;
        /// Where the control plane may stand.
        control_plane = ControlPlane;
    }
    set {
        /// Processor architectures that a site may have.
        cpu_architectures = CpuArchitectures: CpuArchitecture;
        /// Central services that the start of a workload needs.
        central_calls = CentralCalls: CentralCall;
        /// What the platform team can do today.
        skills = Skills: Skill;
        /// Obligations that the stack has to meet.
        compliance = Compliance: Compliance;
    }
}

impl AssumedProfile {
    /// Returns the answer to a field.
    #[must_use]
    pub fn answer(&self, field: Field) -> Answer {
        self.answers[field as usize]
    }

    /// Returns the same profile with one answer replaced; an answer that the field does not take is ignored.
    #[must_use]
    pub fn with(mut self, field: Field, answer: Answer) -> Self {
        if field.takes(answer) {
            self.put(field, answer);
        }
        self
    }

    /// Returns whether the site has to work through a loss of the link.
    #[must_use]
    pub fn works_cut_off(&self) -> bool {
        self.local_operation() && self.wan_outage_budget_minutes() > 0
    }

    /// Replaces one answer in place by one that the field is known to take: the search over possible answers does
    /// nothing else.
    pub(crate) fn put(&mut self, field: Field, answer: Answer) {
        debug_assert!(field.takes(answer), "{field:?} does not take {answer:?}");
        self.answers[field as usize] = answer;
    }
}
