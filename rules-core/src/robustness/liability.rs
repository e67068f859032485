//! Liability of a fleet: an axis of its own, never inside the sum of values.
//!
//! # Formula
//! Per site, `l_i = sum_j r_j max(0, tau - s_ij)`: shortfall below `tau` times a rate, in units a person can check (hours a
//! year). Over `N` sites `L_i = N l_i`. At an exchange rate `lambda` (value per unit of liability), `b` catches up with `a` at
//! `N* = (V_a - V_b) / (lambda (l_a - l_b))` sites, if it carries less liability per site; above it leads.

use super::TIE;

/// Liability of one site: each criterion's rate times its shortfall below `tau`.
#[must_use]
pub fn per_site(scores: &[f64], rates: &[f64], tau: f64) -> f64 {
    scores.iter().zip(rates).map(|(score, rate)| rate * (tau - score).max(0.0)).sum()
}

/// The number of sites at which `b` catches up with `a`; `None` if it never does. A pair is (value, liability per site).
#[must_use]
pub fn break_even(a: (f64, f64), b: (f64, f64), lambda: f64) -> Option<f64> {
    let lead = a.0 - b.0;
    let per_site = lambda * (a.1 - b.1);
    (lead >= 0.0 && per_site > 0.0).then(|| lead / per_site)
}

/// One stretch of fleet sizes and who leads there by `V - lambda N l`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The stretch begins at this many sites.
    pub from: f64,
    /// The alternative that leads from there on.
    pub leader: usize,
}

/// Returns who leads at which size of the fleet, from none upwards: the upper envelope of the lines `V_i - lambda N l_i`.
/// Of several that are level, the one with the least liability is named, then the first listed.
#[must_use]
pub fn stretches(values: &[f64], per_site: &[f64], lambda: f64) -> Vec<Stretch> {
    let better = |&a: &usize, &b: &usize| {
        let level = (values[a] - values[b]).abs() <= TIE;
        let by_value =
            if level { std::cmp::Ordering::Equal } else { values[b].total_cmp(&values[a]) };
        by_value.then(per_site[a].total_cmp(&per_site[b])).then(a.cmp(&b))
    };
    let Some(first) = (0..values.len()).min_by(better) else { return Vec::new() };
    let mut stretches = vec![Stretch { from: 0.0, leader: first }];
    while let Some(next) =
        successor(values, per_site, lambda, stretches[stretches.len() - 1].leader)
    {
        stretches.push(next);
    }
    stretches
}

/// Who catches up first with a leader; of several at the same size, the one with the least liability stays ahead.
fn successor(values: &[f64], per_site: &[f64], lambda: f64, a: usize) -> Option<Stretch> {
    let line = |i: usize| (values[i], per_site[i]);
    let meets =
        |b: usize| break_even(line(a), line(b), lambda).map(|from| Stretch { from, leader: b });
    (0..values.len()).filter_map(meets).min_by(|x, y| {
        x.from.total_cmp(&y.from).then(per_site[x.leader].total_cmp(&per_site[y.leader]))
    })
}

#[cfg(test)]
mod tests;
