use proptest::prelude::*;

use super::super::testing::{near, problem, problems};
use super::*;

const SCALE: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

#[test]
fn steps_by_hand() {
    // a = 0.6 * 0.75 + 0.4 * 0.5 = 0.65, b = 0.6 * 0.5 + 0.4 * 0.75 = 0.6: the lead 0.05 is 1/12 on the first criterion
    // and 1/8 on the second, both within one step.
    let found = tornado(&problem(&[&[0.75, 0.5], &[0.5, 0.75]], &[0.6, 0.4]), &SCALE);
    let cell = found[0][0].expect("has weight");
    near(cell.break_even, 0.75 - 1.0 / 12.0, 1e-12);
    assert_eq!((cell.level, cell.steps), (Some(0.5), Some(-1)));
    let cell = found[1][1].expect("has weight");
    near(cell.break_even, 0.875, 1e-12);
    assert_eq!((cell.level, cell.steps), (Some(1.0), Some(1)));
}

#[test]
fn beyond_the_scale_there_is_no_step() {
    let found = tornado(&problem(&[&[1.0, 1.0], &[0.0, 0.5]], &[0.5, 0.5]), &SCALE);
    let cell = found[1][1].expect("has weight");
    near(cell.break_even, 2.0, 1e-12);
    assert_eq!((cell.level, cell.steps), (None, None));
}

#[test]
fn a_cell_without_weight_moves_nothing() {
    let found = tornado(&problem(&[&[1.0, 1.0], &[0.0, 0.5]], &[1.0, 0.0]), &SCALE);
    assert_eq!((found[0][1], found[1][1]), (None, None));
    assert_eq!(tornado(&problem(&[&[1.0, 1.0]], &[1.0, 0.0]), &SCALE), [[None, None]]);
}

proptest! {
    #[test]
    fn the_level_reached_catches_up_and_one_level_less_does_not(problem in problems(5, 5)) {
        let overall = problem.overall();
        let leader = problem.leaders().0;
        for (i, row) in tornado(&problem, &SCALE).into_iter().enumerate() {
            for (j, cell) in row.into_iter().enumerate() {
                let Some((cell, level)) = cell.and_then(|cell| Some((cell, cell.level?))) else { continue };
                let rival = |value: f64| {
                    let own = overall[i] + problem.weights()[j] * (value - problem.row(i)[j]);
                    let others = (0..problem.m()).filter(|&k| k != i).map(|k| overall[k]).fold(f64::NEG_INFINITY, f64::max);
                    if i == leader { others - own } else { own - overall[leader] }
                };
                prop_assert!(rival(level) >= -1e-9, "level {level} does not catch up");
                let before = if i == leader { 1 } else { -1 };
                let at = SCALE.iter().position(|other| *other == level).expect("on the scale");
                let before = at.checked_add_signed(before).and_then(|at| SCALE.get(at).copied());
                let between = |value: &f64| if i == leader { *value < problem.row(i)[j] } else { *value > problem.row(i)[j] };
                if let Some(before) = before.filter(between) {
                    prop_assert!(rival(before) < 1e-9, "{before} would do, found {level}");
                }
                prop_assert_eq!(cell.steps.expect("a level is so many steps away") < 0, i == leader);
            }
        }
    }
}
