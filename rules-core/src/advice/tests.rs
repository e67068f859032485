use proptest::prelude::*;

use super::*;
use crate::profile::Answer;
use crate::profile::testing::{any_field_and_answer, any_profile, profile_of};

fn advice(job: Job, stack: &str, typed: &[(&str, &str)]) -> Vec<Entry> {
    let stack = &stacks::candidate(stack).expect("the stack exists").stack;
    let all = companions(&profile_of(typed), stack);
    all.into_iter().find(|advice| advice.job == job).expect("every job has advice").entries
}

fn entry(job: Job, name: &str, stack: &str, typed: &[(&str, &str)]) -> Entry {
    let entries = advice(job, stack, typed);
    let names: Vec<_> = entries.iter().map(|entry| entry.name).collect();
    let at = names.iter().position(|own| own == &name);
    entries[at.unwrap_or_else(|| panic!("{name} is not among {names:?}"))].clone()
}

fn check(job: Job, name: &str, stack: &str, typed: &[(&str, &str)], stance: Stance, says: &str) {
    let entry = entry(job, name, stack, typed);
    let reason = entry.reason.english();
    assert_eq!(entry.stance, stance, "{name} on {stack}: {reason}");
    assert!(reason.contains(says), "{name} on {stack}: {reason}");
}

#[test]
fn every_job_has_advice_for_every_stack() {
    for stack in stacks::all() {
        let all = companions(&profile_of(&[]), stack);
        assert_eq!(all.len(), ALL.len());
        for advice in all {
            assert!(!advice.entries.is_empty(), "{:?} on {}", advice.job, stack.id);
        }
    }
}

#[test]
fn every_companion_of_the_catalog_is_advised_on() {
    let site = profile_of(&[("nodes_per_site", "3"), ("state", "local-critical")]);
    let spoken_of = |companion: &Companion| {
        stacks::all().iter().flat_map(|stack| companions(&site, stack)).any(|advice| {
            let own = |entry: &Entry| entry.companion.is_some_and(|one| one.id == companion.id);
            advice.job == companion.job && advice.entries.iter().any(own)
        })
    };
    for companion in catalog::companions() {
        assert!(spoken_of(companion), "{}", companion.id);
    }
}

#[test]
fn flannel_costs_what_its_manifest_asks_for_and_policies_are_a_matter_of_their_own() {
    let own = entry(Job::PodNetwork, "Flannel", "talos+talos/b", &[]);
    let cost = own.cost(&profile_of(&[]).assume()).expect("a companion has a cost");
    assert_eq!((cost.ram_mib.value, cost.cpu_millicores.value), (Some(50), Some(100)));
    let job = Job::PodNetwork;
    let name = "Enforcement of network policies";
    check(job, name, "talos+talos/b", &[], Stance::Take, "enforces no policy");
    assert!(advice(job, "linux+k3s/b", &[]).iter().all(|entry| entry.name != name));
}

#[test]
fn what_is_bundled_is_kept_and_what_is_missing_is_brought() {
    let job = Job::PodNetwork;
    check(job, "Flannel (VXLAN)", "linux+k3s/b", &[], Stance::Keep, "comes with k3s");
    let standard = advice(job, "ubuntu+kubernetes/b", &[]);
    assert_eq!(standard[0].stance, Stance::Take, "{}", standard[0].reason.english());
    let unknown = advice(Job::LoadBalancer, "talos+talos/b", &[]);
    assert!(
        unknown[0].reason.english().starts_with("whether Kubernetes on Talos"),
        "{}",
        unknown[0].reason.english()
    );
}

#[test]
fn what_no_fact_says_is_not_claimed() {
    let entries = advice(Job::PodNetwork, "rhel+sno/a", &[]);
    let reason = entries[0].reason.english();
    assert!(reason.contains("nothing that was read says so"), "{reason}");
    assert!(entries[0].facts.is_empty());
}

#[test]
fn cilium_is_left_where_its_api_is_far_or_its_processor_is_foreign() {
    let job = Job::PodNetwork;
    let obliged = [("compliance", "fips")];
    check(
        job,
        "Cilium",
        "linux+k3s/b",
        &obliged,
        Stance::Consider,
        "no figure for its memory was read",
    );
    check(job, "Cilium", "kairos+kubernetes+kubeedge/c", &obliged, Stance::Leave, "out of reach");
    check(Job::Observability, "Hubble", "linux+k3s/b", &obliged, Stance::Consider, "Cilium");
    check(Job::Observability, "Hubble", "linux+k3s/b", &[], Stance::Leave, "Cilium");
    let armv7 = [("compliance", "fips"), ("cpu_architectures", "armv7")];
    check(job, "Cilium", "linux+k3s/b", &armv7, Stance::Leave, "not known to run on armv7");
}

#[test]
fn a_single_node_needs_no_moving_address() {
    let job = Job::LoadBalancer;
    check(
        job,
        "MetalLB",
        "talos+talos/a",
        &[("nodes_per_site", "1")],
        Stance::Leave,
        "single node",
    );
    check(job, "MetalLB", "talos+talos/b", &[("nodes_per_site", "3")], Stance::Take, "3 nodes");
    check(
        job,
        "MetalLB",
        "linux+k3s/b",
        &[("nodes_per_site", "3")],
        Stance::Consider,
        "the bundled one",
    );
}

#[test]
fn longhorn_wants_three_nodes_of_some_size_and_power_that_is_independent() {
    let critical = |more: &[(&'static str, &'static str)]| {
        let base = [("state", "local-critical"), ("node_ram_mib", "8192"), ("node_cpu_cores", "4")];
        [&base[..], more].concat()
    };
    let job = Job::Storage;
    let three = critical(&[("nodes_per_site", "3"), ("independent_power", "yes")]);
    check(job, "Longhorn", "kairos+k3s/b", &three, Stance::Take, "3 nodes");
    let shared = critical(&[("nodes_per_site", "3"), ("independent_power", "no")]);
    check(job, "Longhorn", "kairos+k3s/b", &shared, Stance::Consider, "one copy");
    let one = critical(&[("nodes_per_site", "1")]);
    let says = "wants 3 nodes with 4,096 MiB and 4 cores each, and a site has 1 node with 8,192 MiB and 4 cores";
    check(job, "Longhorn", "kairos+k3s/a", &one, Stance::Leave, says);
    check(job, "Longhorn", "kairos+k3s/b", &[("state", "rebuildable")], Stance::Leave, "no data");
}

#[test]
fn a_registry_of_four_gibibytes_does_not_go_on_a_small_node() {
    let job = Job::Registry;
    let small = [("node_ram_mib", "4096"), ("image_supply", "site-mirror")];
    check(job, "Harbor", "kairos+k3s/a", &small, Stance::Leave, "begins at 4,096 MiB");
    let large = [("node_ram_mib", "32768"), ("image_supply", "site-mirror")];
    check(job, "Harbor", "kairos+k3s/a", &large, Stance::Consider, "mirror at the site");
    let air_gap = [("image_supply", "preloaded")];
    check(job, "Harbor", "kairos+k3s/a", &air_gap, Stance::Leave, "come with the nodes");
    check(
        job,
        "Images laid on the nodes",
        "kairos+k3s/a",
        &air_gap,
        Stance::Keep,
        "which is the plan",
    );
}

#[test]
fn nodes_hand_images_to_each_other_only_where_there_are_several() {
    let three = [("nodes_per_site", "3")];
    check(
        Job::Registry,
        "Spegel",
        "linux+k3s/b",
        &three,
        Stance::Take,
        "switch on the embedded registry mirror",
    );
    check(
        Job::Registry,
        "Spegel",
        "ubuntu+kubernetes/b",
        &three,
        Stance::Consider,
        "does not bring",
    );
    let single = advice(Job::Registry, "linux+k3s/a", &[("nodes_per_site", "1")]);
    assert!(single.iter().all(|entry| entry.name != "Spegel"));
}

#[test]
fn pixie_takes_a_quarter_of_a_node_at_most_and_a_way_to_its_cloud() {
    let job = Job::Observability;
    let of = |ram| {
        [("node_ram_mib", ram), ("cpu_architectures", "x86_64"), ("network_reach", "outbound-only")]
    };
    check(job, "Pixie", "talos+talos/b", &of("4095"), Stance::Leave, "1,024 MiB of each node");
    check(
        job,
        "Pixie",
        "talos+talos/b",
        &of("4096"),
        Stance::Consider,
        "1,024 MiB of the 4,096 MiB",
    );
    let isolated = [("node_ram_mib", "65536"), ("network_reach", "isolated")];
    check(job, "Pixie", "talos+talos/b", &isolated, Stance::Leave, "isolated");
}

#[test]
fn kubearmor_on_talos_is_for_x86() {
    let job = Job::RuntimeSecurity;
    let arm = [("compliance", "cis"), ("cpu_architectures", "x86_64, arm64")];
    check(job, "KubeArmor", "talos+talos/b", &arm, Stance::Leave, "arm64");
    check(job, "KubeArmor", "linux+k3s/b", &arm, Stance::Consider, "BPF LSM");
    check(job, "KubeArmor", "linux+k3s/b", &[], Stance::Leave, "no obligation");
}

#[test]
fn a_fleet_tool_is_advised_where_there_is_a_fleet_and_none_yet() {
    let job = Job::FleetTooling;
    let fleet = [("sites", "3400"), ("fleet_manager", "none")];
    check(job, "Omni", "talos+talos/b", &fleet, Stance::Consider, "3,400 sites");
    check(job, "Omni", "talos+talos/b", &[("sites", "3")], Stance::Leave, "3 sites");
    check(job, "Rancher Fleet", "kairos+k3s/b", &fleet, Stance::Consider, "driven from Git");
    let bought = [("fleet_manager", "bought")];
    check(job, "The fleet manager in use", "kairos+k3s/b", &bought, Stance::Keep, "bought");
}

#[test]
fn a_cost_is_a_share_of_the_node_and_unknown_where_no_fact_gives_it() {
    let site = profile_of(&[("node_ram_mib", "8192"), ("nodes_per_site", "3")]);
    let stack = &stacks::candidate("linux+k3s/b").expect("it is vouched for").stack;
    let all: Vec<_> =
        companions(&site, stack).into_iter().flat_map(|advice| advice.entries).collect();
    let cost = |name| {
        let entry = all.iter().find(|entry| entry.name == name).expect("it is advised on");
        entry.cost(&site.assume())
    };
    let pixie = cost("Pixie").expect("a companion has a cost");
    assert_eq!((pixie.ram_mib.value, pixie.ram_share), (Some(1_024), Some(13)));
    let tetragon = cost("Tetragon").expect("a companion has a cost");
    assert_eq!((tetragon.ram_mib.value, tetragon.ram_share), (None, None));
    assert!(!tetragon.ram_mib.why.is_empty());
    let harbor = cost("Harbor").expect("a companion has a cost");
    assert_eq!(
        (harbor.ram_mib.value, harbor.ram_share),
        (Some(4_096), None),
        "a machine of its own"
    );
    assert!(cost("Upgrades in rings").is_none());
}

proptest! {
    #[test]
    fn every_sentence_is_whole(profile in any_profile(), at in 0..stacks::all().len()) {
        for advice in companions(&profile, &stacks::all()[at]) {
            for entry in advice.entries {
                let sentence = entry.reason.english();
                prop_assert!(!entry.name.is_empty() && !sentence.contains('{'), "{}", sentence);
                prop_assert!(!sentence.contains("()") && !sentence.ends_with(": "), "{}", sentence);
            }
        }
    }

    /// A field that a job does not name changes nothing of its advice.
    #[test]
    fn a_job_names_every_field_that_it_reads(
        (field, answer) in any_field_and_answer(),
        profile in any_profile(),
        at in 0..stacks::all().len(),
    ) {
        let candidate = &stacks::candidates()[at];
        let before = profile.assume();
        let after = before.with(field, answer);
        for rule in ALL.iter().filter(|rule| !rule.reads.contains(&field)) {
            let said = |profile: &AssumedProfile| {
                let entries = (rule.advise)(profile, candidate);
                entries.into_iter().map(|one| (one.name, one.stance, one.reason)).collect::<Vec<_>>()
            };
            prop_assert_eq!(said(&before), said(&after), "{:?} reads {}", rule.job, field.id());
        }
    }
}

#[test]
fn an_answer_in_place_of_an_assumption_is_no_longer_named() {
    let stack = &stacks::candidate("talos+talos/b").expect("it is vouched for").stack;
    let assumed = |profile: &SiteProfile| {
        let all = companions(profile, stack);
        all.into_iter().find(|one| one.job == Job::LoadBalancer).expect("a job").assumed
    };
    let mut site = SiteProfile::default();
    assert_eq!(assumed(&site), [Field::NodesPerSite]);
    assert!(site.set(Field::NodesPerSite, Some(Answer::Whole(3))));
    assert_eq!(assumed(&site), []);
}
