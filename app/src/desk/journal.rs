//! Writing each state a second time, to where it lasts at once, and finding after a start what the first place lost: see
//! [`crate::state::journal`].

use leptos::prelude::*;

use super::Desk;
use super::saving::key;
use crate::platform::{journal, storage};
use crate::state::SaveState;
use crate::state::journal::Journal;
use crate::state::work::Stored;

impl Desk {
    /// Compares both places, and writes to both from then on.
    pub fn keep_a_journal(self) {
        journal::read(move |all| {
            for (id, text) in all {
                if let Ok(journal) = serde_json::from_str(&text) {
                    self.find_lost(&id, journal);
                }
            }
            // Nothing on screen hangs on it.
            self.keeping.update_untracked(|keeping| {
                if let Some(keeping) = keeping {
                    keeping.note = Some(note);
                }
            });
            // What was typed while the journal was read is in the first place alone.
            let id = self.model.current.get_untracked();
            if let Ok(kept) = storage::read::<Stored>(&key(&id)) {
                note(&id, Some(kept));
            }
        });
    }

    /// Takes the last state of a profile from the journal where the first place has an earlier one, or none.
    fn find_lost(self, id: &str, journal: Journal) {
        // It was deleted while the journal was read.
        if self.deleted.with_untracked(|deleted| deleted.as_ref().is_some_and(|(of, _)| of == id)) {
            note(id, None);
            return;
        }
        let kept = storage::read::<Stored>(&key(id));
        // What could not be read was set aside, and its owner was told; it does not come back by itself.
        let aside = storage::keys(&format!("{}:", key(id)));
        if !journal.goes_on_from(kept.as_ref().ok()) || !aside.is_empty() {
            return;
        }
        let Some(work) = journal.state.clone().open() else { return };
        if storage::write(&key(id), &journal.state).is_err() {
            return;
        }
        let model = self.model;
        let nothing_open = model.library.with_untracked(|library| library.current.is_none())
            && model.save.get_untracked() == SaveState::Fresh;
        // The list is made again at the next start, too.
        let _ = self.change_index(|library| {
            library.add(id, &work.draft.name);
            library.current.get_or_insert_with(|| id.to_owned());
        });
        if model.current.get_untracked() == id {
            self.meet(id, journal.state);
        } else if nothing_open {
            self.take_up(id.to_owned(), work, journal.state.mark);
        }
    }
}

/// Writes a state; `None` forgets the profile.
fn note(id: &str, state: Option<Stored>) {
    let Some(state) = state else { return journal::forget(id.to_owned()) };
    journal::change(id.to_owned(), move |last| {
        let last = last.and_then(|last| serde_json::from_str::<Journal>(&last).ok());
        if last.as_ref().is_some_and(|last| last.state.mark == state.mark) {
            return None;
        }
        serde_json::to_string(&Journal::next(last, state)).ok()
    });
}
