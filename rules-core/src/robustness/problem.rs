//! The model: alternatives, criteria, values and weights, checked once so that nothing later can fail on them.

use thiserror::Error;

use super::{TIE, dot};

/// Why an input was refused. Every variant names the field, what was found there and what is allowed.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    /// A required field is not there.
    #[error("{field}: found nothing, allowed {allowed}")]
    Missing {
        /// Where.
        field: String,
        /// What would be accepted.
        allowed: &'static str,
    },
    /// A field holds something of another kind.
    #[error("{field}: found {found}, allowed {allowed}")]
    Kind {
        /// Where.
        field: String,
        /// What stands there, shortened.
        found: String,
        /// What would be accepted.
        allowed: &'static str,
    },
    /// A list has the wrong length.
    #[error("{field}: found {found} entries, allowed {allowed}")]
    Length {
        /// Where.
        field: String,
        /// How many entries stand there.
        found: usize,
        /// How many it must have.
        allowed: usize,
    },
    /// A number is out of its range.
    #[error("{field}: found {found}, allowed {allowed}")]
    Number {
        /// Where.
        field: String,
        /// The number.
        found: f64,
        /// Its range.
        allowed: &'static str,
    },
    /// A whole number is out of its range.
    #[error("{field}: found {found}, allowed {min} to {max}")]
    Count {
        /// Where.
        field: String,
        /// The number.
        found: usize,
        /// The smallest that is accepted.
        min: usize,
        /// The largest that is accepted.
        max: usize,
    },
    /// A name stands twice in a list, or is not in the list it refers to.
    #[error("{field}: found \"{found}\", allowed {allowed}")]
    Name {
        /// Where.
        field: String,
        /// The name.
        found: String,
        /// What would be accepted.
        allowed: &'static str,
    },
}

/// An additive value model with everything in its place: names unique, numbers finite, weights a point of the simplex.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    alternatives: Vec<String>,
    criteria: Vec<String>,
    values: Vec<f64>,
    weights: Vec<f64>,
}

impl Problem {
    /// Takes a value table (one row per alternative) and weights, which are divided by their sum.
    ///
    /// Values are not held to 0..=1, so that published examples can be run as printed.
    ///
    /// # Errors
    /// A [`Fault`] for an empty or repeated name list, a row of the wrong length, a number that is not finite, a negative
    /// weight, or weights that are all zero.
    pub fn new(
        alternatives: Vec<String>,
        criteria: Vec<String>,
        values: &[Vec<f64>],
        weights: &[f64],
    ) -> Result<Self, Fault> {
        names("alternatives", &alternatives)?;
        names("criteria", &criteria)?;
        length("values", values.len(), alternatives.len())?;
        for (i, row) in values.iter().enumerate() {
            length(&format!("values[{i}]"), row.len(), criteria.len())?;
            for (j, &value) in row.iter().enumerate() {
                finite(|| format!("values[{i}][{j}]"), value)?;
            }
        }
        let weights = normalised(weights, criteria.len())?;
        Ok(Self { alternatives, criteria, values: values.concat(), weights })
    }

    /// The same model seen with other weights.
    ///
    /// # Errors
    /// As [`Self::new`], for the weights.
    pub fn with_weights(&self, weights: &[f64]) -> Result<Self, Fault> {
        let weights = normalised(weights, self.n())?;
        Ok(Self { weights, ..self.clone() })
    }

    /// The same model with its criteria in another order, each named once by its present place.
    #[must_use]
    pub fn with_criteria(&self, order: &[usize]) -> Self {
        let pick = |numbers: &[f64]| order.iter().map(|at| numbers[*at]).collect::<Vec<_>>();
        Self {
            alternatives: self.alternatives.clone(),
            criteria: order.iter().map(|at| self.criteria[*at].clone()).collect(),
            values: self.rows().flat_map(pick).collect(),
            weights: pick(&self.weights),
        }
    }

    /// How many alternatives there are: `m`, at least 1.
    #[must_use]
    pub fn m(&self) -> usize {
        self.alternatives.len()
    }

    /// How many criteria there are: `n`, at least 1.
    #[must_use]
    pub fn n(&self) -> usize {
        self.criteria.len()
    }

    /// The alternatives' names, in the caller's order.
    #[must_use]
    pub fn alternatives(&self) -> &[String] {
        &self.alternatives
    }

    /// The criteria's names, in the caller's order.
    #[must_use]
    pub fn criteria(&self) -> &[String] {
        &self.criteria
    }

    /// The weights: not negative, sum 1.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The values of one alternative, one per criterion.
    #[must_use]
    pub fn row(&self, alternative: usize) -> &[f64] {
        &self.values[alternative * self.n()..][..self.n()]
    }

    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> + Clone {
        self.values.chunks_exact(self.n())
    }

    /// Overall values `V_i = sum_j w_j v_ij` at the problem's weights.
    #[must_use]
    pub fn overall(&self) -> Vec<f64> {
        self.overall_at(&self.weights)
    }

    /// Overall values at other weights.
    #[must_use]
    pub fn overall_at(&self, weights: &[f64]) -> Vec<f64> {
        self.rows().map(|row| dot(row, weights)).collect()
    }

    /// `d_j = v_aj - v_bj` for every criterion.
    #[must_use]
    pub fn differences(&self, a: usize, b: usize) -> Vec<f64> {
        self.row(a).iter().zip(self.row(b)).map(|(x, y)| x - y).collect()
    }

    /// The first-listed of the alternatives with the highest overall value, and everyone tied with it (itself included).
    #[must_use]
    pub fn leaders(&self) -> (usize, Vec<usize>) {
        leaders(&self.overall())
    }
}

/// The first-listed of the highest values, and everyone tied with it (itself included).
#[must_use]
pub fn leaders(overall: &[f64]) -> (usize, Vec<usize>) {
    let best = overall.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let tied: Vec<_> = (0..overall.len()).filter(|&i| best - overall[i] <= TIE).collect();
    (tied.first().copied().unwrap_or(0), tied)
}

fn names(field: &str, names: &[String]) -> Result<(), Fault> {
    if names.is_empty() {
        return Err(Fault::Missing { field: field.to_owned(), allowed: "at least one name" });
    }
    let repeated = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name));
    repeated.map_or(Ok(()), |(at, name)| {
        Err(Fault::Name {
            field: format!("{field}[{at}]"),
            found: name.clone(),
            allowed: "a name not used before",
        })
    })
}

pub(super) fn length(field: &str, found: usize, allowed: usize) -> Result<(), Fault> {
    if found == allowed {
        Ok(())
    } else {
        Err(Fault::Length { field: field.to_owned(), found, allowed })
    }
}

pub(super) fn finite(field: impl Fn() -> String, found: f64) -> Result<(), Fault> {
    if found.is_finite() {
        Ok(())
    } else {
        Err(Fault::Number { field: field(), found, allowed: "a finite number" })
    }
}

fn normalised(weights: &[f64], n: usize) -> Result<Vec<f64>, Fault> {
    length("weights", weights.len(), n)?;
    for (j, &found) in weights.iter().enumerate() {
        if !(found.is_finite() && found >= 0.0) {
            return Err(Fault::Number {
                field: format!("weights[{j}]"),
                found,
                allowed: "a finite number from 0 up",
            });
        }
    }
    let sum: f64 = weights.iter().sum();
    if !(sum.is_finite() && sum > 0.0) {
        return Err(Fault::Number {
            field: "weights".to_owned(),
            found: sum,
            allowed: "a finite sum above 0",
        });
    }
    // A sum that is 1 but for rounding is left alone, so that a part of a problem has the very bits of the whole.
    let sum = if (sum - 1.0).abs() <= TIE { 1.0 } else { sum };
    Ok(weights.iter().map(|weight| weight / sum).collect())
}

#[cfg(test)]
mod tests;
