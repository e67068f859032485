//! The word for the headline. The thresholds are conventions, printed as such beside the figures they are read from.

/// How near "near my weights" is: a fifth of the weight may go anywhere.
pub const NEAR: f64 = 0.2;

/// From this first-rank share near one's weights a choice is called settled.
pub const SETTLED: f64 = 0.95;

/// From this share it is called leaning; below it is open.
pub const LEANING: f64 = 0.70;

/// How sure the choice is with respect to weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Weights near one's own often put something else first.
    Open,
    /// Most weights near one's own agree.
    Leaning,
    /// Nearly all weights near one's own agree.
    Settled,
}

impl Standing {
    /// Reads the word from the leader's first-rank share at distance [`NEAR`].
    #[must_use]
    pub fn of(first_rank_near: f64) -> Self {
        match first_rank_near {
            share if share >= SETTLED => Self::Settled,
            share if share >= LEANING => Self::Leaning,
            _ => Self::Open,
        }
    }

    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Leaning => "leaning",
            Self::Settled => "settled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_belong_to_the_surer_word() {
        let words =
            [1.0, SETTLED, 0.949, LEANING, 0.699, 0.0].map(|share| Standing::of(share).id());
        assert_eq!(words, ["settled", "settled", "leaning", "leaning", "open", "open"]);
    }
}
