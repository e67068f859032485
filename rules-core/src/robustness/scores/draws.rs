//! Draws of a whole table of scores, a block of points at a time.
//!
//! Cells that stand beside each other are drawn together where they have few outcomes together: one number then says what
//! all of them are, and at fixed weights what they come to is looked up.

use super::super::points::{LANES, Lanes};
use super::alias::Alias;
use super::stream::Stream;
use super::{Score, Scores};

/// How many neighbouring cells of a row are drawn together.
const WIDTH: usize = 4;

/// Cells that have more outcomes together are drawn one by one.
const OUTCOMES: usize = 1024;

/// A level is drawn with 32 bits, so one word serves two lanes.
const WORDS: usize = LANES / 2;

/// Values, or weights, of neighbouring cells; nothing beyond the last one.
type Cells = [f64; WIDTH];

/// Weights of neighbouring criteria at each point of a block.
pub(in super::super) type Weights = [Cells; LANES];

/// Successive draws of a whole table, one block of points after another.
pub(in super::super) struct Draws {
    /// All of the first row, then all of the second, and so on.
    chunks: Vec<Chunk>,
    per_row: usize,
    /// The chunks whose outcomes change with the block.
    apart: Vec<usize>,
    memory: Memory,
}

/// Whether draws are made, kept as they are made, or met again.
enum Memory {
    None,
    /// What was drawn, chunk by chunk and block by block.
    Keeping(Vec<Drawn>),
    Kept(Vec<Drawn>, usize),
}

/// Which outcome each lane of a block has.
type Drawn = [u16; LANES];

/// Neighbouring cells of a row.
struct Chunk {
    outcomes: Vec<Cells>,
    /// Of the present block.
    drawn: Drawn,
    source: Source,
}

enum Source {
    Certain,
    Together(Alias, Stream<WORDS>),
    /// Each by itself: there is an outcome for each lane, and it changes with the block.
    Apart(Vec<Cell>),
}

enum Cell {
    Certain(f64),
    Levels(Vec<f64>, Alias, Stream<WORDS>),
    Uniform { low: f64, width: f64, stream: Stream<LANES> },
}

/// What every outcome of every chunk comes to at fixed weights.
pub(in super::super) struct Weighed {
    weights: Vec<Cells>,
    sums: Vec<Vec<f64>>,
}

impl Draws {
    pub fn new(scores: &Scores) -> Self {
        let of_row = |(row, cells): (usize, &[Score])| {
            let chunks = cells.chunks(WIDTH).enumerate();
            chunks.map(|(at, cells)| Chunk::new(cells, row, at * WIDTH)).collect::<Vec<_>>()
        };
        let chunks: Vec<_> = scores.rows().enumerate().flat_map(of_row).collect();
        let apart = (0..chunks.len()).filter(|at| matches!(chunks[*at].source, Source::Apart(_)));
        Self {
            apart: apart.collect(),
            chunks,
            per_row: scores.n.div_ceil(WIDTH),
            memory: Memory::None,
        }
    }

    /// Keeps what is drawn from here on, two bytes for each four cells and point.
    pub fn keeping(mut self) -> Self {
        self.memory = Memory::Keeping(Vec::new());
        self
    }

    /// Begins again with the same draws, in less time as far as they were kept.
    pub fn again(self, scores: &Scores) -> Self {
        match self.memory {
            Memory::Keeping(kept) if self.apart.is_empty() => {
                Self { memory: Memory::Kept(kept, 0), ..self }
            }
            _ => Self::new(scores),
        }
    }

    /// Draws every cell for the next block.
    pub fn next_block(&mut self) {
        if let Memory::Kept(kept, next) = &mut self.memory
            && *next < kept.len()
        {
            let drawn = self.chunks.iter_mut().zip(&kept[*next..]);
            drawn.for_each(|(chunk, drawn)| chunk.drawn = *drawn);
            *next += self.chunks.len();
            return;
        }
        self.chunks.iter_mut().for_each(Chunk::draw);
        if let Memory::Keeping(kept) = &mut self.memory {
            kept.extend(self.chunks.iter().map(|chunk| chunk.drawn));
        }
    }

    /// `sum_j w_j v_ij` of every row in every lane, added in order.
    pub fn weigh(&self, weights: &[Weights], values: &mut [Lanes]) {
        for (chunks, value) in self.chunks.chunks_exact(self.per_row).zip(values) {
            let mut sum = [0.0; LANES];
            for (chunk, weights) in chunks.iter().zip(weights) {
                for ((sum, drawn), weights) in sum.iter_mut().zip(chunk.drawn).zip(weights) {
                    let cells = &chunk.outcomes[usize::from(drawn)];
                    for (cell, weight) in cells.iter().zip(weights) {
                        *sum += cell * weight;
                    }
                }
            }
            *value = sum;
        }
    }

    /// Prepares to look values up at fixed weights.
    pub fn weighed(&self, weights: &[f64]) -> Weighed {
        let weights: Vec<_> = weights.chunks(WIDTH).map(padded).collect();
        let each = self.chunks.iter().zip(weights.iter().cycle());
        Weighed { sums: each.map(|(chunk, weights)| chunk.sums(weights)).collect(), weights }
    }

    /// Brings what was prepared up to the present block.
    pub fn refresh(&self, weighed: &mut Weighed) {
        for at in &self.apart {
            weighed.sums[*at] = self.chunks[*at].sums(&weighed.weights[at % self.per_row]);
        }
    }

    /// Looks up the values of a row.
    pub fn values(&self, weighed: &Weighed, row: usize) -> Lanes {
        let own = row * self.per_row..(row + 1) * self.per_row;
        let mut values = [0.0; LANES];
        for (chunk, sums) in self.chunks[own.clone()].iter().zip(&weighed.sums[own]) {
            for (value, drawn) in values.iter_mut().zip(chunk.drawn) {
                *value += sums[usize::from(drawn)];
            }
        }
        values
    }

    /// What a cell is in a lane.
    #[cfg(test)]
    pub fn cell(&self, row: usize, column: usize, lane: usize) -> f64 {
        let chunk = &self.chunks[row * self.per_row + column / WIDTH];
        chunk.outcomes[usize::from(chunk.drawn[lane])][column % WIDTH]
    }
}

/// Puts the weights of neighbouring criteria together, point by point.
pub(in super::super) fn arranged(block: &[Lanes], weights: &mut [Weights]) {
    for (lanes, weights) in block.chunks(WIDTH).zip(weights) {
        for (at, lanes) in lanes.iter().enumerate() {
            weights.iter_mut().zip(lanes).for_each(|(weights, lane)| weights[at] = *lane);
        }
    }
}

/// Room for the weights of `n` criteria.
pub(in super::super) fn room(n: usize) -> Vec<Weights> {
    vec![[[0.0; WIDTH]; LANES]; n.div_ceil(WIDTH)]
}

fn padded(cells: &[f64]) -> Cells {
    std::array::from_fn(|at| cells.get(at).copied().unwrap_or_default())
}

impl Chunk {
    fn new(cells: &[Score], row: usize, column: usize) -> Self {
        if let Some(law) = together(cells) {
            let source = if law.len() == 1 {
                Source::Certain
            } else {
                let alias = Alias::new(law.iter().map(|(_, probability)| *probability));
                Source::Together(alias, Stream::new(row, column))
            };
            let outcomes = law.into_iter().map(|(cells, _)| cells).collect();
            return Self { outcomes, drawn: [0; LANES], source };
        }
        let apart = cells.iter().zip(column..).map(|(score, column)| Cell::new(score, row, column));
        let mut lane = 0..;
        Self {
            outcomes: vec![[0.0; WIDTH]; LANES],
            drawn: std::array::from_fn(|_| lane.next().unwrap_or_default()),
            source: Source::Apart(apart.collect()),
        }
    }

    fn draw(&mut self) {
        match &mut self.source {
            Source::Certain => {}
            Source::Together(alias, stream) => {
                self.drawn = halves(stream.next()).map(|bits| alias.draw(bits));
            }
            Source::Apart(cells) => {
                for (at, cell) in cells.iter_mut().enumerate() {
                    let lanes = cell.next_block();
                    self.outcomes.iter_mut().zip(lanes).for_each(|(cells, lane)| cells[at] = lane);
                }
            }
        }
    }

    fn sums(&self, weights: &Cells) -> Vec<f64> {
        let sum =
            |cells: &Cells| cells.iter().zip(weights).map(|(cell, weight)| cell * weight).sum();
        self.outcomes.iter().map(sum).collect()
    }
}

/// What the cells may turn out to be together, each with its probability; `None` where that is too much to list.
fn together(cells: &[Score]) -> Option<Vec<(Cells, f64)>> {
    let mut law = vec![([0.0; WIDTH], 1.0)];
    for (at, cell) in cells.iter().enumerate() {
        let levels = match cell {
            Score::Certain(value) => &[(*value, 1.0)][..],
            Score::Levels(levels) => levels,
            Score::Uniform { .. } => return None,
        };
        if law.len() * levels.len() > OUTCOMES {
            return None;
        }
        let with = |(cells, probability): &(Cells, f64), level: &(f64, f64)| {
            let mut cells = *cells;
            cells[at] = level.0;
            (cells, probability * level.1)
        };
        law = levels
            .iter()
            .flat_map(|level| law.iter().map(move |known| with(known, level)))
            .collect();
    }
    Some(law)
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
                let values = levels.iter().map(|(level, _)| *level).collect();
                let alias = Alias::new(levels.iter().map(|(_, probability)| *probability));
                Self::Levels(values, alias, Stream::new(row, column))
            }
        }
    }

    fn next_block(&mut self) -> Lanes {
        match self {
            Self::Certain(value) => [*value; LANES],
            Self::Uniform { low, width, stream } => {
                stream.next().map(|word| *low + *width * uniform(word))
            }
            Self::Levels(values, alias, stream) => {
                halves(stream.next()).map(|bits| values[usize::from(alias.draw(bits))])
            }
        }
    }
}

/// A number from 0 up to and without 1, from the top 52 bits.
fn uniform(word: u64) -> f64 {
    f64::from_bits((word >> 12) | 1.0_f64.to_bits()) - 1.0
}

/// Cuts words in two.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
fn halves(words: [u64; WORDS]) -> [u32; LANES] {
    std::array::from_fn(|lane| (words[lane / 2] >> (32 * (lane % 2))) as u32)
}
