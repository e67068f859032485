//! A copy of the build that a story may replace by another version, as a deployment does.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use xtask::build;

const COUNT: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;";

/// A folder of its own; it goes when this is dropped.
#[derive(Debug)]
pub(crate) struct Copy(TempDir);

impl Copy {
    pub(crate) fn of(dist: &Path) -> Self {
        let copy = Self(tempfile::tempdir().expect("a temporary folder"));
        copy.fill(dist);
        copy
    }

    pub(crate) fn dir(&self) -> &Path {
        self.0.path()
    }

    /// Makes of it the build again.
    pub(crate) fn becomes_first(&self, dist: &Path) {
        fs::remove_dir_all(self.dir()).expect("the copy can be replaced");
        self.fill(dist);
    }

    fn fill(&self, dist: &Path) {
        self.take(dist, |name, bytes| (name.to_owned(), bytes));
        self.count(&read(&dist.join("index.html")));
    }

    /// Makes of it another version of the build: the digest that is part of every name of the program becomes another,
    /// in names and in what names them, and with it the digests of the scripts that do.
    pub(crate) fn becomes(&self, dist: &Path, version: u8) {
        let page = read(&dist.join("index.html"));
        let stamp = stamp(&page);
        let other = format!("{version:02x}{}", &stamp[2..]);
        fs::remove_dir_all(self.dir()).expect("the copy can be replaced");
        self.take(dist, |name, bytes| {
            let bytes = match String::from_utf8(bytes) {
                Ok(text) if is_text(name) => text.replace(&stamp, &other).into_bytes(),
                Ok(text) => text.into_bytes(),
                Err(binary) => binary.into_bytes(),
            };
            (name.replace(&stamp, &other), bytes)
        });
        let mut page = page.replace(&stamp, &other);
        for script in ["edgewise", "chunks"] {
            let before = fs::read(dist.join(format!("{script}-{stamp}.js"))).expect("it was built");
            let after =
                fs::read(self.dir().join(format!("{script}-{other}.js"))).expect("it was copied");
            page = page.replace(&xtask::offline::sha384(&before), &xtask::offline::sha384(&after));
        }
        self.count(&page);
    }

    /// Writes the page, with a script that counts how often a tab loads it.
    fn count(&self, page: &str) {
        let page = page.replacen("</title>", "</title><script src=\"count.js\"></script>", 1);
        for (name, content) in [("index.html", page.as_str()), ("count.js", COUNT)] {
            fs::write(self.dir().join(name), content).expect("the copy is writable");
        }
    }

    fn take(&self, dist: &Path, change: impl Fn(&str, Vec<u8>) -> (String, Vec<u8>)) {
        for file in build::files(dist) {
            let inside = file.strip_prefix(dist).expect("it is in there").display().to_string();
            let (name, bytes) = change(&inside, fs::read(&file).expect("the build is readable"));
            let target = self.dir().join(name);
            fs::create_dir_all(target.parent().expect("it is in a folder"))
                .expect("the temporary folder is writable");
            fs::write(target, bytes).expect("the temporary folder is writable");
        }
    }
}

fn is_text(name: &str) -> bool {
    [".js", ".html"].iter().any(|end| name.ends_with(end))
}

/// The digest in the names of the program.
fn stamp(page: &str) -> String {
    let (before, _) = page.split_once("_bg.wasm").expect("the page names its program");
    before.rsplit('-').next().unwrap_or_default().to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the build is readable")
}
