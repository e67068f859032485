//! The one model: what was typed, whose profile is on screen, and everything that follows.

use leptos::prelude::*;
use rules_core::link::{LinkFault, Repair};
use rules_core::outcome::{Decision, Question};
use rules_core::profile::{Draft, Field, FieldFault, Parsed, ProfileFault};
use rules_core::{Choices, decide};

use super::library::Library;
use super::route::{Address, Place};
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

/// Somebody else's profile on screen, read-only.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The link that stands for it in the address.
    pub link: String,
    /// What it holds.
    pub work: Work,
    /// What had to be undone in the link before it opened.
    pub repairs: Vec<Repair>,
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
    /// The profile on screen: one's own, or the preview.
    pub shown: Memo<Work>,
    /// Whether the profile on screen may be changed.
    pub editable: Memo<bool>,
    /// The profile on screen, read.
    pub parsed: Memo<Parsed>,
    /// The answer.
    pub decision: Memo<Decision>,
    /// What the last change did to the answer.
    pub trail: Memo<Trail>,
}

impl Model {
    /// Builds the model around a profile of one's own.
    #[must_use]
    pub fn new(address: Address, id: String, own: Work, library: Library) -> Self {
        let save = if library.has(&id) { SaveState::Saved } else { SaveState::Fresh };
        let current = RwSignal::new(id);
        let own = RwSignal::new(own);
        let preview = RwSignal::new(None::<Preview>);
        let shown = Memo::new(move |_| {
            preview
                .with(|preview| preview.as_ref().map(|preview| preview.work.clone()))
                .unwrap_or_else(|| own.get())
        });
        let parsed = Memo::new(move |_| shown.with(|work| work.draft.parse()));
        let decision = Memo::new(move |_| {
            let choices =
                shown.with(|work| Choices { weights: work.weights, overrides: work.overrides });
            parsed.with(|parsed| decide(&parsed.profile, &choices))
        });
        let whose = move || {
            preview.with(|preview| {
                preview.as_ref().map_or_else(|| current.get(), |preview| preview.link.clone())
            })
        };
        let trail = Memo::new(move |last: Option<&Trail>| {
            decision.with(|decision| Trail::next(last, whose(), decision))
        });
        Self {
            address: RwSignal::new(address),
            current,
            own,
            preview,
            broken: RwSignal::new(None),
            library: RwSignal::new(library),
            save: RwSignal::new(save),
            shown,
            editable: Memo::new(move |_| preview.with(Option::is_none)),
            parsed,
            decision,
            trail,
        }
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

    /// Returns a name for files about the profile on screen: its letters and digits, with hyphens between words.
    #[must_use]
    pub fn file_stem(self) -> String {
        let name = self.shown.with_untracked(|work| work.draft.name.to_lowercase());
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let stem = words.collect::<Vec<_>>().join("-");
        if stem.is_empty() { "edgewise".to_owned() } else { stem }
    }

    /// Answers a question of one's own profile; the empty text makes it unknown.
    pub fn type_in(self, field: Field, raw: String) {
        self.edit(|work| work.draft.set_raw(field, raw));
    }

    /// Names one's own profile.
    pub fn rename(self, name: String) {
        self.edit(|work| work.draft.name = name);
    }

    /// Answers a question of the tree by hand; `None` goes back to what the profile says.
    pub fn override_question(self, question: Question, answer: Option<bool>) {
        self.edit(|work| work.overrides[question as usize] = answer);
    }

    /// Sets points per criterion by hand; `None` goes back to the derived ones.
    pub fn set_weights(self, weights: Option<[f64; 7]>) {
        self.edit(|work| work.weights = weights);
    }

    /// Changes one's own profile, unless somebody else's is on screen.
    fn edit(self, change: impl FnOnce(&mut Work)) {
        if self.editable.get_untracked() {
            self.own.update(change);
        }
    }

    /// Opens another of one's own profiles.
    pub fn open(self, id: String, work: Work) {
        let save = if self.library.with_untracked(|library| library.has(&id)) {
            SaveState::Saved
        } else {
            SaveState::Fresh
        };
        batch(|| {
            self.preview.set(None);
            self.broken.set(None);
            self.current.set(id);
            self.own.set(work);
            self.save.set(save);
        });
    }

    /// Begins a profile of one's own, blank but for what the draft holds.
    pub fn begin(self, id: String, draft: Draft) {
        self.open(id, Work { draft, ..Work::default() });
    }
}

/// Runs several writes; each signal notifies by itself, and memos are read only afterwards.
fn batch(writes: impl FnOnce()) {
    writes();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        Model::new(Address::parse(""), "one".to_owned(), Work::default(), Library::default())
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
    fn files_are_named_after_the_profile() {
        with_model(|model| {
            assert_eq!(model.file_stem(), "edgewise");
            model.rename("Nordic stores / 2026".to_owned());
            assert_eq!(model.file_stem(), "nordic-stores-2026");
        });
    }
}
