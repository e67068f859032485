//! Reads the `_headers` file that static hosts know: a path, and indented below it the headers for what matches.

/// The rules of one `_headers` file, in its order.
#[derive(Debug, Default)]
pub struct Headers(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    /// A path from `/`, or with `*` the beginning and end of one.
    pattern: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Reads the rules; what is no path and no header is passed over, as the hosts do.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        {
            if line.starts_with('/') {
                rules.push(Rule { pattern: line.trim().to_owned(), headers: Vec::new() });
            } else if let (Some(rule), Some((name, value))) =
                (rules.last_mut(), line.trim().split_once(':'))
            {
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    /// The headers for a path; a later rule has the last word on a name.
    #[must_use]
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for (name, value) in
            self.0.iter().filter(|rule| rule.matches(path)).flat_map(|rule| &rule.headers)
        {
            all.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            all.push((name.clone(), value.clone()));
        }
        all
    }
}

impl Rule {
    fn matches(&self, path: &str) -> bool {
        match self.pattern.split_once('*') {
            None => self.pattern == path,
            Some((start, end)) => {
                path.len() >= start.len() + end.len()
                    && path.starts_with(start)
                    && path.ends_with(end)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_rule_has_the_last_word() {
        let text = "# all\n/*\n  Cache-Control: no-cache\n  X-Kind: any\n\n/*.wasm\n  cache-control: immutable\n";
        let headers = Headers::read(text);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(headers.of("/"), [pair("Cache-Control", "no-cache"), pair("X-Kind", "any")]);
        assert_eq!(
            headers.of("/a/b.wasm"),
            [pair("X-Kind", "any"), pair("cache-control", "immutable")]
        );
    }
}
