use super::super::points::LANES;
use super::super::testing::{all_near, near, problem};
use super::*;

#[test]
fn levels_are_put_in_order_and_together() {
    let score = Score::levels(vec![(0.5, 0.2), (0.0, 0.3), (0.5, 0.5), (0.9, 0.0)], "cell")
        .expect("sums to 1");
    assert_eq!(score, Score::Levels(vec![(0.0, 0.3), (0.5, 0.7)]));
    near(score.mean(), 0.35, 1e-12);
    assert_eq!((score.low(), score.high()), (0.0, 0.5));
    assert_eq!(Score::levels(vec![(0.5, 1.0)], "cell"), Ok(Score::Certain(0.5)));
}

#[test]
fn faults_name_the_cell() {
    let refused = |levels: &[(f64, f64)]| {
        Score::levels(levels.to_vec(), "cell").expect_err("refused").to_string()
    };
    assert_eq!(refused(&[(0.5, 0.5)]), "cell, sum of probabilities: found 0.5, allowed 1");
    assert_eq!(
        refused(&[(0.5, -0.5), (0.1, 1.5)]),
        "cell, level 0.5: found -0.5, allowed a probability from 0 to 1"
    );
    assert_eq!(refused(&[(f64::NAN, 1.0)]), "cell, level: found NaN, allowed a finite number");
    let fault = Score::uniform(0.5, -1.0, "cell").expect_err("refused").to_string();
    assert_eq!(fault, "cell: found -1, allowed a finite number from 0 up");
}

/// Draws of a table of one row.
fn drawn(cells: Vec<Score>, blocks: usize) -> Vec<Vec<f64>> {
    let values = vec![0.0; cells.len()];
    let scores =
        Scores::new(&problem(&[&values], &vec![1.0; cells.len()]), cells).expect("one row");
    let mut draws = Draws::new(&scores);
    let mut columns = vec![Vec::new(); values.len()];
    for _ in 0..blocks {
        draws.next_block();
        for (at, column) in columns.iter_mut().enumerate() {
            column.extend((0..LANES).map(|lane| draws.cell(0, at, lane)));
        }
    }
    columns
}

fn share(column: &[f64], of: impl Fn(f64) -> bool) -> f64 {
    super::super::real(column.iter().filter(|value| of(**value)).count())
        / super::super::real(column.len())
}

#[test]
fn draws_have_the_law_of_their_cell() {
    let levels =
        Score::levels(vec![(0.1, 0.1), (0.2, 0.2), (0.4, 0.7)], "cell").expect("sums to 1");
    let uniform = Score::uniform(0.5, 0.25, "cell").expect("a half width");
    let columns = drawn(vec![levels, uniform, Score::Certain(0.3)], 4096);
    let shares =
        [0.1, 0.2, 0.4].map(|level| share(&columns[0], |value| (value - level).abs() < 1e-15));
    all_near(&shares, &[0.1, 0.2, 0.7], 0.009);
    for quarter in [0.375, 0.5, 0.625] {
        near(share(&columns[1], |value| value < quarter), (quarter - 0.25) * 2.0, 0.008);
    }
    assert!(columns[1].iter().all(|value| (0.25..=0.75).contains(value)));
    assert!(columns[2].iter().all(|value| *value == 0.3));
}

#[test]
fn cells_are_drawn_independently() {
    let half = || Score::uniform(0.5, 0.5, "cell").expect("a half width");
    let columns = drawn(vec![half(), half(), half()], 4096);
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        let both =
            columns[a].iter().zip(&columns[b]).filter(|(x, y)| **x < 0.5 && **y < 0.5).count();
        near(super::super::real(both) / super::super::real(columns[a].len()), 0.25, 0.008);
    }
}

#[test]
fn cells_that_are_drawn_together_have_their_laws_and_are_independent() {
    let level =
        || Score::levels(vec![(0.0, 0.1), (0.5, 0.8), (1.0, 0.1)], "cell").expect("sums to 1");
    let cells = [level(), Score::Certain(0.3), level(), level(), level(), level()];
    let columns = drawn(cells.to_vec(), 4096);
    assert!(columns[1].iter().all(|value| *value == 0.3));
    for a in [0, 2, 3, 4, 5] {
        let shares = [0.0, 0.5, 1.0].map(|level| share(&columns[a], |value| value == level));
        all_near(&shares, &[0.1, 0.8, 0.1], 0.007);
        for b in (a + 1..6).filter(|b| *b != 1) {
            let both = columns[a].iter().zip(&columns[b]).filter(|(x, y)| **x == 0.5 && **y == 0.5);
            near(super::super::real(both.count()) / 32_768.0, 0.64, 0.009);
        }
    }
}

#[test]
fn the_first_draws_do_not_depend_on_other_cells() {
    let half = || Score::uniform(0.5, 0.5, "cell").expect("a half width");
    assert_eq!(drawn(vec![half()], 2)[0], drawn(vec![half(), half()], 2)[0]);
}

#[test]
fn the_streams_have_the_same_bits_everywhere() {
    let first = drawn(vec![Score::uniform(0.5, 0.5, "cell").expect("a half width")], 1)[0][0];
    assert_eq!(first.to_bits(), FIRST_DRAW, "{:#x}", first.to_bits());
}

const FIRST_DRAW: u64 = 0x3fe4_4d8d_f26c_8e7a;
