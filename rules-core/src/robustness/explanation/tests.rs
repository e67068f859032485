use proptest::prelude::*;

use super::super::testing::{all_near, near, problem, problems};
use super::*;

fn told(contributions: &[f64]) -> Explanation {
    explain_contributions(contributions.to_vec()).expect("is ahead")
}

#[test]
fn the_largest_advantages_are_taken_until_they_are_enough() {
    let found = told(&[0.3, -0.2, 0.1, -0.15, 0.2, 0.05]);
    assert_eq!(found.decisive, [0, 4]);
    assert_eq!(found.disadvantages, [1, 3]);
    assert!(found.one_to_one);
    let pairs: Vec<_> =
        found.covers.iter().map(|cover| (cover.disadvantage, cover.advantage)).collect();
    assert_eq!(pairs, [(1, 0), (3, 4)]);
}

#[test]
fn where_pairs_fail_advantages_are_spent() {
    let found = told(&[0.3, -0.4, 0.2, 0.1]);
    assert_eq!(found.decisive, [0, 2]);
    assert!(!found.one_to_one);
    let spent: Vec<_> = found.covers.iter().map(|cover| cover.amount).collect();
    all_near(&spent, &[0.3, 0.1], 1e-12);
}

#[test]
fn nothing_to_outweigh_needs_one_reason_and_a_tie_none() {
    assert_eq!(told(&[0.1, 0.3]).decisive, [1]);
    assert_eq!(told(&[0.1, -0.1]).decisive, [0; 0]);
    assert_eq!(explain_contributions(vec![0.1, -0.2]), None);
}

#[test]
fn contributions_come_from_the_problem() {
    let problem = problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]);
    let found = explain(&problem, 0, 1).expect("is ahead");
    all_near(&found.contributions, &[0.36, -0.32], 1e-12);
    assert_eq!(explain(&problem, 1, 0), None);
}

proptest! {
    #[test]
    fn no_smaller_set_outweighs_and_covers_add_up(problem in problems(4, 7)) {
        let leader = problem.leaders().0;
        for b in (0..problem.m()).filter(|&b| b != leader) {
            let found = explain(&problem, leader, b).expect("the leader is ahead");
            let c = &found.contributions;
            near(c.iter().sum(), problem.overall()[leader] - problem.overall()[b], 1e-9);
            let open: f64 = found.disadvantages.iter().map(|&j| -c[j]).sum();
            let enough = |set: u32| (0..c.len()).filter(|j| set >> j & 1 == 1).map(|j| c[j].max(0.0)).sum::<f64>() > open + TIE;
            let fewest = (0_u32..1 << c.len()).filter(|&set| enough(set)).map(u32::count_ones).min();
            if let Some(fewest) = fewest.filter(|_| !found.decisive.is_empty()) {
                prop_assert_eq!(u32::try_from(found.decisive.len()).expect("few"), fewest.max(1));
            }
            for &j in &found.disadvantages {
                let covered: f64 = found.covers.iter().filter(|cover| cover.disadvantage == j).map(|cover| cover.amount).sum();
                prop_assert!((covered + c[j]).abs() < 1e-9);
            }
            for (j, &contribution) in c.iter().enumerate() {
                let used: f64 = found.covers.iter().filter(|cover| cover.advantage == j).map(|cover| cover.amount).sum();
                prop_assert!(used <= contribution.max(0.0) + 1e-9);
            }
        }
    }
}
