//! Scenarios by name, and the questions that tests put to an answer.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod case;
pub mod oracles;

use std::fmt;
use std::path::PathBuf;

use rules_core::outcome::{Decision, StackResult};
use rules_core::profile::SiteProfile;
use rules_core::{Choices, decide, file};

/// Returns the folder of the scenarios.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// Reads the profile of a scenario.
pub fn scenario(name: &str) -> SiteProfile {
    let path = folder().join(format!("{name}.yaml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let draft = file::read(&text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
    let parsed = draft.parse();
    assert!(parsed.faults.is_empty(), "{name}: {:?}", parsed.faults);
    parsed.profile
}

/// A decision, to be asked.
pub struct Answered {
    pub decision: Decision,
}

impl Answered {
    pub fn to(name: &str) -> Self {
        Self::of(&scenario(name))
    }

    pub fn of(profile: &SiteProfile) -> Self {
        Self { decision: decide(profile, &Choices::default()) }
    }

    pub fn shortlist(&self) -> impl Iterator<Item = &StackResult> {
        self.decision.shortlist.iter().map(|entry| &self.decision.stacks[entry.stack])
    }

    pub fn first(&self) -> &StackResult {
        self.shortlist().next().unwrap_or_else(|| panic!("no first: {self}"))
    }

    /// Whether a stack that speaks for an option stands in the shortlist.
    pub fn shortlists(&self, product: &str) -> bool {
        self.shortlist().any(|result| result.stack.products.contains(&product))
    }

    /// The best stack of an option.
    pub fn best(&self, product: &str) -> &StackResult {
        let found = self.decision.products.iter().find(|result| result.product == product);
        let best = found.and_then(|result| result.best).expect("every option has a stack");
        &self.decision.stacks[best]
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for entry in &self.decision.shortlist {
            let result = &self.decision.stacks[entry.stack];
            writeln!(f, "{} {:.1} {}", result.stack.id, result.value, entry.reason.english())?;
        }
        writeln!(f, "needed: {:?}", self.decision.needed)?;
        for result in self.decision.stacks.iter().take(12) {
            let scores: Vec<_> = result.criteria.iter().map(|c| c.score.to_string()).collect();
            let id = &result.stack.id;
            writeln!(f, "  {id} {:.1} {} {:?}", result.value, scores.join(" "), result.verdict)?;
        }
        Ok(())
    }
}
