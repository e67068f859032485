//! The fixed streams that uncertain cells are drawn from, a block of points at a time.

use super::super::points::{LANES, Lanes};
use super::{Score, Scores};

/// Names this method's streams; any number would do, but it must never change.
const SEED: u64 = 0x6564_6765_7769_7365;

/// Successive draws of a whole table, one block of points after another.
pub(in super::super) struct Draws {
    cells: Vec<Cell>,
}

enum Cell {
    Certain(f64),
    /// The lowest level, then each higher one with the probability of all below it, in parts of [`PARTS`].
    Levels(f64, Vec<(u64, f64)>, Stream<WORDS>),
    Uniform {
        low: f64,
        width: f64,
        stream: Stream<LANES>,
    },
}

/// A level is drawn with 16 bits: probabilities are kept to within one part in 131,072, far below what so many draws tell
/// apart, and one word serves four lanes.
const BITS: usize = 16;
const PARTS: f64 = 65_536.0;
const WORDS: usize = LANES * BITS / 64;

impl Draws {
    pub(in super::super) fn new(scores: &Scores) -> Self {
        let cell = |(at, score): (usize, &Score)| Cell::new(score, at / scores.n, at % scores.n);
        Self { cells: scores.cells.iter().enumerate().map(cell).collect() }
    }

    /// Draws every cell for the next block, row by row.
    pub(in super::super) fn next_block(&mut self, table: &mut [Lanes]) {
        for (cell, lanes) in self.cells.iter_mut().zip(table) {
            *lanes = cell.next_block();
        }
    }
}

impl Cell {
    fn new(score: &Score, row: usize, column: usize) -> Self {
        match score {
            Score::Certain(value) => Self::Certain(*value),
            Score::Uniform { centre, half_width } => Self::Uniform {
                low: centre - half_width,
                width: 2.0 * half_width,
                stream: Stream::new(row, column),
            },
            Score::Levels(levels) => {
                let mut below = 0.0;
                let mut steps = Vec::with_capacity(levels.len());
                for pair in levels.windows(2) {
                    below += pair[0].1;
                    steps.push((parts(below), pair[1].0));
                }
                Self::Levels(score.low(), steps, Stream::new(row, column))
            }
        }
    }

    fn next_block(&mut self) -> Lanes {
        match self {
            Self::Certain(value) => [*value; LANES],
            Self::Uniform { low, width, stream } => {
                stream.next().map(|word| *low + *width * uniform(word))
            }
            Self::Levels(lowest, steps, stream) => {
                let bits = shares(stream.next());
                let mut drawn = [*lowest; LANES];
                for &(below, level) in steps.iter() {
                    for (drawn, bits) in drawn.iter_mut().zip(bits) {
                        *drawn = if bits >= below { level } else { *drawn };
                    }
                }
                drawn
            }
        }
    }
}

/// A probability as parts, rounded to the nearest.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 <= probability <= 1"
)]
fn parts(probability: f64) -> u64 {
    (probability * PARTS).round() as u64
}

/// A number from 0 up to and without 1, from the top 52 bits.
fn uniform(word: u64) -> f64 {
    f64::from_bits((word >> 12) | 1.0_f64.to_bits()) - 1.0
}

/// Cuts words into pieces of 16 bits: the lowest of every word, then the next ones. All words are shifted alike, so that
/// one instruction cuts several.
fn shares(words: [u64; WORDS]) -> [u64; LANES] {
    let mut lanes = [0; LANES];
    for (piece, lanes) in lanes.chunks_exact_mut(WORDS).enumerate() {
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = (word >> (piece * BITS)) & 0xFFFF;
        }
    }
    lanes
}

/// xorshift128+, so many of them side by side.
struct Stream<const N: usize> {
    older: [u64; N],
    newer: [u64; N],
}

impl<const N: usize> Stream<N> {
    fn new(row: usize, column: usize) -> Self {
        let mut state = SEED ^ ((row as u64) << 32) ^ column as u64;
        let mut seeds = || std::array::from_fn(|_| split_mix(&mut state));
        Self { older: seeds(), newer: seeds() }
    }

    fn next(&mut self) -> [u64; N] {
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
