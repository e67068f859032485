//! The best few alternatives at every point of a block.

use super::super::TIE;
use super::super::points::{LANES, Lanes};
use super::PLACES;

/// The alternatives at the front at each point, by rank, and the best of the rest.
pub(super) struct Best {
    places: [[u64; LANES]; PLACES + 1],
}

impl Best {
    /// Takes the alternatives in some order, and counts on those that are mostly at the front to come first.
    pub(super) fn of(values: &[Lanes], order: &[usize], names: Names) -> Self {
        let nobody = names.name(f64::NEG_INFINITY, 0);
        let mut best = Self { places: [[nobody; LANES]; PLACES + 1] };
        // What the last of them has at least.
        let mut least = [f64::NEG_INFINITY; LANES];
        for who in order {
            let values = &values[*who];
            // One branch for the block, which mostly goes the same way.
            let better = values.iter().zip(least).map(|(value, least)| u32::from(*value > least));
            if better.fold(0, |any, better| any | better) != 0 {
                best.insert(values.map(|value| names.name(value, *who)));
                least = best.places[PLACES]
                    .map(|last| if last > nobody { names.low(last) } else { f64::NEG_INFINITY });
            }
        }
        best
    }

    /// Puts an alternative in where it is better than the last. Nobody can guess where, so there is no branch. By itself it
    /// leaves the places in memory; inlined, they are too many for registers and are moved at every turn.
    #[inline(never)]
    fn insert(&mut self, mut named: [u64; LANES]) {
        for place in &mut self.places {
            for (place, named) in place.iter_mut().zip(&mut named) {
                (*place, *named) = ((*place).max(*named), (*place).min(*named));
            }
        }
    }

    /// Who has the places at the front of a point, if it is plain that each is held by one alone.
    pub(super) fn distinct(&self, lane: usize, names: Names) -> Option<[usize; PLACES]> {
        let pairs = self.places.windows(2);
        let mut leads = pairs.map(|pair| names.low(pair[0][lane]) - names.high(pair[1][lane]));
        leads
            .all(|lead| lead > TIE)
            .then(|| std::array::from_fn(|rank| names.who(self.places[rank][lane])))
    }
}

/// A value and who has it, in one whole number: whole numbers are chosen between without a branch, and it is only one.
///
/// Who takes the last bits of the value, so this tells values apart that differ by more.
#[derive(Clone, Copy)]
pub(super) struct Names {
    /// The bits that say who.
    mask: u64,
}

impl Names {
    /// For so many alternatives.
    pub(super) fn of(m: usize) -> Self {
        Self { mask: m.next_power_of_two() as u64 - 1 }
    }

    /// The larger value has the larger name.
    fn name(self, value: f64, who: usize) -> u64 {
        let bits = value.to_bits();
        // The sign stands first and the larger of the negative ones last.
        let turned = if bits >> 63 == 0 { bits | SIGN } else { !bits };
        (turned & !self.mask) | who as u64
    }

    #[expect(clippy::cast_possible_truncation, reason = "it was a place in a list")]
    fn who(self, name: u64) -> usize {
        (name & self.mask) as usize
    }

    /// The least value that may have this name; not a number where that is none.
    fn low(self, name: u64) -> f64 {
        value(name & !self.mask)
    }

    /// The largest.
    fn high(self, name: u64) -> f64 {
        value(name | self.mask)
    }
}

const SIGN: u64 = 1 << 63;

fn value(turned: u64) -> f64 {
    f64::from_bits(if turned >> 63 == 0 { !turned } else { turned & !SIGN })
}
