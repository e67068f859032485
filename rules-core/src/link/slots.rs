//! The frozen table of link version 1: which field stands where, and which number each of its ids has.
//!
//! Nothing here follows the order of forms or of the vocabularies. A new field goes to the end of [`SLOTS`], a new id
//! to the end of its list; nothing is moved or taken out, ever. The fields of the quick profile come first, so that a
//! quick profile is short.

use crate::profile::{Answer, Field, Kind};

/// A field in its place.
pub(super) struct Slot {
    pub(super) field: Field,
    pub(super) code: Code,
}

/// How an answer is spelt in bits.
#[derive(Clone, Copy)]
pub(super) enum Code {
    /// One bit.
    YesNo,
    /// A whole number.
    Whole,
    /// The position in the frozen list, in so many bits: room for ids to come.
    Choice(u32, Ids),
    /// A whole number, bit `i` of which stands for position `i` of the frozen list.
    Set(Ids),
}

type Ids = &'static [&'static str];

const fn slot(field: Field, code: Code) -> Slot {
    Slot { field, code }
}

use Code::{Choice, Set, Whole, YesNo};

/// Every slot of version 1, in the order of their bits.
pub(super) const SLOTS: &[Slot] = &[
    slot(Field::Tier, Choice(3, &["far-edge", "near-edge", "regional-edge"])),
    slot(Field::Sites, Whole),
    slot(Field::NodesPerSite, Whole),
    slot(Field::CpuArchitectures, Set(&["x86_64", "arm64", "armv7", "riscv64"])),
    slot(Field::NodeCpuCores, Whole),
    slot(Field::NodeRamMib, Whole),
    slot(Field::NodeDiskGib, Whole),
    slot(Field::WanOutageBudget, Whole),
    slot(
        Field::ImageSupply,
        Choice(3, &["central-registry", "pull-through-cache", "site-mirror", "preloaded"]),
    ),
    slot(Field::LocalOperation, YesNo),
    slot(Field::DeviceSync, YesNo),
    slot(Field::State, Choice(3, &["stateless", "rebuildable", "local-critical"])),
    slot(Field::LocalLinuxAdmin, YesNo),
    slot(Field::Ssh, Choice(3, &["allowed", "break-glass", "banned"])),
    slot(Field::HostChange, Choice(3, &["free", "config-managed", "planned-image-only"])),
    slot(Field::OsStandard, Choice(3, &["none", "ubuntu-snap", "rhel", "other-linux"])),
    slot(Field::GrowthSites, Whole),
    slot(Field::IndependentPower, YesNo),
    slot(Field::WorkloadRamMib, Whole),
    slot(Field::PodsPerNode, Whole),
    slot(Field::StorageMedium, Choice(3, &["nvme", "ssd", "hdd", "flash-card"])),
    slot(Field::HardwareClasses, Whole),
    slot(Field::SpecialDrivers, Choice(3, &["none", "packaged", "vendor-kernel"])),
    slot(Field::Power, Choice(3, &["clean", "ups", "sudden-cuts"])),
    slot(Field::Wan, Choice(3, &["redundant", "single", "intermittent", "narrow"])),
    slot(Field::NetworkReach, Choice(3, &["inbound", "outbound-only", "isolated"])),
    slot(Field::WanBandwidth, Whole),
    slot(Field::Addressing, Choice(3, &["static", "reserved", "dynamic"])),
    slot(Field::MaxLocalDowntime, Whole),
    slot(
        Field::CentralCalls,
        Set(&[
            "git",
            "registry",
            "identity",
            "licence",
            "feature-flags",
            "model-fetch",
            "dns",
            "certificates",
        ]),
    ),
    slot(Field::VmsNeeded, YesNo),
    slot(Field::ShippedInProduct, YesNo),
    slot(Field::Hands, Choice(3, &["nobody", "shop-staff", "technician", "administrator"])),
    slot(Field::VisitHours, Whole),
    slot(Field::PlatformTeam, Whole),
    slot(Field::Skills, Set(&["linux", "gitops", "immutable-os", "upstream-kubernetes"])),
    slot(
        Field::ExistingPlatform,
        Choice(
            4,
            &[
                "none",
                "vanilla-kubernetes",
                "rancher",
                "openshift",
                "canonical",
                "public-cloud",
                "talos",
                "other",
            ],
        ),
    ),
    slot(Field::VendorSupport, YesNo),
    slot(Field::FleetManager, Choice(3, &["none", "own", "bought"])),
    slot(Field::HostPatchingInLife, YesNo),
    slot(Field::VersionPinning, YesNo),
    slot(Field::Compliance, Set(&["cis", "fips", "selinux", "secure-boot", "disk-encryption"])),
    slot(Field::UpgradesPerYear, Whole),
    slot(Field::Rings, Choice(3, &["none", "manual", "automated"])),
    slot(Field::ControlPlane, Choice(3, &["per-site", "shared-centre", "either"])),
    slot(Field::KubernetesUntouched, YesNo),
];

/// Returns the frozen number of an answer; `None` for an answer that has none, which the tests rule out.
pub(super) fn number_of(slot: &Slot, answer: Answer) -> Option<u32> {
    match (slot.code, answer) {
        (YesNo, Answer::YesNo(yes)) => Some(u32::from(yes)),
        (Whole, Answer::Whole(number)) => Some(number),
        (Choice(_, ids), Answer::Choice(at)) => {
            position(ids, vocabulary(slot.field).get(usize::from(at))?)
        }
        (Set(ids), Answer::Set(bits)) => {
            let mut mask = 0;
            for (_, id) in
                vocabulary(slot.field).iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1)
            {
                mask |= 1 << position(ids, id)?;
            }
            Some(mask)
        }
        _ => None,
    }
}

/// Returns the answer that a frozen number stands for; `None` if it stands for nothing in this release.
pub(super) fn answer_of(slot: &Slot, number: u32) -> Option<Answer> {
    match slot.code {
        YesNo => Some(Answer::YesNo(number == 1)),
        Whole => Some(Answer::Whole(number)),
        Choice(_, ids) => {
            let at = position(vocabulary(slot.field), ids.get(number as usize)?)?;
            Some(Answer::Choice(u8::try_from(at).ok()?))
        }
        Set(ids) => {
            let mut bits = 0;
            for at in (0..u32::BITS).filter(|at| number >> at & 1 == 1) {
                bits |= 1 << position(vocabulary(slot.field), ids.get(at as usize)?)?;
            }
            Some(Answer::Set(bits))
        }
    }
}

fn vocabulary(field: Field) -> Ids {
    match field.kind() {
        Kind::Choice(ids) | Kind::Set { ids, .. } => ids,
        Kind::YesNo | Kind::Whole { .. } => &[],
    }
}

fn position(ids: &[&str], id: &str) -> Option<u32> {
    ids.iter().position(|known| *known == id).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_one_slot() {
        for field in Field::ALL {
            assert_eq!(
                SLOTS.iter().filter(|slot| slot.field == *field).count(),
                1,
                "{}",
                field.id()
            );
        }
        assert_eq!(SLOTS.len(), Field::COUNT);
    }

    #[test]
    fn quick_fields_come_first() {
        let quick = Field::quick().count();
        assert!(SLOTS[..quick].iter().all(|slot| slot.field.is_quick()));
    }

    #[test]
    fn every_answer_has_a_number_of_its_own() {
        for slot in SLOTS {
            for answer in slot.field.samples() {
                let number = number_of(slot, answer);
                let back = number.and_then(|number| answer_of(slot, number));
                assert_eq!(back, Some(answer), "{}: {answer:?}", slot.field.id());
            }
        }
    }

    #[test]
    fn choices_fit_their_bits() {
        for slot in SLOTS {
            if let Choice(width, ids) = slot.code {
                assert!(ids.len() <= 1 << width, "{}", slot.field.id());
            }
        }
    }
}
