//! Connects the model with the browser: addresses, saving, opening and keeping profiles.
//!
//! The rule that everything here serves: nobody's work is lost. Before another profile is opened, the present one is
//! written; a link opens beside one's own work, never over it; what cannot be read is set aside.

use leptos::prelude::*;
use rules_core::profile::{Choice, Draft, Field};

use crate::platform::clock::Later;
use crate::platform::storage::{Refusal, Unread};
use crate::platform::{address, clock, crash, page, storage};
use crate::state::library::Library;
use crate::state::model::Preview;
use crate::state::open;
use crate::state::work::Stored;
use crate::state::{Address, Depth, Model, Place, SaveState, Work};
use crate::text::t;

/// Every key of ours begins with this.
pub const PREFIX: &str = "edgewise:";
const INDEX: &str = "edgewise:index";
/// How long typing has to rest before it is written.
const SAVE_AFTER: u64 = 300;

/// The model with its hands on the browser. Provided once, in `App`.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is known and what follows.
    pub model: Model,
    /// How many saved profiles could not be read at the start and were set aside.
    pub set_aside: RwSignal<usize>,
    /// The profile that was deleted last, to bring it back.
    pub deleted: RwSignal<Option<(String, Work)>>,
    saving: Later,
}

impl Desk {
    /// Opens the desk with the profile that was open last.
    #[must_use]
    pub fn open() -> Self {
        let mut aside = 0;
        let mut library = storage::read::<Library>(INDEX).unwrap_or_else(|unread| {
            if unread == Unread::Corrupt {
                storage::set_aside(INDEX);
                aside += 1;
            }
            Library::default()
        });
        let mut last = None;
        if let Some(id) = library.current.clone() {
            match read_work(&id) {
                Ok(work) => last = Some((id, work)),
                Err(unread) => aside += drop_unread(&mut library, &id, unread),
            }
        }
        let (id, work) = last.unwrap_or_else(|| (clock::fresh_id(), Work::default()));
        Self {
            model: Model::new(Address::parse(""), id, work, library),
            set_aside: RwSignal::new(aside),
            deleted: RwSignal::new(None),
            saving: Later::millis(SAVE_AFTER),
        }
    }

    /// Follows the address, saves, and keeps title and focus right, as long as the page lives.
    pub fn keep_going(self) {
        page::set_language(t().language);
        self.go_to(&address::fragment());
        address::on_change(move |fragment| self.go_to(&fragment));
        clock::on_leaving(move || self.flush());
        self.save_as_typed();
        self.follow_the_title();
        self.remember_for_a_crash();
    }

    fn go_to(self, fragment: &str) {
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
                model.preview.set(Some(Preview { link: shared.to_owned(), work, repairs }));
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
        let link = open::link_of(&work.draft.parse().profile, &work);
        let fragment =
            Address { place: Place::Site(Depth::Quick, None), shared: Some(link.clone()) }.href();
        self.model.preview.set(Some(Preview { link, work, repairs: Vec::new() }));
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
        self.model.begin(clock::fresh_id(), draft);
        self.settle(Place::Site(Depth::Quick, None));
        if !self.model.own.with_untracked(Work::is_blank) {
            self.save_now();
        }
    }

    /// Opens one of the saved profiles.
    pub fn open_saved(self, id: &str) {
        self.flush();
        match read_work(id) {
            Ok(work) => {
                self.model.open(id.to_owned(), work);
                self.save_now();
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
        let Ok(mut work) = read_work(id) else { return };
        let name = if work.draft.name.is_empty() { t().shell.unnamed } else { &work.draft.name };
        work.draft.name = (t().start.copy_of)(name);
        self.adopt(clock::fresh_id(), work, Place::Site(Depth::Quick, None));
    }

    /// Copies the profile that is open, and opens the copy.
    pub fn duplicate_open(self) {
        self.save_now();
        self.duplicate(&self.model.current.get_untracked());
    }

    fn adopt(self, id: String, work: Work, place: Place) {
        self.flush();
        self.model.open(id, work);
        self.settle(place);
        self.save_now();
    }

    /// Is at a place, without a new entry in the history: the entry stood for a deed, not for a place.
    fn settle(self, place: Place) {
        let target = Address { place, shared: None };
        address::replace(&target.href());
        self.model.address.set(target);
    }

    /// Deletes a saved profile; it can be brought back until the next one is deleted.
    pub fn delete(self, id: &str) {
        self.flush();
        let Ok(work) = read_work(id) else { return };
        storage::remove(&key(id));
        self.model.library.update(|library| library.forget(id));
        // Reported by the next save; the list on screen is right already.
        let _ = self.model.library.with_untracked(|library| storage::write(INDEX, library));
        if self.model.current.get_untracked() == id {
            self.model.open(clock::fresh_id(), Work::default());
        }
        self.deleted.set(Some((id.to_owned(), work)));
    }

    /// Brings the deleted profile back.
    pub fn undelete(self) {
        let Some((id, work)) = self.deleted.get_untracked() else { return };
        self.flush();
        self.model.open(id, work);
        self.save_now();
        self.deleted.set(None);
    }

    /// Writes what waits to be written.
    pub fn flush(self) {
        if self.model.save.get_untracked() == SaveState::Pending {
            self.save_now();
        }
    }

    fn save_now(self) {
        self.saving.drop_waiting();
        let model = self.model;
        let id = model.current.get_untracked();
        let written = model.own.with_untracked(|work| storage::write(&key(&id), &work.store()));
        let written = written.and_then(|()| {
            // Another tab may have saved a profile of its own since.
            let mut library =
                storage::read::<Library>(INDEX).unwrap_or_else(|_| model.library.get_untracked());
            model.own.with_untracked(|work| library.note(&id, &work.draft.name));
            let written = storage::write(INDEX, &library);
            model.library.set(library);
            written
        });
        model.save.set(match written {
            Ok(()) => SaveState::Saved,
            Err(Refusal::Blocked) => SaveState::Blocked,
            Err(Refusal::Full) => SaveState::Full,
            Err(Refusal::Failed) => SaveState::Failed,
        });
    }

    fn save_as_typed(self) {
        let model = self.model;
        Effect::new(move |before: Option<(String, Work)>| {
            let now = (model.current.get(), model.own.get());
            if before.is_some_and(|before| before.0 == now.0 && before.1 != now.1) {
                model.save.set(SaveState::Pending);
                self.saving.ask(move || self.save_now());
            }
            now
        });
    }

    fn follow_the_title(self) {
        let model = self.model;
        Effect::new(move |before: Option<(Place, bool)>| {
            let now = (
                model.address.with(|address| address.place.clone()),
                model.broken.with(Option::is_some),
            );
            page::set_title(&title(&now.0, now.1));
            let arrived = before
                .as_ref()
                .is_some_and(|before| !same_heading(&before.0, &now.0) || before.1 != now.1);
            let field = match &now.0 {
                Place::Site(_, field) => *field,
                _ => None,
            };
            match field {
                Some(field) if before.as_ref() != Some(&now) => {
                    clock::soon(move || page::focus_within(&format!("q-{}", field.id())));
                }
                _ if arrived || now.1 => clock::soon(|| {
                    page::to_top();
                    page::focus("main h1");
                }),
                _ => {}
            }
            now
        });
    }

    fn remember_for_a_crash(self) {
        let model = self.model;
        Effect::new(move |_| {
            crash::remember(model.own.with(|work| open::readable_of(&work.draft.parse().profile)));
        });
    }
}

/// Returns whether two places have the same heading: then focus may stay where it is.
fn same_heading(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Site(one, _), Place::Site(other, _)) => one == other,
        _ => one == other,
    }
}

fn title(place: &Place, broken: bool) -> String {
    let text = &t().shell;
    let name = match place {
        _ if broken => text.broken.title,
        Place::Start | Place::New(_) => t().start.title,
        Place::Site(Depth::Quick, _) => t().site.title,
        Place::Site(Depth::Full, _) => t().site.title_full,
        Place::Decision => text.decision,
        Place::Record => text.record,
        Place::Missing(_) => text.missing.title,
    };
    format!("{name} - {}", text.title_suffix)
}

fn key(id: &str) -> String {
    format!("{PREFIX}profile:{id}")
}

fn read_work(id: &str) -> Result<Work, Unread> {
    storage::read::<Stored>(&key(id))?.open().ok_or(Unread::Corrupt)
}

/// Takes a profile that cannot be read off the list and sets its text aside; returns how many were set aside.
fn drop_unread(library: &mut Library, id: &str, unread: Unread) -> usize {
    library.forget(id);
    if unread == Unread::Absent {
        return 0;
    }
    storage::set_aside(&key(id));
    1
}
