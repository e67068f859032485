//! `cargo xtask serve`: sets up, builds, serves on this machine, and says where.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::args::ServeWish;
use crate::fault::Result;
use crate::server::{self, Server, Site};
use crate::setup::Tools;
use crate::{build, say};

/// The port to try first when none is wished for.
const PORT: u16 = 8080;

/// Serves until the process is ended.
///
/// # Errors
/// When something is missing that cannot be brought, the build fails, or the port is taken.
pub fn run(wish: &ServeWish) -> Result<()> {
    let started = Instant::now();
    say::line("Setting up");
    let tools = Tools::to_build()?;
    say::line("Building");
    let dist = if wish.dev { build::dev(&tools)? } else { build::release(&tools)? };
    say::doing(if dist.reused { "nothing has changed since the last build" } else { "built" });
    let site = server::site(&dist.dir);
    let server = listen(if wish.dev { reloading(site) } else { site }, wish.port)?;
    let address = format!("http://{}/", server.address());
    say::line(format_args!(
        "Edgewise is at {address} after {:.1} s. Ctrl+C ends it.",
        started.elapsed().as_secs_f64()
    ));
    if wish.open {
        open(&address);
    }
    if wish.dev {
        watch(&tools);
    }
    server.wait();
    Ok(())
}

/// Listens where it was asked to, else on the usual port or, when that is taken, on any free one.
fn listen(site: Site, port: Option<u16>) -> Result<Server> {
    match port {
        Some(port) => Server::start(site, port),
        None if port_is_free() => Server::start(site, PORT),
        None => Server::start(site, 0),
    }
}

fn port_is_free() -> bool {
    std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, PORT)).is_ok()
}

/// Builds again whenever an input was written to. Never comes back.
fn watch(tools: &Tools) {
    say::line("Watching app, rules-core and public; the page reloads after each build");
    let mut seen = build::last_change();
    loop {
        std::thread::sleep(Duration::from_millis(300));
        let latest = build::last_change();
        if latest == seen {
            continue;
        }
        seen = latest;
        let started = Instant::now();
        match build::dev(tools) {
            Ok(_) => {
                say::doing(format_args!("built again in {:.1} s", started.elapsed().as_secs_f64()));
            }
            Err(fault) => say::problem(fault),
        }
    }
}

/// The same site, whose pages reload themselves once they have been built again.
fn reloading(site: Site) -> Site {
    let build = || build::dev_build().to_string();
    let script = "let seen; setInterval(async () => {\n  const now = await (await fetch('/__build')).text();\n  \
                  if (seen && seen !== now) location.reload();\n  seen = now;\n}, 500);\n";
    site.with("/__build", "text/plain", build)
        .with_script("/__reload.js", move || script.to_owned())
}

/// Shows an address in the browser, where the system has a way to.
fn open(address: &str) {
    let programs = ["xdg-open", "open", "wslview"];
    let shown = programs.iter().any(|program| {
        Command::new(program)
            .arg(address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .is_ok()
    });
    if !shown {
        say::doing("no program here opens addresses; the one above can be copied");
    }
}
