//! The list of saved profiles. What is in them is kept beside it, one by one.

use serde::{Deserialize, Serialize};

/// The version of the list that is written.
const FORMAT: u32 = 1;

/// One saved profile in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, which is part of its key in the browser's storage.
    pub id: String,
    /// Its name, possibly empty.
    pub name: String,
    /// Grows with every save; the largest is the latest.
    pub modified: u32,
}

/// The saved profiles, and which of them is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    format: u32,
    /// The profile that opens at the next start.
    pub current: Option<String>,
    /// The profiles, in the order in which they were made.
    pub entries: Vec<Entry>,
}

impl Library {
    /// Notes that a profile was saved, and is the one that opens at the next start.
    pub fn note(&mut self, id: &str, name: &str) {
        self.current = Some(id.to_owned());
        self.add(id, name);
    }

    /// Notes that a profile was saved beside the open one.
    pub fn add(&mut self, id: &str, name: &str) {
        self.format = FORMAT;
        let modified = 1 + self.entries.iter().map(|entry| entry.modified).max().unwrap_or(0);
        let entry = Entry { id: id.to_owned(), name: name.to_owned(), modified };
        match self.entries.iter_mut().find(|entry| entry.id == id) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
    }

    /// Takes a profile off the list.
    pub fn forget(&mut self, id: &str) {
        self.entries.retain(|entry| entry.id != id);
        if self.current.as_deref() == Some(id) {
            self.current = None;
        }
    }

    /// Returns the profiles, the latest first.
    #[must_use]
    pub fn latest_first(&self) -> Vec<Entry> {
        let mut entries = self.entries.clone();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.modified));
        entries
    }

    /// Returns the profiles whose name has all of the words in it, the latest first.
    #[must_use]
    pub fn found(&self, words: &str) -> Vec<Entry> {
        let mut found = self.latest_first();
        let words = words.to_lowercase();
        found.retain(|entry| {
            let name = entry.name.to_lowercase();
            words.split_whitespace().all(|word| name.contains(word))
        });
        found
    }

    /// Returns whether a profile is on the list.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_saved_comes_first_and_a_second_save_is_no_second_entry() {
        let mut library = Library::default();
        library.note("a", "Stores");
        library.note("b", "Plants");
        library.note("a", "Shops");
        let names: Vec<_> = library.latest_first().into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["Shops", "Plants"]);
    }

    #[test]
    fn what_is_added_beside_the_open_profile_does_not_open_at_the_next_start() {
        let mut library = Library::default();
        library.note("a", "Stores");
        library.add("b", "Stores (copy)");
        assert_eq!((library.current.as_deref(), library.entries.len()), (Some("a"), 2));
    }

    #[test]
    fn profiles_are_found_by_words_of_their_name() {
        let mut library = Library::default();
        library.note("a", "Nordic stores");
        library.note("b", "Nordic plants");
        let found =
            |words: &str| library.found(words).into_iter().map(|e| e.id).collect::<Vec<_>>();
        assert_eq!(found("STORES nor"), ["a"]);
        assert_eq!(found("nordic"), ["b", "a"]);
        assert_eq!(found(" "), ["b", "a"]);
        assert!(found("clinics").is_empty());
    }

    #[test]
    fn a_forgotten_profile_is_not_opened_again() {
        let mut library = Library::default();
        library.note("a", "Stores");
        library.forget("a");
        assert_eq!((library.current, library.entries.len()), (None, 0));
    }
}
