//! Why one alternative is ahead of another, in as few reasons as will carry it.
//!
//! # Formula
//! Criterion `j` contributes `w_j d_j` to the lead; the contributions sum to it. The fewest advantages that outweigh all
//! disadvantages together are the largest ones, taken until their sum is enough. Each disadvantage is then covered: if
//! every one can be paired with an advantage of its own that is at least as large, those pairs; else the advantages are
//! spent on the disadvantages from the largest down, and the pairs say how much of which.
//!
//! # Source
//! Labreuche (2011), *A general framework for explaining the results of a multi-attribute preference model*, Artif.
//! Intell. 175:1410-1448; covering pairs: Belahcene, Labreuche, Maudet, Mousseau & Ouerdane (2017), Theory & Decision
//! 82:151-183.

use super::TIE;
use super::problem::Problem;

/// Reasons for a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// `w_j d_j` of every criterion, in order.
    pub contributions: Vec<f64>,
    /// The fewest advantages that together outweigh all disadvantages, largest first; one if there is nothing to
    /// outweigh, none if there is no lead.
    pub decisive: Vec<usize>,
    /// Every disadvantage, largest first.
    pub disadvantages: Vec<usize>,
    /// What makes up for the disadvantages.
    pub covers: Vec<Cover>,
    /// Whether each disadvantage is covered by one larger advantage of its own.
    pub one_to_one: bool,
}

/// One advantage that makes up for (part of) one disadvantage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// The criterion that makes up for it.
    pub advantage: usize,
    /// The criterion that has to be made up for.
    pub disadvantage: usize,
    /// How much of the disadvantage this pair accounts for.
    pub amount: f64,
}

/// Explains the lead of `a` over `b`; `None` if `b` is ahead.
#[must_use]
pub fn explain(problem: &Problem, a: usize, b: usize) -> Option<Explanation> {
    let differences = problem.differences(a, b);
    let contributions =
        problem.weights().iter().zip(differences).map(|(weight, lead)| weight * lead).collect();
    explain_contributions(contributions)
}

/// Explains a lead that is given by its contributions; `None` if they sum to less than nothing.
#[must_use]
pub fn explain_contributions(contributions: Vec<f64>) -> Option<Explanation> {
    let lead: f64 = contributions.iter().sum();
    if lead < -TIE {
        return None;
    }
    let advantages = largest(&contributions, 1.0);
    let disadvantages = largest(&contributions, -1.0);
    let pairs = one_to_one(&contributions, &advantages, &disadvantages);
    Some(Explanation {
        decisive: if lead > TIE {
            decisive(&contributions, &advantages, &disadvantages)
        } else {
            Vec::new()
        },
        one_to_one: pairs.is_some(),
        covers: pairs.unwrap_or_else(|| spent(&contributions, &advantages, &disadvantages)),
        disadvantages,
        contributions,
    })
}

/// The criteria whose contribution has the given sign, largest first, then in order.
fn largest(contributions: &[f64], sign: f64) -> Vec<usize> {
    let mut found: Vec<_> =
        (0..contributions.len()).filter(|&j| sign * contributions[j] > TIE).collect();
    found.sort_by(|&a, &b| (sign * contributions[b]).total_cmp(&(sign * contributions[a])));
    found
}

fn decisive(contributions: &[f64], advantages: &[usize], disadvantages: &[usize]) -> Vec<usize> {
    let to_outweigh: f64 = disadvantages.iter().map(|&j| -contributions[j]).sum();
    let mut sum = 0.0;
    let mut enough = Vec::new();
    for &j in advantages {
        if sum > to_outweigh + TIE {
            break;
        }
        sum += contributions[j];
        enough.push(j);
    }
    enough
}

/// Pairs in order of size: if any pairing works, this one does.
fn one_to_one(
    contributions: &[f64],
    advantages: &[usize],
    disadvantages: &[usize],
) -> Option<Vec<Cover>> {
    let pair = |(&disadvantage, &advantage): (&usize, &usize)| {
        let amount = -contributions[disadvantage];
        (contributions[advantage] >= amount - TIE).then_some(Cover {
            advantage,
            disadvantage,
            amount,
        })
    };
    let pairs: Option<Vec<_>> = disadvantages.iter().zip(advantages).map(pair).collect();
    pairs.filter(|pairs| pairs.len() == disadvantages.len())
}

fn spent(contributions: &[f64], advantages: &[usize], disadvantages: &[usize]) -> Vec<Cover> {
    let mut covers = Vec::new();
    let mut purse = advantages
        .iter()
        .map(|&j| (j, contributions[j]))
        .collect::<Vec<_>>()
        .into_iter()
        .peekable();
    for &disadvantage in disadvantages {
        let mut open = -contributions[disadvantage];
        while open > TIE {
            let Some((advantage, left)) = purse.peek_mut() else { return covers };
            let amount = open.min(*left);
            covers.push(Cover { advantage: *advantage, disadvantage, amount });
            open -= amount;
            *left -= amount;
            if *left <= TIE {
                purse.next();
            }
        }
    }
    covers
}

#[cfg(test)]
mod tests;
