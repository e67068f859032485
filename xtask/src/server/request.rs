//! Reads what a browser asks for.

use std::io::{BufRead, BufReader, Read};

/// More than any browser sends for a static file.
const LONGEST_HEAD: u64 = 64 * 1024;
const LONGEST_BODY: u64 = 1024 * 1024;

/// One request, as it came over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// The path as it was written, without the query.
    pub path: String,
    /// What followed the question mark.
    pub query: Option<String>,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    /// A header by its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// Reads one request; nothing when the other side hangs up or does not speak HTTP.
pub fn read(stream: &mut impl Read) -> Option<Request> {
    let mut reader = BufReader::new(stream.take(LONGEST_HEAD + LONGEST_BODY));
    let first = line(&mut reader)?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    if !words.next()?.starts_with("HTTP/1.") {
        return None;
    }
    let mut headers = Vec::new();
    loop {
        let line = line(&mut reader)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.trim().to_owned(), value.trim().to_owned()));
    }
    let (path, query) = target
        .split_once('?')
        .map_or((target, None), |(path, query)| (path, Some(query.to_owned())));
    let mut request =
        Request { method, path: path.to_owned(), query, headers, body: String::new() };
    let length = request
        .header("content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0)
        .min(LONGEST_BODY);
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body).ok()?;
    request.body = String::from_utf8_lossy(&body).into_owned();
    Some(request)
}

fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    let read = reader.by_ref().take(LONGEST_HEAD).read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_taken_apart() {
        let wire = "POST /a/b?c=d HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nxyz and more";
        let request = read(&mut wire.as_bytes()).expect("well formed");
        assert_eq!(
            (request.method.as_str(), request.path.as_str(), request.body.as_str()),
            ("POST", "/a/b", "xyz")
        );
        assert_eq!((request.query.as_deref(), request.header("HOST")), (Some("c=d"), Some("here")));
    }

    #[test]
    fn noise_is_no_request() {
        for wire in ["", "\r\n", "hello", "GET /", "GET / SPDY/3\r\n\r\n"] {
            assert_eq!(read(&mut wire.as_bytes()), None, "{wire:?}");
        }
    }
}
