//! Everything that is found out about one answer, in slices short enough to stand between two key presses: certainty first,
//! then what to ask next, then what would change the answer.

use std::sync::Arc;

use rules_core::Choices;
use rules_core::certainty::Study;
use rules_core::counterfactual::{Questions, Search};
use rules_core::outcome::Decision;
use rules_core::profile::SiteProfile;

use super::certain::{Certain, changes};

/// Profiles tried between two looks at whether somebody waits.
const SLICE: usize = 16;

/// One answer being looked into.
pub struct Inquiry {
    profile: SiteProfile,
    choices: Choices,
    study: Study,
    /// From its stage on, as is what follows: an edit is painted before any of it is needed.
    questions: Option<Questions>,
    search: Option<Search>,
    stage: Stage,
    /// How far it was when it was last told of.
    told: Option<(usize, Stage)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Study,
    Questions,
    Search,
    Done,
}

impl Inquiry {
    /// Begins with what is exact about certainty; `None` if every stack is ruled out.
    #[must_use]
    pub fn new(decision: &Decision, choices: &Choices) -> Option<Self> {
        Some(Self {
            profile: decision.profile.clone(),
            choices: choices.clone(),
            study: Study::new(decision)?,
            questions: None,
            search: None,
            stage: Stage::Study,
            told: None,
        })
    }

    /// Does one more slice; says whether any are left.
    pub fn advance(&mut self) -> bool {
        let (profile, choices) = (&self.profile, &self.choices);
        let (done, next) = match self.stage {
            Stage::Study => (!self.study.advance(), Stage::Questions),
            Stage::Questions => {
                let begin = || Questions::new(profile, choices);
                (self.questions.get_or_insert_with(begin).step(), Stage::Search)
            }
            Stage::Search => {
                let begin = || Search::new(profile, choices);
                (self.search.get_or_insert_with(begin).step(SLICE), Stage::Done)
            }
            Stage::Done => (true, Stage::Done),
        };
        if done {
            self.stage = next;
        }
        self.stage != Stage::Done
    }

    /// Returns what is found so far, if that is more than the last time.
    pub fn news(&mut self) -> Option<Certain> {
        let now = (self.study.findings().parts(), self.stage);
        (self.told.replace(now) != Some(now)).then(|| self.certain())
    }

    /// Returns what is found so far.
    #[must_use]
    pub fn certain(&self) -> Certain {
        let asked = matches!(self.stage, Stage::Search | Stage::Done);
        let searched = self.stage == Stage::Done;
        let questions = self.questions.as_ref().filter(|_| asked);
        let search = self.search.as_ref().filter(|_| searched);
        Certain {
            found: Some(Arc::new(self.study.findings().clone())),
            before: Vec::new(),
            whose: String::new(),
            questions: questions.map(|found| Arc::new(found.questions().to_vec())),
            flips: search.map(|found| Arc::new(changes(&self.profile, found.flips()))),
            current: searched,
            missing: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use rules_core::decide;

    use super::*;
    use crate::state::examples;

    #[test]
    fn slices_come_to_an_end_with_everything_found() {
        let profile = examples::retail("").draft.parse().profile;
        let choices = Choices::default();
        let mut inquiry =
            Inquiry::new(&decide(&profile, &choices), &choices).expect("stacks are left");
        assert!(inquiry.certain().questions.is_none() && !inquiry.certain().current);
        assert!(inquiry.news().is_some() && inquiry.news().is_none());
        let (mut slices, mut told) = (1, 0);
        while inquiry.advance() {
            slices += 1;
            told += usize::from(inquiry.news().is_some());
        }
        assert!(inquiry.news().is_some_and(|certain| certain.current));
        assert!(told < 12 && slices > 100, "{told} of {slices}");
        let certain = inquiry.certain();
        assert!(certain.current);
        assert!(certain.found.expect("studied").worth.is_some());
        let unknown = certain.questions.expect("asked").len();
        assert_eq!(unknown, decide(&profile, &choices).assumptions.len());
        assert!(!certain.flips.expect("searched").is_empty(), "something changes the answer");
    }
}
