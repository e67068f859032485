//! OS model: are host changes declared or improvised?
//!
//! The criterion asks whether host and operating model fit each other. An image-based host is worth most where the
//! policy wants declared changes; where a team works on its hosts by hand, its runbooks would have to change first.

use super::{Case, Criterion, FLEET, Sheet, looks};
use crate::catalog::{Cited, Host, HostModel, MachineConfig, Packaging, Shell, Support};
use crate::gates::say;
use crate::outcome::{CriterionId, HostFamily};
use crate::profile::{Compliance, Field, HostChange, OsStandard, Skill, SpecialDrivers, Ssh, Unit};
use crate::reason::Figure;

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::OsModel,
    title: "OS model",
    question: "Are changes of the host declared or improvised?",
    strong: "an immutable image, or a controlled pipeline for configuration",
    warning: "fixes over SSH become accepted operations",
    formula: "3; an image-based host adds 1 (one that is so by choice loses 0.5, and 0.5 where SSH is banned), a declared machine configuration \
              0.5, a missing login 0.5; a mutable host adds 1 where configuration management holds it, loses 2 where \
              only planned images are allowed, 1 where SSH is banned and 0.5 in a large fleet without local \
              administrators, and adds 1 where hosts are swapped and not patched; an image-based host loses 1 where \
              hosts change freely, 0.5 where nobody knows image-based hosts, and without a login 0.5 or 1 where the \
              policy keeps SSH; a host outside the organisation's standard loses 0.5 or 1, the standard adds 0.5, and \
              snaps 0.5 where they are the standard, and they lose 0.5 where versions are pinned and they are not; drivers \
              that the host takes with work cost 0.5, those that it does not take 1; each obligation that is met as it comes adds 0.25, each of which \
              nothing says how it is met costs 0.5",
    reads: &[
        Field::Ssh,
        Field::HostChange,
        Field::LocalLinuxAdmin,
        Field::Sites,
        Field::GrowthSites,
        Field::HostPatchingInLife,
        Field::OsStandard,
        Field::Skills,
        Field::SpecialDrivers,
        Field::VersionPinning,
        Field::Compliance,
    ],
    looks_at: looks::HOST | looks::NODE,
    contributions,
};

fn contributions(case: &Case) -> Sheet {
    let mut sheet = case.sheet(
        3.0,
        say("os-base", "a host whose changes can be declared with configuration management", &[]),
    );
    let Some(host) = case.host else { return sheet };
    declared(case, host, &mut sheet);
    if case.host_is_image() {
        handwork(case, host, &mut sheet);
        chosen_image(case, host, &mut sheet);
    } else {
        pipeline(case, &mut sheet);
        strict_policy(case, host, &mut sheet);
        large_fleet(case, &mut sheet);
        swapped(case, &mut sheet);
    }
    standard(case, host, &mut sheet);
    drivers(case, host, &mut sheet);
    snap(case, &mut sheet);
    obligations(case, host, &mut sheet);
    sheet
}

fn declared(case: &Case, host: &Host, sheet: &mut Sheet) {
    let name = [Figure::Name(host.name)];
    let reason = say("os-image", "{0} changes as an image, not in place", &name);
    sheet.add_if(case.host_is_image(), 1.0, reason, host.model.facts);

    let config = host.machine_config.value;
    let own = matches!(config, Some(MachineConfig::Declared | MachineConfig::Provider));
    let reason = say("os-declared", "{0} takes its state from a declaration", &name);
    sheet.add_if(own, 0.5, reason, host.machine_config.facts);

    let absent = host.shell.is(Shell::Absent);
    let reason = say("os-no-login", "{0} has no login that drift could come through", &name);
    sheet.add_if(absent, 0.5, reason, host.shell.facts);
}

fn strict_policy(case: &Case, host: &Host, sheet: &mut Sheet) {
    let name = [Figure::Name(host.name)];
    let image_only = case.profile.host_change() == HostChange::PlannedImageOnly;
    let reason =
        say("os-image-only", "only planned images are allowed, and {0} changes in place", &name);
    sheet.add_if(image_only, -2.0, reason, host.model.facts);

    let banned = case.profile.ssh() == Ssh::Banned;
    let reason = say("os-ssh-banned", "SSH is banned, and {0} is repaired over it", &name);
    sheet.add_if(banned, -1.0, reason, host.shell.facts);
}

fn pipeline(case: &Case, sheet: &mut Sheet) {
    let held = case.profile.host_change() == HostChange::ConfigManaged;
    let reason =
        say("os-pipeline", "configuration management holds hosts to what is declared", &[]);
    sheet.add_if(held, 1.0, reason, &[]);
}

/// A host that may be either is what the policy wants only where every installation makes the choice.
fn chosen_image(case: &Case, host: &Host, sheet: &mut Sheet) {
    if !host.model.is(HostModel::Either) {
        return;
    }
    let name = [Figure::Name(host.name)];
    let reason = say("os-image-chosen", "{0} is an image only where it is installed as one", &name);
    sheet.add(-0.5, reason, host.model.facts);
    let banned = case.profile.ssh() == Ssh::Banned;
    let reason = say("os-login-chosen", "SSH has to be left out of every image of {0}", &name);
    sheet.add_if(banned, -0.5, reason, host.shell.facts);
}

fn large_fleet(case: &Case, sheet: &mut Sheet) {
    let sites = case.sites();
    let drifts = sites >= FLEET && !case.profile.local_linux_admin();
    let reason = say(
        "os-drift",
        "mutable hosts drift apart over {0} without an administrator",
        &[Figure::Whole(sites.into(), Unit::Sites)],
    );
    sheet.add_if(drifts, -0.5, reason, &[]);
}

fn swapped(case: &Case, sheet: &mut Sheet) {
    let swapped = !case.profile.host_patching_in_life();
    let reason = say(
        "os-swapped",
        "hosts are wiped and swapped instead of patched, so drift ends with them",
        &[],
    );
    sheet.add_if(swapped, 1.0, reason, &[]);
}

fn handwork(case: &Case, host: &Host, sheet: &mut Sheet) {
    let name = [Figure::Name(host.name)];
    let free = case.profile.host_change() == HostChange::Free;
    let reason =
        say("os-free-hosts", "the team changes hosts freely, which {0} does not keep", &name);
    sheet.add_if(free, -1.0, reason, host.model.facts);

    let habit = match case.profile.ssh() {
        Ssh::Allowed => -1.0,
        Ssh::BreakGlass => -0.5,
        Ssh::Banned => 0.0,
    };
    let reason = say("os-ssh-habit", "runbooks may rely on SSH, which {0} does not have", &name);
    sheet.add_if(host.shell.is(Shell::Absent), habit, reason, host.shell.facts);

    let new = !case.profile.skills().has(Skill::ImmutableOs) && case.stack.host != "provider";
    let reason = say("os-skill", "the team has yet to learn how {0} is run", &name);
    sheet.add_if(new, -0.5, reason, &[]);
}

/// A second operating system is one more to own. Kairos can be built on the standard one.
fn standard(case: &Case, host: &Host, sheet: &mut Sheet) {
    let standard = match case.profile.os_standard() {
        OsStandard::UbuntuSnap => "ubuntu",
        OsStandard::Rhel => "rhel",
        OsStandard::OtherLinux => "linux",
        OsStandard::None => return,
    };
    let name = [Figure::Name(host.name)];
    if case.stack.host == standard {
        let reason = say("os-standard", "{0} is the standard of the organisation", &name);
        sheet.add(0.5, reason, &[]);
        return;
    }
    let points = match case.stack.host_family() {
        HostFamily::Talos => -1.0,
        HostFamily::General | HostFamily::Kairos => -0.5,
        HostFamily::Provider => return,
    };
    let reason = say("os-second", "{0} is not the standard of the organisation", &name);
    sheet.add(points, reason, &[]);
}

fn drivers(case: &Case, host: &Host, sheet: &mut Sheet) {
    let (property, template) = match case.profile.special_drivers() {
        SpecialDrivers::None => return,
        SpecialDrivers::Packaged => {
            (&host.packaged_drivers, "drivers on {0} take work of their own")
        }
        SpecialDrivers::VendorKernel => {
            (&host.vendor_kernel, "the kernel of a hardware vendor on {0} takes work of its own")
        }
    };
    let key = match case.profile.special_drivers() {
        SpecialDrivers::VendorKernel => "os-vendor-kernel",
        SpecialDrivers::None | SpecialDrivers::Packaged => "os-drivers",
    };
    let reason = say(key, template, &[Figure::Name(host.name)]);
    let delta = match property.value {
        Some(Support::Action) => -0.5,
        Some(Support::No) => -1.0,
        Some(Support::Yes) | None => 0.0,
    };
    sheet.add(delta, reason, property.facts);
}

/// What the stack has to meet: as it comes, by an action that is known, or on a hope.
fn obligations(case: &Case, host: &'static Host, sheet: &mut Sheet) {
    for obligation in case.profile.compliance().iter() {
        let host_part = part(host, obligation);
        let cluster_part = case.kubernetes.filter(|_| case.framework.is_none()).and_then(|k| {
            Some(match obligation {
                Compliance::Cis => &k.cis,
                Compliance::Fips => &k.fips,
                Compliance::Selinux => &k.selinux,
                Compliance::SecureBoot | Compliance::DiskEncryption => return None,
            })
        });
        let parts = || std::iter::once(host_part).chain(cluster_part);
        let name = [
            Figure::one(Field::Compliance, obligation),
            Figure::Name(host.name),
            Figure::Name(case.kubernetes_name()),
        ];
        if parts().any(|part| part.value.is_none()) {
            let reason =
                say("os-obligation-open", "nothing says how {1} with {2} meets {0}", &name);
            sheet.add(-0.5, reason, &[]);
        } else if parts().all(|part| part.is(Support::Yes)) {
            let facts = || parts().flat_map(|part| part.facts.iter().copied()).collect();
            let reason = say("os-obligation-met", "{1} with {2} meets {0} as it comes", &name);
            sheet.add_citing(0.25, reason, facts);
        }
    }
}

fn part(host: &'static Host, obligation: Compliance) -> &'static Cited<Support> {
    match obligation {
        Compliance::Cis => &host.cis,
        Compliance::Fips => &host.fips,
        Compliance::Selinux => &host.selinux,
        Compliance::SecureBoot => &host.secure_boot,
        Compliance::DiskEncryption => &host.disk_encryption,
    }
}

fn snap(case: &Case, sheet: &mut Sheet) {
    let Some(kubernetes) = case.kubernetes.filter(|_| case.framework.is_none()) else { return };
    if !kubernetes.packaging.is(Packaging::Snap) {
        return;
    }
    let name = [Figure::Name(kubernetes.name)];
    let facts = kubernetes.packaging.facts;
    if case.profile.os_standard() == OsStandard::UbuntuSnap {
        let reason = say(
            "os-snap-standard",
            "{0} is a snap, as the standard of the organisation has it",
            &name,
        );
        sheet.add(0.5, reason, facts);
    } else if case.profile.version_pinning() {
        let reason = say(
            "os-snap",
            "{0} is a snap, which changes by itself until somebody holds it, and there is no snap standard",
            &name,
        );
        sheet.add(-0.5, reason, facts);
    }
}
