use proptest::prelude::*;

use super::super::points::STANDARD;
use super::super::problem::Problem;
use super::super::testing::{near, problem, problems};
use super::*;

fn levels(levels: &[(f64, f64)]) -> Score {
    Score::levels(levels.to_vec(), "cell").expect("sums to 1")
}

fn single(cells: Vec<Score>) -> Scores {
    let values = vec![0.0];
    let rows: Vec<&[f64]> = cells.iter().map(|_| values.as_slice()).collect();
    Scores::new(&problem(&rows, &[1.0]), cells).expect("one cell per row")
}

#[test]
fn a_sure_thing_against_a_gamble_by_hand() {
    // a is 0.5 for certain; b is 0 or 0.8, even odds, 0.4 expected. Knowing b: 0.5 * 0.5 + 0.5 * 0.8 = 0.65.
    let scores = single(vec![Score::Certain(0.5), levels(&[(0.0, 0.5), (0.8, 0.5)])]);
    let found = cells(&scores, &[1.0]);
    near(found[1][0].evppi, 0.15, 1e-12);
    near(found[1][0].p_flip, 0.5, 1e-12);
    near(found[0][0].evppi, 0.0, 0.0);
    let perfect = evpi(&scores, &[1.0], 64);
    near(perfect.evpi, 0.15, 1e-12);
    assert!(perfect.exact);
}

#[test]
fn no_result_could_change_the_choice() {
    let scores = single(vec![Score::Certain(0.9), levels(&[(0.0, 0.5), (0.8, 0.5)])]);
    let found = cells(&scores, &[1.0])[1][0];
    assert_eq!(
        (found.evppi.to_bits(), found.p_flip.to_bits()),
        (0.0_f64.to_bits(), 0.0_f64.to_bits())
    );
}

#[test]
fn likely_to_flip_is_not_worth_most() {
    // The leader expects 0.50. One rival: 0.40 of the time 0.505, else 0.40. Another: a quarter of the time 0.556, else
    // 0.40. The first flips more often, but a flip is worth 0.005 against 0.056.
    let scores = single(vec![
        Score::Certain(0.5),
        levels(&[(0.505, 0.4), (0.4, 0.6)]),
        levels(&[(0.556, 0.25), (0.4, 0.75)]),
    ]);
    let found = cells(&scores, &[1.0]);
    near(found[1][0].p_flip, 0.40, 1e-12);
    near(found[1][0].evppi, 0.002, 1e-12);
    near(found[2][0].p_flip, 0.25, 1e-12);
    near(found[2][0].evppi, 0.014, 1e-12);
}

#[test]
fn a_uniform_cell_by_hand() {
    // b is uniform on [0, 0.8], a is 0.5: E max = (5/8) 0.5 + (3/8) 0.65 = 0.55625.
    let scores =
        single(vec![Score::Certain(0.5), Score::uniform(0.4, 0.4, "b").expect("a half width")]);
    let found = cells(&scores, &[1.0])[1][0];
    near(found.evppi, 0.05625, 1e-12);
    near(found.p_flip, 0.375, 1e-12);
    // The leader's own cell: uniform on [0.3, 0.7] against 0.4: (1/4) 0.4 + (3/4) 0.55.
    let scores =
        single(vec![Score::uniform(0.5, 0.2, "a").expect("a half width"), Score::Certain(0.4)]);
    let found = cells(&scores, &[1.0])[0][0];
    near(found.evppi, 0.0125, 1e-12);
    near(found.p_flip, 0.25, 1e-12);
}

#[test]
fn slices_and_draws_come_near_the_integral() {
    let scores =
        single(vec![Score::Certain(0.5), Score::uniform(0.4, 0.4, "b").expect("a half width")]);
    let sliced = evppi_of_cells(&scores, &[1.0], &[(1, 0)]).expect("one cell");
    assert!(sliced <= 0.05625 + 1e-12 && sliced > 0.05625 - 0.8 / 64.0);
    let drawn = evpi(&scores, &[1.0], STANDARD);
    near(drawn.evpi, 0.05625, 0.003);
    assert!(!drawn.exact);
}

#[test]
fn two_cells_may_be_worth_something_where_neither_is() {
    // b is 0.3 expected on two criteria at 1/2 each; only both at 1 beat a's 0.7 (0.09 of the time, by 0.3).
    let problem = problem(&[&[0.7, 0.7], &[0.3, 0.3]], &[0.5, 0.5]);
    let gamble = || levels(&[(0.0, 0.7), (1.0, 0.3)]);
    let scores =
        Scores::new(&problem, vec![Score::Certain(0.7), Score::Certain(0.7), gamble(), gamble()])
            .expect("four");
    near(cells(&scores, &[0.5, 0.5])[1][0].evppi, 0.0, 1e-15);
    near(
        evppi_of_cells(&scores, &[0.5, 0.5], &[(1, 0), (1, 1)]).expect("two cells"),
        0.09 * 0.3,
        1e-12,
    );
    near(evppi_of_cells(&scores, &[0.5, 0.5], &[]).expect("no cells"), 0.0, 1e-15);
}

#[test]
fn more_than_four_cells_are_refused() {
    let scores = single(vec![Score::Certain(0.5); 5]);
    let cells: Vec<_> = (0..5).map(|i| (i, 0)).collect();
    let fault = evppi_of_cells(&scores, &[1.0], &cells).expect_err("five cells");
    assert_eq!(fault.to_string(), "cells: found 5, allowed 0 to 4");
}

#[test]
fn an_uncertain_gate_by_hand() {
    // a at 0.8 passes with 0.6, b at 0.5 for certain. Unknowing: a is worth 0.48 with nothing to fall back on, so b.
    // Knowing: 0.6 * 0.8 + 0.4 * 0.5 = 0.68.
    let state = |probability, a| State { probability, allowed: vec![a, true] };
    let states = [state(0.6, true), state(0.4, false)];
    let found = gate(&[0.8, 0.5], &states, 0.0).expect("two alternatives");
    near(found.evppi, 0.18, 1e-12);
    near(found.p_flip, 0.6, 1e-12);
    assert_eq!(found.choice, 1);
    // Falling back on 0.4 makes a the better bet (0.64): knowing saves the 0.1 where it fails.
    let found = gate(&[0.8, 0.5], &states, 0.4).expect("two alternatives");
    near(found.evppi, 0.04, 1e-12);
    assert_eq!((found.choice, found.p_flip), (0, 0.4));
    assert_eq!(gate(&[], &[], 0.0), None);
}

#[test]
fn averaging_over_nothing_near_is_the_weights_themselves() {
    let problem = problem(&[&[0.5, 0.5], &[0.4, 0.4]], &[0.7, 0.3]);
    let cells_of = vec![
        Score::Certain(0.5),
        Score::Certain(0.5),
        levels(&[(0.0, 0.5), (0.8, 0.5)]),
        Score::Certain(0.4),
    ];
    let scores = Scores::new(&problem, cells_of).expect("four cells");
    let points = PointSet::new(2, 64);
    let here = evppi_near(&scores, problem.weights(), &points, 0.0, 64);
    near(here[1][0], cells(&scores, problem.weights())[1][0].evppi, 1e-12);
    assert!(evppi_near(&scores, problem.weights(), &points, 0.5, 64)[1][0] > 0.0);
}

/// A problem and, for each cell, levels or a uniform width around its value.
fn uncertain() -> impl Strategy<Value = (Problem, Scores)> {
    problems(4, 3).prop_flat_map(|problem| {
        let cell = (0..4_u8, 0.05..0.5_f64, 0.05..0.95_f64);
        prop::collection::vec(cell, problem.m() * problem.n()).prop_map(move |kinds| {
            let values = problem.rows().flatten();
            let score = |(&value, (kind, width, p)): (&f64, (u8, f64, f64))| match kind {
                0 => Score::Certain(value),
                _ => {
                    levels(&[(value - width, p / 2.0), (value, 1.0 - p), (value + width, p / 2.0)])
                }
            };
            let scores = Scores::new(&problem, values.zip(kinds).map(score).collect())
                .expect("one per cell");
            (problem.clone(), scores)
        })
    })
}

/// EVPI by running through every combination of levels.
fn evpi_by_enumeration(scores: &Scores, weights: &[f64]) -> f64 {
    let cells: Vec<Vec<(f64, f64)>> = scores
        .rows()
        .flatten()
        .map(|cell| match cell {
            Score::Levels(levels) => levels.clone(),
            other => vec![(other.mean(), 1.0)],
        })
        .collect();
    let mut total = 0.0;
    let mut at = vec![0; cells.len()];
    loop {
        let probability: f64 = cells.iter().zip(&at).map(|(cell, &level)| cell[level].1).product();
        let values: Vec<_> = cells.iter().zip(&at).map(|(cell, &level)| cell[level].0).collect();
        let best = values
            .chunks(weights.len())
            .map(|row| super::super::dot(row, weights))
            .fold(f64::NEG_INFINITY, f64::max);
        total += probability * best;
        let Some(next) = (0..at.len()).find(|&cell| at[cell] + 1 < cells[cell].len()) else {
            break;
        };
        at[..next].fill(0);
        at[next] += 1;
    }
    total - maximum(&scores.expected(weights))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn evpi_agrees_with_enumeration((problem, scores) in uncertain()) {
        prop_assume!(scores.rows().flatten().filter(|cell| !matches!(cell, Score::Certain(_))).count() <= 8);
        let found = evpi(&scores, problem.weights(), 64);
        prop_assert!(found.exact);
        prop_assert!((found.evpi - evpi_by_enumeration(&scores, problem.weights())).abs() < 1e-9);
    }

    #[test]
    fn knowing_part_is_worth_something_between_nothing_and_knowing_all((problem, scores) in uncertain()) {
        let all = evpi(&scores, problem.weights(), 64).evpi;
        let found = cells(&scores, problem.weights());
        for (i, row) in found.iter().enumerate() {
            for (j, cell) in row.iter().enumerate() {
                prop_assert!(cell.evppi >= 0.0 && cell.evppi <= all + 1e-9);
                prop_assert!((0.0..=1.0 + 1e-9).contains(&cell.p_flip));
                prop_assert!(cell.p_flip > 0.0 || cell.evppi < 1e-9);
                let alone = evppi_of_cells(&scores, problem.weights(), &[(i, j)]).expect("one cell");
                prop_assert!((alone - cell.evppi).abs() < 1e-9);
                let pair = evppi_of_cells(&scores, problem.weights(), &[(i, j), (0, 0)]).expect("two cells");
                prop_assert!(pair >= cell.evppi - 1e-9 && pair <= all + 1e-9);
            }
        }
    }

    #[test]
    fn draws_come_near_the_exact_worth((problem, scores) in uncertain()) {
        let exact = evpi(&scores, problem.weights(), 64).evpi;
        prop_assert!((drawn(&scores, problem.weights(), STANDARD) - exact).abs() < 0.01);
    }
}
