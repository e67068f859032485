//! "One tool everywhere?": what each site class loses when all of them run the same host, Kubernetes and framework.

use crate::outcome::{Decision, StackResult};

/// Host, Kubernetes and framework; the pattern may differ from class to class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Substrate {
    /// Host id.
    pub host: &'static str,
    /// Kubernetes id.
    pub kubernetes: &'static str,
    /// Framework id.
    pub framework: Option<&'static str>,
}

/// What one substrate costs each class.
#[derive(Clone, Debug, PartialEq)]
pub struct Everywhere {
    /// Which substrate.
    pub substrate: Substrate,
    /// Points of value (0 to 100) that each class loses against its own best stack, in the order of the classes; `None`
    /// where every stack of the substrate is ruled out.
    pub losses: Vec<Option<f64>>,
}

impl Everywhere {
    /// Returns the points lost over all classes together; `None` where a class has no such stack.
    #[must_use]
    pub fn total(&self) -> Option<f64> {
        self.losses.iter().copied().sum()
    }
}

/// Returns every substrate with what it costs, one decision per class: those that every class can have first, the
/// cheapest of them first; then by how many classes they are ruled out for. Equal ones keep the order of their ids.
#[must_use]
pub fn everywhere(classes: &[&Decision]) -> Vec<Everywhere> {
    let stacks = classes.iter().flat_map(|class| &class.stacks);
    let mut substrates: Vec<_> = stacks.map(substrate).collect();
    substrates.sort_unstable();
    substrates.dedup();
    let cost = |substrate| Everywhere {
        substrate,
        losses: classes.iter().map(|class| loss(class, substrate)).collect(),
    };
    let mut all: Vec<_> = substrates.into_iter().map(cost).collect();
    all.sort_by(|one, other| {
        let missing = |of: &Everywhere| of.losses.iter().filter(|loss| loss.is_none()).count();
        let sum = |of: &Everywhere| of.losses.iter().flatten().sum::<f64>();
        missing(one).cmp(&missing(other)).then(sum(one).total_cmp(&sum(other)))
    });
    all
}

fn substrate(result: &StackResult) -> Substrate {
    let stack = &result.stack;
    Substrate { host: stack.host, kubernetes: stack.kubernetes, framework: stack.framework }
}

fn loss(class: &Decision, wanted: Substrate) -> Option<f64> {
    let best = |results: &mut dyn Iterator<Item = &StackResult>| {
        results.filter(|result| result.rank.is_some()).map(|result| result.value).reduce(f64::max)
    };
    let own = best(&mut class.stacks.iter())?;
    let with = best(&mut class.stacks.iter().filter(|result| substrate(result) == wanted))?;
    Some(own - with)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::{Choices, decide};
    use crate::profile::{Answer, Choice, Field, SiteProfile, Ssh};

    fn with(nodes: u32, ssh: Option<Ssh>) -> Decision {
        let mut profile = SiteProfile::default();
        profile.set(Field::NodesPerSite, Some(Answer::Whole(nodes)));
        if let Some(ssh) = ssh {
            profile.set(Field::Ssh, Some(Answer::Choice(ssh.index())));
        }
        decide(&profile, &Choices::default())
    }

    #[test]
    fn nobody_loses_less_than_nothing_and_one_class_alone_loses_nothing() {
        let (one, other) = (with(1, None), with(3, Some(Ssh::Banned)));
        let alone = everywhere(&[&one]);
        assert_eq!(alone[0].losses, [Some(0.0)]);
        let both = everywhere(&[&one, &other]);
        assert!(both.iter().flat_map(|of| of.losses.iter().flatten()).all(|loss| *loss >= 0.0));
        let totals: Vec<_> = both.iter().map_while(Everywhere::total).collect();
        assert!(totals.is_sorted() && !totals.is_empty(), "{totals:?}");
    }
}
