//! The hand-written form of a link: `tier=near-edge&sites=3400&cpu_architectures=x86_64,arm64`.
//!
//! For runbooks and inventory systems that put an address together themselves. Keys are the field ids, values whatever
//! the form reads; `;` separates as well as `&`, and `+` or `%20` is a space. It is longer than the compact form and has
//! no checksum, which is the price of being legible.

use thiserror::Error;

use crate::link::NamePolicy;
use crate::percent;
use crate::profile::{Field, Intake, KeyFault, ProfileFault, SiteProfile, shown};

/// What is wrong with one part of the hand-written form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadableFault {
    /// A key is unknown or repeated.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// A part without `=`.
    #[error("\"{found}\" has no = between key and answer")]
    NoAnswer {
        /// The part found.
        found: String,
    },
    /// An answer could not be read.
    #[error(transparent)]
    Profile(#[from] ProfileFault),
}

/// Reads the hand-written form, without a leading `#`.
///
/// # Errors
/// Every fault there is.
pub fn read(fragment: &str) -> Result<SiteProfile, Vec<ReadableFault>> {
    let (intake, faults) = take(fragment);
    finish(intake, faults)
}

/// As [`read`], but `None` when no key is one of ours: then it is somebody else's fragment.
pub(crate) fn read_ours(fragment: &str) -> Option<Result<SiteProfile, Vec<ReadableFault>>> {
    let (intake, faults) = take(fragment);
    intake.knew_any().then(|| finish(intake, faults))
}

/// More parts than there are fields: some repeat or are unknown, and are told before the rest is left unread.
const MAX_PARTS: usize = 200;

fn take(fragment: &str) -> (Intake<()>, Vec<ReadableFault>) {
    let mut intake = Intake::new();
    let mut faults = Vec::new();
    let plain = fragment.replace("&amp;", "&").replace("&#38;", "&");
    for part in
        plain.split(['&', ';']).map(str::trim).filter(|part| !part.is_empty()).take(MAX_PARTS)
    {
        match part.split_once('=') {
            Some((key, answer)) => {
                if let Err(fault) = intake.put(&plain_text(key), plain_text(answer), ()) {
                    faults.push(fault.into());
                }
            }
            None => faults.push(ReadableFault::NoAnswer { found: shown(&plain_text(part)) }),
        }
    }
    (intake, faults)
}

fn finish(
    intake: Intake<()>,
    mut faults: Vec<ReadableFault>,
) -> Result<SiteProfile, Vec<ReadableFault>> {
    let (draft, answers) = intake.finish();
    faults.extend(answers.into_iter().map(|(_, fault)| fault.into()));
    if faults.is_empty() { Ok(draft.parse().profile) } else { Err(faults) }
}

fn plain_text(part: &str) -> String {
    percent::decode(&part.replace('+', " "))
}

/// Returns the hand-written form: answered fields in the order of the form.
#[must_use]
pub fn write(profile: &SiteProfile, name: NamePolicy) -> String {
    let named = (name == NamePolicy::Include && !profile.name().is_empty())
        .then(|| format!("name={}", percent::encode(profile.name())));
    let answers = Field::ALL.iter().filter_map(|field| {
        let answer = field.print(profile.answer(*field)?).replace(", ", ",");
        Some(format!("{}={answer}", field.id()))
    });
    named.into_iter().chain(answers).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::profile::testing::any_profile;

    fn check(fragment: &str, expected: &str) {
        let read = match read(fragment) {
            Ok(profile) => write(&profile, NamePolicy::Include),
            Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "),
        };
        assert_eq!(read, expected, "{fragment}");
    }

    #[test]
    fn a_fragment_written_by_hand_is_read() {
        let plain = "tier=near-edge&sites=3400&cpu_architectures=x86_64,arm64";
        check(plain, plain);
        check("sites=3,400;tier=Near+Edge&amp;cpu_architectures=amd64%20aarch64", plain);
        check("sites=3%2C400&tier=near_edge&cpu_architectures=x86_64%2Carm64&", plain);
        check("wan_outage_budget_minutes=4%20h&ssh=unknown", "wan_outage_budget_minutes=240");
        check("compliance=none&name=Shop%20%231", "name=Shop%20%231&compliance=none");
    }

    #[test]
    fn every_fault_is_told() {
        check(
            "tier=moon&site=3&sites=1&sites=2&x",
            "no field is called \"site\"; sites is | sites answers the same as sites before it | \"x\" has no = \
             between key and answer | tier: \"moon\" is not one of far-edge, near-edge, regional-edge",
        );
    }

    #[test]
    fn somebody_elses_fragment_is_not_ours() {
        assert_eq!(read_ours("recipe=To_Base64&input=abc"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(profile in any_profile()) {
            prop_assert_eq!(read(&write(&profile, NamePolicy::Include)), Ok(profile));
        }
    }
}
