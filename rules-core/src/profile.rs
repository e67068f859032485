//! The site profile: what a person says of the sites, each answer known or honestly unknown.
//!
//! One table ([`Field`]) names every question with its kind, range and assumption; the YAML form, the JSON form, links,
//! forms on screen and the search for counterfactuals all walk that table. Words for the screen are not here.

mod choices;
mod contradictions;
mod draft;
mod field;
mod keys;
mod read;
mod site;
#[cfg(test)]
pub(crate) mod testing;
mod words;

pub use choices::{
    Addressing, CentralCall, Choice, ChoiceSet, Compliance, ControlPlane, CpuArchitecture,
    ExistingPlatform, FleetManager, Hands, HostChange, ImageSupply, NetworkReach, OsStandard,
    Power, Rings, Skill, SpecialDrivers, Ssh, State, StorageMedium, Tier, Wan,
};
pub(crate) use contradictions::contradiction_ids;
pub use contradictions::contradictions;
pub use draft::{Draft, Parsed, ProfileFault};
pub use field::{Answer, Field, Group, Kind, Unit};
pub use keys::KeyFault;
pub(crate) use keys::{Intake, is_key, takes_list};
pub(crate) use read::shown;
pub use read::{BANDS, FieldFault};
pub use site::{AssumedProfile, SiteProfile};
