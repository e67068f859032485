//! Observability: what can responders see during a partition?

use super::{Case, Criterion, Sheet, looks};
use crate::catalog::{Delivery, Shell};
use crate::gates::say;
use crate::outcome::CriterionId;
use crate::profile::{Field, Hands, Ssh};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::Observability,
    title: "Observability",
    question: "What can responders see during a partition?",
    strong: "there is a plan for local and for central telemetry",
    warning: "the platform goes dark when the link fails",
    formula: "2; an API at the site that answers while cut off adds 1, as does a provider's in the region behind \
              redundant links; or a framework's local tools up to 0.5, its telemetry up to 0.5 and an upstream kubelet \
              0.25; metrics that come along up to 0.5; logs that leave the host without an agent 0.5; a login that \
              somebody at the site may use 0.5",
    reads: &[Field::Tier, Field::Wan, Field::Ssh, Field::LocalLinuxAdmin, Field::Hands],
    looks_at: looks::HOST | looks::NODE | looks::KUBERNETES | looks::PATTERN,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = case.sheet(
        2.0,
        say("observability-base", "the centre sees a site as long as the link is up", &[]),
    );
    if case.control_plane_at_site() {
        at_site(case, &mut sheet);
    } else {
        from_afar(case, &mut sheet);
    }
    host(case, &mut sheet);
    sheet
}

fn at_site(case: &Case, sheet: &mut Sheet) {
    let reason = say(
        "observability-local-api",
        "events, logs and states can be read from the API at the site while it is cut off",
        &[],
    );
    sheet.add(1.0, reason, &[]);
    let Some(kubernetes) = case.kubernetes else { return };
    let metrics = &kubernetes.batteries.metrics;
    let points = match metrics.delivery {
        Delivery::Bundled => 0.5,
        Delivery::OptIn => 0.25,
        Delivery::Absent | Delivery::NotStated => 0.0,
    };
    let reason = say(
        "observability-metrics",
        "{0} brings metrics of nodes and pods",
        &[Figure::Name(kubernetes.name)],
    );
    sheet.add(points, reason, metrics.facts);
}

fn from_afar(case: &Case, sheet: &mut Sheet) {
    let region = say(
        "observability-provider-region",
        "the provider's API and monitoring stand in the region, behind redundant links",
        &[],
    );
    sheet.add_if(case.provider_in_region(), 1.0, region, &[]);
    let Some(framework) = case.framework else { return };
    let tools =
        sentences!("observability-edge-tools", "{0}: pods can be looked at on the node itself");
    sheet.support(&framework.local_tools, (0.5, 0.25), tools, framework.name);
    let telemetry =
        sentences!("observability-telemetry", "{0} carries metrics and logs to the centre");
    sheet.support(&framework.telemetry, (0.5, 0.25), telemetry, framework.name);
    let kubelet = sentences!(
        "observability-kubelet",
        "{0} leaves edge nodes a kubelet that usual tools can read"
    );
    sheet.support(&framework.keeps_kubelet, (0.25, 0.0), kubelet, framework.name);
}

fn host(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    // An agent that the team brings can be brought everywhere: only what comes with the host counts.
    let shipping = sentences!("observability-log-shipping", "{0} sends its logs without an agent");
    sheet.support(&host.log_shipping, (0.5, 0.0), shipping, host.name);

    let somebody = case.profile.local_linux_admin()
        || matches!(case.profile.hands(), Hands::Technician | Hands::Administrator);
    let login = matches!(host.shell.value, Some(Shell::Present | Shell::Removable));
    let reason = say(
        "observability-login",
        "somebody at the site may log in to {0} and look",
        &[Figure::Name(host.name)],
    );
    let may = somebody && login && case.profile.ssh() != Ssh::Banned;
    sheet.add_if(may, 0.5, reason, host.shell.facts);
}
