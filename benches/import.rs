//! How fast an export is read in Chromium, in the page as it is built: a made-up content
//! export of X, a million posts in 250 MB, from the file to its sums by day and its ten
//! best posts, with every post kept. Beside it, in the same run and in turns, what people
//! use today (PapaParse, d3-dsv, DuckDB-WASM), where `tools/peers` has built their pages.
//!
//! Prints medians, rates, the memory of the worker and the longest time for which the page
//! did not answer. Measures; asserts nothing.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/engine.rs"]
#[allow(dead_code)]
mod engine;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/nginx.rs"]
#[allow(dead_code)]
mod nginx;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/session.rs"]
#[allow(dead_code)]
mod session;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/site.rs"]
#[allow(dead_code)]
mod site;

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(error) = import::measure() {
        eprintln!("import: {error}");
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod import {
    use crate::engine::Engine;
    use crate::nginx::{Nginx, Served};
    use crate::session::{ELEMENT, Session};
    use crate::site::Site;
    use serde_json::{Value, json};
    use std::fs::{self, File};
    use std::io::{BufRead, BufReader, BufWriter, Write};
    use std::net::{TcpListener, TcpStream};
    use std::path::{Path, PathBuf};

    const POSTS: u64 = 1_000_000;
    const RUNS: usize = 3;
    const PEERS: [&str; 3] = ["papaparse", "d3dsv", "duckdb"];

    pub fn measure() -> Result<(), String> {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import-posts.csv");
        write_export(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let result = measure_with(&file);
        // It is large.
        let _ = fs::remove_file(&file);
        result
    }

    fn measure_with(file: &Path) -> Result<(), String> {
        let bytes = fs::metadata(file).map_err(|error| error.to_string())?.len();
        let served = Served::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
        let _nginx = Nginx::start(&served)?;
        let site = Site::serve(&served)?;
        let peers = peers_folder().map(serve).transpose()?;
        let mut times: Vec<(&str, Vec<f64>)> = vec![("groundswell", Vec::new())];
        if peers.is_some() {
            times.extend(PEERS.map(|name| (name, Vec::new())));
        }
        let mut own = Value::Null;
        for _ in 0..RUNS {
            for (name, found) in &mut times {
                let session = &Session::start(Engine::Chromium)?;
                session.post("timeouts", json!({ "script": 300_000 }))?;
                let took = match (*name, &peers) {
                    ("groundswell", _) => {
                        own = ours(session, &site, file)?;
                        own["ms"].as_f64()
                    }
                    (peer, Some(address)) => theirs(session, &format!("{address}{peer}/"), file)?,
                    _ => None,
                };
                found.push(took.ok_or_else(|| format!("{name} gave no time"))?);
            }
        }
        println!("{:<32} {:>9} {:>9} {:>9}", "a million posts, in Chromium", "median ms", "least ms", "MB/s");
        for (name, found) in &mut times {
            found.sort_by(f64::total_cmp);
            let median = found[found.len() / 2];
            println!("{name:<32} {median:>9.0} {:>9.0} {:>9.0}", found[0], bytes as f64 / 1e3 / median);
        }
        let median = |found: &[f64]| found[found.len() / 2];
        if let Some(best) = times[1..].iter().map(|(_, found)| median(found)).min_by(f64::total_cmp) {
            let ratio = best / median(&times[0].1);
            println!("the fastest of the others, times this      {ratio:>5.2}   (wanted: 3)");
        }
        let megabytes = |bytes: f64| bytes / 1e6;
        println!(
            "memory of the reader, MB                   {:>5.0}   (the file: {:.0})",
            megabytes(own["memory"].as_f64().unwrap_or(f64::NAN)),
            megabytes(bytes as f64)
        );
        println!(
            "longest time without an answer, ms         {:>5.0}   (at most 50)",
            own["longest"].as_f64().unwrap_or(f64::NAN)
        );
        Ok(())
    }

    /// Gives a page's chooser of files that file.
    fn choose(session: &Session, file: &Path) -> Result<(), String> {
        let chooser = json!({ "using": "css selector", "value": "input[type=file]" });
        let found = session.post("element", chooser)?;
        let element = found[ELEMENT].as_str().ok_or("there is no chooser of files")?.to_owned();
        session
            .post(&format!("element/{element}/value"), json!({ "text": file.display().to_string() }))
            .map(drop)
    }

    /// How long this project takes, and what it takes for it.
    fn ours(session: &Session, site: &Site, file: &Path) -> Result<Value, String> {
        session.post("url", json!({ "url": format!("{}own/", site.address()) }))?;
        // As with the others, the program is there before: it answered the page's first question.
        let ready =
            "const done = arguments[0]; const look = () => memory ? done() : setTimeout(look, 20); look()";
        session.script_with_callback(ready, &[])?;
        // A page that does not answer is late with what it meant to do at once: a timer, which
        // takes little of the processor from what is measured, and tells of what is longer
        // than the four milliseconds between two of them.
        let watch = "let last = performance.now(); window.longest = 0; setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; });";
        session.script(watch, &[])?;
        choose(session, file)?;
        let wait = "const done = arguments[0]; const look = () => { const [found] = performance.getEntriesByName('import'); if (found) done({ ms: found.duration, rows: found.detail.rows, memory: found.detail.memory, longest: window.longest }); else setTimeout(look, 50); }; look()";
        let found = session.script_with_callback(wait, &[])?;
        match found["rows"].as_u64() {
            // The names of the columns are a row too.
            Some(rows) if rows == POSTS + 1 => Ok(found),
            rows => Err(format!("{rows:?} rows were read, not {POSTS}")),
        }
    }

    /// How long a peer takes.
    fn theirs(session: &Session, address: &str, file: &Path) -> Result<Option<f64>, String> {
        session.post("url", json!({ "url": address }))?;
        let ready = "const done = arguments[0]; const look = () => 'ready' in document.documentElement.dataset ? done() : setTimeout(look, 20); look()";
        session.script_with_callback(ready, &[])?;
        choose(session, file)?;
        let run = "const done = arguments[0]; window.run(document.querySelector('input').files[0]).then(done, error => done({ error: String(error) }))";
        let found = session.script_with_callback(run, &[])?;
        match found["error"].as_str() {
            Some(error) => Err(format!("{address}: {error}")),
            None => Ok(found["ms"].as_f64()),
        }
    }

    /// Where the pages of the peers are, if they are built.
    fn peers_folder() -> Option<PathBuf> {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))?;
        let folder = cache.join("groundswell/peers/build/import");
        PEERS.iter().all(|name| folder.join(name).join("index.html").is_file()).then_some(folder)
    }

    /// Serves a folder as it is, as long as the program runs; its address.
    fn serve(folder: PathBuf) -> Result<String, String> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                // Whoever leaves in the middle of an answer is gone.
                std::thread::spawn(move || drop(answer(stream, &folder)));
            }
        });
        Ok(format!("http://127.0.0.1:{port}/"))
    }

    fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
        let mut first = String::new();
        let mut reader = BufReader::new(stream.try_clone()?);
        reader.read_line(&mut first)?;
        let mut line = String::new();
        while reader.read_line(&mut line)? > 2 {
            line.clear();
        }
        let path = first.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
        let file = folder.join(if path.ends_with('/') { path + "index.html" } else { path });
        let kind = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => "text/html",
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            _ => "application/octet-stream",
        };
        let (status, content) =
            fs::read(&file).map_or(("404 Not Found", Vec::new()), |content| ("200 OK", content));
        let length = content.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        )?;
        stream.write_all(&content)
    }

    /// Numbers that look like chance and are the same in every run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % limit
        }
    }

    /// A content export of X: all cells quoted, texts of several lines, ids of 18 digits.
    fn write_export(file: &Path) -> std::io::Result<()> {
        const WORDS: [&str; 16] = [
            "thank",
            "you",
            "nurses",
            "today",
            "we",
            "give",
            "blood",
            "#MissingType",
            "proud",
            "team",
            "\u{1f60a}",
            "caf\u{e9}",
            "\u{201c}quoted\u{201d}",
            "support",
            "volunteers",
            "\u{a3}5",
        ];
        const START: u64 = 418_000_000_000_000_000;
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let days: Vec<(usize, u64)> = months
            .iter()
            .enumerate()
            .flat_map(|(month, days)| (1..=*days).map(move |day| (month, day)))
            .collect();
        let (mut numbers, mut out) = (Numbers(2026), BufWriter::new(File::create(file)?));
        write!(
            out,
            "\"Post id\",\"Date\",\"Post text\",\"Post Link\",\"Impressions\",\"Likes\",\"Engagements\",\"Bookmarks\",\"Shares\",\"New follows\",\"Replies\",\"Reposts\",\"Profile visits\",\"Detail Expands\",\"URL Clicks\",\"Hashtag Clicks\",\"Permalink Clicks\"\r\n"
        )?;
        let mut id = START;
        for post in 0..POSTS {
            id += 1 + numbers.below(1 << 31);
            let (month, day) = days[(post * days.len() as u64 / POSTS) as usize];
            write!(out, "\"{id}\",\"Thu, {} {day}, 2014\",\"", names[month])?;
            if post % 11 == 0 {
                write!(out, "said \"\"")?;
            }
            for word in 0..5 + numbers.below(22) {
                let between = if word == 1 && post % 7 == 0 { "\n" } else { " " };
                write!(out, "{}{between}", WORDS[numbers.below(16) as usize])?;
            }
            if post % 11 == 0 {
                write!(out, "\"\"")?;
            }
            write!(out, "\",\"https://x.com/nhs/status/{id}\"")?;
            for limit in [900, 20, 40, 3, 4, 1, 5, 9, 9, 30, 12, 3, 1] {
                write!(out, ",\"{}\"", numbers.below(limit))?;
            }
            write!(out, "\r\n")?;
        }
        out.flush()
    }
}
