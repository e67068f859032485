//! Prints the method as Markdown: `cargo run -p edgewise-app --example method > docs/method.md`.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use edgewise_app::documents::method;
use edgewise_app::text::t;
use rules_core::catalog::FactSheets;

fn main() {
    print!("{}", method::document(&FactSheets::built_in(), t()));
}
