//! Scores that are not known for certain: what each cell of the table may turn out to be.
//!
//! A cell is certain, one of a few levels with probabilities, or uniform around its value. Cells are independent. Where
//! they are drawn, four neighbours of a row are drawn as one from a stream of their own with a fixed seed (their row and
//! first column), xorshift128+; cells that are uniform, or have very many levels, make each of the four have its own. So
//! draws do not depend on the rest of the table, and the first draws not on how many follow.
//!
//! # Source
//! Vigna (2017), *Further scramblings of Marsaglia's xorshift generators*, J. Comput. Appl. Math. 315:175-181; seeds by
//! `SplitMix64`: Steele, Lea & Flood (2014), OOPSLA.

mod alias;
mod draws;
mod stream;

pub(super) use draws::{Draws, Weighed, Weights, arranged, room};

use super::problem::{Fault, Problem, finite, length};

/// How far the probabilities of a cell may sum from 1 before they are refused; within it they are divided by the sum.
pub const SLACK: f64 = 1e-6;

/// What one cell may turn out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Score {
    /// One value.
    Certain(f64),
    /// A few values, rising, each with its probability; the probabilities sum to 1.
    Levels(Vec<(f64, f64)>),
    /// Anything within a half width of a centre, all equally likely.
    Uniform {
        /// The middle.
        centre: f64,
        /// How far either side.
        half_width: f64,
    },
}

impl Score {
    /// Takes levels with probabilities in any order; equal levels are put together, impossible ones left out.
    ///
    /// # Errors
    /// A [`Fault`] for a level or probability that is not finite, a negative probability, or a sum away from 1.
    pub fn levels(mut levels: Vec<(f64, f64)>, field: &str) -> Result<Self, Fault> {
        for &(level, probability) in &levels {
            finite(|| format!("{field}, level"), level)?;
            if !(probability.is_finite() && probability >= 0.0) {
                let field = format!("{field}, level {level}");
                return Err(Fault::Number {
                    field,
                    found: probability,
                    allowed: "a probability from 0 to 1",
                });
            }
        }
        let sum: f64 = levels.iter().map(|(_, probability)| probability).sum();
        if !sum.is_finite() || (sum - 1.0).abs() > SLACK {
            let field = format!("{field}, sum of probabilities");
            return Err(Fault::Number { field, found: sum, allowed: "1" });
        }
        levels.retain(|&(_, probability)| probability > 0.0);
        levels.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut merged: Vec<(f64, f64)> = Vec::with_capacity(levels.len());
        for (level, probability) in levels {
            match merged.last_mut() {
                Some(last) if last.0.total_cmp(&level).is_eq() => last.1 += probability / sum,
                _ => merged.push((level, probability / sum)),
            }
        }
        Ok(if let [(level, _)] = merged[..] { Self::Certain(level) } else { Self::Levels(merged) })
    }

    /// Takes a centre and a half width.
    ///
    /// # Errors
    /// A [`Fault`] for a half width that is negative or not finite.
    pub fn uniform(centre: f64, half_width: f64, field: &str) -> Result<Self, Fault> {
        if !(half_width.is_finite() && half_width >= 0.0) {
            let field = field.to_owned();
            return Err(Fault::Number {
                field,
                found: half_width,
                allowed: "a finite number from 0 up",
            });
        }
        Ok(if half_width == 0.0 {
            Self::Certain(centre)
        } else {
            Self::Uniform { centre, half_width }
        })
    }

    /// The expected value.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self {
            Self::Certain(value) => *value,
            Self::Levels(levels) => {
                levels.iter().map(|(level, probability)| level * probability).sum()
            }
            Self::Uniform { centre, .. } => *centre,
        }
    }

    /// The lowest value it can have.
    #[must_use]
    pub fn low(&self) -> f64 {
        match self {
            Self::Certain(value) => *value,
            Self::Levels(levels) => levels.first().map_or(f64::NAN, |(level, _)| *level),
            Self::Uniform { centre, half_width } => centre - half_width,
        }
    }

    /// The highest value it can have.
    #[must_use]
    pub fn high(&self) -> f64 {
        match self {
            Self::Certain(value) => *value,
            Self::Levels(levels) => levels.last().map_or(f64::NAN, |(level, _)| *level),
            Self::Uniform { centre, half_width } => centre + half_width,
        }
    }
}

/// The draws that a count has met, so that another can meet the same in less time.
pub struct Met(pub(super) Draws);

/// A table of scores of the same shape as a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    n: usize,
    cells: Vec<Score>,
}

impl Scores {
    /// Takes the problem's own values as certain.
    #[must_use]
    pub fn certain(problem: &Problem) -> Self {
        let cells = problem.rows().flatten().map(|&value| Score::Certain(value)).collect();
        Self { n: problem.n(), cells }
    }

    /// Takes one score per cell, row by row.
    ///
    /// # Errors
    /// A [`Fault`] if there are not as many cells as the problem has.
    pub fn new(problem: &Problem, cells: Vec<Score>) -> Result<Self, Fault> {
        length("scores", cells.len(), problem.m() * problem.n())?;
        Ok(Self { n: problem.n(), cells })
    }

    /// One cell.
    #[must_use]
    pub fn cell(&self, alternative: usize, criterion: usize) -> &Score {
        &self.cells[alternative * self.n + criterion]
    }

    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &[Score]> {
        self.cells.chunks_exact(self.n)
    }

    /// Whether nothing is left to find out.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.cells.iter().all(|cell| matches!(cell, Score::Certain(_)))
    }

    /// The most that overall values can come to at given weights, none of which is negative.
    #[must_use]
    pub fn highest(&self, weights: &[f64]) -> Vec<f64> {
        self.rows()
            .map(|row| row.iter().zip(weights).map(|(cell, weight)| cell.high() * weight).sum())
            .collect()
    }

    /// Expected overall values at given weights.
    #[must_use]
    pub fn expected(&self, weights: &[f64]) -> Vec<f64> {
        self.rows()
            .map(|row| row.iter().zip(weights).map(|(cell, weight)| cell.mean() * weight).sum())
            .collect()
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
