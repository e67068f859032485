//! Profiles that come from outside, and the links that go out.

use rules_core::file::{self, FileFault};
use rules_core::link::{self, LinkFault, NamePolicy, Repair, Shared};
use rules_core::measured::Evidence;
use rules_core::profile::{Draft, SiteProfile};
use rules_core::readable;

use super::work::Work;

/// Opens a link, with the tree's answers and the weights that its sender chose.
///
/// # Errors
/// Says what is wrong with it.
pub fn from_link(pasted: &str) -> Result<(Work, Vec<Repair>), LinkFault> {
    let opened = link::open(pasted)?;
    Ok((from_shared(&opened.shared), opened.repairs))
}

/// Why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was read as a link.
    Link(LinkFault),
    /// It was read as YAML or JSON.
    File(FileFault),
}

/// Opens what was pasted or came in a file.
///
/// # Errors
/// Says everything that is wrong with it.
pub fn from_text(text: &str) -> Result<Work, Vec<Refused>> {
    let of_file = |faults: Vec<FileFault>| faults.into_iter().map(Refused::File).collect();
    if is_file(text) {
        return file::read(text).map(of_draft).map_err(of_file);
    }
    match from_link(text) {
        Ok((work, _)) => Ok(work),
        // One line of YAML is no link; whatever else is no link is not told what YAML would want of it.
        Err(LinkFault::NotOurs) if text.contains(':') && !text.contains("://") => {
            file::read(text).map(of_draft).map_err(of_file)
        }
        Err(fault) => Err(vec![Refused::Link(fault)]),
    }
}

/// A profile in a file has several lines with a key each, or begins as JSON does; a link has one line, or stands in a
/// mail, where lines do not begin with keys.
fn is_file(text: &str) -> bool {
    let key = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.trim().is_empty()
                && key.trim().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        })
    };
    let lines = text.lines().filter(|line| key(line) && !line.contains("://")).count();
    text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('{') || lines > 1
}

fn of_draft(draft: Draft) -> Work {
    Work { draft, ..Work::default() }
}

fn from_shared(shared: &Shared) -> Work {
    Work {
        draft: shared.profile.to_draft(),
        overrides: shared.overrides,
        weights: shared.points.map(|points| points.map(f64::from)),
        evidence: shared.evidence.clone(),
    }
}

/// What a link takes along besides the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a tick for each")]
pub struct Luggage {
    /// The profile's name.
    pub name: bool,
    /// Weights of one's own.
    pub weights: bool,
    /// Measured scores.
    pub evidence: bool,
    /// The notes on them; only with the scores.
    pub notes: bool,
}

impl Luggage {
    /// What travels unless something else is wished for: names and notes may tell more than figures, and stay here.
    pub const USUAL: Self = Self { name: false, weights: true, evidence: true, notes: false };

    fn name_policy(self) -> NamePolicy {
        if self.name { NamePolicy::Include } else { NamePolicy::LeaveOut }
    }
}

/// Returns the compact link of what is on screen: what goes behind `#`. Name and notes stay here.
#[must_use]
pub fn link_of(profile: &SiteProfile, work: &Work) -> String {
    link_with(profile, work, Luggage::USUAL)
}

/// As [`link_of`], with what is wished for.
#[must_use]
pub fn link_with(profile: &SiteProfile, work: &Work, luggage: Luggage) -> String {
    shared(profile, work, luggage).encode(luggage.name_policy())
}

/// Returns whether a link has room for all that is wished for; the notes stay here otherwise.
#[must_use]
pub fn fits(profile: &SiteProfile, work: &Work, luggage: Luggage) -> bool {
    shared(profile, work, luggage).fits()
}

fn shared(profile: &SiteProfile, work: &Work, luggage: Luggage) -> Shared {
    let points = work.weights.filter(|_| luggage.weights).map(points);
    let evidence = match (luggage.evidence, luggage.notes) {
        (true, true) => work.evidence.clone(),
        (true, false) => work.evidence.clone().without_notes(),
        (false, _) => Evidence::default(),
    };
    Shared { profile: profile.clone(), overrides: work.overrides, points, evidence }
}

/// Weights travel as whole points; they are shares of their sum, so that a scale of a thousand keeps three digits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=1000 first"
)]
fn points(weights: [f64; 7]) -> [u16; 7] {
    let largest = weights.iter().copied().fold(0.0, f64::max);
    let whole = weights.iter().all(|points| points.fract() == 0.0 && *points <= 1_000.0);
    let scale = if whole || largest <= 0.0 { 1.0 } else { 1_000.0 / largest };
    weights.map(|points| (points * scale).clamp(0.0, 1_000.0).round() as u16)
}

/// Returns the readable form of what is on screen, without its name.
#[must_use]
pub fn readable_of(profile: &SiteProfile) -> String {
    readable_with(profile, Luggage::USUAL)
}

/// As [`readable_of`], with the name if that is wished for; weights have no place in this form.
#[must_use]
pub fn readable_with(profile: &SiteProfile, luggage: Luggage) -> String {
    readable::write(profile, luggage.name_policy())
}

#[cfg(test)]
mod tests {
    use rules_core::profile::Field;

    use super::*;

    #[test]
    fn a_link_brings_back_answers_overrides_and_weights() {
        let mut work = Work::default();
        work.draft.set_raw(Field::Sites, "3400".to_owned());
        work.overrides[1] = Some(false);
        work.weights = Some([1.0, 0.0, 3.0, 10.0, 5.0, 6.0, 7.0]);
        work.measure_for_test();
        work.evidence = work.evidence.without_notes();
        let link = link_of(&work.draft.parse().profile, &work);
        let (opened, repairs) = from_link(&link).expect("a link just written opens");
        assert_eq!((opened, repairs), (work, vec![]));
    }

    #[test]
    fn name_weights_evidence_and_notes_travel_when_they_are_ticked() {
        let mut work = Work { weights: Some([1.0; 7]), ..Work::default() };
        work.measure_for_test();
        "Stores north".clone_into(&mut work.draft.name);
        let profile = work.draft.parse().profile;
        let arrived = |luggage| {
            let (work, _) = from_link(&link_with(&profile, &work, luggage)).expect("it opens");
            let (evidence, notes) = (!work.evidence.is_empty(), work.evidence.has_notes());
            (work.draft.name, work.weights.is_some(), evidence, notes)
        };
        let nothing = Luggage { name: false, weights: false, evidence: false, notes: false };
        let named = Luggage { name: true, ..nothing };
        assert_eq!(arrived(named), ("Stores north".to_owned(), false, false, false));
        assert_eq!(arrived(Luggage::USUAL), (String::new(), true, true, false));
        assert_eq!(arrived(nothing), (String::new(), false, false, false));
        let noted = Luggage { notes: true, ..Luggage::USUAL };
        assert_eq!(arrived(noted), (String::new(), true, true, true));
        assert!(fits(&profile, &work, noted));
        let alone = Luggage { notes: true, ..nothing };
        assert_eq!(arrived(alone), (String::new(), false, false, false));
        assert!(readable_with(&profile, named).contains("Stores"));
        assert!(!readable_of(&profile).contains("Stores"));
    }

    #[test]
    fn links_lines_and_files_are_told_apart() {
        let sites =
            |text: &str| from_text(text).map(|work| work.draft.raw(Field::Sites).to_owned());
        let link = link_of(&Work::default().draft.parse().profile, &Work::default());
        assert_eq!(sites(&format!("https://example.org/edgewise/#{link}")), Ok(String::new()));
        assert_eq!(sites("tier=near-edge&sites=3,400"), Ok("3400".to_owned()));
        assert_eq!(sites("sites: 3400"), Ok("3400".to_owned()));
        assert_eq!(sites("site:\n  tier: near-edge\n  sites: 3400\n"), Ok("3400".to_owned()));
        assert_eq!(sites("{\"site\": {\"sites\": 3400}}"), Ok("3400".to_owned()));
    }

    #[test]
    fn what_is_neither_is_refused_with_a_reason() {
        assert_eq!(from_text("good morning"), Err(vec![Refused::Link(LinkFault::NotOurs)]));
        let faults = from_text("site:\n  sites: none\n  tiers: near-edge\n")
            .expect_err("two lines are wrong");
        assert_eq!(faults.len(), 2);
    }
}
