//! Finding out how certain the answer is: at once what is exact, the rest in slices that no key press waits for.

use leptos::prelude::*;
use rules_core::outcome::Decision;
use rules_core::profile::Field;

use super::Desk;
use crate::chunks;
use crate::platform::clock;
use crate::state::certain::Certain;
use crate::state::inquiry::Inquiry;

/// How long the page may be kept busy before it is given a chance to paint and to listen, in milliseconds.
const BUSY: f64 = 8.0;

impl Desk {
    /// Studies every new answer; what is under way for an older one is dropped.
    pub(super) fn study_as_it_changes(self) {
        let model = self.model;
        let answers = Memo::new(move |last: Option<&u64>| {
            model.decision.with(|_| ());
            last.map_or(0, |last| last + 1)
        });
        Effect::new(move |last: Option<u64>| {
            let (answer, whose) = (answers.get(), model.whose.get());
            if last == Some(answer) {
                // The same answer, kept as a profile of one's own.
                model.certain.update(|certain| certain.whose = whose);
            } else {
                self.begin_study();
            }
            answer
        });
        // A browser may stop a script half-way when its page is left, and yet show that page again later.
        clock::on_return(move || {
            if !model.certain.with_untracked(|certain| certain.current) {
                self.begin_study();
            }
        });
    }

    /// Studies the present answer anew.
    pub fn begin_study(self) {
        let model = self.model;
        let run = self.studied.get_value() + 1;
        self.studied.set_value(run);
        let blank =
            |decision: &Decision| Field::ALL.iter().all(|field| !decision.profile.knows(*field));
        if model.decision.with_untracked(blank) {
            model.certain.set(Certain { current: true, ..Certain::default() });
            return;
        }
        model.certain.update(|certain| certain.outdate(model.whose.get_untracked()));
        clock::task(async move {
            if chunks::study(self, run).await.is_err() {
                model.certain.set(Certain { missing: true, ..Certain::default() });
            }
        });
    }

    /// Studies the present answer, and tells the model what is found as soon as it is. Part of a chunk.
    pub fn study(self, run: u64) {
        let model = self.model;
        let choices = model.choices();
        let inquiry = model.decision.with_untracked(|decision| Inquiry::new(decision, &choices));
        let Some(mut inquiry) = inquiry else {
            self.tell(run, Some(Certain { current: true, ..Certain::default() }));
            return;
        };
        self.tell(run, inquiry.news());
        clock::in_turn(move || self.slice(run, inquiry));
    }

    fn slice(self, run: u64, mut inquiry: Inquiry) {
        if self.studied.get_value() != run {
            return;
        }
        let more = busy(&mut inquiry);
        self.tell(run, inquiry.news());
        if more {
            clock::in_turn(move || self.slice(run, inquiry));
        }
    }

    fn tell(self, run: u64, news: Option<Certain>) {
        if let Some(certain) = news.filter(|_| self.studied.get_value() == run) {
            self.model.certain.update(|last| *last = certain.after(last));
        }
    }
}

/// Goes on until the page has been busy long enough; says whether anything is left.
fn busy(inquiry: &mut Inquiry) -> bool {
    let began = clock::now();
    while inquiry.advance() {
        if clock::now() - began > BUSY {
            return true;
        }
    }
    false
}
