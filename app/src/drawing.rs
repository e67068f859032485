//! The order in which the page is drawn: what stands further down after what stands at the top has been painted, and the
//! foot when all that stands above it is there.

use std::collections::VecDeque;

use leptos::prelude::*;

use crate::platform::clock;
use crate::state::Model;

/// What is drawn when. Provided once, in `App`.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// How many parts are on their way that stand above the foot of the page.
    pub coming: RwSignal<usize>,
    turns: StoredValue<Turns>,
}

/// Parts of the page that are drawn one after another.
#[derive(Default)]
struct Turns {
    /// All of them, in the order of the page.
    parts: Vec<Part>,
    /// Those that are not drawn since the last edit.
    due: VecDeque<Part>,
    /// The number of the next part.
    next: u64,
}

#[derive(Clone, Copy)]
struct Part {
    number: u64,
    turn: Trigger,
}

impl Turns {
    fn add(&mut self, turn: Trigger) {
        self.parts.retain(|part| !part.turn.is_disposed());
        self.parts.push(Part { number: self.next, turn });
        self.next += 1;
    }

    /// Lets every part have a turn, those first that wait already; says whether none did.
    fn begin(&mut self) -> bool {
        let idle = self.due.is_empty();
        for part in &self.parts {
            if self.due.iter().all(|due| due.number != part.number) {
                self.due.push_back(*part);
            }
        }
        idle && !self.due.is_empty()
    }

    fn take(&mut self) -> Option<Trigger> {
        let due = std::iter::from_fn(|| self.due.pop_front());
        due.map(|part| part.turn).find(|turn| !turn.is_disposed())
    }
}

impl Drawing {
    /// Gives every part its turn after each edit, as long as the page lives.
    #[must_use]
    pub fn begin(model: Model) -> Self {
        let drawing = Self { coming: RwSignal::new(0), turns: StoredValue::new(Turns::default()) };
        Effect::new(move |_| {
            // Read and not merely tracked: a memo that nobody has read follows nothing.
            model.shown.with(|_| ());
            model.decision.with(|_| ());
            if drawing.turns.try_update_value(Turns::begin) == Some(true) {
                clock::after_paint(move || drawing.draw_next());
            }
        });
        drawing
    }

    /// Reads something for a part of the page: now, and after every edit when its turn comes. The edit is painted first; then
    /// one part is drawn after another, each in a task of its own.
    pub fn in_turn<T>(self, read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let turn = self.turn();
        Memo::new(move |_| {
            turn.track();
            untrack(&read)
        })
    }

    /// Notifies after every edit when the turn of one part of the page comes.
    pub fn turn(self) -> Trigger {
        let turn = Trigger::new();
        self.turns.update_value(|turns| turns.add(turn));
        turn
    }

    /// Keeps the foot of the page from being shown until the view that asks for it is drawn anew or has gone: nobody presses
    /// what is about to move.
    pub fn keep_foot_waiting(self) {
        self.coming.update(|coming| *coming += 1);
        on_cleanup(move || {
            // Nothing waits any more where the whole page has gone.
            let _ = self.coming.try_update(|coming| *coming -= 1);
        });
    }

    fn draw_next(self) {
        if let Some(turn) = self.turns.try_update_value(Turns::take).flatten() {
            turn.notify();
            clock::in_turn(move || self.draw_next());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(turns: &mut Turns) -> Option<u64> {
        let due = turns.due.front().map(|part| part.number);
        turns.take().and(due)
    }

    #[test]
    fn every_part_is_drawn_in_the_order_of_the_page_and_an_edit_in_between_keeps_nobody_waiting() {
        Owner::new().with(|| {
            let mut turns = Turns::default();
            assert!(!turns.begin(), "there is nothing to draw");
            (0..3).for_each(|_| turns.add(Trigger::new()));
            assert!(turns.begin());
            assert_eq!(drawn(&mut turns), Some(0));
            assert!(!turns.begin(), "it goes on already");
            let rest: Vec<_> = std::iter::from_fn(|| drawn(&mut turns)).collect();
            assert_eq!(rest, [1, 2, 0]);
            assert!(turns.begin());
        });
    }

    #[test]
    fn a_part_that_left_the_page_is_passed_over() {
        let owner = Owner::new();
        owner.with(|| {
            let mut turns = Turns::default();
            let page = owner.child();
            page.with(|| turns.add(Trigger::new()));
            turns.add(Trigger::new());
            turns.begin();
            page.cleanup();
            assert!(turns.take().is_some());
            assert!(turns.take().is_none());
            turns.add(Trigger::new());
            assert_eq!(turns.parts.len(), 2);
        });
    }
}
