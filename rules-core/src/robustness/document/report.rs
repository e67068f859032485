//! The answer as it is printed. Lists follow the order of the document's alternatives and criteria.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::certificate::Certificate;
use super::super::flip::Flip;
use super::super::headline::{NEAR, Standing};
use super::super::information::{CellInformation, PerfectInformation};
use super::super::problem::Problem;
use super::super::smaa::Smaa;
use super::super::stability::{Interval, Stability};
use super::RADII;

/// Everything there is to say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The weights that certificate, curve and information were computed at.
    pub weights: Vec<f64>,
    /// Overall values at those weights.
    pub overall: Vec<f64>,
    /// The leader: of several, the first listed.
    pub leader: String,
    /// Everyone level with the leader, itself included.
    pub tied: Vec<String>,
    /// How many points were counted on.
    pub points: usize,
    /// The share of points tried that lay in the box; 1 in other regimes.
    pub acceptance: f64,
    /// One row per alternative, one column per rank.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// First-rank shares; twins are both first.
    pub first_rank: Vec<f64>,
    /// First-rank shares, a shared first place split evenly.
    pub shared_first: Vec<f64>,
    /// In bits.
    pub entropy: f64,
    /// Mean weights that put an alternative first, or null.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// Share of scores that put it first there, or null.
    pub confidence_factor: Vec<Option<f64>>,
    /// Row wins against column.
    pub pairwise: Vec<Vec<f64>>,
    /// Per criterion, the range of its weight in which the leader stays first.
    pub stability_interval: Vec<[f64; 2]>,
    /// Per criterion, the range in which the whole order stays.
    pub stability_interval_order: Vec<[f64; 2]>,
    /// Per named group, the same two ranges of its summed weight.
    pub stability_interval_groups: BTreeMap<String, Group>,
    /// Per alternative, the flip with the least weight moved: null for the leader and where nothing flips the pair.
    pub flip_l1: Vec<Option<Change>>,
    /// Per alternative, the flip with the least Euclidean change: null likewise.
    pub flip_l2: Vec<Option<Change>>,
    /// How far every weight may drift towards any extreme before the leader is caught up.
    pub contamination_radius: f64,
    /// First-rank shares at growing distance from the weights.
    pub curve: Vec<Near>,
    /// The word for the headline, from the curve at 0.2.
    pub standing: &'static str,
    /// Worth of knowing every score.
    pub evpi: f64,
    /// Whether it is exact, or from the fixed draws.
    pub evpi_exact: bool,
    /// Worth of knowing each cell.
    pub evppi: Vec<Vec<f64>>,
    /// Probability that knowing the cell changes the choice.
    pub p_flip: Vec<Vec<f64>>,
}

/// A group's weight and what it may do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Summed weight.
    pub weight: f64,
    /// Where the leader stays first.
    pub leader: [f64; 2],
    /// Where the whole order stays.
    pub order: [f64; 2],
}

/// A flip.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// How far away.
    pub distance: f64,
    /// The weights there.
    pub weights: Vec<f64>,
    /// Whether the rival leads just beyond, rather than only drawing level.
    pub overtakes: bool,
}

/// One point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Near {
    /// Share of the weight that may go anywhere.
    pub radius: f64,
    /// First-rank shares.
    pub first_rank: Vec<f64>,
}

pub(super) struct Parts<'a> {
    pub(super) problem: &'a Problem,
    pub(super) certificate: Certificate,
    pub(super) groups: Vec<(String, Stability)>,
    pub(super) smaa: Smaa,
    pub(super) confidence: Vec<Option<f64>>,
    pub(super) curve: Vec<Vec<f64>>,
    pub(super) cells: Vec<Vec<CellInformation>>,
    pub(super) evpi: PerfectInformation,
    pub(super) counted: usize,
    pub(super) acceptance: f64,
}

impl Report {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { problem, certificate, smaa, .. } = parts;
        let name = |&at: &usize| problem.alternatives()[at].clone();
        let cells = |read: fn(&CellInformation) -> f64| {
            parts.cells.iter().map(|row| row.iter().map(read).collect()).collect()
        };
        let near = RADII.iter().position(|&radius| radius >= NEAR).unwrap_or(RADII.len() - 1);
        Self {
            weights: problem.weights().to_vec(),
            leader: name(&certificate.leader),
            tied: certificate.tied.iter().map(name).collect(),
            points: parts.counted,
            acceptance: parts.acceptance,
            confidence_factor: parts.confidence,
            stability_interval: certificate.stability.iter().map(|of| ends(of.leader)).collect(),
            stability_interval_order: certificate
                .stability
                .iter()
                .map(|of| ends(of.order))
                .collect(),
            stability_interval_groups: parts
                .groups
                .into_iter()
                .map(|(name, of)| (name, Group::of(of)))
                .collect(),
            flip_l1: flips(&certificate, |rival| rival.moved_weight.as_ref()),
            flip_l2: flips(&certificate, |rival| rival.least_squares.as_ref()),
            contamination_radius: certificate.radius,
            standing: Standing::of(parts.curve[near][certificate.leader]).id(),
            curve: RADII
                .iter()
                .zip(parts.curve)
                .map(|(&radius, first_rank)| Near { radius, first_rank })
                .collect(),
            evpi: parts.evpi.evpi,
            evpi_exact: parts.evpi.exact,
            evppi: cells(|cell| cell.evppi),
            p_flip: cells(|cell| cell.p_flip),
            overall: certificate.overall,
            rank_acceptability: smaa.rank_acceptability,
            first_rank: smaa.first_rank,
            shared_first: smaa.shared_first,
            entropy: smaa.entropy,
            central_weights: smaa.central_weights,
            pairwise: smaa.pairwise,
        }
    }
}

impl Group {
    fn of(stability: Stability) -> Self {
        Self {
            weight: stability.weight,
            leader: ends(stability.leader),
            order: ends(stability.order),
        }
    }
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

fn flips(
    certificate: &Certificate,
    read: impl Fn(&super::super::certificate::Rival) -> Option<&Flip>,
) -> Vec<Option<Change>> {
    let mut changes = vec![None; certificate.overall.len()];
    for rival in &certificate.rivals {
        changes[rival.alternative] = read(rival).map(|flip| Change {
            distance: flip.distance,
            weights: flip.weights.clone(),
            overtakes: flip.overtakes,
        });
    }
    changes
}
