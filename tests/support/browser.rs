//! A browser with a fresh profile, and what a person does with it.

use std::future::Future;
use std::path::PathBuf;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::driver::{Driver, Engine};
use crate::find::{Computed, Thing};
use crate::keys;
use crate::wait::eventually;
use crate::website::Website;

/// A running browser; dropping it ends it. When the story has failed by then, a picture of the page is kept.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
    runtime: Runtime,
    downloads: PathBuf,
    _driver: Driver,
}

impl Browser {
    /// Starts the chosen engine with a profile that has seen nothing yet.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn open() -> Self {
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let downloads = new_folder();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime starts");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.wishes(&downloads));
        let client = runtime
            .block_on(builder.connect(&driver.address))
            .unwrap_or_else(|cause| panic!("{engine:?}: {cause}"));
        let browser = Self { engine, client, runtime, downloads, _driver: driver };
        browser.widen(1280, 900);
        browser
    }

    /// Which engine this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens a page of the site.
    pub fn visit(&self, website: &Website, path: &str) {
        self.go(&website.url(path));
    }

    /// Opens an address.
    ///
    /// # Panics
    /// When nothing answers there.
    pub fn go(&self, url: &str) {
        self.run(self.client.goto(url)).unwrap_or_else(|cause| panic!("{url}: {cause}"));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.expect(self.client.refresh());
    }

    /// Goes back one page.
    pub fn back(&self) {
        self.expect(self.client.back());
    }

    /// The address that is shown.
    #[must_use]
    pub fn url(&self) -> String {
        self.expect(self.client.current_url()).to_string()
    }

    /// The page's title.
    #[must_use]
    pub fn title(&self) -> String {
        self.expect(self.client.title())
    }

    /// Something on the page, by the role and name that a screen reader announces. An empty name is any name.
    #[must_use]
    pub fn by_role(&self, role: &str, name: &str) -> Thing<'_> {
        Thing::new(self, role, name)
    }

    /// Presses a key, or a chord such as `Shift+Tab`.
    pub fn press(&self, chord: &str) {
        self.expect(self.client.perform_actions(keys::strokes(chord)));
    }

    /// Types at whatever has the focus.
    pub fn keyboard(&self, text: &str) {
        for key in text.chars() {
            self.press(&key.to_string());
        }
    }

    /// Role and name of what has the focus.
    #[must_use]
    pub fn focused(&self) -> (String, String) {
        let element = self.expect(self.client.active_element());
        let computed = |what| self.computed(&element, what).unwrap_or_default();
        (computed("computedrole"), computed("computedlabel"))
    }

    /// Presses Tab until that thing has the focus.
    pub fn tab_to(&self, role: &str, name: &str) {
        self.press_until_at("Tab", role, name);
    }

    /// Presses Shift and Tab until that thing has the focus.
    pub fn tab_back_to(&self, role: &str, name: &str) {
        self.press_until_at("Shift+Tab", role, name);
    }

    fn press_until_at(&self, chord: &str, role: &str, name: &str) {
        let mut met = Vec::new();
        for _ in 0..100 {
            self.press(chord);
            let focused = self.focused();
            if focused.0 == role && focused.1.starts_with(name) {
                return;
            }
            met.push(focused);
        }
        panic!("{chord} does not reach {role} {name:?}; it met {met:?}");
    }

    /// Runs a script in the page and returns its answer.
    ///
    /// # Panics
    /// When the script throws.
    #[must_use]
    pub fn script(&self, script: &str) -> Value {
        self.run_script(script, Vec::new()).unwrap_or_else(|cause| panic!("{script}: {cause}"))
    }

    /// Waits until a script in the page answers with true.
    pub fn until(&self, what: &str, script: &str) {
        eventually(what, || match self.run_script(script, Vec::new()) {
            Ok(Value::Bool(true)) => Ok(()),
            Ok(other) => Err(other.to_string()),
            Err(cause) => Err(cause.to_string()),
        });
    }

    /// Waits until a live region says these words, as a screen reader would read them out.
    pub fn announces(&self, words: &str) {
        let script = format!(
            "return [...document.querySelectorAll('[role=status], [role=alert], output')]
                .some(region => region.innerText.includes({}))",
            json!(words)
        );
        self.until(&format!("somebody to be told {words:?}"), &script);
    }

    /// Makes the window this large.
    pub fn widen(&self, width: u32, height: u32) {
        self.expect(self.client.set_window_size(width, height));
    }

    /// Shows a page 320 pixels wide: in a window of that width, or where the engine's window has a larger minimum, in a
    /// frame of that width.
    ///
    /// # Panics
    /// When the page is not 320 pixels wide in the end.
    pub fn visit_narrow(&self, website: &Website, path: &str) {
        self.widen(320, 700);
        self.visit(website, path);
        let width = || self.script("return window.innerWidth").as_u64();
        if width() == Some(320) {
            return;
        }
        self.go(&website.frame_url());
        let show = format!("document.querySelector('iframe').src = {}", json!(website.url(path)));
        self.run_script(&show, Vec::new()).unwrap_or_else(|cause| panic!("{show}: {cause}"));
        self.expect(self.client.enter_frame(0));
        eventually("the frame to be 320 wide", || match width() {
            Some(320) if self.script("return location.href") == json!(website.url(path)) => Ok(()),
            other => Err(format!("{other:?} at {}", self.script("return location.href"))),
        });
    }

    /// Everything the browser has to complain of: what the page reported to its server, and what the console has.
    #[must_use]
    pub fn complaints(&self, website: &Website) -> Vec<String> {
        let console = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        let console = console.map(|entry| entry["message"].to_string());
        website.reports().into_iter().chain(console).collect()
    }

    /// Fails when anything went wrong on the page so far.
    ///
    /// # Panics
    /// With what went wrong.
    pub fn has_no_complaints(&self, website: &Website) {
        let complaints = self.complaints(website);
        assert!(complaints.is_empty(), "the page has complaints: {complaints:#?}");
    }

    /// Every address that the page itself loaded something from.
    #[must_use]
    pub fn loaded(&self) -> Vec<String> {
        let timing =
            self.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
        let timing =
            timing.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        let network = self.log("performance").into_iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let sent = event["message"]["method"] == "Network.requestWillBeSent";
            let url = event["message"]["params"]["request"]["url"].as_str()?;
            sent.then(|| url.to_owned())
        });
        timing.chain(network).collect()
    }

    /// Chromium's own logs; the other engines have none to ask for.
    fn log(&self, kind: &'static str) -> Vec<Value> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        self.expect(self.client.issue_cmd(Log(kind))).as_array().cloned().unwrap_or_default()
    }

    /// Where this browser puts what it downloads.
    pub(crate) fn downloads(&self) -> &PathBuf {
        &self.downloads
    }

    pub(crate) fn run<T>(
        &self,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, CmdError> {
        self.runtime.block_on(command)
    }

    fn expect<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.run(command).unwrap_or_else(|cause| panic!("the browser refused: {cause}"))
    }

    pub(crate) fn run_script(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<Value, CmdError> {
        self.run(self.client.execute(script, arguments))
    }

    pub(crate) fn run_script_with_callback(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<Value, CmdError> {
        self.run(self.client.execute_async(script, arguments))
    }

    /// The element that a script returned.
    pub(crate) fn element(&self, found: &Value) -> Option<Element> {
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
    }

    /// The label around a box or a radio button.
    pub(crate) fn around(&self, element: &Element) -> Result<Option<Element>, CmdError> {
        let script = "const [box] = arguments;
            return ['checkbox', 'radio'].includes(box.type) ? box.closest('label') : null";
        self.run_script(script, vec![json!(element)]).map(|found| self.element(&found))
    }

    /// What the browser tells assistive technology of an element.
    pub(crate) fn computed(&self, element: &Element, what: &'static str) -> Option<String> {
        let command = Computed { element: element.element_id().to_string(), what };
        let answer = self.run(self.client.issue_cmd(command)).ok()?;
        Some(answer.as_str()?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What is there of a role, for the message of a story that did not find what it looked for.
    pub(crate) fn outline(&self, role: &str) -> String {
        let script = "return document.body.innerText.slice(0, 1500)";
        let text = self
            .run_script(script, Vec::new())
            .map_or_else(|cause| cause.to_string(), |text| text.to_string());
        format!("no such {role} on the page, which reads {text}")
    }

    fn keep_picture(&self) {
        let dir = xtask::workspace::target().join("screenshots");
        let story = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let file = dir.join(format!("{story}-{:?}.png", self.engine).to_lowercase());
        if let (Ok(picture), Ok(())) =
            (self.run(self.client.screenshot()), std::fs::create_dir_all(&dir))
        {
            // The story's own message matters more than a picture that cannot be written.
            let _ = std::fs::write(file, picture);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_picture();
        }
        // The driver is ended in any case.
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = std::fs::remove_dir_all(&self.downloads);
    }
}

/// Chromium's question for a log.
#[derive(Debug)]
struct Log(&'static str);

impl fantoccini::wd::WebDriverCompatibleCommand for Log {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": self.0 }).to_string()))
    }
}

/// A folder that no other story uses.
fn new_folder() -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let dir = std::env::temp_dir().join(format!("edgewise-story-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("the temporary folder is writable");
    dir
}
