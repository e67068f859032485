//! Fleet identity: how does a node prove what site and role it owns?

use super::{Case, Criterion, FLEET, Sheet, support};
use crate::catalog::{Certificates, Cited, Join, MachineConfig, Renewal};
use crate::outcome::CriterionId;
use crate::profile::{Field, FleetManager, Unit};
use crate::reason::{Figure, Reason};

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::FleetIdentity,
    title: "Fleet identity",
    question: "How does a node prove which site and which role it owns?",
    strong: "first identity, rotation of certificates and inventory are automated",
    warning: "host names, tokens or labels are kept by hand",
    formula: "2.5; a declared machine configuration adds 1, joining -0.5 to 1, proof of the machine up to 0.5, renewal \
              of certificates -0.5 to 0.5, a fleet manager 0.5; own tooling over a large fleet costs 0.5",
    reads: &[Field::Sites, Field::GrowthSites, Field::FleetManager],
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = Sheet::base(
        2.5,
        Reason::plain(
            "identity-base",
            "a node joins with a token and a name that somebody gave it",
        ),
    );
    machine(case, &mut sheet);
    match (case.framework, case.kubernetes) {
        (Some(framework), _) => {
            join(&framework.join, framework.name, &mut sheet);
            renewal(&framework.certificates, framework.name, &mut sheet);
        }
        (None, Some(kubernetes)) => {
            join(&kubernetes.join, kubernetes.name, &mut sheet);
            renewal(&kubernetes.certificates, kubernetes.name, &mut sheet);
        }
        (None, None) => {}
    }
    let managed = case.profile.fleet_manager() != FleetManager::None;
    let reason = Reason::plain("identity-fleet-manager", "a fleet manager keeps the inventory");
    sheet.add_if(managed, 0.5, reason, &[]);
    sheet
}

fn machine(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let name = || vec![Figure::Name(host.name)];
    let config = &host.machine_config;
    let declared = matches!(config.value, Some(MachineConfig::Declared | MachineConfig::Provider));
    let reason = Reason::new(
        "identity-declared",
        "{0}: site and role stand in a declared configuration",
        name(),
    );
    sheet.add_if(declared, 1.0, reason, config.facts);

    let sites = case.sites();
    let by_hand = config.is(MachineConfig::OwnTooling) && sites >= FLEET;
    let reason = Reason::new(
        "identity-own-tooling",
        "{0}: own tooling has to give each of {1} its identity",
        vec![Figure::Name(host.name), Figure::Whole(sites.into(), Unit::Sites)],
    );
    sheet.add_if(by_hand, -0.5, reason, config.facts);

    let reason =
        Reason::new("identity-attested", "{0}: a machine can prove itself by its hardware", name());
    sheet.add(support(&host.attestation, 0.5, 0.25), reason, host.attestation.facts);
}

fn join(join: &Cited<Join>, name: &'static str, sheet: &mut Sheet) {
    let (points, key, template) = match join.value {
        Some(Join::MachineIdentity) => {
            (1.0, "identity-join-machine", "{0}: each machine has an identity of its own")
        }
        Some(Join::Provider) => {
            (1.0, "identity-join-provider", "{0}: the provider's identities are used")
        }
        Some(Join::ExpiringToken) => (0.5, "identity-join-expiring", "{0}: join secrets expire"),
        Some(Join::LastingToken) => {
            (-0.5, "identity-join-lasting", "{0}: a join secret lasts until somebody changes it")
        }
        None => return,
    };
    sheet.add(points, Reason::new(key, template, vec![Figure::Name(name)]), join.facts);
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
    sheet.add(points, Reason::new(key, template, vec![Figure::Name(name)]), renewal.facts);
}
