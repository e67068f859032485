//! A static server for this machine: right types, the headers we ship, and nothing else.
//!
//! Written out rather than taken from a crate because the stories need to see every request and to have the server
//! vanish between two of them: each answer closes its connection, so once stopped, nothing is left to talk to.

mod headers;
mod mime;
mod request;
mod site;

use std::io::{self, BufWriter, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

pub use request::Request;
pub use site::{Answer, Site};

use crate::fault::{OrStop, Result};

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<Request>>>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a site on this machine only. Port 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .or_stop(|| format!("Choose another port with --port, {port} cannot be had"))?;
        let address =
            listener.local_addr().or_stop(|| "Try again, the port went away".to_owned())?;
        let stopping = Arc::new(AtomicBool::new(false));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (stop, log, site) = (Arc::clone(&stopping), Arc::clone(&requests), Arc::new(site));
        let listening = std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(io::Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (log, site) = (Arc::clone(&log), Arc::clone(&site));
                // One thread for each connection: browsers open some that they never use.
                std::thread::spawn(move || converse(stream, &site, &log));
            }
        });
        Ok(Self { address, stopping, requests, listening: Some(listening) })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Every request so far, in the order they came.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops listening: from here on, the port answers nobody.
    pub fn stop(&mut self) {
        let Some(listening) = self.listening.take() else { return };
        self.stopping.store(true, Ordering::SeqCst);
        // The listener waits for a connection; this one lets it see that it is to stop.
        let _ = TcpStream::connect(self.address);
        let _ = listening.join();
    }

    /// Goes on until the process ends.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One request, one answer. A visitor who hangs up midway is none of our business.
fn converse(mut stream: TcpStream, site: &Site, log: &Mutex<Vec<Request>>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(30)));
    let Some(request) = request::read(&mut stream) else { return };
    log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    let answer = site.answer(&request);
    let _ = send(&mut BufWriter::new(stream), &answer, request.method == "HEAD");
}

fn send(stream: &mut impl Write, answer: &Answer, head_only: bool) -> io::Result<()> {
    write!(stream, "HTTP/1.1 {}\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    write!(stream, "Content-Length: {}\r\nConnection: close\r\n\r\n", answer.body.len())?;
    if !head_only {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The site in a folder, with the headers that the folder itself asks for.
#[must_use]
pub fn site(dir: &Path) -> Site {
    Site::of(dir)
}
