//! From a path to an answer, without any socket.

use std::fs;
use std::path::{Path, PathBuf};

use super::headers::Headers;
use super::{Request, mime};

/// A folder of files, mounted at a path.
#[derive(Debug)]
pub struct Site {
    dir: PathBuf,
    /// Opens and closes with a slash.
    mount: String,
    framed: bool,
    extras: Vec<Extra>,
    head: Vec<String>,
    harm: Option<Harm>,
}

/// Does something to an answer on its way.
type Doer = Box<dyn Fn(&Request, &mut Answer) + Send + Sync>;

struct Harm(Doer);

impl std::fmt::Debug for Harm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Harm")
    }
}

/// A file that exists on the server only.
#[derive(Debug)]
struct Extra {
    path: String,
    kind: &'static str,
    content: Content,
}

/// Makes the content of an extra file when it is asked for.
type Maker = Box<dyn Fn() -> String + Send + Sync>;

struct Content(Maker);

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content")
    }
}

/// What is sent back.
#[derive(Debug)]
pub struct Answer {
    pub status: &'static str,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Site {
    /// The files of a folder, at `/`.
    #[must_use]
    pub fn of(dir: &Path) -> Self {
        Self {
            dir: dir.to_path_buf(),
            mount: "/".to_owned(),
            framed: false,
            extras: Vec::new(),
            head: Vec::new(),
            harm: None,
        }
    }

    /// The same files at another path, which opens and closes with a slash.
    #[must_use]
    pub fn at(mut self, mount: &str) -> Self {
        mount.clone_into(&mut self.mount);
        self
    }

    /// Lets a page of this server show the site in a frame, which the shipped headers forbid.
    #[must_use]
    pub fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// Adds a file that is not in the folder, at a path from `/`.
    #[must_use]
    pub fn with(
        mut self,
        path: &str,
        kind: &'static str,
        content: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.extras.push(Extra {
            path: path.to_owned(),
            kind,
            content: Content(Box::new(content)),
        });
        self
    }

    /// Loads a script of this server into every page, before anything else of it.
    #[must_use]
    pub fn with_script(
        mut self,
        path: &str,
        content: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.head.push(format!("<script src=\"{path}\"></script>"));
        self.with(path, "text/javascript; charset=utf-8", content)
    }

    /// Lets something happen to answers on their way, as it does on real networks.
    #[must_use]
    pub fn harmed(mut self, harm: impl Fn(&Request, &mut Answer) + Send + Sync + 'static) -> Self {
        self.harm = Some(Harm(Box::new(harm)));
        self
    }

    /// Answers a request.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Answer {
        let mut answer = self.sound_answer(request);
        if let Some(Harm(harm)) = &self.harm {
            harm(request, &mut answer);
        }
        answer
    }

    fn sound_answer(&self, request: &Request) -> Answer {
        if let Some(extra) = self.extras.iter().find(|extra| extra.path == request.path) {
            return plain("200 OK", extra.kind, (extra.content.0)().into_bytes());
        }
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return text("405 Method Not Allowed", "Only GET and HEAD.");
        }
        let Some(inside) = request.path.strip_prefix(&self.mount) else {
            return text("404 Not Found", "Nothing is served here.");
        };
        let found = segments(inside).and_then(|segments| self.file(&segments));
        match found {
            Some(file) => self.file_answer("200 OK", &file, inside),
            None if self.dir.join("404.html").is_file() => {
                self.file_answer("404 Not Found", &self.dir.join("404.html"), inside)
            }
            None => text("404 Not Found", "There is no such file."),
        }
    }

    fn file(&self, segments: &[String]) -> Option<PathBuf> {
        let place = segments.iter().fold(self.dir.clone(), |place, segment| place.join(segment));
        let file = if place.is_dir() { place.join("index.html") } else { place };
        // Instructions for the host, which hosts do not serve either.
        (file.is_file() && file != self.dir.join("_headers")).then_some(file)
    }

    fn file_answer(&self, status: &'static str, file: &Path, inside: &str) -> Answer {
        let Ok(mut body) = fs::read(file) else {
            return text("500 Internal Server Error", "The file cannot be read.");
        };
        let kind = mime::of(file);
        if kind.starts_with("text/html") {
            body = self.with_head(&body);
        }
        let mut answer = plain(status, kind, body);
        // Read anew each time: a rebuild changes them under a running server.
        let rules = fs::read_to_string(self.dir.join("_headers")).unwrap_or_default();
        for (name, value) in Headers::read(&rules).of(&format!("/{inside}")) {
            answer.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
            answer.headers.push((name, value));
        }
        if self.framed {
            answer.headers.iter_mut().for_each(allow_frame);
        }
        answer
    }

    fn with_head(&self, page: &[u8]) -> Vec<u8> {
        let page = String::from_utf8_lossy(page);
        page.replacen("<head>", &format!("<head>{}", self.head.concat()), 1).into_bytes()
    }
}

fn allow_frame((name, value): &mut (String, String)) {
    if name.eq_ignore_ascii_case("content-security-policy") {
        *value = value.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    }
    if name.eq_ignore_ascii_case("x-frame-options") {
        "SAMEORIGIN".clone_into(value);
    }
}

fn text(status: &'static str, text: &str) -> Answer {
    plain(status, "text/plain; charset=utf-8", text.as_bytes().to_vec())
}

/// An answer that no cache keeps unasked: what was rebuilt a second ago is what is shown.
fn plain(status: &'static str, kind: &str, body: Vec<u8>) -> Answer {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Answer {
        status,
        headers: vec![header("Content-Type", kind), header("Cache-Control", "no-cache")],
        body,
    }
}

/// The parts of a path, decoded; nothing when one of them could lead out of the folder.
fn segments(path: &str) -> Option<Vec<String>> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts.map(|part| decode(part).filter(|name| is_plain_name(name))).collect()
}

fn is_plain_name(name: &str) -> bool {
    !matches!(name, "." | "..") && !name.contains(['/', '\\', '\0', ':'])
}

fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A folder with a page, a secret beside it, and a rule for its headers; it goes when it is dropped.
    fn folder() -> TempDir {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(dir.path().join("dist/deep")).expect("the temporary folder is writable");
        let files = [
            ("secret.txt", "not yours"),
            ("dist/index.html", "<head><title>x</title></head>"),
            ("dist/a b.wasm", "\0asm"),
            ("dist/deep/index.html", "deep"),
            (
                "dist/_headers",
                "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n",
            ),
        ];
        for (file, content) in files {
            fs::write(dir.path().join(file), content).expect("the temporary folder is writable");
        }
        dir
    }

    fn site(folder: &TempDir) -> Site {
        Site::of(&folder.path().join("dist"))
    }

    fn ask(site: &Site, path: &str) -> Answer {
        let request = Request {
            method: "GET".to_owned(),
            path: path.to_owned(),
            query: None,
            headers: Vec::new(),
            body: String::new(),
        };
        site.answer(&request)
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        answer.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    #[test]
    fn files_come_with_their_type_and_the_shipped_headers() {
        let folder = folder();
        let site = site(&folder);
        let wasm = ask(&site, "/a%20b.wasm");
        assert_eq!((wasm.status, header(&wasm, "Content-Type")), ("200 OK", "application/wasm"));
        assert!(header(&wasm, "Content-Security-Policy").contains("frame-ancestors 'none'"));
        assert_eq!(ask(&site, "/deep/").body, b"deep");
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = folder();
        let site = site(&folder);
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/deep/../../secret.txt",
            "/_headers",
            "/%",
        ] {
            assert_eq!(ask(&site, path).status, "404 Not Found", "{path}");
        }
    }

    #[test]
    fn a_missing_page_is_404_in_our_own_words() {
        let folder = folder();
        let site = site(&folder);
        assert_eq!(ask(&site, "/nowhere").body, b"There is no such file.");
        fs::write(site.dir.join("404.html"), "lost?").expect("the temporary folder is writable");
        let lost = ask(&site, "/nowhere");
        assert_eq!((lost.status, lost.body.as_slice()), ("404 Not Found", b"lost?".as_slice()));
    }

    #[test]
    fn a_mounted_site_answers_below_its_path_only() {
        let folder = folder();
        let site = site(&folder).at("/some/path/");
        assert_eq!(ask(&site, "/some/path/").status, "200 OK");
        assert_eq!(ask(&site, "/").status, "404 Not Found");
    }

    #[test]
    fn a_story_may_add_a_script_and_a_frame() {
        let folder = folder();
        let site = site(&folder).framed().with_script("/__recorder.js", || "1".to_owned());
        let page = ask(&site, "/");
        assert!(page.body.starts_with(b"<head><script src=\"/__recorder.js\"></script><title>"));
        assert!(header(&page, "Content-Security-Policy").contains("frame-ancestors 'self'"));
        assert_eq!(ask(&site, "/__recorder.js").body, b"1");
    }
}
