//! How each question of the tree follows from the profile.
//!
//! A question is answered as soon as the known fields settle it, whatever the unknown ones turn out to be: three nodes
//! alone make Q3 "no". No assumption is read here; the tree says "unknown" instead.

use crate::outcome::{Question, TreeAnswer};
use crate::profile::{
    AssumedProfile, Choice, Field, HostChange, OsStandard, SiteProfile, Ssh, State, Unit,
};
use crate::reason::{Figure, Reason};

/// What the profile alone answers.
pub(super) struct Derived {
    pub answer: TreeAnswer,
    /// The fields that settle it, or, while it is unknown, the fields that would.
    pub from: Vec<Field>,
    pub reason: Reason,
}

/// Derives the answer to one question.
pub(super) fn derive(question: Question, profile: &SiteProfile) -> Derived {
    match question {
        Question::Q1 => local_operation(profile),
        Question::Q2 => device_sync(profile),
        Question::Q3 => small_and_rebuildable(profile),
        Question::Q4 => drift_over_familiarity(profile),
        Question::Q5 => snap_standard(profile),
    }
}

/// A loss of the link that a site has to ride out for so many minutes is more than a hiccup.
const RIDDEN_OUT: u32 = 60;
/// At most this many nodes count as "one or two".
const FEW_NODES: u32 = 2;
/// A node with no more memory than this is constrained: the full-size platforms begin here.
const CONSTRAINED_RAM_MIB: u32 = 16_384;
/// A node with no more cores than this is constrained, whatever its memory.
const CONSTRAINED_CORES: u32 = 4;

/// Returns how a question is answered, for the method, and the fields that it is answered from.
pub(super) fn rule(question: Question) -> (Reason, &'static [Field]) {
    match question {
        Question::Q1 => (
            Reason::new(
                "tree-rule-q1",
                "as the profile says; if it does not say, yes where the site has to ride out {0} or more",
                vec![Figure::Whole(RIDDEN_OUT.into(), Unit::Minutes)],
            ),
            &[Field::LocalOperation, Field::WanOutageBudget],
        ),
        Question::Q2 => {
            (Reason::plain("tree-rule-q2", "as the profile says"), &[Field::DeviceSync])
        }
        Question::Q3 => (
            Reason::new(
                "tree-rule-q3",
                "yes for at most {0} at a site with at most {1} or at most {2}, and data that can be rebuilt; one of \
                 the three missing settles it as no",
                vec![
                    Figure::Whole(FEW_NODES.into(), Unit::Nodes),
                    Figure::Whole(CONSTRAINED_RAM_MIB.into(), Unit::Mib),
                    Figure::Whole(CONSTRAINED_CORES.into(), Unit::Cores),
                ],
            ),
            &[Field::NodesPerSite, Field::State, Field::NodeRamMib, Field::NodeCpuCores],
        ),
        Question::Q4 => (
            Reason::plain(
                "tree-rule-q4",
                "yes where SSH is banned or hosts change by planned images only; no where SSH is allowed or hosts \
                 change freely; between the two, yes where nobody at the site can run Linux",
            ),
            &[Field::Ssh, Field::HostChange, Field::LocalLinuxAdmin],
        ),
        Question::Q5 => (
            Reason::plain("tree-rule-q5", "yes where Ubuntu with snap is the standard"),
            &[Field::OsStandard],
        ),
    }
}

fn local_operation(profile: &SiteProfile) -> Derived {
    let yes = known(profile, Field::LocalOperation, AssumedProfile::local_operation);
    let budget = known(profile, Field::WanOutageBudget, AssumedProfile::wan_outage_budget_minutes);
    if let (None, Some(minutes @ RIDDEN_OUT..)) = (yes, budget) {
        let reason = Reason::new(
            "tree-q1-budget",
            "the site has to ride out {0} without the link, so its work goes on that long",
            vec![Figure::Whole(minutes.into(), Unit::Minutes)],
        );
        return settled(true, vec![Field::WanOutageBudget], reason);
    }
    plain(yes, Field::LocalOperation, |yes| {
        if yes {
            Reason::plain("tree-q1-yes", "meaningful work has to go on while the link is lost")
        } else {
            Reason::plain("tree-q1-no", "the site may wait until the link is back")
        }
    })
}

fn device_sync(profile: &SiteProfile) -> Derived {
    let yes = known(profile, Field::DeviceSync, AssumedProfile::device_sync);
    plain(yes, Field::DeviceSync, |yes| {
        if yes {
            Reason::plain("tree-q2-yes", "device or cloud-edge sync is a core feature")
        } else {
            Reason::plain("tree-q2-no", "no device or cloud-edge sync is asked for")
        }
    })
}

fn snap_standard(profile: &SiteProfile) -> Derived {
    let standard = known(profile, Field::OsStandard, AssumedProfile::os_standard);
    plain(standard.map(|os| os == OsStandard::UbuntuSnap), Field::OsStandard, |yes| {
        if yes {
            Reason::plain("tree-q5-yes", "Ubuntu and snap are the standard of the organisation")
        } else {
            Reason::plain("tree-q5-no", "the organisation has no Ubuntu and snap standard")
        }
    })
}

/// One "no" settles it; a "yes" needs all three parts.
fn small_and_rebuildable(profile: &SiteProfile) -> Derived {
    let nodes = known(profile, Field::NodesPerSite, AssumedProfile::nodes_per_site);
    let state = known(profile, Field::State, AssumedProfile::state);
    let ram = known(profile, Field::NodeRamMib, AssumedProfile::node_ram_mib);
    let cores = known(profile, Field::NodeCpuCores, AssumedProfile::node_cpu_cores);

    if let Some(nodes) = nodes.filter(|nodes| *nodes > FEW_NODES) {
        let reason = Reason::new(
            "tree-q3-many-nodes",
            "{0} at a site are more than one or two",
            vec![Figure::Whole(nodes.into(), Unit::Nodes)],
        );
        return settled(false, vec![Field::NodesPerSite], reason);
    }
    if state == Some(State::LocalCritical) {
        let reason =
            Reason::plain("tree-q3-critical-state", "the site keeps data that exists nowhere else");
        return settled(false, vec![Field::State], reason);
    }
    match (ram, cores) {
        (Some(ram), Some(cores)) if ram > CONSTRAINED_RAM_MIB && cores > CONSTRAINED_CORES => {
            let reason = Reason::new(
                "tree-q3-large-nodes",
                "{0} and {1} are no constrained node (limits {2} or {3})",
                vec![
                    Figure::Whole(ram.into(), Unit::Mib),
                    Figure::Whole(cores.into(), Unit::Cores),
                    Figure::Whole(CONSTRAINED_RAM_MIB.into(), Unit::Mib),
                    Figure::Whole(CONSTRAINED_CORES.into(), Unit::Cores),
                ],
            );
            settled(false, vec![Field::NodeRamMib, Field::NodeCpuCores], reason)
        }
        _ => small_so_far(nodes, state, constrained_by(ram, cores)),
    }
}

/// Which field makes the node constrained, if one that is known does.
fn constrained_by(ram: Option<u32>, cores: Option<u32>) -> Option<Field> {
    let by_ram = ram.is_some_and(|ram| ram <= CONSTRAINED_RAM_MIB).then_some(Field::NodeRamMib);
    let by_cores =
        cores.is_some_and(|cores| cores <= CONSTRAINED_CORES).then_some(Field::NodeCpuCores);
    by_ram.or(by_cores)
}

/// Nothing speaks against "one or two constrained nodes with rebuildable state"; is everything known that speaks for it?
fn small_so_far(nodes: Option<u32>, state: Option<State>, constrained: Option<Field>) -> Derived {
    let parts = [
        (nodes.is_some(), Field::NodesPerSite),
        (state.is_some(), Field::State),
        (constrained.is_some(), constrained.unwrap_or(Field::NodeRamMib)),
    ];
    let missing: Vec<_> =
        parts.iter().filter(|(known, _)| !known).map(|(_, field)| *field).collect();
    if let (true, Some(nodes), Some(state)) = (missing.is_empty(), nodes, state) {
        let reason = Reason::new(
            "tree-q3-yes",
            "{0} at a site, constrained; local data: {1}",
            vec![Figure::Whole(nodes.into(), Unit::Nodes), Figure::one(Field::State, state)],
        );
        return settled(true, parts.map(|(_, field)| field).to_vec(), reason);
    }
    open(missing)
}

/// Is ending SSH drift and host mutation worth more than Linux habit? Answered when every completion of the unknown
/// policies gives the same answer.
fn drift_over_familiarity(profile: &SiteProfile) -> Derived {
    let ssh = known(profile, Field::Ssh, AssumedProfile::ssh);
    let change = known(profile, Field::HostChange, AssumedProfile::host_change);
    let admin = known(profile, Field::LocalLinuxAdmin, AssumedProfile::local_linux_admin);

    let mut answers: Vec<_> = completions(ssh, Ssh::ALL)
        .flat_map(|ssh| completions(change, HostChange::ALL).map(move |change| (ssh, change)))
        .flat_map(|(ssh, change)| completions(admin, &[false, true]).map(move |a| (ssh, change, a)))
        .map(|(ssh, change, admin)| drift_rule(ssh, change, admin).0)
        .collect();
    answers.dedup();
    if answers.len() > 1 {
        let missing = [
            (ssh.is_some(), Field::Ssh),
            (change.is_some(), Field::HostChange),
            (admin.is_some(), Field::LocalLinuxAdmin),
        ];
        return open(missing.iter().filter(|(known, _)| !known).map(|(_, field)| *field).collect());
    }
    // Settled whatever the unknown ones are, so any completion names the fields and the reason.
    let (yes, from, reason) = drift_rule(
        ssh.unwrap_or(Ssh::BreakGlass),
        change.unwrap_or(HostChange::ConfigManaged),
        admin.unwrap_or(true),
    );
    settled(yes, from.to_vec(), reason)
}

/// The rule of Q4 on complete answers: a ban or image-only changes say yes; free hosts or open SSH say no; between the
/// two, Linux habit counts for something only where somebody has it.
fn drift_rule(ssh: Ssh, change: HostChange, admin: bool) -> (bool, &'static [Field], Reason) {
    match (ssh, change, admin) {
        (Ssh::Banned, _, _) => (
            true,
            &[Field::Ssh],
            Reason::plain("tree-q4-ssh-banned", "SSH on production nodes is banned"),
        ),
        (_, HostChange::PlannedImageOnly, _) => (
            true,
            &[Field::HostChange],
            Reason::plain("tree-q4-image-only", "hosts may change by a planned image only"),
        ),
        (Ssh::Allowed, _, _) => (
            false,
            &[Field::Ssh, Field::HostChange],
            Reason::plain("tree-q4-ssh-allowed", "SSH is allowed and hosts may change in service"),
        ),
        (_, HostChange::Free, _) => (
            false,
            &[Field::Ssh, Field::HostChange],
            Reason::plain("tree-q4-free-hosts", "hosts may be changed freely"),
        ),
        (Ssh::BreakGlass, HostChange::ConfigManaged, false) => (
            true,
            &[Field::Ssh, Field::HostChange, Field::LocalLinuxAdmin],
            Reason::plain(
                "tree-q4-nobody-with-the-habit",
                "both policies are in the middle, and nobody at the site has the Linux habit to protect",
            ),
        ),
        (Ssh::BreakGlass, HostChange::ConfigManaged, true) => (
            false,
            &[Field::Ssh, Field::HostChange, Field::LocalLinuxAdmin],
            Reason::plain(
                "tree-q4-habit-serves",
                "both policies are in the middle, and somebody at the site can run Linux",
            ),
        ),
    }
}

fn completions<T: Copy + 'static>(known: Option<T>, all: &'static [T]) -> impl Iterator<Item = T> {
    let any = if known.is_some() { &[] } else { all };
    known.into_iter().chain(any.iter().copied())
}

fn known<T>(profile: &SiteProfile, field: Field, read: fn(&AssumedProfile) -> T) -> Option<T> {
    profile.knows(field).then(|| read(&profile.assume()))
}

fn plain(yes: Option<bool>, field: Field, reason: fn(bool) -> Reason) -> Derived {
    match yes {
        Some(yes) => settled(yes, vec![field], reason(yes)),
        None => open(vec![field]),
    }
}

fn settled(yes: bool, from: Vec<Field>, reason: Reason) -> Derived {
    Derived { answer: TreeAnswer::of(yes), from, reason }
}

fn open(missing: Vec<Field>) -> Derived {
    let reason = Reason::plain("tree-open", "not known yet, so both branches stay open");
    Derived { answer: TreeAnswer::Unknown, from: missing, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Answer;

    fn check(
        question: Question,
        answers: &[(Field, Answer)],
        expected: TreeAnswer,
        from: &[Field],
    ) {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)));
        }
        let derived = derive(question, &profile);
        assert_eq!((derived.answer, &derived.from[..]), (expected, from));
    }

    #[test]
    fn an_outage_to_ride_out_settles_q1_unless_the_answer_is_known() {
        let budget = (Field::WanOutageBudget, Answer::Whole(240));
        check(Question::Q1, &[budget], TreeAnswer::Yes, &[Field::WanOutageBudget]);
        let waits = (Field::LocalOperation, Answer::YesNo(false));
        check(Question::Q1, &[budget, waits], TreeAnswer::No, &[Field::LocalOperation]);
        let short = (Field::WanOutageBudget, Answer::Whole(59));
        check(Question::Q1, &[short], TreeAnswer::Unknown, &[Field::LocalOperation]);
    }

    #[test]
    fn three_nodes_alone_settle_q3() {
        let three = (Field::NodesPerSite, Answer::Whole(3));
        check(Question::Q3, &[three], TreeAnswer::No, &[Field::NodesPerSite]);
    }

    #[test]
    fn q3_names_what_is_missing() {
        let one = (Field::NodesPerSite, Answer::Whole(1));
        let small = (Field::NodeCpuCores, Answer::Whole(4));
        check(Question::Q3, &[one, small], TreeAnswer::Unknown, &[Field::State]);
        let large = (Field::NodeRamMib, Answer::Whole(65_536));
        let missing = [Field::State, Field::NodeRamMib];
        check(Question::Q3, &[one, large], TreeAnswer::Unknown, &missing);
    }

    #[test]
    fn two_large_nodes_are_not_constrained() {
        let large =
            [(Field::NodeRamMib, Answer::Whole(65_536)), (Field::NodeCpuCores, Answer::Whole(16))];
        check(Question::Q3, &large, TreeAnswer::No, &[Field::NodeRamMib, Field::NodeCpuCores]);
    }

    #[test]
    fn a_ban_settles_q4_alone() {
        let banned = (Field::Ssh, Answer::Choice(Ssh::Banned.index()));
        check(Question::Q4, &[banned], TreeAnswer::Yes, &[Field::Ssh]);
    }

    #[test]
    fn middle_policies_leave_q4_to_the_habit_at_the_site() {
        let middle = [
            (Field::Ssh, Answer::Choice(Ssh::BreakGlass.index())),
            (Field::HostChange, Answer::Choice(HostChange::ConfigManaged.index())),
        ];
        check(Question::Q4, &middle, TreeAnswer::Unknown, &[Field::LocalLinuxAdmin]);
        for (admin, expected) in [(false, TreeAnswer::Yes), (true, TreeAnswer::No)] {
            let all = [middle[0], middle[1], (Field::LocalLinuxAdmin, Answer::YesNo(admin))];
            check(
                Question::Q4,
                &all,
                expected,
                &[Field::Ssh, Field::HostChange, Field::LocalLinuxAdmin],
            );
        }
    }

    #[test]
    fn open_ssh_alone_leaves_q4_open() {
        let open = (Field::Ssh, Answer::Choice(Ssh::Allowed.index()));
        let missing = [Field::HostChange, Field::LocalLinuxAdmin];
        check(Question::Q4, &[open], TreeAnswer::Unknown, &missing);
    }
}
