//! Gate: no certificate ends while nobody can renew it.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::{Certificates, Renewal};
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "certificates",
    title: "Keeps its certificates through the outage",
    why: "A cluster whose certificates have ended does not come back by itself, however well it rode out the link.",
    formula: "renewed by a restart or upgrade: life left in the worst moment >= outage; by hand: the chore is the \
              condition; over the link: outage within what the provider states. Days between upgrades = 365 / upgrades a \
              year, rounded up; life left = window - days between, or life - days between where any restart renews",
    reads: &[Field::WanOutageBudget, Field::UpgradesPerYear, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

/// An edge certificate is renewed over the link in the last tenth of its life at the latest; judged, as no project
/// states it.
const LAST_TENTH: u32 = 10;

/// Longest loss of the link that any managed form states, in days.
const LONGEST_PROVIDER: u32 = 30;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let role = Role::of(profile, candidate);
    let certificates = match role {
        Role::Edge(framework) => &framework.certificates,
        Role::Server | Role::RemoteWorker => &candidate.distribution.certificates,
    };
    let finding = match (certificates.renewal.value, role) {
        (Some(Renewal::NeedsLink), _) => over_provider(profile),
        (_, Role::Edge(_)) => over_link(profile, certificates),
        (Some(Renewal::Automatic), _) => Finding::pass(say(
            "certificates-automatic",
            "they are renewed at the site by themselves",
            &[],
        )),
        (Some(Renewal::OnRestart | Renewal::OnUpgrade), _) => by_restart(profile, certificates),
        (Some(Renewal::ByHand), _) => by_hand(certificates),
        (None, _) => Finding::unknown(say(
            "certificates-unknown",
            "how they are renewed is not known: {0}",
            &[Figure::Name(certificates.renewal.why)],
        )),
    };
    finding.citing(certificates.days.facts).citing(certificates.renewal.facts)
}

/// A number of days; the templates name the unit.
fn days(number: u32) -> Figure {
    Figure::Count(u64::from(number))
}

/// Days of the outage, a begun day counting as a day.
fn outage(profile: &AssumedProfile) -> u32 {
    profile.wan_outage_budget_minutes().div_ceil(24 * 60)
}

fn by_restart(profile: &AssumedProfile, certificates: &Certificates) -> Finding {
    let life = certificates.days.value.unwrap_or(365);
    let between = match profile.upgrades_per_year() {
        0 => u32::MAX,
        upgrades => 365_u32.div_ceil(upgrades),
    };
    let renewable = certificates.window_days.and_then(|window| window.value).unwrap_or(life);
    let left = renewable.saturating_sub(between);
    let budget = outage(profile);
    let figures = [days(life), days(renewable), days(between.min(365)), days(left), days(budget)];
    if left >= budget && left > 0 {
        let template = "they live {0} days and are renewed when the service restarts in the last {1} days; with an upgrade \
                        every {2} days at least {3} days are left, and an outage takes up to {4}";
        return Finding::pass(say("certificates-restart-often", template, &figures));
    }
    let template = "they live {0} days and are renewed only when the service restarts in the last {1} days; with {2} \
                    days between upgrades as few as {3} may be left when an outage of up to {4} days begins";
    let action = "restart the services of every node on a timer at the site, at least once a year and inside that \
                  window, and watch the days left";
    Finding::conditional(
        say("certificates-restart-rare", template, &figures),
        say("certificates-timer", action, &[]),
    )
}

fn by_hand(certificates: &Certificates) -> Finding {
    let life = certificates.days.value.unwrap_or(365);
    Finding::conditional(
        say("certificates-by-hand", "they live {0} days and are renewed by hand", &[days(life)]),
        say(
            "certificates-chore",
            "automate the renewal for every node and watch the days left",
            &[],
        ),
    )
}

fn over_link(profile: &AssumedProfile, certificates: &Certificates) -> Finding {
    let life = certificates.days.value.unwrap_or(365);
    let budget = outage(profile);
    let sure = life / LAST_TENTH;
    let figures = [days(life), days(budget), days(sure)];
    if budget >= life {
        let template =
            "they live {0} days, are renewed over the link, and the link may be lost for {1} days";
        Finding::fail(say("certificates-outlived", template, &figures))
    } else if budget > sure {
        let template = "they live {0} days and are renewed over the link; only {2} days are sure to be left when an \
                        outage of up to {1} days begins";
        let action = "plan how an edge node is enrolled again by hand, and watch the days left";
        Finding::conditional(
            say("certificates-link-long", template, &figures),
            say("certificates-enrol", action, &[]),
        )
    } else {
        let template = "they live {0} days and are renewed over the link, with {2} days to spare for an outage of up to {1}";
        Finding::pass(say("certificates-link", template, &figures))
    }
}

fn over_provider(profile: &AssumedProfile) -> Finding {
    let minutes = profile.wan_outage_budget_minutes();
    let figures = [Figure::Whole(u64::from(minutes), Unit::Minutes), days(LONGEST_PROVIDER)];
    if minutes <= 60 {
        let template = "node credentials of the provider last at least an hour, and an outage {0}";
        Finding::pass(say("certificates-provider-hour", template, &figures))
    } else if outage(profile) <= LONGEST_PROVIDER {
        let template =
            "node credentials of the provider are renewed over the link, which may be lost for {0}";
        let action = "choose a form of the service that states how long it bears it: 7 days for one, {1} days for another";
        Finding::conditional(
            say("certificates-provider", template, &figures),
            say("certificates-provider-form", action, &figures),
        )
        .citing(&["managed.gdc-connected.survivability", "managed.aks-azure-local.offline-limit"])
    } else {
        let template =
            "the link may be lost for {0}, and no form of the service states more than {1} days";
        Finding::fail(say("certificates-provider-gone", template, &figures)).citing(&[
            "managed.gdc-connected.survivability",
            "managed.aks-azure-local.offline-limit",
        ])
    }
}
