use super::super::testing::near;
use super::*;

#[test]
fn shortfall_below_the_line_times_its_rate() {
    // Below 3: 1 on the first and 2 on the third; at 4 and 0.5 hours a year each: 4 + 1.
    near(per_site(&[2.0, 3.0, 1.0, 5.0], &[4.0, 10.0, 0.5, 9.0], 3.0), 5.0, 1e-12);
}

#[test]
fn break_even_by_hand() {
    // a leads by 0.1 and carries 2 hours more per site at 0.001 a hour: level at 50 sites.
    near(break_even((0.6, 5.0), (0.5, 3.0), 0.001).expect("catches up"), 50.0, 1e-9);
    assert_eq!(break_even((0.6, 3.0), (0.5, 5.0), 0.001), None);
    assert_eq!(break_even((0.6, 3.0), (0.5, 3.0), 0.001), None);
}

#[test]
fn each_stretch_names_who_leads_there() {
    let (values, loads) = ([0.6, 0.5, 0.2, 0.55], [5.0, 3.0, 0.0, 4.9]);
    let found = stretches(&values, &loads, 0.001);
    assert_eq!(found.iter().map(|stretch| stretch.leader).collect::<Vec<_>>(), [0, 1, 2]);
    near(found[1].from, 50.0, 1e-9);
    near(found[2].from, 100.0, 1e-9);
    let net = |i: usize, sites: f64| values[i] - 0.001 * sites * loads[i];
    for sites in [0.0, 20.0, 49.0, 51.0, 99.0, 101.0, 1e4] {
        let leader =
            found.iter().rfind(|stretch| stretch.from <= sites).expect("begins at none").leader;
        assert!((0..4).all(|i| net(i, sites) <= net(leader, sites) + 1e-12), "{sites} sites");
    }
}

#[test]
fn of_equal_values_the_lighter_leads() {
    let found = stretches(&[0.5, 0.5], &[2.0, 1.0], 1.0);
    assert_eq!(found, [Stretch { from: 0.0, leader: 1 }]);
    assert_eq!(stretches(&[], &[], 1.0), []);
}
