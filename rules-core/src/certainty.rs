//! How sure the decision is: what its weights and scores would have to be for another choice to come first.
//!
//! The numbers come from [`crate::robustness`], which knows nothing of Kubernetes; here they are asked of a [`Decision`].
//! Alternatives are the stacks that no gate rules out. For a person, stacks that differ only in pattern, or in which
//! general-purpose Linux they stand on, are one **choice**: it stands where the best of its stacks stands, as an option
//! does in the ranking. So nothing is called a rival of itself.
//!
//! | question | answered by |
//! | --- | --- |
//! | how far may weights drift before another choice leads? | [`Held`], exactly and at once |
//! | in which share of the weights is each choice first, second, third? | [`Shares`] |
//! | how much of that is doubt about scores? | [`Shares`] with scores drawn by their evidence |
//! | does the answer hang on equal steps of the scale? | [`Scale`], exactly and at once |
//! | which proof test is worth doing? | [`Worth`] |
//! | what do weak scores come to over all sites? | [`Fleet`], exactly and at once |
//!
//! Everything but [`Held`], [`Scale`] and [`Fleet`] takes milliseconds, so a [`Study`] does it in slices that never block an
//! edit. All shares are counted on the same fixed points: the same decision gives the same figures, to the last bit,
//! everywhere.

mod fleet;
mod held;
mod model;
mod scale;
mod study;
mod worth;

pub use fleet::{Carried, Fleet};
pub use held::{Held, Rival};
pub use model::{Model, score_distribution};
pub use scale::Scale;
pub use study::{Findings, RADII, Shares, Study};
pub use worth::{ProofTest, TestWorth, Worth};

use crate::outcome::Decision;
use crate::reason::{Figure, Reason};
use crate::robustness::headline::{LEANING, NEAR, SETTLED, Standing};

/// The word for the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// Too few answers: a winner named now would rest on guesses.
    NotEnoughKnown,
    /// Weights near one's own often put something else first.
    Open,
    /// Most weights near one's own agree.
    Leaning,
    /// Nearly all weights near one's own agree.
    Settled,
}

impl Word {
    /// Reads the word from the share of the weights near one's own for which the first choice is first.
    #[must_use]
    pub fn of(decision: &Decision, first_near: f64) -> Self {
        match Standing::of(first_near) {
            _ if !decision.needed.is_empty() => Self::NotEnoughKnown,
            Standing::Open => Self::Open,
            Standing::Leaning => Self::Leaning,
            Standing::Settled => Self::Settled,
        }
    }

    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotEnoughKnown => "not-enough-known",
            Self::Open => Standing::Open.id(),
            Self::Leaning => Standing::Leaning.id(),
            Self::Settled => Standing::Settled.id(),
        }
    }
}

/// Studies a decision to the end; `None` if every stack is ruled out.
#[must_use]
pub fn study(decision: &Decision) -> Option<Findings> {
    let mut study = Study::new(decision)?;
    while study.advance() {}
    Some(study.into_findings())
}

/// Returns how certainty is told, for the method.
#[must_use]
pub fn method() -> Vec<Reason> {
    let percent = |share: f64| Figure::Count(whole_percent(share));
    vec![
        Reason::plain(
            "method-certainty-choice",
            "stacks that differ only in pattern or in the general-purpose Linux they stand on are one choice; it stands \
             where the best of them stands",
        ),
        Reason::plain(
            "method-certainty-radius",
            "drift: the largest r such that the first choice stays first for every mixture of 1 - r of the present \
             weights and r of any others whatever; the least over all rivals of lead / (lead - largest advantage of \
             the rival on one criterion)",
        ),
        Reason::plain(
            "method-certainty-band",
            "band of a weight: how far it may move, the others keeping their ratios, while the first choice stays first; \
             ends included, where two are level",
        ),
        Reason::plain(
            "method-certainty-scale",
            "scale: the value of every score, 0 to 1, is squared, so that the steps at the top count more, and its square \
             root is taken, so that those at the bottom do; which choice is first then, at the same weights",
        ),
        Reason::new(
            "method-certainty-shares",
            "shares: of {0} fixed points spread evenly over all weights, the share at which a choice is first, second or \
             third; near the present weights means mixtures of {1} % of them and {2} % of any",
            vec![
                Figure::Count(crate::robustness::points::STANDARD as u64),
                percent(1.0 - NEAR),
                percent(NEAR),
            ],
        ),
        Reason::new(
            "method-certainty-word",
            "settled where the first choice is first for at least {0} % of the weights near the present ones, leaning \
             from {1} %, open below; not enough known while no winner may be named: thresholds are conventions",
            vec![percent(SETTLED), percent(LEANING)],
        ),
        Reason::plain(
            "method-certainty-evidence",
            "a score that was measured stands; one that is documented is so with probability 0.8 and one step higher or \
             lower with 0.1 each; one that is judged with 0.5 and 0.25 each; beyond the ends of the scale counts as the \
             end",
        ),
        Reason::plain(
            "method-certainty-worth",
            "worth of a test: the expected value of choosing after it, less that of choosing now, in points of value; 0 \
             means that no result of it can change the choice",
        ),
        Reason::new(
            "method-certainty-fleet",
            "weak scores: sites times the points that scores lack to {0}, never part of the value; where a point missing at \
             {1} sites is held as heavy as one point of value, which is a convention, a choice that lacks less comes \
             first from lead / (difference of missing points) times {1} sites on",
            vec![Figure::Count(fleet::WEAK.into()), Figure::Count(fleet::SITES_PER_POINT.into())],
        ),
    ]
}

/// A share as whole percent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is between 0 and 1"
)]
fn whole_percent(share: f64) -> u64 {
    (100.0 * share).round() as u64
}

#[cfg(test)]
mod tests;
