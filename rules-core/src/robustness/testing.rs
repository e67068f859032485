//! What the tests of this room share: small problems, random problems, and comparing with a tolerance.

use proptest::prelude::*;

use super::problem::Problem;

/// Builds a problem with made-up names.
pub(crate) fn problem(values: &[&[f64]], weights: &[f64]) -> Problem {
    let values: Vec<_> = values.iter().map(|row| row.to_vec()).collect();
    of(&values, weights)
}

fn of(values: &[Vec<f64>], weights: &[f64]) -> Problem {
    let names = |stem: &str, count: usize| (0..count).map(|at| format!("{stem}{at}")).collect();
    Problem::new(names("a", values.len()), names("c", weights.len()), values, weights)
        .expect("a well-formed problem")
}

/// Fails unless the two differ by no more than the tolerance.
#[track_caller]
pub(super) fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "found {found}, expected {expected} within {tolerance}"
    );
}

/// As [`near`], entry by entry.
#[track_caller]
pub(super) fn all_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    assert!(
        found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() <= tolerance),
        "found {found:?}, expected {expected:?} within {tolerance}"
    );
}

/// Problems with 2 to `m` alternatives and 2 to `n` criteria, as [`problem_of`] makes them.
pub(super) fn problems(m: usize, n: usize) -> impl Strategy<Value = Problem> {
    (2..=m, 2..=n).prop_flat_map(|(m, n)| problem_of(m, n))
}

/// A problem with `m` alternatives and `n` criteria, half of the time on a scale of five levels (so with ties), and with
/// some weights of zero.
pub(crate) fn problem_of(m: usize, n: usize) -> impl Strategy<Value = Problem> {
    any::<bool>().prop_flat_map(move |coarse| {
        let value = (0.0..1.0_f64)
            .prop_map(move |value| if coarse { (value * 5.0).floor() / 4.0 } else { value });
        (prop::collection::vec(prop::collection::vec(value, n), m), weights(n))
            .prop_map(|(values, weights)| of(&values, &weights))
    })
}

/// Points of the simplex; a tenth of the weights are zero.
pub(crate) fn weights(n: usize) -> impl Strategy<Value = Vec<f64>> {
    let weight = prop_oneof![1 => Just(0.0), 9 => 0.01..1.0_f64];
    prop::collection::vec(weight, n).prop_filter_map("all weights are zero", |weights| {
        let sum: f64 = weights.iter().sum();
        (sum > 0.0).then(|| weights.iter().map(|weight| weight / sum).collect())
    })
}

/// Every point of a grid on the simplex with the given number of steps per edge.
pub(super) fn grid(n: usize, steps: u32) -> Vec<Vec<f64>> {
    fn fill(n: usize, left: u32, steps: u32, start: &[f64], out: &mut Vec<Vec<f64>>) {
        if start.len() == n - 1 {
            out.push([start, &[f64::from(left) / f64::from(steps)]].concat());
            return;
        }
        for taken in 0..=left {
            fill(
                n,
                left - taken,
                steps,
                &[start, &[f64::from(taken) / f64::from(steps)]].concat(),
                out,
            );
        }
    }
    let mut out = Vec::new();
    fill(n, steps, steps, &[], &mut out);
    out
}
