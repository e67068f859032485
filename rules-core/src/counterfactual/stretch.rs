//! Where along a line of numbers something begins and ends to hold, to the unit.

/// A stretch of numbers with the same outcome.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch<T> {
    /// What comes out there.
    pub outcome: T,
    /// Its first number, seen from the start.
    pub at: u32,
    /// Its last number; `None` where it lasts as far as was tried.
    pub until: Option<u32>,
}

/// Returns the stretches with an outcome, walking from a start along rungs that lead away from it. Between two rungs
/// with different outcomes the border is searched for by halving.
pub(super) fn stretches<T: Clone + PartialEq>(
    start: (u32, Option<T>),
    rungs: &[u32],
    mut outcome: impl FnMut(u32) -> Option<T>,
) -> Vec<Stretch<T>> {
    let mut found: Vec<Stretch<T>> = Vec::new();
    let (mut last, mut before) = start;
    found.extend(before.clone().map(|outcome| Stretch { outcome, at: last, until: None }));
    for rung in rungs {
        let now = outcome(*rung);
        if now != before {
            if let (Some(stretch), Some(_)) = (found.last_mut(), &before) {
                stretch.until = Some(border(last, *rung, |number| outcome(number) == before));
            }
            if now.is_some() {
                let at = border(*rung, last, |number| outcome(number) == now);
                found.extend(now.clone().map(|outcome| Stretch { outcome, at, until: None }));
            }
        }
        (last, before) = (*rung, now);
    }
    found
}

/// Returns the number nearest to `outside` for which it holds, coming from `inside`, for which it holds.
fn border(mut inside: u32, mut outside: u32, mut holds: impl FnMut(u32) -> bool) -> u32 {
    while inside.abs_diff(outside) > 1 {
        let middle = inside.midpoint(outside);
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rungs: &[u32], expected: &[(char, u32, Option<u32>)]) {
        let outcome = |number: u32| match number {
            0..=17 => Some('a'),
            18..=140 => Some('b'),
            401.. => Some('c'),
            _ => None,
        };
        let found = stretches((200, None), rungs, outcome);
        let found: Vec<_> = found.iter().map(|of| (of.outcome, of.at, of.until)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn borders_are_found_to_the_unit() {
        check(&[100, 50, 20, 10, 1], &[('b', 140, Some(18)), ('a', 17, None)]);
        check(&[300, 500, 900], &[('c', 401, None)]);
        check(&[250, 300], &[]);
    }

    #[test]
    fn what_holds_at_the_start_begins_there() {
        let found = stretches((5, Some(true)), &[10, 20], |number| (number < 8).then_some(true));
        assert_eq!(found, [Stretch { outcome: true, at: 5, until: Some(7) }]);
    }
}
