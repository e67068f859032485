//! A browser with a fresh profile, and what a person does with it.

use std::cell::RefCell;
use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::driver::{Driver, Engine};
use crate::find::{Computed, Thing};
use crate::keys;
use crate::wait::eventually;
use crate::website::Website;

/// How long a browser may take to start.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a driver may take over one command: one that never answers fails its story and does not hold up the rest.
const COMMAND: Duration = Duration::from_secs(60);

/// A running browser; dropping it ends it. When the story has failed by then, a picture of the page is kept.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
    runtime: Runtime,
    /// Where it puts what it downloads; goes when this is dropped.
    downloads: TempDir,
    /// In the order in which they were opened, which not every driver lists them in.
    tabs: RefCell<Vec<WindowHandle>>,
    _driver: Driver,
}

impl Browser {
    /// Starts the chosen engine with a profile that has seen nothing yet.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn open() -> Self {
        Self::start(None)
    }

    /// Starts the chosen engine with a profile that is kept in a folder; `None` for an engine that cannot keep one.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn open_again(profile: &Path) -> Option<Self> {
        (Engine::chosen() != Engine::WebKit).then(|| Self::start(Some(profile)))
    }

    fn start(profile: Option<&Path>) -> Self {
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let downloads = tempfile::tempdir().expect("a temporary folder");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime starts");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.wishes(downloads.path(), profile));
        let session = builder.connect(&driver.address);
        let client = runtime
            .block_on(async { tokio::time::timeout(PATIENCE, session).await })
            .unwrap_or_else(|_| {
                panic!("{engine:?} does not start; `cargo xtask stories` gives it a display")
            })
            .unwrap_or_else(|cause| panic!("{engine:?}: {cause}"));
        let tabs = RefCell::default();
        let browser = Self { engine, client, runtime, downloads, tabs, _driver: driver };
        browser.tabs.borrow_mut().push(browser.expect(browser.client.window()));
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

    /// Loads the page again, as its button does.
    pub fn reload(&self) {
        if self.engine != Engine::Firefox {
            return self.expect(self.client.refresh());
        }
        // Firefox's driver would go past the service worker, which the button does only with Shift.
        let _ = self.script("window.__stale = true; location.reload()");
        self.until(
            "the page to be loaded again",
            "return !window.__stale && document.readyState === 'complete'",
        );
    }

    /// Goes back one page.
    pub fn back(&self) {
        self.expect(self.client.back());
    }

    /// Chooses a file of this name and content in the file input with this label.
    ///
    /// # Panics
    /// When the file cannot be written for the browser to read.
    pub fn choose_file(&self, label: &str, name: &str, text: &str) {
        let file = self.downloads.path().join(name);
        std::fs::write(&file, text).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()));
        let script = "const label = [...document.querySelectorAll('label')]
                .find(label => label.textContent.trim() === arguments[0]);
            return label?.control?.type === 'file' ? label.control : null";
        eventually(&format!("a file input {label:?}"), || {
            let found =
                self.run_script(script, vec![json!(label)]).map_err(|cause| cause.to_string())?;
            let input = self.element(&found).ok_or("it is not there")?;
            self.run(input.send_keys(&file.display().to_string()))
                .map_err(|cause| cause.to_string())
        });
    }

    /// Opens a second tab, and is in it.
    pub fn open_tab(&self) {
        // In a window of its own in WebKitGTK, whose driver does not answer for a tab that is not in front.
        let beside = self.engine != Engine::WebKit;
        let tab = self.expect(self.client.new_window(beside)).handle;
        self.tabs.borrow_mut().push(tab.clone());
        self.expect(self.client.switch_to_window(tab));
        if !beside {
            self.widen(1280, 900);
        }
    }

    /// Goes to the tab that was opened as the first, second, and so on, counted from 0.
    ///
    /// # Panics
    /// When there is no such tab.
    pub fn go_to_tab(&self, which: usize) {
        let tab = self.tabs.borrow()[which].clone();
        self.expect(self.client.switch_to_window(tab));
    }

    /// How often this tab has loaded the page of a [deployed](Website::deployed) site.
    #[must_use]
    pub fn loads(&self) -> u64 {
        let script = "return Number(sessionStorage.loads ?? 0)";
        self.script(script).as_u64().unwrap_or_default()
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

    /// Waits until that thing has the focus.
    pub fn has_focus(&self, role: &str, name: &str) {
        eventually(&format!("{role} {name:?} to have the focus"), || match self.focused() {
            (found, named) if found == role && named == name => Ok(()),
            other => Err(format!("{other:?} has it")),
        });
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

    /// Runs a script in a page that may still be on its way; says why there is no answer.
    ///
    /// # Errors
    /// The driver's words.
    pub fn try_script(&self, script: &str) -> Result<Value, String> {
        self.run_script(script, Vec::new()).map_err(|cause| cause.to_string())
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

    /// Ends the browser as a crash or the system does: at once, whatever it was about to write.
    ///
    /// # Panics
    /// When it is not to be found by the folder of its profile.
    pub fn kill(self, profile: &Path) {
        let folder = profile.display().to_string();
        let own = |process: &Path| {
            let told = std::fs::read(process.join("cmdline")).unwrap_or_default();
            let told = String::from_utf8_lossy(&told).into_owned();
            let part = told.contains("--type=") || told.contains("-contentproc");
            told.contains(&folder) && !part
        };
        let processes = std::fs::read_dir("/proc").expect("Linux lists its processes");
        let processes = processes.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let found: Vec<_> = processes.filter(|process| own(process)).collect();
        assert!(!found.is_empty(), "no browser uses {folder}");
        for process in found {
            let id = process.file_name().expect("a process has a number").to_owned();
            let _ = std::process::Command::new("kill").arg("-KILL").arg(id).status();
        }
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
        website.reports().into_iter().chain(self.console()).collect()
    }

    /// What Chromium's console has to complain of since it was last asked; the other engines have none to ask.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let console = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        console.map(|entry| entry["message"].to_string()).collect()
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
        let logs = OfChromium("se/log", json!({ "type": kind }));
        self.expect(self.client.issue_cmd(logs)).as_array().cloned().unwrap_or_default()
    }

    /// Lets the page run so many times slower, as developer tools do; only Chromium can.
    pub fn slow_down(&self, times: u32) {
        let wish = json!({ "cmd": "Emulation.setCPUThrottlingRate", "params": { "rate": times } });
        self.expect(self.client.issue_cmd(OfChromium("goog/cdp/execute", wish)));
    }

    /// Where this browser puts what it downloads.
    pub(crate) fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    pub(crate) fn run<T>(
        &self,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, CmdError> {
        let within = async { tokio::time::timeout(COMMAND, command).await };
        self.runtime.block_on(within).unwrap_or_else(|_| {
            let silence = format!("{:?}'s driver did not answer within {COMMAND:?}", self.engine);
            Err(CmdError::Lost(std::io::Error::new(std::io::ErrorKind::TimedOut, silence)))
        })
    }

    #[track_caller]
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
        let script = "return `${location.href}: ${document.body.innerText.slice(0, 1500)}`";
        let text = self
            .run_script(script, Vec::new())
            .map_or_else(|cause| cause.to_string(), |text| text.to_string());
        format!("no such {role} on the page, which is {text}")
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
        let _ = self.run(self.client.clone().close());
    }
}

/// What only Chromium's driver is asked: the end of the address, and the question.
#[derive(Debug)]
struct OfChromium(&'static str, Value);

impl fantoccini::wd::WebDriverCompatibleCommand for OfChromium {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}
