use proptest::prelude::*;

use super::*;
use crate::profile::testing::{any_field_and_answer, any_profile, profile_of};

fn found(stack: &str, typed: &[(&str, &str)]) -> Vec<Pitfall> {
    let stack = &stacks::candidate(stack).expect("the stack exists").stack;
    detect(&profile_of(typed), stack)
}

fn sentence(id: &str, stack: &str, typed: &[(&str, &str)]) -> Option<String> {
    let found = found(stack, typed);
    found.into_iter().find(|pitfall| pitfall.id == id).map(|pitfall| pitfall.reason.english())
}

/// Id of a pitfall, a stack and answers that make the mistake, what the reason says, and the stack and answer that avoid
/// it.
type Case = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
    (&'static str, (&'static str, &'static str)),
);

const CASES: &[Case] = &[
    (
        "manual-fix-at-fleet-size",
        "kairos+k3s/b",
        &[("sites", "3400")],
        "15 min takes 850 h at 3,400 sites",
        ("kairos+k3s/b", ("sites", "28")),
    ),
    (
        "lightweight-as-edge-ready",
        "linux+k3s/a",
        &[("sites", "200"), ("image_supply", "central-registry"), ("rings", "automated")],
        "still open: images come over a link that may be lost; hosts change in place and can drift apart",
        ("rhel+sno/a", ("sites", "200")),
    ),
    (
        "sqlite-behind-several-servers",
        "linux+k3s/b",
        &[("nodes_per_site", "3")],
        "a single server of k3s begins on SQLite, which takes no second server; 3 nodes need another",
        ("talos+talos/b", ("nodes_per_site", "3")),
    ),
    (
        "runbooks-that-log-in",
        "talos+talos/b",
        &[("ssh", "break-glass")],
        "Talos Linux has neither shell nor SSH, which responders may count on today (for emergencies only)",
        ("talos+talos/b", ("ssh", "banned")),
    ),
    (
        "snap-without-policy",
        "ubuntu+microk8s/b",
        &[("os_standard", "ubuntu-snap"), ("version_pinning", "yes")],
        "MicroK8s is a snap: unless it is held",
        ("ubuntu+microk8s/b", ("version_pinning", "no")),
    ),
    (
        "image-supply-forgotten",
        "kairos+k3s/a",
        &[("local_operation", "yes"), ("wan_outage_budget_minutes", "240")],
        "for 240 min no node gets an image that it does not have",
        ("kairos+k3s/a", ("image_supply", "site-mirror")),
    ),
    (
        "resilience-is-not-image-supply",
        "talos+talos/b",
        &[("nodes_per_site", "3"), ("image_supply", "pull-through-cache")],
        "3 nodes bear the loss of one, which proves nothing for 240 min",
        ("talos+talos/a", ("nodes_per_site", "1")),
    ),
    (
        "stretched-cluster",
        "provider+managed/d",
        &[("tier", "near-edge"), ("wan", "intermittent")],
        "a link (intermittent) that may be lost for 240 min",
        ("provider+managed/d", ("tier", "regional-edge")),
    ),
    (
        "hidden-central-dependency",
        "kairos+k3s/a",
        &[("central_calls", "identity, licence")],
        "calls the centre for identities, licences, and the link may be lost for 240 min",
        ("kairos+k3s/a", ("central_calls", "none")),
    ),
    (
        "hardware-diversity-forgotten",
        "talos+talos/b",
        &[("hardware_classes", "1"), ("cpu_architectures", "x86_64, arm64")],
        "2 classes of machine (x86-64, arm64) differ",
        ("talos+talos/b", ("cpu_architectures", "arm64")),
    ),
    (
        "dark-during-partition",
        "talos+talos/b",
        &[("wan_outage_budget_minutes", "240")],
        "for 240 min the dashboards of the centre show nothing",
        ("talos+talos/b", ("wan_outage_budget_minutes", "59")),
    ),
    (
        "bundled-defaults-unwritten",
        "kairos+k3s/b",
        &[("sites", "3400")],
        "k3s brings 7 of 7 parts switched on, and at 3,400 sites",
        ("ubuntu+kubernetes/b", ("sites", "3400")),
    ),
    (
        "sync-from-a-distribution",
        "kairos+k3s/a",
        &[("device_sync", "yes")],
        "k3s runs containers at the site; keeping devices",
        ("kairos+k3s/a", ("device_sync", "no")),
    ),
    (
        "one-copy-of-critical-data",
        "kairos+k3s/a",
        &[("state", "local-critical"), ("nodes_per_site", "1"), ("storage_medium", "flash-card")],
        "lies on a memory card of one node",
        ("kairos+k3s/a", ("nodes_per_site", "3")),
    ),
];

#[test]
fn metrics_that_no_source_speaks_of_are_not_said_to_be_off() {
    let dark = |stack| {
        sentence("dark-during-partition", stack, &[("wan_outage_budget_minutes", "240")])
            .unwrap_or_else(|| panic!("it is found with {stack}"))
    };
    for stack in ["talos+talos/b", "rhel+sno/a"] {
        assert!(dark(stack).contains("nothing that was read says which metrics"), "{stack}");
    }
    assert!(dark("kairos+k3s/b").contains("k3s brings metrics of the moment"));
    assert!(dark("ubuntu+microk8s/b").contains("MicroK8s has no metrics switched on"));
}

#[test]
fn each_mistake_is_found_and_one_change_avoids_it() {
    for (id, stack, typed, expected, (better, change)) in CASES {
        let reason = sentence(id, stack, typed).unwrap_or_else(|| panic!("{id} is not found"));
        assert!(reason.contains(expected), "{id}: {reason}");
        let mut mended = typed.to_vec();
        mended.retain(|(field, _)| field != &change.0);
        mended.push(*change);
        assert_eq!(sentence(id, better, &mended), None, "{id}");
    }
}

#[test]
fn every_rule_has_a_case() {
    let tested: Vec<_> = CASES.iter().map(|case| case.0).collect();
    let mut known: Vec<_> = ALL.iter().map(|rule| rule.id).collect();
    assert!(known.iter().all(|id| tested.contains(id)), "{known:?}");
    assert_eq!(known.len(), tested.len());
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), ALL.len());
}

#[test]
fn a_repair_by_hand_at_three_thousand_four_hundred_sites_takes_850_hours() {
    assert_eq!(manual_fix_hours(MANUAL_FIX_MINUTES, 3_400), 850);
    assert_eq!(manual_fix_hours(1, 61), 2, "the last started hour counts");
    let typed = [("sites", "3400"), ("growth_sites", "5000")];
    let reason = sentence("manual-fix-at-fleet-size", "linux+k3s/a", &typed).expect("it is found");
    assert!(reason.contains("850 h at 3,400 sites and 1,250 h once there are 5,000"), "{reason}");
}

#[test]
fn the_cure_for_repairs_by_hand_follows_the_host() {
    let fix = |stack| found(stack, &[("sites", "3400")]).remove(0).fix.key;
    assert_eq!(fix("linux+k3s/a"), "pitfall-manual-fix-declare");
    assert_eq!(fix("talos+talos/a"), "pitfall-manual-fix-image");
}

#[test]
fn one_server_on_sqlite_with_agents_is_called_recoverable() {
    let typed = [("nodes_per_site", "3")];
    let reason = sentence("sqlite-behind-several-servers", "kairos+k3s/a", &typed);
    assert!(reason.is_some_and(|reason| reason.starts_with("with 3 nodes and one server of k3s")));
}

#[test]
fn what_rests_on_an_assumption_says_so() {
    let typed = [("wan_outage_budget_minutes", "240")];
    let images = |typed: &[_]| {
        let found = found("kairos+k3s/a", typed);
        found
            .into_iter()
            .find(|pitfall| pitfall.id == "image-supply-forgotten")
            .map(|one| one.assumed)
    };
    assert_eq!(images(&typed), Some(vec![Field::ImageSupply, Field::LocalOperation]));
    let known = [typed[0], ("local_operation", "yes"), ("image_supply", "central-registry")];
    assert_eq!(images(&known), Some(vec![]));
}

#[test]
fn a_stack_that_does_not_exist_makes_no_mistake() {
    let mut stack = stacks::all()[0].clone();
    stack.id = "talos+microk8s/a".to_owned();
    assert_eq!(detect(&profile_of(&[("sites", "3400")]), &stack), []);
}

proptest! {
    #[test]
    fn every_sentence_is_whole(profile in any_profile(), at in 0..stacks::all().len()) {
        for pitfall in detect(&profile, &stacks::all()[at]) {
            for sentence in [pitfall.reason.english(), pitfall.fix.english()] {
                prop_assert!(!sentence.is_empty() && !sentence.contains('{'), "{}", sentence);
            }
        }
    }

    /// A field that a rule does not name changes nothing of what it finds.
    #[test]
    fn a_rule_names_every_field_that_it_reads(
        (field, answer) in any_field_and_answer(),
        profile in any_profile(),
        at in 0..stacks::all().len(),
    ) {
        let candidate = &stacks::candidates()[at];
        let before = profile.assume();
        let after = before.with(field, answer);
        for rule in ALL.iter().filter(|rule| !rule.reads.contains(&field)) {
            let reason = |found: Option<Found>| found.map(|found| (found.reason, found.fix));
            let (a, b) = ((rule.look)(&before, candidate), (rule.look)(&after, candidate));
            prop_assert_eq!(reason(a), reason(b), "{} reads {}", rule.id, field.id());
        }
    }
}
