//! Finding things by role and name, as a screen reader announces them.
//!
//! A script proposes elements that could have the role and whose words could make up the name; the browser's own
//! computed role and computed name decide.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::wait::eventually;

/// How long a page may take to be told of a click.
const UNHEARD: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

const CANDIDATES: &str = include_str!("candidates.js");

/// Something on the page, by its role and name. It is looked for anew each time something is asked of it.
#[derive(Clone, Debug)]
pub struct Thing<'a> {
    browser: &'a Browser,
    role: String,
    name: String,
    begins: bool,
    /// The thing that it is a part of.
    within: Option<Box<Thing<'a>>>,
}

impl<'a> Thing<'a> {
    pub(crate) fn new(browser: &'a Browser, role: &str, name: &str) -> Self {
        Self { browser, role: role.to_owned(), name: name.to_owned(), begins: false, within: None }
    }

    /// Takes the name for its beginning: for names that go on with a figure.
    #[must_use]
    pub fn and_more(mut self) -> Self {
        self.begins = true;
        self
    }

    /// A part of this thing.
    #[must_use]
    pub fn part(&self, role: &str, name: &str) -> Self {
        Self { within: Some(Box::new(self.clone())), ..Self::new(self.browser, role, name) }
    }

    /// Presses it, or the label around it: what people press where a box is drawn by its label.
    pub fn click(&self) {
        eventually(&format!("a chance to click {self}"), || self.press(&self.find()?));
    }

    /// Replaces the text in it.
    pub fn fill(&self, text: &str) {
        self.act("clear", |element| self.browser.run(element.clear()));
        self.act("type into", |element| self.browser.run(element.send_keys(text)));
    }

    /// Chooses an option by its words.
    pub fn select(&self, option: &str) {
        self.act("select in", |element| self.browser.run(element.select_by_label(option)));
    }

    /// Ticks it, if it is not ticked.
    pub fn check(&self) {
        if !self.ask("is_selected", |element| self.browser.run(element.is_selected())) {
            self.click();
        }
    }

    /// Puts the keyboard's focus on it.
    pub fn focus(&self) {
        self.act("focus", |element| {
            self.browser.run_script("arguments[0].focus()", vec![json!(element)]).map(drop)
        });
    }

    /// Its words, as they are shown.
    #[must_use]
    pub fn text(&self) -> String {
        self.ask("read", |element| self.words(element))
    }

    /// What a field holds.
    #[must_use]
    pub fn value(&self) -> String {
        self.ask("read", |element| self.browser.run(element.prop("value"))).unwrap_or_default()
    }

    /// Its words with every space and line break that is in it.
    #[must_use]
    pub fn whole_text(&self) -> String {
        self.ask("read", |element| self.browser.run(element.prop("textContent")))
            .unwrap_or_default()
    }

    /// An attribute, if it has it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.ask("read", |element| self.browser.run(element.attr(name)))
    }

    /// Waits until it is there.
    pub fn is_there(&self) {
        self.ask("find", |_| Ok(()));
    }

    /// Waits until it is not there.
    pub fn is_gone(&self) {
        eventually(&format!("no {self}"), || match self.find() {
            Err(_) => Ok(()),
            Ok(_) => Err("it is there".to_owned()),
        });
    }

    /// Waits until its words contain these.
    pub fn says(&self, words: &str) {
        eventually(&format!("{self} to say {words:?}"), || {
            let text =
                self.find().and_then(|it| self.words(&it).map_err(|cause| cause.to_string()))?;
            if text.contains(words) { Ok(()) } else { Err(format!("it says {text:?}")) }
        });
    }

    /// How many there are right now.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all().map_or(0, |all| all.len())
    }

    /// Asked of the page: WebKitGTK's driver runs the lines of a text together.
    fn words(&self, element: &Element) -> Result<String, CmdError> {
        self.browser.run(element.prop("innerText")).map(Option::unwrap_or_default)
    }

    /// Waits for a moment in which it stands still, as people do: what is drawn later may move it.
    fn press(&self, element: &Element) -> Result<(), String> {
        let refused = |cause: CmdError| reason(&cause);
        let around = self.browser.around(element).map_err(refused)?;
        let pressed = around.as_ref().unwrap_or(element);
        if self.bring(pressed).map_err(refused)? {
            return Err("what stands above it is still to come".to_owned());
        }
        let place = || self.browser.run(pressed.rectangle()).map_err(refused);
        if place()? != place()? {
            return Err("it moves".to_owned());
        }
        self.browser.run_script(LISTEN, Vec::new()).map_err(refused)?;
        self.browser.run(pressed.click()).map_err(refused)?;
        self.was_heard()
    }

    /// Brings it into view, and says whether something above it will still grow.
    fn bring(&self, element: &Element) -> Result<bool, CmdError> {
        self.browser.run_script(BRING, vec![json!(element)]).map(|growing| growing == true)
    }

    /// Seen in Firefox, once in some thousand times: the driver says that it pressed, and nothing follows. Where the page was
    /// told of nothing at all, it is pressed again; a page that was told of a press and of no click fails a person as well.
    fn was_heard(&self) -> Result<(), String> {
        let pressed = Instant::now();
        loop {
            match self.browser.run_script("return window.__heard", Vec::new()) {
                Ok(heard) if heard == "nothing" && pressed.elapsed() > UNHEARD => {
                    return Err("the page was told of no press".to_owned());
                }
                Ok(heard) if heard == "nothing" => std::thread::sleep(PAUSE),
                Ok(heard) if heard == "a press" => {
                    assert!(pressed.elapsed() < UNHEARD, "{self} took a press and no click");
                    std::thread::sleep(PAUSE);
                }
                // It was heard, or led to another page.
                _ => return Ok(()),
            }
        }
    }

    fn act(&self, what: &str, action: impl Fn(&Element) -> Result<(), CmdError>) {
        self.ask(what, |element| {
            self.bring(element)?;
            action(element)
        });
    }

    fn ask<T>(&self, what: &str, question: impl Fn(&Element) -> Result<T, CmdError>) -> T {
        eventually(&format!("a chance to {what} {self}"), || {
            self.find().and_then(|element| question(&element).map_err(|cause| reason(&cause)))
        })
    }

    fn find(&self) -> Result<Element, String> {
        let mut all = self.all()?;
        match all.len() {
            0 => Err(format!("it is not there; {}", self.browser.outline(&self.role))),
            1 => Ok(all.remove(0)),
            n => Err(format!("there are {n} of them")),
        }
    }

    /// Every element that the browser itself gives this role and name.
    fn all(&self) -> Result<Vec<Element>, String> {
        let scope = self.within.as_ref().map(|thing| thing.find()).transpose()?;
        let proposed = self.propose(scope.as_ref()).map_err(|cause| cause.to_string())?;
        Ok(proposed.into_iter().filter(|element| self.matches(element)).collect())
    }

    fn propose(&self, scope: Option<&Element>) -> Result<Vec<Element>, CmdError> {
        let scope = scope.map_or(Value::Null, |element| json!(element));
        let answer =
            self.browser.run_script(CANDIDATES, vec![json!(self.role), json!(self.name), scope])?;
        Ok(answer
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| self.browser.element(it))
            .collect())
    }

    fn matches(&self, element: &Element) -> bool {
        let Some(name) = self.browser.computed(element, "computedlabel") else { return false };
        // WebKitGTK announces letters as the style sheet shows them, capitals included.
        let (name, wanted) = (name.to_lowercase(), self.name.to_lowercase());
        let named = if self.begins {
            name.starts_with(&wanted)
        } else {
            wanted.is_empty() || name == wanted
        };
        named
            && self
                .browser
                .computed(element, "computedrole")
                .is_some_and(|role| same_role(&role, &self.role))
    }
}

impl std::fmt::Display for Thing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let more = if self.begins { "..." } else { "" };
        write!(f, "{} \"{}{more}\"", self.role, self.name)
    }
}

/// What a driver refused for: WebKitGTK's gives the kind of the error and no words.
fn reason(cause: &CmdError) -> String {
    match cause {
        CmdError::Standard(refusal) => format!("{}: {}", refusal.error, refusal.message),
        other => other.to_string(),
    }
}

/// Engines differ in what they call a few native elements. Only elements that may have the wanted role are asked, so
/// that a list which WebKitGTK calls a button, or a summary that two of the three give no role, is not mistaken.
fn same_role(computed: &str, wanted: &str) -> bool {
    match wanted {
        "button" => matches!(computed, "button" | "DisclosureTriangle" | "summary" | ""),
        "combobox" => matches!(computed, "combobox" | "button"),
        "img" => matches!(computed, "img" | "image" | "generic"),
        "spinbutton" => matches!(computed, "spinbutton" | "textbox"),
        _ => computed == wanted,
    }
}

/// WebDriver's question for what assistive technology is told of an element.
#[derive(Debug)]
pub(crate) struct Computed {
    pub(crate) element: String,
    pub(crate) what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/element/{}/{}",
            session.unwrap_or_default(),
            self.element,
            self.what
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// Brings an element into view, which WebKitGTK's driver does not do when something was typed above it, and returns whether
/// something above it will still grow.
const BRING: &str = "
    const [it] = arguments;
    it.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // What is fixed to the window does not move with the page.
    for (let part = it; part; part = part.parentElement) {
        if (getComputedStyle(part).position === 'fixed') return false;
    }
    const above = (other) => it.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
    return [...document.querySelectorAll('[aria-busy=true]')].some(above);
";

/// Notes what the page is told of the next click.
const LISTEN: &str = "
    window.__heard = 'nothing';
    const note = (event) => {
        if (event.type === 'click') window.__heard = 'a click';
        else if (window.__heard === 'nothing') window.__heard = 'a press';
    };
    for (const type of ['pointerdown', 'click']) {
        addEventListener(type, note, { capture: true, once: true });
    }
";
