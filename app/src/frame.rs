//! What stands around every page: header, banner, announcements, and the answer rail.

mod announcer;
mod banner;
mod header;
mod menu;
pub mod rail;
mod share;

pub use announcer::Announcer;
pub use banner::Banner;
pub use header::Header;
pub use rail::Rail;
