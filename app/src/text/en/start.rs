//! The Start page in English.

use crate::text::start::Start;

pub const START: Start = Start {
    title: "Which Kubernetes for your edge sites?",
    lead: "Describe a site. Edgewise says which stacks to evaluate first, why, and what was ruled out, \
           and writes the decision down so that others can check it.",
    begin: "Where does the hardware stand?",
    tiers: [
        (
            "far-edge",
            "Far edge",
            "Gateways, vehicles, kiosks: close to devices, small machines, hardly any hands",
        ),
        (
            "near-edge",
            "Near edge",
            "Stores, plants, clinics, branches: local services that must outlive the link",
        ),
        (
            "regional-edge",
            "Regional edge",
            "Metro sites and points of presence: server rooms near the users",
        ),
    ],
    new: "Start with a blank profile",
    new_help: "Sixteen questions, about two minutes",
    example: "Open the example",
    example_name: "Retail chain (example)",
    example_help: "A retail chain with 3,400 stores, as a preview",
    saved: "Your profiles",
    none_saved: "Nothing saved yet. What you enter is kept in this browser as you type.",
    open: |name| format!("Open {name}"),
    current: "open now",
    duplicate: "Duplicate",
    delete: "Delete",
    deleted: |name| format!("\u{201c}{name}\u{201d} was deleted."),
    undo: "Undo",
    copy_of: |name| format!("{name} (copy)"),
    bring: "Bring a profile along",
    file: "Open a file",
    file_help: "YAML or JSON, as exported here or written by hand",
    paste: "Paste a link or a profile",
    paste_help: "A shared link, tier=near-edge&sites=3400, YAML or JSON",
    open_pasted: "Open what I pasted",
    unreadable: "This cannot be read as a profile. Nothing was changed.",
    empty: "Paste something first.",
    too_large: "The file is larger than 1 MB; a profile is never that large.",
    file_failed: "The browser could not read the file.",
    set_aside: |count| match count {
        1 => "One saved profile could not be read. It was set aside, not deleted.".to_owned(),
        more => {
            format!("{more} saved profiles could not be read. They were set aside, not deleted.")
        }
    },
    privacy: "Everything happens in this browser. Nothing you enter is sent anywhere.",
};
