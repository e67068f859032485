//! What the method names, in English.

use rules_core::outcome::{
    CriterionId, EvidenceLevel, Leaf, Pattern, Question, Stack, TreeAnswer, Verdict,
};
use rules_core::reason::{Figure, Reason, grouped};

use super::fields::FIELDS;
use crate::text::method::Method;

pub const METHOD: Method = Method {
    product,
    direction,
    stack,
    headline,
    pattern,
    criterion,
    criterion_short,
    verdict,
    level,
    question,
    tree_answer,
    leaf,
    reason,
    sentence,
};

fn product(id: &str) -> String {
    match id {
        "k3s" | "k0s" => id,
        "microk8s" => "MicroK8s",
        "talos" => "Talos",
        "kairos" => "Kairos",
        "kubeedge" => "KubeEdge",
        "openyurt" => "OpenYurt",
        "rke2" => "RKE2",
        "kubernetes" => "Standard Kubernetes",
        "openshift" => "OpenShift",
        "managed" => "Managed regional service",
        other => other,
    }
    .to_owned()
}

fn direction(id: &str) -> String {
    match id {
        "local-site-cluster" => "a cluster at each site".to_owned(),
        "kubernetes" => "standard Kubernetes".to_owned(),
        "managed" => "a managed regional service".to_owned(),
        other => product(other),
    }
}

fn stack(stack: &Stack) -> String {
    let base = substrate(stack);
    match stack.framework {
        Some(framework) => format!("{} with {base}", product(framework)),
        None if base.starts_with("standard") => base.replacen("standard", "Standard", 1),
        None => base,
    }
}

fn substrate(stack: &Stack) -> String {
    let kubernetes = match stack.kubernetes {
        "sno" => "OpenShift single-node".to_owned(),
        "openshift-compact" => "OpenShift compact".to_owned(),
        "microshift" => "MicroShift".to_owned(),
        "kubernetes" => "standard Kubernetes".to_owned(),
        other => product(other),
    };
    match stack.host {
        "kairos" => format!("Kairos + {kubernetes}"),
        "ubuntu" => format!("{kubernetes} on Ubuntu"),
        "rhel" if stack.kubernetes != "microshift" => format!("{kubernetes} on RHEL"),
        "linux" => format!("{kubernetes} on Linux"),
        _ => kubernetes,
    }
}

fn headline(of: &Stack, nodes: u32) -> String {
    let name = stack(of);
    match of.pattern {
        Pattern::A => format!("{name}, one recoverable node"),
        Pattern::B => format!("{name}, {}-node local cluster", count(nodes)),
        Pattern::C => format!("{name}, edge nodes of a central cluster"),
        Pattern::D => format!("{name}, regional cluster"),
    }
}

fn count(number: u32) -> String {
    const WORDS: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    usize::try_from(number)
        .ok()
        .and_then(|at| WORDS.get(at))
        .map_or_else(|| grouped(u64::from(number)), |word| (*word).to_owned())
}

fn pattern(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::A => "Single node, recoverable",
        Pattern::B => "Local nodes with quorum",
        Pattern::C => "Cloud-edge coordination",
        Pattern::D => "Regional cluster",
    }
}

fn criterion(criterion: CriterionId) -> &'static str {
    match criterion {
        CriterionId::Footprint => "Footprint",
        CriterionId::Autonomy => "Autonomy",
        CriterionId::OsModel => "OS model",
        CriterionId::UpgradePath => "Upgrade path",
        CriterionId::FleetIdentity => "Fleet identity",
        CriterionId::Storage => "Storage",
        CriterionId::Observability => "Observability",
    }
}

fn criterion_short(of: CriterionId) -> &'static str {
    match of {
        CriterionId::UpgradePath => "Upgrade",
        CriterionId::FleetIdentity => "Identity",
        CriterionId::Observability => "Observ.",
        other => criterion(other),
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "passes",
        Verdict::Conditional => "conditional",
        Verdict::Unknown => "depends",
        Verdict::Fail => "ruled out",
    }
}

fn level(level: EvidenceLevel) -> &'static str {
    match level {
        EvidenceLevel::Judged => "judged",
        EvidenceLevel::Documented => "documented",
        EvidenceLevel::Measured => "measured",
    }
}

fn question(question: Question) -> &'static str {
    match question {
        Question::Q1 => "Must meaningful local work go on while the link is lost?",
        Question::Q2 => "Is device or cloud-edge metadata sync a core feature?",
        Question::Q3 => "Mostly one or two constrained nodes with rebuildable state?",
        Question::Q4 => "Is an end to SSH drift and host changes worth more than Linux habit?",
        Question::Q5 => "Is Ubuntu with snap the standard?",
    }
}

fn tree_answer(answer: TreeAnswer) -> &'static str {
    match answer {
        TreeAnswer::Yes => "yes",
        TreeAnswer::No => "no",
        TreeAnswer::Unknown => "not known",
    }
}

fn leaf(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::CloudEdgeSync => "KubeEdge first; compare OpenYurt",
        Leaf::Autonomy => "OpenYurt, or a cluster at each site",
        Leaf::SmallAndRebuildable => "k3s first; k0s for fewer bundled opinions",
        Leaf::ImmutableHost => "Talos first; Kairos if the base system must vary",
        Leaf::SnapStandard => "MicroK8s",
        Leaf::FleetRequirements => "Compare k0s, k3s, RKE2 and standard Kubernetes",
    }
}

fn reason(reason: &Reason) -> String {
    reason.fill(reason.template, figure)
}

fn figure(figure: &Figure) -> String {
    match figure {
        Figure::Whole(number, unit) => (FIELDS.measure)(*number, *unit),
        Figure::Field(field) => format!("\u{201c}{}\u{201d}", FIELDS.label(*field)),
        // A name may be the id of an option; what is none stays as it is.
        Figure::Name(name) => direction(name),
        // The templates are made for the rules' own words, which differ from the labels of the form.
        Figure::Answer(..) | Figure::Count(_) => figure.english(),
    }
}

fn sentence(of: &Reason) -> String {
    let mut text = reason(of);
    if let Some(first) = text.get(..1) {
        let first = if starts_with_a_name(&text) { first.to_owned() } else { first.to_uppercase() };
        text.replace_range(..1, &first);
    }
    if !text.ends_with(['.', '?', '!']) {
        text.push('.');
    }
    text
}

/// Names that are written small even where a sentence begins.
fn starts_with_a_name(text: &str) -> bool {
    const SMALL: &[&str] = &["k3s", "k0s", "etcd", "kubeadm", "kubelet", "kubectl", "containerd"];
    SMALL.iter().any(|name| text.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(host: &'static str, kubernetes: &'static str, framework: Option<&'static str>) -> String {
        let id = String::new();
        stack(&Stack { id, host, kubernetes, framework, pattern: Pattern::B, products: vec![] })
    }

    #[test]
    fn stacks_have_short_names() {
        assert_eq!(of("talos", "talos", None), "Talos");
        assert_eq!(of("kairos", "k3s", None), "Kairos + k3s");
        assert_eq!(of("ubuntu", "microk8s", None), "MicroK8s on Ubuntu");
        assert_eq!(of("provider", "managed", None), "Managed regional service");
        assert_eq!(of("linux", "k3s", Some("kubeedge")), "KubeEdge with k3s on Linux");
    }

    #[test]
    fn sentences_begin_large_unless_a_small_name_begins_them() {
        let small = Reason::plain("a", "k3s needs 2 GB");
        let large = Reason::plain("b", "memory is short");
        assert_eq!(sentence(&small), "k3s needs 2 GB.");
        assert_eq!(sentence(&large), "Memory is short.");
    }
}
