//! Gate: what is sold inside a product stands on its own at the customer's.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Packaging;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "product-embedding",
    title: "Can be built into a product that is sold",
    why: "A device at a customer's outlives your link to it, and is installed by people who have never heard of Kubernetes.",
    formula: "not built into a product: pass; a provider's service: fail; a framework or a subscription per device: a \
              condition; else pass",
    reads: &[Field::ShippedInProduct],
    looks_at: looks::NODE | looks::KUBERNETES,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.shipped_in_product() {
        return Finding::pass(say(
            "product-embedding-not-asked",
            "it is not built into a product",
            &[],
        ));
    }
    if let Some(framework) = candidate.framework {
        let name = Figure::Name(framework.name);
        return Finding::conditional(
            say(
                "product-embedding-framework",
                "every sold device would be an edge node of a {0} centre of yours",
                &[name],
            ),
            say(
                "product-embedding-centre",
                "run that centre for as long as any device is sold or in use",
                &[],
            ),
        );
    }
    let packaging = &candidate.distribution.packaging;
    if packaging.is(Packaging::Provider) {
        let template = "a provider's service cannot be built into a product";
        return Finding::fail(say("product-embedding-provider", template, &[]));
    }
    if candidate.stack.products.contains(&"openshift") {
        return Finding::conditional(
            say("product-embedding-subscription", "every sold device needs a subscription", &[]),
            say("product-embedding-terms", "agree terms for devices that are sold on", &[]),
        )
        .citing(&["openshift.microshift.subscription"]);
    }
    Finding::pass(say("product-embedding-stands", "it stands on its own at the customer's", &[]))
        .citing(packaging.facts)
}
