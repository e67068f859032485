//! Twelve situations with an answer that any sound method has to give. Each reads its profile from `scenarios/`.

mod support;

use rules_core::outcome::{CriterionId, Pattern, TreeAnswer, Verdict};
use rules_core::profile::{Answer, Field};
use rules_core::tree::LOCAL_SITE_CLUSTER;
use rules_core::{Choices, decide, decide::explain};
use support::{Answered, scenario};

#[test]
fn seed_profile_shortlists_talos_and_kairos() {
    let answered = Answered::to("seed-profile");
    assert!(answered.shortlists("talos") && answered.shortlists("kairos"), "{answered}");
    assert!(["talos", "kairos"].contains(&answered.first().stack.host), "{answered}");
    let direction = &answered.decision.tree.direction;
    for name in ["openyurt", LOCAL_SITE_CLUSTER, "talos", "kairos"] {
        assert!(direction.contains(&name), "{direction:?}");
    }
}

#[test]
fn seed_profile_never_leads_with_a_hand_maintained_host() {
    let answered = Answered::to("seed-profile");
    for result in answered.decision.stacks.iter().filter(|result| result.rank == Some(1)) {
        assert!(!["ubuntu", "linux", "rhel"].contains(&result.stack.host), "{}", result.stack.id);
    }
}

#[test]
fn factory_line_stands_on_an_image_host_with_a_framework_shortlisted() {
    for name in ["factory-line", "factory-line-without-sync"] {
        let answered = Answered::to(name);
        assert!(["talos", "kairos"].contains(&answered.first().stack.host), "{answered}");
        let framework = answered.shortlist().any(|result| result.stack.framework.is_some());
        assert!(framework, "{answered}");
    }
}

#[test]
fn factory_line_is_not_decided_by_footprint() {
    let answered = Answered::to("factory-line-without-sync");
    let list: Vec<_> = answered.shortlist().collect();
    let parts = explain(list[0], list[1], &answered.decision.weights);
    assert_ne!(parts[0].criterion, CriterionId::Footprint);
}

#[test]
fn one_recoverable_server_is_pattern_a_with_k3s_or_k0s_first() {
    let answered = Answered::to("shop-server");
    assert_eq!(answered.decision.pattern.pattern, Pattern::A);
    assert_eq!(answered.first().stack.pattern, Pattern::A);
    assert!(["k3s", "k0s"].contains(&answered.first().stack.kubernetes), "{answered}");
    assert_eq!(answered.decision.tree.direction[..2], ["k3s", "k0s"]);
}

#[test]
fn sync_that_must_come_back_puts_kubeedge_first_and_compares_openyurt() {
    let answered = Answered::to("device-gateway");
    let questions = &answered.decision.tree.questions;
    assert_eq!((questions[0].answer, questions[1].answer), (TreeAnswer::Yes, TreeAnswer::Yes));
    assert_eq!(answered.decision.tree.direction, ["kubeedge", "openyurt"]);
    assert!(answered.first().stack.products.contains(&"kubeedge"), "{answered}");
    assert!(answered.shortlists("openyurt"), "{answered}");
}

#[test]
fn banned_ssh_puts_talos_first_and_kairos_second() {
    let answered = Answered::to("no-ssh-replace-nodes");
    assert_eq!(answered.first().stack.host, "talos", "{answered}");
    assert_eq!(answered.shortlist().nth(1).expect("two").stack.host, "kairos", "{answered}");
    for result in &answered.decision.stacks {
        if ["ubuntu", "linux"].contains(&result.stack.host) {
            assert!(
                matches!(result.verdict, Verdict::Conditional | Verdict::Fail),
                "{} {:?}",
                result.stack.id,
                result.verdict
            );
        }
    }
}

#[test]
fn microk8s_in_an_air_gap_is_conditional_with_the_snap_actions_named() {
    let answered = Answered::to("microk8s-air-gap");
    let best = answered.best("microk8s");
    assert_eq!(best.verdict, Verdict::Conditional, "{answered}");
    let gate = best.gates.iter().find(|gate| gate.gate == "snap-policy").expect("a snap gate");
    let action = gate.action.as_ref().expect("an action").english();
    assert!(action.contains("snap"), "{action}");
    assert!(!answered.first().stack.products.contains(&"microk8s"), "{answered}");
}

#[test]
fn four_classes_of_site_need_more_than_one_substrate() {
    let classes = ["cloud-region", "regional-edge", "shop-server", "iot-gateway"];
    let mut substrates: Vec<_> = classes
        .into_iter()
        .map(|class| {
            let answered = Answered::to(class);
            let first = &answered.first().stack;
            (first.host, first.kubernetes, first.framework)
        })
        .collect();
    substrates.sort_unstable();
    substrates.dedup();
    assert!(substrates.len() > 1, "{substrates:?}");
}

#[test]
fn ubuntu_and_snap_with_mutable_hosts_points_to_microk8s() {
    let answered = Answered::to("ubuntu-snap-standard");
    assert_eq!(answered.decision.tree.direction, ["microk8s"]);
    assert_ne!(answered.best("microk8s").verdict, Verdict::Fail);
    assert!(answered.shortlists("microk8s"), "{answered}");
}

#[test]
fn node_resilience_does_not_stand_in_for_image_supply() {
    let mut profile = scenario("no-ssh-replace-nodes");
    let local = Answered::of(&profile);
    assert!(profile.set(Field::ImageSupply, Some(Answer::Choice(0))), "central registry");
    let central = Answered::of(&profile);
    let autonomy = |answered: &Answered| {
        let best = answered.decision.stacks.iter().find(|r| r.stack.id == "talos+talos/b");
        let score = &best.expect("a stack of three nodes").criteria[CriterionId::Autonomy as usize];
        score.contributions.iter().map(|part| part.delta).sum::<f64>()
    };
    assert!(autonomy(&central) < autonomy(&local));
}

#[test]
fn several_k3s_servers_keep_no_sqlite() {
    let answered = Answered::to("no-ssh-replace-nodes");
    let k3s = rules_core::catalog::catalog().distribution("k3s").expect("k3s");
    let quorum = k3s.quorum.as_ref().expect("a quorum form");
    assert!(!quorum.datastore.is(rules_core::catalog::Datastore::Sqlite));
    let servers =
        answered.decision.stacks.iter().filter(|result| {
            result.stack.kubernetes == "k3s" && result.stack.pattern == Pattern::B
        });
    for result in servers {
        let gate = result.gates.iter().find(|gate| gate.gate == "datastore").expect("a gate");
        assert!(gate.reason.english().contains("etcd"), "{}", gate.reason.english());
    }
}

#[test]
fn jysk_without_its_outcome_leads_with_an_image_host() {
    let answered = Answered::to("jysk");
    assert!(["talos", "kairos"].contains(&answered.first().stack.host), "{answered}");
}

#[test]
fn chick_fil_a_keeps_k3s_on_a_mutable_host() {
    let answered = Answered::to("chick-fil-a");
    let kept = answered.shortlist().any(|result| {
        let stack = &result.stack;
        stack.kubernetes == "k3s" && ["ubuntu", "rhel", "linux"].contains(&stack.host)
    });
    assert!(kept, "{answered}");
}

#[test]
fn overrides_and_own_weights_are_obeyed() {
    let profile = scenario("shop-server");
    let choices = Choices {
        weights: Some([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        overrides: [Some(true), Some(true), None, None, None],
    };
    let decision = decide(&profile, &choices);
    assert_eq!(decision.tree.direction, ["kubeedge", "openyurt"]);
    let first = &decision.stacks[0];
    assert!((first.value - 100.0 * (first.criteria[0].score - 1.0) / 4.0).abs() < 1e-9);
}
