//! The sites that the benches decide for.

use rules_core::profile::{Field, SiteProfile};
use rules_core::yaml;

/// A site of which everything is known.
pub fn full() -> SiteProfile {
    let example = include_str!("../../../docs/example-site.yaml");
    let mut profile = yaml::read(example).expect("the example is sound").parse().profile;
    for field in Field::ALL {
        if !profile.knows(*field) {
            profile.set(*field, Some(field.assumption()));
        }
    }
    profile
}

/// A site of which the quick questions are answered.
pub fn quick() -> SiteProfile {
    let mut profile = SiteProfile::default();
    for field in Field::quick() {
        profile.set(field, Some(full().answer(field).expect("the full profile has it")));
    }
    profile
}
