//! A web server for the built site, on a port of its own. Files can be replaced, to see what the page makes of it, and what
//! was asked of it can be looked at.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{fs, thread};

use crate::common::file;

/// What is served instead of a file of `dist/`; nothing means that there is no such file.
type Replaced = Arc<Mutex<BTreeMap<String, Option<Vec<u8>>>>>;
/// How much later than others a file comes, by the end of its name.
type Late = Arc<Mutex<BTreeMap<&'static str, Duration>>>;

/// The running server. It ends with the tests.
#[derive(Clone)]
pub struct Site {
    pub url: String,
    replaced: Replaced,
    late: Late,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    pub fn start() -> Self {
        assert!(file("dist/index.html").exists(), "dist/ is not built: run make build");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let replaced = Replaced::default();
        let known = Arc::clone(&replaced);
        let late = Late::default();
        let held = Arc::clone(&late);
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let heads = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (known, held, heads) = (Arc::clone(&known), Arc::clone(&held), Arc::clone(&heads));
                // A browser that goes away in the middle of an answer is not a fault.
                thread::spawn(move || answer(stream, &known, &held, &heads).ok());
            }
        });
        Self { url, replaced, late, asked }
    }

    /// The head of each request so far: its first line and its headers.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub fn replace(&self, path: &str, content: impl Into<Vec<u8>>) {
        self.replaced.lock().unwrap().insert(path.into(), Some(content.into()));
    }

    pub fn remove(&self, path: &str) {
        self.replaced.lock().unwrap().insert(path.into(), None);
    }

    /// Files whose names end so come later, from now on.
    pub fn delay(&self, end: &'static str, by: Duration) {
        self.late.lock().unwrap().insert(end, by);
    }

    pub fn restore(&self, path: &str) {
        self.replaced.lock().unwrap().remove(path);
    }
}

/// A path as tests name it: without the hash that the last step of a build puts into names of scripts and modules.
pub fn plain(path: &str) -> String {
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|letter| letter.is_ascii_hexdigit());
    let (name, end) = path.split_at(path.rfind("_bg.").or_else(|| path.rfind('.')).unwrap_or(path.len()));
    match name.rsplit_once('-') {
        Some((name, hash)) if is_hash(hash) => format!("{name}{end}"),
        _ => path.into(),
    }
}

fn answer(mut stream: TcpStream, replaced: &Replaced, late: &Late, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut request = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    while reader.read_line(&mut request)? > 2 {}
    asked.lock().unwrap().push(request.clone());
    let path = request.split_whitespace().nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/");
    let path = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
    let wait = late.lock().unwrap().iter().find(|(end, _)| path.ends_with(**end)).map(|(_, by)| *by);
    thread::sleep(wait.unwrap_or_default());
    let content = match replaced.lock().unwrap().get(&plain(path)) {
        Some(content) => content.clone(),
        None => fs::read(file("dist").join(path)).ok(),
    };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    let status = if content.is_some() { "200 OK" } else { "404 Not Found" };
    let body = content.unwrap_or_default();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}
