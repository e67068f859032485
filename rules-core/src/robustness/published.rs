//! Worked examples, published or done by hand. Where a source is named, its table and its printed results are quoted;
//! everything else is derived here from the closed form that stands beside it.

use super::certificate::Certificate;
use super::first::promotion;
use super::points::{PointSet, STANDARD};
use super::problem::Problem;
use super::regime::Regime;
use super::smaa::Smaa;
use super::stability;
use super::testing::{all_near, near, problem};

/// Seven offices (Addison Square to Gorton Square) on closeness to customers, visibility, image, size, comfort and car
/// parking: Goodwin & Wright, *Decision Analysis for Management Judgment*, chapter on multiple objectives.
fn offices() -> Problem {
    problem(
        &[
            &[100.0, 60.0, 100.0, 75.0, 0.0, 90.0],
            &[20.0, 80.0, 10.0, 30.0, 100.0, 30.0],
            &[80.0, 70.0, 0.0, 0.0, 10.0, 100.0],
            &[70.0, 50.0, 30.0, 55.0, 30.0, 90.0],
            &[40.0, 60.0, 90.0, 100.0, 60.0, 70.0],
            &[0.0, 0.0, 70.0, 0.0, 80.0, 0.0],
            &[60.0, 100.0, 20.0, 50.0, 50.0, 80.0],
        ],
        &[32.0, 26.0, 23.0, 10.0, 6.0, 3.0],
    )
}

#[test]
fn goodwin_and_wright_aggregate_benefits() {
    // As printed, to the one decimal there (Bilton Village is 39.4 by the printed table).
    all_near(&offices().overall(), &[80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2], 0.05);
}

#[test]
fn goodwin_and_wright_how_much_comfort_may_count() {
    // By hand: against Elton Street (lead 16, comfort -60) R = (16 + 3.6) / 0.94 and t* = R / (R + 60), the least of all.
    let rest = (16.0 + 0.06 * 60.0) / 0.94;
    let found = stability::criteria(&offices())[4].leader;
    near(found.low, 0.0, 0.0);
    near(found.high, rest / (rest + 60.0), 1e-12);
}

#[test]
fn goodwin_and_wright_addison_square_is_safe_within_a_fifth() {
    // Least over rivals of lead / (lead - worst): Elton Street 16 / (16 + 60) = 4/19, Gorton Square 20.6 / (20.6 + 50).
    near(Certificate::of(&offices()).radius, 4.0 / 19.0, 1e-12);
}

/// Triantaphyllou & Sanchez (1997), Decision Sciences 28:151-194: four alternatives, four criteria, weighted sum.
fn sanchez() -> Problem {
    problem(
        &[
            &[0.3088, 0.2897, 0.3867, 0.1922],
            &[0.2163, 0.3458, 0.1755, 0.6288],
            &[0.4509, 0.2473, 0.1194, 0.0575],
            &[0.0240, 0.1172, 0.3184, 0.1215],
        ],
        &[0.3277, 0.3058, 0.2876, 0.0790],
    )
}

#[test]
fn triantaphyllou_and_sanchez_preferences() {
    // As printed: 0.3162, 0.2768, 0.2621, 0.1449; the weights as printed sum to 1.0001.
    all_near(&sanchez().overall(), &[0.3162, 0.2768, 0.2621, 0.1449], 3e-4);
}

#[test]
fn triantaphyllou_and_sanchez_second_and_third_change_places_on_the_first_criterion() {
    // Their change is subtracted and all weights divided by the new sum: delta = (P3 - P2) / (a31 - a21), so the weight
    // becomes (w1 - delta) / (1 - delta). It bounds the order, not the leader.
    let problem = sanchez();
    let overall = problem.overall();
    let delta = (overall[2] - overall[1]) / (0.4509 - 0.2163);
    let found = stability::criteria(&problem)[0];
    near(found.order.high, (problem.weights()[0] - delta) / (1.0 - delta), 1e-12);
    assert!(found.order.high < found.leader.high);
}

#[test]
fn belton_and_gear_a_copy_changes_nothing_here() {
    // Belton & Gear (1983), Omega 11:228-230: local priorities of the first table, criteria equal: A 0.45, B 0.47, C 0.08.
    // Adding a copy of B made A first there, as priorities were divided by the sums of those present. Fixed values do not
    // move.
    let (a, b, c) = (
        [1.0 / 11.0, 9.0 / 11.0, 8.0 / 18.0],
        [9.0 / 11.0, 1.0 / 11.0, 0.5],
        [1.0 / 11.0, 1.0 / 11.0, 1.0 / 18.0],
    );
    let three = problem(&[&a, &b, &c], &[1.0; 3]);
    all_near(&three.overall(), &[0.45, 0.47, 0.08], 5e-3);
    let four = problem(&[&a, &b, &c, &b], &[1.0; 3]);
    assert_eq!(&four.overall()[..3], three.overall());
    assert_eq!(four.leaders(), (1, vec![1, 3]));
}

#[test]
fn barron_and_barrett_rank_order_centroids() {
    // Barron & Barrett (1996), Mgmt Sci. 42:1515-1523: the centre of the ordered simplex, printed to four decimals.
    let centroid = |n: usize| {
        let points = PointSet::new(n, STANDARD);
        Regime::Ordinal.on(&points, &[]).expect("always fits").mean().expect("there are points")
    };
    all_near(&centroid(3), &[0.6111, 0.2778, 0.1111], 1e-3);
    all_near(&centroid(4), &[0.5208, 0.2708, 0.1458, 0.0625], 1e-3);
    all_near(&centroid(5), &[0.4567, 0.2567, 0.1567, 0.0900, 0.0400], 1e-3);
}

#[test]
fn roberts_constants() {
    // Roberts (2018) prints the roots for one, two and three dimensions; the first step of the sequence shows them.
    for (n, root) in
        [(2, 1.618_033_988_749_895), (3, 1.324_717_957_244_746), (4, 1.220_744_084_605_759_5)]
    {
        let first = (0.5 + 1.0 / root) % 1.0_f64;
        let kept = (1.0 - first).powf(1.0 / super::real(n - 1));
        near(PointSet::new(n, 1).point(0)[0], 1.0 - kept, 1e-12);
    }
}

#[test]
fn volumes_of_a_cut_simplex() {
    // Charnetski & Soland's question (1978) by hand: a = w1 against b = 1/2. In n dimensions w1 > 1/2 has volume
    // (1/2)^(n - 1).
    for n in [2, 3, 4, 5, 7] {
        let mut row = vec![0.0; n];
        row[0] = 1.0;
        let pair = problem(&[&row, &vec![0.5; n]], &vec![1.0; n]);
        let points = PointSet::new(n, STANDARD);
        let found = Smaa::certain(&pair, &Regime::Any.on(&points, &[]).expect("always fits"));
        near(found.first_rank[0], 0.5_f64.powi(i32::try_from(n).expect("small") - 1), 2e-3);
    }
}

#[test]
fn ordinal_volumes_of_three_criteria() {
    // By hand, w1 >= w2 >= w3, w = B x: a = w1 is x1 + x2/2 + x3/3, b = w2 + w3 + 1/6 is 1 - w1 + 1/6, so a is first where
    // w1 > 7/12: x1/1 + x2/2 + x3/3 > 7/12. The corners have w1 = 1, 1/2, 1/3; the line cuts the edge from the first
    // to the second at 5/6 and to the third at 5/8 of its length, so the part near the first is (5/6) (5/8).
    let pair = problem(&[&[1.0, 0.0, 0.0], &[1.0 / 6.0, 7.0 / 6.0, 7.0 / 6.0]], &[1.0; 3]);
    let points = PointSet::new(3, STANDARD);
    let found = Smaa::certain(&pair, &Regime::Ordinal.on(&points, &[]).expect("always fits"));
    near(found.first_rank[0], 25.0 / 48.0, 2e-3);
}

#[test]
fn what_would_make_the_third_first() {
    // The programme of Wolters & Mareschal (1995) by hand: identity values at (0.5, 0.3, 0.2). The third is first where its
    // weight is largest: 0.15 from the first makes 0.35 each, at a distance of 0.3.
    let three = problem(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]], &[0.5, 0.3, 0.2]);
    let found = promotion(&three, 2).expect("few criteria").expect("possible");
    near(found.distance, 0.3, 1e-12);
    all_near(&found.weights, &[0.35, 0.3, 0.35], 1e-12);
    assert_eq!(found.level_with, [0]);
}
