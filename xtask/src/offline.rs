//! The last step of a build: digests over everything that was built, for the service worker that keeps it and for the
//! policies that allow the one inline script there is.

use std::fs;
use std::path::Path;

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256, Sha384};

use crate::fault::{OrStop, Result, Stop};
use crate::{build, workspace};

/// The worker's name for ever: browsers ask for it by this name to learn of a newer version.
pub const WORKER: &str = "sw.js";

/// What the worker does not keep: itself, what hosts read, and what is shown or offered beside the page.
const APART: [&str; 4] = [WORKER, "_headers", "404.html", "edgewise.html"];

/// One file of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    /// From the worker's folder; empty for the page itself, which some hosts do not serve as `index.html`.
    path: String,
    digest: String,
}

/// Writes the service worker of what lies in a folder, and the digests that its policies name.
///
/// # Errors
/// When a file cannot be read or written.
pub fn seal(dist: &Path) -> Result<()> {
    allow_rescue(dist)?;
    let source = workspace::root().join("app/worker.js");
    let template = read(&source)?;
    let kept = list(dist)?;
    write(&dist.join(WORKER), &worker(&template, &kept))
}

fn worker(template: &str, kept: &[Kept]) -> String {
    let files: Vec<String> = kept
        .iter()
        .map(|file| format!("  [\"{}\", \"sha256-{}\"],\n", file.path, file.digest))
        .collect();
    template
        .replace("{version}", &version(kept))
        .replace("{files}", &format!("[\n{}]", files.concat()))
}

/// A name for exactly these files with exactly these contents.
fn version(kept: &[Kept]) -> String {
    let mut hasher = Sha256::new();
    for file in kept {
        hasher.update(format!("{} {}\n", file.path, file.digest));
    }
    HEXLOWER.encode(&hasher.finalize()[..8])
}

fn list(dist: &Path) -> Result<Vec<Kept>> {
    let files = build::files(dist).into_iter().map(|file| {
        let inside = file.strip_prefix(dist).unwrap_or(&file);
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        (parts.join("/"), file.clone())
    });
    files
        .filter(|(path, _)| !APART.contains(&path.as_str()))
        .map(|(path, file)| {
            let path = if path == "index.html" { String::new() } else { path };
            if path.contains(['"', '\\']) {
                return Err(Stop::new(format!("Give {} a plain name.", file.display())));
            }
            let bytes = fs::read(&file).or_stop(|| format!("Make {} readable", file.display()))?;
            Ok(Kept { path, digest: sha256(&bytes) })
        })
        .collect()
}

/// Puts the digest of the script in 404.html into its own policy and into that of the headers.
fn allow_rescue(dist: &Path) -> Result<()> {
    let [page, headers] = ["404.html", "_headers"].map(|name| dist.join(name));
    let text = read(&page)?;
    let source = inline_script(&text)
        .ok_or_else(|| Stop::new("Write the script of public/404.html as <script>...</script>."))?;
    let digest = format!("sha256-{}", sha256(source.as_bytes()));
    for file in [page, headers] {
        write(&file, &read(&file)?.replace("{rescue}", &digest))?;
    }
    Ok(())
}

fn inline_script(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("<script>")?;
    rest.split_once("</script>").map(|(script, _)| script)
}

/// A digest as content policies and integrity attributes write it, without its prefix.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    BASE64.encode(&Sha256::digest(bytes))
}

/// As [`sha256`], in the length that the build writes into the page.
#[must_use]
pub fn sha384(bytes: &[u8]) -> String {
    BASE64.encode(&Sha384::digest(bytes))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).or_stop(|| format!("Build again, {} is gone", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).or_stop(|| format!("Make {} writable", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(files: &[(&str, &str)]) -> Vec<Kept> {
        let one = |(path, content): &(&str, &str)| Kept {
            path: (*path).to_owned(),
            digest: sha256(content.as_bytes()),
        };
        files.iter().map(one).collect()
    }

    #[test]
    fn a_version_is_its_files_and_their_contents() {
        let one = version(&kept(&[("", "page"), ("a.js", "1")]));
        assert_eq!(one, version(&kept(&[("", "page"), ("a.js", "1")])));
        assert_ne!(one, version(&kept(&[("", "page"), ("a.js", "2")])));
        assert_ne!(one, version(&kept(&[("", "page"), ("b.js", "1")])));
    }

    #[test]
    fn the_worker_names_every_file_but_those_apart() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dist = folder.path();
        fs::create_dir_all(dist.join("icons")).expect("the temporary folder is writable");
        for (name, content) in [
            ("index.html", "page"),
            ("icons/a.png", "icon"),
            ("sw.js", "old"),
            ("404.html", "<script>x</script><meta {rescue}>"),
            ("_headers", "script-src '{rescue}'"),
        ] {
            fs::write(dist.join(name), content).expect("the temporary folder is writable");
        }
        seal(dist).expect("all files are there");
        let worker = read(&dist.join(WORKER)).expect("it was written");
        for line in [
            "[\"\", \"sha256-".to_owned(),
            format!("[\"icons/a.png\", \"sha256-{}\"]", sha256(b"icon")),
        ] {
            assert!(worker.contains(&line), "no {line} in {worker}");
        }
        assert!(!worker.contains("[\"_headers") && !worker.contains("[\"404"), "{worker}");
        assert!(!worker.contains("{version}") && !worker.contains("{files}"), "{worker}");
        let digest = format!("sha256-{}", sha256(b"x"));
        assert_eq!(read(&dist.join("_headers")).expect("there"), format!("script-src '{digest}'"));
        assert!(
            read(&dist.join("404.html")).expect("there").ends_with(&format!("<meta {digest}>"))
        );
    }

    /// The page's own policy and the one in the headers are written twice; what only a header can say aside.
    #[test]
    fn page_and_headers_hold_the_same_policy() {
        let root = workspace::root();
        let page = read(&root.join("app/index.html")).expect("the page is there");
        let headers = read(&root.join("public/_headers")).expect("the headers are there");
        let (_, rest) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
        let own = rest.split_once('"').map_or("", |(policy, _)| policy);
        let (_, rest) = headers.split_once("Content-Security-Policy: ").expect("a policy");
        let sent = rest.lines().next().unwrap_or_default();
        let sent = sent.replace(" '{rescue}'", "").replace("; frame-ancestors 'none'", "");
        assert_eq!(own, sent);
        assert!(!headers.contains("unsafe-inline") && !headers.contains("'unsafe-eval'"));
    }
}
