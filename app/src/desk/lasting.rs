//! Asks the browser, once, to keep what is saved even when the disk is full.

use leptos::prelude::*;
use rules_core::profile::Field;

use super::{Desk, PREFIX};
use crate::platform::storage;
use crate::state::SaveState;

/// So many answers are work that somebody would miss. Asked on load, or at the first key, it would be a question about
/// nothing; some browsers show it to the user.
const WORTH: usize = 5;

impl Desk {
    /// Asks as soon as real work is saved for the first time.
    pub fn ask_to_last(self) {
        let model = self.model;
        let worth = Memo::new(move |_| {
            model.save.get() == SaveState::Saved
                && model.own.with(|work| {
                    let given = |field: &&Field| !work.draft.raw(**field).is_empty();
                    Field::ALL.iter().filter(given).count() >= WORTH
                })
        });
        Effect::new(move |_| {
            let key = format!("{PREFIX}asked-to-last");
            if worth.get() && storage::read::<bool>(&key).is_err() {
                // Asked again at the next start if even this cannot be written.
                let _ = storage::write(&key, &true);
                storage::ask_to_last();
            }
        });
    }
}
