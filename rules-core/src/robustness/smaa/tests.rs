use proptest::prelude::*;

use super::super::certificate::Certificate;
use super::super::curve::{Following, first_ranks};
use super::super::drift::Drifting;
use super::super::points::{PointSet, STANDARD};
use super::super::regime::Regime;
use super::super::scores::Score;
use super::super::testing::{all_near, near, problem, problems};
use super::*;

fn count(problem: &Problem, regime: &Regime, points: usize) -> Smaa {
    let points = PointSet::new(problem.n(), points);
    Smaa::certain(problem, &regime.on(&points, problem.weights()).expect("a regime that fits"))
}

#[test]
fn two_criteria_shares_are_lengths() {
    // On w = (t, 1 - t): a = t, b = 0.4 t + 0.8 (1 - t), c = 0.5. a leads b above 4/7 and c above 1/2; b leads c below
    // 3/4, so c is never first and never beats b where it beats a: b on [0, 4/7), a above.
    let found = count(
        &problem(&[&[1.0, 0.0], &[0.4, 0.8], &[0.5, 0.5]], &[0.6, 0.4]),
        &Regime::Any,
        STANDARD,
    );
    all_near(&found.first_rank, &[3.0 / 7.0, 4.0 / 7.0, 0.0], 2e-4);
    // a: second on (1/2, 4/7); b: second on (4/7, 3/4); c: second below 1/2 and above 3/4.
    all_near(&found.rank_acceptability[0], &[3.0 / 7.0, 1.0 / 14.0, 0.5], 2e-4);
    all_near(&found.rank_acceptability[1], &[4.0 / 7.0, 5.0 / 28.0, 0.25], 2e-4);
    all_near(&found.rank_acceptability[2], &[0.0, 0.75, 0.25], 2e-4);
    all_near(&found.pairwise[0], &[0.0, 3.0 / 7.0, 0.5], 2e-4);
    all_near(&found.pairwise[1], &[4.0 / 7.0, 0.0, 0.75], 2e-4);
    all_near(
        found.central_weights[0].as_ref().expect("first somewhere"),
        &[11.0 / 14.0, 3.0 / 14.0],
        2e-4,
    );
    all_near(
        found.central_weights[1].as_ref().expect("first somewhere"),
        &[2.0 / 7.0, 5.0 / 7.0],
        2e-4,
    );
}

#[test]
fn central_weights_of_one_that_is_never_first_are_undefined_not_zero() {
    let found =
        count(&problem(&[&[1.0, 0.0], &[0.4, 0.4], &[0.0, 1.0]], &[0.5, 0.5]), &Regime::Any, 4096);
    assert_eq!(found.central_weights[1], None);
    assert_eq!(found.first_rank[1].to_bits(), 0.0_f64.to_bits());
    let scores = Scores::certain(&problem(&[&[1.0, 0.0], &[0.4, 0.4], &[0.0, 1.0]], &[0.5, 0.5]));
    assert_eq!(
        confidence_factors(&scores, &found.central_weights, 64),
        [Some(1.0), None, Some(1.0)]
    );
}

#[test]
fn entropy_is_that_of_the_shares() {
    near(
        count(&problem(&[&[1.0, 0.0], &[0.0, 1.0]], &[0.5, 0.5]), &Regime::Any, STANDARD).entropy,
        1.0,
        1e-6,
    );
    let sure = count(&problem(&[&[1.0, 1.0], &[0.0, 0.5]], &[0.5, 0.5]), &Regime::Any, 64);
    assert_eq!(sure.entropy.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn twins_are_both_first_and_nobody_wins_the_pair() {
    let found =
        count(&problem(&[&[1.0, 0.2], &[1.0, 0.2], &[0.0, 0.1]], &[0.5, 0.5]), &Regime::Any, 1001);
    all_near(&found.first_rank, &[1.0, 1.0, 0.0], 0.0);
    all_near(&found.shared_first, &[0.5, 0.5, 0.0], 1e-12);
    all_near(&found.pairwise[0], &[0.0, 0.0, 1.0], 0.0);
    all_near(&found.rank_acceptability[2], &[0.0, 0.0, 1.0], 0.0);
}

#[test]
fn ordinal_shares_by_hand() {
    // w1 >= w2: t in [1/2, 1]; a leads b above 4/7: (1 - 4/7) / (1/2) = 6/7.
    let found =
        count(&problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]), &Regime::Ordinal, STANDARD);
    all_near(&found.first_rank, &[6.0 / 7.0, 1.0 / 7.0], 2e-4);
    all_near(
        found.central_weights[1].as_ref().expect("first somewhere"),
        &[15.0 / 28.0, 13.0 / 28.0],
        2e-4,
    );
}

#[test]
fn box_shares_by_hand() {
    // t in [0.5, 0.7]: a leads above 4/7: (0.7 - 4/7) / 0.2 = 9/14.
    let regime = Regime::Box { low: vec![0.5, 0.0], high: vec![0.7, 1.0] };
    let found = count(&problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]), &regime, STANDARD);
    all_near(&found.first_rank, &[9.0 / 14.0, 5.0 / 14.0], 2e-4);
}

#[test]
fn near_shares_by_hand() {
    // t in 0.8 * 0.6 + 0.2 [0, 1] = [0.48, 0.68]: a leads above 4/7: (0.68 - 4/7) / 0.2.
    let problem = problem(&[&[1.0, 0.0], &[0.4, 0.8]], &[0.6, 0.4]);
    let expected = (0.68 - 4.0 / 7.0) / 0.2;
    near(count(&problem, &Regime::Near { radius: 0.2 }, STANDARD).first_rank[0], expected, 2e-4);
    let points = PointSet::new(2, STANDARD);
    let curve = first_ranks(&problem, &points, &[0.0, 1.0 / 21.0 - 1e-9, 0.2, 1.0]);
    all_near(
        &curve.iter().map(|row| row[0]).collect::<Vec<_>>(),
        &[1.0, 1.0, expected, 3.0 / 7.0],
        2e-4,
    );
    near(curve[1][0], 1.0, 0.0);
}

#[test]
fn uncertain_scores_by_hand() {
    // One criterion: a is 0.5; b is 0.2, 0.5 or 0.8 with 0.3, 0.1, 0.6. A tie puts both first.
    let problem = problem(&[&[0.5], &[0.5]], &[1.0]);
    let levels = Score::levels(vec![(0.8, 0.6), (0.2, 0.3), (0.5, 0.1)], "b").expect("sums to 1");
    let scores = Scores::new(&problem, vec![Score::Certain(0.5), levels]).expect("two cells");
    let points = PointSet::new(1, STANDARD);
    let found = Smaa::uncertain(&scores, 2, &Regime::Any.on(&points, &[1.0]).expect("fits"));
    all_near(&found.first_rank, &[0.4, 0.7], 0.015);
    all_near(&found.pairwise[1], &[0.6, 0.0], 0.015);
    let confidence = confidence_factors(&scores, &found.central_weights, STANDARD);
    near(confidence[0].expect("first somewhere"), 0.4, 0.015);
    near(confidence[1].expect("first somewhere"), 0.7, 0.015);
}

#[test]
fn uniform_scores_by_hand() {
    // a is uniform on [0, 1], b on [0.5, 1]: P(a > b) is the mean over b of 1 - b, so 1/4.
    let problem = problem(&[&[0.5], &[0.75]], &[1.0]);
    let cells = [(0.5, 0.5), (0.75, 0.25)]
        .map(|(c, h)| Score::uniform(c, h, "cell").expect("a half width"));
    let scores = Scores::new(&problem, cells.to_vec()).expect("two cells");
    let points = PointSet::new(1, STANDARD);
    let found = Smaa::uncertain(&scores, 2, &Regime::Any.on(&points, &[1.0]).expect("fits"));
    all_near(&found.first_rank, &[0.25, 0.75], 0.015);
}

#[test]
fn exact_volumes_of_three_corners() {
    // Identity values: an alternative is first where its weight is largest; by symmetry 1/3 each, and the mean of the
    // largest of three is 11/18, the others 7/36 each.
    let found = count(
        &problem(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]], &[1.0; 3]),
        &Regime::Any,
        STANDARD,
    );
    all_near(&found.first_rank, &[1.0 / 3.0; 3], 2e-3);
    all_near(
        found.central_weights[0].as_ref().expect("first"),
        &[11.0 / 18.0, 7.0 / 36.0, 7.0 / 36.0],
        3e-3,
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn shares_are_shares(problem in problems(6, 5)) {
        let found = count(&problem, &Regime::Any, 1000);
        for i in 0..problem.m() {
            prop_assert!((found.rank_acceptability[i].iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert_eq!(found.rank_acceptability[i][0], found.first_rank[i]);
            prop_assert!(found.shared_first[i] <= found.first_rank[i] + 1e-12);
            prop_assert_eq!(found.central_weights[i].is_some(), found.first_rank[i] > 0.0);
            for k in 0..problem.m() {
                prop_assert!(found.pairwise[i][k] + found.pairwise[k][i] <= 1.0 + 1e-12);
            }
        }
        prop_assert!((found.shared_first.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn permuting_alternatives_permutes_the_answer(problem in problems(6, 5), seed in any::<u64>()) {
        let order = permutation(problem.m(), seed);
        let rows: Vec<_> = order.iter().map(|&i| problem.row(i).to_vec()).collect();
        let names = order.iter().map(|&i| problem.alternatives()[i].clone()).collect();
        let other = Problem::new(names, problem.criteria().to_vec(), &rows, problem.weights()).expect("still a problem");
        let (found, permuted) = (count(&problem, &Regime::Any, 500), count(&other, &Regime::Any, 500));
        for (at, &i) in order.iter().enumerate() {
            prop_assert_eq!(&found.rank_acceptability[i], &permuted.rank_acceptability[at]);
            prop_assert_eq!(&found.central_weights[i], &permuted.central_weights[at]);
            for (to, &k) in order.iter().enumerate() {
                prop_assert_eq!(found.pairwise[i][k], permuted.pairwise[at][to]);
            }
        }
    }

    #[test]
    fn permuting_criteria_changes_shares_by_no_more_than_the_set_errs(problem in problems(5, 5), seed in any::<u64>()) {
        let order = permutation(problem.n(), seed);
        let pick = |row: &[f64]| order.iter().map(|&j| row[j]).collect::<Vec<_>>();
        let rows: Vec<_> = problem.rows().map(pick).collect();
        let criteria = order.iter().map(|&j| problem.criteria()[j].clone()).collect();
        let other = Problem::new(problem.alternatives().to_vec(), criteria, &rows, &pick(problem.weights())).expect("still a problem");
        let (found, permuted) = (count(&problem, &Regime::Any, STANDARD), count(&other, &Regime::Any, STANDARD));
        for (a, b) in found.first_rank.iter().zip(&permuted.first_rank) {
            prop_assert!((a - b).abs() < 0.012, "{a} v. {b}");
        }
        let (here, there) = (Certificate::of(&problem), Certificate::of(&other));
        prop_assert_eq!(here.tied, there.tied);
        prop_assert!((here.radius - there.radius).abs() < 1e-9);
    }

    #[test]
    fn sampling_agrees_with_the_certificate(problem in problems(6, 5)) {
        let certificate = Certificate::of(&problem);
        let points = PointSet::new(problem.n(), 2048);
        let inside = certificate.radius * (1.0 - 1e-6);
        prop_assert_eq!(first_ranks(&problem, &points, &[inside])[0][certificate.leader], 1.0);
        if certificate.radius < 0.5 {
            // Well beyond it, some of so many points have left.
            let far = first_ranks(&problem, &points, &[1.0])[0][certificate.leader];
            let share = count(&problem, &Regime::Any, 2048).first_rank[certificate.leader];
            prop_assert!((far - share).abs() < 1e-12);
        }
    }

    #[test]
    fn the_curve_is_the_near_regime(problem in problems(5, 5), radius in 0.05..1.0_f64) {
        let points = PointSet::new(problem.n(), 1000);
        let curve = &first_ranks(&problem, &points, &[radius])[0];
        let near = count(&problem, &Regime::Near { radius }, 1000).first_rank;
        for (a, b) in curve.iter().zip(&near) {
            prop_assert!((a - b).abs() <= 0.001, "{a} v. {b}");
        }
    }

    #[test]
    fn certain_scores_drawn_are_certain_scores(problem in problems(5, 5)) {
        for regime in [Regime::Any, Regime::Ordinal, Regime::Near { radius: 0.3 }] {
            let points = PointSet::new(problem.n(), 500);
            let set = regime.on(&points, problem.weights()).expect("fits");
            let (plain, drawn) =
                (Smaa::certain(&problem, &set), Smaa::uncertain(&Scores::certain(&problem), problem.m(), &set));
            for (a, b) in plain.first_rank.iter().zip(&drawn.first_rank) {
                prop_assert!((a - b).abs() <= 0.004, "{a} v. {b}");
            }
        }
    }

    /// The places at the front are the front of all ranks, to the last bit; values on a coarse scale tie often.
    #[test]
    fn the_front_is_that_of_all_ranks(problem in problems(12, 4), other in other_values()) {
        let problem = with_values(&problem, other);
        let points = PointSet::new(problem.n(), 701);
        for regime in [Regime::Any, Regime::Ordinal, Regime::Near { radius: 0.2 }] {
            let set = regime.on(&points, problem.weights()).expect("fits");
            let all = Smaa::certain(&problem, &set);
            let groups = Groups::singles(problem.m());
            let front = Counting::<FrontRanks>::certain(&problem, &set, groups).finish();
            same_front(&front, &all);
        }
    }

    /// The pass that draws the curve counts the front as each set of weights alone does.
    #[test]
    fn the_front_beside_the_curve_is_that_of_its_weights(problem in problems(12, 4), other in other_values()) {
        let problem = with_values(&problem, other);
        let points = PointSet::new(problem.n(), 701);
        let set = |regime: Regime| regime.on(&points, problem.weights()).expect("fits");
        let sets = [set(Regime::Near { radius: 0.2 }), set(Regime::Any)];
        let following = Following::new(&problem, &points, Groups::singles(problem.m()), &[0.0, 0.05, 0.2, 1.0]);
        let (curve, fronts) =
            following.with_front(0.2, sets[0].clone()).with_front(1.0, sets[1].clone()).finish();
        for ((front, set), row) in fronts.iter().zip(&sets).zip(&curve[2..]) {
            same_front(front, &Smaa::certain(&problem, set));
            prop_assert_eq!(&front.first_rank, row);
        }
    }

    /// One draw of the scores serves several radii as if each had been drawn for alone.
    #[test]
    fn sets_that_share_their_draws_count_as_they_do_alone(problem in problems(6, 4)) {
        let cell = |&value: &f64| Score::uniform(value, 0.25, "cell").expect("a half width");
        let cells = problem.rows().flatten().map(cell).collect();
        let scores = Scores::new(&problem, cells).expect("one per cell");
        let points = PointSet::new(problem.n(), 203);
        let set = |regime: Regime| regime.on(&points, problem.weights()).expect("fits");
        let sets = [set(Regime::Any), set(Regime::Near { radius: 0.2 })];
        let mut together = Drifting::new(&scores, problem.m(), problem.weights(), &points)
            .with_front(1.0, sets[0].clone())
            .with_front(0.2, sets[1].clone());
        while together.advance(48) {}
        for (found, set) in together.finish().0.iter().zip(&sets) {
            same_front(found, &Smaa::uncertain(&scores, problem.m(), set));
        }
    }

    #[test]
    fn a_dominated_alternative_is_never_first(problem in problems(5, 5)) {
        let found = count(&problem, &Regime::Any, 500);
        for i in 0..problem.m() {
            let beaten = (0..problem.m()).any(|k| problem.differences(k, i).iter().all(|d| *d > 1e-6));
            prop_assert!(!beaten || found.central_weights[i].is_none());
        }
    }
}

/// Whether values are put on a coarse scale, and what they are multiplied by: some tables have negative or large values.
fn other_values() -> impl Strategy<Value = (bool, f64)> {
    (any::<bool>(), prop::sample::select(vec![1.0, 1.0, -1.0, 40.0, -1e5]))
}

fn with_values(problem: &Problem, (coarse, factor): (bool, f64)) -> Problem {
    let step = |value: &f64| if coarse { (value * 3.0).round() / 3.0 } else { *value } * factor;
    let rows: Vec<Vec<f64>> = problem.rows().map(|row| row.iter().map(step).collect()).collect();
    let (names, criteria) = (problem.alternatives().to_vec(), problem.criteria().to_vec());
    Problem::new(names, criteria, &rows, problem.weights()).expect("still a problem")
}

#[test]
fn groups_may_be_numbered_in_any_order() {
    let mut room = [[0.0; LANES]; 2];
    let values = [[0.2; LANES], [0.7; LANES]];
    assert_eq!(Groups::new(vec![1, 0]).best(&values, &mut room), [values[1], values[0]]);
    assert_eq!(Groups::new(vec![0, 1]).best(&values, &mut room), values);
    assert_eq!(Groups::new(vec![0, 0]).best(&values, &mut room[..1]), [values[1]]);
}

#[test]
fn confidence_is_the_same_whether_draws_are_met_again_or_made_anew() {
    let problem = problem(&[&[0.5, 0.25], &[0.25, 0.5], &[0.25, 0.25]], &[0.6, 0.4]);
    let level = |at: f64| {
        Score::levels(vec![(at - 0.25, 0.25), (at, 0.5), (at + 0.25, 0.25)], "cell").expect("a law")
    };
    let uniform = |at: f64| Score::uniform(at, 0.25, "cell").expect("a half width");
    let central = [Some(vec![0.7, 0.3]), Some(vec![0.3, 0.7]), None];
    for cell in [&level as &dyn Fn(f64) -> Score, &uniform] {
        let cells = problem.rows().flatten().map(|value| cell(*value)).collect();
        let scores = Scores::new(&problem, cells).expect("one per cell");
        let points = PointSet::new(2, 203);
        // Kept for 203 points; more are asked for.
        let (_, met) = Drifting::new(&scores, 3, problem.weights(), &points).finish();
        let again = Confidence::new(&scores, met, &central, 500).finish();
        assert_eq!(again, confidence_factors(&scores, &central, 500));
        assert!(again[0].is_some_and(|factor| factor > 0.3 && factor < 1.0));
    }
}

fn same_front(front: &Front, all: &Smaa) {
    for (front, all) in front.rank_acceptability.iter().zip(&all.rank_acceptability) {
        let all: Vec<_> = all.iter().copied().chain([0.0; PLACES]).take(PLACES).collect();
        assert_eq!(front.to_vec(), all);
    }
    assert_eq!(front.first_rank, all.first_rank);
    assert_eq!(front.shared_first, all.shared_first);
    assert_eq!(front.central_weights, all.central_weights);
}

fn permutation(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<_> = (0..count).collect();
    let mut left = seed;
    for at in (1..count).rev() {
        let span = u64::try_from(at + 1).expect("small");
        order.swap(at, usize::try_from(left % span).expect("small"));
        left /= span;
    }
    order
}
