//! The project's verbs, set-up included: a machine with cargo, git and a package manager can serve and test.
//!
//! One dependency, so that the first `cargo xtask` answers within seconds. The static server is public: the browser
//! stories run their own copies of it.

pub mod args;
pub mod build;
pub mod check;
pub mod fault;
pub mod parity;
pub mod run;
pub mod say;
pub mod serve;
pub mod server;
pub mod setup;
pub mod size;
pub mod steps;
pub mod stories;
pub mod test;
pub mod workspace;
