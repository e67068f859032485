use proptest::prelude::*;

use super::super::testing::{near, problem, problems};
use super::*;

#[test]
fn radius_of_two_criteria_by_hand() {
    // Lead 0.36 - 0.32 = 0.04, worst criterion -0.8: r* = 0.04 / 0.84 = 1/21.
    let certificate = Certificate::of(&problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]));
    near(certificate.radius, 1.0 / 21.0, 1e-12);
    assert_eq!(
        (certificate.leader, certificate.nearest().map(|rival| rival.alternative)),
        (0, Some(1))
    );
}

#[test]
fn best_on_everything_is_first_for_all_weights() {
    let certificate = Certificate::of(&problem(&[&[1.0, 0.5], &[0.4, 0.4]], &[0.6, 0.4]));
    near(certificate.radius, 1.0, 0.0);
    assert_eq!(certificate.nearest(), None);
}

#[test]
fn a_tie_has_no_radius_unless_it_is_a_twin() {
    let tied = Certificate::of(&problem(&[&[1.0, 0.0], &[0.0, 1.0]], &[0.5, 0.5]));
    assert_eq!((tied.tied.as_slice(), tied.radius), ([0, 1].as_slice(), 0.0));
    let twins = Certificate::of(&problem(&[&[1.0, 0.3], &[1.0, 0.3]], &[0.5, 0.5]));
    assert_eq!((twins.tied.as_slice(), twins.radius), ([0, 1].as_slice(), 1.0));
}

#[test]
fn an_only_alternative_is_first() {
    let certificate = Certificate::of(&problem(&[&[0.2, 0.3]], &[0.5, 0.5]));
    assert_eq!((certificate.leader, certificate.radius, certificate.rivals.len()), (0, 1.0, 0));
}

/// The radius by brute force: the lead is linear, so its least value over all contaminations is at a corner.
fn radius_by_bisection(problem: &Problem, leader: usize) -> f64 {
    let holds = |r: f64| {
        (0..problem.n()).all(|corner| {
            let x = |j: usize| (1.0 - r) * problem.weights()[j] + if j == corner { r } else { 0.0 };
            let overall = problem.overall_at(&(0..problem.n()).map(x).collect::<Vec<_>>());
            overall.iter().all(|value| *value <= overall[leader] + TIE)
        })
    };
    if holds(1.0) {
        return 1.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

proptest! {
    #[test]
    fn radius_agrees_with_bisection_over_all_corners(problem in problems(6, 6)) {
        let certificate = Certificate::of(&problem);
        let brute = radius_by_bisection(&problem, certificate.leader);
        prop_assert!((certificate.radius - brute).abs() < 1e-8, "{} v. {brute}", certificate.radius);
    }

    #[test]
    fn moved_weight_is_at_most_what_contamination_moves(problem in problems(6, 6)) {
        let certificate = Certificate::of(&problem);
        for rival in &certificate.rivals {
            let d = problem.differences(certificate.leader, rival.alternative);
            let k = (0..d.len()).min_by(|&a, &b| d[a].total_cmp(&d[b])).expect("there are criteria");
            if let Some(flip) = rival.moved_weight.as_ref().filter(|flip| flip.overtakes) {
                prop_assert!(flip.distance <= 2.0 * rival.radius * (1.0 - problem.weights()[k]) + 1e-9);
            }
        }
    }

    #[test]
    fn scaling_all_weights_changes_nothing(problem in problems(5, 5), factor in 0.1..50.0_f64) {
        let scaled: Vec<_> = problem.weights().iter().map(|weight| weight * factor).collect();
        let other = Certificate::of(&problem.with_weights(&scaled).expect("still weights"));
        let certificate = Certificate::of(&problem);
        prop_assert_eq!(certificate.leader, other.leader);
        prop_assert!((certificate.radius - other.radius).abs() < 1e-9);
    }

    #[test]
    fn the_order_of_any_subset_is_that_of_the_whole(problem in problems(6, 5), kept in any::<u8>()) {
        let overall = problem.overall();
        let subset: Vec<_> = (0..problem.m()).filter(|i| kept >> i & 1 == 1).collect();
        prop_assume!(!subset.is_empty());
        let rows: Vec<_> = subset.iter().map(|&i| problem.row(i).to_vec()).collect();
        let names = subset.iter().map(|&i| problem.alternatives()[i].clone()).collect();
        let part = Problem::new(names, problem.criteria().to_vec(), &rows, problem.weights()).expect("still a problem");
        let expected: Vec<_> = subset.iter().map(|&i| overall[i]).collect();
        prop_assert_eq!(part.overall(), expected);
    }
}
