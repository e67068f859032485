//! Deleting a profile, and bringing it back.

use leptos::prelude::*;

use super::Desk;
use super::saving::{key, read_work};
use crate::platform::{clock, storage};
use crate::state::Work;

impl Desk {
    /// Deletes a saved profile; it can be brought back until the next one is deleted.
    pub fn delete(self, id: &str) {
        self.flush();
        let Ok((work, _)) = read_work(id) else { return };
        storage::remove(&key(id));
        self.note(id, None);
        // Reported by the next save; the list on screen is right already.
        let _ = self.change_index(|library| library.forget(id));
        if self.model.current.get_untracked() == id {
            self.take_up(clock::fresh_id(), Work::default(), String::new());
        }
        self.deleted.set(Some((id.to_owned(), work)));
    }

    /// Brings the deleted profile back.
    pub fn undelete(self) {
        let Some((id, work)) = self.deleted.get_untracked() else { return };
        self.flush();
        self.take_up(id, work, String::new());
        self.save_now();
        self.deleted.set(None);
    }
}
