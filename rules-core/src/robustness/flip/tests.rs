use proptest::prelude::*;

use super::super::dot;
use super::super::testing::{all_near, grid, near, problem, weights};
use super::*;

/// Leads that the leader has at `w`: a random vector, turned round where it would be behind.
fn leads() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    (2..7_usize, any::<bool>()).prop_flat_map(|(n, coarse)| {
        let lead =
            (-1.0..1.0_f64).prop_map(move |d| if coarse { (d * 4.0).round() / 4.0 } else { d });
        (weights(n), prop::collection::vec(lead, n)).prop_map(|(w, d)| {
            let sign = if dot(&w, &d) < 0.0 { -1.0 } else { 1.0 };
            let d = d.iter().map(|d| d * sign).collect();
            (w, d)
        })
    })
}

fn towards(w: &[f64], x: &[f64], share: f64) -> Vec<f64> {
    w.iter().zip(x).map(|(w, x)| w + share * (x - w)).collect()
}

fn moved(w: &[f64], x: &[f64]) -> f64 {
    w.iter().zip(x).map(|(w, x)| (w - x).abs()).sum()
}

fn length(w: &[f64], x: &[f64]) -> f64 {
    w.iter().zip(x).map(|(w, x)| (w - x) * (w - x)).sum::<f64>().sqrt()
}

/// The projection by brute force: for every set of weights that may stay above zero, the closed form on it.
fn projection_by_enumeration(w: &[f64], d: &[f64]) -> Option<f64> {
    let candidates = (1_u32..1 << w.len()).filter_map(|set| {
        let free: Vec<_> = (0..w.len()).filter(|j| set >> j & 1 == 1).collect();
        let count = f64::from(set.count_ones());
        let mass: f64 = free.iter().map(|&j| w[j]).sum();
        let mean = free.iter().map(|&j| d[j]).sum::<f64>() / count;
        let y: Vec<_> = free.iter().map(|&j| w[j] + (1.0 - mass) / count).collect();
        let lead: f64 = free.iter().zip(&y).map(|(&j, y)| d[j] * y).sum();
        let spread: f64 = free.iter().map(|&j| (d[j] - mean) * (d[j] - mean)).sum();
        let nu = if spread > 1e-18 { lead / spread } else { 0.0 };
        let mut x = vec![0.0; w.len()];
        free.iter().zip(&y).for_each(|(&j, y)| x[j] = y - nu * (d[j] - mean));
        (dot(&x, d).abs() < 1e-9 && x.iter().all(|x| *x >= -1e-12)).then(|| length(w, &x))
    });
    candidates.reduce(f64::min)
}

#[test]
fn two_criteria_by_hand() {
    // d = (0.6, -0.8) at (0.6, 0.4): level at t = 4/7, so 0.6 - 4/7 = 1/35 is moved.
    let (w, d) = ([0.6, 0.4], [0.6, -0.8]);
    let l1 = moved_weight(&w, &d).expect("flips");
    near(l1.distance, 2.0 / 35.0, 1e-12);
    all_near(&l1.weights, &[4.0 / 7.0, 3.0 / 7.0], 1e-12);
    let l2 = least_squares(&w, &d).expect("flips");
    near(l2.distance, 2.0_f64.sqrt() / 35.0, 1e-12);
    all_near(&l2.weights, &[4.0 / 7.0, 3.0 / 7.0], 1e-12);
    assert!(l1.overtakes && l2.overtakes);
}

#[test]
fn sources_are_emptied_from_the_largest_lead() {
    // Lead 0.1 + 0.3 - 0.1 = 0.3. Emptying the first (0.1 of weight, gain 2 each) brings 0.2, the second 0.1 / 1.5.
    let found = moved_weight(&[0.1, 0.6, 0.1, 0.2], &[1.0, 0.5, -1.0, 0.0]).expect("flips");
    near(found.distance, 2.0 * (0.1 + 0.1 / 1.5), 1e-12);
    all_near(&found.weights, &[0.0, 0.6 - 0.1 / 1.5, 0.2 + 0.1 / 1.5, 0.2], 1e-12);
}

#[test]
fn a_rival_that_is_worse_on_everything_never_catches_up() {
    assert_eq!(moved_weight(&[0.5, 0.5], &[0.2, 0.1]), None);
    assert_eq!(least_squares(&[0.5, 0.5], &[0.2, 0.1]), None);
}

#[test]
fn a_rival_that_is_nowhere_better_can_only_draw_level() {
    for found in [moved_weight(&[0.5, 0.5], &[0.2, 0.0]), least_squares(&[0.5, 0.5], &[0.2, 0.0])] {
        let found = found.expect("draws level");
        all_near(&found.weights, &[0.0, 1.0], 1e-12);
        assert!(!found.overtakes);
    }
}

#[test]
fn level_already_needs_no_change() {
    let found = moved_weight(&[0.5, 0.5], &[0.3, -0.3]).expect("level");
    near(found.distance, 0.0, 0.0);
    assert!(found.overtakes);
    assert!(!least_squares(&[0.5, 0.5], &[0.0, 0.0]).expect("level").overtakes);
}

#[test]
fn no_grid_point_is_nearer() {
    let (w, d) = ([0.5, 0.2, 0.2, 0.1], [0.5, 0.25, -0.25, -0.75]);
    let (l1, l2) = (moved_weight(&w, &d).expect("flips"), least_squares(&w, &d).expect("flips"));
    let behind: Vec<_> = grid(4, 100).into_iter().filter(|x| dot(x, &d) <= 0.0).collect();
    let nearest = |measure: fn(&[f64], &[f64]) -> f64| {
        behind.iter().map(|x| measure(&w, x)).fold(f64::INFINITY, f64::min)
    };
    assert!((l1.distance..l1.distance + 0.04).contains(&(nearest(moved) + 1e-12)));
    assert!((l2.distance..l2.distance + 0.02).contains(&(nearest(length) + 1e-12)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn flips_are_weights_that_flip_and_a_hundredth_less_does_not((w, d) in leads()) {
        let lead = dot(&w, &d);
        for found in [moved_weight(&w, &d), least_squares(&w, &d)].into_iter().flatten() {
            prop_assert!(found.weights.iter().all(|x| *x >= 0.0));
            prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(dot(&found.weights, &d).abs() < 1e-12, "lead {} left", dot(&found.weights, &d));
            if lead > 1e-9 {
                prop_assert!(dot(&towards(&w, &found.weights, 0.99), &d) > 0.0);
            }
            if found.overtakes {
                // A hair towards the criterion on which the rival is best.
                let best = (0..d.len()).min_by(|&a, &b| d[a].total_cmp(&d[b])).expect("not empty");
                let corner: Vec<_> = (0..d.len()).map(|j| if j == best { 1.0 } else { 0.0 }).collect();
                prop_assert!(dot(&towards(&found.weights, &corner, 1e-6), &d) < 0.0);
            }
        }
    }

    #[test]
    fn possible_exactly_where_the_rival_is_somewhere_as_good((w, d) in leads()) {
        let possible = least(&d) <= TIE || dot(&w, &d) <= TIE;
        prop_assert_eq!(moved_weight(&w, &d).is_some(), possible);
        prop_assert_eq!(least_squares(&w, &d).is_some(), possible);
    }

    #[test]
    fn least_squares_agrees_with_enumeration((w, d) in leads()) {
        if let Some(found) = least_squares(&w, &d).filter(|_| dot(&w, &d) > 1e-9) {
            let brute = projection_by_enumeration(&w, &d).expect("some set is feasible");
            prop_assert!((found.distance - brute).abs() < 1e-8, "{} v. {brute}", found.distance);
        }
    }

    #[test]
    fn moved_weight_agrees_with_enumeration_of_corners((w, d) in leads()) {
        if let Some(found) = moved_weight(&w, &d).filter(|_| dot(&w, &d) > 1e-9) {
            let pair = problem(&[&d, &vec![0.0; d.len()]], &w);
            let corner = super::super::first::promotion(&pair, 1).expect("few criteria").expect("possible");
            prop_assert!((found.distance - corner.distance).abs() < 1e-8);
        }
    }

    #[test]
    fn the_two_measures_bound_each_other((w, d) in leads()) {
        if let (Some(l1), Some(l2)) = (moved_weight(&w, &d), least_squares(&w, &d)) {
            prop_assert!(l1.distance <= moved(&w, &l2.weights) + 1e-9);
            prop_assert!(l2.distance <= length(&w, &l1.weights) + 1e-9);
        }
    }
}
