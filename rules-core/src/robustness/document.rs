//! The whole core on one JSON document: what the example program, and anyone who wants to check us, calls.
//!
//! ```json
//! {"alternatives": ["a", "b"], "criteria": ["cost", "speed"], "values": [[1, 0], [0.4, 0.8]],
//!  "weights": [0.6, 0.4], "regime": "any", "points": 16384}
//! ```
//!
//! | field | meaning | if absent |
//! | --- | --- | --- |
//! | `alternatives`, `criteria` | names, none twice | required |
//! | `values` | one row per alternative, one number per criterion; not held to 0..=1 | required |
//! | `weights` | not negative; divided by their sum | the regime's centre: equal, rank-order centroid, mean of the box |
//! | `regime` | `"any"`, `"ordinal"` (the first criterion counts most), `{"box": [[lo, hi], ..]}`, `{"near": r}` | `"any"` |
//! | `score_probability` | per cell `{"level": p, ..}`, `{}` or `null`; levels in value units | certain |
//! | `score_uniform` | per cell a half width around the value, or `null` | certain |
//! | `groups` | `{"name": ["criterion", ..], ..}` | none |
//! | `points` | how many points are counted on, 1 to 1048576 | 16384 |
//! | `name`, `source`, `note` | anything; not read | |
//!
//! The certificate (stability, flips, radius) and the curve read `values`; shares, confidence and information read the
//! uncertain scores, information at `weights`.

mod read;
mod report;

use super::certificate::Certificate;
use super::curve;
use super::information;
use super::points::PointSet;
use super::problem::{Fault, Problem};
use super::scores::Scores;
use super::smaa::{Smaa, confidence_factors};
use super::stability;

pub use read::{MAX_POINTS, Request};
pub use report::Report;

/// The distances at which the curve of first-rank shares is reported.
pub const RADII: [f64; 11] = [0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0];

/// Answers a JSON document.
///
/// # Errors
/// A [`Fault`] that names the field, what was found and what is allowed.
pub fn answer(text: &str) -> Result<Report, Fault> {
    Request::read(text)?.answer()
}

impl Request {
    /// Runs every analysis.
    ///
    /// # Errors
    /// A [`Fault`] for weights, regime or scores that do not fit the problem.
    pub fn answer(self) -> Result<Report, Fault> {
        let points = PointSet::new(self.criteria.len(), self.points);
        let equal = vec![1.0 / super::real(self.criteria.len()); self.criteria.len()];
        let given = self.weights.as_deref().map(|weights| self.problem(weights)).transpose()?;
        let w0 = given.as_ref().map_or(equal.as_slice(), Problem::weights).to_vec();
        let set = self.regime.on(&points, &w0)?;
        let problem = match given {
            Some(problem) => problem,
            None => self.problem(&set.mean().unwrap_or(equal))?,
        };
        let scores = self.scores(&problem)?;
        let smaa = if scores.is_certain() {
            Smaa::certain(&problem, &set)
        } else {
            Smaa::uncertain(&scores, problem.m(), &set)
        };
        Ok(Report::new(report::Parts {
            confidence: confidence_factors(&scores, &smaa.central_weights, self.points),
            certificate: Certificate::of(&problem),
            groups: self.groups(&problem)?,
            curve: curve::first_ranks(&problem, &points, &RADII),
            cells: information::cells(&scores, problem.weights()),
            evpi: information::evpi(&scores, problem.weights(), self.points),
            counted: set.count(),
            acceptance: set.acceptance(),
            smaa,
            problem: &problem,
        }))
    }

    fn problem(&self, weights: &[f64]) -> Result<Problem, Fault> {
        Problem::new(self.alternatives.clone(), self.criteria.clone(), &self.values, weights)
    }

    fn scores(&self, problem: &Problem) -> Result<Scores, Fault> {
        Scores::new(problem, self.cells.clone())
    }

    fn groups(&self, problem: &Problem) -> Result<Vec<(String, stability::Stability)>, Fault> {
        self.groups
            .iter()
            .map(|(name, members)| {
                let index = |(at, member): (usize, &String)| {
                    let found = self.criteria.iter().position(|criterion| criterion == member);
                    found.ok_or_else(|| Fault::Name {
                        field: format!("groups.{name}[{at}]"),
                        found: member.clone(),
                        allowed: "a name from criteria",
                    })
                };
                let members =
                    members.iter().enumerate().map(index).collect::<Result<Vec<_>, _>>()?;
                Ok((name.clone(), stability::group(problem, &members)))
            })
            .collect()
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
