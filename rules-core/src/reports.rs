//! Field reports: what others met in the field, matched to the sites and the stack.
//!
//! A report is one voice, not a measurement: it moves no score and rules nothing out. What it says, with link, versions,
//! status and date, is the fact of its id in the fact sheets; here is only when it concerns a site.

use crate::catalog::{self, Condition, FieldReport};
use crate::outcome::{Pattern, Stack};
use crate::pitfalls::is_a_fleet;
use crate::profile::{
    Addressing, AssumedProfile, CpuArchitecture, Field, Hands, ImageSupply, NetworkReach, Power,
    SiteProfile, StorageMedium,
};
use crate::stacks::{self, Candidate};

/// A report that concerns the sites.
#[derive(Clone, Debug)]
pub struct Match {
    /// Which.
    pub report: &'static FieldReport,
    /// The fields that it was matched by and that were assumed, not answered.
    pub assumed: Vec<Field>,
}

/// Memory up to which a node counts as small, in MiB: a board or a small gateway.
const SMALL_MEMORY_MIB: u32 = 4_096;
/// Outage from which certificates begin to run out, in minutes: ninety days.
const LONG_OUTAGE_MINUTES: u32 = 90 * 24 * 60;

/// Returns the reports that concern these sites with this stack: those that ask for most first, then in the order of the
/// catalog; none for a stack that the catalog does not have.
#[must_use]
pub fn matching(profile: &SiteProfile, stack: &Stack) -> Vec<Match> {
    let Some(candidate) = stacks::candidate(&stack.id) else { return Vec::new() };
    let assumed = profile.assume();
    let concerns = |report: &&FieldReport| {
        is_about(report, &assumed, candidate)
            && report.when.iter().all(|condition| condition.holds(&assumed, candidate))
    };
    let mut found: Vec<_> = catalog::reports()
        .iter()
        .filter(concerns)
        .map(|report| Match { report, assumed: assumed_by(report, profile) })
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.report.when.len()));
    found
}

/// Whether a report is about a part that stands at the site. The Kubernetes in the centre of a framework does not.
fn is_about(report: &FieldReport, profile: &AssumedProfile, candidate: &Candidate) -> bool {
    let stack = &candidate.stack;
    let at_site = candidate.framework.is_none() || candidate.controls_at_site(profile);
    let kubernetes = Some(stack.kubernetes).filter(|_| at_site);
    let parts = [Some(stack.host), kubernetes, stack.framework];
    parts.into_iter().flatten().any(|part| report.of.contains(&part))
}

fn assumed_by(report: &FieldReport, profile: &SiteProfile) -> Vec<Field> {
    let fields = report.when.iter().flat_map(|condition| condition.fields());
    fields.copied().filter(|field| !profile.knows(*field)).collect()
}

impl Condition {
    /// Returns the fields that it is told by.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::DynamicAddresses => &[Field::Addressing],
            Self::SeveralServers | Self::SingleServer | Self::RemoteWorkers => &[Field::Tier],
            Self::SeveralNodes => &[Field::NodesPerSite],
            Self::SmallMemory => &[Field::NodeRamMib],
            Self::SmallBoard => &[Field::CpuArchitectures],
            Self::SlowDisk => &[Field::StorageMedium],
            Self::SuddenCuts => &[Field::Power],
            Self::CutOff => &[Field::LocalOperation, Field::WanOutageBudget],
            Self::LongOutage => &[Field::WanOutageBudget],
            Self::AirGap => &[Field::ImageSupply, Field::NetworkReach],
            Self::BehindNat => &[Field::NetworkReach],
            Self::Unattended => &[Field::LocalLinuxAdmin, Field::Hands],
            Self::Fleet => &[Field::Sites],
            Self::NoUpgrades => &[Field::UpgradesPerYear],
            Self::VirtualMachines => &[Field::VmsNeeded],
        }
    }

    /// Returns whether it holds of sites and stack.
    #[must_use]
    pub fn holds(self, profile: &AssumedProfile, candidate: &Candidate) -> bool {
        let at_site = candidate.controls_at_site(profile);
        let alone = candidate.stack.pattern == Pattern::A;
        let has = |architecture| profile.cpu_architectures().has(architecture);
        match self {
            Self::DynamicAddresses => profile.addressing() == Addressing::Dynamic,
            Self::SeveralServers => at_site && !alone,
            Self::SingleServer => at_site && alone,
            Self::SeveralNodes => profile.nodes_per_site() > 1,
            Self::RemoteWorkers => !at_site,
            Self::SmallMemory => profile.node_ram_mib() <= SMALL_MEMORY_MIB,
            Self::SmallBoard => has(CpuArchitecture::Arm64) || has(CpuArchitecture::Armv7),
            Self::SlowDisk => {
                matches!(profile.storage_medium(), StorageMedium::Hdd | StorageMedium::FlashCard)
            }
            Self::SuddenCuts => profile.power() == Power::SuddenCuts,
            Self::CutOff => profile.works_cut_off(),
            Self::LongOutage => profile.wan_outage_budget_minutes() >= LONG_OUTAGE_MINUTES,
            Self::AirGap => {
                let own = [ImageSupply::SiteMirror, ImageSupply::Preloaded];
                own.contains(&profile.image_supply()) || isolated(profile)
            }
            Self::BehindNat => profile.network_reach() != NetworkReach::Inbound,
            Self::Unattended => {
                let few = [Hands::Nobody, Hands::ShopStaff];
                !profile.local_linux_admin() && few.contains(&profile.hands())
            }
            Self::Fleet => is_a_fleet(profile),
            Self::NoUpgrades => profile.upgrades_per_year() == 0,
            Self::VirtualMachines => profile.vms_needed(),
        }
    }
}

fn isolated(profile: &AssumedProfile) -> bool {
    profile.network_reach() == NetworkReach::Isolated
}

#[cfg(test)]
mod tests;
