//! The keys under which profiles are written, older names included, and the answers gathered under them.

use std::collections::BTreeMap;

use thiserror::Error;

use super::draft::{Draft, ProfileFault};
use super::field::{Field, Kind};
use super::read::{fold, is_fold_of, shown, yes_no};

/// What is wrong with a key, whatever its value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// No field has this key.
    #[error("no field is called \"{found}\"{}", suggested(*.nearest))]
    Unknown {
        /// The key found.
        found: String,
        /// The key that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The field was answered before.
    #[error("{found} answers the same as {first} before it")]
    Repeated {
        /// The key found.
        found: String,
        /// The key of the first answer.
        first: String,
    },
}

/// Names of fields in older files, and the fields they became.
const OLDER: &[(&str, Key)] = &[
    ("local_staff_can_admin_linux", Key::Field(Field::LocalLinuxAdmin)),
    ("image_pull_policy", Key::Field(Field::ImageSupply)),
    ("host_customization", Key::Field(Field::HostChange)),
    ("local_stateful_workloads", Key::LocalState),
];

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Name,
    Field(Field),
    /// The older yes-or-no question for local state.
    LocalState,
}

impl Key {
    /// Finds a key in any case, with `-` for `_`.
    fn find(key: &str) -> Option<Self> {
        let folded = fold(key);
        Self::all().find(|(id, _)| is_fold_of(id, &folded)).map(|(_, key)| key)
    }

    fn all() -> impl Iterator<Item = (&'static str, Self)> {
        let fields = Field::ALL.iter().map(|field| (field.id(), Self::Field(*field)));
        fields.chain(std::iter::once(("name", Self::Name))).chain(OLDER.iter().copied())
    }

    /// Returns the field that is answered; `None` is the name.
    fn target(self) -> Option<Field> {
        match self {
            Self::Name => None,
            Self::Field(field) => Some(field),
            Self::LocalState => Some(Field::State),
        }
    }
}

/// Gathers answers under their keys; `P` says where each stands, for the messages.
pub(crate) struct Intake<P> {
    draft: Draft,
    seen: BTreeMap<Option<Field>, (String, P)>,
}

impl<P: Copy> Intake<P> {
    pub(crate) fn new() -> Self {
        Self { draft: Draft::default(), seen: BTreeMap::new() }
    }

    /// Returns whether any key was known.
    pub(crate) fn knew_any(&self) -> bool {
        !self.seen.is_empty()
    }

    /// Takes the text of one answer.
    pub(crate) fn put(&mut self, key: &str, raw: String, place: P) -> Result<(), KeyFault> {
        let target = self.claim(key, place)?;
        match target {
            Key::Name => self.draft.name = raw,
            Key::Field(field) => self.draft.set_raw(field, raw),
            Key::LocalState => self.draft.set_raw(Field::State, state_of(raw)),
        }
        Ok(())
    }

    fn claim(&mut self, key: &str, place: P) -> Result<Key, KeyFault> {
        let Some(known) = Key::find(key) else {
            return Err(KeyFault::Unknown { found: shown(key), nearest: nearest(key) });
        };
        if let Some((first, _)) = self.seen.get(&known.target()) {
            return Err(KeyFault::Repeated { found: shown(key), first: first.clone() });
        }
        self.seen.insert(known.target(), (shown(key), place));
        Ok(known)
    }

    /// Returns the draft, and each fault of its answers with its place.
    pub(crate) fn finish(self) -> (Draft, Vec<(Option<P>, ProfileFault)>) {
        let faults = self.draft.parse().faults.into_iter().map(|fault| {
            let place = self.seen.get(&fault.field()).map(|(_, place)| *place);
            (place, fault)
        });
        let faults = faults.collect();
        (self.draft, faults)
    }
}

/// Returns whether a key is known.
pub(crate) fn is_key(key: &str) -> bool {
    Key::find(key).is_some()
}

/// Returns whether a key is that of a field that takes several answers.
pub(crate) fn takes_list(key: &str) -> bool {
    let field = Key::find(key).and_then(Key::target);
    field.is_some_and(|field| matches!(field.kind(), Kind::Set { .. }))
}

/// Returns the answer to `state` that the older question stood for.
fn state_of(raw: String) -> String {
    match yes_no(&raw) {
        Some(true) => "local-critical".to_owned(),
        Some(false) => "stateless".to_owned(),
        None => raw,
    }
}

/// Returns the key that is closest in spelling, if it is close.
fn nearest(key: &str) -> Option<&'static str> {
    let typed = fold(key);
    if typed.len() > 64 {
        return None;
    }
    Key::all()
        .filter(|(id, _)| id.len().abs_diff(typed.len()) <= id.len() / 3)
        .map(|(id, _)| (distance(&typed, &fold(id)), id))
        .min()
        .filter(|(distance, id)| *distance <= id.len() / 3)
        .map(|(_, id)| id)
}

/// Returns how many letters have to be put in, left out or changed (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<_> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (column, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

fn suggested(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; {nearest} is"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, expected: Option<Field>) {
        assert_eq!(Key::find(key).map(Key::target), Some(expected), "{key}");
    }

    #[test]
    fn keys_are_found_in_any_spelling_and_under_their_older_names() {
        check("node_ram_mib", Some(Field::NodeRamMib));
        check("Node-RAM-MiB", Some(Field::NodeRamMib));
        check("local_staff_can_admin_linux", Some(Field::LocalLinuxAdmin));
        check("host-customization", Some(Field::HostChange));
        check("name", None);
    }

    #[test]
    fn a_slip_is_told_with_what_was_meant() {
        let mut intake = Intake::new();
        let fault = intake.put("node_per_sites", String::new(), ()).expect_err("no such key");
        assert_eq!(fault.to_string(), "no field is called \"node_per_sites\"; nodes_per_site is");
        let fault = intake.put("colour", String::new(), ()).expect_err("no such key");
        assert_eq!(fault.to_string(), "no field is called \"colour\"");
    }

    #[test]
    fn an_older_name_repeats_the_field_it_became() {
        let mut intake = Intake::new();
        assert_eq!(intake.put("state", "stateless".to_owned(), ()), Ok(()));
        let fault = intake.put("local_stateful_workloads", "true".to_owned(), ());
        assert_eq!(
            fault.expect_err("the same field").to_string(),
            "local_stateful_workloads answers the same as state before it"
        );
    }
}
