//! What comes with a Kubernetes, part by part.

use super::{Batteries, Delivery, Distribution, Part, Product};

/// A part that every cluster needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Pod network.
    Cni,
    /// Enforcement of network policies.
    NetworkPolicy,
    /// Ingress.
    Ingress,
    /// Load balancer for services.
    LoadBalancer,
    /// Storage provisioner.
    Storage,
    /// Cluster DNS.
    Dns,
    /// Metrics of nodes and pods.
    Metrics,
}

impl PartKind {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Cni => "cni",
            Self::NetworkPolicy => "network-policy",
            Self::Ingress => "ingress",
            Self::LoadBalancer => "load-balancer",
            Self::Storage => "storage",
            Self::Dns => "dns",
            Self::Metrics => "metrics",
        }
    }
}

impl Batteries {
    /// Returns every part, in reading order.
    #[must_use]
    pub fn parts(&'static self) -> [(PartKind, &'static Part); 7] {
        [
            (PartKind::Cni, &self.cni),
            (PartKind::NetworkPolicy, &self.network_policy),
            (PartKind::Ingress, &self.ingress),
            (PartKind::LoadBalancer, &self.load_balancer),
            (PartKind::Storage, &self.storage),
            (PartKind::Dns, &self.dns),
            (PartKind::Metrics, &self.metrics),
        ]
    }
}

impl Part {
    /// Returns whether it comes along by the word of a source; what is only taken to be so has no facts.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        matches!(self.delivery, Delivery::Bundled | Delivery::OptIn) && !self.facts.is_empty()
    }
}

impl Product {
    /// Returns batteries included or removed, one list for each Kubernetes that the option brings. A framework and a host
    /// bring none of their own: theirs are those of the Kubernetes that they carry.
    pub fn batteries(
        &self,
    ) -> impl Iterator<Item = (&'static Distribution, [(PartKind, &'static Part); 7])> {
        self.distributions.iter().map(|own| (own, own.batteries.parts()))
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Delivery, ProductKind, catalog};

    #[test]
    fn every_part_says_how_another_one_takes_its_place() {
        for distribution in catalog().distributions() {
            for (kind, part) in distribution.batteries.parts() {
                assert!(!part.replace.is_empty(), "{} {}", distribution.id, kind.id());
            }
        }
    }

    #[test]
    fn every_option_with_a_kubernetes_says_what_comes_along() {
        for product in catalog().products {
            let brings_none = product.kind == ProductKind::EdgeFramework || product.id == "kairos";
            assert_eq!(product.batteries().next().is_none(), brings_none, "{}", product.id);
        }
        let forms = catalog().product("openshift").expect("it is in the catalog").batteries();
        assert_eq!(forms.count(), 3);
    }

    #[test]
    fn what_no_source_says_is_not_documented() {
        let of = |id| &catalog().distribution(id).expect("it is in the catalog").batteries;
        assert!(of("k3s").cni.is_documented());
        assert!(!of("sno").cni.is_documented());
        assert!(!of("kubernetes").cni.is_documented(), "it is documented to be absent");
    }

    #[test]
    fn batteries_come_with_k3s_and_not_with_standard_kubernetes() {
        let bundled = |id| {
            let own = catalog().distribution(id).expect("it is in the catalog");
            let parts = own.batteries.parts();
            parts.iter().filter(|(_, part)| part.delivery == Delivery::Bundled).count()
        };
        assert_eq!(bundled("k3s"), 7);
        assert_eq!(bundled("kubernetes"), 1);
    }
}
