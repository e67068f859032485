//! One's own profile beside another one: in what they differ, and what follows from each.

use rules_core::decide;
use rules_core::measured::Measured;
use rules_core::outcome::{CriterionId, Decision, ProductId, Question, Stack};
use rules_core::profile::{Answer, Field};

use super::answer::rounded;
use super::work::Work;

/// Two profiles with their answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// One's own.
    pub own: Side,
    /// The one beside it.
    pub other: Side,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    work: Work,
    decision: Decision,
}

/// What was said to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing.
    Unknown,
    /// An answer.
    Answer(Answer),
    /// Something that cannot be read as an answer.
    Unread(String),
}

/// In what two profiles differ, with what each says.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// An answer.
    Answer(Field, Said, Said),
    /// An answer of the tree given by hand; `None` is what follows from the profile.
    Tree(Question, Option<bool>, Option<bool>),
    /// The weight of a criterion, in per cent.
    Weight(CriterionId, u32, u32),
    /// A measured score; `None` is none.
    Measured(String, CriterionId, Option<u8>, Option<u8>),
}

/// How an option fares for both.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// Which option.
    pub option: ProductId,
    /// Its place for one's own; `None` where it is ruled out.
    pub own: Option<u32>,
    /// And for the other.
    pub other: Option<u32>,
}

impl Compared {
    /// Decides for both.
    #[must_use]
    pub fn of(own: &Work, other: &Work) -> Self {
        Self { own: Side::of(own), other: Side::of(other) }
    }

    /// Returns in what they differ, in the order of the questions.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let (own, other) = (&self.own, &self.other);
        let answers = Field::ALL.iter().copied().filter_map(|field| {
            let (own, other) = (own.said(field), other.said(field));
            (own != other).then_some(Line::Answer(field, own, other))
        });
        let tree = Question::ALL.into_iter().filter_map(|question| {
            let of = |side: &Side| side.work.overrides[question as usize];
            (of(own) != of(other)).then(|| Line::Tree(question, of(own), of(other)))
        });
        // Weights that follow from the answers were said by nobody.
        let chosen = own.work.weights.is_some() || other.work.weights.is_some();
        let weights = CriterionId::ALL.into_iter().filter(|_| chosen).filter_map(|criterion| {
            let of =
                |side: &Side| rounded(100.0 * side.decision.weights.shares[criterion as usize]);
            (of(own) != of(other)).then(|| Line::Weight(criterion, of(own), of(other)))
        });
        answers.chain(tree).chain(weights).chain(self.measured()).collect()
    }

    fn measured(&self) -> Vec<Line> {
        let all = |side: &Side| side.work.evidence.all().to_vec();
        let mut places: Vec<_> = all(&self.own).into_iter().chain(all(&self.other)).collect();
        places.sort_by(|one, other| one.place().cmp(&other.place()));
        places.dedup_by(|one, other| one.place() == other.place());
        let line = |one: Measured| {
            let score = |side: &Side| {
                side.work.evidence.of(&one.stack, one.criterion).map(|found| found.score)
            };
            let (own, other) = (score(&self.own), score(&self.other));
            (own != other).then(|| Line::Measured(one.stack.clone(), one.criterion, own, other))
        };
        places.into_iter().filter_map(line).collect()
    }

    /// Returns how each option fares, by one's own ranking, then by the other's; those ruled out for both come last.
    #[must_use]
    pub fn options(&self) -> Vec<Fate> {
        let rank = |side: &Side, option| {
            let found = side.decision.products.iter().find(|one| one.product == option);
            found.and_then(|one| one.rank)
        };
        let options = self.own.decision.products.iter().map(|one| one.product);
        let fate = |option| Fate {
            option,
            own: rank(&self.own, option),
            other: rank(&self.other, option),
        };
        let mut fates: Vec<_> = options.map(fate).collect();
        let last = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
        fates.sort_by_key(|fate| (last(fate.own), last(fate.other)));
        fates
    }
}

impl Side {
    fn of(work: &Work) -> Self {
        let decision = decide(&work.draft.parse().profile, &work.choices());
        Self { work: work.clone(), decision }
    }

    /// Returns its name, as typed.
    #[must_use]
    pub fn name(&self) -> &str {
        self.work.draft.name.trim()
    }

    /// Returns the shortlist, each stack with its value; empty while no winner may be named.
    #[must_use]
    pub fn shortlist(&self) -> Vec<(Stack, u32)> {
        let stacks = self.decision.shortlist.iter();
        let results = stacks.filter_map(|entry| self.decision.stacks.get(entry.stack));
        results.map(|result| (result.stack.clone(), rounded(result.value))).collect()
    }

    /// Returns where the five questions lead.
    #[must_use]
    pub fn direction(&self) -> &[&'static str] {
        &self.decision.tree.direction
    }

    fn said(&self, field: Field) -> Said {
        let raw = self.work.draft.raw(field).trim();
        match self.decision.profile.answer(field) {
            Some(answer) => Said::Answer(answer),
            None if raw.is_empty() => Said::Unknown,
            None => Said::Unread(raw.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::examples;

    #[test]
    fn a_profile_does_not_differ_from_itself() {
        let work = examples::retail("");
        let compared = Compared::of(&work, &work);
        assert_eq!(compared.lines(), []);
        assert_eq!(compared.own, compared.other);
        assert!(compared.options().iter().all(|fate| fate.own == fate.other));
        assert_eq!(compared.options().len(), 11);
    }

    #[test]
    fn whatever_was_said_otherwise_is_told_with_both_sides() {
        let own = examples::retail("");
        let mut other = own.clone();
        other.draft.set_raw(Field::Sites, "plenty".to_owned());
        other.draft.set_raw(Field::NodesPerSite, String::new());
        other.overrides[3] = Some(true);
        other.weights = Some([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        other.measure_for_test();
        let weighs = |lines: &[Line]| lines.iter().any(|line| matches!(line, Line::Weight(..)));
        assert!(!weighs(&Compared::of(&own, &Work::default()).lines()), "nobody chose any");
        let lines = Compared::of(&own, &other).lines();
        let sites = Said::Answer(Answer::Whole(3400));
        assert!(lines.contains(&Line::Answer(
            Field::Sites,
            sites,
            Said::Unread("plenty".to_owned())
        )));
        let nodes = Said::Answer(Answer::Whole(3));
        assert!(lines.contains(&Line::Answer(Field::NodesPerSite, nodes, Said::Unknown)));
        assert!(lines.contains(&Line::Tree(Question::Q4, None, Some(true))));
        assert!(lines.iter().any(|line| {
            matches!(line, Line::Weight(CriterionId::Footprint, own, 100) if *own < 100)
        }));
        let stack = "kairos+k3s/a".to_owned();
        assert!(lines.contains(&Line::Measured(stack, CriterionId::Storage, None, Some(2))));
    }

    #[test]
    fn options_stand_in_the_order_of_ones_own_ranking() {
        let compared = Compared::of(&examples::retail(""), &Work::default());
        let ranks: Vec<_> = compared.options().iter().map(|fate| fate.own).collect();
        let ruled_out = ranks.iter().position(Option::is_none).unwrap_or(ranks.len());
        assert!(ranks[..ruled_out].is_sorted() && ranks[ruled_out..].iter().all(Option::is_none));
        assert_eq!(compared.other.shortlist(), [], "too little is known there");
    }
}
