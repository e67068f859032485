//! How much each criterion counts, derived from the profile by printed rules.
//!
//! Every criterion starts with [`BASE`] points. Each rule adds points where the profile raises what is at stake; the
//! shares are the points divided by their sum. A user's own weights replace the whole derivation.

use crate::outcome::{CriterionId, WeightStep, Weights};
use crate::profile::{AssumedProfile, Field, Hands, HostChange, Ssh, State, Unit};
use crate::reason::{Figure, Reason};

/// Points every criterion has before any rule speaks.
pub const BASE: f64 = 10.0;

/// How one group of stakeholders weighs the criteria.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stakeholder {
    /// Names the group; for ever.
    pub id: &'static str,
    /// Points in the order of [`CriterionId::ALL`].
    pub points: [f64; 7],
    /// Why they weigh so: one sentence of the method.
    pub reason: &'static str,
}

/// The four groups that have to live with a platform. If one stack leads for all four, the choice is easy to defend.
pub const STAKEHOLDERS: [Stakeholder; 4] = [
    Stakeholder {
        id: "application",
        points: [15.0, 25.0, 5.0, 15.0, 5.0, 25.0, 10.0],
        reason: "a release must run with room to spare, go on without the link and keep its data",
    },
    Stakeholder {
        id: "security",
        points: [5.0, 5.0, 30.0, 20.0, 25.0, 5.0, 10.0],
        reason: "hosts change only as declared, machines prove who they are, and patches arrive everywhere",
    },
    Stakeholder {
        id: "networking",
        points: [5.0, 35.0, 5.0, 15.0, 15.0, 5.0, 20.0],
        reason: "what a partition breaks, what crosses the link, and what can be seen from both ends of it",
    },
    Stakeholder {
        id: "operations",
        points: [5.0, 10.0, 15.0, 25.0, 15.0, 10.0, 20.0],
        reason: "staged upgrades, failed hardware and evidence during an incident fill the working day",
    },
];

/// Derives the weights from the profile.
#[must_use]
pub fn derive(profile: &AssumedProfile) -> Weights {
    let derivation: Vec<_> = CriterionId::ALL
        .into_iter()
        .map(|criterion| WeightStep { criterion, points: BASE, reason: base() })
        .chain(RULES.iter().flat_map(|rule| rule.steps(profile)))
        .collect();
    let mut points = [0.0; 7];
    for step in &derivation {
        points[step.criterion as usize] += step.points;
    }
    Weights { shares: normalised(points).unwrap_or(EVEN), derivation }
}

/// Returns the shares that [`derive`] comes to, from the points of each of [`RULES`].
pub(crate) fn shares(of_rules: &[f64; RULES.len()]) -> [f64; 7] {
    let mut points = [BASE; 7];
    for (rule, added) in RULES.iter().zip(of_rules) {
        for criterion in rule.moves {
            points[*criterion as usize] += added;
        }
    }
    normalised(points).unwrap_or(EVEN)
}

/// Returns a user's own points as weights, or `None` unless they are finite, not negative and not all zero.
#[must_use]
pub fn chosen(points: [f64; 7]) -> Option<Weights> {
    normalised(points).map(|shares| Weights { shares, derivation: Vec::new() })
}

const EVEN: [f64; 7] = [1.0 / 7.0; 7];

fn normalised(points: [f64; 7]) -> Option<[f64; 7]> {
    let sum: f64 = points.iter().sum();
    let sound = points.iter().all(|point| *point >= 0.0) && sum.is_finite() && sum > 0.0;
    sound.then(|| points.map(|point| point / sum))
}

fn base() -> Reason {
    Reason::plain("weight-base", "every criterion starts alike")
}

/// A rule that moves weights.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Why it moves them: one sentence of the method.
    pub why: &'static str,
    /// The criteria that it moves, each by the same points.
    pub moves: &'static [CriterionId],
    /// The fields that it reads; of several whole numbers the largest counts.
    pub reads: &'static [Field],
    /// The points by bands, where a whole number decides.
    pub bands: Option<Bands>,
    steps: fn(&AssumedProfile) -> (f64, Reason),
}

/// Points by the band that a whole number falls in.
#[derive(Clone, Copy, Debug)]
pub struct Bands {
    /// From this number on so many points, the highest first.
    pub from: &'static [(u32, f64)],
    /// The points of whatever lies below.
    pub below: f64,
}

impl Bands {
    /// Returns the points of the first band that a value reaches.
    #[must_use]
    pub fn points(&self, value: u32) -> f64 {
        self.from.iter().find(|(from, _)| value >= *from).map_or(self.below, |(_, points)| *points)
    }
}

impl Rule {
    /// Returns what it adds for a profile; nothing where it adds no points.
    #[must_use]
    pub fn steps(&self, profile: &AssumedProfile) -> Vec<WeightStep> {
        let (points, reason) = (self.steps)(profile);
        let moves = self.moves.iter().filter(|_| points != 0.0);
        moves.map(|of| WeightStep { criterion: *of, points, reason: reason.clone() }).collect()
    }

    /// Returns the points that it gives for a profile.
    #[must_use]
    pub fn points(&self, profile: &AssumedProfile) -> f64 {
        (self.steps)(profile).0
    }
}

/// Every rule, in reading order.
pub const RULES: &[Rule] = &[
    Rule {
        why: "the less memory a node has, the more it matters what the platform takes of it",
        moves: &[CriterionId::Footprint],
        reads: &[Field::NodeRamMib],
        bands: Some(SMALL_NODES),
        steps: small_nodes,
    },
    Rule {
        why: "the longer the link may be lost, the more has to work without it",
        moves: &[CriterionId::Autonomy],
        reads: &[Field::WanOutageBudget],
        bands: Some(LONG_OUTAGES),
        steps: long_outages,
    },
    Rule {
        why: "a site that may wait for the link needs less autonomy than one that must go on",
        moves: &[CriterionId::Autonomy],
        reads: &[Field::LocalOperation],
        bands: None,
        steps: local_operation,
    },
    Rule {
        why: "where nobody may log in, the host has to be declared",
        moves: &[CriterionId::OsModel],
        reads: &[Field::Ssh],
        bands: None,
        steps: ssh_banned,
    },
    Rule {
        why: "where only planned images may change a host, the host has to be made for that",
        moves: &[CriterionId::OsModel],
        reads: &[Field::HostChange],
        bands: None,
        steps: image_only,
    },
    Rule {
        why: "where nobody can repair Linux, the host must not need it",
        moves: &[CriterionId::OsModel],
        reads: &[Field::LocalLinuxAdmin],
        bands: None,
        steps: no_local_admin,
    },
    Rule {
        why: "what is done by hand is done at every site, so upgrades and identities weigh more in a large fleet",
        moves: &[CriterionId::UpgradePath, CriterionId::FleetIdentity],
        reads: &[Field::Sites, Field::GrowthSites],
        bands: Some(MANY_SITES),
        steps: many_sites,
    },
    Rule {
        why: "the more often a fleet is upgraded, the more a safe way to do it is worth",
        moves: &[CriterionId::UpgradePath],
        reads: &[Field::UpgradesPerYear],
        bands: Some(FREQUENT_UPGRADES),
        steps: frequent_upgrades,
    },
    Rule {
        why: "data that exists nowhere else is at stake; no data is not",
        moves: &[CriterionId::Storage],
        reads: &[Field::State],
        bands: None,
        steps: state_at_stake,
    },
    Rule {
        why: "the longer the centre sees nothing, the more the site has to keep for later",
        moves: &[CriterionId::Observability],
        reads: &[Field::WanOutageBudget],
        bands: Some(DARK_SITES),
        steps: dark_sites,
    },
    Rule {
        why: "those who can touch the hardware need to be told what is wrong",
        moves: &[CriterionId::Observability],
        reads: &[Field::Hands],
        bands: None,
        steps: few_hands,
    },
];

const SMALL_NODES: Bands =
    Bands { from: &[(16_384, 0.0), (8_192, 3.0), (4_096, 6.0), (2_048, 12.0)], below: 16.0 };
const LONG_OUTAGES: Bands =
    Bands { from: &[(10_080, 14.0), (1_440, 11.0), (240, 8.0), (60, 4.0), (15, 2.0)], below: 0.0 };
const MANY_SITES: Bands = Bands { from: &[(2_000, 9.0), (200, 6.0), (20, 3.0)], below: 0.0 };
const FREQUENT_UPGRADES: Bands = Bands { from: &[(12, 3.0), (6, 2.0)], below: 0.0 };
const DARK_SITES: Bands = Bands { from: &[(1_440, 4.0), (240, 2.0)], below: 0.0 };

fn small_nodes(profile: &AssumedProfile) -> (f64, Reason) {
    let ram = profile.node_ram_mib();
    let reason = Reason::new(
        "weight-small-nodes",
        "{0} of memory in a node leave little room",
        vec![Figure::Whole(ram.into(), Unit::Mib)],
    );
    (SMALL_NODES.points(ram), reason)
}

fn long_outages(profile: &AssumedProfile) -> (f64, Reason) {
    let minutes = profile.wan_outage_budget_minutes();
    let reason = Reason::new(
        "weight-long-outages",
        "the link may be lost for {0}",
        vec![minutes_figure(minutes)],
    );
    (LONG_OUTAGES.points(minutes), reason)
}

fn local_operation(profile: &AssumedProfile) -> (f64, Reason) {
    if profile.local_operation() {
        let template = "work has to go on while the link is lost";
        (5.0, Reason::plain("weight-local-operation", template))
    } else {
        (-5.0, Reason::plain("weight-no-local-operation", "the site may wait for the link"))
    }
}

fn ssh_banned(profile: &AssumedProfile) -> (f64, Reason) {
    let points = if profile.ssh() == Ssh::Banned { 6.0 } else { 0.0 };
    (points, Reason::plain("weight-ssh-banned", "SSH on production nodes is banned"))
}

fn image_only(profile: &AssumedProfile) -> (f64, Reason) {
    let points = if profile.host_change() == HostChange::PlannedImageOnly { 6.0 } else { 0.0 };
    (points, Reason::plain("weight-image-only", "hosts may change by a planned image only"))
}

fn no_local_admin(profile: &AssumedProfile) -> (f64, Reason) {
    let points = if profile.local_linux_admin() { 0.0 } else { 3.0 };
    (points, Reason::plain("weight-no-local-admin", "nobody at a site can repair Linux"))
}

fn many_sites(profile: &AssumedProfile) -> (f64, Reason) {
    let sites = profile.sites().max(profile.growth_sites());
    let reason = Reason::new(
        "weight-many-sites",
        "what is done by hand is done at {0}",
        vec![Figure::Whole(sites.into(), Unit::Sites)],
    );
    (MANY_SITES.points(sites), reason)
}

fn frequent_upgrades(profile: &AssumedProfile) -> (f64, Reason) {
    let upgrades = profile.upgrades_per_year();
    let reason = Reason::new(
        "weight-frequent-upgrades",
        "{0} upgrades a year",
        vec![Figure::Count(upgrades.into())],
    );
    (FREQUENT_UPGRADES.points(upgrades), reason)
}

fn state_at_stake(profile: &AssumedProfile) -> (f64, Reason) {
    match profile.state() {
        State::LocalCritical => {
            (8.0, Reason::plain("weight-critical-state", "data of a site exists nowhere else"))
        }
        State::Rebuildable => (0.0, Reason::plain("weight-rebuildable", "data can be rebuilt")),
        State::Stateless => {
            (-5.0, Reason::plain("weight-stateless", "a site keeps no data of its own"))
        }
    }
}

fn dark_sites(profile: &AssumedProfile) -> (f64, Reason) {
    let minutes = profile.wan_outage_budget_minutes();
    let reason = Reason::new(
        "weight-dark-sites",
        "for {0} the centre may see nothing of a site",
        vec![minutes_figure(minutes)],
    );
    (DARK_SITES.points(minutes), reason)
}

fn few_hands(profile: &AssumedProfile) -> (f64, Reason) {
    let points = match profile.hands() {
        Hands::Nobody => 4.0,
        Hands::ShopStaff => 2.0,
        Hands::Technician | Hands::Administrator => 0.0,
    };
    let reason = Reason::new(
        "weight-few-hands",
        "those who can touch the hardware ({0}) need to be told what is wrong",
        vec![Figure::one(Field::Hands, profile.hands())],
    );
    (points, reason)
}

fn minutes_figure(minutes: u32) -> Figure {
    Figure::Whole(minutes.into(), Unit::Minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Field, SiteProfile};

    fn share(profile: &AssumedProfile, criterion: CriterionId) -> f64 {
        derive(profile).shares[criterion as usize]
    }

    /// The criterion gains weight when the field goes from one answer to the other.
    fn raises(field: Field, from: u32, to: u32, criterion: CriterionId) {
        let any = SiteProfile::default().assume();
        let before = any.with(field, Answer::Whole(from));
        let after = any.with(field, Answer::Whole(to));
        assert!(share(&after, criterion) > share(&before, criterion), "{}", field.id());
    }

    #[test]
    fn stakes_raise_the_criterion_that_answers_them() {
        raises(Field::GrowthSites, 10, 3_400, CriterionId::UpgradePath);
        raises(Field::GrowthSites, 10, 3_400, CriterionId::FleetIdentity);
        raises(Field::WanOutageBudget, 0, 240, CriterionId::Autonomy);
        raises(Field::WanOutageBudget, 0, 240, CriterionId::Observability);
        raises(Field::NodeRamMib, 32_768, 2_048, CriterionId::Footprint);
    }

    #[test]
    fn derivation_adds_up_to_the_shares() {
        let weights = derive(&SiteProfile::default().assume());
        let sum: f64 = weights.derivation.iter().map(|step| step.points).sum();
        for criterion in CriterionId::ALL {
            let own: f64 = weights
                .derivation
                .iter()
                .filter(|step| step.criterion == criterion)
                .map(|step| step.points)
                .sum();
            assert!((own / sum - weights.shares[criterion as usize]).abs() < 1e-12);
            assert!(own > 0.0, "no criterion may vanish: {criterion:?}");
        }
    }

    #[test]
    fn a_rule_reads_what_it_says_and_nothing_else() {
        let any = SiteProfile::default().assume();
        for rule in RULES {
            for field in Field::ALL {
                let moved = crate::gates::varied(&[*field])
                    .iter()
                    .map(|profile| rule.points(profile))
                    .any(|points| (points - rule.points(&any)).abs() > f64::EPSILON);
                assert_eq!(moved, rule.reads.contains(field), "{}: {}", rule.why, field.id());
            }
        }
    }

    #[test]
    fn bands_stand_from_the_highest_down() {
        for bands in RULES.iter().filter_map(|rule| rule.bands) {
            assert!(bands.from.is_sorted_by(|one, next| one.0 > next.0));
            assert!((bands.points(u32::MAX) - bands.from[0].1).abs() < f64::EPSILON);
            assert!((bands.points(0) - bands.below).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn own_weights_are_taken_at_any_scale_and_refused_when_senseless() {
        let weights = chosen([2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0]).expect("sound");
        assert_eq!(weights, chosen([0.25, 0.25, 0.0, 0.0, 0.0, 0.0, 0.5]).expect("sound"));
        assert!((weights.shares[6] - 0.5).abs() < f64::EPSILON);
        assert_eq!(chosen([0.0; 7]), None);
        assert_eq!(chosen([f64::NAN; 7]), None);
        assert_eq!(chosen([-1.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0]), None);
    }

    #[test]
    fn stakeholders_are_sound_weightings() {
        for stakeholder in STAKEHOLDERS {
            assert!(chosen(stakeholder.points).is_some(), "{}", stakeholder.id);
        }
    }
}
