//! The fact sheets: every fact with its claim and source. They are shipped beside the program, not inside it, so that
//! the first load stays small; rules need only the ids.

use serde::Deserialize;

/// Where the sheets of this very catalog are found, and the digest that they must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetsFile {
    /// The name of the file, with its digest in it: `facts-<sixteen hexadecimal digits>.json`.
    pub name: &'static str,
    /// The digest as the web platform writes it, `sha256-<base64>`.
    pub integrity: &'static str,
}

/// A cited fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Fact {
    /// Its id, e.g. `k3s.server.min-ram`.
    pub id: String,
    /// What it is about, e.g. `footprint`.
    pub topic: String,
    /// What is claimed, in our words.
    pub claim: String,
    /// The figure or name, if there is one.
    #[serde(default)]
    pub value: Option<String>,
    /// The unit of the figure.
    #[serde(default)]
    pub unit: Option<String>,
    /// The page it was read on.
    pub source: String,
    /// The day for which it held, `yyyy-mm-dd`.
    pub as_of: String,
    /// What else a reader should know.
    #[serde(default)]
    pub note: Option<String>,
    /// A fact that says otherwise.
    #[serde(default)]
    pub conflicts_with: Option<String>,
    /// Of a field report: the versions that it names.
    #[serde(default)]
    pub versions: Option<String>,
    /// Of a field report: `open`, `closed` or `merged` when it was read.
    #[serde(default)]
    pub status: Option<String>,
    /// Of a field report: further threads, with commas between them.
    #[serde(default)]
    pub more: Option<String>,
}

/// Every fact of the catalog, in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactSheets {
    facts: Vec<Fact>,
}

impl FactSheets {
    /// Reads the sheets that `build.rs` wrote.
    ///
    /// # Errors
    /// When the text is not such a file, with what is wrong and where.
    pub fn read(text: &str) -> Result<Self, String> {
        let facts = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
        Ok(Self { facts })
    }

    /// The sheets of this catalog, compiled in: for tests and native tools.
    ///
    /// # Panics
    /// Never: `build.rs` wrote them.
    #[cfg(any(test, feature = "fact-sheets"))]
    #[must_use]
    pub fn built_in() -> Self {
        Self::read(include_str!(concat!(env!("OUT_DIR"), "/fact-sheets.json")))
            .expect("build.rs wrote what this reads")
    }

    /// Returns a fact.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.binary_search_by(|fact| fact.id.as_str().cmp(id)).ok().map(|at| &self.facts[at])
    }

    /// Returns every fact.
    #[must_use]
    pub fn all(&self) -> &[Fact] {
        &self.facts
    }

    /// Returns the facts whose ids begin with this owner: an option, or `compat`, `companions`.
    pub fn of<'a>(&'a self, owner: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(move |fact| {
            fact.id.strip_prefix(owner).is_some_and(|rest| rest.starts_with('.'))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_found_by_its_id() {
        let sheets = FactSheets::built_in();
        let fact = sheets.fact("k3s.server.min-ram").expect("it is in the catalog");
        assert_eq!((fact.value.as_deref(), fact.unit.as_deref()), (Some("2"), Some("GB")));
        assert!(sheets.all().is_sorted_by_key(|fact| &fact.id));
        assert!(sheets.fact("k3s.server").is_none());
    }

    #[test]
    fn every_option_has_facts_of_its_own() {
        let sheets = FactSheets::built_in();
        for product in crate::catalog::catalog().products {
            assert!(sheets.of(product.id).count() > 10, "{}", product.id);
        }
        assert!(sheets.of("k").next().is_none());
    }

    #[test]
    fn a_field_report_has_link_versions_standing_and_day() {
        let sheets = FactSheets::built_in();
        let report = sheets.fact("reports.k3s.address-change").expect("it is in the catalog");
        assert_eq!(report.source, "https://github.com/k3s-io/k3s/issues/11778");
        assert_eq!(report.versions.as_deref(), Some("v1.30.6+k3s1"));
        assert_eq!(
            (report.status.as_deref(), report.as_of.as_str()),
            (Some("closed"), "2025-02-12")
        );
        for report in crate::catalog::reports() {
            let fact = sheets.fact(report.id).expect("a report is a fact");
            assert!(fact.note.is_some(), "{} asks nothing", report.id);
        }
    }

    #[test]
    fn what_is_no_sheet_is_refused_with_the_place() {
        let fault = FactSheets::read("[{}]").expect_err("a fact has an id");
        assert!(fault.contains("line 1"), "{fault}");
    }
}
