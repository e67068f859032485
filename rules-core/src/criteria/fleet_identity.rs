//! Fleet identity: how does a node prove what site and role it owns?

use super::{Case, Criterion, FLEET, Sheet, looks};
use crate::catalog::{Certificates, Cited, Join, MachineConfig, Renewal};
use crate::gates::say;
use crate::outcome::{CriterionId, Pattern};
use crate::profile::{Field, FleetManager, Unit};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::FleetIdentity,
    title: "Fleet identity",
    question: "How does a node prove which site and which role it owns?",
    strong: "first identity, rotation of certificates and inventory are automated",
    warning: "host names, tokens or labels are kept by hand",
    formula: "3; a declared machine configuration adds 0.5, documented proof of the machine up to 0.5; where nodes join, \
              the way they join -0.5 to 0.75; renewal of certificates -0.5 to 0.5; a fleet manager 0.5; a platform that \
              is enrolled elsewhere already 1; own tooling costs 1 in a large fleet that is patched and not swapped",
    reads: &[
        Field::Sites,
        Field::GrowthSites,
        Field::NodesPerSite,
        Field::HostPatchingInLife,
        Field::FleetManager,
        Field::ExistingPlatform,
    ],
    looks_at: looks::HOST | looks::NODE | looks::PATTERN,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = case.sheet(
        3.0,
        say("identity-base", "a site is known by a name and a secret that somebody gave it", &[]),
    );
    machine(case, &mut sheet);
    match (case.framework, case.kubernetes) {
        (Some(framework), _) => {
            join(&framework.join, framework.name, &mut sheet);
            renewal(&framework.certificates, framework.name, &mut sheet);
        }
        (None, Some(kubernetes)) => {
            // A lone node is its whole cluster and joins nothing.
            if case.stack.pattern != Pattern::A || case.profile.nodes_per_site() > 1 {
                join(&kubernetes.join, kubernetes.name, &mut sheet);
            }
            renewal(&kubernetes.certificates, kubernetes.name, &mut sheet);
        }
        (None, None) => {}
    }
    let managed = case.profile.fleet_manager() != FleetManager::None;
    let reason = say("identity-fleet-manager", "a fleet manager keeps the inventory", &[]);
    sheet.add_if(managed, 0.5, reason, &[]);
    let reason = say(
        "identity-existing",
        "the organisation enrols machines for {0} already",
        &[Figure::Name(case.kubernetes_name())],
    );
    sheet.add_if(case.framework.is_none() && case.runs_already(), 1.0, reason, &[]);
    sheet
}

fn machine(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let name = [Figure::Name(host.name)];
    let config = &host.machine_config;
    let declared = matches!(config.value, Some(MachineConfig::Declared | MachineConfig::Provider));
    let reason =
        say("identity-declared", "{0}: site and role stand in a declared configuration", &name);
    sheet.add_if(declared, 0.5, reason, config.facts);

    let sites = case.sites();
    // Where hosts are swapped, enrolment runs without hands, or no swap would work.
    let by_hand = config.is(MachineConfig::OwnTooling)
        && case.profile.host_patching_in_life()
        && sites >= FLEET;
    let reason = say(
        "identity-own-tooling",
        "{0}: own tooling has to give each of {1} its identity",
        &[Figure::Name(host.name), Figure::Whole(sites.into(), Unit::Sites)],
    );
    sheet.add_if(by_hand, -1.0, reason, config.facts);

    // What a team would have to build itself is no property of the host.
    if host.attestation.is_documented() {
        let proof =
            sentences!("identity-attested", "{0}: a machine can prove itself by its hardware");
        sheet.support(&host.attestation, (0.5, 0.25), proof, host.name);
    }
}

fn join(join: &Cited<Join>, name: &'static str, sheet: &mut Sheet) {
    let (points, key, template) = match join.value {
        Some(Join::MachineIdentity) => {
            (0.75, "identity-join-machine", "{0}: each machine has an identity of its own")
        }
        Some(Join::Provider) => {
            (0.75, "identity-join-provider", "{0}: the provider's identities are used")
        }
        Some(Join::OneTimeToken) => (0.25, "identity-join-once", "{0}: a join secret serves once"),
        Some(Join::ExpiringToken) => (0.25, "identity-join-expiring", "{0}: join secrets expire"),
        Some(Join::LastingToken) => {
            (-0.5, "identity-join-lasting", "{0}: a join secret lasts until somebody changes it")
        }
        None => return,
    };
    sheet.add(points, say(key, template, &[Figure::Name(name)]), join.facts);
}

fn renewal(certificates: &Certificates, name: &'static str, sheet: &mut Sheet) {
    let renewal = &certificates.renewal;
    let (points, key, template) = match renewal.value {
        Some(Renewal::Automatic) => {
            (0.5, "identity-renewal", "{0}: certificates are renewed by themselves")
        }
        Some(Renewal::ByHand) => {
            (-0.5, "identity-renewal-by-hand", "{0}: certificates are renewed by hand")
        }
        Some(Renewal::NeedsLink) => {
            (-0.5, "identity-renewal-link", "{0}: credentials are renewed over the link only")
        }
        Some(Renewal::OnRestart | Renewal::OnUpgrade) | None => return,
    };
    sheet.add(points, say(key, template, &[Figure::Name(name)]), renewal.facts);
}
