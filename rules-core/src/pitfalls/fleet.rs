//! Pitfalls of number: what is nothing at one site and a project at all of them.

use super::{Found, Rule};
use crate::catalog::{Delivery, HostModel, Part};
use crate::outcome::FactId;
use crate::profile::{AssumedProfile, Field, SpecialDrivers, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

/// Minutes that one small repair by hand is reckoned to take at one site: an assumption, chosen low, since it leaves out
/// retries, night windows and sites that fail.
pub const MANUAL_FIX_MINUTES: u32 = 15;

/// Hours from which work by hand is worth a word: a working day of one person.
const WORKDAY_HOURS: u64 = 8;

/// Returns the hours that a repair by hand takes at every site.
///
/// # Formula
/// `minutes * sites / 60`, rounded up
#[must_use]
pub fn manual_fix_hours(minutes: u32, sites: u32) -> u64 {
    (u64::from(minutes) * u64::from(sites)).div_ceil(60)
}

/// Whether work by hand at every site is more than a nuisance.
pub(crate) fn is_a_fleet(profile: &AssumedProfile) -> bool {
    manual_fix_hours(MANUAL_FIX_MINUTES, profile.sites()) >= WORKDAY_HOURS
}

pub(super) const MANUAL_FIX: Rule = Rule {
    id: "manual-fix-at-fleet-size",
    title: "Manual fix at fleet size",
    reads: &[Field::Sites, Field::GrowthSites],
    look: manual_fix,
};

fn manual_fix(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let (sites, later) = (profile.sites(), profile.growth_sites());
    if !is_a_fleet(profile) {
        return None;
    }
    let hours = |sites| Figure::Whole(manual_fix_hours(MANUAL_FIX_MINUTES, sites), Unit::Hours);
    let mut figures = vec![
        Figure::Whole(u64::from(MANUAL_FIX_MINUTES), Unit::Minutes),
        Figure::Whole(u64::from(sites), Unit::Sites),
        hours(sites),
    ];
    let reason = if later > sites {
        figures.extend([Figure::Whole(u64::from(later), Unit::Sites), hours(later)]);
        let template = "a repair by hand that takes {0} takes {2} at {1} and {4} once there are {3}, before retries, \
                        night windows and sites that fail; {0} is an assumption";
        Reason::new("pitfall-manual-fix-growth", template, figures)
    } else {
        let template = "a repair by hand that takes {0} takes {2} at {1}, before retries, night windows and sites that \
                        fail; {0} is an assumption";
        Reason::new("pitfall-manual-fix", template, figures)
    };
    let model = &candidate.host.model;
    Some(Found::new(reason, declared(model.value)).citing(&[model.facts]))
}

/// What takes the place of repairs by hand on a host of this kind.
fn declared(model: Option<HostModel>) -> Reason {
    if model == Some(HostModel::Mutable) {
        let template = "let every change of a host come from one reviewed source and reach all sites in rings; a node that \
                        differs is wiped and set up anew, not repaired";
        return Reason::plain("pitfall-manual-fix-declare", template);
    }
    let template = "put the change into the image or the machine configuration and roll it out in rings; a node that \
                    differs is replaced, not repaired";
    Reason::plain("pitfall-manual-fix-image", template)
}

pub(super) const HARDWARE: Rule = Rule {
    id: "hardware-diversity-forgotten",
    title: "Hardware diversity forgotten",
    reads: &[Field::HardwareClasses, Field::CpuArchitectures, Field::SpecialDrivers],
    look: hardware,
};

fn hardware(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let classes = profile.hardware_classes().max(profile.cpu_architectures().len());
    if classes < 2 {
        return None;
    }
    let architectures = Field::CpuArchitectures;
    let figures = vec![
        Figure::Whole(u64::from(classes), Unit::Classes),
        Figure::Answer(architectures, profile.answer(architectures)),
        Figure::Answer(Field::SpecialDrivers, profile.answer(Field::SpecialDrivers)),
    ];
    let reason = if profile.special_drivers() == SpecialDrivers::None {
        let template = "{0} of machine ({1}) differ in network cards, disks, firmware and how they take a power cut: an \
                        upgrade that passed on one has been tested on one";
        Reason::new("pitfall-hardware", template, figures)
    } else {
        let template =
            "{0} of machine ({1}) need {2}: a new kernel has to find its drivers on each of them";
        Reason::new("pitfall-hardware-drivers", template, figures)
    };
    let fix = Reason::plain(
        "pitfall-hardware-matrix",
        "keep a list of models with firmware, drivers and power behaviour, and let the first ring hold a site of every model",
    );
    let drivers: &[FactId] = match profile.special_drivers() {
        SpecialDrivers::None => &[],
        SpecialDrivers::Packaged => candidate.host.packaged_drivers.facts,
        SpecialDrivers::VendorKernel => candidate.host.vendor_kernel.facts,
    };
    Some(Found::new(reason, fix).citing(&[drivers]))
}

/// Parts from which "it came with it" is a list that nobody remembers.
const MANY_PARTS: usize = 3;

pub(super) const BUNDLED: Rule = Rule {
    id: "bundled-defaults-unwritten",
    title: "Bundled parts become the standard unnoticed",
    reads: &[Field::Sites],
    look: bundled,
};

fn bundled(profile: &AssumedProfile, candidate: &Candidate) -> Option<Found> {
    let parts = candidate.distribution.batteries.parts();
    let documented = |part: &Part| part.delivery == Delivery::Bundled && part.is_documented();
    let bundled = || parts.iter().filter(|(_, part)| documented(part));
    let several = bundled().count() >= MANY_PARTS && candidate.framework.is_none();
    if !(several && is_a_fleet(profile)) {
        return None;
    }
    let figures = vec![
        Figure::Name(candidate.distribution.name),
        Figure::Count(bundled().count() as u64),
        Figure::Count(parts.len() as u64),
        Figure::Whole(u64::from(profile.sites()), Unit::Sites),
    ];
    let template = "{0} brings {1} of {2} parts switched on, and at {3} each of them is the standard, chosen or not";
    let fix = Reason::plain(
        "pitfall-bundled-write",
        "write down for each part whether it is kept, switched off or replaced, pin its settings, and test its upgrade with \
         that of the cluster",
    );
    let facts: Vec<_> = bundled().flat_map(|(_, part)| part.facts).copied().collect();
    Some(Found::new(Reason::new("pitfall-bundled", template, figures), fix).citing(&[&facts]))
}
