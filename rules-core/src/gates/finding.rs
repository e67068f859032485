//! What a check says, put together without touching the heap: checks run many times for one answer, and so do criteria
//! where only their sum is asked for.

use std::borrow::Cow;

use crate::catalog::{Cited, Support};
use crate::outcome::{FactId, Verdict};
use crate::reason::{Figure, Reason};

/// Most figures of one sentence.
const FIGURES: usize = 6;
/// Most lists of facts of one finding.
const CITES: usize = 6;

/// A sentence with its figures.
#[derive(Clone, Copy)]
pub(crate) struct Sentence {
    key: &'static str,
    template: &'static str,
    figures: [Option<Figure>; FIGURES],
}

/// Builds a sentence. Figures beyond the sixth are dropped.
pub(crate) fn say(key: &'static str, template: &'static str, figures: &[Figure]) -> Sentence {
    let mut sentence = Sentence { key, template, figures: [None; FIGURES] };
    for (place, figure) in sentence.figures.iter_mut().zip(figures) {
        *place = Some(*figure);
    }
    sentence
}

impl From<Sentence> for Reason {
    fn from(sentence: Sentence) -> Self {
        let used = sentence.figures.iter().flatten().count();
        let mut figures = Vec::with_capacity(used);
        figures.extend(sentence.figures.iter().flatten());
        Self::new(sentence.key, sentence.template, figures)
    }
}

/// What a gate says of one stack and one complete profile.
#[derive(Clone, Copy)]
pub(super) struct Finding {
    pub verdict: Verdict,
    pub reason: Sentence,
    pub action: Option<Sentence>,
    cites: [&'static [FactId]; CITES],
}

impl Finding {
    fn new(verdict: Verdict, reason: Sentence, action: Option<Sentence>) -> Self {
        Self { verdict, reason, action, cites: [&[]; CITES] }
    }

    pub fn pass(reason: Sentence) -> Self {
        Self::new(Verdict::Pass, reason, None)
    }

    pub fn fail(reason: Sentence) -> Self {
        Self::new(Verdict::Fail, reason, None)
    }

    /// Nobody knows: a fact of the catalog is missing.
    pub fn unknown(reason: Sentence) -> Self {
        Self::new(Verdict::Unknown, reason, None)
    }

    pub fn conditional(reason: Sentence, action: Sentence) -> Self {
        Self::new(Verdict::Conditional, reason, Some(action))
    }

    /// Adds the facts that were read.
    pub fn citing(mut self, facts: &'static [FactId]) -> Self {
        if let Some(place) = self.cites.iter_mut().find(|list| list.is_empty()) {
            *place = facts;
        }
        self
    }

    /// Returns every fact once, in the order of reading.
    pub fn facts(&self) -> Cow<'static, [FactId]> {
        if self.cites[1].is_empty() {
            return Cow::Borrowed(self.cites[0]);
        }
        let n: usize = self.cites.iter().map(|list| list.len()).sum();
        let mut facts = Vec::with_capacity(n);
        for fact in self.cites.iter().flat_map(|list| list.iter()) {
            if !facts.contains(fact) {
                facts.push(*fact);
            }
        }
        Cow::Owned(facts)
    }

    /// Returns the worse of two findings; the first of equals.
    pub fn worse(self, other: Self) -> Self {
        if other.verdict > self.verdict { other } else { self }
    }
}

/// What a property of the catalog says, as a verdict.
pub(super) fn verdict_of(support: &Cited<Support>) -> Verdict {
    match support.value {
        Some(Support::Yes) => Verdict::Pass,
        Some(Support::Action) => Verdict::Conditional,
        Some(Support::No) => Verdict::Fail,
        None => Verdict::Unknown,
    }
}
