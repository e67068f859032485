//! Waiting for something to become true.

use std::time::{Duration, Instant};

/// Longer than anything on the page takes, on a machine that does ten other things.
const PATIENCE: Duration = Duration::from_secs(45);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again until there is an answer.
///
/// # Panics
/// With `what`, and the last thing seen instead, when the time is up.
pub fn eventually<T>(what: &str, mut ask: impl FnMut() -> Result<T, String>) -> T {
    let started = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(seen) if started.elapsed() > PATIENCE => {
                panic!("waited for {what}; instead: {seen}")
            }
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}
