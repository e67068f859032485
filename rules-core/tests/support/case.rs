//! Published decisions: what is known of the sites, and what the organisation chose and left. See `cases/README.md`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rules_core::outcome::{HostFamily, StackResult};
use rules_core::profile::{Draft, Field, SiteProfile};
use serde::Deserialize;

/// The entries of one basis, by field.
pub type Entries = BTreeMap<String, Entry>;

/// A published decision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The name of its file, without the ending.
    #[serde(skip)]
    pub id: String,
    pub name: String,
    pub domain: String,
    pub year: u16,
    pub maturity: Maturity,
    /// Whether a supplier had a hand in the text.
    pub by_supplier: bool,
    pub confidence: Confidence,
    pub confidence_why: Option<String>,
    pub sources: Vec<String>,
    /// Primary texts to which the sources point, not read themselves.
    #[serde(default)]
    pub origins: Vec<String>,
    /// The topology pattern as built.
    pub pattern: String,
    /// Whether alternatives were compared.
    pub compared: bool,
    pub reasons: Vec<String>,
    #[serde(default)]
    pub regrets: Vec<String>,
    /// Why the answer names something else, where it does.
    pub miss: Option<String>,
    pub chosen: Chosen,
    #[serde(default)]
    pub left: Vec<Left>,
    #[serde(default)]
    pub stated: Entries,
    #[serde(default)]
    pub implied: Entries,
    /// What follows from the choice. Never an input.
    #[serde(default)]
    pub outcome: Entries,
    #[serde(default)]
    pub besides: Vec<Besides>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Maturity {
    Production,
    Pilot,
    Demonstration,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    High,
    Medium,
    Low,
}

/// An answer of the profile, and what in the source it rests on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub value: Value,
    pub why: String,
    /// Whether the source says "more than".
    #[serde(default)]
    pub at_least: bool,
}

/// An answer, as a profile file has it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Whole(u32),
    Text(String),
    Set(Vec<String>),
}

/// What is known and fits no field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Besides {
    pub basis: Basis,
    pub what: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    Stated,
    Implied,
    Outcome,
}

/// The part of a stack that the source names. What it does not name matches every stack.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    pub option: Option<String>,
    pub host: Option<Family>,
    pub kubernetes: Vec<String>,
    pub patterns: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    General,
    Talos,
    Kairos,
    Provider,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    pub told: String,
    option: String,
    host: Option<Family>,
    #[serde(default)]
    kubernetes: Vec<String>,
}

impl Chosen {
    pub fn parts(&self) -> Parts {
        Parts {
            option: Some(self.option.clone()),
            host: self.host,
            kubernetes: self.kubernetes.clone(),
            patterns: Vec::new(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    pub stage: Stage,
    pub what: String,
    pub why: String,
    /// `None` where it is none of ours.
    pub option: Option<String>,
    host: Option<Family>,
    #[serde(default)]
    patterns: Vec<String>,
}

impl Left {
    pub fn parts(&self) -> Parts {
        Parts {
            option: self.option.clone(),
            host: self.host,
            kubernetes: Vec::new(),
            patterns: self.patterns.clone(),
        }
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    Abandoned,
    Rejected,
    Considered,
}

impl Case {
    /// Reads the case of a file.
    pub fn read(id: &str) -> Self {
        let path = folder().join(format!("{id}.toml"));
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{id}: {error}"));
        let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
        Self { id: id.to_owned(), ..case }
    }

    /// Reads every case, in the order of their names.
    pub fn all() -> Vec<Self> {
        let entries = std::fs::read_dir(folder()).expect("the folder of the cases");
        let mut ids: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect();
        ids.sort_unstable();
        ids.iter().map(|id| Self::read(id)).collect()
    }

    /// Returns the profile that the source states, with or without what it implies.
    pub fn profile(&self, with_implied: bool) -> SiteProfile {
        let implied = self.implied.iter().filter(|_| with_implied);
        profile(&self.id, &self.name, self.stated.iter().chain(implied))
    }

    /// Returns what follows from the choice, to check that it reads.
    pub fn outcome_profile(&self) -> SiteProfile {
        profile(&self.id, &self.name, self.outcome.iter())
    }
}

impl Parts {
    /// Returns whether a stack is what the source names. Nothing is, where the source names none of our options.
    pub fn match_stack(&self, result: &StackResult) -> bool {
        let stack = &result.stack;
        let named = |list: &[String], id: &str| list.is_empty() || list.iter().any(|own| own == id);
        self.option.as_ref().is_some_and(|option| stack.products.contains(&option.as_str()))
            && self.host.is_none_or(|family| family.is(stack.host_family()))
            && named(&self.kubernetes, stack.kubernetes)
            && named(&self.patterns, stack.pattern.id())
    }
}

impl Family {
    fn is(self, family: HostFamily) -> bool {
        family
            == match self {
                Self::General => HostFamily::General,
                Self::Talos => HostFamily::Talos,
                Self::Kairos => HostFamily::Kairos,
                Self::Provider => HostFamily::Provider,
            }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The entries are read as a profile file is, so what a case says can be typed as well.
fn profile<'a>(
    id: &str,
    name: &str,
    entries: impl Iterator<Item = (&'a String, &'a Entry)>,
) -> SiteProfile {
    let mut draft = Draft::default();
    name.clone_into(&mut draft.name);
    for (key, entry) in entries {
        let field = Field::by_id(key).unwrap_or_else(|| panic!("{id}: no field is called {key}"));
        draft.set_raw(field, typed(&entry.value));
    }
    let parsed = draft.parse();
    assert!(parsed.faults.is_empty(), "{id}: {:?}", parsed.faults);
    parsed.profile
}

fn typed(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Set(members) => members.join(", "),
    }
}
