//! No option is there for show: each can come first, and each can be ruled out for a reason with a name.

mod support;

use rules_core::outcome::Verdict;
use rules_core::profile::{Answer, Field, SiteProfile};
use support::{Answered, folder, scenario};

/// A scenario in which a stack that speaks for the option leads alone or among equals, and is named first.
const FIRST: [(&str, &str); 11] = [
    ("k3s", "first-k3s"),
    ("k0s", "first-k0s"),
    ("microk8s", "first-microk8s"),
    ("talos", "no-ssh-replace-nodes"),
    ("kairos", "first-kairos"),
    ("kubeedge", "device-gateway"),
    ("openyurt", "first-openyurt"),
    ("rke2", "first-rke2"),
    ("kubernetes", "first-kubernetes"),
    ("openshift", "first-openshift"),
    ("managed", "cloud-region"),
];

#[test]
fn every_option_leads_somewhere() {
    for (option, name) in FIRST {
        let answered = Answered::to(name);
        assert!(
            answered.first().stack.products.contains(&option),
            "{option} in {name}:\n{answered}"
        );
    }
}

/// An answer that rules the option out, and the gate that does it.
const OUT: [(&str, &str, (Field, Answer), &str); 11] = [
    ("k3s", "first-k3s", (Field::NodeRamMib, Answer::Whole(1_024)), "memory-floor"),
    ("k0s", "first-k0s", (Field::NodeRamMib, Answer::Whole(512)), "memory-floor"),
    ("microk8s", "first-microk8s", (Field::NodeRamMib, Answer::Whole(2_048)), "memory-floor"),
    ("talos", "no-ssh-replace-nodes", (Field::SpecialDrivers, Answer::Choice(2)), "host-drivers"),
    ("kairos", "first-kairos", (Field::CpuArchitectures, Answer::Set(4)), "architecture"),
    ("kubeedge", "device-gateway", (Field::NetworkReach, Answer::Choice(2)), "central-reach"),
    (
        "openyurt",
        "first-openyurt",
        (Field::KubernetesUntouched, Answer::YesNo(true)),
        "untouched-kubernetes",
    ),
    ("rke2", "first-rke2", (Field::NodeRamMib, Answer::Whole(4_096)), "memory-floor"),
    ("kubernetes", "first-kubernetes", (Field::DeviceSync, Answer::YesNo(true)), "device-sync"),
    ("openshift", "first-openshift", (Field::NodeRamMib, Answer::Whole(1_024)), "memory-floor"),
    ("managed", "cloud-region", (Field::NetworkReach, Answer::Choice(2)), "central-reach"),
];

#[test]
fn every_option_can_be_ruled_out_by_name() {
    for (option, name, (field, answer), gate) in OUT {
        let mut profile = scenario(name);
        assert!(profile.set(field, Some(answer)), "{option}");
        let answered = Answered::of(&profile);
        let best = answered.best(option);
        assert_eq!(best.verdict, Verdict::Fail, "{option}: {answered}");
        let reason = best
            .gates
            .iter()
            .find(|result| result.gate == gate && result.verdict == Verdict::Fail)
            .unwrap_or_else(|| panic!("{option}: {gate} does not fail\n{answered}"));
        assert!(!reason.reason.english().is_empty());
    }
}

#[test]
fn every_scenario_says_enough_to_be_answered() {
    let mut names: Vec<_> = std::fs::read_dir(folder())
        .expect("the folder of scenarios")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort_unstable();
    assert!(names.len() >= FIRST.len());
    for name in names {
        let answered = Answered::to(&name);
        assert!(answered.decision.needed.is_empty(), "{name}: {:?}", answered.decision.needed);
        let listed = answered.decision.shortlist.len();
        assert!((2..=3).contains(&listed), "{name}: {answered}");
    }
}

#[test]
fn a_thin_profile_names_no_winner() {
    let thin = [
        (Field::Tier, Answer::Choice(1)),
        (Field::Sites, Answer::Whole(120)),
        (Field::NodesPerSite, Answer::Whole(1)),
        (Field::CpuArchitectures, Answer::Set(1)),
        (Field::LocalOperation, Answer::YesNo(true)),
    ];
    let mut profile = SiteProfile::default();
    for (field, answer) in thin {
        assert!(profile.set(field, Some(answer)));
    }
    let answered = Answered::of(&profile);
    assert!(answered.decision.shortlist.is_empty(), "{answered}");
    assert!(answered.decision.needed.contains(&Field::DeviceSync));
}
