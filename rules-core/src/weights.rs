//! How much each criterion counts, derived from the profile by printed rules.
//!
//! Every criterion starts with [`BASE`] points. Each rule adds points where the profile raises what is at stake; the
//! shares are the points divided by their sum. A user's own weights replace the whole derivation.

use crate::outcome::{CriterionId, WeightStep, Weights};
use crate::profile::{Answer, AssumedProfile, Field, Hands, HostChange, Ssh, State, Unit};
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
        .chain(RULES.iter().flat_map(|rule| rule(profile)))
        .collect();
    let mut points = [0.0; 7];
    for step in &derivation {
        points[step.criterion as usize] += step.points;
    }
    Weights { shares: normalised(points).unwrap_or(EVEN), derivation }
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

type Rule = fn(&AssumedProfile) -> Vec<WeightStep>;

/// Every rule, in reading order.
const RULES: &[Rule] = &[
    small_nodes,
    long_outages,
    local_operation,
    declared_hosts,
    no_local_admin,
    many_sites,
    frequent_upgrades,
    state_at_stake,
    dark_sites,
    few_hands,
];

fn small_nodes(profile: &AssumedProfile) -> Vec<WeightStep> {
    let ram = profile.node_ram_mib();
    let points = band(ram, &[(16_384, 0.0), (8_192, 3.0), (4_096, 6.0), (2_048, 12.0)], 16.0);
    let reason = Reason::new(
        "weight-small-nodes",
        "{0} of memory in a node leave little room",
        vec![Figure::Whole(ram.into(), Unit::Mib)],
    );
    step(CriterionId::Footprint, points, reason)
}

fn long_outages(profile: &AssumedProfile) -> Vec<WeightStep> {
    let minutes = profile.wan_outage_budget_minutes();
    let points =
        band(minutes, &[(10_080, 14.0), (1_440, 11.0), (240, 8.0), (60, 4.0), (15, 2.0)], 0.0);
    let reason = Reason::new(
        "weight-long-outages",
        "the link may be lost for {0}",
        vec![minutes_figure(minutes)],
    );
    step(CriterionId::Autonomy, points, reason)
}

fn local_operation(profile: &AssumedProfile) -> Vec<WeightStep> {
    let points = if profile.local_operation() { 5.0 } else { -5.0 };
    let reason = if profile.local_operation() {
        Reason::plain("weight-local-operation", "work has to go on while the link is lost")
    } else {
        Reason::plain("weight-no-local-operation", "the site may wait for the link")
    };
    step(CriterionId::Autonomy, points, reason)
}

fn declared_hosts(profile: &AssumedProfile) -> Vec<WeightStep> {
    let banned = Reason::plain("weight-ssh-banned", "SSH on production nodes is banned");
    let image = Reason::plain("weight-image-only", "hosts may change by a planned image only");
    let mut steps = Vec::new();
    if profile.ssh() == Ssh::Banned {
        steps.extend(step(CriterionId::OsModel, 6.0, banned));
    }
    if profile.host_change() == HostChange::PlannedImageOnly {
        steps.extend(step(CriterionId::OsModel, 6.0, image));
    }
    steps
}

fn no_local_admin(profile: &AssumedProfile) -> Vec<WeightStep> {
    let points = if profile.local_linux_admin() { 0.0 } else { 3.0 };
    let reason = Reason::plain("weight-no-local-admin", "nobody at a site can repair Linux");
    step(CriterionId::OsModel, points, reason)
}

fn many_sites(profile: &AssumedProfile) -> Vec<WeightStep> {
    let sites = profile.sites().max(profile.growth_sites());
    let points = band(sites, &[(2_000, 9.0), (200, 6.0), (20, 3.0)], 0.0);
    let reason = || {
        Reason::new(
            "weight-many-sites",
            "what is done by hand is done at {0}",
            vec![Figure::Whole(sites.into(), Unit::Sites)],
        )
    };
    let mut steps = step(CriterionId::UpgradePath, points, reason());
    steps.extend(step(CriterionId::FleetIdentity, points, reason()));
    steps
}

fn frequent_upgrades(profile: &AssumedProfile) -> Vec<WeightStep> {
    let upgrades = profile.upgrades_per_year();
    let points = band(upgrades, &[(12, 3.0), (6, 2.0)], 0.0);
    let reason = Reason::new(
        "weight-frequent-upgrades",
        "{0} upgrades a year",
        vec![Figure::Count(upgrades.into())],
    );
    step(CriterionId::UpgradePath, points, reason)
}

fn state_at_stake(profile: &AssumedProfile) -> Vec<WeightStep> {
    let (points, reason) = match profile.state() {
        State::LocalCritical => {
            (8.0, Reason::plain("weight-critical-state", "data of a site exists nowhere else"))
        }
        State::Rebuildable => (0.0, Reason::plain("weight-rebuildable", "data can be rebuilt")),
        State::Stateless => {
            (-5.0, Reason::plain("weight-stateless", "a site keeps no data of its own"))
        }
    };
    step(CriterionId::Storage, points, reason)
}

fn dark_sites(profile: &AssumedProfile) -> Vec<WeightStep> {
    let minutes = profile.wan_outage_budget_minutes();
    let points = band(minutes, &[(1_440, 4.0), (240, 2.0)], 0.0);
    let reason = Reason::new(
        "weight-dark-sites",
        "for {0} the centre may see nothing of a site",
        vec![minutes_figure(minutes)],
    );
    step(CriterionId::Observability, points, reason)
}

fn few_hands(profile: &AssumedProfile) -> Vec<WeightStep> {
    let points = match profile.hands() {
        Hands::Nobody => 4.0,
        Hands::ShopStaff => 2.0,
        Hands::Technician | Hands::Administrator => 0.0,
    };
    let reason = Reason::new(
        "weight-few-hands",
        "those who can touch the hardware ({0}) need to be told what is wrong",
        vec![Figure::Answer(Field::Hands, Answer::Choice(profile.hands() as u8))],
    );
    step(CriterionId::Observability, points, reason)
}

/// Returns the points of the first band that a value reaches; `below` when it reaches none.
fn band(value: u32, bands: &[(u32, f64)], below: f64) -> f64 {
    bands.iter().find(|(from, _)| value >= *from).map_or(below, |(_, points)| *points)
}

fn step(criterion: CriterionId, points: f64, reason: Reason) -> Vec<WeightStep> {
    if points == 0.0 { Vec::new() } else { vec![WeightStep { criterion, points, reason }] }
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
