//! The history of one profile: states that it was in, to look at and to bring back.
//!
//! Whole states are kept as they are stored, with what cannot be read yet. That is 300 to 1,500 bytes each, so a history
//! has bounds, and what is named by hand goes last.

use serde::{Deserialize, Serialize};

use super::work::{FORMAT, Stored, Work};

/// How many entries are kept that nobody named.
pub const AUTOMATIC: usize = 30;
/// How many entries with a name.
pub const NAMED: usize = 50;
/// How many bytes of them all together, as JSON.
pub const BYTES: usize = 60_000;

/// One state that was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// What the user called it; `None` for what was kept by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The state.
    pub state: Stored,
}

/// The states of one profile, the oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    format: u32,
    /// The states.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

impl Default for History {
    fn default() -> Self {
        Self { format: 1, entries: Vec::new() }
    }
}

impl History {
    /// Makes a history of entries.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut history = Self { entries, ..Self::default() };
        history.note_format();
        history
    }

    /// Returns the history, unless a later version wrote it.
    #[must_use]
    pub fn readable(self) -> Option<Self> {
        (self.format <= FORMAT).then_some(self)
    }

    /// Keeps a state by itself, unless it is the last one that was kept. Returns whether it was kept.
    pub fn keep(&mut self, work: &Work, at: u64) -> bool {
        let state = work.store();
        if work.is_blank() || self.entries.last().is_some_and(|last| last.state == state) {
            return false;
        }
        self.entries.push(Entry { at, name: None, state });
        self.trim();
        true
    }

    /// Keeps a state under a name.
    pub fn keep_as(&mut self, work: &Work, name: &str, at: u64) {
        let state = work.store();
        // The same state without a name says nothing more.
        if self.entries.last().is_some_and(|last| last.name.is_none() && last.state == state) {
            self.entries.pop();
        }
        self.entries.push(Entry { at, name: Some(name.to_owned()), state });
        self.trim();
    }

    /// Takes in the entries of another history of the same profile; returns how many were new.
    pub fn merge(&mut self, other: Self) -> usize {
        let before = self.entries.len();
        for entry in other.entries {
            if !self.entries.contains(&entry) {
                self.entries.push(entry);
            }
        }
        let new = self.entries.len() - before;
        self.entries.sort_by_key(|entry| entry.at);
        self.trim();
        new
    }

    /// Drops what is beyond the bounds: what was kept by itself first, and of that what stands closest in time to the
    /// entry after it, so that old days stay represented; the last entry stays in any case.
    fn trim(&mut self) {
        self.note_format();
        while self.count(false) > AUTOMATIC {
            self.drop_closest();
        }
        while self.count(true) > NAMED {
            self.drop_first(true);
        }
        while self.bytes() > BYTES && self.entries.len() > 1 {
            if self.count(false) > 1 {
                self.drop_closest();
            } else {
                self.drop_first(true);
            }
        }
    }

    /// A release that cannot read one of the states leaves all of them alone.
    fn note_format(&mut self) {
        self.format = self.entries.iter().map(|entry| entry.state.format()).max().unwrap_or(1);
    }

    fn count(&self, named: bool) -> usize {
        self.entries.iter().filter(|entry| entry.name.is_some() == named).count()
    }

    fn bytes(&self) -> usize {
        serde_json::to_string(self).map_or(0, |text| text.len())
    }

    fn drop_first(&mut self, named: bool) {
        if let Some(at) = self.entries.iter().position(|entry| entry.name.is_some() == named) {
            self.entries.remove(at);
        }
    }

    fn drop_closest(&mut self) {
        let gaps = self.entries.windows(2).enumerate();
        let closest = gaps
            .filter(|(_, pair)| pair[0].name.is_none())
            .min_by_key(|(_, pair)| pair[1].at.saturating_sub(pair[0].at));
        match closest.map(|(at, _)| at) {
            Some(at) => {
                self.entries.remove(at);
            }
            None => self.drop_first(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use rules_core::profile::Field;

    use super::*;

    const MINUTE: u64 = 60_000;

    fn sites(number: usize) -> Work {
        let mut work = Work::default();
        work.draft.set_raw(Field::Sites, number.to_string());
        work
    }

    fn numbers(history: &History) -> Vec<String> {
        let work = |entry: &Entry| entry.state.clone().open().expect("our own form opens");
        history.entries.iter().map(|e| work(e).draft.raw(Field::Sites).to_owned()).collect()
    }

    #[test]
    fn a_state_is_kept_once_and_a_blank_one_not_at_all() {
        let mut history = History::default();
        assert!(!history.keep(&Work::default(), 0));
        assert!(history.keep(&sites(1), MINUTE));
        assert!(!history.keep(&sites(1), 2 * MINUTE));
        history.keep_as(&sites(1), "agreed", 3 * MINUTE);
        assert_eq!(history.entries.len(), 1);
        assert_eq!(history.entries[0].name.as_deref(), Some("agreed"));
    }

    #[test]
    fn when_there_are_too_many_what_is_named_last_and_far_apart_stays() {
        let mut history = History::default();
        history.keep(&sites(1), 0);
        history.keep_as(&sites(2), "agreed", 24 * 60 * MINUTE);
        for number in 0..AUTOMATIC {
            history.keep(&sites(100 + number), (48 * 60 + number as u64) * MINUTE);
        }
        let kept = numbers(&history);
        assert_eq!(kept.len(), AUTOMATIC + 1);
        assert_eq!(&kept[..2], ["1", "2"]);
        assert_eq!(kept.last(), Some(&(100 + AUTOMATIC - 1).to_string()));
    }

    #[test]
    fn a_history_keeps_to_its_bytes_and_its_last_entry() {
        let mut history = History::default();
        for number in 0..20 {
            let mut work = sites(number);
            work.draft.name = "x".repeat(10_000);
            history.keep_as(&work, "large", number as u64 * MINUTE);
        }
        assert!(history.bytes() <= BYTES);
        assert_eq!(numbers(&history).last().map(String::as_str), Some("19"));
    }

    #[test]
    fn two_histories_of_one_profile_become_one_in_order() {
        let mut history = History::default();
        history.keep(&sites(1), MINUTE);
        history.keep(&sites(3), 3 * MINUTE);
        let mut other = History::default();
        other.keep(&sites(1), MINUTE);
        other.keep(&sites(2), 2 * MINUTE);
        assert_eq!(history.merge(other), 1);
        assert_eq!(numbers(&history), ["1", "2", "3"]);
    }

    #[test]
    fn a_history_of_a_later_version_is_left_alone() {
        let later = History { format: FORMAT + 1, entries: Vec::new() };
        assert_eq!(later.readable(), None);
    }
}
