//! The only room that names the browser. It knows strings and bytes, no rules and no views.
//!
//! The browser may refuse anything, so whatever can fail returns a `Result` or does nothing; nothing here unwraps.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod fetch;
pub mod files;
pub mod journal;
pub mod keys;
pub mod offline;
pub mod page;
pub mod single;
pub mod storage;
pub mod tabs;
