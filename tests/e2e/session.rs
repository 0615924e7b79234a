//! One browser and its driver, as blocking calls: a story reads from top to
//! bottom. Both end when the session is dropped, also when a story fails.

use crate::engine::{Engine, saves_to};
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use url::Url;

/// The longest that one command may take: axe-core looks at every element.
const COMMAND: Duration = Duration::from_secs(90);

/// The key under which WebDriver writes a reference to an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser that is driven.
pub struct Session {
    engine: Engine,
    client: Option<Client>,
    // Dropped after the client has ended the session.
    driver: Driver,
}

/// A driver's process and its browser's profile.
struct Driver {
    process: Child,
    profile: PathBuf,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// A WebDriver command below the session's address.
#[derive(Debug)]
struct Call {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Call {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}

/// The one runtime below all blocking calls.
fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime for the driver's calls")
    })
}

fn wait<T>(what: &str, future: impl Future<Output = T>) -> Result<T, String> {
    runtime()
        .block_on(async { tokio::time::timeout(COMMAND, future).await })
        .map_err(|_| format!("no answer to {what} within {} seconds", COMMAND.as_secs()))
}

/// A port on which nothing listens. Not one that the system gives to outgoing
/// connections (on Linux from 32,768 on): between this answer and the driver's
/// start one of those could take it, and who knocks at such a port until it is
/// opened may in the end be connected with himself.
pub fn free_port() -> Result<u16, String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let first = std::process::id().wrapping_mul(64);
    (0..1_000)
        .filter_map(|_| {
            u16::try_from(20_000 + first.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000).ok()
        })
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| "no port is free between 20,000 and 32,000".to_owned())
}

/// Starts the driver, and gives its name and port once it listens. A driver that
/// ends at once, as where another took its port, is tried again.
fn start_driver(engine: Engine, profile: &Path) -> Result<(&'static str, u16, Child), String> {
    let mut ended = String::new();
    for _ in 0..3 {
        let port = free_port()?;
        let (name, mut command) = engine.driver(port, profile);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut process = process.map_err(|error| {
            format!("{name} does not start ({error}); `tools/install test` (or engines) installs it")
        })?;
        let since = Instant::now();
        loop {
            if let Ok(Some(status)) = process.try_wait() {
                ended = format!("{name} on port {port} ended at once: {status}");
                break;
            }
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok((name, port, process));
            }
            if since.elapsed() > Duration::from_secs(20) {
                let _ = process.kill();
                let _ = process.wait();
                return Err(format!("{name} does not answer on port {port}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    Err(ended)
}

impl Session {
    /// Starts a driver and a browser.
    pub fn start(engine: Engine) -> Result<Self, String> {
        Self::start_with(engine, None)
    }

    /// The same, with a trace of these categories in the log `performance`;
    /// Chromium only.
    pub fn start_traced(engine: Engine, categories: &str) -> Result<Self, String> {
        Self::start_with(engine, Some(categories))
    }

    fn start_with(engine: Engine, categories: Option<&str>) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("groundswell-e2e-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&profile).map_err(|error| format!("{}: {error}", profile.display()))?;
        let (name, port, process) = start_driver(engine, &profile)?;
        let driver = Driver { process, profile: profile.clone() };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let mut capabilities = engine.capabilities(&profile);
        if let (Some(categories), Some(options)) = (categories, capabilities.get_mut("goog:chromeOptions")) {
            options["perfLoggingPrefs"] = json!({ "traceCategories": categories });
        }
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let client = wait("a new session", builder.connect(&address))?
            .map_err(|error| format!("{name} starts no browser: {error}"))?;
        Ok(Self { engine, client: Some(client), driver })
    }

    /// The engine.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder in which the browser saves things.
    pub fn saves_to(&self) -> PathBuf {
        saves_to(&self.driver.profile)
    }

    /// A WebDriver command below the session's address.
    pub fn call(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value, String> {
        let client = self.client.as_ref().ok_or("the session has ended")?;
        let call = Call { method, path: path.to_owned(), body };
        wait(path, client.issue_cmd(call))?.map_err(|error| match error {
            // Only the code says the same in every engine; what WebKit's driver says with
            // it is often nothing.
            CmdError::Standard(error) => format!("{path}: {}: {error}", error.error),
            error => format!("{path}: {error}"),
        })
    }

    /// Reads something.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.call(Method::GET, path, None)
    }

    /// Does something.
    pub fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.call(Method::POST, path, Some(body))
    }

    /// A command of the DevTools protocol; Chromium only.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value, String> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Runs the body of a function in the page.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("execute/sync", json!({ "script": body, "args": arguments }))
    }

    /// Runs the body of a function in the page that calls its last argument
    /// when it is done.
    pub fn script_with_callback(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("execute/async", json!({ "script": body, "args": arguments }))
    }

    /// Goes on in a new window, without anything that was set for the former:
    /// sizes, themes, scripts, a page that still loads.
    pub fn new_window(&self) -> Result<(), String> {
        let former = self.get("window")?;
        // In WebKit a window lists what was saved in any of its tabs, below them.
        let kind = if self.engine == Engine::WebKit { "window" } else { "tab" };
        let new = self.post("window/new", json!({ "type": kind }))?;
        self.post("window", json!({ "handle": former }))?;
        self.call(Method::DELETE, "window", None)?;
        self.post("window", json!({ "handle": new["handle"] }))?;
        self.post("timeouts", json!({ "script": 60_000, "pageLoad": 30_000, "implicit": 0 }))?;
        if self.engine == Engine::Chromium {
            // What the log holds so far is of the former window.
            self.log("browser")?;
            self.log("performance")?;
        } else {
            // Elsewhere a new tab is as large as the former was made.
            self.post("window/rect", json!({ "x": 0, "y": 0, "width": 1280, "height": 900 }))?;
            // And the pointer is where it was: what it is to move to must not lie there.
            let aside = json!({ "type": "pointerMove", "duration": 0, "x": 1270, "y": 5 });
            let source = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [aside] });
            self.post("actions", json!({ "actions": [source] }))?;
        }
        Ok(())
    }

    /// The entries of one of Chromium's logs since they were last asked for.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>, String> {
        match self.post("se/log", json!({ "type": kind }))? {
            Value::Array(entries) => Ok(entries),
            other => Err(format!("the log {kind} is no list: {other}")),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            let _ = wait("the end of the session", client.close());
        }
    }
}
