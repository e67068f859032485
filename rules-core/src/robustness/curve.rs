//! First-rank shares near one's own weights, for many distances from one pass: from "these weights" to "any weights".
//!
//! # Formula
//! With `w = (1 - r) w0 + r x` the value is `(1 - r) V(w0) + r V(x)`: `V(x)` is computed once per point, every `r` is then
//! one multiplication. For the leader the curve starts at 1 and first leaves 1 at the contamination radius `r*`. This needs
//! no concentration parameter, unlike a Dirichlet law around `w0`. Levels are as in [`super::smaa`]: twins are both first.

use super::points::{LANES, Lanes, PointSet};
use super::problem::Problem;
use super::smaa::weigh;
use super::{TIE, real};

/// Returns `a_i(r)`: one row per radius, one column per alternative.
#[must_use]
pub fn first_ranks(problem: &Problem, points: &PointSet, radii: &[f64]) -> Vec<Vec<f64>> {
    let at_home = problem.overall();
    let mut hits = vec![vec![[0_u64; LANES]; problem.m()]; radii.len()];
    let mut anywhere = vec![[0.0; LANES]; problem.m()];
    for (live, block) in points.blocks() {
        for (value, row) in anywhere.iter_mut().zip(problem.rows()) {
            *value = weigh(row, block);
        }
        for (&radius, hits) in radii.iter().zip(&mut hits) {
            count_firsts(&at_home, &anywhere, radius, live, hits);
        }
    }
    let share = |lanes: &[u64; LANES]| {
        lanes.iter().map(|&hits| whole(hits)).sum::<f64>() / real(points.count().max(1))
    };
    hits.iter().map(|row| row.iter().map(share).collect()).collect()
}

fn count_firsts(
    at_home: &[f64],
    anywhere: &[Lanes],
    radius: f64,
    live: usize,
    hits: &mut [[u64; LANES]],
) {
    let blend = |home: f64, value: f64| (1.0 - radius) * home + radius * value;
    let mut least_to_tie = [f64::NEG_INFINITY; LANES];
    for (&home, values) in at_home.iter().zip(anywhere) {
        for (best, &value) in least_to_tie.iter_mut().zip(values) {
            let value = blend(home, value) - TIE;
            *best = if value > *best { value } else { *best };
        }
    }
    // Lanes without a point must not count: nobody reaches infinity.
    least_to_tie[live..].fill(f64::INFINITY);
    for ((&home, values), hits) in at_home.iter().zip(anywhere).zip(hits) {
        for ((hit, &value), least) in hits.iter_mut().zip(values).zip(least_to_tie) {
            *hit += u64::from(blend(home, value) >= least);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of points stay far below 2^53")]
fn whole(count: u64) -> f64 {
    count as f64
}
