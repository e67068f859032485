use proptest::prelude::*;

use super::super::certificate::Certificate;
use super::super::testing::{all_near, grid, near, problem, problems};
use super::*;

fn moved(w: &[f64], x: &[f64]) -> f64 {
    w.iter().zip(x).map(|(w, x)| (w - x).abs()).sum()
}

fn behind(problem: &Problem, weights: &[f64], i: usize) -> f64 {
    let overall = problem.overall_at(weights);
    overall.iter().fold(0.0, |most, value| f64::max(most, value - overall[i]))
}

#[test]
fn the_first_needs_nothing() {
    let problem = problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]);
    let found = promotion(&problem, 0).expect("few criteria").expect("is first");
    near(found.distance, 0.0, 0.0);
    all_near(&found.weights, &[0.6, 0.4], 0.0);
}

#[test]
fn beating_the_leader_may_not_be_enough() {
    // On w = (t, 1 - t): a = t, b = 0.55, c = 1 - t. c passes a at 1/2 but is first only where 1 - t >= 0.55.
    let problem = problem(&[&[1.0, 0.0], &[0.55, 0.55], &[0.0, 1.0]], &[0.7, 0.3]);
    let found = promotion(&problem, 2).expect("few criteria").expect("possible");
    all_near(&found.weights, &[0.45, 0.55], 1e-12);
    near(found.distance, 0.5, 1e-12);
    assert_eq!(found.level_with, [1]);
}

#[test]
fn dominated_by_a_mixture_is_never_first() {
    // (0.4, 0.4) lies below the line between (1, 0) and (0, 1): some rival is ahead at every weight.
    let problem = problem(&[&[1.0, 0.0], &[0.4, 0.4], &[0.0, 1.0]], &[0.7, 0.3]);
    assert_eq!(promotion(&problem, 1).expect("few criteria"), None);
}

#[test]
fn too_many_criteria_are_refused() {
    let row = [0.5; 13];
    let fault = promotion(&problem(&[&row], &row), 0).expect_err("13 criteria");
    assert_eq!(fault.to_string(), "criteria: found 13, allowed 1 to 12");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn it_is_first_there_and_no_grid_point_is_nearer(problem in problems(6, 4)) {
        let points = grid(problem.n(), 24);
        for i in 0..problem.m() {
            let on_grid = points.iter().filter(|x| behind(&problem, x, i) <= 1e-12);
            let best = on_grid.map(|x| moved(problem.weights(), x)).fold(f64::INFINITY, f64::min);
            match promotion(&problem, i).expect("few criteria") {
                None => prop_assert!(best.is_infinite(), "{i} is first on the grid"),
                Some(found) => {
                    prop_assert!(behind(&problem, &found.weights, i) < 1e-8);
                    prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                    prop_assert!(found.distance <= best + 1e-9, "{} v. {best} on the grid", found.distance);
                }
            }
        }
    }

    #[test]
    fn dethroning_takes_the_least_pair_distance(problem in problems(6, 5)) {
        let certificate = Certificate::of(&problem);
        let pairs = certificate.rivals.iter().filter_map(|rival| Some(rival.moved_weight.as_ref()?.distance));
        let promotions = certificate.rivals.iter().filter_map(|rival| {
            Some(promotion(&problem, rival.alternative).ok()??.distance)
        });
        let (pair, first) = (pairs.fold(f64::INFINITY, f64::min), promotions.fold(f64::INFINITY, f64::min));
        prop_assert!((pair - first).abs() < 1e-8 || pair == first, "{pair} v. {first}");
    }
}
