//! Profiles for tests: samples of every kind of answer, and proptest strategies over all of them.

use proptest::prelude::*;

use super::draft::Draft;
use super::field::{Answer, Field, Kind};
use super::site::SiteProfile;

impl Field {
    /// Returns telling answers: every choice, the ends of every range, empty and full sets.
    pub(crate) fn samples(self) -> Vec<Answer> {
        match self.kind() {
            Kind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
            Kind::Choice(ids) => (0..ids.len()).map(|at| Answer::Choice(small(at))).collect(),
            Kind::Set { ids, empty } => {
                let full = (1 << ids.len()) - 1;
                [0, 1, full]
                    .into_iter()
                    .filter(|bits| empty || *bits != 0)
                    .map(Answer::Set)
                    .collect()
            }
            Kind::Whole { min, max, .. } => {
                vec![Answer::Whole(min), Answer::Whole(max / 3 + 1), Answer::Whole(max)]
            }
        }
    }
}

/// The profile that somebody typed: ids of fields and what stands in them, without faults.
pub(crate) fn profile_of(typed: &[(&str, &str)]) -> SiteProfile {
    let mut draft = Draft::default();
    for (id, raw) in typed {
        draft.set_raw(Field::by_id(id).expect("the field exists"), (*raw).to_owned());
    }
    let parsed = draft.parse();
    assert_eq!(parsed.faults, []);
    parsed.profile
}

/// Any answer that the field takes.
pub(crate) fn any_answer(field: Field) -> BoxedStrategy<Answer> {
    match field.kind() {
        Kind::YesNo => any::<bool>().prop_map(Answer::YesNo).boxed(),
        Kind::Choice(ids) => (0..ids.len()).prop_map(|at| Answer::Choice(small(at))).boxed(),
        Kind::Set { ids, empty } => {
            (u16::from(!empty)..(1 << ids.len())).prop_map(Answer::Set).boxed()
        }
        // Mostly figures of everyday size, around which the thresholds of the rules lie.
        Kind::Whole { min, max, .. } => {
            let everyday = (0..24_u32, 0..3_u32).prop_map(|(bits, more)| (1 << bits) + more);
            prop_oneof![min..=max, everyday.prop_map(move |number| number.clamp(min, max))]
                .prop_map(Answer::Whole)
                .boxed()
        }
    }
}

/// Any field with any answer that it takes.
pub(crate) fn any_field_and_answer() -> impl Strategy<Value = (Field, Answer)> {
    let answered = |field| any_answer(field).prop_map(move |answer| (field, answer));
    proptest::sample::select(Field::ALL.to_vec()).prop_flat_map(answered)
}

/// Any profile: any name, any part of the fields answered.
pub(crate) fn any_profile() -> impl Strategy<Value = SiteProfile> {
    profile_with(|field| proptest::option::of(any_answer(field)).boxed())
}

/// A profile of which an eighth of the fields is answered: random answers contradict each other less, the fewer there are.
pub(crate) fn sparse_profile() -> impl Strategy<Value = SiteProfile> {
    profile_with(|field| proptest::option::weighted(0.125, any_answer(field)).boxed())
}

/// A profile of which the quick questions are answered, and no other.
pub(crate) fn quick_profile() -> impl Strategy<Value = SiteProfile> {
    profile_with(|field| {
        if field.is_quick() { any_answer(field).prop_map(Some).boxed() } else { Just(None).boxed() }
    })
}

/// A profile of which every question is answered.
pub(crate) fn full_profile() -> impl Strategy<Value = SiteProfile> {
    profile_with(|field| any_answer(field).prop_map(Some).boxed())
}

fn profile_with(
    answer: impl Fn(Field) -> BoxedStrategy<Option<Answer>>,
) -> impl Strategy<Value = SiteProfile> {
    let answers: Vec<_> = Field::ALL.iter().map(|field| answer(*field)).collect();
    (any_name(), answers).prop_map(|(name, answers)| {
        let mut profile = SiteProfile::default();
        profile.set_name(&name);
        for (field, answer) in Field::ALL.iter().zip(answers) {
            assert!(profile.set(*field, answer), "{}", field.id());
        }
        profile
    })
}

/// Any name, mostly of everyday characters; a profile takes it as far as it is fit to be shown.
fn any_name() -> impl Strategy<Value = String> {
    let everyday =
        proptest::sample::select(&b"Store 7 \"'\\:#-,{}[]%&*!|>?@`~\t\n"[..]).prop_map(char::from);
    proptest::collection::vec(prop_oneof![everyday, any::<char>()], 0..90)
        .prop_map(|chars| chars.into_iter().collect())
}

fn small(at: usize) -> u8 {
    u8::try_from(at).expect("vocabularies are small")
}
