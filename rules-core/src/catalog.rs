//! The catalog: what is known of every option, with where and when it was read.
//!
//! The files are `catalog/options/<id>.toml` (one per option), `catalog/hosts.toml` (general-purpose hosts),
//! `catalog/compatibility.toml` (what may stand on what), `catalog/companions.toml` (what a distribution does not decide)
//! and `catalog/reports.toml` (what others met in the field). `build.rs` checks them and writes the tables that this
//! module includes. The claims and sources of the facts go into a file of their own, [`FACT_SHEETS`], which is read with
//! [`FactSheets`].

mod batteries;
mod cited;
#[macro_use]
mod macros;
mod schema;
mod sheets;

mod prelude {
    //! What the schema names besides its own types.
    pub(super) use super::cited::Cited;
    pub(super) use crate::outcome::{FactId, Pattern};
    pub(super) use crate::profile::CpuArchitecture;
}

pub use batteries::PartKind;
pub use cited::Cited;
pub use schema::*;
pub use sheets::{Fact, FactSheets, SheetsFile};
pub use tables::FACT_SHEETS;

/// The day on which the catalog was last changed.
pub const CATALOG_VERSION: &str = "2026-11-22";

/// Everything that the rules may read.
#[derive(Debug)]
pub struct Catalog {
    /// The eleven options, in reading order.
    pub products: &'static [Product],
    /// General-purpose hosts, and those that no option of its own brings.
    pub hosts: &'static [Host],
    /// What may stand on what.
    pub compatibility: Compatibility,
}

#[allow(clippy::wildcard_imports, reason = "the generated tables name every type of the schema")]
mod tables {
    //! What `build.rs` wrote.

    use super::*;
    use crate::outcome::Pattern;
    use crate::profile::CpuArchitecture;

    include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

    pub(super) fn catalog() -> &'static Catalog {
        &CATALOG
    }

    pub(super) fn companions() -> &'static [Companion] {
        COMPANIONS
    }

    pub(super) fn reports() -> &'static [FieldReport] {
        REPORTS
    }
}

/// Returns the catalog.
#[must_use]
pub fn catalog() -> &'static Catalog {
    tables::catalog()
}

/// Returns what does the jobs that no distribution settles. A table of its own, like the reports: decisions need neither,
/// so the first load does without.
#[must_use]
pub fn companions() -> &'static [Companion] {
    tables::companions()
}

/// Returns a companion.
#[must_use]
pub fn companion(id: &str) -> Option<&'static Companion> {
    companions().iter().find(|companion| companion.id == id)
}

/// Returns when which field report concerns a site.
#[must_use]
pub fn reports() -> &'static [FieldReport] {
    tables::reports()
}

impl Catalog {
    /// Returns an option.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<&'static Product> {
        self.products.iter().find(|product| product.id == id)
    }

    /// Returns a host: a general-purpose one, or that of an option.
    #[must_use]
    pub fn host(&self, id: &str) -> Option<&'static Host> {
        let of_products = self.products.iter().flat_map(|product| product.hosts);
        self.hosts.iter().chain(of_products).find(|host| host.id == id)
    }

    /// Returns a Kubernetes.
    #[must_use]
    pub fn distribution(&self, id: &str) -> Option<&'static Distribution> {
        self.distributions().find(|distribution| distribution.id == id)
    }

    /// Returns a framework.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&'static Framework> {
        let mut all = self.products.iter().flat_map(|product| product.frameworks);
        all.find(|framework| framework.id == id)
    }

    /// Returns every Kubernetes, in the order of the options.
    pub fn distributions(&self) -> impl Iterator<Item = &'static Distribution> {
        self.products.iter().flat_map(|product| product.distributions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_options_stand_in_reading_order() {
        let ids: Vec<_> = catalog().products.iter().map(|product| product.id).collect();
        assert_eq!(
            ids,
            [
                "k3s",
                "k0s",
                "microk8s",
                "talos",
                "kairos",
                "kubeedge",
                "openyurt",
                "rke2",
                "kubernetes",
                "openshift",
                "managed"
            ]
        );
    }

    #[test]
    fn a_host_that_a_distribution_brings_exists() {
        for id in catalog().distributions().filter_map(|distribution| distribution.own_host) {
            assert!(catalog().host(id).is_some(), "{id}");
        }
    }

    #[test]
    fn compatibility_names_only_what_exists() {
        let rules = &catalog().compatibility;
        for rule in rules.on_host {
            assert!(catalog().distribution(rule.kubernetes).is_some(), "{}", rule.kubernetes);
            assert!(rule.hosts.iter().all(|id| catalog().host(id).is_some()), "{:?}", rule.hosts);
        }
        for rule in rules.centre {
            assert!(catalog().framework(rule.framework).is_some(), "{}", rule.framework);
            for id in rule.kubernetes {
                assert!(catalog().distribution(id).is_some(), "{id}");
            }
        }
        for rule in rules.edge {
            assert!(catalog().framework(rule.framework).is_some(), "{}", rule.framework);
            assert!(rule.hosts.iter().all(|id| catalog().host(id).is_some()), "{:?}", rule.hosts);
        }
    }

    #[test]
    fn careful_figure_is_never_below_the_least() {
        let figures = catalog()
            .distributions()
            .flat_map(|distribution| [distribution.server.ram_mib, distribution.server.cpu_cores]);
        for figure in figures {
            if let (Some(value), Some(least)) = (figure.value, figure.least) {
                assert!(least.value < value);
            }
        }
    }
}
