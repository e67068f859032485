//! Values with probabilities: sums of independent cells by convolution, and the mean of the largest of several.

use super::super::scores::Score;
use super::super::{TIE, real};
use super::SLICES;

/// More atoms than this and the exact way is given up.
const MAX_ATOMS: usize = 1 << 16;

/// Values, rising, each with its probability.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Distribution(Vec<(f64, f64)>);

impl Distribution {
    pub(super) fn certain(value: f64) -> Self {
        Self(vec![(value, 1.0)])
    }

    /// The weighted sum of a row of cells; `None` of a uniform cell with weight, or of too many levels.
    pub(super) fn of_row(cells: &[Score], weights: &[f64]) -> Option<Self> {
        cells.iter().zip(weights).filter(|(_, weight)| **weight > 0.0).try_fold(
            Self::certain(0.0),
            |sum, (cell, &weight)| {
                let exact = !matches!(cell, Score::Uniform { .. });
                (exact && sum.0.len() <= MAX_ATOMS).then(|| sum.plus(cell, weight))
            },
        )
    }

    /// Adds an independent weighted cell. A uniform one is cut in equally likely slices, each at its middle.
    pub(super) fn plus(&self, cell: &Score, weight: f64) -> Self {
        match cell {
            Score::Certain(value) => self.shifted(weight * value),
            Score::Levels(levels) => self.convolved(levels, weight),
            Score::Uniform { centre, half_width } => {
                let slice = 1.0 / real(SLICES);
                let middle = |at| centre + half_width * ((2.0 * real(at) + 1.0) * slice - 1.0);
                self.convolved(
                    &(0..SLICES).map(|at| (middle(at), slice)).collect::<Vec<_>>(),
                    weight,
                )
            }
        }
    }

    fn shifted(&self, by: f64) -> Self {
        Self(self.0.iter().map(|&(value, probability)| (value + by, probability)).collect())
    }

    fn convolved(&self, levels: &[(f64, f64)], weight: f64) -> Self {
        let sums = self
            .0
            .iter()
            .flat_map(|&(value, p)| levels.iter().map(move |&(l, q)| (value + weight * l, p * q)));
        let mut sums: Vec<_> = sums.collect();
        sums.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self(merged(sums))
    }

    /// Lifts everything below `floor` to it.
    pub(super) fn raised_to(&self, floor: f64) -> Self {
        Self(merged(
            self.0.iter().map(|&(value, probability)| (value.max(floor), probability)).collect(),
        ))
    }
}

/// Puts values together that differ by rounding alone.
fn merged(sorted: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut merged: Vec<(f64, f64)> = Vec::with_capacity(sorted.len());
    for (value, probability) in sorted {
        match merged.last_mut() {
            Some(last) if value - last.0 <= TIE => last.1 += probability,
            _ => merged.push((value, probability)),
        }
    }
    merged
}

/// The mean of the largest of independent values: `F = prod_i F_i` is the law of the maximum.
pub(super) fn expected_maximum(alternatives: &[Distribution]) -> f64 {
    let mut atoms: Vec<_> = alternatives
        .iter()
        .enumerate()
        .flat_map(|(i, Distribution(atoms))| {
            atoms.iter().map(move |&(value, probability)| (value, i, probability))
        })
        .collect();
    atoms.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut at_most = vec![0.0; alternatives.len()];
    let (mut before, mut mean) = (0.0, 0.0);
    for (value, i, probability) in atoms {
        at_most[i] += probability;
        let now: f64 = at_most.iter().product();
        mean += value * (now - before);
        before = now;
    }
    mean / before
}
