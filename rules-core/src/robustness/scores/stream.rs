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
    /// The lowest level, then each higher one with the probability of all below it.
    Levels(f64, Vec<(f64, f64)>, Stream),
    Uniform {
        low: f64,
        width: f64,
        stream: Stream,
    },
}

impl Draws {
    pub(in super::super) fn new(scores: &Scores) -> Self {
        let cell = |(at, score): (usize, &Score)| {
            Cell::new(score, Stream::new(at / scores.n, at % scores.n))
        };
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
    fn new(score: &Score, stream: Stream) -> Self {
        match score {
            Score::Certain(value) => Self::Certain(*value),
            Score::Uniform { centre, half_width } => {
                Self::Uniform { low: centre - half_width, width: 2.0 * half_width, stream }
            }
            Score::Levels(levels) => {
                let mut below = 0.0;
                let mut steps = Vec::with_capacity(levels.len());
                for pair in levels.windows(2) {
                    below += pair[0].1;
                    steps.push((below, pair[1].0));
                }
                Self::Levels(score.low(), steps, stream)
            }
        }
    }

    fn next_block(&mut self) -> Lanes {
        match self {
            Self::Certain(value) => [*value; LANES],
            Self::Uniform { low, width, stream } => stream.next_block().map(|u| *low + *width * u),
            Self::Levels(lowest, steps, stream) => {
                let uniform = stream.next_block();
                let mut drawn = [*lowest; LANES];
                for &(below, level) in steps.iter() {
                    for (drawn, u) in drawn.iter_mut().zip(uniform) {
                        *drawn = if u >= below { level } else { *drawn };
                    }
                }
                drawn
            }
        }
    }
}

/// xorshift128+ in every lane.
struct Stream {
    older: [u64; LANES],
    newer: [u64; LANES],
}

impl Stream {
    fn new(row: usize, column: usize) -> Self {
        let mut state = SEED ^ ((row as u64) << 32) ^ column as u64;
        let mut seeds = || std::array::from_fn(|_| split_mix(&mut state));
        Self { older: seeds(), newer: seeds() }
    }

    /// Numbers from 0 up to and without 1, from the top 52 bits.
    fn next_block(&mut self) -> Lanes {
        let mut uniform = [0.0; LANES];
        for ((older, newer), u) in self.older.iter_mut().zip(&mut self.newer).zip(&mut uniform) {
            let (mut x, y) = (*older, *newer);
            x ^= x << 23;
            x ^= (x >> 17) ^ y ^ (y >> 26);
            (*older, *newer) = (y, x);
            *u = f64::from_bits((x.wrapping_add(y) >> 12) | 1.0_f64.to_bits()) - 1.0;
        }
        uniform
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
