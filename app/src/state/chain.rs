//! Who wrote what after what, when several tabs hold one profile.
//!
//! Every state that is written has a mark of its own and names the state that it came after. So a tab can tell a state
//! that goes on from its own, which it may follow, from one that was written beside it, of which both are kept.

use super::work::{Stored, Work};

/// The state of the open profile that this tab and the browser's storage both have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chain {
    /// Its mark; empty before anything is written.
    pub mark: String,
    /// What it holds.
    pub base: Work,
    /// Whether this tab wrote it.
    pub wrote: bool,
}

/// What to do with a state that another tab wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// It is ours.
    Known,
    /// It goes on from ours: take it over.
    Follow,
    /// It was written beside ours, and ours gives way: keep a copy of ours, take theirs over.
    GiveWay,
    /// It was written beside ours, and ours stays: keep a copy of theirs, write ours again.
    Stay,
}

impl Chain {
    /// Decides what to do with a state that another tab wrote, while nothing here waits to be written. Of two states
    /// that were written beside each other the one with the smaller mark gives way, so that both tabs decide alike and
    /// do not go on overwriting each other.
    #[must_use]
    pub fn meet(&self, theirs: &Stored) -> Meeting {
        if theirs.mark == self.mark {
            Meeting::Known
        } else if !self.wrote || theirs.after == self.mark {
            Meeting::Follow
        } else if self.mark < theirs.mark {
            Meeting::GiveWay
        } else {
            Meeting::Stay
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(mark: &str, after: &str) -> Stored {
        Work::default().store().marked(mark.to_owned(), after.to_owned())
    }

    fn wrote(mark: &str) -> Chain {
        Chain { mark: mark.to_owned(), wrote: true, ..Chain::default() }
    }

    #[test]
    fn what_goes_on_from_ours_is_followed() {
        assert_eq!(wrote("a").meet(&stored("b", "a")), Meeting::Follow);
        assert_eq!(wrote("a").meet(&stored("a", "0")), Meeting::Known);
        let only_read = Chain { wrote: false, ..wrote("a") };
        assert_eq!(only_read.meet(&stored("c", "b")), Meeting::Follow);
    }

    #[test]
    fn of_two_that_were_written_beside_each_other_exactly_one_gives_way() {
        assert_eq!(wrote("a").meet(&stored("b", "0")), Meeting::GiveWay);
        assert_eq!(wrote("b").meet(&stored("a", "0")), Meeting::Stay);
    }
}
