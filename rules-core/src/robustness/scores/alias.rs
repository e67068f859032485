//! Drawing one of a few outcomes with a given law in two steps, however many there are.
//!
//! # Source
//! Walker (1977), ACM Trans. Math. Softw. 3:253-256; the table is built as in Vose (1991), IEEE Trans. Softw. Eng.
//! 17:972-975.

/// An alias table. A draw takes 32 bits; its law is kept to within so many parts in 2^32 as there are outcomes.
#[derive(Debug)]
pub(super) struct Alias {
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Below it, in parts of 2^32 of the slot, its own outcome is drawn; otherwise the other one.
    own_below: u32,
    /// Its own outcome and the other one.
    outcomes: [u16; 2],
}

impl Alias {
    /// Takes the probability of each outcome; they sum to 1, and there are at most 65,536 of them.
    pub fn new(probabilities: impl Iterator<Item = f64>) -> Self {
        let mut left: Vec<f64> = probabilities.collect();
        let count = super::super::real(left.len());
        for share in &mut left {
            *share *= count;
        }
        let mut slots: Vec<_> = (0..left.len())
            .map(|at| u16::try_from(at).unwrap_or(u16::MAX))
            .map(|own| Slot { own_below: u32::MAX, outcomes: [own; 2] })
            .collect();
        let (mut poor, mut rich): (Vec<_>, Vec<_>) =
            (0..left.len()).partition(|at| left[*at] < 1.0);
        while let (Some(low), Some(high)) = (poor.pop(), rich.pop()) {
            slots[low].own_below = parts(left[low]);
            slots[low].outcomes[1] = slots[high].outcomes[0];
            left[high] -= 1.0 - left[low];
            if left[high] < 1.0 { poor.push(high) } else { rich.push(high) }
        }
        Self { slots }
    }

    /// Draws an outcome.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is cut off is the number of the slot"
    )]
    pub fn draw(&self, bits: u32) -> u16 {
        let scaled = u64::from(bits) * self.slots.len() as u64;
        let slot = &self.slots[(scaled >> 32) as usize];
        // Looked up and not branched on: nobody can guess which way it goes.
        slot.outcomes[usize::from(scaled as u32 >= slot.own_below)]
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 <= share < 1, and what is beyond saturates"
)]
fn parts(share: f64) -> u32 {
    (share * 4_294_967_296.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_drawn_as_often_as_it_should() {
        let law = [0.1, 0.0, 0.55, 0.05, 0.3];
        let alias = Alias::new(law.into_iter());
        let draws = 1_u32 << 20;
        let mut seen = [0_u32; 5];
        for draw in 0..draws {
            // Every stretch of the 32 bits once.
            seen[usize::from(alias.draw(draw << 12))] += 1;
        }
        for (hits, share) in seen.into_iter().zip(law) {
            let found = f64::from(hits) / f64::from(draws);
            assert!((found - share).abs() < 1e-5, "{found} v. {share}");
        }
    }

    #[test]
    fn one_outcome_is_always_drawn() {
        let alias = Alias::new([1.0].into_iter());
        assert_eq!([0, 1 << 31, u32::MAX].map(|bits| alias.draw(bits)), [0; 3]);
    }
}
