//! The questions of the Site page, by the words that stand beside them.

use edgewise_stories::{Browser, Thing, Website};

/// The form on screen.
pub struct Form<'a>(&'a Browser);

impl<'a> Form<'a> {
    /// Opens the start page and begins a profile at a tier.
    pub fn begin(browser: &'a Browser, site: &Website, tier: &str) -> Self {
        browser.visit(site, "");
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
