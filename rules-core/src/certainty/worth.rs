//! Which proof test is worth doing: what its result could change.

use super::model::Model;
use crate::outcome::{CriterionId, Decision};
use crate::robustness::information::{self, CellInformation, MAX_CELLS, PerfectInformation};
use crate::robustness::points::STANDARD;

/// A proof test and the scores that its result settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProofTest {
    /// Its id; for ever.
    pub id: &'static str,
    /// The criteria whose scores it measures.
    pub measures: &'static [CriterionId],
}

impl ProofTest {
    /// Every test that measures a score, in the order in which they are usually done. Fleet arithmetic, the seventh of
    /// the proof, is worked out at a desk and measures none.
    pub const ALL: [Self; 6] = [
        Self {
            id: "cold-bootstrap",
            measures: &[CriterionId::Footprint, CriterionId::FleetIdentity],
        },
        Self { id: "partition", measures: &[CriterionId::Autonomy] },
        Self { id: "upgrade-rings", measures: &[CriterionId::UpgradePath] },
        Self { id: "data-and-rebuild", measures: &[CriterionId::Storage] },
        Self { id: "security-and-drift", measures: &[CriterionId::OsModel] },
        Self { id: "observability-under-damage", measures: &[CriterionId::Observability] },
    ];
}

/// What knowing more is worth, in points of value (0 to 100).
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Of knowing every score.
    pub everything: PerfectInformation,
    /// Of knowing one score: a row for each choice, a column for each criterion.
    pub cells: Vec<Vec<CellInformation>>,
    /// Of each test done with the shortlist, the most worth first; equal ones in their usual order.
    pub tests: Vec<TestWorth>,
}

/// What one test is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct TestWorth {
    /// Which test.
    pub test: ProofTest,
    /// The choices that it is done with, as indices into [`Model::choices`].
    pub with: Vec<usize>,
    /// Points of value expected from choosing after it; 0 if no result can change the choice.
    pub points: f64,
}

/// Points of value in a value of 1.
const POINTS: f64 = 100.0;

impl Worth {
    /// Works it out, at the present weights.
    #[must_use]
    pub fn of(decision: &Decision, model: &Model) -> Self {
        let weights = model.best.weights();
        let mut everything = information::evpi(&model.scores, weights, STANDARD);
        everything.evpi *= POINTS;
        let mut cells = information::cells(&model.scores, weights);
        cells.iter_mut().flatten().for_each(|cell| cell.evppi *= POINTS);
        let tested = tested(decision, model);
        let mut tests: Vec<_> =
            ProofTest::ALL.iter().map(|test| test_worth(*test, &tested, model)).collect();
        tests.sort_by(|a, b| b.points.total_cmp(&a.points));
        Self { everything, cells, tests }
    }
}

/// The choices that a proof is made with: those of the shortlist, or of the ranking while there is none.
fn tested(decision: &Decision, model: &Model) -> Vec<usize> {
    let choice_of = |at: usize| {
        let contender = decision.stacks[at].stack.contender();
        model.choices.iter().position(|best| decision.stacks[*best].stack.contender() == contender)
    };
    let mut tested: Vec<_> =
        decision.shortlist.iter().filter_map(|entry| choice_of(entry.stack)).collect();
    if tested.is_empty() {
        tested = (0..model.choices.len().min(3)).collect();
    }
    tested
}

fn test_worth(test: ProofTest, tested: &[usize], model: &Model) -> TestWorth {
    let most = MAX_CELLS / test.measures.len();
    let with: Vec<_> = tested.iter().copied().take(most).collect();
    let cells: Vec<_> = with
        .iter()
        .flat_map(|choice| test.measures.iter().map(move |measured| (*choice, *measured as usize)))
        .collect();
    let worth = information::evppi_of_cells(&model.scores, model.best.weights(), &cells);
    // There are never more cells than are allowed: see `most`.
    TestWorth { test, with, points: POINTS * worth.unwrap_or(0.0) }
}
