//! Links: a profile in a few dozen characters that go behind the `#` of the app's address.
//!
//! Generic compression is the wrong tool for a record this small; a codec that knows the schema is several times
//! shorter. What is in a link of version 1, in order:
//!
//! | characters | what |
//! | --- | --- |
//! | 1 | version, `1` |
//! | 2 | length of the whole link in characters, base 64, so that a link cut off is told from one changed |
//! | n | the body: flags, then the answers in the order of a frozen table, bits in base64url |
//! | 6 | CRC-32 of everything before, base 62, so that a link ends in a letter or digit and no program trims it |
//!
//! Three promises. Every link ever issued opens for ever: slots, their order and the numbers of their ids are a frozen
//! table of their own, which only grows at its ends. Version, length and checksum keep their places in later versions.
//! A link that does not open says why and changes nothing.
//!
//! # Damage
//! The CRC finds every change within 32 bits in a row, so every changed character, every two neighbours swapped and
//! every short garble; of anything longer it misses one in 4 thousand million. Shorter sums were rejected: two
//! characters less are not worth a profile that silently differs from the one that was sent.

mod bits;
mod body;
mod doctor;
mod envelope;
mod fault;
mod slots;

pub use doctor::{Opened, Repair, open};
pub use fault::LinkFault;

use crate::measured::Evidence;
use crate::profile::SiteProfile;
use crate::tree::Overrides;

/// The version that is written.
pub const VERSION: u8 = 1;

/// What a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The profile.
    pub profile: SiteProfile,
    /// Answers of the decision tree that the sender gave in place of the profile.
    pub overrides: Overrides,
    /// The sender's own weights as points in the order of [`crate::outcome::CriterionId::ALL`]; `None` leaves the
    /// weights to the profile. Points that are all zero are no weights and are not sent.
    pub points: Option<[u16; 7]>,
    /// What the sender measured.
    pub evidence: Evidence,
}

/// Whether the name of the profile travels with it. Names may tell more than figures, so a link has none unless asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePolicy {
    /// The name stays here.
    LeaveOut,
    /// The name is put into the link.
    Include,
}

/// What the part of an address behind `#` is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// Nothing.
    Nothing,
    /// A place in the app: it begins with `/`.
    Route,
    /// The hand-written form: it has an `=` in it.
    Readable,
    /// A compact link, sound or not.
    Compact,
}

/// Returns the link of a profile, without its name: what goes behind `#`.
#[must_use]
pub fn encode(profile: &SiteProfile) -> String {
    Shared { profile: profile.clone(), ..Shared::default() }.encode(NamePolicy::LeaveOut)
}

/// Reads a link exactly as it was issued, without a leading `#` and without repairs; [`open`] is for what people paste.
///
/// # Errors
/// Says what is wrong with it.
#[inline(never)]
pub fn decode(link: &str) -> Result<Shared, LinkFault> {
    body::read(&envelope::unseal(link)?)
}

/// Returns what a fragment, with or without its `#`, is meant to be.
#[must_use]
pub fn kind(fragment: &str) -> Fragment {
    match fragment.trim_start_matches('#') {
        "" => Fragment::Nothing,
        route if route.starts_with('/') => Fragment::Route,
        readable if readable.contains('=') => Fragment::Readable,
        _ => Fragment::Compact,
    }
}

impl Shared {
    /// Returns the link: what goes behind `#`. Notes on measured scores that no link has room for stay here: see
    /// [`Self::fits`].
    #[must_use]
    pub fn encode(&self, name: NamePolicy) -> String {
        let whole = body::write(self, name);
        if envelope::has_room(&whole) {
            return envelope::seal(&whole);
        }
        let evidence = self.evidence.clone().without_notes();
        envelope::seal(&body::write(&Self { evidence, ..self.clone() }, name))
    }

    /// Returns whether a link has room for all of it. Only notes on measured scores can be too much.
    #[must_use]
    pub fn fits(&self) -> bool {
        envelope::has_room(&body::write(self, NamePolicy::Include))
    }
}

#[cfg(test)]
mod tests;
