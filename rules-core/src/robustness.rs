//! How certain a ranking is: the numeric core, for any number of alternatives and criteria.
//!
//! The model is the additive value `V_i = sum_j w_j v_ij` with weights on the simplex `{w >= 0, sum w = 1}`. Because it
//! is linear, almost everything here is exact and cheap; what is not (volumes of weight space) is counted on one fixed
//! set of points. Nothing here knows sites, stacks or the rest of the crate; there is no clock, no thread, and no
//! random number that is not fixed: equal input gives equal bits, native and in WebAssembly.
//!
//! | question | where |
//! | --- | --- |
//! | which model, which input is refused | [`problem`] |
//! | how far may one weight move? | [`stability`] |
//! | the smallest change of weights that lets a rival catch up | [`flip`], and to be first of all: [`first`] |
//! | one number for the whole, and all of the above at once | [`certificate`] |
//! | shares of weight space | [`points`], [`regime`], [`smaa`], [`curve`] |
//! | scores that are not known for certain | [`scores`] |
//! | which evidence to look for next | [`information`] |
//! | how far may one score move? | [`tornado`] |
//! | why this one, said to a person | [`explanation`] |
//! | what a fleet's size changes | [`liability`] |
//! | the word for the headline | [`headline`] |
//! | all of it from one JSON document | [`document`] |
//!
//! Left out on purpose: screening, scores, and sentences; they are other rooms.

pub mod certificate;
pub mod curve;
pub mod document;
pub mod drift;
pub mod explanation;
pub mod first;
pub mod flip;
pub mod headline;
pub mod information;
pub mod liability;
pub mod points;
pub mod problem;
pub mod regime;
pub mod scores;
pub mod smaa;
pub mod stability;
pub mod tornado;

/// Two values nearer than this are a tie: far above rounding (1e-16 for values near one), far below any difference that
/// a person could mean. It keeps ties tied when criteria are listed in another order.
pub const TIE: f64 = 1e-12;

/// Returns `sum_j a_j b_j`, added in order.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Returns a count as a number. Counts here stay far below 2^53, where this is exact.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod published;
#[cfg(test)]
pub(crate) mod testing;
