//! Claims about single gates, the public oracles among them.

use super::*;

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
    assert!(verdicts_of_all(&assumed)[at.expect("the stack exists")] < Verdict::Fail);
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
