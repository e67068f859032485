//! Observability: what can responders see during a partition?

use super::{Case, Criterion, Sheet, support};
use crate::catalog::{Delivery, Shell};
use crate::outcome::CriterionId;
use crate::profile::{Field, Hands, Ssh};
use crate::reason::{Figure, Reason};

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::Observability,
    title: "Observability",
    question: "What can responders see during a partition?",
    strong: "there is a plan for local and for central telemetry",
    warning: "the platform goes dark when the link fails",
    formula: "2; an API at the site that answers while cut off adds 1, or a framework's local tools up to 0.5; metrics \
              that come along up to 0.5; a framework's telemetry up to 0.5; logs that leave the host without an agent \
              up to 0.5; a login that somebody at the site may use 0.5",
    reads: &[Field::Tier, Field::Ssh, Field::LocalLinuxAdmin, Field::Hands],
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = Sheet::base(
        2.0,
        Reason::plain("observability-base", "the centre sees a site as long as the link is up"),
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
    let reason = Reason::plain(
        "observability-local-api",
        "events, logs and states can be read from the API at the site while it is cut off",
    );
    sheet.add(1.0, reason, &[]);
    let Some(kubernetes) = case.kubernetes else { return };
    let metrics = &kubernetes.batteries.metrics;
    let points = match metrics.delivery {
        Delivery::Bundled => 0.5,
        Delivery::OptIn => 0.25,
        Delivery::Absent | Delivery::NotStated => 0.0,
    };
    let reason = Reason::new(
        "observability-metrics",
        "{0} brings metrics of nodes and pods",
        vec![Figure::Name(kubernetes.name)],
    );
    sheet.add(points, reason, metrics.facts);
}

fn from_afar(case: &Case, sheet: &mut Sheet) {
    let Some(framework) = case.framework else { return };
    let name = || vec![Figure::Name(framework.name)];
    let tools = &framework.local_tools;
    let reason = Reason::new(
        "observability-edge-tools",
        "{0}: pods can be looked at on the node itself",
        name(),
    );
    sheet.add(support(tools, 0.5, 0.25), reason, tools.facts);
    let telemetry = &framework.telemetry;
    let reason = Reason::new(
        "observability-telemetry",
        "{0} carries metrics and logs to the centre",
        name(),
    );
    sheet.add(support(telemetry, 0.5, 0.25), reason, telemetry.facts);
}

fn host(case: &Case, sheet: &mut Sheet) {
    let Some(host) = case.host else { return };
    let name = || vec![Figure::Name(host.name)];
    let shipping = &host.log_shipping;
    let reason =
        Reason::new("observability-log-shipping", "{0} sends its logs without an agent", name());
    sheet.add(support(shipping, 0.5, 0.25), reason, shipping.facts);

    let somebody = case.profile.local_linux_admin()
        || matches!(case.profile.hands(), Hands::Technician | Hands::Administrator);
    let login = matches!(host.shell.value, Some(Shell::Present | Shell::Removable));
    let reason = Reason::new(
        "observability-login",
        "somebody at the site may log in to {0} and look",
        name(),
    );
    let may = somebody && login && case.profile.ssh() != Ssh::Banned;
    sheet.add_if(may, 0.5, reason, host.shell.facts);
}
