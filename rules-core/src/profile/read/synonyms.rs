//! Other names under which an answer is known.
//!
//! Only names that mean the same thing: an alias is read for ever, so a loose one would be a trap.

use super::super::field::Field;

/// Returns a word in the one spelling in which words are compared: small letters, one `-` between parts.
pub(in super::super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for part in word
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.'))
        .filter(|part| !part.is_empty())
    {
        if !folded.is_empty() {
            folded.push('-');
        }
        folded.extend(part.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// Returns whether a folded word is the folded form of an id; ids are in small letters and need no folding twice.
pub(in super::super) fn is_fold_of(id: &str, folded: &str) -> bool {
    id.bytes().map(|byte| if byte == b'_' { b'-' } else { byte }).eq(folded.bytes())
}

/// Returns whether the answer is left open.
pub(super) fn is_unknown(typed: &str) -> bool {
    let open = [
        "",
        "unknown",
        "?",
        "don't-know",
        "don\u{2019}t-know",
        "dont-know",
        "null",
        "~",
        "невідомо",
    ];
    open.contains(&fold(typed).as_str())
}

/// Returns whether "none of these" is meant.
pub(super) fn is_none(typed: &str) -> bool {
    matches!(fold(typed).as_str(), "" | "none" | "нічого")
}

/// Returns yes or no, if it is one of them.
pub(in super::super) fn yes_no(typed: &str) -> Option<bool> {
    match fold(typed).as_str() {
        "yes" | "y" | "true" | "on" | "1" | "так" => Some(true),
        "no" | "n" | "false" | "off" | "0" | "ні" => Some(false),
        _ => None,
    }
}

/// Returns the id for which a folded word is another name in this field.
pub(super) fn id_for(field: Field, folded: &str) -> Option<&'static str> {
    // YAML and JSON turn yes and no into these, also where a policy is asked for.
    let folded = match folded {
        "true" => "yes",
        "false" => "no",
        other => other,
    };
    table(field).iter().find(|(alias, _)| *alias == folded).map(|(_, id)| *id)
}

/// Returns the other names of a field's ids, folded.
fn table(field: Field) -> &'static [(&'static str, &'static str)] {
    match field {
        Field::Tier => &[("far", "far-edge"), ("near", "near-edge"), ("regional", "regional-edge")],
        Field::CpuArchitectures => CPU,
        Field::StorageMedium => &[
            ("sd", "flash-card"),
            ("sd-card", "flash-card"),
            ("microsd", "flash-card"),
            ("memory-card", "flash-card"),
            ("emmc", "flash-card"),
            ("hard-disk", "hdd"),
        ],
        Field::NetworkReach => {
            &[("outbound", "outbound-only"), ("nat", "outbound-only"), ("air-gapped", "isolated")]
        }
        Field::Addressing => &[("fixed", "static"), ("dhcp", "dynamic")],
        Field::ImageSupply => IMAGES,
        Field::State => &[("none", "stateless"), ("critical", "local-critical")],
        Field::CentralCalls => &[
            ("license", "licence"),
            ("feature-flag", "feature-flags"),
            ("certificate", "certificates"),
        ],
        Field::Skills => &[("kubernetes", "upstream-kubernetes")],
        Field::ExistingPlatform => {
            &[("kubernetes", "vanilla-kubernetes"), ("vanilla", "vanilla-kubernetes")]
        }
        Field::Ssh => &[
            ("yes", "allowed"),
            ("breakglass", "break-glass"),
            ("no", "banned"),
            ("forbidden", "banned"),
        ],
        Field::HostChange => {
            &[("image-only", "planned-image-only"), ("config-management", "config-managed")]
        }
        Field::OsStandard => &[("ubuntu", "ubuntu-snap"), ("red-hat", "rhel"), ("no", "none")],
        Field::Compliance => &[("secureboot", "secure-boot")],
        Field::Rings => &[("automatic", "automated"), ("no", "none")],
        Field::FleetManager | Field::SpecialDrivers => &[("no", "none")],
        Field::ControlPlane => &[("shared-center", "shared-centre"), ("any", "either")],
        _ => &[],
    }
}

const CPU: &[(&str, &str)] = &[
    ("amd64", "x86_64"),
    ("x64", "x86_64"),
    ("intel64", "x86_64"),
    ("aarch64", "arm64"),
    ("armv8", "arm64"),
    ("arm-64", "arm64"),
    ("armv7l", "armv7"),
    ("armhf", "armv7"),
    ("risc-v", "riscv64"),
    ("riscv", "riscv64"),
];

const IMAGES: &[(&str, &str)] = &[
    ("registry", "central-registry"),
    ("central", "central-registry"),
    ("cache", "pull-through-cache"),
    ("pull-through", "pull-through-cache"),
    ("mirror", "site-mirror"),
    ("local-mirror", "site-mirror"),
    ("local-mirror-required", "site-mirror"),
    ("air-gap", "preloaded"),
    ("air-gapped", "preloaded"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Kind;

    #[test]
    fn every_other_name_stands_for_an_id_and_hides_none() {
        for field in Field::ALL {
            let (Kind::Choice(ids) | Kind::Set { ids, .. }) = field.kind() else { continue };
            for id in ids {
                assert_eq!(
                    id_for(*field, &fold(id)),
                    None,
                    "{}: {id} has two meanings",
                    field.id()
                );
                assert!(is_fold_of(id, &fold(id)), "{id}");
            }
            for (alias, id) in table(*field) {
                assert!(ids.contains(id), "{}: {id}", field.id());
                assert_eq!(fold(alias), *alias, "{}", field.id());
            }
        }
    }
}
