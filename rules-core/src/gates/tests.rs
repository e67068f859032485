//! Claims about the gates as a whole, the public oracles among them.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::catalog::catalog;
use crate::outcome::GateResult;
use crate::profile::testing::any_profile;
use crate::profile::{
    Answer, Compliance, ControlPlane, HostChange, ImageSupply, NetworkReach, OsStandard,
    SpecialDrivers, Ssh, StorageMedium, Tier,
};

/// A profile in which a few fields are answered and nothing else is known.
fn profile(answers: &[(Field, Answer)]) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for (field, answer) in answers {
        assert!(profile.set(*field, Some(*answer)), "{} takes {answer:?}", field.id());
    }
    profile
}

/// A profile in which every field has its assumption, except a few.
fn complete(answers: &[(Field, Answer)]) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for field in Field::ALL {
        profile.set(*field, Some(field.assumption()));
    }
    profile.set(Field::GrowthSites, Some(Answer::Whole(100)));
    for (field, answer) in answers {
        assert!(profile.set(*field, Some(*answer)), "{} takes {answer:?}", field.id());
    }
    profile
}

fn judge(gate: &str, stack: &str, profile: &SiteProfile) -> GateResult {
    let candidate = stacks::candidate(stack).expect("the stack exists");
    Gate::by_id(gate).expect("the gate exists").judge(profile, &profile.assume(), candidate)
}

fn check(gate: &str, stack: &str, answers: &[(Field, Answer)], expected: Verdict) {
    let result = judge(gate, stack, &complete(answers));
    assert_eq!(result.verdict, expected, "{gate} on {stack}: {}", result.reason.english());
}

fn whole(number: u32) -> Answer {
    Answer::Whole(number)
}

const YES: Answer = Answer::YesNo(true);
const NO: Answer = Answer::YesNo(false);

fn pick(choice: u8) -> Answer {
    Answer::Choice(choice)
}

#[test]
fn every_gate_file_is_registered() {
    let shared = ["finding", "looks", "obligation", "place", "possible", "tests"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gates");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder is part of the crate")
        .filter_map(|entry| entry.expect("it can be read").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(|stem| stem.replace('_', "-")))
        .filter(|stem| !shared.contains(&stem.as_str()))
        .collect();
    let registered: BTreeSet<String> = ALL.iter().map(|gate| gate.id.to_owned()).collect();
    assert_eq!(files, registered);
    assert_eq!(registered.len(), ALL.len());
}

#[test]
fn every_sentence_has_a_key_of_its_own() {
    let mut templates = std::collections::BTreeMap::new();
    for (profile, candidate) in samples() {
        for gate in ALL {
            let finding = (gate.check)(&profile, candidate);
            for sentence in [Some(finding.reason), finding.action].into_iter().flatten() {
                let reason: crate::reason::Reason = sentence.into();
                let known = templates.entry(reason.key).or_insert(reason.template);
                let is_shared_action = reason.key == "image-supply-closer";
                assert!(*known == reason.template || is_shared_action, "{}", reason.key);
                assert!(!reason.english().contains('{'), "{}", reason.english());
            }
        }
    }
    assert!(templates.len() > 60, "{}", templates.len());
}

#[test]
fn every_cited_fact_is_embedded() {
    for (profile, candidate) in samples() {
        for gate in ALL {
            for id in (gate.check)(&profile, candidate).facts() {
                assert!(catalog().fact(id).is_some(), "{} cites {id}", gate.id);
            }
        }
    }
}

/// Each value of each field alone, over every stack.
fn samples() -> impl Iterator<Item = (AssumedProfile, &'static Candidate)> {
    let base = SiteProfile::default().assume();
    let profiles = Field::ALL.iter().flat_map(move |field| {
        possible::values(*field).iter().map(move |value| base.with(*field, *value))
    });
    profiles.flat_map(|profile| stacks::candidates().iter().map(move |one| (profile, one)))
}

#[test]
fn a_gate_reads_only_what_it_says() {
    for candidate in stacks::candidates() {
        for gate in ALL {
            for field in Field::ALL.iter().filter(|field| !gate.reads.contains(field)) {
                let base = SiteProfile::default().assume();
                let verdicts: BTreeSet<_> = possible::values(*field)
                    .iter()
                    .map(|value| gate.verdict(&base.with(*field, *value), candidate))
                    .collect();
                assert!(verdicts.len() == 1, "{} reads {}", gate.id, field.id());
            }
        }
    }
}

#[test]
fn stacks_that_are_answered_together_are_alike() {
    let everything: Vec<_> = Field::ALL
        .iter()
        .flat_map(|field| possible::values(*field).iter().map(|value| (*field, *value)))
        .collect();
    for (field, value) in everything {
        let profile = complete(&[]);
        let assumed = profile.assume().with(field, value);
        for (gate, classes) in ALL.iter().zip(looks::classes()) {
            for (candidate, class) in stacks::candidates().iter().zip(&classes.of) {
                let first = &stacks::candidates()[classes.first[*class]];
                let own = gate.judge(&profile, &assumed, candidate);
                assert_eq!(own, gate.judge(&profile, &assumed, first), "{}", candidate.stack.id);
            }
        }
    }
}

#[test]
fn all_together_are_screened_as_each_alone() {
    for profile in [profile(&[]), complete(&[])] {
        let assumed = profile.assume();
        let worst = worst_of_all(&assumed);
        let screened = screen_all(&profile, &assumed);
        for (at, candidate) in stacks::candidates().iter().enumerate() {
            assert_eq!(screened[at], screen_candidate(&profile, &assumed, candidate));
            let own = ALL.iter().map(|gate| gate.verdict(&assumed, candidate)).max();
            assert_eq!(Some(worst[at]), own);
        }
    }
}

// memory, cores, disk

#[test]
fn memory_is_worked_out_in_the_reason() {
    let answers = [(Field::NodeRamMib, whole(2048)), (Field::WorkloadRamMib, whole(600))];
    let result = judge("memory-floor", "ubuntu+k3s/a", &complete(&answers));
    assert_eq!(result.verdict, Verdict::Fail);
    assert_eq!(
        result.reason.english(),
        "needs 2,048 MiB for the server + 600 MiB workload + 256 MiB reserve = 2,904 MiB; a node has only 2,048 MiB"
    );
    assert!(result.facts.contains(&"k3s.server.min-ram"));
}

#[test]
fn microk8s_is_reckoned_with_the_advised_figure() {
    let small = [(Field::NodeRamMib, whole(3072))];
    check("memory-floor", "ubuntu+microk8s/a", &small, Verdict::Fail);
    check("memory-floor", "ubuntu+k3s/a", &small, Verdict::Pass);
    let result = judge("memory-floor", "ubuntu+microk8s/a", &complete(&small));
    assert!(result.facts.contains(&"microk8s.min-ram"), "{:?}", result.facts);
    assert!(result.facts.contains(&"microk8s.recommended-ram"));
}

#[test]
fn rke2_between_stated_and_measured_is_conditional() {
    check(
        "memory-floor",
        "ubuntu+rke2/a",
        &[(Field::NodeRamMib, whole(5120))],
        Verdict::Conditional,
    );
    check("memory-floor", "ubuntu+rke2/a", &[(Field::NodeRamMib, whole(8192))], Verdict::Pass);
    check("memory-floor", "ubuntu+rke2/a", &[(Field::NodeRamMib, whole(4096))], Verdict::Fail);
}

#[test]
fn an_edge_node_needs_no_server() {
    let gateway = [(Field::NodeRamMib, whole(1024)), (Field::NodeCpuCores, whole(1))];
    check("memory-floor", "ubuntu+kubernetes+kubeedge/c", &gateway, Verdict::Pass);
    check("memory-floor", "ubuntu+kubernetes/a", &gateway, Verdict::Fail);
    check("cpu-floor", "ubuntu+kubernetes+kubeedge/c", &gateway, Verdict::Pass);
}

#[test]
fn missing_disk_figure_is_unknown_only_where_it_matters() {
    check("disk-floor", "ubuntu+k3s/a", &[(Field::NodeDiskGib, whole(128))], Verdict::Pass);
    check("disk-floor", "ubuntu+k3s/a", &[(Field::NodeDiskGib, whole(8))], Verdict::Unknown);
    check("disk-floor", "ubuntu+k0s/a", &[(Field::NodeDiskGib, whole(8))], Verdict::Pass);
}

#[test]
fn single_node_openshift_with_four_cores_needs_a_new_release() {
    let answers = [(Field::NodeCpuCores, whole(4))];
    check("cpu-floor", "rhel+sno/a", &answers, Verdict::Conditional);
}

// quorum, datastore, disk medium, addresses

#[test]
fn two_nodes_are_no_quorum() {
    let two = [(Field::NodesPerSite, whole(2)), (Field::IndependentPower, YES)];
    check("node-loss", "ubuntu+k3s/b", &two, Verdict::Fail);
    check("node-loss", "ubuntu+k3s/a", &two, Verdict::Pass);
    let three = [(Field::NodesPerSite, whole(3)), (Field::IndependentPower, YES)];
    check("node-loss", "ubuntu+k3s/b", &three, Verdict::Pass);
    check("node-loss", "ubuntu+k3s/b", &[(Field::NodesPerSite, whole(3))], Verdict::Conditional);
}

#[test]
fn several_k3s_servers_never_stand_on_sqlite() {
    let result = judge("datastore", "ubuntu+k3s/b", &complete(&[]));
    assert_eq!(
        result.reason.english(),
        "several servers keep their state in etcd, never in SQLite"
    );
    assert!(result.facts.contains(&"k3s.datastore.sqlite-single-server"));
}

#[test]
fn memory_card_rules_out_etcd_and_not_sqlite() {
    let card = [(Field::StorageMedium, pick(StorageMedium::FlashCard as u8))];
    check("storage-medium", "ubuntu+k3s/b", &card, Verdict::Fail);
    check("storage-medium", "talos+talos/a", &card, Verdict::Fail);
    check("storage-medium", "ubuntu+k3s/a", &card, Verdict::Conditional);
}

#[test]
fn changing_addresses_break_a_quorum_and_not_a_single_sqlite_server() {
    let dynamic = [(Field::Addressing, pick(2))];
    check("addresses", "ubuntu+k3s/b", &dynamic, Verdict::Fail);
    check("addresses", "ubuntu+k3s/a", &dynamic, Verdict::Pass);
    check("addresses", "talos+talos/a", &dynamic, Verdict::Unknown);
}

// hosts and policies

#[test]
fn banned_ssh_makes_mutable_hosts_conditional_at_best() {
    for change in [HostChange::ConfigManaged, HostChange::PlannedImageOnly] {
        let answers =
            [(Field::Ssh, pick(Ssh::Banned as u8)), (Field::HostChange, pick(change as u8))];
        check("host-change", "ubuntu+k3s/a", &answers, Verdict::Conditional);
        check("host-change", "talos+talos/a", &answers, Verdict::Pass);
        check("host-login", "talos+talos/a", &answers, Verdict::Pass);
        check("host-change", "kairos+k3s/a", &answers, Verdict::Pass);
    }
}

#[test]
fn wipe_and_swap_on_a_mutable_host_stays_in() {
    let answers = [
        (Field::Sites, whole(3000)),
        (Field::NodesPerSite, whole(3)),
        (Field::HostChange, pick(HostChange::ConfigManaged as u8)),
        (Field::HostPatchingInLife, NO),
    ];
    let assumed = complete(&answers).assume();
    let at = stacks::all().iter().position(|stack| stack.id == "ubuntu+k3s/a");
    assert!(worst_of_all(&assumed)[at.expect("the stack exists")] < Verdict::Fail);
}

#[test]
fn a_vendors_kernel_is_out_on_talos() {
    let answers = [(Field::SpecialDrivers, pick(SpecialDrivers::VendorKernel as u8))];
    check("host-drivers", "talos+talos/a", &answers, Verdict::Fail);
    check("host-drivers", "kairos+k3s/a", &answers, Verdict::Conditional);
    check("host-drivers", "ubuntu+k3s/a", &answers, Verdict::Pass);
}

#[test]
fn air_gap_and_pinning_name_the_snap_actions() {
    let answers = [
        (Field::VersionPinning, YES),
        (Field::ImageSupply, pick(ImageSupply::Preloaded as u8)),
        (Field::OsStandard, pick(OsStandard::UbuntuSnap as u8)),
    ];
    let result = judge("snap-policy", "ubuntu+microk8s/a", &complete(&answers));
    assert_eq!(result.verdict, Verdict::Conditional);
    let action = result.action.as_ref().expect("a condition names what to do").english();
    assert!(action.contains("hold refreshes") && action.contains("assertions"), "{action}");
    check("snap-policy", "ubuntu+k3s/a", &answers, Verdict::Pass);
}

#[test]
fn snap_outside_ubuntu_needs_its_own_standard() {
    let answers = [(Field::VersionPinning, NO), (Field::OsStandard, pick(OsStandard::Rhel as u8))];
    check("snap-policy", "ubuntu+microk8s/a", &answers, Verdict::Conditional);
}

// centre and link

#[test]
fn device_sync_needs_a_framework() {
    let answers = [(Field::DeviceSync, YES)];
    check("device-sync", "ubuntu+k3s/a", &answers, Verdict::Fail);
    check("device-sync", "kairos+kubernetes+kubeedge/c", &answers, Verdict::Pass);
    check("device-sync", "ubuntu+kubernetes+openyurt/c", &answers, Verdict::Conditional);
}

#[test]
fn isolated_sites_have_no_centre() {
    let answers = [(Field::NetworkReach, pick(NetworkReach::Isolated as u8))];
    check("central-reach", "ubuntu+kubernetes+kubeedge/c", &answers, Verdict::Fail);
    check("central-reach", "provider+managed/d", &answers, Verdict::Fail);
    check("central-reach", "ubuntu+k3s/a", &answers, Verdict::Pass);
}

#[test]
fn a_cluster_is_not_stretched_to_a_shop_and_stands_in_its_region() {
    check("stretched-cluster", "ubuntu+kubernetes/d", &[], Verdict::Fail);
    let region = [(Field::Tier, pick(Tier::RegionalEdge as u8))];
    check("stretched-cluster", "ubuntu+kubernetes/d", &region, Verdict::Pass);
}

#[test]
fn demanded_place_of_the_control_plane_is_kept() {
    let per_site = [(Field::ControlPlane, pick(ControlPlane::PerSite as u8))];
    let shared = [(Field::ControlPlane, pick(ControlPlane::SharedCentre as u8))];
    check("control-plane-place", "ubuntu+k3s/a", &per_site, Verdict::Pass);
    check("control-plane-place", "ubuntu+k3s/a", &shared, Verdict::Fail);
    check("control-plane-place", "ubuntu+kubernetes+openyurt/c", &per_site, Verdict::Fail);
    check("control-plane-place", "ubuntu+kubernetes+openyurt/c", &shared, Verdict::Pass);
}

#[test]
fn central_registry_does_not_carry_through_an_outage() {
    let central = [(Field::ImageSupply, pick(ImageSupply::CentralRegistry as u8))];
    check("image-supply", "ubuntu+k3s/a", &central, Verdict::Conditional);
    let mirror = [(Field::ImageSupply, pick(ImageSupply::SiteMirror as u8))];
    check("image-supply", "ubuntu+k3s/a", &mirror, Verdict::Pass);
}

#[test]
fn framework_versions_lag_upstream() {
    let result = judge("stack-compatibility", "ubuntu+kubernetes+kubeedge/c", &complete(&[]));
    assert_eq!(result.verdict, Verdict::Conditional, "{}", result.reason.english());
    let silent = judge("stack-compatibility", "ubuntu+k0s+kubeedge/c", &complete(&[]));
    assert_eq!(silent.verdict, Verdict::Unknown);
    assert!(silent.depends_on.is_empty());
}

// certificates

#[test]
fn certificates_that_wait_for_a_restart_are_a_chore() {
    let rare = [(Field::UpgradesPerYear, whole(1))];
    let often = [(Field::UpgradesPerYear, whole(12))];
    check("certificates", "ubuntu+k3s/a", &rare, Verdict::Conditional);
    check("certificates", "ubuntu+k3s/a", &often, Verdict::Pass);
    check("certificates", "talos+talos/a", &rare, Verdict::Pass);
    check("certificates", "ubuntu+microk8s/a", &often, Verdict::Conditional);
}

#[test]
fn an_edge_certificate_does_not_outlive_a_year_without_link() {
    let year = [(Field::WanOutageBudget, whole(366 * 24 * 60))];
    check("certificates", "ubuntu+kubernetes+kubeedge/c", &year, Verdict::Fail);
    let hours = [(Field::WanOutageBudget, whole(240))];
    check("certificates", "ubuntu+kubernetes+kubeedge/c", &hours, Verdict::Pass);
}

// obligations and demands

#[test]
fn fips_on_arm_is_not_what_rke2_has() {
    let fips = Answer::Set(1 << Compliance::Fips as u16);
    let x86 = [(Field::Compliance, fips), (Field::CpuArchitectures, Answer::Set(1))];
    let arm = [(Field::Compliance, fips), (Field::CpuArchitectures, Answer::Set(2))];
    check("fips", "rhel+rke2/b", &x86, Verdict::Conditional);
    check("fips", "rhel+rke2/b", &arm, Verdict::Fail);
    check("fips", "rhel+k3s/b", &x86, Verdict::Unknown);
}

#[test]
fn selinux_is_not_enforced_on_talos_or_ubuntu() {
    let answers = [(Field::Compliance, Answer::Set(1 << Compliance::Selinux as u16))];
    check("selinux", "talos+talos/a", &answers, Verdict::Fail);
    check("selinux", "ubuntu+k3s/a", &answers, Verdict::Fail);
    check("selinux", "rhel+k3s/a", &answers, Verdict::Conditional);
    check("selinux", "rhel+microshift/a", &answers, Verdict::Pass);
}

#[test]
fn untouched_kubernetes_excludes_frameworks() {
    let answers = [(Field::KubernetesUntouched, YES)];
    check("untouched-kubernetes", "ubuntu+kubernetes+kubeedge/c", &answers, Verdict::Fail);
    check("untouched-kubernetes", "ubuntu+kubernetes+openyurt/c", &answers, Verdict::Fail);
    check("untouched-kubernetes", "ubuntu+k3s/a", &answers, Verdict::Pass);
}

#[test]
fn a_missing_vendor_is_unknown_and_not_absent() {
    let answers = [(Field::VendorSupport, YES)];
    check("vendor-support", "ubuntu+kubernetes/a", &answers, Verdict::Unknown);
    check("vendor-support", "ubuntu+k0s/a", &answers, Verdict::Pass);
}

#[test]
fn a_providers_service_is_not_sold_inside_a_product() {
    let answers = [(Field::ShippedInProduct, YES)];
    check("product-embedding", "provider+managed/d", &answers, Verdict::Fail);
    check("product-embedding", "ubuntu+k0s/a", &answers, Verdict::Pass);
    check("product-embedding", "rhel+microshift/a", &answers, Verdict::Conditional);
}

// what is unknown

#[test]
fn unknown_memory_is_unknown_and_not_a_pass() {
    let result = judge("memory-floor", "ubuntu+k3s/a", &profile(&[]));
    assert_eq!(result.verdict, Verdict::Unknown);
    assert!(result.depends_on.contains(&Field::NodeRamMib));
}

#[test]
fn unknown_that_cannot_matter_is_not_asked_for() {
    let known = [
        (Field::Tier, pick(Tier::NearEdge as u8)),
        (Field::NodeRamMib, whole(64)),
        (Field::NodesPerSite, whole(1)),
    ];
    let result = judge("memory-floor", "ubuntu+k3s/a", &profile(&known));
    assert_eq!(result.verdict, Verdict::Fail);
    assert!(result.depends_on.is_empty(), "{:?}", result.depends_on);
}

#[test]
fn unknown_ssh_policy_decides_over_talos_and_not_over_kairos() {
    let result = judge("host-login", "talos+talos/a", &profile(&[]));
    assert_eq!((result.verdict, &result.depends_on[..]), (Verdict::Unknown, &[Field::Ssh][..]));
    let result = judge("host-login", "kairos+k3s/a", &profile(&[]));
    assert_eq!((result.verdict, result.depends_on.len()), (Verdict::Pass, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn screening_never_panics_and_answers_every_gate(profile in any_profile()) {
        let assumed = profile.assume();
        for candidate in stacks::candidates() {
            let results = screen_candidate(&profile, &assumed, candidate);
            prop_assert_eq!(results.len(), ALL.len());
            for result in results {
                prop_assert!(result.depends_on.iter().all(|field| !profile.knows(*field)));
                if result.verdict == Verdict::Conditional {
                    prop_assert!(result.action.is_some(), "{}", result.gate);
                }
            }
        }
    }

    /// What is settled stays settled: however the unknown fields turn out, the verdict is the one that was given.
    #[test]
    fn settled_verdict_holds_for_every_answer(profile in any_profile(), other in any_profile()) {
        let assumed = profile.assume();
        let mut answered = other.assume();
        for field in Field::ALL {
            if let Some(answer) = profile.answer(*field) {
                answered = answered.with(*field, answer);
            }
        }
        for candidate in stacks::candidates() {
            for gate in ALL {
                let result = gate.judge(&profile, &assumed, candidate);
                if result.verdict != Verdict::Unknown {
                    prop_assert_eq!(
                        gate.verdict(&answered, candidate), result.verdict,
                        "{} on {}", gate.id, candidate.stack.id
                    );
                }
            }
        }
    }
}
