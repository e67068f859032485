//! Keeping what a profile was, and bringing it back.
//!
//! A state is kept by itself when editing has rested for a while, when the page is left, and when another profile is
//! opened; and by name when the user says so. Nothing depends on it: if it cannot be written, the profile itself still is.

use leptos::prelude::*;

use super::saving::key;
use super::{Desk, PREFIX};
use crate::platform::clock::{self, Later};
use crate::platform::{address, storage};
use crate::state::history::{Entry, History};
use crate::state::model::{Pen, Told};
use crate::state::steps::{Deed, Difference};
use crate::state::{Address, Depth, Place, Work};

/// How long editing has to rest before its outcome is kept.
const REST: u64 = 20_000;

impl Desk {
    /// Keeps states of the open profile from now on.
    pub fn mind_the_past(self) {
        let model = self.model;
        let resting = Later::millis(REST);
        drop_orphans();
        Effect::new(move |_| self.history.set(read_history(&model.current.get())));
        Effect::new(move |before: Option<(String, Work)>| {
            let now = (model.current.get(), model.own.get());
            match before {
                Some(before) if before.0 != now.0 => {
                    resting.drop_waiting();
                    self.keep_state(&before.0, &before.1);
                }
                Some(before) if before.1 != now.1 => resting.ask(move || self.keep_present()),
                _ => {}
            }
            now
        });
        clock::on_leaving(move || self.keep_present());
    }

    /// Keeps the present state under a name.
    pub fn keep_as(self, name: &str) {
        self.flush();
        let id = self.model.current.get_untracked();
        let work = self.model.own.get_untracked();
        self.change_history(&id, |history| {
            history.keep_as(&work, name, clock::time());
            true
        });
        self.model.told.set(Some(Told::Kept));
    }

    /// Shows an entry, read-only.
    pub fn look_at_earlier(self, entry: &Entry) {
        if let Some(work) = entry.state.clone().open() {
            self.show(work, Some(entry.at));
        }
    }

    /// Brings the state back that is looked at.
    pub fn bring_back_shown(self) {
        let Some(preview) = self.model.preview.get_untracked() else { return };
        self.bring_back(preview.work);
    }

    /// Brings a state back, as a step that can be taken back; the present state is kept first.
    pub fn bring_back(self, work: Work) {
        let model = self.model;
        self.keep_present();
        model.preview.set(None);
        let difference = Difference::between(&model.own.get_untracked(), &work);
        model.put(Deed::Whole, work);
        self.save_now();
        model.told.set(Some(Told::BroughtBack(difference)));
        address::go(&Address { place: Place::Site(Depth::Quick, None), shared: None }.href());
    }

    fn keep_present(self) {
        let model = self.model;
        self.keep_state(&model.current.get_untracked(), &model.own.get_untracked());
    }

    /// Keeps a state by itself, unless another tab has the profile or it was deleted.
    fn keep_state(self, id: &str, work: &Work) {
        let here = self.model.pen.get_untracked() == Pen::Here;
        if here && self.model.library.with_untracked(|library| library.has(id)) {
            self.change_history(id, |history| history.keep(work, clock::time()));
        }
    }

    fn change_history(self, id: &str, change: impl FnOnce(&mut History) -> bool) {
        let mut history = read_history(id);
        if change(&mut history) {
            // The profile itself is kept beside this; a full storage is reported when that is written.
            let _ = storage::write(&history_key(id), &history);
            if self.model.current.with_untracked(|current| current == id) {
                self.history.set(history);
            }
        }
    }
}

/// Drops the histories of profiles that were deleted: in the page that deleted them they can still be brought back.
fn drop_orphans() {
    for stored in storage::keys(&history_key("")) {
        let id = &stored[history_key("").len()..];
        if storage::keys(&key(id)).is_empty() {
            storage::remove(&stored);
        }
    }
}

/// Where the history of a profile is kept.
pub(super) fn history_key(id: &str) -> String {
    format!("{PREFIX}history:{id}")
}

/// Returns the history of a profile; what cannot be read is set aside.
pub(super) fn read_history(id: &str) -> History {
    let key = history_key(id);
    match storage::read::<History>(&key).map(History::readable) {
        Ok(Some(history)) => history,
        Err(storage::Unread::Absent) => History::default(),
        Ok(None) | Err(storage::Unread::Corrupt) => {
            storage::set_aside(&key);
            History::default()
        }
    }
}
