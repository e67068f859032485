//! One fixed set of points, evenly spread over the simplex of weights: what shares of weight space are counted on.
//!
//! # Formula
//! Point `p` of the additive recurrence `R_d`, `d = n - 1`, has coordinates `u_k = frac(1/2 + (p + 1) phi^-k)`, where
//! `phi` is the root above 1 of `x^(d + 1) = x + 1`. Stick-breaking carries it to the simplex without bending its
//! evenness: `w_1 = 1 - (1 - u_1)^(1 / (n - 1))`, then the same on what is left of the stick with one root less.
//!
//! The recurrence runs in 64-bit whole numbers, which wrap exactly; `phi` is found with `+ - * /` alone, and the power is
//! `libm`'s in plain Rust, not the platform's. So the set has the same bits everywhere.
//!
//! # Source
//! Roberts (2018), *The unreasonable effectiveness of quasirandom sequences* (the recurrence); Rosenblatt (1952), Ann.
//! Math. Statist. 23:470-472 (the map, for the flat Dirichlet law).

use super::real;

/// The usual number of points: first-rank shares for 7 criteria err by about 0.002.
pub const STANDARD: usize = 16_384;

/// Points are kept in blocks of this many, coordinate by coordinate, so that one instruction serves several points.
pub const LANES: usize = 8;

/// One coordinate (or value) of the points of a block.
pub type Lanes = [f64; LANES];

/// Points of the simplex with `n` corners.
#[derive(Clone, Debug, PartialEq)]
pub struct PointSet {
    n: usize,
    count: usize,
    least: f64,
    /// Coordinate `j` of block `b` at `b n + j`; lanes beyond the last point are zero.
    blocks: Vec<Lanes>,
}

impl PointSet {
    /// Builds the first `count` points for `n` criteria.
    #[must_use]
    pub fn new(n: usize, count: usize) -> Self {
        Growing::new(n, count).finish()
    }

    pub(super) fn empty(n: usize, capacity: usize) -> Self {
        Self {
            n,
            count: 0,
            least: f64::INFINITY,
            blocks: Vec::with_capacity(capacity.div_ceil(LANES) * n),
        }
    }

    pub(super) fn push(&mut self, point: &[f64]) {
        let lane = self.count % LANES;
        if lane == 0 {
            self.blocks.resize(self.blocks.len() + self.n, [0.0; LANES]);
        }
        let last = self.blocks.len() - self.n;
        for (block, &coordinate) in self.blocks[last..].iter_mut().zip(point) {
            block[lane] = coordinate;
            self.least = if coordinate < self.least { coordinate } else { self.least };
        }
        self.count += 1;
    }

    /// How many criteria the points have a coordinate for.
    #[must_use]
    pub fn n(&self) -> usize {
        self.n
    }

    /// How many points there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The least coordinate of all points, above 0 where there are two criteria or more; infinite while there is no point.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.least
    }

    /// One point, its coordinates in order.
    #[must_use]
    pub fn point(&self, at: usize) -> Vec<f64> {
        self.blocks[at / LANES * self.n..][..self.n].iter().map(|lanes| lanes[at % LANES]).collect()
    }

    /// The blocks, each with how many of its lanes are points.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (usize, &[Lanes])> {
        let live = move |block: usize| (self.count - block * LANES).min(LANES);
        self.blocks.chunks_exact(self.n).enumerate().map(move |(block, lanes)| (live(block), lanes))
    }

    /// The mean of all points; `None` of none.
    #[must_use]
    pub fn mean(&self) -> Option<Vec<f64>> {
        let mut sums = vec![0.0; self.n];
        for (live, block) in self.blocks() {
            for (sum, lanes) in sums.iter_mut().zip(block) {
                *sum += lanes[..live].iter().sum::<f64>();
            }
        }
        (self.count > 0).then(|| sums.iter().map(|sum| sum / real(self.count)).collect())
    }
}

/// A point set under way: it can be built a slice at a time, with the same points to the last bit.
#[derive(Debug)]
pub struct Growing {
    recurrence: Recurrence,
    set: PointSet,
    wanted: usize,
}

impl Growing {
    /// Prepares the first `wanted` points for `n` criteria.
    #[must_use]
    pub fn new(n: usize, wanted: usize) -> Self {
        Self { recurrence: Recurrence::new(n), set: PointSet::empty(n, wanted), wanted }
    }

    /// Adds up to so many further points; says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        for _ in 0..points.min(self.wanted - self.set.count) {
            self.set.push(&self.recurrence.next_point());
        }
        self.set.count < self.wanted
    }

    /// Builds whatever is left and returns the set.
    #[must_use]
    pub fn finish(mut self) -> PointSet {
        self.advance(self.wanted);
        self.set
    }
}

/// The endless sequence behind a point set.
#[derive(Debug)]
pub(super) struct Recurrence {
    steps: Vec<u64>,
    state: Vec<u64>,
    point: Vec<f64>,
}

impl Recurrence {
    pub(super) fn new(n: usize) -> Self {
        let dimensions = n.saturating_sub(1);
        let root = golden(dimensions);
        let mut power = 1.0;
        let mut next = || {
            power /= root;
            fixed(power)
        };
        let steps: Vec<_> = (0..dimensions).map(|_| next()).collect();
        Self { state: vec![1 << 63; dimensions], steps, point: vec![1.0; n] }
    }

    pub(super) fn next_point(&mut self) -> Vec<f64> {
        let mut rest = 1.0;
        let mut left = self.steps.len();
        for (k, (state, step)) in self.state.iter_mut().zip(&self.steps).enumerate() {
            *state = state.wrapping_add(*step);
            let kept = 1.0 - unit(*state);
            let kept = if left == 1 { kept } else { libm::pow(kept, 1.0 / real(left)) };
            self.point[k] = rest - rest * kept;
            rest *= kept;
            left -= 1;
        }
        if let Some(last) = self.point.last_mut() {
            *last = rest;
        }
        self.point.clone()
    }
}

/// The root above 1 of `x^(d + 1) = x + 1`, by Newton's rule from above, where the curve is convex.
fn golden(d: usize) -> f64 {
    let mut x = 2.0_f64;
    for _ in 0..200 {
        let power = (0..d).fold(1.0, |power, _| power * x);
        let next = x - (power * x - x - 1.0) / (real(d + 1) * power - 1.0);
        if next >= x {
            break;
        }
        x = next;
    }
    x
}

/// A fraction of 1 as a fraction of 2^64.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 < fraction < 1, so the product fits"
)]
fn fixed(fraction: f64) -> u64 {
    (fraction * 18_446_744_073_709_551_616.0) as u64
}

/// The top 53 bits as a number from 0 up to and without 1.
#[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}

#[cfg(test)]
mod tests;
