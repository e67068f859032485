//! The table that the numeric core is measured on: 11 alternatives, 7 criteria.

use rules_core::robustness::document::Request;
use rules_core::robustness::problem::Problem;
use rules_core::robustness::scores::{Score, Scores};

pub const M: usize = 11;
pub const N: usize = 7;
pub const WEIGHTS: [f64; N] = [0.20, 0.18, 0.16, 0.14, 0.12, 0.11, 0.09];

/// The table that the peers are measured on as well.
pub fn problem() -> Problem {
    let table = Request::read(include_str!("../table.json")).expect("the table is well formed");
    Problem::new(table.alternatives, table.criteria, &table.values, &WEIGHTS)
        .expect("the table has seven criteria")
}

/// The value, and a quarter either side, cut off at the ends.
pub fn scores(problem: &Problem) -> Scores {
    let cell = |&value: &f64| {
        let levels = vec![
            ((value - 0.25_f64).max(0.0), 0.25),
            (value, 0.5),
            ((value + 0.25_f64).min(1.0), 0.25),
        ];
        Score::levels(levels, "bench").expect("probabilities sum to 1")
    };
    Scores::new(problem, problem.rows().flatten().map(cell).collect()).expect("one score per cell")
}
