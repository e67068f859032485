//! Room on the disk. A build that runs out of it stops half-way, with words of the linker that do not say so.

use std::path::Path;

use crate::fault::{OrStop, Result, Stop};
use crate::workspace;

/// What all of `cargo xtask test` writes from a clean checkout, in bytes: 5.5 GB, measured on 2026-11-23, and some more.
const ALL: u64 = 7_000_000_000;
/// What a run writes that finds most of it there.
const AGAIN: u64 = 2_000_000_000;

/// Stops before anything is built where there is too little room for it.
///
/// # Errors
/// With what is needed, what there is, and where.
pub fn check() -> Result<()> {
    let target = workspace::target();
    workspace::make(&target)?;
    let free = fs4::available_space(&target)
        .or_stop(|| format!("Find out how much room there is at {}", target.display()))?;
    let need = if workspace::wasm_target().is_dir() { AGAIN } else { ALL };
    enough(free, need, &target)
}

fn enough(free: u64, need: u64, at: &Path) -> Result<()> {
    if free >= need {
        return Ok(());
    }
    let [free, need] = [free, need]
        .map(|bytes| format!("{}.{} GB", bytes / 1_000_000_000, bytes / 100_000_000 % 10));
    Err(Stop::new(format!(
        "The disk has {free} of room at {}, and this takes {need}. Make room, or set CARGO_TARGET_DIR to a folder on another disk.",
        at.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_room_is_said_with_both_figures_and_a_way_on() {
        let at = Path::new("/somewhere");
        assert!(enough(ALL, ALL, at).is_ok());
        let said = enough(287_000_000, ALL, at).expect_err("too little").to_string();
        assert_eq!(
            said,
            "The disk has 0.2 GB of room at /somewhere, and this takes 7.0 GB. Make room, or set CARGO_TARGET_DIR to a folder on another disk."
        );
    }

    #[test]
    fn there_is_room_where_this_test_was_built() {
        assert!(fs4::available_space(workspace::target()).is_ok_and(|free| free > 0));
    }
}
