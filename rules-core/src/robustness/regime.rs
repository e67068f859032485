//! Which weights are meant: any, an order of criteria, a range for each, or those near one's own.
//!
//! Every regime is a linear image `w = B x` of points `x` of the simplex (the columns of `B` are the images of its
//! corners), so values are `V = (v B) x`: the same points, with transformed values and no sampler of its own.
//!
//! # Formula
//! * any: `B` is the identity.
//! * ordinal, `w_1 >= w_2 >= ...`: column `k` is `(1/k, .., 1/k, 0, ..)`, so `v B` holds cumulative means.
//! * box, `l <= w <= h`: `w = l + (1 - sum l) x`, or `w = h - (sum h - 1) x` where that simplex is the smaller; points
//!   outside the box are rejected and the sequence runs on until enough are accepted, or [`TRIES`] times as many tried.
//! * near: `w = (1 - r) w0 + r x`.
//!
//! # Source
//! Ordinal and interval weights: Lahdelma & Salminen (2001), SMAA-2, Oper. Res. 49:444-454; the ordinal map by the
//! corners of the ordered simplex, whose mean is the rank-order centroid: Barron & Barrett (1996), Mgmt Sci.
//! 42:1515-1523.

use std::borrow::Cow;

use super::points::{Lanes, PointSet, Recurrence};
use super::problem::{Fault, finite, length};
use super::{TIE, real};

/// How many points are tried for each one that is wanted before a box is left with fewer.
pub const TRIES: usize = 64;

/// A set of weights to take shares of.
#[derive(Clone, Debug, PartialEq)]
pub enum Regime {
    /// The whole simplex.
    Any,
    /// The first criterion counts at least as much as the second, and so on.
    Ordinal,
    /// Each weight between two bounds.
    Box {
        /// Lower bounds.
        low: Vec<f64>,
        /// Upper bounds.
        high: Vec<f64>,
    },
    /// `(1 - radius) w0 + radius x` for any `x`: 0 is the weights themselves, 1 is any weights.
    Near {
        /// Share of the weight that may go anywhere.
        radius: f64,
    },
}

/// Points of a regime, ready to count on.
#[derive(Clone, Debug)]
pub struct WeightSet<'a> {
    points: Cow<'a, PointSet>,
    map: Map,
    tried: usize,
}

impl Regime {
    /// Puts the regime on a point set. `w0` is read by [`Regime::Near`] alone.
    ///
    /// # Errors
    /// A [`Fault`] for bounds or a radius out of range, and for a box without any weights in it.
    pub fn on<'a>(&self, points: &'a PointSet, w0: &[f64]) -> Result<WeightSet<'a>, Fault> {
        let n = points.n();
        let map = match self {
            Self::Any => Map::from_corners(n, |k, j| if j == k { 1.0 } else { 0.0 }),
            Self::Ordinal => {
                Map::from_corners(n, |k, j| if j <= k { 1.0 / real(k + 1) } else { 0.0 })
            }
            Self::Near { radius } => near(*radius, w0, n)?,
            Self::Box { low, high } => return in_box(low, high, points),
        };
        Ok(WeightSet { tried: points.count(), points: Cow::Borrowed(points), map })
    }
}

impl WeightSet<'_> {
    /// The share of points that were accepted: 1 but for boxes.
    #[must_use]
    pub fn acceptance(&self) -> f64 {
        if self.tried == 0 { 1.0 } else { real(self.count()) / real(self.tried) }
    }

    /// How many points there are to count on.
    #[must_use]
    pub fn count(&self) -> usize {
        self.points.count()
    }

    /// The weights of one point.
    #[must_use]
    pub fn weights(&self, at: usize) -> Vec<f64> {
        self.map.weights(&self.points.point(at))
    }

    /// The mean of all weights in the set; `None` of an empty one.
    #[must_use]
    pub fn mean(&self) -> Option<Vec<f64>> {
        self.points.mean().map(|mean| self.map.weights(&mean))
    }

    pub(super) fn points(&self) -> &PointSet {
        &self.points
    }

    pub(super) fn map(&self) -> &Map {
        &self.map
    }
}

/// The matrix `B`, one column after another.
#[derive(Clone, Debug)]
pub(super) struct Map {
    n: usize,
    columns: Vec<f64>,
}

impl Map {
    fn from_corners(n: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let entry = &entry;
        Self { n, columns: (0..n).flat_map(|k| (0..n).map(move |j| entry(k, j))).collect() }
    }

    /// `B x`.
    pub(super) fn weights(&self, x: &[f64]) -> Vec<f64> {
        let mut weights = vec![0.0; self.n];
        for (column, &share) in self.columns.chunks_exact(self.n).zip(x) {
            for (weight, entry) in weights.iter_mut().zip(column) {
                *weight += entry * share;
            }
        }
        weights
    }

    /// `B x` for a block of points.
    pub(super) fn block(&self, x: &[Lanes], weights: &mut [Lanes]) {
        weights.fill([0.0; super::points::LANES]);
        for (column, shares) in self.columns.chunks_exact(self.n).zip(x) {
            for (weight, &entry) in weights.iter_mut().zip(column) {
                if entry != 0.0 {
                    weight
                        .iter_mut()
                        .zip(shares)
                        .for_each(|(weight, share)| *weight += entry * share);
                }
            }
        }
    }

    /// `v B` for one row of values.
    pub(super) fn row(&self, values: &[f64]) -> impl Iterator<Item = f64> {
        self.columns.chunks_exact(self.n).map(|column| super::dot(column, values))
    }
}

fn near(radius: f64, w0: &[f64], n: usize) -> Result<Map, Fault> {
    length("weights", w0.len(), n)?;
    if !(0.0..=1.0).contains(&radius) {
        return Err(Fault::Number {
            field: "regime.near".to_owned(),
            found: radius,
            allowed: "0 to 1",
        });
    }
    Ok(Map::from_corners(n, |k, j| (1.0 - radius) * w0[j] + if j == k { radius } else { 0.0 }))
}

fn in_box<'a>(low: &[f64], high: &[f64], points: &PointSet) -> Result<WeightSet<'a>, Fault> {
    let n = points.n();
    check_box(low, high, n)?;
    let (spare, excess) = (1.0 - low.iter().sum::<f64>(), high.iter().sum::<f64>() - 1.0);
    let map = if spare <= excess {
        Map::from_corners(n, |k, j| low[j] + if j == k { spare } else { 0.0 })
    } else {
        Map::from_corners(n, |k, j| high[j] - if j == k { excess } else { 0.0 })
    };
    let inside =
        |weights: &[f64]| (0..n).all(|j| weights[j] >= low[j] - TIE && weights[j] <= high[j] + TIE);
    let mut accepted = PointSet::empty(n, points.count());
    let mut recurrence = Recurrence::new(n);
    let mut tried = 0;
    while accepted.count() < points.count() && tried < TRIES * points.count() {
        let x = recurrence.next_point();
        tried += 1;
        if inside(&map.weights(&x)) {
            accepted.push(&x);
        }
    }
    Ok(WeightSet { points: Cow::Owned(accepted), map, tried })
}

fn check_box(low: &[f64], high: &[f64], n: usize) -> Result<(), Fault> {
    length("regime.box", low.len(), n)?;
    length("regime.box", high.len(), n)?;
    for j in 0..n {
        finite(|| format!("regime.box[{j}][0]"), low[j])?;
        finite(|| format!("regime.box[{j}][1]"), high[j])?;
        if low[j] < 0.0 {
            let field = format!("regime.box[{j}][0]");
            return Err(Fault::Number { field, found: low[j], allowed: "a number from 0 up" });
        }
        if high[j] < low[j] {
            let field = format!("regime.box[{j}][1]");
            return Err(Fault::Number {
                field,
                found: high[j],
                allowed: "at least the lower bound",
            });
        }
    }
    let (least, most): (f64, f64) = (low.iter().sum(), high.iter().sum());
    if least > 1.0 + TIE {
        let field = "regime.box, sum of lower bounds".to_owned();
        return Err(Fault::Number { field, found: least, allowed: "at most 1" });
    }
    if most < 1.0 - TIE {
        let field = "regime.box, sum of upper bounds".to_owned();
        return Err(Fault::Number { field, found: most, allowed: "at least 1" });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
