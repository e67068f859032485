//! What must hold of any input at all, one function for each border: no panic, an answer within [`LIMIT`], a reason for
//! every refusal, and what is taken is written and read again as the same.

use std::time::Duration;

use cpu_time::ThreadTime;
use edgewise_app::state::backup;
use rules_core::link::{self, NamePolicy};
use rules_core::profile::Draft;
use rules_core::{json, yaml};

/// Longer than this, and a page would be seen to hang.
pub const LIMIT: Duration = Duration::from_millis(100);

/// A link, or whatever else is pasted for one.
pub fn link(input: &[u8]) {
    in_time(input, |text| {
        let opened = match link::open(text) {
            Ok(opened) => opened,
            Err(fault) => return assert!(!fault.to_string().is_empty(), "an empty reason"),
        };
        if opened.shared.fits() {
            let again = opened.shared.encode(NamePolicy::Include);
            assert_eq!(link::decode(&again), Ok(opened.shared), "written and read again");
        }
    });
}

/// A profile as YAML.
pub fn yaml(input: &[u8]) {
    in_time(input, |text| draft(yaml::read(text)));
}

/// A profile or an exported decision as JSON.
pub fn json_record(input: &[u8]) {
    in_time(input, |text| draft(json::read(text)));
}

/// A backup of all profiles.
pub fn backup(input: &[u8]) {
    in_time(input, |text| match backup::read(text) {
        Ok(saved) => {
            let again = backup::read(&backup::write(&saved, "2026-11-23"));
            assert_eq!(again, Ok(saved), "written and read again");
        }
        Err(faults) => assert!(!faults.is_empty(), "refused without a reason"),
    });
}

fn draft<F: std::fmt::Display>(read: Result<Draft, Vec<F>>) {
    match read {
        Ok(draft) => {
            let profile = draft.parse().profile;
            let again = yaml::read(&yaml::write(&profile, None)).map(|draft| draft.parse().profile);
            assert!(again.is_ok_and(|again| again == profile), "written and read again");
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            assert!(faults.iter().all(|fault| !fault.to_string().is_empty()), "an empty reason");
        }
    }
}

/// Tries an input, which arrives as text as a page would hand it on. Its own time counts: what else the machine does in
/// the meantime does not make it slow.
fn in_time(input: &[u8], trial: impl Fn(&str)) {
    let text = String::from_utf8_lossy(input);
    let begun = ThreadTime::now();
    trial(&text);
    let took = begun.elapsed();
    assert!(took <= LIMIT, "{took:?}, longer than {LIMIT:?}");
}
