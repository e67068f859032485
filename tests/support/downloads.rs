//! Files that the page offers for download.

use serde_json::Value;

use crate::browser::Browser;
use crate::driver::Engine;
use crate::wait::eventually;

/// What was downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    pub name: String,
    pub text: String,
}

/// Keeps what a link with `download` points to, where the engine under automation writes no files.
const KEEP: &str = "window.__kept = [];
    const [click, make, blobs] = [HTMLElement.prototype.click, URL.createObjectURL, new Map()];
    URL.createObjectURL = blob => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
    const keep = link => blobs.get(link.href).text().then(text => __kept.push([link.download, text]));
    HTMLAnchorElement.prototype.click = function () { this.download ? keep(this) : click.call(this); };";

impl Browser {
    /// Does what starts a download, and returns the file once it is whole.
    #[must_use]
    pub fn download(&self, start: impl FnOnce()) -> Download {
        if self.engine() == Engine::WebKit {
            return self.kept(start);
        }
        let before = self.downloaded();
        start();
        eventually("a file to be downloaded", || {
            let now = self.downloaded();
            let new = now
                .iter()
                .find(|name| !before.contains(name) && !is_partial(name))
                .ok_or("nothing yet")?;
            if now.iter().any(|name| is_partial(name)) {
                return Err("it is still being written".to_owned());
            }
            let text = std::fs::read_to_string(self.downloads().join(new))
                .map_err(|cause| cause.to_string())?;
            Ok(Download { name: new.clone(), text })
        })
    }

    /// As [`Self::download`], from the page itself: WebKitGTK's browser asks where to put a file, and nobody answers.
    fn kept(&self, start: impl FnOnce()) -> Download {
        let _ = self.script(KEEP);
        start();
        eventually("a file to be offered", || {
            let kept = self.script("return window.__kept[0] ?? null");
            let part = |at: usize| kept[at].as_str().map(str::to_owned);
            match (part(0), part(1)) {
                (Some(name), Some(text)) => Ok(Download { name, text }),
                _ => Err(Value::to_string(&kept)),
            }
        })
    }

    fn downloaded(&self) -> Vec<String> {
        let entries =
            std::fs::read_dir(self.downloads()).into_iter().flatten().filter_map(Result::ok);
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }
}

fn is_partial(name: &str) -> bool {
    [".part", ".crdownload", ".tmp"].iter().any(|end| name.ends_with(end))
        || name.starts_with(".org.chromium")
}
