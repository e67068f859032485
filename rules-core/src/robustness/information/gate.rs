//! What it is worth to know the answer to a question that lets some alternatives in and shuts others out.

use super::super::TIE;

/// One answer the question may have.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// How probable the answer is; the states sum to 1.
    pub probability: f64,
    /// Which alternatives it lets through, one entry for each.
    pub allowed: Vec<bool>,
}

/// What the answer is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GateInformation {
    /// Expected gain in value from asking before choosing.
    pub evppi: f64,
    /// Probability that the answer leads to another choice than the one made unknowing.
    pub p_flip: f64,
    /// The best choice unknowing.
    pub choice: usize,
}

/// Returns the worth of an answer. `values` are overall values; `fallback` is the value left to someone who chose an
/// alternative that turns out to be shut out (or to everyone, where nothing is let through).
///
/// With one uncertain alternative and `fallback` no better than the rest this is the familiar
/// `p max(V with it) + (1 - p) max(V without it) - status quo`. `None` without alternatives.
#[must_use]
pub fn gate(values: &[f64], states: &[State], fallback: f64) -> Option<GateInformation> {
    let outcome = |i: usize, state: &State| if state.allowed[i] { values[i] } else { fallback };
    let unknowing =
        |i: usize| states.iter().map(|state| state.probability * outcome(i, state)).sum::<f64>();
    // The earlier of two that are level.
    let choice =
        (0..values.len()).reduce(|a, b| if unknowing(b) > unknowing(a) + TIE { b } else { a })?;
    let (mut knowing, mut p_flip) = (0.0, 0.0);
    for state in states {
        let best = (0..values.len()).map(|i| outcome(i, state)).fold(fallback, f64::max);
        knowing += state.probability * best;
        if best > outcome(choice, state) + TIE {
            p_flip += state.probability;
        }
    }
    Some(GateInformation { evppi: (knowing - unknowing(choice)).max(0.0), p_flip, choice })
}
