//! The share panel in English.

use crate::text::share::Share;

pub const SHARE: Share = Share {
    title: "Share",
    travels: "The link holds your answers, after the # sign, which browsers never send to a server.",
    travels_bare: "This page is a file on a disk and has no address to link to. The text below holds your answers: it opens \
                   in any Edgewise, pasted into the Start page.",
    with: "Put into the link",
    with_name: "The profile\u{2019}s name",
    with_weights: "My own weights",
    with_evidence: "The scores that I measured",
    with_notes: "My notes on them",
    notes_too_long: "The notes are longer than a link can be and stay here. A backup holds them, and so does the record.",
    link: "Link to this profile",
    link_help: "Short enough for a chat or a code to scan; damage on the way is noticed",
    code: "Show as a code to scan",
    code_name: "QR code of the link to this profile",
    code_help: "A phone\u{2019}s camera opens it. It says the same as the link above.",
    code_help_bare: "A phone\u{2019}s camera reads it. It says the same as the text above.",
    code_file: "Download the code (.svg)",
    code_too_long: "The link is too long for a code to scan.",
    readable: "The same, readable",
    readable_help: "Longer, but can be written and changed by hand",
    files: "As a file",
    yaml: "Profile, YAML",
    json: "Decision, JSON",
    copy: "Copy",
    copied: "Copied",
    refused: "The browser refused to copy. Select the text and copy it yourself.",
};
