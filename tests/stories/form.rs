//! The questions of the Site page, by the words that stand beside them.

use edgewise_stories::{Browser, Thing, Website, eventually};

/// The stores with every answer that the tree asks for, as a link written by hand.
pub const STORES: &str = "tier=near-edge&sites=3400&nodes-per-site=3&cpu-architectures=x86_64,arm64\
&wan-outage-budget-minutes=240&image-supply=site-mirror&local-operation=yes&device-sync=no&state=local-critical\
&local-linux-admin=no&host-change=planned-image-only&ssh=banned&os-standard=none";

/// The form on screen.
pub struct Form<'a>(&'a Browser);

impl<'a> Form<'a> {
    /// Opens the start page and begins a profile at a tier.
    pub fn begin(browser: &'a Browser, site: &Website, tier: &str) -> Self {
        Self::begin_at(browser, &site.url(""), tier)
    }

    /// As [`Self::begin`], at the start page of this address.
    pub fn begin_at(browser: &'a Browser, url: &str, tier: &str) -> Self {
        browser.go(url);
        browser
            .until("the app to start", "return document.documentElement.dataset.start === 'ready'");
        browser.by_role("link", tier).and_more().click();
        browser.by_role("heading", "Describe your edge sites").is_there();
        Self(browser)
    }

    /// The form that is on screen already.
    pub fn of(browser: &'a Browser) -> Self {
        browser.by_role("heading", "Describe your edge sites").is_there();
        Self(browser)
    }

    /// Types an answer.
    pub fn fill(&self, question: &str, answer: &str) -> &Self {
        self.field(question).fill(answer);
        self
    }

    /// Chooses one of the answers that stand beside each other.
    pub fn choose(&self, question: &str, answer: &str) -> &Self {
        self.0.by_role("group", question).part("radio", answer).check();
        self
    }

    /// Ticks one of several answers.
    pub fn tick(&self, question: &str, answer: &str) -> &Self {
        self.0.by_role("group", question).part("checkbox", answer).check();
        self
    }

    /// Picks an answer from a list.
    pub fn pick(&self, question: &str, answer: &str) -> &Self {
        self.0.by_role("combobox", question).select(answer);
        self
    }

    /// A question that takes typing.
    pub fn field(&self, question: &str) -> Thing<'a> {
        self.0.by_role("textbox", question)
    }

    /// The answer beside the questions.
    pub fn answer(&self) -> Thing<'a> {
        self.0.by_role("complementary", "The answer so far")
    }

    /// Waits until all that was typed is kept.
    pub fn is_saved(&self) {
        // Read from the header and not from a live region: saving follows every edit and is not announced.
        self.0.until(
            "the header to say that all is saved",
            "return document.querySelector('header').innerText.includes('Saved in this browser')",
        );
    }

    /// Types the example that the whole field argues over: thousands of stores without anyone who runs Linux.
    pub fn fill_in_the_stores(&self) {
        self.fill("Sites", "3,400")
            .fill("Nodes per site", "3")
            .tick("CPU architectures", "x86-64")
            .tick("CPU architectures", "arm64")
            .fill("Longest outage to ride out", "4 h")
            .pick("Image supply", "Mirror at the site is required")
            .choose("Local data", "Rebuildable")
            .choose("Can someone at the site run Linux?", "No")
            .choose("How a host may change", "By planned images only");
    }
}

/// What the Decision page says of certainty, once all is counted.
pub fn counted(browser: &Browser) -> String {
    let certain = browser.by_role("region", "How certain that is");
    certain.says("The curve as a table");
    eventually("all to be counted", || match certain.text() {
        text if text.contains("Still counting") => Err(text),
        text => Ok(text),
    })
}
