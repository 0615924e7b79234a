//! A real nginx, which sends the built folder as the file for it, which is shipped in
//! that folder, tells it to. One serves every story of a run.

use crate::site::BASE;
use std::io::{self, Read, Write};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long nginx may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// nginx, for as long as it is kept.
pub struct Nginx {
    process: Child,
    prefix: PathBuf,
}

/// The built folder, and where nginx is asked for its files.
#[derive(Clone)]
pub struct Served {
    folder: PathBuf,
    prefix: PathBuf,
}

/// What nginx answered.
pub struct Response {
    /// The line with the status.
    pub first: String,
    /// Names and values, in their order.
    pub headers: Vec<(String, String)>,
    /// The bytes behind the headers, as they came.
    pub body: Vec<u8>,
}

impl Nginx {
    /// Starts nginx, and waits until it listens.
    pub fn start(served: &Served) -> Result<Self, String> {
        for file in ["index.html", "server/nginx.conf"] {
            let path = served.folder.join(file);
            std::fs::File::open(&path)
                .map_err(|error| format!("{}: {error}; `make build` makes it", path.display()))?;
        }
        let prefix = served.prefix.clone();
        let failed = |error: io::Error| format!("nginx's folder {}: {error}", prefix.display());
        lay_out(served).map_err(failed)?;
        let said = std::fs::File::create(prefix.join("said")).map_err(failed)?;
        let process = Command::new("nginx")
            .args(["-e", "stderr", "-c", "nginx.conf", "-p"])
            .arg(&prefix)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .map_err(|error| format!("nginx does not start ({error}); `tools/install test` installs it"))?;
        let mut nginx = Self { process, prefix };
        let since = Instant::now();
        while UnixStream::connect(served.socket()).is_err() {
            let ended = nginx.process.try_wait().is_ok_and(|status| status.is_some());
            if ended || since.elapsed() > PATIENCE {
                let said = std::fs::read_to_string(nginx.prefix.join("said")).unwrap_or_default();
                return Err(format!("nginx does not listen; it said: {said}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.prefix);
    }
}

/// Makes the folder in which nginx works: its own configuration, and the built folder
/// at the page's place below the root. The shipped file is included as it is.
fn lay_out(served: &Served) -> io::Result<()> {
    let place = served.prefix.join("www").join(BASE.trim_matches('/'));
    std::fs::create_dir_all(place.parent().unwrap_or(&served.prefix))?;
    symlink(&served.folder, place)?;
    // One process, so that its end is the end of nginx; it runs as whoever runs the
    // tests, and writes nowhere else.
    let configuration = format!(
        "daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {{
        listen \"unix:{socket}\";
        root www;
        location {BASE} {{
            include \"{shipped}\";
        }}
    }}
}}
",
        socket = served.socket().display(),
        shipped = served.folder.join("server/nginx.conf").display(),
    );
    std::fs::write(served.prefix.join("nginx.conf"), configuration)
}

impl Served {
    /// A built folder, to be served by an nginx of this process.
    pub fn new(folder: &Path) -> Self {
        let prefix = std::env::temp_dir().join(format!("groundswell-nginx-{}", std::process::id()));
        // nginx would look for a relative path below its own.
        Self { folder: std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()), prefix }
    }

    /// The built folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file rather than a port: there is none to be taken by somebody else.
    fn socket(&self) -> PathBuf {
        self.prefix.join("socket")
    }

    /// Asks for what a request line names, with these headers.
    pub fn ask(&self, first: &str, headers: &[(String, String)]) -> io::Result<Response> {
        let mut stream = UnixStream::connect(self.socket())?;
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        stream.write_all(format!("{}\r\n{headers}Connection: close\r\n\r\n", first.trim_end()).as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        let end = end.ok_or_else(|| io::Error::other("nginx's answer has no end of its headers"))?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        Ok(Response {
            first: lines.next().unwrap_or_default().to_owned(),
            headers: lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: answer.split_off(end + 4),
        })
    }
}

impl Response {
    /// The status.
    pub fn status(&self) -> u16 {
        self.first.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
    }

    /// The values of a header, one after the other.
    pub fn header(&self, wanted: &str) -> Option<String> {
        let values = self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
        values.map(|(_, value)| value.clone()).reduce(|all, value| all + ", " + &value)
    }

    /// The body without the marks of its chunks, if it came in chunks.
    pub fn content(&self) -> Vec<u8> {
        if self.header("Transfer-Encoding").is_none() {
            return self.body.clone();
        }
        let (mut rest, mut content) = (&self.body[..], Vec::new());
        while let Some(at) = rest.windows(2).position(|bytes| bytes == b"\r\n") {
            let length = usize::from_str_radix(String::from_utf8_lossy(&rest[..at]).trim(), 16);
            let length = length.unwrap_or_default();
            content.extend_from_slice(&rest[at + 2..][..length]);
            rest = &rest[at + 2 + length + 2..];
        }
        content
    }
}
