//! The fixed streams of random words that uncertain cells are drawn from.

/// Names this method's streams; any number would do, but it must never change.
const SEED: u64 = 0x6564_6765_7769_7365;

/// xorshift128+, so many of them side by side.
pub(super) struct Stream<const N: usize> {
    older: [u64; N],
    newer: [u64; N],
}

impl<const N: usize> Stream<N> {
    /// The stream of one cell of the table, or of the cells from there on.
    pub fn new(row: usize, column: usize) -> Self {
        let mut state = SEED ^ ((row as u64) << 32) ^ column as u64;
        let mut seeds = || std::array::from_fn(|_| split_mix(&mut state));
        Self { older: seeds(), newer: seeds() }
    }

    pub fn next(&mut self) -> [u64; N] {
        let mut words = [0; N];
        for ((older, newer), word) in self.older.iter_mut().zip(&mut self.newer).zip(&mut words) {
            let (mut x, y) = (*older, *newer);
            x ^= x << 23;
            x ^= (x >> 17) ^ y ^ (y >> 26);
            (*older, *newer) = (y, x);
            *word = x.wrapping_add(y);
        }
        words
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
