use super::super::points::STANDARD;
use super::super::testing::{all_near, near};
use super::*;

#[test]
fn ordinal_weights_never_rise() {
    let points = PointSet::new(5, 500);
    let set = Regime::Ordinal.on(&points, &[]).expect("always fits");
    for at in 0..set.count() {
        let weights = set.weights(at);
        assert!(weights.windows(2).all(|pair| pair[0] >= pair[1] - TIE));
        near(weights.iter().sum(), 1.0, 1e-12);
    }
}

#[test]
fn ordinal_agrees_with_sorting_each_point() {
    // Sorting a flat point gives a flat point of the ordered simplex: same law, another sampler.
    let points = PointSet::new(4, STANDARD);
    let mut sorted_mean = [0.0; 4];
    for at in 0..points.count() {
        let mut point = points.point(at);
        point.sort_by(|a, b| b.total_cmp(a));
        sorted_mean.iter_mut().zip(point).for_each(|(sum, x)| *sum += x / real(STANDARD));
    }
    let set = Regime::Ordinal.on(&points, &[]).expect("always fits");
    all_near(&set.mean().expect("there are points"), &sorted_mean, 2e-3);
}

#[test]
fn near_zero_is_the_weights_and_near_one_is_any() {
    let points = PointSet::new(3, 64);
    let w0 = [0.5, 0.3, 0.2];
    let here = Regime::Near { radius: 0.0 }.on(&points, &w0).expect("in range");
    let anywhere = Regime::Near { radius: 1.0 }.on(&points, &w0).expect("in range");
    for at in 0..points.count() {
        all_near(&here.weights(at), &w0, 1e-15);
        all_near(&anywhere.weights(at), &points.point(at), 1e-15);
    }
}

#[test]
fn box_weights_lie_in_the_box_and_acceptance_is_the_share_of_volume() {
    // w = (t, 1 - t) with t in [0.2, 0.5] and 1 - t in [0.4, 1]: both simplices of the map are segments, of length
    // 1 - 0.6 = 0.4 (t from 0.2 to 0.6) and 1.5 - 1 = 0.5; the box is t in [0.2, 0.5]: 3/4 of the smaller.
    let points = PointSet::new(2, STANDARD);
    let regime = Regime::Box { low: vec![0.2, 0.4], high: vec![0.5, 1.0] };
    let set = regime.on(&points, &[]).expect("not empty");
    near(set.acceptance(), 0.75, 1e-3);
    assert_eq!(set.count(), STANDARD);
    assert!((0..set.count()).all(|at| (0.2 - TIE..=0.5 + TIE).contains(&set.weights(at)[0])));
    all_near(&set.mean().expect("not empty"), &[0.35, 0.65], 1e-3);
}

#[test]
fn a_box_near_the_top_is_filled_from_above() {
    // Lower bounds alone would accept next to nothing; from above all is accepted but a corner.
    let points = PointSet::new(6, 1000);
    let regime = Regime::Box { low: vec![0.0; 6], high: vec![0.17; 6] };
    let set = regime.on(&points, &[]).expect("not empty");
    near(set.acceptance(), 1.0, 1e-9);
    assert_eq!(set.count(), 1000);
}

#[test]
fn bounds_that_leave_no_weights_are_refused() {
    let points = PointSet::new(2, 8);
    let refused = |low: [f64; 2], high: [f64; 2]| {
        let regime = Regime::Box { low: low.to_vec(), high: high.to_vec() };
        regime.on(&points, &[]).expect_err("should be refused").to_string()
    };
    assert_eq!(
        refused([0.6, 0.6], [1.0, 1.0]),
        "regime.box, sum of lower bounds: found 1.2, allowed at most 1"
    );
    assert_eq!(
        refused([0.0, 0.0], [0.4, 0.4]),
        "regime.box, sum of upper bounds: found 0.8, allowed at least 1"
    );
    assert_eq!(
        refused([0.5, 0.0], [0.4, 1.0]),
        "regime.box[0][1]: found 0.4, allowed at least the lower bound"
    );
    assert_eq!(
        refused([-0.1, 0.0], [0.4, 1.0]),
        "regime.box[0][0]: found -0.1, allowed a number from 0 up"
    );
    let near =
        Regime::Near { radius: 1.5 }.on(&points, &[0.5, 0.5]).expect_err("too far").to_string();
    assert_eq!(near, "regime.near: found 1.5, allowed 0 to 1");
}

#[test]
fn a_box_of_one_point_is_that_point() {
    let points = PointSet::new(3, 8);
    let only = vec![0.5, 0.25, 0.25];
    let set =
        Regime::Box { low: only.clone(), high: only.clone() }.on(&points, &[]).expect("one point");
    all_near(&set.weights(7), &only, 1e-12);
}
