//! Several tabs on one profile: one has the pen, the others read along and are told.
//!
//! The pen is a name that one tab at a time can hold. Where the browser has no such names, the tab that wrote last has
//! the pen. Either way [`super::saving`] keeps whatever two tabs should write beside each other.

use leptos::prelude::*;

use super::saving::key;
use super::{Desk, INDEX};
use crate::platform::clock;
use crate::platform::storage;
use crate::platform::tabs::{self, Answer, Ask, Held};
use crate::state::chain::Meeting;
use crate::state::library::Library;
use crate::state::model::{Pen, Told};
use crate::state::work::Stored;
use crate::state::{Place, SaveState};

/// What this tab has of the pen.
#[derive(Debug, Default)]
pub struct Reserved {
    held: Option<Held>,
    /// The profile that it is for.
    whose: String,
    /// Grows with every request, so that a late answer is known to be late.
    turn: u32,
    /// The browser has no names to hold.
    absent: bool,
}

impl Desk {
    /// Asks for the pen whenever another profile comes on screen, and hears what other tabs write.
    pub fn mind_other_tabs(self) {
        let model = self.model;
        let wanted = Memo::new(move |_| {
            let shown = model.preview.with(Option::is_none)
                && model.address.with(|address| {
                    matches!(address.place, Place::Site(..) | Place::Decision | Place::Record)
                });
            shown.then(|| model.current.get())
        });
        Effect::new(move |_| {
            if let Some(id) = wanted.get() {
                self.ask_for_pen(&id, Ask::IfFree);
            }
        });
        tabs::on_write(move |key, text| self.hear(&key, text.as_deref()));
        // A page that is put to sleep would keep the pen and never write with it.
        clock::on_sleep(move || self.lay_down_pen());
        clock::on_return(move || {
            if let Some(id) = wanted.get_untracked() {
                self.ask_for_pen(&id, Ask::IfFree);
            }
        });
    }

    /// Takes the pen from the tab that has it.
    pub fn continue_here(self) {
        let id = self.model.current.get_untracked();
        if !self.ask_for_pen(&id, Ask::AtOnce) {
            self.model.pen.set(Pen::Here);
        }
    }

    /// Leaves the profile to the other tab and goes on with a copy of it.
    pub fn work_on_a_copy(self) {
        let id = self.model.current.get_untracked();
        self.duplicate(&id);
    }

    fn ask_for_pen(self, id: &str, ask: Ask) -> bool {
        let (had, turn) = self.pen.with_value(|pen| (pen.whose.clone(), pen.turn + 1));
        if had == id && ask == Ask::IfFree {
            return true;
        }
        self.pen.update_value(|pen| {
            if let Some(held) = pen.held.take().filter(|_| ask != Ask::InTurn) {
                held.release();
            }
            pen.turn = turn;
            id.clone_into(&mut pen.whose);
        });
        let whose = id.to_owned();
        let there = tabs::hold(&key(id), ask, move |answer| self.answered(&whose, turn, answer));
        self.pen.update_value(|pen| pen.absent = !there);
        there
    }

    fn answered(self, id: &str, turn: u32, answer: Answer) {
        if self.pen.with_value(|pen| pen.turn) != turn {
            if let Answer::Held(held) = answer {
                held.release();
            }
            return;
        }
        match answer {
            Answer::Held(held) => {
                self.pen.update_value(|pen| pen.held = Some(held));
                self.take_pen(id);
            }
            Answer::Taken => self.give_pen(id),
            Answer::Lost => {
                self.pen.update_value(|pen| pen.held = None);
                self.flush();
                self.give_pen(id);
            }
        }
    }

    fn lay_down_pen(self) {
        self.flush();
        self.pen.update_value(|pen| {
            if let Some(held) = pen.held.take() {
                held.release();
            }
            pen.turn += 1;
            pen.whose.clear();
        });
    }

    /// Goes on from what the other tab wrote last.
    fn take_pen(self, id: &str) {
        self.catch_up(id);
        self.model.pen.set(Pen::Here);
    }

    /// Reads along from now on, and is next when the other tab is done.
    fn give_pen(self, id: &str) {
        self.flush();
        self.catch_up(id);
        self.model.pen.set(Pen::Elsewhere);
        self.model.told.set(Some(Told::Elsewhere));
        self.ask_for_pen(id, Ask::InTurn);
    }

    fn catch_up(self, id: &str) {
        if let Ok(theirs) = storage::read::<Stored>(&key(id)) {
            self.meet(id, theirs);
        }
    }

    /// Another tab wrote something.
    fn hear(self, which: &str, text: Option<&str>) {
        let model = self.model;
        if which == INDEX {
            if let Ok(library) = storage::read::<Library>(INDEX) {
                model.library.set(library);
            }
            return;
        }
        let id = model.current.get_untracked();
        // A profile that was deleted elsewhere stays on the desk, and is written again with the next edit.
        let Some(theirs) =
            text.filter(|_| which == key(&id)).and_then(|_| storage::read::<Stored>(which).ok())
        else {
            return;
        };
        self.meet(&id, theirs);
        if self.pen.with_value(|pen| pen.absent) && model.pen.get_untracked() == Pen::Here {
            model.pen.set(Pen::Elsewhere);
            model.told.set(Some(Told::Elsewhere));
        }
    }

    pub(super) fn meet(self, id: &str, theirs: Stored) {
        // What waits to be written here meets theirs when it is written.
        if self.model.save.get_untracked() == SaveState::Pending {
            self.save_now();
            return;
        }
        let chain = self.chain.get_value();
        match chain.meet(&theirs) {
            Meeting::Known => {}
            Meeting::Follow => self.follow(theirs),
            Meeting::GiveWay => {
                self.set_apart(&chain.mark, &chain.base);
                self.follow(theirs);
            }
            Meeting::Stay => {
                self.set_theirs_apart(id, theirs);
                self.write(id, self.model.own.get_untracked());
            }
        }
    }
}
