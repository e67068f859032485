//! Addresses: which place a fragment names, and which shared profile it carries.
//!
//! Everything is in the fragment, so that any static host, any folder and a plain file will do. `#/site` is a place;
//! `#/decision?<link>` is a place showing a shared profile; anything that does not begin with `/` is a shared profile
//! alone. The shared part is passed on as it stands: reading it is rules-core's business.

use rules_core::catalog::catalog;
use rules_core::gates::Gate;
use rules_core::outcome::{CriterionId, ProductId};
use rules_core::profile::{Choice, Field, Tier};

/// How much of the profile is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen questions that fit one screen.
    Quick,
    /// All of them.
    Full,
}

/// Where one can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Beginning: saved profiles, examples, files.
    Start,
    /// Not a page but a deed: begin a profile at a tier, then go to the site.
    New(Option<Tier>),
    /// The questions; perhaps one of them in particular.
    Site(Depth, Option<Field>),
    /// The whole answer.
    Decision,
    /// The decision record.
    Record,
    /// Earlier states of the open profile.
    History,
    /// One's own profile beside the shared one.
    Compare,
    /// All options.
    Options,
    /// The fact sheet of an option.
    Sheet(ProductId),
    /// How answers come about; perhaps one part or rule in particular.
    Method(Option<&'static str>),
    /// An address that leads nowhere, as it was.
    Missing(String),
}

/// A place, and the shared profile that is shown there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Which page.
    pub place: Place,
    /// The shared profile, still as text.
    pub shared: Option<String>,
}

impl Address {
    /// Reads a fragment, with or without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Self { place: Place::Start, shared: None };
        }
        let Some(path) = fragment.strip_prefix('/') else {
            return Self {
                place: Place::Site(Depth::Quick, None),
                shared: Some(fragment.to_owned()),
            };
        };
        let (path, shared) = match path.split_once('?') {
            Some((path, shared)) => {
                (path, Some(shared.to_owned()).filter(|shared| !shared.is_empty()))
            }
            None => (path, None),
        };
        Self { place: Place::parse(path), shared }
    }

    /// Returns the address as a fragment with its `#`.
    #[must_use]
    pub fn href(&self) -> String {
        match &self.shared {
            Some(shared) => format!("#/{}?{shared}", self.place.path()),
            None => format!("#/{}", self.place.path()),
        }
    }
}

impl Place {
    fn parse(path: &str) -> Self {
        let mut parts = path.trim_end_matches('/').split('/');
        let place = match parts.next() {
            Some("") => Self::Start,
            Some("new") => Self::New(parts.next().and_then(tier)),
            Some("site") => return Self::site(path, parts.collect::<Vec<_>>().as_slice()),
            Some("decision") => Self::Decision,
            Some("record") => Self::Record,
            Some("history") => Self::History,
            Some("compare") => Self::Compare,
            Some("options") => match parts.next() {
                None => Self::Options,
                Some(id) => product(id).map_or_else(|| Self::Missing(path.to_owned()), Self::Sheet),
            },
            Some("method") => match parts.next() {
                None => Self::Method(None),
                Some(id) => match method_part(id) {
                    None => Self::Missing(path.to_owned()),
                    part => Self::Method(part),
                },
            },
            _ => Self::Missing(path.to_owned()),
        };
        if parts.next().is_some() { Self::Missing(path.to_owned()) } else { place }
    }

    fn site(path: &str, rest: &[&str]) -> Self {
        match rest {
            [] => Self::Site(Depth::Quick, None),
            ["full"] => Self::Site(Depth::Full, None),
            ["full", id] => named(path, Depth::Full, id),
            [id] => named(path, Depth::Quick, id),
            _ => Self::Missing(path.to_owned()),
        }
    }

    /// Returns the path behind `#/`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::New(None) => "new".to_owned(),
            Self::New(Some(tier)) => format!("new/{}", tier.id()),
            Self::Site(Depth::Quick, None) => "site".to_owned(),
            Self::Site(Depth::Full, None) => "site/full".to_owned(),
            Self::Site(Depth::Quick, Some(field)) => format!("site/{}", field.id()),
            Self::Site(Depth::Full, Some(field)) => format!("site/full/{}", field.id()),
            Self::Decision => "decision".to_owned(),
            Self::Record => "record".to_owned(),
            Self::History => "history".to_owned(),
            Self::Compare => "compare".to_owned(),
            Self::Options => "options".to_owned(),
            Self::Sheet(product) => format!("options/{product}"),
            Self::Method(None) => "method".to_owned(),
            Self::Method(Some(part)) => format!("method/{part}"),
            Self::Missing(path) => path.clone(),
        }
    }

    /// Returns the place where a question is asked: the quick profile if it is there.
    #[must_use]
    pub fn of_field(field: Field) -> Self {
        let depth = if field.is_quick() { Depth::Quick } else { Depth::Full };
        Self::Site(depth, Some(field))
    }

    /// Returns whether two places are the same page, whatever question is looked at.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Site(..), Self::Site(..)) | (Self::Method(_), Self::Method(_)) => true,
            _ => self == other,
        }
    }
}

/// The parts of the method, as addresses call them.
const METHOD_PARTS: [&str; 17] = [
    "steps",
    "stacks",
    "tree",
    "unknown",
    "assumptions",
    "gates",
    "criteria",
    "evidence",
    "weights",
    "stakeholders",
    "ranking",
    "shortlist",
    "pattern",
    "certainty",
    "floors",
    "facts",
    "versions",
];

/// Returns what an address calls a part of the method: one of its parts, a gate, or a criterion.
#[must_use]
pub fn method_part(id: &str) -> Option<&'static str> {
    let part = METHOD_PARTS.into_iter().find(|part| *part == id);
    let criterion = || CriterionId::ALL.into_iter().map(CriterionId::id).find(|own| *own == id);
    part.or_else(|| Gate::by_id(id).map(|gate| gate.id)).or_else(criterion)
}

fn product(id: &str) -> Option<ProductId> {
    catalog().product(id).map(|product| product.id)
}

fn tier(id: &str) -> Option<Tier> {
    Tier::ALL.iter().copied().find(|tier| tier.id() == id)
}

fn named(path: &str, depth: Depth, id: &str) -> Place {
    match Field::by_id(id) {
        Some(field) if depth == Depth::Full || field.is_quick() => Place::Site(depth, Some(field)),
        _ => Place::Missing(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, place: &Place, shared: Option<&str>) {
        let address = Address::parse(fragment);
        assert_eq!((&address.place, address.shared.as_deref()), (place, shared), "{fragment}");
    }

    #[test]
    fn fragments_name_places() {
        check("", &Place::Start, None);
        check("#", &Place::Start, None);
        check("#/", &Place::Start, None);
        check("#/site", &Place::Site(Depth::Quick, None), None);
        check("#/site/full", &Place::Site(Depth::Full, None), None);
        check("#/site/full/power", &Place::Site(Depth::Full, Some(Field::Power)), None);
        check("#/decision/", &Place::Decision, None);
        check("#/options", &Place::Options, None);
        check("#/options/k3s", &Place::Sheet("k3s"), None);
        check("#/method/memory-floor", &Place::Method(Some("memory-floor")), None);
        check("#/method/storage?AbC1", &Place::Method(Some("storage")), Some("AbC1"));
        check("#/new/far-edge", &Place::New(Some(Tier::FarEdge)), None);
    }

    #[test]
    fn what_is_no_place_is_a_shared_profile_or_missing() {
        check(
            "#tier=near-edge&sites=3400",
            &Place::Site(Depth::Quick, None),
            Some("tier=near-edge&sites=3400"),
        );
        check("#/decision?AbC1", &Place::Decision, Some("AbC1"));
        check("#/decision?", &Place::Decision, None);
        check("#/nowhere", &Place::Missing("nowhere".to_owned()), None);
        check("#/options/k4s", &Place::Missing("options/k4s".to_owned()), None);
        check("#/method/magic", &Place::Missing("method/magic".to_owned()), None);
        check("#/decision/x", &Place::Missing("decision/x".to_owned()), None);
        check("#/site/power", &Place::Missing("site/power".to_owned()), None);
    }

    #[test]
    fn addresses_survive_the_way_there_and_back() {
        for fragment in [
            "#/",
            "#/site",
            "#/site/full/ssh",
            "#/site/ssh",
            "#/decision?AbC1",
            "#/record",
            "#/history",
            "#/options",
            "#/options/talos",
            "#/method",
            "#/method/gates",
            "#/new/far-edge",
        ] {
            assert_eq!(Address::parse(fragment).href(), fragment);
        }
    }
}
