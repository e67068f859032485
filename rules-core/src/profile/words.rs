//! Answers as they stand inside an English sentence of the method: "etcd writes to an SSD", not "to ssd".
//!
//! Labels of forms are the app's; these words are chosen so that the templates of the rules read well.

use super::field::{Answer, Field, Kind};

impl Field {
    /// Returns an answer in words: `an SSD`, `a memory card`, `x86-64, arm64`. What has no words of its own reads as in
    /// [`Field::print`].
    #[must_use]
    pub fn words(self, answer: Answer) -> String {
        let all = self.vocabulary();
        match (self.kind(), answer) {
            (Kind::Choice(_), Answer::Choice(at)) => {
                all.get(usize::from(at)).map_or_else(String::new, |word| (*word).to_owned())
            }
            (Kind::Set { .. }, Answer::Set(bits)) if bits != 0 => {
                let chosen = all.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0);
                chosen.map(|(_, word)| *word).collect::<Vec<_>>().join(", ")
            }
            _ => self.print(answer),
        }
    }

    /// The words of a vocabulary, in its order.
    fn vocabulary(self) -> &'static [&'static str] {
        match self {
            Self::Tier => &["far edge", "near edge", "regional edge"],
            Self::CpuArchitectures => &["x86-64", "arm64", "armv7", "riscv64"],
            Self::StorageMedium => &["NVMe", "an SSD", "a hard disk", "a memory card"],
            Self::SpecialDrivers => &["no drivers", "packaged drivers", "a vendor's kernel"],
            Self::Power => &["clean shutdowns", "a UPS", "sudden cuts"],
            Self::Wan => &["redundant", "single", "intermittent", "narrow"],
            Self::NetworkReach => &["open both ways", "outbound only", "isolated"],
            Self::Addressing => &["static", "reserved", "dynamic"],
            Self::ImageSupply => &[
                "a central registry",
                "a pull-through cache",
                "a mirror at the site",
                "preloading",
            ],
            Self::State => &["none", "rebuildable", "critical"],
            Self::CentralCalls => &[
                "Git",
                "the registry",
                "identities",
                "licences",
                "feature flags",
                "models",
                "DNS",
                "certificates",
            ],
            Self::Hands => &["nobody", "shop staff", "technicians", "administrators"],
            Self::Skills => {
                &["Linux", "GitOps", "immutable operating systems", "upstream Kubernetes"]
            }
            Self::ExistingPlatform => &[
                "none",
                "vanilla Kubernetes",
                "Rancher",
                "OpenShift",
                "Canonical's",
                "a public cloud",
                "Talos",
                "another",
            ],
            Self::FleetManager => &["none", "one's own", "bought"],
            Self::Ssh => &["allowed", "for emergencies only", "banned"],
            Self::HostChange => {
                &["freely", "by configuration management", "by planned images only"]
            }
            Self::OsStandard => &["none", "Ubuntu with snap", "the RHEL family", "another Linux"],
            Self::Compliance => {
                &["the CIS benchmark", "FIPS", "SELinux", "secure boot", "disk encryption"]
            }
            Self::Rings => &["not at all", "by hand", "automatically"],
            Self::ControlPlane => &["at each site", "shared in the centre", "at either place"],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_vocabulary_has_words() {
        for field in Field::ALL {
            let ids = match field.kind() {
                Kind::Choice(ids) | Kind::Set { ids, .. } => ids.len(),
                Kind::YesNo | Kind::Whole { .. } => 0,
            };
            assert_eq!(field.vocabulary().len(), ids, "{}", field.id());
        }
    }

    #[test]
    fn answers_read_as_words() {
        assert_eq!(Field::StorageMedium.words(Answer::Choice(3)), "a memory card");
        assert_eq!(Field::CpuArchitectures.words(Answer::Set(0b11)), "x86-64, arm64");
        assert_eq!(Field::Compliance.words(Answer::Set(0)), "none");
        assert_eq!(Field::LocalOperation.words(Answer::YesNo(true)), "yes");
    }
}
