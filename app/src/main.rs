//! The browser's way in.

fn main() {
    edgewise_app::start();
}
