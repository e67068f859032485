//! Words of the frame around every page.

use rules_core::link::LinkFault;

use crate::state::model::Told;
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
    /// The Options page.
    pub options: &'static str,
    /// The fact sheet of an option, by its name.
    pub sheet: fn(option: &str) -> String,
    /// The Method page.
    pub method: &'static str,
    /// Name of the links at the foot of every page.
    pub foot: &'static str,
    /// The page for an address that leads nowhere.
    pub missing: Missing,
    /// How saving stands.
    pub save: Save,
    /// Taking steps back.
    pub steps: Steps,
    /// What was done at the user's wish, as a sentence.
    pub told: fn(&Told) -> String,
    /// The profile menu.
    pub menu: Menu,
    /// The button that opens the share panel, and its name.
    pub share: &'static str,
    /// The banner over someone else's profile.
    pub preview: Preview,
    /// A link that cannot be opened.
    pub broken: Broken,
    /// Why a text from outside was refused, as a whole sentence.
    pub refused: fn(&Refused) -> String,
    /// While a page is fetched.
    pub later: Later,
    /// The page of last resort.
    pub crash: Crash,
    /// The name of a state that was kept apart from another tab's.
    pub set_apart: fn(name: &str) -> String,
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
    /// Another tab has the profile.
    pub elsewhere: &'static str,
    /// What can be done when saving does not work.
    pub advice: &'static str,
}

/// Undo and redo.
pub struct Steps {
    /// The two buttons together, for those who cannot see them.
    pub title: &'static str,
    /// Takes a step back.
    pub undo: &'static str,
    /// Takes it again.
    pub redo: &'static str,
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
    /// Its earlier states; the title of that page as well.
    pub history: &'static str,
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
    /// Leads to the Compare page.
    pub compare: &'static str,
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

/// A part of Edgewise that is fetched when it is first needed.
pub struct Later {
    /// On its way.
    pub coming: &'static str,
    /// Heading when it did not arrive.
    pub title: &'static str,
    /// What happened, and that nothing is lost.
    pub body: &'static str,
    /// Fetches it again.
    pub again: &'static str,
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
