//! Weak scores over the fleet, in words for page and record.

use rules_core::certainty::{Carried, Fleet};
use rules_core::outcome::Decision;

use crate::text::Text;

/// What is said of weak scores: a row for each stack, and sentences on what they would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// How many sites there are.
    pub sites: u32,
    /// Stack, weak scores, points missing at a site, and over all sites.
    pub rows: Vec<[String; 4]>,
    /// From how many sites on another choice comes first.
    pub said: Vec<String>,
}

/// Puts it into words; `None` while no winner may be named.
#[must_use]
pub fn told(decision: &Decision, text: &Text) -> Option<Told> {
    let fleet = Fleet::of(decision)?;
    let words = &text.decision().fleet;
    let name = |at: usize| (text.method.stack)(&decision.stacks[at].stack);
    let row = |one: &Carried| {
        let weak: Vec<_> = one
            .weak
            .iter()
            .map(|(criterion, score)| (words.score)((text.method.criterion)(*criterion), *score))
            .collect();
        let weak = if weak.is_empty() { words.none.to_owned() } else { weak.join(", ") };
        let [site, over] = [one.at_a_site.into(), one.over_all].map(words.points);
        [name(one.stack), weak, site, over]
    };
    let overtaken = fleet.overtaken.iter();
    let mut said: Vec<_> =
        overtaken.map(|(sites, at)| (words.overtaken)(&name(*at), *sites)).collect();
    if said.is_empty() {
        said.push(words.stays.to_owned());
    }
    Some(Told { sites: fleet.sites, rows: fleet.carried.iter().map(row).collect(), said })
}

#[cfg(test)]
mod tests {
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;
    use crate::text::t;

    #[test]
    fn what_is_missing_over_the_fleet_is_sites_times_what_is_missing_at_one() {
        let profile = examples::retail("").draft.parse().profile;
        let told = told(&decide(&profile, &Choices::default()), t()).expect("a first is named");
        assert_eq!(told.sites, 3_400);
        for [stack, _, site, over] in &told.rows {
            let expected = ["0", "3,400", "6,800"][site.parse::<usize>().expect("a digit")];
            assert_eq!(over, expected, "{stack}");
        }
        assert!(told.rows.iter().any(|row| row[3] != "0"), "some score is weak");
    }
}
