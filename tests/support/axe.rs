//! The accessibility scan that every story ends in.

use serde_json::Value;

use crate::browser::Browser;

const RUN: &str = "const done = arguments[arguments.length - 1];\
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })\
    .then(result => done(result.violations), fault => done([{ id: 'axe', help: String(fault), nodes: [] }]));";

impl Browser {
    /// Fails when the page, as it is now, breaks a rule of WCAG 2.2 AA that a program can check.
    ///
    /// # Panics
    /// With each broken rule and where it is broken.
    pub fn is_accessible(&self) {
        self.until(
            "the page to be drawn",
            "return !document.querySelector('main[aria-busy=true]')",
        );
        let path =
            std::env::var("EDGEWISE_AXE").expect("run the stories with `cargo xtask stories`");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{path}: {cause}"));
        // Run by the driver, not loaded by the page: the page's content policy stays as it is.
        self.run_script(&format!("if (!window.axe) {{ {axe} }}"), Vec::new())
            .unwrap_or_else(|cause| panic!("{cause}"));
        let violations = self
            .run_script_with_callback(RUN, Vec::new())
            .unwrap_or_else(|cause| panic!("{cause}"));
        let broken: Vec<String> = violations.as_array().into_iter().flatten().map(line).collect();
        assert!(broken.is_empty(), "the page is not accessible:\n{}", broken.join("\n"));
    }
}

fn line(violation: &Value) -> String {
    let places = violation["nodes"].as_array().into_iter().flatten().map(|node| {
        format!(
            "\n    {} {}",
            node["html"].as_str().unwrap_or_default(),
            node["failureSummary"].as_str().unwrap_or_default()
        )
    });
    format!("  {}: {}{}", violation["id"], violation["help"], places.collect::<String>())
}
