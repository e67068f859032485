//! Twelve situations with an answer that any sound method has to give.

use rules_core::catalog::{Datastore, catalog};
use rules_core::decide::{everywhere, explain};
use rules_core::outcome::{
    CriterionId, HostFamily, Pattern, Stack, StackResult, TreeAnswer, Verdict,
};
use rules_core::pitfalls;
use rules_core::profile::{Answer, Choice, Field, ImageSupply};
use rules_core::stacks::candidate;
use rules_core::tree::LOCAL_SITE_CLUSTER;

use super::case::Case;
use super::{Answered, scenario};

/// A situation, and what has to hold in it.
pub struct Oracle {
    pub situation: &'static str,
    /// Where it is answered, each with its name.
    pub answers: fn() -> Vec<(&'static str, Answered)>,
    /// What has to hold of the answers.
    pub claims: fn(&[Answered]) -> Vec<Claim>,
}

/// One thing that has to hold.
pub struct Claim {
    pub says: &'static str,
    /// `None`: the engine does not go that far today.
    pub holds: Option<bool>,
}

fn claim(says: &'static str, holds: bool) -> Claim {
    Claim { says, holds: Some(holds) }
}

fn not_yet(says: &'static str) -> Claim {
    Claim { says, holds: None }
}

/// The oracles, in the order of their numbers.
pub const ORACLES: [Oracle; 12] = [
    Oracle {
        situation: "The example of the guide: 3,400 near-edge sites, three nodes, images planned",
        answers: || vec![("seed-profile", Answered::to("seed-profile"))],
        claims: seed_profile,
    },
    Oracle {
        situation: "A factory line: three x86-64 nodes, four hours alone, gateways to machines, SSH banned",
        answers: || {
            ["factory-line", "factory-line-without-sync"]
                .map(|name| (name, Answered::to(name)))
                .into()
        },
        claims: factory_line,
    },
    Oracle {
        situation: "One small server per shop, no operator there, rebuildable, a short outage is fine",
        answers: || vec![("shop-server", Answered::to("shop-server"))],
        claims: shop_server,
    },
    Oracle {
        situation: "Local devices, hours without a link, what the cloud intends has to come back",
        answers: || vec![("device-gateway", Answered::to("device-gateway"))],
        claims: device_gateway,
    },
    Oracle {
        situation: "SSH and undocumented changes banned, nodes are replaced",
        answers: || vec![("no-ssh-replace-nodes", Answered::to("no-ssh-replace-nodes"))],
        claims: no_ssh,
    },
    Oracle {
        situation: "MicroK8s wanted behind an air gap, versions pinned",
        answers: || vec![("microk8s-air-gap", Answered::to("microk8s-air-gap"))],
        claims: microk8s_air_gap,
    },
    Oracle {
        situation: "Cloud regions, regional edge, stores and gateways at once",
        answers: || {
            ["cloud-region", "regional-edge", "shop-server", "iot-gateway"]
                .map(|name| (name, Answered::to(name)))
                .into()
        },
        claims: four_classes,
    },
    Oracle {
        situation: "Ubuntu and snap are the standard, hosts may change, no need to work alone, more than two nodes",
        answers: || vec![("ubuntu-snap-standard", Answered::to("ubuntu-snap-standard"))],
        claims: snap_standard,
    },
    Oracle {
        situation: "Three nodes, and the link goes while an image is pulled",
        answers: || {
            vec![
                ("mirror at the site", with_images(ImageSupply::SiteMirror)),
                ("central registry", with_images(ImageSupply::CentralRegistry)),
            ]
        },
        claims: node_resilience,
    },
    Oracle {
        situation: "k3s with several servers",
        answers: || vec![("no-ssh-replace-nodes", Answered::to("no-ssh-replace-nodes"))],
        claims: several_k3s_servers,
    },
    Oracle {
        situation: "JYSK as published, without what follows from the choice",
        answers: || vec![("case jysk", published("jysk"))],
        claims: jysk,
    },
    Oracle {
        situation: "Chick-fil-A as published, without what follows from the choice",
        answers: || vec![("case chick-fil-a", published("chick-fil-a"))],
        claims: chick_fil_a,
    },
];

fn published(id: &str) -> Answered {
    Answered::of(&Case::read(id).profile(true))
}

fn with_images(supply: ImageSupply) -> Answered {
    let mut profile = scenario("no-ssh-replace-nodes");
    assert!(profile.set(Field::ImageSupply, Some(Answer::Choice(supply.index()))));
    Answered::of(&profile)
}

fn is_image_based(stack: &Stack) -> bool {
    matches!(stack.host_family(), HostFamily::Talos | HostFamily::Kairos)
}

fn seed_profile(answers: &[Answered]) -> Vec<Claim> {
    let answered = &answers[0];
    let direction = &answered.decision.tree.direction;
    let mut first = answered.decision.stacks.iter().filter(|result| result.rank == Some(1));
    let named = ["openyurt", LOCAL_SITE_CLUSTER, "talos", "kairos"];
    vec![
        claim(
            "the shortlist holds Talos and Kairos",
            answered.shortlists("talos") && answered.shortlists("kairos"),
        ),
        claim("an image-based host is first", is_image_based(&answered.first().stack)),
        claim(
            "no host maintained by hand shares the first rank",
            first.all(|result| result.stack.host_family() != HostFamily::General),
        ),
        claim(
            "the five questions name OpenYurt, the cluster at each site, Talos and Kairos",
            named.iter().all(|name| direction.contains(name)),
        ),
        claim(
            "for every stack of the shortlist a repair by hand is warned of: 15 min at 3,400 sites are 850 h",
            answered.shortlist().all(|result| warns_of_repair_by_hand(answered, &result.stack)),
        ),
    ]
}

fn warns_of_repair_by_hand(answered: &Answered, stack: &Stack) -> bool {
    let found = pitfalls::detect(&answered.decision.profile, stack);
    let manual = found.iter().find(|pitfall| pitfall.id == "manual-fix-at-fleet-size");
    let reason = manual.map_or_else(String::new, |pitfall| pitfall.reason.english());
    ["15 min", "3,400 sites", "850 h"].iter().all(|figure| reason.contains(figure))
}

fn factory_line(answers: &[Answered]) -> Vec<Claim> {
    let framework = |answered: &Answered| answered.shortlist().any(|r| r.stack.framework.is_some());
    let list: Vec<_> = answers[1].shortlist().collect();
    let parts = explain(list[0], list[1], &answers[1].decision.weights);
    vec![
        claim(
            "the host of the first is Talos or Kairos",
            answers.iter().all(|answered| is_image_based(&answered.first().stack)),
        ),
        claim("a framework stands in the shortlist", answers.iter().all(framework)),
        claim("footprint is not what decides", parts[0].criterion != CriterionId::Footprint),
    ]
}

fn shop_server(answers: &[Answered]) -> Vec<Claim> {
    let (decision, first) = (&answers[0].decision, &answers[0].first().stack);
    vec![
        claim(
            "the pattern is A, a single node that can be rebuilt",
            decision.pattern.pattern == Pattern::A && first.pattern == Pattern::A,
        ),
        claim("k3s or k0s is first", ["k3s", "k0s"].contains(&first.kubernetes)),
        claim(
            "the five questions name k3s and k0s",
            decision.tree.direction[..2] == ["k3s", "k0s"],
        ),
    ]
}

fn device_gateway(answers: &[Answered]) -> Vec<Claim> {
    let answered = &answers[0];
    let questions = &answered.decision.tree.questions;
    vec![
        claim(
            "questions 1 and 2 are answered yes",
            questions[..2].iter().all(|question| question.answer == TreeAnswer::Yes),
        ),
        claim(
            "the five questions name KubeEdge, then OpenYurt",
            answered.decision.tree.direction == ["kubeedge", "openyurt"],
        ),
        claim("KubeEdge is first", answered.first().stack.products.contains(&"kubeedge")),
        claim("OpenYurt is compared", answered.shortlists("openyurt")),
    ]
}

fn no_ssh(answers: &[Answered]) -> Vec<Claim> {
    let answered = &answers[0];
    let hosts: Vec<_> = answered.shortlist().map(|result| result.stack.host).collect();
    let held = |result: &StackResult| {
        !["ubuntu", "linux"].contains(&result.stack.host)
            || matches!(result.verdict, Verdict::Conditional | Verdict::Fail)
    };
    vec![
        claim("Talos is first, Kairos the second host", hosts.starts_with(&["talos", "kairos"])),
        claim("mutable hosts are conditional or out", answered.decision.stacks.iter().all(held)),
    ]
}

fn microk8s_air_gap(answers: &[Answered]) -> Vec<Claim> {
    let answered = &answers[0];
    let best = answered.best("microk8s");
    let gate = best.gates.iter().find(|gate| gate.gate == "snap-policy");
    let action =
        gate.and_then(|gate| gate.action.as_ref()).map(rules_core::reason::Reason::english);
    vec![
        claim("MicroK8s is conditional", best.verdict == Verdict::Conditional),
        claim("what to do about snaps is named", action.is_some_and(|text| text.contains("snap"))),
        claim(
            "without a snap standard it is not first",
            !answered.first().stack.products.contains(&"microk8s"),
        ),
    ]
}

fn four_classes(answers: &[Answered]) -> Vec<Claim> {
    let substrate = |answered: &Answered| {
        let first = &answered.first().stack;
        (first.host, first.kubernetes, first.framework)
    };
    let mut substrates: Vec<_> = answers.iter().map(substrate).collect();
    substrates.sort_unstable();
    substrates.dedup();
    let decisions: Vec<_> = answers.iter().map(|answered| &answered.decision).collect();
    let one_tool = everywhere(&decisions);
    let priced = one_tool.iter().all(|one| one.losses.len() == answers.len());
    // Whichever it is: some class cannot have it, or loses by it.
    let dearer = one_tool.iter().all(|one| one.total().is_none_or(|points| points > 0.0));
    vec![
        claim("four classes need more than one substrate", substrates.len() > 1),
        claim("what one tool everywhere costs each class is stated", priced && dearer),
    ]
}

fn snap_standard(answers: &[Answered]) -> Vec<Claim> {
    let answered = &answers[0];
    vec![
        claim("MicroK8s is the direction", answered.decision.tree.direction == ["microk8s"]),
        claim("MicroK8s is not ruled out", answered.best("microk8s").verdict != Verdict::Fail),
        claim("MicroK8s stands in the shortlist", answered.shortlists("microk8s")),
    ]
}

fn node_resilience(answers: &[Answered]) -> Vec<Claim> {
    let autonomy = |answered: &Answered| {
        let best = answered.decision.stacks.iter().find(|r| r.stack.id == "talos+talos/b");
        let score = &best.expect("a stack of three nodes").criteria[CriterionId::Autonomy as usize];
        score.contributions.iter().map(|part| part.delta).sum::<f64>()
    };
    let stack = &candidate("talos+talos/b").expect("it is vouched for").stack;
    let warned = |answered: &Answered| {
        let found = pitfalls::detect(&answered.decision.profile, stack);
        found.iter().any(|pitfall| pitfall.id == "resilience-is-not-image-supply")
    };
    vec![
        claim(
            "with the same three nodes, images from the centre count as less autonomy",
            autonomy(&answers[1]) < autonomy(&answers[0]),
        ),
        claim(
            "the pitfall is named for images from the centre, and not with a mirror at the site",
            warned(&answers[1]) && !warned(&answers[0]),
        ),
        not_yet("the failure drill shows that nodes do not stand in for a registry"),
    ]
}

fn several_k3s_servers(answers: &[Answered]) -> Vec<Claim> {
    let quorum = catalog().distribution("k3s").and_then(|k3s| k3s.quorum.as_ref());
    let said = |result: &StackResult| {
        let gate = result.gates.iter().find(|gate| gate.gate == "datastore");
        gate.is_some_and(|gate| gate.reason.english().contains("etcd, never in SQLite"))
    };
    let several = |result: &&StackResult| {
        result.stack.kubernetes == "k3s" && result.stack.pattern == Pattern::B
    };
    let mut servers = answers[0].decision.stacks.iter().filter(several).peekable();
    vec![
        claim("there are stacks with several k3s servers", servers.peek().is_some()),
        claim("their gate says etcd, and never SQLite", servers.all(said)),
        claim(
            "the catalog has no SQLite for them",
            quorum.is_some_and(|quorum| !quorum.datastore.is(Datastore::Sqlite)),
        ),
    ]
}

fn jysk(answers: &[Answered]) -> Vec<Claim> {
    vec![claim("an image-based host is first", is_image_based(&answers[0].first().stack))]
}

fn chick_fil_a(answers: &[Answered]) -> Vec<Claim> {
    let kept = |result: &StackResult| {
        result.stack.kubernetes == "k3s" && result.stack.host_family() == HostFamily::General
    };
    vec![claim("k3s on a mutable host is shortlisted", answers[0].shortlist().any(kept))]
}
