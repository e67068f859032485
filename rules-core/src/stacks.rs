//! Every whole candidate: which host, Kubernetes, framework and pattern go together, as far as the projects say.
//!
//! The list follows from `catalog/compatibility.toml` and from the patterns that each Kubernetes is made for; nothing
//! is listed by hand. What the projects rule out is kept with the reason, so that it can be shown.

use std::sync::OnceLock;

use crate::catalog::{Backing, Distribution, Framework, Host, catalog};
use crate::outcome::{FactId, Pattern, ProductId, Stack};
use crate::profile::{AssumedProfile, Tier};

/// A stack with what the catalog knows of its parts.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The stack.
    pub stack: Stack,
    /// The host of the nodes at the site: the one that the Kubernetes brings, where it brings its own.
    pub host: &'static Host,
    /// The Kubernetes; of a framework's stack, the one in the centre.
    pub distribution: &'static Distribution,
    /// The framework.
    pub framework: Option<&'static Framework>,
    /// What the projects say of the combination, one entry per joint.
    pub joints: Vec<Joint>,
}

impl Candidate {
    /// Returns whether API server and datastore stand where the nodes are. A regional cluster stands at the site only if
    /// the site is the regional facility itself.
    #[must_use]
    pub fn controls_at_site(&self, profile: &AssumedProfile) -> bool {
        let elsewhere = self.stack.pattern == Pattern::D && profile.tier() != Tier::RegionalEdge;
        self.framework.is_none() && !elsewhere
    }
}

/// What the projects say of two parts of a stack.
#[derive(Clone, Copy, Debug)]
pub struct Joint {
    /// How far they vouch for it.
    pub backing: Backing,
    /// What has to be done, or why it is so.
    pub why: &'static str,
    /// The facts.
    pub facts: &'static [FactId],
}

/// A combination that the projects rule out.
#[derive(Clone, Copy, Debug)]
pub struct Excluded {
    /// Host id, if the host is one of the two.
    pub host: Option<&'static str>,
    /// Kubernetes id, if Kubernetes is one of the two.
    pub kubernetes: Option<&'static str>,
    /// Framework id, if a framework is one of the two.
    pub framework: Option<&'static str>,
    /// Why, and on what facts.
    pub joint: Joint,
}

/// Returns every candidate, in a fixed order.
#[must_use]
pub fn candidates() -> &'static [Candidate] {
    static ALL: OnceLock<Vec<Candidate>> = OnceLock::new();
    ALL.get_or_init(enumerate)
}

/// Returns every stack, in the order of [`candidates`].
#[must_use]
pub fn all() -> &'static [Stack] {
    static ALL: OnceLock<Vec<Stack>> = OnceLock::new();
    ALL.get_or_init(|| candidates().iter().map(|candidate| candidate.stack.clone()).collect())
}

/// Returns the candidate with a stack id.
#[must_use]
pub fn candidate(id: &str) -> Option<&'static Candidate> {
    candidates().iter().find(|candidate| candidate.stack.id == id)
}

/// Returns every pair of parts that the projects rule out.
#[must_use]
pub fn excluded() -> Vec<Excluded> {
    let rules = &catalog().compatibility;
    let on_host = rules.on_host.iter().flat_map(|rule| {
        rule.hosts.iter().map(|host| Excluded {
            host: Some(host),
            kubernetes: Some(rule.kubernetes),
            framework: None,
            joint: Joint { backing: rule.backing, why: rule.why, facts: rule.facts },
        })
    });
    let centre = rules.centre.iter().flat_map(|rule| {
        rule.kubernetes.iter().map(|kubernetes| Excluded {
            host: None,
            kubernetes: Some(kubernetes),
            framework: Some(rule.framework),
            joint: Joint { backing: rule.backing, why: rule.why, facts: rule.facts },
        })
    });
    let edge = rules.edge.iter().flat_map(|rule| {
        rule.hosts.iter().map(|host| Excluded {
            host: Some(host),
            kubernetes: None,
            framework: Some(rule.framework),
            joint: Joint { backing: rule.backing, why: rule.why, facts: rule.facts },
        })
    });
    on_host
        .chain(centre)
        .chain(edge)
        .filter(|pair| pair.joint.backing == Backing::Excluded)
        .collect()
}

fn enumerate() -> Vec<Candidate> {
    catalog().distributions().flat_map(site_clusters).chain(framework_stacks()).collect()
}

/// Clusters at the site or in its region.
fn site_clusters(distribution: &'static Distribution) -> Vec<Candidate> {
    let patterns = distribution.patterns.value.unwrap_or_default();
    let rules = catalog().compatibility.on_host.iter();
    rules
        .filter(|rule| rule.kubernetes == distribution.id && rule.backing != Backing::Excluded)
        .flat_map(|rule| rule.hosts.iter().map(move |host| (rule, *host)))
        .flat_map(|(rule, host)| patterns.iter().map(move |pattern| (rule, host, *pattern)))
        .filter_map(|(rule, host, pattern)| {
            let joint = Joint { backing: rule.backing, why: rule.why, facts: rule.facts };
            build(host, distribution, None, pattern, vec![joint])
        })
        .collect()
}

/// Edge nodes of a framework, with the cluster in the centre. Two joints of which nobody says anything are one guess
/// too many: an unvouched centre is offered once per framework, with the first host that the framework names.
fn framework_stacks() -> Vec<Candidate> {
    let rules = &catalog().compatibility;
    let mut stacks = Vec::new();
    for centre in rules.centre.iter().filter(|rule| rule.backing != Backing::Excluded) {
        let edges = || {
            rules
                .edge
                .iter()
                .filter(|rule| {
                    rule.framework == centre.framework && rule.backing != Backing::Excluded
                })
                .flat_map(|rule| rule.hosts.iter().map(move |host| (rule, *host)))
        };
        let unvouched = centre.backing == Backing::Silent;
        for kubernetes in centre.kubernetes {
            for (edge, host) in edges().take(if unvouched { 1 } else { usize::MAX }) {
                let joints = vec![
                    Joint { backing: centre.backing, why: centre.why, facts: centre.facts },
                    Joint { backing: edge.backing, why: edge.why, facts: edge.facts },
                ];
                let parts =
                    catalog().distribution(kubernetes).zip(catalog().framework(centre.framework));
                stacks.extend(parts.and_then(|(distribution, framework)| {
                    build(host, distribution, Some(framework), Pattern::C, joints)
                }));
            }
        }
    }
    stacks
}

fn build(
    host: &'static str,
    distribution: &'static Distribution,
    framework: Option<&'static Framework>,
    pattern: Pattern,
    joints: Vec<Joint>,
) -> Option<Candidate> {
    let own = distribution.own_host.filter(|_| framework.is_none());
    let known_host = catalog().host(own.unwrap_or(host))?;
    let plus = framework.map_or(String::new(), |framework| format!("+{}", framework.id));
    let stack = Stack {
        id: format!("{host}+{}{plus}/{}", distribution.id, pattern.id()),
        host,
        kubernetes: distribution.id,
        framework: framework.map(|framework| framework.id),
        pattern,
        products: speaks_for(host, distribution.id, framework.map(|framework| framework.id)),
    };
    Some(Candidate { stack, host: known_host, distribution, framework, joints })
}

/// The options that a stack speaks for: the framework and a host that is an option itself; without a framework also
/// the Kubernetes. (A framework's stack says little about the Kubernetes in its centre.)
fn speaks_for(host: &str, distribution: &str, framework: Option<&'static str>) -> Vec<ProductId> {
    let of_host =
        catalog().products.iter().find(|product| product.hosts.iter().any(|own| own.id == host));
    let of_kubernetes = catalog()
        .products
        .iter()
        .find(|product| product.distributions.iter().any(|own| own.id == distribution))
        .filter(|_| framework.is_none());
    let mut products: Vec<_> =
        framework.into_iter().chain(of_host.map(|product| product.id)).collect();
    products.extend(of_kubernetes.map(|product| product.id).filter(|id| !products.contains(id)));
    products
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_of_stacks_stays_sensible() {
        assert!((40..=120).contains(&candidates().len()), "{}", candidates().len());
    }

    #[test]
    fn ids_are_unique_and_of_the_agreed_shape() {
        let mut ids: Vec<_> = all().iter().map(|stack| stack.id.as_str()).collect();
        assert!(ids.contains(&"kairos+k3s/a") && ids.contains(&"talos+talos/b"));
        assert!(ids.contains(&"kairos+kubernetes+kubeedge/c"));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all().len());
    }

    #[test]
    fn every_option_has_a_stack_that_speaks_for_it() {
        for product in catalog().products {
            assert!(
                all().iter().any(|stack| stack.products.contains(&product.id)),
                "{}",
                product.id
            );
        }
    }

    #[test]
    fn kairos_with_k3s_speaks_for_both() {
        let stack = &candidate("kairos+k3s/a").expect("it is vouched for").stack;
        assert_eq!(stack.products, ["kairos", "k3s"]);
    }

    #[test]
    fn framework_and_pattern_c_go_together() {
        for stack in all() {
            assert_eq!(stack.framework.is_some(), stack.pattern == Pattern::C, "{}", stack.id);
        }
    }

    #[test]
    fn quorum_is_only_offered_where_there_is_one() {
        for candidate in candidates().iter().filter(|one| one.stack.pattern == Pattern::B) {
            assert!(candidate.distribution.quorum.is_some(), "{}", candidate.stack.id);
        }
    }

    #[test]
    fn talos_carries_nothing_but_its_own_kubernetes() {
        assert!(
            all()
                .iter()
                .filter(|stack| stack.host == "talos")
                .all(|stack| stack.kubernetes == "talos")
        );
        let reasons: Vec<_> =
            excluded().into_iter().filter(|pair| pair.host == Some("talos")).collect();
        assert!(reasons.iter().any(|pair| pair.kubernetes == Some("microk8s")));
        assert!(reasons.iter().all(|pair| !pair.joint.facts.is_empty()));
    }

    #[test]
    fn openshift_stands_on_the_host_that_it_installs() {
        let sno = candidate("rhel+sno/a").expect("it is vouched for");
        assert_eq!(sno.host.id, "rhcos");
    }
}
