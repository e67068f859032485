//! Opening profiles: one's own, and somebody else's beside them.

use leptos::prelude::*;
use rules_core::profile::{Choice, Draft, Field};

use super::Desk;
use super::saving::{drop_unread, read_work};
use crate::platform::{address, clock, page};
use crate::state::chain::Chain;
use crate::state::model::Preview;
use crate::state::{Address, Depth, Place, Work, open};
use crate::text::t;

impl Desk {
    pub(super) fn go_to(self, fragment: &str) {
        page::close_panels();
        let target = Address::parse(fragment);
        if let Place::New(tier) = target.place {
            let mut draft = Draft::default();
            if let Some(tier) = tier {
                draft.set_raw(Field::Tier, tier.id().to_owned());
            }
            self.begin(draft);
            return;
        }
        if let Some(shared) = &target.shared {
            self.look_at(shared);
        } else {
            self.model.preview.set(None);
            self.model.broken.set(None);
        }
        self.model.address.set(target);
    }

    /// Shows somebody else's profile, unless it is on screen already: what was imported knows more than its link.
    fn look_at(self, shared: &str) {
        let model = self.model;
        if model.preview.with_untracked(|preview| {
            preview.as_ref().is_some_and(|preview| preview.link == shared)
        }) {
            model.broken.set(None);
            return;
        }
        match open::from_link(shared) {
            Ok((work, repairs)) => {
                let link = shared.to_owned();
                model.preview.set(Some(Preview { link, work, repairs, earlier: None }));
                model.broken.set(None);
            }
            Err(fault) => {
                model.preview.set(None);
                model.broken.set(Some(fault));
            }
        }
    }

    /// Looks at a profile that came from a file, an example or the clipboard: read-only, like a shared one.
    pub fn preview(self, work: Work) {
        self.show(work, None);
    }

    /// Shows a profile read-only: somebody else's, or an earlier state of one's own.
    pub(super) fn show(self, work: Work, earlier: Option<u64>) {
        let link = open::link_of(&work.draft.parse().profile, &work);
        let fragment =
            Address { place: Place::Site(Depth::Quick, None), shared: Some(link.clone()) }.href();
        self.model.preview.set(Some(Preview { link, work, repairs: Vec::new(), earlier }));
        address::go(&fragment);
    }

    /// Makes the previewed profile one's own.
    pub fn keep(self) {
        let Some(preview) = self.model.preview.get_untracked() else { return };
        let mut work = preview.work;
        if work.draft.name.trim().is_empty() {
            t().shell.preview.kept_name.clone_into(&mut work.draft.name);
        }
        let place = self.model.address.with_untracked(|address| address.place.clone());
        self.adopt(clock::fresh_id(), work, place);
    }

    /// Leaves the preview for one's own profile.
    pub fn close_preview(self) {
        let blank = self.model.own.with_untracked(Work::is_blank);
        let place = if blank { Place::Start } else { Place::Site(Depth::Quick, None) };
        address::go(&Address { place, shared: None }.href());
    }

    /// Begins a profile and goes to its questions. It is written as soon as something is typed.
    pub fn begin(self, draft: Draft) {
        self.flush();
        self.take_up(clock::fresh_id(), Work { draft, ..Work::default() }, String::new());
        self.settle(Place::Site(Depth::Quick, None));
        if !self.model.own.with_untracked(Work::is_blank) {
            self.save_now();
        }
    }

    /// Opens one of the saved profiles.
    pub fn open_saved(self, id: &str) {
        self.flush();
        match read_work(id) {
            Ok((work, mark)) => {
                self.take_up(id.to_owned(), work, mark);
                // Only which profile opens at the next start hangs on this.
                let _ = self.change_index(|library| library.current = Some(id.to_owned()));
                address::go(
                    &Address { place: Place::Site(Depth::Quick, None), shared: None }.href(),
                );
            }
            Err(unread) => {
                let mut lost = 0;
                self.model.library.update(|library| lost = drop_unread(library, id, unread));
                self.set_aside.update(|count| *count += lost);
            }
        }
    }

    /// Copies a saved profile and opens the copy.
    pub fn duplicate(self, id: &str) {
        self.flush();
        let Ok((mut work, _)) = read_work(id) else { return };
        let name = if work.draft.name.is_empty() { t().shell.unnamed } else { &work.draft.name };
        work.draft.name = (t().start.copy_of)(name);
        self.adopt(clock::fresh_id(), work, Place::Site(Depth::Quick, None));
    }

    /// Copies the profile that is open, and opens the copy.
    pub fn duplicate_open(self) {
        self.save_now();
        self.duplicate(&self.model.current.get_untracked());
    }

    pub(super) fn adopt(self, id: String, work: Work, place: Place) {
        self.flush();
        self.take_up(id, work, String::new());
        self.settle(place);
        self.save_now();
    }

    /// Puts a profile on the desk, in the state that the mark names.
    pub(super) fn take_up(self, id: String, work: Work, mark: String) {
        self.chain.set_value(Chain { mark, base: work.clone(), wrote: false });
        self.model.open(id, work);
    }

    /// Is at a place, without a new entry in the history: the entry stood for a deed, not for a place.
    pub(super) fn settle(self, place: Place) {
        let target = Address { place, shared: None };
        address::replace(&target.href());
        self.model.address.set(target);
    }
}
