//! The window's title, and where the focus goes after a move.

use leptos::prelude::*;
use rules_core::profile::Field;

use super::Desk;
use crate::platform::{clock, page};
use crate::state::{Depth, Place};
use crate::text::t;

/// Where the focus is wanted after a move.
#[derive(Clone, Copy)]
pub(super) enum Focus {
    /// At the page's heading.
    Heading,
    /// In a question.
    Question(Field),
    /// At a part of the method.
    Part(&'static str),
}

impl Desk {
    pub(super) fn follow_the_title(self) {
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
            let within = match &now.0 {
                Place::Site(_, field) => field.map(Focus::Question),
                Place::Method(part) => part.map(Focus::Part),
                _ => None,
            };
            let target = match within {
                Some(within) if before.as_ref() != Some(&now) => Some(within),
                _ if arrived || now.1 => Some(Focus::Heading),
                _ => None,
            };
            if target.is_some() {
                self.focus.set_value(target);
                self.focus_when_drawn();
            }
            now
        });
    }

    /// Puts the focus where the last move wanted it; again when the page was not there yet to take it.
    pub fn focus_when_drawn(self) {
        clock::soon(move || {
            let done = match self.focus.get_value() {
                None => return,
                Some(Focus::Question(field)) => page::focus_within(&format!("q-{}", field.id())),
                Some(Focus::Part(id)) => page::focus(&format!("#m-{id}")),
                Some(Focus::Heading) => {
                    page::to_top();
                    page::focus("main h1")
                }
            };
            if done {
                self.focus.set_value(None);
            }
        });
    }
}

/// Returns whether two places have the same heading: then focus may stay where it is.
fn same_heading(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Site(one, _), Place::Site(other, _)) => one == other,
        (Place::Method(_), Place::Method(part)) => part.is_some(),
        _ => one == other,
    }
}

fn title(place: &Place, broken: bool) -> String {
    let text = &t().shell;
    let name = match place {
        _ if broken => text.broken.title,
        Place::Start | Place::New(_) => t().start.title,
        Place::Sheet(product) => {
            let name = (text.sheet)(&(t().method.product)(product));
            return format!("{name} - {}", text.title_suffix);
        }
        Place::Options => text.options,
        Place::Method(_) => text.method,
        Place::Site(Depth::Quick, _) => t().site.title,
        Place::Site(Depth::Full, _) => t().site.title_full,
        Place::Decision => text.decision,
        Place::Record => text.record,
        Place::History => text.menu.history,
        Place::Compare => text.preview.compare,
        Place::Missing(_) => text.missing.title,
    };
    format!("{name} - {}", text.title_suffix)
}
