use super::super::testing::{all_near, near};
use super::*;

/// FNV-1a over the bits of every coordinate.
fn digest(set: &PointSet) -> u64 {
    (0..set.count())
        .flat_map(|at| set.point(at))
        .flat_map(|x| x.to_bits().to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

#[test]
fn the_set_has_the_same_bits_everywhere() {
    // Any change here changes published shares: it is a change of the method and belongs in the changelog.
    assert_eq!(
        digest(&PointSet::new(7, STANDARD)),
        DIGEST_7,
        "{:#x}",
        digest(&PointSet::new(7, STANDARD))
    );
    assert_eq!(digest(&PointSet::new(3, 1000)), DIGEST_3, "{:#x}", digest(&PointSet::new(3, 1000)));
}

const DIGEST_7: u64 = 0x032d_9e24_7a4b_06c8;
const DIGEST_3: u64 = 0x21e7_6411_f011_3ec0;

#[test]
fn two_criteria_follow_the_golden_ratio() {
    let golden = f64::midpoint(1.0, 5.0_f64.sqrt()) - 1.0;
    let set = PointSet::new(2, 3);
    for at in 0..3 {
        let u = (0.5 + golden * real(at + 1)).fract();
        all_near(&set.point(at), &[u, 1.0 - u], 1e-12);
    }
}

#[test]
fn one_criterion_has_all_the_weight() {
    assert_eq!(PointSet::new(1, 9).point(8), [1.0]);
}

#[test]
fn a_longer_set_begins_with_the_shorter() {
    let (short, long) = (PointSet::new(4, 13), PointSet::new(4, 100));
    assert!((0..13).all(|at| short.point(at) == long.point(at)));
}

#[test]
fn points_are_weights_and_their_moments_are_those_of_the_flat_law() {
    // Flat Dirichlet: mean 1/n, second moment 2 / (n (n + 1)).
    for n in [2, 3, 5, 7, 12] {
        let set = PointSet::new(n, STANDARD);
        let mut squares = vec![0.0; n];
        for at in 0..set.count() {
            let point = set.point(at);
            assert!(point.iter().all(|x| (0.0..=1.0).contains(x)));
            near(point.iter().sum(), 1.0, 1e-14);
            squares.iter_mut().zip(&point).for_each(|(sum, x)| *sum += x * x / real(STANDARD));
        }
        all_near(&set.mean().expect("there are points"), &vec![1.0 / real(n); n], 1e-3);
        all_near(&squares, &vec![2.0 / real(n * (n + 1)); n], 1e-3);
    }
}

#[test]
fn an_empty_set_has_no_mean() {
    assert_eq!(PointSet::new(3, 0).mean(), None);
}
