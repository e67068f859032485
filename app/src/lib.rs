//! Edgewise in the browser: signals over rules-core, and the pages that show them.
//!
//! The rooms and who may name whom (`tests/rooms.rs` holds them to it): `state` (signals and memos; no view, no browser,
//! no words), `platform` (the only room that names web-sys and gloo), `desk` (connects these two), `drawing` (what is drawn
//! when), `components` (rule-free pieces), `documents` (what leaves as text; pure), `frame` (what stands around every page),
//! `pages` (one file per route), `text` (every word).

#![expect(clippy::must_use_candidate, reason = "the component macro cannot carry #[must_use]")]

mod app;
mod chunks;
pub mod components;
pub mod desk;
pub mod documents;
mod drawing;
pub mod frame;
pub mod pages;
pub mod platform;
pub mod state;
pub mod text;

/// Takes over the page.
pub fn start() {
    let crash = &text::t().shell.crash;
    let words = platform::crash::Words {
        title: crash.title,
        body: crash.body,
        data: crash.data,
        again: crash.again,
        details: crash.details,
    };
    platform::crash::install(words, desk::PREFIX);
    if let Some(root) = platform::page::take_over("app") {
        leptos::mount::mount_to(root, app::App).forget();
    }
}
