//! What a second place of storage has of a profile: one that has written before it says so.
//!
//! The first place, from which the page starts, is quick and answers at once, but browsers write it to the disk only
//! later: seconds of work are gone when the browser is killed. So each state is written to both, and after a start the two
//! are compared. The journal knows the marks of the states that came before its own ([`super::chain`]); where the first
//! place has one of these, it has lost what came after.

use serde::{Deserialize, Serialize};

use super::work::Stored;

/// More states than are written before any browser has written the first of them to the disk.
const MAX: usize = 300;

/// The journal of one profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Journal {
    /// Its last state.
    pub state: Stored,
    /// The marks of the states before it, the latest at the end.
    before: Vec<String>,
}

impl Journal {
    /// Returns the journal after another state was written.
    #[must_use]
    pub fn next(last: Option<Self>, state: Stored) -> Self {
        let mut before = last.map_or_else(Vec::new, |last| {
            let mark = last.state.mark.clone();
            let mut before = last.before;
            before.push(mark);
            before
        });
        // A state of another tab, or one from before there was a journal, is known from what came after it.
        before.push(state.after.clone());
        before.dedup();
        before.drain(..before.len().saturating_sub(MAX));
        Self { state, before }
    }

    /// Returns whether it knows more than what is kept in the first place; `None` is nothing at all.
    #[must_use]
    pub fn goes_on_from(&self, kept: Option<&Stored>) -> bool {
        kept.is_none_or(|kept| kept.mark != self.state.mark && self.before.contains(&kept.mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Work;

    fn stored(mark: &str, after: &str) -> Stored {
        Work::default().store().marked(mark.to_owned(), after.to_owned())
    }

    fn journal(states: &[(&str, &str)]) -> Journal {
        let next =
            |last, (mark, after): &(&str, &str)| Some(Journal::next(last, stored(mark, after)));
        states.iter().fold(None, next).expect("there are states")
    }

    #[test]
    fn what_the_first_place_lost_is_known_and_what_it_has_besides_is_left_alone() {
        let journal = journal(&[("b", "a"), ("c", "b"), ("d", "c")]);
        for lost in ["a", "b", "c"] {
            assert!(journal.goes_on_from(Some(&stored(lost, ""))), "{lost}");
        }
        assert!(journal.goes_on_from(None));
        assert!(!journal.goes_on_from(Some(&stored("d", "c"))), "the same state");
        assert!(!journal.goes_on_from(Some(&stored("e", "d"))), "a later state");
        assert!(!journal.goes_on_from(Some(&stored("x", "y"))), "another state");
    }

    #[test]
    fn the_journal_has_an_end() {
        let mut last = None;
        for n in 0..1_000 {
            let state = stored(&format!("m{n}"), &format!("m{}", n - 1));
            last = Some(Journal::next(last, state));
        }
        let journal = last.expect("there is one");
        assert_eq!(journal.before.len(), MAX);
        assert!(journal.goes_on_from(Some(&stored("m998", ""))));
        assert!(!journal.goes_on_from(Some(&stored("m1", ""))), "too long ago to tell");
    }
}
