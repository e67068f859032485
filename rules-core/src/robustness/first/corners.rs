//! The nearest corner that satisfies every plane, with the newest plane (the last) level.

use super::super::dot;

/// What is put down to rounding when a corner is checked against a plane.
pub(super) const ROUNDING: f64 = 1e-10;

/// Pivots smaller than this mean that planes coincide and leave no single corner.
const SINGULAR: f64 = 1e-11;

/// Returns the corner with the least weight moved from `w` at which no plane is negative.
pub(super) fn nearest(w: &[f64], planes: &[&[f64]]) -> Option<Vec<f64>> {
    let mut search = Search { w, planes, best: None, moved: f64::INFINITY };
    let (newest, older) = (planes.len() - 1, 0..planes.len() - 1);
    for mut level in subsets(older) {
        level.push(newest);
        for free in subsets(0..w.len()).into_iter().filter(|free| free.len() == level.len() + 1) {
            search.try_basis(&level, &free);
        }
    }
    search.best
}

struct Search<'a> {
    w: &'a [f64],
    planes: &'a [&'a [f64]],
    best: Option<Vec<f64>>,
    moved: f64,
}

impl Search<'_> {
    /// Tries every corner at which the planes in `level` are zero and all but the `free` weights are 0 or unchanged.
    fn try_basis(&mut self, level: &[usize], free: &[usize]) {
        let mut rows = vec![vec![1.0; free.len()]];
        rows.extend(
            level.iter().map(|&k| free.iter().map(|&j| self.planes[k][j]).collect::<Vec<_>>()),
        );
        let Some(inverse) = inverted(rows) else { return };
        let bound: Vec<_> = (0..self.w.len()).filter(|j| !free.contains(j)).collect();
        let basis = Basis { level, free, bound: &bound, inverse: &inverse };
        self.fix(&basis, 0, 0.0, &mut self.w.to_vec());
    }

    /// Sets the bound weights from `at` on to each of 0 and unchanged; `moved` is what the zeros have moved so far.
    fn fix(&mut self, basis: &Basis, at: usize, moved: f64, x: &mut Vec<f64>) {
        if moved >= self.moved {
            return;
        }
        let Some(&j) = basis.bound.get(at) else { return self.close(basis, x) };
        x[j] = self.w[j];
        self.fix(basis, at + 1, moved, x);
        if self.w[j] > 0.0 {
            x[j] = 0.0;
            self.fix(basis, at + 1, moved + self.w[j], x);
        }
    }

    /// Solves for the free weights and keeps the corner if it is allowed and nearer.
    fn close(&mut self, basis: &Basis, x: &mut [f64]) {
        let fixed =
            |row: &dyn Fn(usize) -> f64| basis.bound.iter().map(|&j| row(j) * x[j]).sum::<f64>();
        let mut right = vec![1.0 - fixed(&|_| 1.0)];
        right.extend(basis.level.iter().map(|&k| -fixed(&|j| self.planes[k][j])));
        for (&j, row) in basis.free.iter().zip(basis.inverse) {
            x[j] = dot(row, &right);
        }
        let allowed = basis.free.iter().all(|&j| x[j] >= -ROUNDING)
            && self.planes.iter().all(|plane| dot(plane, x) >= -ROUNDING);
        let moved = self.w.iter().zip(&*x).map(|(w, x)| (w - x).max(0.0)).sum::<f64>();
        if allowed && moved < self.moved {
            self.moved = moved;
            self.best = Some(x.iter().map(|x| x.max(0.0)).collect());
        }
    }
}

struct Basis<'a> {
    level: &'a [usize],
    free: &'a [usize],
    bound: &'a [usize],
    inverse: &'a [Vec<f64>],
}

/// All subsets, each in order.
fn subsets(of: std::ops::Range<usize>) -> Vec<Vec<usize>> {
    of.fold(vec![Vec::new()], |mut subsets, element| {
        let with: Vec<_> =
            subsets.iter().map(|subset| [subset.as_slice(), &[element]].concat()).collect();
        subsets.extend(with);
        subsets
    })
}

/// The inverse by Gauss-Jordan elimination with row pivoting; `None` of a singular matrix.
fn inverted(mut rows: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = rows.len();
    for (i, row) in rows.iter_mut().enumerate() {
        row.extend((0..size).map(|j| if i == j { 1.0 } else { 0.0 }));
    }
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        rows.swap(column, pivot);
        let divisor = rows[column][column];
        if divisor.abs() <= SINGULAR {
            return None;
        }
        rows[column].iter_mut().for_each(|entry| *entry /= divisor);
        let pivot_row = rows[column].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(i, _)| *i != column) {
            let factor = row[column];
            row.iter_mut().zip(&pivot_row).for_each(|(entry, pivot)| *entry -= factor * pivot);
        }
    }
    Some(rows.into_iter().map(|row| row[size..].to_vec()).collect())
}
