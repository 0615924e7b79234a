//! A web server of one story: passes on what nginx sends of `dist/`, under a sub-path,
//! with the page's policy as a header too; misbehaves as told, and remembers what it was
//! asked for.

use crate::nginx::{Response, Served};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// Where the page is on the server.
pub const BASE: &str = "/intranet/groundswell/";

/// The ports that were given to stories: the next browser may be theirs, and keep what they
/// left at that origin.
static GIVEN: Mutex<Vec<u16>> = Mutex::new(Vec::new());

/// A listener on a port that no story had before, which the system alone does not see to.
fn listener_without_a_past() -> Result<(TcpListener, u16), String> {
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut passed_over = Vec::new();
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        if !given.contains(&port) {
            given.push(port);
            return Ok((listener, port));
        }
        // It is held until there is another.
        passed_over.push(listener);
    }
}

/// Where browsers report what the policy forbade.
const REPORT: &str = "policy-report";

/// Somebody else's page, which shows the page in a frame.
const HOST: &str = "host.html";

/// What the server sends in place of a file.
#[derive(Clone, Debug)]
pub enum Answer {
    /// An error, with a page that says so.
    Status(u16),
    /// Other content.
    Text(String),
    /// Nothing, until [`Site::release`].
    Stalled,
    /// The end of the connection, as if there were no server.
    HungUp,
}

/// A server, for as long as it is kept.
pub struct Site {
    port: u16,
    state: Arc<Mutex<State>>,
    listening: Option<JoinHandle<()>>,
}

/// What a browser asked for.
struct Request {
    /// The line with the method and the address.
    first: String,
    headers: Vec<(String, String)>,
    /// The path below the page's folder.
    file: String,
}

struct State {
    served: Served,
    policy: String,
    answers: BTreeMap<String, Answer>,
    stalled: Vec<(TcpStream, Request)>,
    requests: Vec<String>,
    /// What the browser may ask for though no part of the page does.
    asked_besides: Vec<&'static str>,
    /// How many bytes each answer had, with its headers.
    sent: Vec<(String, usize)>,
    reports: Vec<String>,
    /// Whether the story lets the policy forbid something.
    reports_expected: bool,
    /// Whether pages of every origin may read the files.
    open_to_all: bool,
    /// A header that is sent with every file, besides.
    besides: String,
    /// Somebody else's page, if there is one.
    host: Option<String>,
    /// How many there were.
    hosts: usize,
    closed: bool,
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // A story that failed while it asked leaves a state that can still be read.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Site {
    /// Serves the folder on a port of its own: an origin without a history,
    /// without storage and without a cache.
    pub fn serve(served: &Served) -> Result<Self, String> {
        let page = served.folder().join("index.html");
        let page = std::fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
        let (listener, port) = listener_without_a_past()?;
        let state = Arc::new(Mutex::new(State {
            served: served.clone(),
            policy: policy_of(&page)?,
            answers: BTreeMap::new(),
            stalled: Vec::new(),
            requests: Vec::new(),
            sent: Vec::new(),
            asked_besides: Vec::new(),
            reports: Vec::new(),
            reports_expected: false,
            open_to_all: false,
            besides: String::new(),
            host: None,
            hosts: 0,
            closed: false,
        }));
        let shared = Arc::clone(&state);
        let listening = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if locked(&shared).closed {
                    break;
                }
                let state = Arc::clone(&shared);
                // A reader who leaves in the middle of an answer is no fault.
                std::thread::spawn(move || drop(answer(stream, &state)));
            }
        });
        Ok(Self { port, state, listening: Some(listening) })
    }

    /// The page's address, without a query.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{BASE}", self.port)
    }

    /// The port on which it is served.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The same address by a name which, to a browser, is another origin.
    pub fn address_by_another_name(&self) -> String {
        format!("http://localhost:{}{BASE}", self.port)
    }

    /// A file of the folder as it is built.
    pub fn file(&self, name: &str) -> String {
        let path = locked(&self.state).served.folder().join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The name of the only file of the folder with that ending.
    pub fn file_ending(&self, ending: &str) -> String {
        let served = self.served();
        let folder = served.folder();
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut found: Vec<String> = names
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(ending))
            .collect();
        assert_eq!(found.len(), 1, "files that end in {ending} in {}: {found:?}", folder.display());
        found.remove(0)
    }

    /// Sends something else in place of a file.
    pub fn answer(&self, file: &str, answer: Answer) {
        locked(&self.state).answers.insert(file.to_owned(), answer);
    }

    /// Sends a file as it is again, also to those who wait for it.
    pub fn release(&self, file: &str) {
        let mut state = locked(&self.state);
        state.answers.remove(file);
        let (waiting, other) =
            std::mem::take(&mut state.stalled).into_iter().partition(|(_, stalled)| stalled.file == file);
        state.stalled = other;
        for (stream, request) in waiting {
            let _ = send(stream, &state, &request);
        }
    }

    /// The folder that is served, and where nginx sends it.
    pub fn served(&self) -> Served {
        locked(&self.state).served.clone()
    }

    /// Lets the policy forbid something: the story is about that.
    pub fn expects_reports(&self) {
        locked(&self.state).reports_expected = true;
    }

    /// Lets the browser ask for a file that no part of the page asks for.
    pub fn expects_request(&self, file: &'static str) {
        locked(&self.state).asked_besides.push(file);
    }

    /// Serves somebody else's page, without a policy; its address.
    pub fn host(&self, html: &str) -> String {
        let mut state = locked(&self.state);
        state.host = Some(html.to_owned());
        state.hosts += 1;
        // Each is another page: to WebKit's driver a page that replaces itself is there already.
        format!("{}{HOST}?{}", self.address(), state.hosts)
    }

    /// Lets pages of every origin read the files, as the shipped file has it. (Without
    /// this, a server is as it comes.)
    pub fn opens_to_all(&self) {
        locked(&self.state).open_to_all = true;
    }

    /// Sends a header with every file, besides those that it has.
    pub fn sends(&self, header: &str) {
        locked(&self.state).besides = format!("{header}\r\n");
    }

    /// Whether it may.
    pub fn may_report(&self) -> bool {
        locked(&self.state).reports_expected
    }

    /// Changes the policy in the header (the page's own stays), so that it
    /// forbids what the page needs.
    pub fn policy(&self, change: impl FnOnce(&str) -> String) {
        let mut state = locked(&self.state);
        let changed = change(&state.policy);
        assert_ne!(changed, state.policy, "the policy was to change");
        state.policy = changed;
        state.reports_expected = true;
    }

    /// What was asked for so far, as paths below the page's folder.
    pub fn requests(&self) -> Vec<String> {
        locked(&self.state).requests.clone()
    }

    /// How many bytes were sent since this was asked last, by file, with headers.
    pub fn take_sent(&self) -> Vec<(String, usize)> {
        std::mem::take(&mut locked(&self.state).sent)
    }

    /// How often a file was asked for.
    pub fn asked_for(&self, file: &str) -> usize {
        locked(&self.state).requests.iter().filter(|request| *request == file).count()
    }

    /// What the policy forbade, as the browser reported it.
    pub fn reports(&self) -> Vec<String> {
        locked(&self.state).reports.clone()
    }

    /// Every request that no part of the page should have made.
    pub fn unexpected_requests(&self) -> Vec<String> {
        let state = locked(&self.state);
        let known = |file: &str| {
            state.asked_besides.contains(&file) || state.served.folder().join(named(file)).is_file()
        };
        state.requests.iter().filter(|file| !known(file)).cloned().collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let mut state = locked(&self.state);
        state.closed = true;
        state.stalled.clear();
        drop(state);
        // Wakes the listener, so that it sees the end.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// The policy that stands in the page.
fn policy_of(page: &str) -> Result<String, String> {
    let missing = "the page has no Content-Security-Policy";
    let (_, meta) = page.split_once("http-equiv=\"Content-Security-Policy\"").ok_or(missing)?;
    let (_, content) = meta.split_once("content=\"").ok_or(missing)?;
    content.split_once('"').map(|(policy, _)| policy.to_owned()).ok_or_else(|| missing.to_owned())
}

/// The file that a path names: that of a folder is its index.
fn named(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Answers one request; every connection serves one.
fn answer(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').unwrap_or((&header, ""));
        headers.push((name.trim().to_owned(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|(_, value)| value.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let target = first.split(' ').nth(1).unwrap_or_default();
    // A browser that opens a connection ahead of need asks for nothing.
    if target.is_empty() {
        return Ok(());
    }
    let path = target.split('?').next().unwrap_or_default();
    let file = path.strip_prefix(BASE).map_or_else(|| path.to_owned(), str::to_owned);
    let mut state = locked(state);
    if file == REPORT {
        state.reports.push(String::from_utf8_lossy(&body).into_owned());
        return respond(stream, &state.policy, "", 204, "text/plain", b"");
    }
    if let Some(html) = state.host.as_deref().filter(|_| file == HOST) {
        return respond(stream, "frame-src *", "", 200, "text/html; charset=utf-8", html.as_bytes());
    }
    state.requests.push(file.clone());
    let request = Request { first, headers, file };
    match state.answers.get(&request.file) {
        Some(Answer::Stalled) => state.stalled.push((stream, request)),
        Some(Answer::HungUp) => {}
        _ => {
            let bytes = send(stream, &state, &request)?;
            state.sent.push((request.file, bytes));
        }
    }
    Ok(())
}

/// Sends what nginx sends, or what is to be sent in its place; how many bytes that is.
fn send(stream: TcpStream, state: &State, request: &Request) -> std::io::Result<usize> {
    let name = named(&request.file);
    match state.answers.get(&name) {
        Some(Answer::Status(status)) => {
            let shared = if state.open_to_all { "Access-Control-Allow-Origin: *\r\n" } else { "" };
            respond(stream, &state.policy, shared, *status, "text/html", b"<p>an error</p>").map(|()| 0)
        }
        Some(Answer::Text(text)) => {
            let response = in_place(text, state.served.ask(&request.first, &without_conditions(request))?);
            pass_on(stream, state, policy_for(state, &name, Some(text)), response)
        }
        Some(Answer::Stalled | Answer::HungUp) | None => {
            let response = state.served.ask(&request.first, &without_connection(request))?;
            pass_on(stream, state, policy_for(state, &name, None), response)
        }
    }
}

/// The headers of a request without those about the connection, which is another to nginx.
fn without_connection(request: &Request) -> Vec<(String, String)> {
    without(&request.headers, &["connection"])
}

/// The headers of a request that gets the whole content, as it is.
fn without_conditions(request: &Request) -> Vec<(String, String)> {
    without(
        &request.headers,
        &["connection", "accept-encoding", "if-none-match", "if-modified-since", "range", "if-range"],
    )
}

fn without(headers: &[(String, String)], names: &[&str]) -> Vec<(String, String)> {
    let kept = headers.iter().filter(|(name, _)| !names.iter().any(|left| name.eq_ignore_ascii_case(left)));
    kept.cloned().collect()
}

/// Other content with a file's headers, except those that tell the file's content from
/// another: a browser is to ask for it again.
fn in_place(text: &str, response: Response) -> Response {
    let mut headers = without(
        &response.headers,
        &["content-length", "etag", "last-modified", "accept-ranges", "cache-control"],
    );
    headers.push(("Content-Length".to_owned(), text.len().to_string()));
    headers.push(("Cache-Control".to_owned(), "no-cache".to_owned()));
    Response { first: "HTTP/1.1 200 OK".to_owned(), headers, body: text.as_bytes().to_vec() }
}

/// The policy that is sent with a file: a page in a folder of its own has one of its
/// own, or is a document, which needs none.
fn policy_for(state: &State, name: &str, text: Option<&str>) -> String {
    let page = || match text {
        Some(text) => Some(text.to_owned()),
        None => std::fs::read_to_string(state.served.folder().join(name)).ok(),
    };
    let own = (name.starts_with("figure/") || name.starts_with("own/"))
        .then(page)
        .flatten()
        .and_then(|page| policy_of(&page).ok());
    let otherwise = if name.ends_with("-document.html") { "object-src 'none'" } else { &state.policy };
    own.unwrap_or_else(|| otherwise.to_owned())
}

/// Passes on what nginx sent, and has what the policy forbids reported.
fn pass_on(
    mut stream: TcpStream,
    state: &State,
    policy: String,
    response: Response,
) -> std::io::Result<usize> {
    let closed: &[&str] = if state.open_to_all { &[] } else { &["access-control-allow-origin"] };
    let mut head = response.first + "\r\n";
    for (name, value) in without(&response.headers, closed) {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Security-Policy: {policy}; report-uri {BASE}{REPORT}\r\n{}\r\n", state.besides);
    stream.write_all(head.as_bytes())?;
    stream.write_all(&response.body)?;
    stream.flush()?;
    Ok(head.len() + response.body.len())
}

/// Sends what nginx has no part in.
fn respond(
    mut stream: TcpStream,
    policy: &str,
    shared: &str,
    status: u16,
    kind: &str,
    body: &[u8],
) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status} Status\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: {policy}; report-uri {BASE}{REPORT}\r\n\
         X-Content-Type-Options: nosniff\r\n{shared}Cache-Control: no-cache\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(body)?;
    stream.flush()
}
