//! Answers that cannot both be meant: each contradiction by name, with the fields and figures.
//!
//! Only what is impossible or meaningless as it stands. A demanding profile is no contradiction, and what a stack cannot
//! meet is a gate's business. A contradiction is looked for only between answers that were given.

use super::choices::{CentralCall, HostChange, ImageSupply, NetworkReach, Rings, Ssh, State};
use super::choices::{ControlPlane, FleetManager, Hands};
use super::field::{Answer, Field, Kind};
use super::site::{AssumedProfile, SiteProfile};
use crate::outcome::Warning;
use crate::reason::{Figure, Reason};

/// One contradiction: it is looked for when all its fields are answered, and their answers are the figures of its
/// sentence, in order.
struct Contradiction {
    id: &'static str,
    fields: &'static [Field],
    template: &'static str,
    holds: fn(&AssumedProfile) -> bool,
}

/// Minutes below which another machine has to be there already: nobody carries in and installs one within the hour.
const TAKEOVER: u32 = 60;

/// Returns every contradiction between the answers, in a fixed order.
#[must_use]
pub fn contradictions(profile: &SiteProfile) -> Vec<Warning> {
    found(profile).map(|rule| rule.warning(profile)).collect()
}

/// Returns the names of the contradictions alone, for searches that try many profiles.
pub(crate) fn contradiction_ids(profile: &SiteProfile) -> impl Iterator<Item = &'static str> {
    found(profile).map(|rule| rule.id)
}

fn found(profile: &SiteProfile) -> impl Iterator<Item = &'static Contradiction> {
    let assumed = profile.assume();
    ALL.iter().filter(move |rule| {
        rule.fields.iter().all(|field| profile.knows(*field)) && (rule.holds)(&assumed)
    })
}

impl Contradiction {
    fn warning(&self, profile: &SiteProfile) -> Warning {
        let figures = self
            .fields
            .iter()
            .filter_map(|field| Some(figure(*field, profile.answer(*field)?)))
            .collect();
        Warning {
            id: self.id,
            fields: self.fields.to_vec(),
            message: Reason::new(self.id, self.template, figures),
        }
    }
}

fn figure(field: Field, answer: Answer) -> Figure {
    match (field.kind(), answer) {
        (Kind::Whole { unit, .. }, Answer::Whole(number)) => Figure::Whole(u64::from(number), unit),
        _ => Figure::Answer(field, answer),
    }
}

const ALL: &[Contradiction] = &[
    Contradiction {
        id: "growth-below-sites",
        fields: &[Field::GrowthSites, Field::Sites],
        template: "the fleet is to grow to {0} but has {1} already",
        holds: |p| p.growth_sites() < p.sites(),
    },
    Contradiction {
        id: "two-nodes-critical-state",
        fields: &[Field::NodesPerSite, Field::State],
        template: "{0} hold no majority once one is lost, so {1} data asks for a third",
        holds: |p| p.nodes_per_site() == 2 && p.state() == State::LocalCritical,
    },
    Contradiction {
        id: "two-nodes-short-downtime",
        fields: &[Field::NodesPerSite, Field::MaxLocalDowntime],
        template: "one of {0} has to take over within {1}, but two hold no majority once one is lost",
        holds: |p| p.nodes_per_site() == 2 && p.max_local_downtime_minutes() < TAKEOVER,
    },
    Contradiction {
        id: "one-node-short-downtime",
        fields: &[Field::NodesPerSite, Field::MaxLocalDowntime],
        template: "a dead node may cost {1}, but at a site with a single node nothing is there to take over",
        holds: |p| p.nodes_per_site() == 1 && p.max_local_downtime_minutes() < TAKEOVER,
    },
    Contradiction {
        id: "independence-of-one-node",
        fields: &[Field::NodesPerSite, Field::IndependentPower],
        template: "nodes are said to have separate power and disks, but a site has a single node",
        holds: |p| p.nodes_per_site() == 1 && p.independent_power(),
    },
    Contradiction {
        id: "more-models-than-machines",
        fields: &[Field::HardwareClasses, Field::Sites, Field::NodesPerSite],
        template: "{0} of machine need as many machines at least, and {1} with {2} each have fewer",
        holds: |p| {
            u64::from(p.hardware_classes()) > u64::from(p.sites()) * u64::from(p.nodes_per_site())
        },
    },
    Contradiction {
        id: "fewer-models-than-architectures",
        fields: &[Field::HardwareClasses, Field::CpuArchitectures],
        template: "a machine model has one processor architecture, so {1} cannot come from {0}",
        holds: |p| p.hardware_classes() < p.cpu_architectures().len(),
    },
    Contradiction {
        id: "workload-above-node-memory",
        fields: &[Field::WorkloadRamMib, Field::NodeRamMib],
        template: "the workload takes {0} of a node that has {1}",
        holds: |p| p.workload_ram_mib() > p.node_ram_mib(),
    },
    Contradiction {
        id: "reachable-without-bandwidth",
        fields: &[Field::WanBandwidth, Field::NetworkReach],
        template: "the link carries {0}, yet the network reach is {1}",
        holds: |p| p.wan_bandwidth_mbps() == 0 && p.network_reach() != NetworkReach::Isolated,
    },
    Contradiction {
        id: "isolated-central-registry",
        fields: &[Field::NetworkReach, Field::ImageSupply],
        template: "a site that is {0} cannot pull from {1}",
        holds: |p| isolated(p) && p.image_supply() == ImageSupply::CentralRegistry,
    },
    Contradiction {
        id: "isolated-pull-through-cache",
        fields: &[Field::NetworkReach, Field::ImageSupply],
        template: "{1} fetches from the centre what it does not hold, and a site that is {0} cannot",
        holds: |p| isolated(p) && p.image_supply() == ImageSupply::PullThroughCache,
    },
    Contradiction {
        id: "isolated-shared-centre",
        fields: &[Field::NetworkReach, Field::ControlPlane],
        template: "nodes of a site that is {0} cannot reach a control plane {1}",
        holds: |p| isolated(p) && p.control_plane() == ControlPlane::SharedCentre,
    },
    Contradiction {
        id: "isolated-central-calls",
        fields: &[Field::NetworkReach, Field::CentralCalls],
        template: "a site that is {0} cannot start workloads that call the centre for {1}",
        holds: |p| isolated(p) && !p.central_calls().is_empty(),
    },
    Contradiction {
        id: "isolated-cloud-sync",
        fields: &[Field::NetworkReach, Field::DeviceSync],
        template: "a site that is {0} has no cloud to synchronise with",
        holds: |p| isolated(p) && p.device_sync(),
    },
    Contradiction {
        id: "isolated-no-local-operation",
        fields: &[Field::NetworkReach, Field::LocalOperation],
        template: "a site that is {0} always works without the centre, yet local operation is not needed",
        holds: |p| isolated(p) && !p.local_operation(),
    },
    Contradiction {
        id: "local-supply-central-registry-call",
        fields: &[Field::ImageSupply, Field::CentralCalls],
        template: "images come by {0}, yet a workload start calls the centre for {1}",
        holds: |p| {
            matches!(p.image_supply(), ImageSupply::SiteMirror | ImageSupply::Preloaded)
                && p.central_calls().has(CentralCall::Registry)
        },
    },
    Contradiction {
        id: "local-operation-no-outage",
        fields: &[Field::LocalOperation, Field::WanOutageBudget],
        template: "work has to go on while the link is lost, yet no loss longer than {1} is to be ridden out",
        holds: |p| p.local_operation() && p.wan_outage_budget_minutes() == 0,
    },
    Contradiction {
        id: "nobody-yet-linux-admin",
        fields: &[Field::Hands, Field::LocalLinuxAdmin],
        template: "{0} is at the site, yet somebody there can run Linux",
        holds: |p| p.hands() == Hands::Nobody && p.local_linux_admin(),
    },
    Contradiction {
        id: "no-team-own-fleet-manager",
        fields: &[Field::PlatformTeam, Field::FleetManager],
        template: "a fleet manager of one's own needs somebody to run it, and the platform team is {0}",
        holds: |p| p.platform_team() == 0 && p.fleet_manager() == FleetManager::Own,
    },
    Contradiction {
        id: "ssh-banned-host-free",
        fields: &[Field::Ssh, Field::HostChange],
        template: "SSH is {0}, yet hosts may change {1}: nobody could make the change",
        holds: |p| p.ssh() == Ssh::Banned && p.host_change() == HostChange::Free,
    },
    Contradiction {
        id: "rings-without-upgrades",
        fields: &[Field::UpgradesPerYear, Field::Rings],
        template: "upgrades are staged {1}, yet there are {0}",
        holds: |p| p.upgrades_per_year() == 0 && p.rings() != Rings::None,
    },
];

fn isolated(profile: &AssumedProfile) -> bool {
    profile.network_reach() == NetworkReach::Isolated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::testing::profile_of;

    fn check(typed: &[(&str, &str)], expected: &[&str]) {
        let found: Vec<_> =
            contradictions(&profile_of(typed)).iter().map(|warning| warning.id).collect();
        assert_eq!(found, expected, "{typed:?}");
    }

    /// Id of a contradiction, answers that have it, and one change that mends it.
    type Case =
        (&'static str, &'static [(&'static str, &'static str)], (&'static str, &'static str));

    const CASES: &[Case] = &[
        ("growth-below-sites", &[("growth_sites", "10"), ("sites", "11")], ("sites", "10")),
        (
            "two-nodes-critical-state",
            &[("nodes_per_site", "2"), ("state", "local-critical")],
            ("nodes_per_site", "3"),
        ),
        (
            "two-nodes-short-downtime",
            &[("nodes_per_site", "2"), ("max_local_downtime_minutes", "59")],
            ("max_local_downtime_minutes", "60"),
        ),
        (
            "one-node-short-downtime",
            &[("nodes_per_site", "1"), ("max_local_downtime_minutes", "59")],
            ("max_local_downtime_minutes", "1 h"),
        ),
        (
            "independence-of-one-node",
            &[("nodes_per_site", "1"), ("independent_power", "yes")],
            ("nodes_per_site", "2"),
        ),
        (
            "more-models-than-machines",
            &[("hardware_classes", "7"), ("sites", "3"), ("nodes_per_site", "2")],
            ("hardware_classes", "6"),
        ),
        (
            "fewer-models-than-architectures",
            &[("hardware_classes", "1"), ("cpu_architectures", "x86_64, arm64")],
            ("cpu_architectures", "arm64"),
        ),
        (
            "workload-above-node-memory",
            &[("workload_ram_mib", "2049"), ("node_ram_mib", "2048")],
            ("workload_ram_mib", "2048"),
        ),
        (
            "reachable-without-bandwidth",
            &[("wan_bandwidth_mbps", "0"), ("network_reach", "inbound")],
            ("wan_bandwidth_mbps", "1"),
        ),
        (
            "isolated-central-registry",
            &[("network_reach", "isolated"), ("image_supply", "central-registry")],
            ("image_supply", "site-mirror"),
        ),
        (
            "isolated-pull-through-cache",
            &[("network_reach", "isolated"), ("image_supply", "pull-through-cache")],
            ("image_supply", "preloaded"),
        ),
        (
            "isolated-shared-centre",
            &[("network_reach", "isolated"), ("control_plane", "shared-centre")],
            ("control_plane", "either"),
        ),
        (
            "isolated-central-calls",
            &[("network_reach", "isolated"), ("central_calls", "git")],
            ("central_calls", "none"),
        ),
        (
            "isolated-cloud-sync",
            &[("network_reach", "isolated"), ("device_sync", "yes")],
            ("device_sync", "no"),
        ),
        (
            "isolated-no-local-operation",
            &[("network_reach", "isolated"), ("local_operation", "no")],
            ("local_operation", "yes"),
        ),
        (
            "local-supply-central-registry-call",
            &[("image_supply", "preloaded"), ("central_calls", "registry")],
            ("central_calls", "git"),
        ),
        (
            "local-operation-no-outage",
            &[("local_operation", "yes"), ("wan_outage_budget_minutes", "0")],
            ("wan_outage_budget_minutes", "1"),
        ),
        (
            "nobody-yet-linux-admin",
            &[("hands", "nobody"), ("local_linux_admin", "yes")],
            ("hands", "technician"),
        ),
        (
            "no-team-own-fleet-manager",
            &[("platform_team", "0"), ("fleet_manager", "own")],
            ("platform_team", "1"),
        ),
        (
            "ssh-banned-host-free",
            &[("ssh", "banned"), ("host_change", "free")],
            ("ssh", "break-glass"),
        ),
        (
            "rings-without-upgrades",
            &[("upgrades_per_year", "0"), ("rings", "manual")],
            ("rings", "none"),
        ),
    ];

    #[test]
    fn each_contradiction_is_found_alone_and_one_change_mends_it() {
        for (id, typed, mend) in CASES {
            check(typed, &[id]);
            let mut mended = typed.to_vec();
            mended.retain(|(field, _)| field != &mend.0);
            mended.push(*mend);
            check(&mended, &[]);
        }
    }

    #[test]
    fn every_contradiction_has_a_case() {
        let tested: Vec<_> = CASES.iter().map(|case| case.0).collect();
        let known: Vec<_> = ALL.iter().map(|rule| rule.id).collect();
        assert_eq!(known, tested);
    }

    #[test]
    fn an_unknown_answer_contradicts_nothing() {
        for (_, typed, _) in CASES {
            for left_out in 0..typed.len() {
                let mut partly = typed.to_vec();
                partly.remove(left_out);
                check(&partly, &[]);
            }
        }
    }

    #[test]
    fn the_assumptions_do_not_contradict_each_other() {
        let mut profile = SiteProfile::default();
        for field in Field::ALL.iter().filter(|field| **field != Field::GrowthSites) {
            assert!(profile.set(*field, Some(field.assumption())), "{}", field.id());
        }
        assert_eq!(contradictions(&profile), []);
    }

    #[test]
    fn sentences_are_filled_from_the_answers() {
        let mut profile = SiteProfile::default();
        profile.set(Field::WorkloadRamMib, Some(Answer::Whole(9000)));
        profile.set(Field::NodeRamMib, Some(Answer::Whole(4096)));
        let warnings = contradictions(&profile);
        assert_eq!(
            warnings[0].message.english(),
            "the workload takes 9,000 MiB of a node that has 4,096 MiB"
        );
        for rule in ALL {
            assert!(!rule.template.contains(&format!("{{{}}}", rule.fields.len())), "{}", rule.id);
        }
    }
}
