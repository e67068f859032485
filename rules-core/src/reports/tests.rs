use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::catalog::catalog;
use crate::profile::testing::{any_field_and_answer, any_profile, profile_of};

fn found(stack: &str, typed: &[(&str, &str)]) -> Vec<Match> {
    matching(&profile_of(typed), &stacks::candidate(stack).expect("the stack exists").stack)
}

fn check(id: &str, stack: &str, typed: &[(&str, &str)], expected: bool) {
    let matches = found(stack, typed);
    let ids: Vec<_> = matches.iter().map(|one| one.report.id).collect();
    assert_eq!(ids.contains(&id), expected, "{id} on {stack}: {ids:?}");
}

#[test]
fn changing_addresses_with_embedded_etcd_are_told_of() {
    let id = "reports.k3s.address-change";
    let dynamic = [("addressing", "dynamic"), ("nodes_per_site", "3")];
    check(id, "linux+k3s/b", &dynamic, true);
    check(id, "kairos+k3s/b", &dynamic, true);
    check(id, "linux+k3s/a", &dynamic, false);
    check(id, "linux+k0s/b", &dynamic, false);
    check(id, "linux+k3s/b", &[("addressing", "reserved")], false);
}

#[test]
fn the_kubernetes_in_the_centre_is_not_at_the_site() {
    let cuts = [("power", "sudden-cuts"), ("local_operation", "yes")];
    check("reports.kubernetes.power-cut", "ubuntu+kubernetes/a", &cuts, true);
    check("reports.kubernetes.power-cut", "kairos+kubernetes+kubeedge/c", &cuts, false);
    check("reports.kubeedge.offline-restart", "kairos+kubernetes+kubeedge/c", &cuts, true);
}

#[test]
fn small_memory_is_told_of_where_a_part_needs_much() {
    check("reports.talos.upgrade-memory", "talos+talos/a", &[("node_ram_mib", "4096")], true);
    check("reports.talos.upgrade-memory", "talos+talos/a", &[("node_ram_mib", "4097")], false);
}

#[test]
fn the_most_particular_report_stands_first() {
    let typed = [("addressing", "dynamic"), ("storage_medium", "flash-card")];
    let counts: Vec<_> =
        found("linux+k3s/b", &typed).iter().map(|one| one.report.when.len()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b) && counts.len() > 3, "{counts:?}");
}

#[test]
fn a_match_by_assumption_says_so() {
    let power = |typed: &[_]| {
        let found = found("linux+k3s/a", typed);
        found
            .into_iter()
            .find(|one| one.report.id == "reports.k3s.power-cut")
            .map(|one| one.assumed)
    };
    assert_eq!(power(&[]), Some(vec![Field::Power]));
    assert_eq!(power(&[("power", "sudden-cuts")]), Some(vec![]));
}

#[test]
fn every_report_is_about_parts_of_the_catalog() {
    for report in catalog::reports() {
        for part in report.of {
            let known = catalog().host(part).is_some()
                || catalog().distribution(part).is_some()
                || catalog().framework(part).is_some();
            assert!(known, "{} is about {part}", report.id);
        }
    }
}

#[test]
fn every_option_has_been_reported_on() {
    let about: BTreeSet<_> =
        catalog::reports().iter().filter_map(|report| report.id.split('.').nth(1)).collect();
    for product in catalog().products {
        assert!(about.contains(product.id), "{}", product.id);
    }
}

/// No report is there for nobody: each concerns some sites with some stack.
#[test]
fn every_report_can_concern_somebody() {
    for report in catalog::reports() {
        let concerned = stacks::candidates().iter().any(|candidate| {
            let hard = worst_case(candidate);
            is_about(report, &hard, candidate)
                && report.when.iter().all(|condition| condition.holds(&hard, candidate))
        });
        assert!(concerned, "{}", report.id);
    }
}

/// A profile in which every condition holds that a stack allows.
fn worst_case(candidate: &Candidate) -> AssumedProfile {
    use crate::profile::Answer::{Choice, Set, Whole, YesNo};
    let tier = Choice(u8::from(candidate.framework.is_some()));
    let answers = [
        (Field::Tier, tier),
        (Field::Addressing, Choice(Addressing::Dynamic as u8)),
        (Field::NodesPerSite, Whole(3)),
        (Field::NodeRamMib, Whole(1_024)),
        (Field::CpuArchitectures, Set(0b110)),
        (Field::StorageMedium, Choice(StorageMedium::FlashCard as u8)),
        (Field::Power, Choice(Power::SuddenCuts as u8)),
        (Field::LocalOperation, YesNo(true)),
        (Field::WanOutageBudget, Whole(LONG_OUTAGE_MINUTES)),
        (Field::NetworkReach, Choice(NetworkReach::Isolated as u8)),
        (Field::LocalLinuxAdmin, YesNo(false)),
        (Field::Hands, Choice(Hands::Nobody as u8)),
        (Field::Sites, Whole(3_400)),
        (Field::UpgradesPerYear, Whole(0)),
        (Field::VmsNeeded, YesNo(true)),
    ];
    let profile = SiteProfile::default().assume();
    answers.into_iter().fold(profile, |profile, (field, answer)| profile.with(field, answer))
}

proptest! {
    /// A field that a condition does not name never decides it.
    #[test]
    fn a_condition_names_every_field_that_it_reads(
        (field, answer) in any_field_and_answer(),
        profile in any_profile(),
        at in 0..stacks::all().len(),
    ) {
        let candidate = &stacks::candidates()[at];
        let before = profile.assume();
        let after = before.with(field, answer);
        let conditions = catalog::reports().iter().flat_map(|report| report.when);
        for condition in conditions.filter(|condition| !condition.fields().contains(&field)) {
            let same = condition.holds(&before, candidate) == condition.holds(&after, candidate);
            prop_assert!(same, "{} reads {}", condition.id(), field.id());
        }
    }
}
