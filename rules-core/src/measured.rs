//! Scores that somebody measured at their own sites. A measured score takes the place of the one that the rules give, and
//! stands without an interval.
//!
//! A measurement belongs to one stack, topology included: what was seen on a single node says little of three.

use crate::criteria::Bare;
use crate::outcome::{Contribution, CriterionId, CriterionScore, EvidenceLevel};
use crate::reason::{Figure, Reason};

/// A score that was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Id of the stack that was tried, e.g. `kairos+k3s/a`. One that the catalog does not know has no effect.
    pub stack: String,
    /// What was looked at.
    pub criterion: CriterionId,
    /// 1 (weak) to 5 (strong), whole as every score.
    pub score: u8,
    /// When.
    pub day: Day,
    /// How, in the words of whoever did; may be empty.
    pub note: String,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// The first year that a measurement can be of: none of the options is older.
    pub const FIRST_YEAR: u16 = 2014;
    /// The last year that a link has room for.
    pub const LAST_YEAR: u16 = Self::FIRST_YEAR + 127;

    /// Returns a day, if the calendar has it and it lies from [`Self::FIRST_YEAR`] to [`Self::LAST_YEAR`].
    #[must_use]
    #[inline(never)]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let known = (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year);
        (known && (1..=days).contains(&day)).then_some(Self { year, month, of_month: day })
    }

    /// Reads `yyyy-mm-dd`.
    #[must_use]
    #[inline(never)]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            parts.next().filter(|part| {
                part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Returns year, month from 1 and day from 1.
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.of_month)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

/// The most stacks of one profile that can have measured scores: more than anybody tries, and what a link has room for.
pub const MOST_STACKS: usize = 8;
/// The longest note, in characters.
pub const NOTE_MAX: usize = 200;
/// The longest id of a stack, in characters.
pub const STACK_MAX: usize = 40;

/// The characters of which ids of stacks consist.
pub(crate) const STACK_CHARS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789+-/";

/// Why a measured score is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasuredFault {
    /// The score is no whole number from 1 to 5.
    Score,
    /// The note is longer than [`NOTE_MAX`], or holds characters that are no text.
    Note,
    /// No stack can have this id.
    Stack,
    /// It is no criterion.
    Criterion,
    /// It is no day.
    Day,
    /// There are measured scores of [`MOST_STACKS`] stacks already.
    TooManyStacks,
}

impl Measured {
    /// Reads what [`Self::line`] writes.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(line: &str) -> Result<Self, MeasuredFault> {
        let mut words = line.splitn(5, ' ');
        let mut word = || words.next().unwrap_or_default();
        let stack = word().to_owned();
        let criterion = CriterionId::by_id(word()).ok_or(MeasuredFault::Criterion)?;
        let score = word().parse().map_err(|_| MeasuredFault::Score)?;
        let day = Day::parse(word()).ok_or(MeasuredFault::Day)?;
        let measured = Self { stack, criterion, score, day, note: word().to_owned() };
        measured.fault().map_or(Ok(measured), Err)
    }

    /// Returns it as a line of text: stack, criterion, score, day and note.
    #[must_use]
    #[inline(never)]
    pub fn line(&self) -> String {
        let (score, day) = (self.score.to_string(), self.day.to_string());
        [&self.stack, self.criterion.id(), &score, &day, &self.note].join(" ")
    }

    /// Returns what is wrong with it.
    #[must_use]
    #[inline(never)]
    pub fn fault(&self) -> Option<MeasuredFault> {
        let stack = self.stack.as_bytes();
        if !(1..=5).contains(&self.score) {
            Some(MeasuredFault::Score)
        } else if self.note.chars().count() > NOTE_MAX || self.note.contains(char::is_control) {
            Some(MeasuredFault::Note)
        } else if !(1..=STACK_MAX).contains(&stack.len())
            || stack.iter().any(|byte| !STACK_CHARS.contains(byte))
        {
            Some(MeasuredFault::Stack)
        } else {
            None
        }
    }

    /// Returns what it is about: the stack and the criterion.
    #[must_use]
    pub fn place(&self) -> (&str, CriterionId) {
        (&self.stack, self.criterion)
    }
}

/// All measured scores of a profile: one for a stack and criterion, in the order of stacks and criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    measured: Vec<Measured>,
}

impl Evidence {
    /// Returns all of them.
    #[must_use]
    pub fn all(&self) -> &[Measured] {
        &self.measured
    }

    /// Returns whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.measured.is_empty()
    }

    /// Returns the measured score of a stack on a criterion.
    #[must_use]
    #[inline(never)]
    pub fn of(&self, stack: &str, criterion: CriterionId) -> Option<&Measured> {
        let place = (stack, criterion);
        let at = self.measured.binary_search_by(|one| one.place().cmp(&place)).ok()?;
        self.measured.get(at)
    }

    /// Notes a measured score, in place of an earlier one of the same stack and criterion.
    ///
    /// # Errors
    /// Says what is wrong with it; nothing is changed then.
    #[inline(never)]
    pub fn set(&mut self, measured: Measured) -> Result<(), MeasuredFault> {
        if let Some(fault) = measured.fault() {
            return Err(fault);
        }
        match self.measured.binary_search_by(|one| one.place().cmp(&measured.place())) {
            Ok(at) => self.measured[at] = measured,
            Err(at) => {
                let known = self.measured.iter().any(|one| one.stack == measured.stack);
                if !known && self.stacks() >= MOST_STACKS {
                    return Err(MeasuredFault::TooManyStacks);
                }
                self.measured.insert(at, measured);
            }
        }
        Ok(())
    }

    /// Returns of how many stacks there are any; they stand together.
    fn stacks(&self) -> usize {
        self.measured.chunk_by(|one, next| one.stack == next.stack).count()
    }

    /// Takes a measured score out again.
    #[inline(never)]
    pub fn remove(&mut self, stack: &str, criterion: CriterionId) {
        self.measured.retain(|one| one.place() != (stack, criterion));
    }

    /// Returns the same without the notes.
    #[must_use]
    pub fn without_notes(mut self) -> Self {
        self.measured.iter_mut().for_each(|one| one.note.clear());
        self
    }

    /// Returns whether somebody wrote a note.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        self.measured.iter().any(|one| !one.note.is_empty())
    }

    /// Puts the measured scores of a stack in the place of those that the rules gave.
    #[inline(never)]
    pub(crate) fn apply(&self, stack: &str, scores: &mut [CriterionScore]) {
        for score in scores {
            if let Some(measured) = self.of(stack, score.criterion) {
                *score = measured.instead_of(score);
            }
        }
    }

    /// Returns the measured scores on a criterion, each with the place of its stack in [`crate::stacks::all`].
    pub(crate) fn bare(&self, criterion: CriterionId) -> impl Iterator<Item = (usize, Bare)> {
        let own = self.measured.iter().filter(move |one| one.criterion == criterion);
        own.filter_map(|one| {
            let at = crate::stacks::all().iter().position(|stack| stack.id == one.stack)?;
            let score = f64::from(one.score);
            Some((at, Bare { score, sum: score }))
        })
    }
}

impl Measured {
    #[inline(never)]
    fn instead_of(&self, score: &CriterionScore) -> CriterionScore {
        let own = f64::from(self.score);
        let reason = Reason::new("measured", INSTEAD, vec![Figure::Count(whole(score.score))]);
        CriterionScore {
            criterion: self.criterion,
            score: own,
            low: own,
            high: own,
            level: EvidenceLevel::Measured,
            contributions: vec![Contribution { delta: own, reason, facts: [].as_slice().into() }],
        }
    }
}

const INSTEAD: &str = "measured at your own sites; by the rules it would be {0}";

/// A score is whole and small.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score of 1 to 5")]
fn whole(score: f64) -> u64 {
    score as u64
}

#[cfg(test)]
pub(crate) mod testing {
    //! Measured scores for tests.

    use proptest::prelude::*;

    use super::*;

    /// Any measured scores: of stacks that there are and of some that there are not, with and without notes.
    pub(crate) fn any_evidence() -> impl Strategy<Value = Evidence> {
        let ids: Vec<String> = crate::stacks::all()
            .iter()
            .map(|stack| stack.id.clone())
            .chain(["gone/a".into()])
            .collect();
        let day = (Day::FIRST_YEAR..=Day::LAST_YEAR, 1_u8..13, 1_u8..29)
            .prop_map(|(year, month, day)| Day::new(year, month, day).expect("a day of any month"));
        let note = prop_oneof![3 => Just(String::new()), 1 => "[a-z \u{e9}\u{1f6d2}<&]{1,30}"];
        let one = (prop::sample::select(ids), 0_usize..7, 1_u8..6, day, note);
        let one = one.prop_map(|(stack, criterion, score, day, note)| Measured {
            stack,
            criterion: CriterionId::ALL[criterion],
            score,
            day,
            note,
        });
        prop_oneof![
            2 => Just(Vec::new()),
            1 => prop::collection::vec(one, 0..MOST_STACKS),
        ]
        .prop_map(|all| {
            let mut evidence = Evidence::default();
            for one in all {
                evidence.set(one).expect("no more stacks than there may be");
            }
            evidence
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::testing::any_evidence;
    use super::*;
    use crate::profile::SiteProfile;
    use crate::profile::testing::any_profile;
    use crate::{Choices, decide};

    fn measured(stack: &str, criterion: CriterionId, score: u8) -> Measured {
        let day = Day::new(2026, 11, 20).expect("a day");
        Measured { stack: stack.to_owned(), criterion, score, day, note: String::new() }
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for text in ["2026-11-20", "2024-02-29", "2014-01-01", "2141-12-31"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026-11-31",
            "2025-02-29",
            "2100-02-29",
            "2013-12-31",
            "2142-01-01",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "26-11-20",
            "2026-1-2",
            "+026-01-01",
            "2026-11-20-",
            "20.11.2026",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_changes_nothing() {
        let mut evidence = Evidence::default();
        let good = || measured("kairos+k3s/a", CriterionId::Storage, 3);
        let long = "x".repeat(NOTE_MAX + 1);
        for (wrong, fault) in [
            (Measured { score: 0, ..good() }, MeasuredFault::Score),
            (Measured { score: 6, ..good() }, MeasuredFault::Score),
            (Measured { note: long, ..good() }, MeasuredFault::Note),
            (Measured { note: "two\nlines".to_owned(), ..good() }, MeasuredFault::Note),
            (Measured { stack: String::new(), ..good() }, MeasuredFault::Stack),
            (Measured { stack: "Kairos".to_owned(), ..good() }, MeasuredFault::Stack),
            (Measured { stack: "k".repeat(STACK_MAX + 1), ..good() }, MeasuredFault::Stack),
        ] {
            assert_eq!(evidence.set(wrong), Err(fault));
        }
        for stack in 0..MOST_STACKS {
            assert_eq!(
                evidence.set(measured(&format!("k{stack}"), CriterionId::Storage, 1)),
                Ok(())
            );
        }
        assert_eq!(evidence.set(good()), Err(MeasuredFault::TooManyStacks));
        assert_eq!(evidence.set(measured("k0", CriterionId::Autonomy, 1)), Ok(()));
        assert_eq!(evidence.all().len(), MOST_STACKS + 1);
    }

    #[test]
    fn a_later_measurement_takes_the_place_of_an_earlier_one_and_each_can_be_taken_out() {
        let mut evidence = Evidence::default();
        let storage = CriterionId::Storage;
        assert_eq!(evidence.set(measured("b", storage, 2)), Ok(()));
        assert_eq!(evidence.set(measured("a", storage, 3)), Ok(()));
        assert_eq!(evidence.set(measured("b", storage, 4)), Ok(()));
        assert_eq!(evidence.of("b", storage).map(|one| one.score), Some(4));
        assert_eq!(evidence.all().len(), 2);
        evidence.remove("b", storage);
        assert_eq!(evidence.of("b", storage), None);
        assert_eq!(evidence.of("a", storage).map(|one| one.score), Some(3));
    }

    #[test]
    fn a_line_says_all_of_it() {
        let with = |note: &str| Measured {
            note: note.to_owned(),
            ..measured("kairos+k3s/a", CriterionId::UpgradePath, 4)
        };
        assert_eq!(with("by hand").line(), "kairos+k3s/a upgrade-path 4 2026-11-20 by hand");
        for one in [with("by  hand "), with(""), with(" ")] {
            assert_eq!(Measured::parse(&one.line()), Ok(one));
        }
        for (line, fault) in [
            ("", MeasuredFault::Criterion),
            ("k3s/a colour 4 2026-11-20 ", MeasuredFault::Criterion),
            ("k3s/a storage four 2026-11-20 ", MeasuredFault::Score),
            ("k3s/a storage 9 2026-11-20 ", MeasuredFault::Score),
            ("k3s/a storage 4 yesterday ", MeasuredFault::Day),
            ("K3s storage 4 2026-11-20 ", MeasuredFault::Stack),
        ] {
            assert_eq!(Measured::parse(line), Err(fault), "{line}");
        }
    }

    #[test]
    fn ids_of_stacks_can_be_written() {
        for stack in crate::stacks::all() {
            assert_eq!(measured(&stack.id, CriterionId::Storage, 1).fault(), None, "{}", stack.id);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// A measured score stands as it is, without an interval; every other cell, verdict and weight stays.
        #[test]
        fn what_is_measured_is_what_counts(profile in any_profile(), evidence in any_evidence()) {
            let plain = decide(&profile, &Choices::default());
            let decision = decide(&profile, &Choices { evidence: evidence.clone(), ..Choices::default() });
            prop_assert_eq!(&decision.weights, &plain.weights);
            for result in &decision.stacks {
                let before = plain.stacks.iter().find(|other| other.stack == result.stack);
                let before = before.expect("the same stacks");
                prop_assert_eq!(&result.gates, &before.gates);
                for (cell, other) in result.criteria.iter().zip(&before.criteria) {
                    let Some(one) = evidence.of(&result.stack.id, cell.criterion) else {
                        prop_assert_eq!(cell, other);
                        continue;
                    };
                    let own = f64::from(one.score);
                    prop_assert_eq!((cell.score, cell.low, cell.high), (own, own, own));
                    prop_assert_eq!(cell.level, EvidenceLevel::Measured);
                }
            }
        }
    }

    #[test]
    fn a_stack_that_nobody_knows_moves_nothing() {
        let mut evidence = Evidence::default();
        assert_eq!(evidence.set(measured("gone/a", CriterionId::Storage, 1)), Ok(()));
        let profile = SiteProfile::default();
        let with = decide(&profile, &Choices { evidence, ..Choices::default() });
        assert_eq!(with, decide(&profile, &Choices::default()));
    }
}
