//! A WordPress of its own for one run: Debian's files in a temporary folder, with
//! a MariaDB that only they can reach. No service of the machine is used, started or
//! changed, and all of it ends with the run.

use crate::session::free_port;
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where Debian's package puts WordPress.
const DEBIANS: &str = "/usr/share/wordpress";

/// Who writes: somebody with the role "author".
pub const AUTHOR: &str = "author";
/// And what she says to be let in.
pub const PASSWORD: &str = "a word for one test";

/// How long a server may take to listen.
const START: Duration = Duration::from_secs(60);

/// WordPress, for as long as it is kept.
pub struct WordPress {
    port: u16,
    // In this order they end.
    _server: Process,
    _database: Process,
    _folder: Folder,
}

/// A process that ends when it is dropped, and when the run is ended from outside.
struct Process(Child);

impl Process {
    fn start(program: &str, command: impl FnOnce(&mut Command) -> &mut Command) -> Result<Self, String> {
        let mut run = Command::new("setpriv");
        run.args(["--pdeathsig", "KILL", program]).stdin(Stdio::null());
        let child = command(&mut run).spawn();
        let child = child.map_err(|error| format!("{program} does not start ({error}); {INSTALLS}"))?;
        Ok(Self(child))
    }

    /// Waits until it listens.
    fn listens(&mut self, name: &str, log: &Path, is_there: impl Fn() -> bool) -> Result<(), String> {
        let since = Instant::now();
        while !is_there() {
            let ended = self.0.try_wait().map_err(|error| error.to_string())?;
            if ended.is_some() || since.elapsed() > START {
                let said = std::fs::read_to_string(log).unwrap_or_default();
                return Err(format!("{name} does not listen; {INSTALLS}. It said:\n{said}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

const INSTALLS: &str = "`tools/install hosts` installs it";

impl Drop for Process {
    fn drop(&mut self) {
        // The data goes with it: there is nothing to be finished.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A temporary folder.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl WordPress {
    /// Starts it, for figures on that port of this machine.
    pub fn start(figures: u16) -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("groundswell-wordpress-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let folder = Folder(folder);
        let (data, pages) = (folder.0.join("data"), folder.0.join("pages"));
        let database = database(&folder.0, &data)?;
        copy_pages(&pages)?;
        let port = free_port()?;
        let known = [
            ("GROUNDSWELL_DATABASE", socket(&folder.0).display().to_string()),
            // By this name it is another host than that of the figures, and has to
            // be allowed to ask there, as between two servers.
            ("GROUNDSWELL_WORDPRESS", format!("http://localhost:{port}")),
            ("GROUNDSWELL_PORT", figures.to_string()),
            ("GROUNDSWELL_AUTHOR", AUTHOR.to_owned()),
            ("GROUNDSWELL_PASSWORD", PASSWORD.to_owned()),
        ];
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts/wordpress/install.php");
        run("php", |php| php.arg(&script).current_dir(&pages).envs(known.clone()))?;
        let log = folder.0.join("server.log");
        let mut server = Process::start("php", |php| {
            // Else each page is compiled anew from a hundred files.
            php.args(["-d", "opcache.enable_cli=1", "-S", &format!("127.0.0.1:{port}"), "-t"]);
            php.arg(&pages).envs(known).stdout(Stdio::null()).stderr(into(&log))
        })?;
        server.listens("php", &log, || TcpStream::connect(("127.0.0.1", port)).is_ok())?;
        Ok(Self { port, _server: server, _database: database, _folder: folder })
    }

    /// The address of one of its pages.
    pub fn address(&self, path: &str) -> String {
        format!("http://localhost:{}/{path}", self.port)
    }
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("database")
}

/// A file for what a process says; nowhere, where it cannot be made.
fn into(log: &Path) -> Stdio {
    std::fs::File::create(log).map_or_else(|_| Stdio::null(), Stdio::from)
}

/// Runs a program to its end, quietly.
fn run(program: &str, command: impl FnOnce(&mut Command) -> &mut Command) -> Result<String, String> {
    let mut run = Command::new(program);
    let output = command(run.stdin(Stdio::null())).output();
    let output = output.map_err(|error| format!("{program} does not start ({error}); {INSTALLS}"))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if !output.status.success() {
        return Err(format!(
            "{program}: {}\n{}\n{}",
            output.status,
            said(&output.stdout),
            said(&output.stderr)
        ));
    }
    Ok(said(&output.stdout))
}

/// Makes a database and starts its server, which listens in the folder only.
fn database(folder: &Path, data: &Path) -> Result<Process, String> {
    // It runs as whoever runs the tests; root has to say that this is meant.
    let user = format!("--user={}", run("id", |id| id.arg("-un"))?);
    let at = format!("--datadir={}", data.display());
    run("mariadb-install-db", |make| {
        let plain = "--auth-root-authentication-method=normal";
        make.args(["--no-defaults", "--skip-test-db", plain, &user, &at])
    })?;
    let (socket, log) = (socket(folder), folder.join("database.log"));
    let mut server = Process::start("mariadbd", |start| {
        let socket = format!("--socket={}", socket.display());
        start.args(["--no-defaults", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"]);
        start.args([user, at, socket, format!("--pid-file={}", folder.join("database.pid").display())]);
        start.stdout(Stdio::null()).stderr(into(&log))
    })?;
    server.listens("mariadbd", &log, || UnixStream::connect(&socket).is_ok())?;
    Ok(server)
}

/// Copies WordPress: it takes its configuration from the folder it finds itself in.
fn copy_pages(pages: &Path) -> Result<(), String> {
    let failed = |path: &Path, error: std::io::Error| format!("{}: {error}; {INSTALLS}", path.display());
    copy(Path::new(DEBIANS), pages).map_err(|error| failed(Path::new(DEBIANS), error))?;
    let plugins = pages.join("wp-content/mu-plugins");
    std::fs::create_dir_all(&plugins).map_err(|error| failed(&plugins, error))?;
    let own = [
        (pages.join("wp-config.php"), include_str!("wordpress/wp-config.php")),
        (plugins.join("allow-local-address.php"), include_str!("wordpress/allow-local-address.php")),
    ];
    for (path, text) in own {
        std::fs::write(&path, text).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

/// Copies a folder with what its links lead to.
pub fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        match path.metadata() {
            Ok(what) if what.is_dir() => copy(&path, &to)?,
            Ok(_) => std::fs::write(&to, std::fs::read(&path)?)?,
            // A link to what is not installed is to nothing that WordPress needs.
            Err(_) => {}
        }
    }
    Ok(())
}
