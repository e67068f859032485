//! The project's verbs, set-up included: a machine with cargo, git and a package manager can serve and test.
//!
//! Few and small dependencies, so that the first `cargo xtask` answers within seconds; what draws the icons is built only
//! when they are drawn. The static server is public: the browser
//! stories run their own copies of it.

pub mod args;
pub mod bench;
pub mod build;
pub mod check;
pub mod chunks;
pub mod fault;
pub mod fuzz;
pub mod icons;
pub mod offline;
pub mod paint;
pub mod parity;
pub mod peers;
pub mod room;
pub mod run;
pub mod say;
pub mod serve;
pub mod server;
pub mod setup;
pub mod single;
pub mod size;
pub mod steps;
pub mod stories;
pub mod test;
pub mod workspace;
