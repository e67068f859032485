//! Writing what was typed, and reading it again.
//!
//! Another tab may have the same profile. Before a state is written, the one that is there is looked at: if it is not
//! the one that this tab knows, both are kept ([`crate::state::chain`]).

use leptos::prelude::*;

use super::{Desk, INDEX, PREFIX};
use crate::platform::clock;
use crate::platform::storage::{self, Refusal, Unread};
use crate::state::chain::Chain;
use crate::state::library::Library;
use crate::state::model::{Pen, Told};
use crate::state::steps::Steps;
use crate::state::work::Stored;
use crate::state::{SaveState, Work};
use crate::text::t;

impl Desk {
    /// Writes what waits to be written.
    pub fn flush(self) {
        if self.model.save.get_untracked() == SaveState::Pending {
            self.save_now();
        }
    }

    pub(super) fn save_now(self) {
        self.saving.drop_waiting();
        let (id, work) = (self.model.current.get_untracked(), self.model.own.get_untracked());
        match storage::read::<Stored>(&key(&id)) {
            Ok(theirs) if !self.knows(&theirs) => {
                if self.model.pen.get_untracked() == Pen::Elsewhere {
                    self.set_apart(&clock::fresh_id(), &work);
                    self.follow(theirs);
                    return;
                }
                self.set_theirs_apart(&id, theirs);
            }
            Err(Unread::Corrupt) => storage::set_aside(&key(&id)),
            _ => {}
        }
        self.write(&id, work);
    }

    /// Writes a state as the one that comes after what this tab knows, and says how that went.
    pub(super) fn write(self, id: &str, work: Work) {
        let mark = clock::fresh_id();
        let after = self.chain.with_value(|chain| chain.mark.clone());
        let name = work.draft.name.clone();
        let stored = work.store().marked(mark.clone(), after);
        let written = storage::write(&key(id), &stored).and_then(|()| {
            self.note(id, Some(stored));
            self.chain.set_value(Chain { mark, base: work, wrote: true });
            self.change_index(|library| library.note(id, &name))
        });
        self.model.save.set(match written {
            Ok(()) => SaveState::Saved,
            Err(Refusal::Blocked) => SaveState::Blocked,
            Err(Refusal::Full) => SaveState::Full,
            Err(Refusal::Failed) => SaveState::Failed,
        });
    }

    /// Writes a state to the second place as well, if that part is here.
    pub(super) fn note(self, id: &str, state: Option<Stored>) {
        let note = self.keeping.with_untracked(|keeping| keeping.as_ref()?.note);
        if let Some(note) = note {
            note(id, state);
        }
    }

    /// Changes the list of profiles as it is in storage: another tab may have saved one of its own since.
    pub(super) fn change_index(self, change: impl FnOnce(&mut Library)) -> Result<(), Refusal> {
        let mut library =
            storage::read::<Library>(INDEX).unwrap_or_else(|_| self.model.library.get_untracked());
        change(&mut library);
        let written = storage::write(INDEX, &library);
        self.model.library.set(library);
        written
    }

    fn knows(self, theirs: &Stored) -> bool {
        self.chain.with_value(|chain| chain.mark == theirs.mark)
    }

    /// Keeps a state as a profile of its own. The id tells copies apart: two tabs that keep the same state keep it once.
    pub(super) fn set_apart(self, id: &str, work: &Work) {
        let mut work = work.clone();
        let name = if work.draft.name.is_empty() { t().shell.unnamed } else { &work.draft.name };
        work.draft.name = (t().shell.set_apart)(name);
        let stored = work.store();
        let written = storage::write(&key(id), &stored)
            .and_then(|()| self.change_index(|library| library.add(id, &work.draft.name)));
        if written.is_ok() {
            self.note(id, Some(stored));
            self.model.told.set(Some(Told::KeptApart));
        }
    }

    /// Keeps what another tab wrote; what only a later version can read is moved out of the way as it is.
    pub(super) fn set_theirs_apart(self, id: &str, theirs: Stored) {
        let mark = theirs.mark.clone();
        match theirs.open() {
            Some(work) => self.set_apart(&mark, &work),
            None => storage::set_aside(&key(id)),
        }
    }

    /// Takes over what another tab wrote.
    pub(super) fn follow(self, theirs: Stored) {
        let mark = theirs.mark.clone();
        if let Some(base) = theirs.open() {
            self.saving.drop_waiting();
            self.chain.set_value(Chain { mark, base: base.clone(), wrote: false });
            self.model.follow(base);
            self.model.save.set(SaveState::Saved);
        }
    }

    pub(super) fn save_as_typed(self) {
        let model = self.model;
        Effect::new(move |before: Option<(String, Work)>| {
            let now = (model.current.get(), model.own.get());
            let typed = before.is_some_and(|before| before.0 == now.0 && before.1 != now.1);
            if typed && self.chain.with_value(|chain| chain.base != now.1) {
                model.save.set(SaveState::Pending);
                self.saving.ask(move || self.save_now());
                self.resting.ask(move || model.steps.update(Steps::pause));
            } else if typed && model.save.get_untracked() == SaveState::Pending {
                // Taken back before it was written.
                self.saving.drop_waiting();
                model.save.set(SaveState::Saved);
            }
            now
        });
    }
}

pub(super) fn key(id: &str) -> String {
    format!("{PREFIX}profile:{id}")
}

/// Returns a profile and the mark of its state.
pub(super) fn read_work(id: &str) -> Result<(Work, String), Unread> {
    let stored = storage::read::<Stored>(&key(id))?;
    let mark = stored.mark.clone();
    Ok((stored.open().ok_or(Unread::Corrupt)?, mark))
}

/// Takes a profile that cannot be read off the list and sets its text aside; returns how many were set aside.
pub(super) fn drop_unread(library: &mut Library, id: &str, unread: Unread) -> usize {
    library.forget(id);
    if unread == Unread::Absent {
        return 0;
    }
    storage::set_aside(&key(id));
    1
}

/// Puts profiles on the list that are kept but not on it: the list was unreadable, or two tabs wrote it at once.
pub(super) fn list_forgotten(library: &mut Library) {
    let prefix = key("");
    for stored in storage::keys(&prefix) {
        let id = &stored[prefix.len()..];
        // What was set aside has more behind its id.
        if !id.contains(':')
            && !library.has(id)
            && let Ok((work, _)) = read_work(id)
        {
            library.add(id, &work.draft.name);
        }
    }
}
