use proptest::prelude::*;

use super::super::testing::{near, problem, problems};
use super::*;

/// The weights with part `members` set to `t` in sum, ratios kept on both sides.
fn moved(problem: &Problem, members: &[usize], t: f64) -> Option<Vec<f64>> {
    let inside: f64 = members.iter().map(|&j| problem.weights()[j]).sum();
    if inside <= 0.0 || inside >= 1.0 {
        return None;
    }
    let scale =
        |j: usize| if members.contains(&j) { t / inside } else { (1.0 - t) / (1.0 - inside) };
    Some((0..problem.n()).map(|j| problem.weights()[j] * scale(j)).collect())
}

fn is_first(problem: &Problem, weights: &[f64], leader: usize, slack: f64) -> bool {
    let overall = problem.overall_at(weights);
    overall.iter().all(|value| *value <= overall[leader] + slack)
}

#[test]
fn two_criteria_by_hand() {
    // a = (1, 0), b = (0.4, 0.8): level where t = 0.4 t + 0.8 (1 - t), so at t = 4/7; a leads above it.
    let at_06 = criteria(&problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]));
    near(at_06[0].leader.low, 4.0 / 7.0, 1e-12);
    near(at_06[0].leader.high, 1.0, 0.0);
    near(at_06[1].leader.low, 0.0, 0.0);
    near(at_06[1].leader.high, 3.0 / 7.0, 1e-12);
}

#[test]
fn the_order_may_be_more_fragile_than_the_leader() {
    // a is best on both; b and c change places at t = 1/2.
    let found = criteria(&problem(&[&[1.0, 1.0], &[0.8, 0.0], &[0.0, 0.8]], &[0.6, 0.4]));
    assert_eq!(found[0].leader, Interval { low: 0.0, high: 1.0 });
    near(found[0].order.low, 0.5, 1e-12);
    near(found[0].order.high, 1.0, 0.0);
}

#[test]
fn a_group_moves_as_one() {
    // The group of the first two at ratio 2:1 is one criterion with means (2/3, 1/3) of a; b has 0.5 on the third alone.
    let problem = problem(&[&[1.0, 0.0, 0.0], &[0.0, 0.0, 0.5]], &[0.4, 0.2, 0.4]);
    let found = group(&problem, &[0, 1]);
    near(found.weight, 0.6, 1e-12);
    // level where t 2/3 = (1 - t)/2: t = 3/7
    near(found.leader.low, 3.0 / 7.0, 1e-12);
}

#[test]
fn a_group_of_all_or_none_cannot_move() {
    let problem = problem(&[&[1.0, 0.0], &[0.0, 0.5]], &[0.6, 0.4]);
    assert_eq!(group(&problem, &[]).leader, Interval { low: 0.0, high: 0.0 });
    assert_eq!(group(&problem, &[0, 1]).leader, Interval { low: 1.0, high: 1.0 });
}

#[test]
fn with_all_weight_on_one_the_others_share_equally() {
    // From t = 1 downwards the rest counts 1/2 each: a = t, b = (1 - t) (1 + 0) / 2.
    let found = criteria(&problem(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0]], &[1.0, 0.0, 0.0]));
    near(found[0].leader.low, 1.0 / 3.0, 1e-12);
    near(found[0].leader.high, 1.0, 0.0);
}

#[test]
fn a_tied_leader_may_move_to_one_side_only() {
    let found = criteria(&problem(&[&[1.0, 0.0], &[0.0, 1.0]], &[0.5, 0.5]));
    near(found[0].leader.low, 0.5, 1e-12);
    near(found[0].leader.high, 1.0, 0.0);
}

proptest! {
    #[test]
    fn inside_the_leader_stays_and_beyond_it_does_not(problem in problems(5, 5)) {
        let leader = problem.leaders().0;
        for (k, found) in criteria(&problem).into_iter().enumerate() {
            let Interval { low, high } = found.leader;
            prop_assert!(low <= found.weight + TIE && found.weight <= high + TIE);
            for step in 0..=10 {
                let t = low + (high - low) * f64::from(step) / 10.0;
                if let Some(weights) = moved(&problem, &[k], t) {
                    prop_assert!(is_first(&problem, &weights, leader, 1e-9), "criterion {k} at {t}");
                }
            }
            for (end, beyond) in [(low, low - 1e-6), (high, high + 1e-6)] {
                let free = (1e-5..=1.0 - 1e-5).contains(&end);
                // A flatter line than this does not fall by more than rounding in a millionth.
                if let Some(weights) = moved(&problem, &[k], beyond).filter(|_| free) {
                    let overall = problem.overall_at(&weights);
                    let best = overall.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    prop_assert!(best > overall[leader] - 1e-15, "criterion {k} beyond {end}");
                    prop_assert!(best > overall[leader] || best - overall[leader] < 1e-11);
                }
            }
        }
    }

    #[test]
    fn a_group_of_one_is_that_criterion(problem in problems(5, 5)) {
        for (k, single) in criteria(&problem).into_iter().enumerate() {
            let grouped = group(&problem, &[k]);
            for (a, b) in [(single.leader, grouped.leader), (single.order, grouped.order)] {
                prop_assert!((a.low - b.low).abs() < 1e-9 && (a.high - b.high).abs() < 1e-9, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn inside_the_order_interval_no_pair_turns_round(problem in problems(5, 4)) {
        let overall = problem.overall();
        for (k, found) in criteria(&problem).into_iter().enumerate() {
            for t in [found.order.low, found.order.high] {
                let Some(weights) = moved(&problem, &[k], t) else { continue };
                let there = problem.overall_at(&weights);
                for a in 0..problem.m() {
                    for b in 0..problem.m() {
                        prop_assert!(overall[a] - overall[b] <= TIE || there[a] - there[b] >= -1e-9);
                    }
                }
            }
        }
    }
}
