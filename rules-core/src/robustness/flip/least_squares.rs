//! Smallest Euclidean change (L2): the projection of the weights on `{x in simplex, d . x = 0}`, exact.
//!
//! # Formula
//! The optimum has the form `x_j = max(0, w_j - mu - nu d_j)` (Karush-Kuhn-Tucker). For a given `nu`, `mu` comes from
//! projecting `w - nu d` on the simplex; `g(nu) = d . x(nu)` is continuous, piecewise linear and never rises. On the
//! free set `F` (entries above zero) its root is in closed form, with `c = d_F - mean(d_F)`:
//! `nu = d_F . y / (c . c)`, `y = w_F + (1 - sum w_F) / |F|`. Solving on the present free set and projecting again ends
//! after a few rounds; a bracket guards every step, so the end is the optimum whichever set was met on the way.
//!
//! # Source
//! Barron & Schmidt (1988), *Sensitivity analysis of additive multiattribute value models*, Oper. Res. 36:122-127 (least
//! squares); simplex projection by dropping: Michelot (1986), J. Optim. Theory Appl. 50:195-200.

use super::super::dot;
use super::{Flip, Start};

/// Rounds that are tried; 4 are usual, and each that fails to settle halves the bracket.
const ROUNDS: usize = 200;

/// Leads below this are rounding: the flip lies on the plane to the last bits.
const LEVEL: f64 = 1e-14;

/// Returns the nearest flip in Euclidean distance, or `None` where no weights can flip the pair.
#[must_use]
pub fn least_squares(w: &[f64], d: &[f64]) -> Option<Flip> {
    least_squares_of(w, d, dot(w, d))
}

/// As [`least_squares`], for a lead that is known.
pub(in super::super) fn least_squares_of(w: &[f64], d: &[f64], lead: f64) -> Option<Flip> {
    match Start::of(w, d, lead) {
        Start::Level(flip) => return Some(flip),
        Start::Never => return None,
        Start::Search => {}
    }
    let mut x = w.to_vec();
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut nu = 0.0;
    for _ in 0..ROUNDS {
        let next = on_free_set(w, d, &x).filter(|root| *root > low && *root < high);
        let next =
            next.unwrap_or(if high.is_finite() { low.midpoint(high) } else { 2.0 * low + 1.0 });
        let stuck = (next - nu).abs() <= f64::EPSILON * nu.abs();
        nu = next;
        project(w, d, nu, &mut x);
        let lead = dot(&x, d);
        if lead.abs() <= LEVEL || stuck {
            break;
        }
        if lead > 0.0 { low = nu } else { high = nu }
    }
    let distance = x.iter().zip(w).map(|(x, w)| (x - w) * (x - w)).sum::<f64>().sqrt();
    Some(Flip { distance, weights: x, overtakes: super::least(d) < -super::TIE })
}

/// The multiplier at which the lead vanishes if exactly the entries now above zero stay free.
fn on_free_set(w: &[f64], d: &[f64], x: &[f64]) -> Option<f64> {
    let free = || w.iter().zip(d).zip(x).filter(|(_, x)| **x > 0.0).map(|((w, d), _)| (*w, *d));
    let (mut count, mut mass, mut sum, mut lead) = (0.0, 0.0, 0.0, 0.0);
    for (w, d) in free() {
        count += 1.0;
        mass += w;
        sum += d;
        lead += d * w;
    }
    let mean = sum / count;
    let spread: f64 = free().map(|(_, d)| (d - mean) * (d - mean)).sum();
    (spread > 0.0).then(|| (lead + mean * (1.0 - mass)) / spread)
}

/// Projects `w - nu d` on the simplex: subtract the mean excess, drop what turned negative, repeat. Dropped entries are
/// held at minus infinity until the end.
fn project(w: &[f64], d: &[f64], nu: f64, x: &mut [f64]) {
    for ((x, w), d) in x.iter_mut().zip(w).zip(d) {
        *x = w - nu * d;
    }
    loop {
        let free = x.iter().copied().filter(|x| x.is_finite());
        let (sum, count) = free.fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
        let excess = (sum - 1.0) / count;
        let mut dropped = false;
        for x in x.iter_mut().filter(|x| x.is_finite() && **x < excess) {
            *x = f64::NEG_INFINITY;
            dropped = true;
        }
        if !dropped {
            for x in x {
                *x = (*x - excess).max(0.0);
            }
            return;
        }
    }
}
