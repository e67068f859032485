//! The one model: what was typed, whose profile is on screen, and everything that follows.

use leptos::prelude::*;
use rules_core::link::{LinkFault, Repair};
use rules_core::outcome::Decision;
use rules_core::profile::{Field, FieldFault, Parsed, ProfileFault};
use rules_core::{Choices, decide};

use super::certain::Certain;
use super::library::Library;
use super::route::{Address, Place};
use super::sheets::Sheets;
use super::steps::{Difference, Steps};
use super::trail::Trail;
use super::work::Work;

/// How saving stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to save.
    #[default]
    Fresh,
    /// Typed, not yet written.
    Pending,
    /// Written.
    Saved,
    /// The browser gives no storage.
    Blocked,
    /// The storage is full.
    Full,
    /// Writing failed for another reason.
    Failed,
}

/// Which tab may write the open profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pen {
    /// This one, as far as it knows.
    #[default]
    Here,
    /// Another one, which is told to be so; this one reads along.
    Elsewhere,
}

/// Something that was done, to be said in the live region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A step was taken back.
    Undone(Difference),
    /// And taken again.
    Redone(Difference),
    /// An earlier state was brought back.
    BroughtBack(Difference),
    /// The present state was kept in the history.
    Kept,
    /// Another tab wrote the same profile beside this one; a copy was kept.
    KeptApart,
    /// Another tab has the profile now.
    Elsewhere,
}

/// Somebody else's profile on screen, read-only.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The link that stands for it in the address.
    pub link: String,
    /// What it holds.
    pub work: Work,
    /// What had to be undone in the link before it opened.
    pub repairs: Vec<Repair>,
    /// When it was kept, in milliseconds since 1970, if it is an earlier state of one's own open profile.
    pub earlier: Option<u64>,
}

/// What the user told us, and what follows from it. Provided once, in `App`.
#[derive(Clone, Copy)]
pub struct Model {
    /// Where we are.
    pub address: RwSignal<Address>,
    /// The id of one's own open profile.
    pub current: RwSignal<String>,
    /// One's own open profile.
    pub own: RwSignal<Work>,
    /// Somebody else's profile, while it is looked at.
    pub preview: RwSignal<Option<Preview>>,
    /// Why the link in the address cannot be opened.
    pub broken: RwSignal<Option<LinkFault>>,
    /// The saved profiles.
    pub library: RwSignal<Library>,
    /// How saving stands.
    pub save: RwSignal<SaveState>,
    /// The facts that scores and gates cite.
    pub sheets: RwSignal<Sheets>,
    /// The day on which the page was opened, `yyyy-mm-dd`: what the age of facts is told by.
    pub today: StoredValue<String>,
    /// The way that one's own open profile came, to take it back.
    pub steps: RwSignal<Steps>,
    /// The ways of the profiles that were open before, by their ids.
    shelf: StoredValue<Vec<(String, Steps)>>,
    /// Which tab may write the open profile.
    pub pen: RwSignal<Pen>,
    /// What was just done and is to be said; `None` after the next edit.
    pub told: RwSignal<Option<Told>>,
    /// The profile on screen: one's own, or the preview.
    pub shown: Memo<Work>,
    /// Which profile is on screen: the id of one's own, or the link of the preview.
    pub whose: Memo<String>,
    /// Whether the profile on screen may be changed.
    pub editable: Memo<bool>,
    /// The profile on screen, read.
    pub parsed: Memo<Parsed>,
    /// The answer.
    pub decision: Memo<Decision>,
    /// How certain the answer is, as far as that is known.
    pub certain: RwSignal<Certain>,
    /// What the last change did to the answer.
    pub trail: Memo<Trail>,
}

impl Model {
    /// Builds the model around a profile of one's own.
    #[must_use]
    pub fn new(address: Address, id: String, own: Work, library: Library, today: String) -> Self {
        let save = if library.has(&id) { SaveState::Saved } else { SaveState::Fresh };
        let current = RwSignal::new(id);
        let own = RwSignal::new(own);
        let preview = RwSignal::new(None::<Preview>);
        let pen = RwSignal::new(Pen::Here);
        let shown = Memo::new(move |_| {
            preview
                .with(|preview| preview.as_ref().map(|preview| preview.work.clone()))
                .unwrap_or_else(|| own.get())
        });
        let parsed = Memo::new(move |_| shown.with(|work| work.draft.parse()));
        let decision = Memo::new(move |_| {
            let choices = shown.with(Work::choices);
            parsed.with(|parsed| decide(&parsed.profile, &choices))
        });
        let whose = Memo::new(move |_| {
            preview.with(|preview| {
                preview.as_ref().map_or_else(|| current.get(), |preview| preview.link.clone())
            })
        });
        let trail = Memo::new(move |last: Option<&Trail>| {
            decision.with(|decision| Trail::next(last, whose.get(), decision))
        });
        Self {
            address: RwSignal::new(address),
            current,
            own,
            preview,
            broken: RwSignal::new(None),
            library: RwSignal::new(library),
            save: RwSignal::new(save),
            sheets: RwSignal::new(Sheets::Away),
            today: StoredValue::new(today),
            steps: RwSignal::new(Steps::default()),
            shelf: StoredValue::new(Vec::new()),
            pen,
            told: RwSignal::new(None),
            shown,
            whose,
            editable: Memo::new(move |_| preview.with(Option::is_none) && pen.get() == Pen::Here),
            parsed,
            decision,
            certain: RwSignal::new(Certain::default()),
            trail,
        }
    }

    /// Returns what was decided beside the profile on screen.
    #[must_use]
    pub fn choices(self) -> Choices {
        self.shown.with_untracked(Work::choices)
    }

    /// Returns the page we are on; stays the same while only a question or a shared profile changes.
    #[must_use]
    pub fn place(self) -> Memo<Place> {
        Memo::new(move |_| self.address.with(|address| address.place.clone()))
    }

    /// Returns the fragment that leads to a place, keeping the shared profile on screen.
    #[must_use]
    pub fn href(self, place: Place) -> String {
        let shared =
            self.preview.with(|preview| preview.as_ref().map(|preview| preview.link.clone()));
        Address { place, shared }.href()
    }

    /// Returns what was typed for a field, as a signal of its own.
    #[must_use]
    pub fn raw(self, field: Field) -> Memo<String> {
        Memo::new(move |_| self.shown.with(|work| work.draft.raw(field).to_owned()))
    }

    /// Returns why the answer to a field cannot be used.
    #[must_use]
    pub fn fault(self, field: Field) -> Option<FieldFault> {
        self.parsed.with(|parsed| {
            parsed.faults.iter().find_map(|fault| match fault {
                ProfileFault::Field { field: at, fault } if *at == field => Some(fault.clone()),
                _ => None,
            })
        })
    }

    /// Returns a name that every file system takes, for files about the profile on screen: its letters and digits, with
    /// hyphens between words.
    #[must_use]
    pub fn file_stem(self) -> String {
        let name = self.shown.with_untracked(|work| work.draft.name.trim().to_owned());
        let name = name.chars().take(60).collect::<String>().to_lowercase();
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let stem = words.collect::<Vec<_>>().join("-");
        if stem.is_empty() { "edge-decision".to_owned() } else { stem }
    }

    /// Opens another of one's own profiles.
    pub fn open(self, id: String, work: Work) {
        let save = if self.library.with_untracked(|library| library.has(&id)) {
            SaveState::Saved
        } else {
            SaveState::Fresh
        };
        self.change_steps(&id);
        self.preview.set(None);
        self.broken.set(None);
        self.current.set(id);
        self.own.set(work);
        self.save.set(save);
    }

    /// Puts the way of the open profile on the shelf and takes another one's down.
    fn change_steps(self, id: &str) {
        let last = self.current.get_untracked();
        if last == id {
            return;
        }
        self.shelf.update_value(|shelf| {
            let at = shelf.iter().position(|(whose, _)| whose == id);
            let taken = at.map(|at| shelf.swap_remove(at).1).unwrap_or_default();
            shelf.push((last, self.steps.get_untracked()));
            self.steps.set(taken);
        });
        self.told.set(None);
        self.pen.set(Pen::Here);
    }
}

#[cfg(test)]
mod tests {
    use rules_core::outcome::Question;

    use super::*;

    fn model() -> Model {
        let (address, today) = (Address::parse(""), "2026-11-22".to_owned());
        Model::new(address, "one".to_owned(), Work::default(), Library::default(), today)
    }

    fn with_model(test: impl FnOnce(Model)) {
        let owner = Owner::new();
        owner.with(|| test(model()));
    }

    #[test]
    fn what_is_typed_reaches_the_answer_and_faults_stay_beside_it() {
        with_model(|model| {
            model.type_in(Field::NodesPerSite, "3".to_owned());
            model.type_in(Field::Sites, "many".to_owned());
            let decision = model.decision.get_untracked();
            assert!(decision.profile.knows(Field::NodesPerSite));
            assert!(!decision.profile.knows(Field::Sites));
            assert_eq!(model.parsed.with_untracked(|parsed| parsed.faults.len()), 1);
            assert_eq!(model.raw(Field::Sites).get_untracked(), "many");
        });
    }

    #[test]
    fn a_preview_is_shown_and_changes_nothing_of_ones_own() {
        with_model(|model| {
            model.type_in(Field::Sites, "7".to_owned());
            let mut work = Work::default();
            work.draft.set_raw(Field::Sites, "3400".to_owned());
            model.preview.set(Some(Preview {
                link: "sites=3400".to_owned(),
                work,
                repairs: vec![],
                earlier: None,
            }));
            model.type_in(Field::Sites, "1".to_owned());
            model.rename("mine".to_owned());
            assert_eq!(model.raw(Field::Sites).get_untracked(), "3400");
            assert_eq!(model.href(Place::Decision), "#/decision?sites=3400");
            model.preview.set(None);
            assert_eq!(model.raw(Field::Sites).get_untracked(), "7");
            assert_eq!(model.own.with_untracked(|work| work.draft.name.clone()), "");
        });
    }

    #[test]
    fn overrides_and_weights_reach_the_decision() {
        with_model(|model| {
            model.override_question(Question::Q4, Some(true));
            assert!(
                model.decision.with_untracked(|decision| decision.tree.questions[3].overridden)
            );
            model.set_weights(Some([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0]));
            let shares = model.decision.with_untracked(|decision| decision.weights.shares);
            assert!((shares[6] - 1.0).abs() < 1e-9, "{shares:?}");
        });
    }

    #[test]
    fn answers_weights_and_the_tree_are_taken_back_step_by_step() {
        with_model(|model| {
            model.type_in(Field::Sites, "7".to_owned());
            model.set_weights(Some([1.0; 7]));
            model.override_question(Question::Q4, Some(true));
            let all = model.own.get_untracked();
            model.undo();
            assert_eq!(
                model.told.get_untracked(),
                Some(Told::Undone(Difference::Tree(Question::Q4)))
            );
            model.undo();
            assert_eq!(model.own.with_untracked(|work| work.weights), None);
            model.undo();
            assert!(model.own.with_untracked(Work::is_blank));
            model.undo();
            (0..3).for_each(|_| model.redo());
            assert_eq!(model.own.get_untracked(), all);
        });
    }

    #[test]
    fn each_profile_keeps_its_own_steps_and_a_preview_has_none() {
        with_model(|model| {
            model.type_in(Field::Sites, "7".to_owned());
            let seven = model.own.get_untracked();
            model.open("two".to_owned(), Work::default());
            model.undo();
            assert_eq!(model.told.get_untracked(), None);
            model.type_in(Field::Sites, "8".to_owned());
            model.open("one".to_owned(), seven.clone());
            let (link, work) = ("x".to_owned(), Work::default());
            let preview = Preview { link, work, repairs: Vec::new(), earlier: None };
            model.preview.set(Some(preview));
            model.undo();
            assert_eq!(model.own.get_untracked(), seven);
            model.preview.set(None);
            model.undo();
            assert!(model.own.with_untracked(Work::is_blank));
        });
    }

    #[test]
    fn files_are_named_after_the_profile() {
        with_model(|model| {
            assert_eq!(model.file_stem(), "edge-decision");
            model.rename(" Nordic stores / 2027: \"A\" ".to_owned());
            assert_eq!(model.file_stem(), "nordic-stores-2027-a");
            model.rename("../..".to_owned());
            assert_eq!(model.file_stem(), "edge-decision");
        });
    }
}
