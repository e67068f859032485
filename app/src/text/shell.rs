//! Words of the frame around every page.

use rules_core::link::LinkFault;

use crate::state::open::Refused;

/// Header, navigation, status, sharing, and messages that belong to no page.
pub struct Shell {
    /// The two halves of the brand name; the second is set in the accent colour.
    pub brand: (&'static str, &'static str),
    /// Where the brand leads.
    pub home: &'static str,
    /// What stands behind a page's name in the title of the window.
    pub title_suffix: &'static str,
    /// Name of the navigation landmark.
    pub places: &'static str,
    /// The first stop of the Tab key.
    pub skip: &'static str,
    /// Places, as the navigation names them.
    pub start: &'static str,
    /// The Site page.
    pub site: &'static str,
    /// The Decision page.
    pub decision: &'static str,
    /// The Record page.
    pub record: &'static str,
    /// The page for an address that leads nowhere.
    pub missing: Missing,
    /// How saving stands.
    pub save: Save,
    /// The profile menu.
    pub menu: Menu,
    /// The share panel.
    pub share: Share,
    /// The banner over someone else's profile.
    pub preview: Preview,
    /// A link that cannot be opened.
    pub broken: Broken,
    /// Why a text from outside was refused, as a whole sentence.
    pub refused: fn(&Refused) -> String,
    /// The page of last resort.
    pub crash: Crash,
    /// A profile that nobody has named.
    pub unnamed: &'static str,
}

/// An address that leads nowhere.
pub struct Missing {
    /// Heading.
    pub title: &'static str,
    /// What happened.
    pub body: fn(&str) -> String,
    /// The way out.
    pub home: &'static str,
}

/// How saving stands.
pub struct Save {
    /// Nothing typed yet.
    pub fresh: &'static str,
    /// Typed, not yet written.
    pub pending: &'static str,
    /// Written.
    pub saved: &'static str,
    /// The browser has no storage for us.
    pub blocked: &'static str,
    /// The storage is full.
    pub full: &'static str,
    /// Writing failed for another reason.
    pub failed: &'static str,
    /// Somebody else's profile is on screen.
    pub preview: &'static str,
    /// What can be done when saving does not work.
    pub advice: &'static str,
}

/// The profile menu.
pub struct Menu {
    /// What the menu is, for those who cannot see it.
    pub label: &'static str,
    /// The field with the name.
    pub name: &'static str,
    /// Its help line.
    pub name_help: &'static str,
    /// All profiles.
    pub all: &'static str,
    /// A blank one.
    pub new: &'static str,
    /// A copy of this one.
    pub duplicate: &'static str,
}

/// The share panel.
pub struct Share {
    /// The button and the heading.
    pub title: &'static str,
    /// What travels in the link, and what does not.
    pub travels: &'static str,
    /// The compact link.
    pub link: &'static str,
    /// What it is good for.
    pub link_help: &'static str,
    /// The readable link.
    pub readable: &'static str,
    /// What the readable link is for.
    pub readable_help: &'static str,
    /// Files to take away.
    pub files: &'static str,
    /// The profile as a file.
    pub yaml: &'static str,
    /// The whole answer as a file.
    pub json: &'static str,
    /// Copy.
    pub copy: &'static str,
    /// Copied.
    pub copied: &'static str,
    /// The browser refused.
    pub refused: &'static str,
    /// Close.
    pub close: &'static str,
}

/// The banner over someone else's profile.
pub struct Preview {
    /// What this is.
    pub title: &'static str,
    /// What it means.
    pub body: &'static str,
    /// The link was damaged on its way and could be mended.
    pub repaired: &'static str,
    /// Take it over.
    pub keep: &'static str,
    /// Back to one's own.
    pub close: &'static str,
    /// The name that a kept profile gets when it has none.
    pub kept_name: &'static str,
}

/// A link that cannot be opened.
pub struct Broken {
    /// Heading.
    pub title: &'static str,
    /// What is wrong with it, as a whole sentence.
    pub fault: fn(&LinkFault) -> String,
    /// Nothing was changed.
    pub untouched: &'static str,
    /// What may help.
    pub advice: &'static str,
    /// The way out.
    pub close: &'static str,
}

/// The page that is shown when the program stops.
pub struct Crash {
    /// Heading.
    pub title: &'static str,
    /// What happened, and what is safe.
    pub body: &'static str,
    /// Over the text that holds the data.
    pub data: &'static str,
    /// Starts again.
    pub again: &'static str,
    /// Over the technical details.
    pub details: &'static str,
}
