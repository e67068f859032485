//! Connects the model with the browser: addresses, saving, opening and keeping profiles.
//!
//! The rule that everything here serves: nobody's work is lost. Before another profile is opened, the present one is
//! written; a link opens beside one's own work, never over it; what cannot be read is set aside.

pub mod backup;
mod deleting;
mod fetching;
mod history;
mod journal;
mod lasting;
mod moving;
mod opening;
mod saving;
mod studying;
mod tabs;

use leptos::prelude::*;

use crate::platform::clock::Later;
use crate::platform::storage::{self, Unread};
use crate::platform::{address, clock, crash, keys, page};
use crate::state::chain::Chain;
use crate::state::history::History;
use crate::state::library::Library;
use crate::state::work::Stored;
use crate::state::{Address, Model, Work, open};
use crate::text::t;
use moving::Focus;
use saving::{drop_unread, list_forgotten, read_work};
use tabs::Reserved;

/// Every key of ours begins with this.
pub const PREFIX: &str = "edgewise:";
const INDEX: &str = "edgewise:index";
/// How long typing has to rest before it is written.
const SAVE_AFTER: u64 = 300;
/// How long typing has to rest before what follows is a step of its own.
const STEP_AFTER: u64 = 1_000;

/// What the part that keeps profiles beyond saving them brings.
#[derive(Clone, Copy, Debug)]
pub struct Keeping {
    /// Draws what stands above every page.
    pub bars: fn() -> AnyView,
    /// Writes to the journal, once that was read.
    pub note: Option<Note>,
}

/// Writes a state of the profile with an id to the journal; `None` forgets the profile there.
pub type Note = fn(&str, Option<Stored>);

/// The model with its hands on the browser. Provided once, in `App`.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is known and what follows.
    pub model: Model,
    /// How many saved profiles could not be read at the start and were set aside.
    pub set_aside: RwSignal<usize>,
    /// The profile that was deleted last, to bring it back.
    pub deleted: RwSignal<Option<(String, Work)>>,
    /// What the storage has of the open profile, as far as this tab knows.
    chain: StoredValue<Chain>,
    /// The pen of the open profile, if this tab has it or has asked for it.
    pen: StoredValue<Reserved, LocalStorage>,
    /// What is kept of the open profile's past, once that part is here.
    pub history: RwSignal<History>,
    /// What the part that keeps profiles beyond saving them brings, once it is here.
    pub keeping: RwSignal<Option<Keeping>>,
    saving: Later,
    /// The number of the study that is of the present answer.
    studied: StoredValue<u64>,
    resting: Later,
    focus: StoredValue<Option<Focus>>,
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
        list_forgotten(&mut library);
        let mut last = None;
        if let Some(id) = library.current.clone() {
            match read_work(&id) {
                Ok((work, mark)) => last = Some((id, work, mark)),
                Err(unread) => aside += drop_unread(&mut library, &id, unread),
            }
        }
        let (id, work, mark) =
            last.unwrap_or_else(|| (clock::fresh_id(), Work::default(), String::new()));
        let chain = Chain { mark, base: work.clone(), wrote: false };
        Self {
            model: Model::new(Address::parse(""), id, work, library, clock::today()),
            set_aside: RwSignal::new(aside),
            deleted: RwSignal::new(None),
            chain: StoredValue::new(chain),
            pen: StoredValue::new_local(Reserved::default()),
            history: RwSignal::new(History::default()),
            keeping: RwSignal::new(None),
            saving: Later::millis(SAVE_AFTER),
            studied: StoredValue::new(0),
            resting: Later::millis(STEP_AFTER),
            focus: StoredValue::new(None),
        }
    }

    /// Follows the address, saves, and keeps title and focus right, as long as the page lives.
    pub fn keep_going(self) {
        page::set_language(t().language);
        self.go_to(&address::fragment());
        address::on_change(move |fragment| self.go_to(&fragment));
        clock::on_leaving(move || self.flush());
        clock::recover_on_return();
        self.save_as_typed();
        self.study_as_it_changes();
        keys::on_undo(move |forth| if forth { self.model.redo() } else { self.model.undo() });
        self.follow_the_title();
        self.remember_for_a_crash();
        self.fetch_the_rest();
    }

    fn remember_for_a_crash(self) {
        let model = self.model;
        Effect::new(move |_| {
            crash::remember(model.own.with(|work| open::readable_of(&work.draft.parse().profile)));
        });
    }
}
