//! What stands around every page: header, banner, announcements, and the answer rail.

mod announcer;
mod banner;
mod bars;
mod code;
mod footer;
mod header;
mod menu;
mod offline;
mod place_link;
pub mod rail;
mod share;
mod share_panel;
mod steps;

pub use announcer::Announcer;
pub use banner::Banner;
pub use bars::Bars;
pub use footer::Footer;
pub use header::Header;
pub use offline::Offline;
pub use rail::Rail;
pub use share_panel::SharePanel;
