//! What went wrong on a page, as the page itself tells its server.

use xtask::server::{Request, Site};

const SCRIPT: &str = include_str!("recorder.js");
const REPORTS: &str = "/__recorded";

/// The site, with a recorder in front of each page's own scripts.
pub(crate) fn install(site: Site) -> Site {
    site.with_script("/__recorder.js", || SCRIPT.to_owned()).with(
        REPORTS,
        "text/plain",
        String::new,
    )
}

/// What the recorder reported.
pub(crate) fn reports(requests: &[Request]) -> Vec<String> {
    requests
        .iter()
        .filter(|request| request.path == REPORTS)
        .map(|request| request.body.clone())
        .collect()
}

/// Whether a request is the recorder's rather than the page's.
pub(crate) fn is_own(request: &Request) -> bool {
    request.path.starts_with("/__")
}
