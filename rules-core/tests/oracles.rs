//! Twelve situations with an answer that any sound method has to give; `support/oracles.rs` says what that is.

mod support;

use rules_core::{Choices, decide};
use support::oracles::ORACLES;
use support::{Answered, scenario};

/// Checks everything that has to hold in the situation with a number.
fn check(number: usize) {
    let oracle = &ORACLES[number - 1];
    let answers: Vec<Answered> = (oracle.answers)().into_iter().map(|(_, answer)| answer).collect();
    let claims = (oracle.claims)(&answers);
    assert!(claims.iter().any(|claim| claim.holds == Some(true)), "nothing holds in {number}");
    for claim in claims {
        let seen: String = answers.iter().map(ToString::to_string).collect();
        assert_ne!(claim.holds, Some(false), "{}, but\n{seen}", claim.says);
    }
}

#[test]
fn oracle_1_seed_profile_shortlists_talos_and_kairos_and_no_hand_maintained_host_is_first() {
    check(1);
}

#[test]
fn oracle_2_factory_line_stands_on_an_image_host_with_a_framework_and_not_for_its_footprint() {
    check(2);
}

#[test]
fn oracle_3_one_recoverable_server_is_pattern_a_with_k3s_or_k0s_first() {
    check(3);
}

#[test]
fn oracle_4_sync_that_must_come_back_puts_kubeedge_first_and_compares_openyurt() {
    check(4);
}

#[test]
fn oracle_5_banned_ssh_puts_talos_first_and_kairos_second() {
    check(5);
}

#[test]
fn oracle_6_microk8s_in_an_air_gap_is_conditional_with_the_snap_actions_named() {
    check(6);
}

#[test]
fn oracle_7_four_classes_of_site_need_more_than_one_substrate() {
    check(7);
}

#[test]
fn oracle_8_ubuntu_and_snap_with_mutable_hosts_points_to_microk8s() {
    check(8);
}

#[test]
fn oracle_9_node_resilience_does_not_stand_in_for_image_supply() {
    check(9);
}

#[test]
fn oracle_10_several_k3s_servers_keep_no_sqlite() {
    check(10);
}

#[test]
fn oracle_11_jysk_without_its_outcome_leads_with_an_image_host() {
    check(11);
}

#[test]
fn oracle_12_chick_fil_a_keeps_k3s_on_a_mutable_host() {
    check(12);
}

#[test]
fn overrides_and_own_weights_are_obeyed() {
    let profile = scenario("shop-server");
    let choices = Choices {
        weights: Some([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        overrides: [Some(true), Some(true), None, None, None],
        ..Choices::default()
    };
    let decision = decide(&profile, &choices);
    assert_eq!(decision.tree.direction, ["kubeedge", "openyurt"]);
    let first = &decision.stacks[0];
    assert!((first.value - 100.0 * (first.criteria[0].score - 1.0) / 4.0).abs() < 1e-9);
}
