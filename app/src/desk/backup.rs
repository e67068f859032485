//! All profiles as one file, and such a file put beside what is there. Nothing that is there is overwritten.

use leptos::prelude::*;

use super::history::{history_key, read_history};
use super::saving::{key, read_work};
use super::{Desk, INDEX};
use crate::platform::{clock, storage};
use crate::state::Work;
use crate::state::backup::{self, Place, Saved};
use crate::state::library::Library;
use crate::text::t;

/// What became of the profiles of a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// They were not here.
    pub new: usize,
    /// They were here, and the same.
    pub same: usize,
    /// They were here with other content; the backup's are copies now.
    pub copies: usize,
    /// The browser did not take them.
    pub refused: usize,
}

impl Desk {
    /// Returns everything as the text of a backup.
    #[must_use]
    pub fn backup(self) -> String {
        self.flush();
        let library =
            storage::read::<Library>(INDEX).unwrap_or_else(|_| self.model.library.get_untracked());
        let saved = library.entries.into_iter().filter_map(|entry| {
            let (work, _) = read_work(&entry.id).ok()?;
            let history = read_history(&entry.id).entries;
            Some(Saved { id: entry.id, state: work.store(), history })
        });
        backup::write(&saved.collect::<Vec<_>>(), &clock::today())
    }

    /// Puts the profiles of a backup beside those that are here.
    pub fn restore(self, profiles: Vec<Saved>) -> Restored {
        self.flush();
        let mut restored = Restored::default();
        for saved in profiles {
            let here = read_work(&saved.id).ok().map(|(work, _)| work);
            match backup::place(&saved, here.as_ref()) {
                Place::New => {
                    let id = saved.id.clone();
                    let count = if self.put_in(&id, saved) {
                        &mut restored.new
                    } else {
                        &mut restored.refused
                    };
                    *count += 1;
                }
                Place::Same => {
                    restored.same += 1;
                    join_history(&saved.id.clone(), saved);
                }
                Place::Copy => self.put_beside(saved, &mut restored),
            }
        }
        let current = self.model.current.get_untracked();
        self.history.set(read_history(&current));
        restored
    }

    fn put_beside(self, mut saved: Saved, restored: &mut Restored) {
        let mut work = saved.state.clone().open().unwrap_or_default();
        let name = if work.draft.name.is_empty() { t().shell.unnamed } else { &work.draft.name };
        work.draft.name = (t().keeping().backup.restored_name)(name);
        if self.has_work(&work) {
            restored.same += 1;
            return;
        }
        saved.state = work.store();
        if self.put_in(&clock::fresh_id(), saved) {
            restored.copies += 1;
        } else {
            restored.refused += 1;
        }
    }

    fn has_work(self, work: &Work) -> bool {
        self.model.library.with_untracked(|library| {
            let mut works = library.entries.iter().filter_map(|entry| read_work(&entry.id).ok());
            works.any(|(known, _)| known == *work)
        })
    }

    fn put_in(self, id: &str, saved: Saved) -> bool {
        let name = saved.state.clone().open().unwrap_or_default().draft.name;
        let written = storage::write(&key(id), &saved.state)
            .and_then(|()| self.change_index(|library| library.add(id, &name)));
        if written.is_ok() {
            self.note(id, Some(saved.state.clone()));
        }
        join_history(id, saved);
        written.is_ok()
    }
}

/// Joins the past from a backup with what is here of it.
fn join_history(id: &str, saved: Saved) {
    if !saved.history.is_empty() {
        // A past that does not fit any more is the smaller loss; the profile itself is reported.
        let _ = storage::write(&history_key(id), &backup::joined(read_history(id), saved.history));
    }
}
