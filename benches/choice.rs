//! What a choice costs the browser: main-thread work from the event to the end
//! of layout and paint, from a trace, in Chromium, on the page as it is built.
//! Prints medians and 95th percentiles in milliseconds. Measures; asserts nothing.
//!
//! Counted is what the main thread does at the top level (events, microtasks,
//! frames, style, layout, paint) in thread time where the trace has it, else in
//! wall time. What is out of sight is drawn in later frames; the longest of these
//! stands in the last column.

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

#[cfg(not(target_arch = "wasm32"))]
#[path = "generated.rs"]
mod generated;

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(error) = choice::measure() {
        eprintln!("choice: {error}");
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod choice {
    use crate::engine::Engine;
    use crate::nginx::{Nginx, Served};
    use crate::session::{ELEMENT, Session};
    use crate::site::Site;
    use serde_json::{Value, json};
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    /// How often each choice is made on a page that was opened: a trace has room for no more.
    const RUNS: usize = 20;

    /// On how many pages: of fewer choices the 95th percentile is one of the two dearest. With a
    /// thousand campaigns one has to do, for its trace takes a minute to be told.
    const PAGES: usize = 3;

    /// At most this much, milliseconds: one frame; with a thousand campaigns three.
    const BUDGET: [f64; 2] = [16.0, 50.0];

    /// What the trace is to tell of.
    const CATEGORIES: &str = "devtools.timeline,disabled-by-default-devtools.timeline,__metadata";

    /// What the main thread does at the top level.
    const WORK: [&str; 10] = [
        "EventDispatch",
        "RunMicrotasks",
        "FireAnimationFrame",
        "TimerFire",
        "UpdateLayoutTree",
        "Layout",
        "PrePaint",
        "Paint",
        "Layerize",
        "Commit",
    ];

    pub fn measure() -> Result<(), String> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let served = Served::new(&dist);
        let _nginx = Nginx::start(&served)?;
        let site = Site::serve(&served)?;
        println!(
            "{:<44} {:>7} {:>7} {:>7}   (budget {} ms, with 1,000 campaigns {})",
            "a choice, main thread, ms", "median", "95 %", "later", BUDGET[0], BUDGET[1]
        );
        measure_site(&site, ("8 campaigns", ""), PAGES)?;
        measure_site(&site, ("54 campaigns", "?sources=further"), PAGES)?;
        let thousand = thousand(&dist).map_err(|error| format!("a thousand campaigns: {error}"))?;
        let served = Served::new(&thousand);
        drop(_nginx);
        let _nginx = Nginx::start(&served)?;
        measure_site(&Site::serve(&served)?, ("1,000 campaigns", ""), 1)
    }

    /// The site with a thousand campaigns in the place of its data.
    fn thousand(dist: &Path) -> std::io::Result<PathBuf> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("thousand");
        let _ = std::fs::remove_dir_all(&folder);
        copy(dist, &folder)?;
        let shipped = std::fs::read_to_string(dist.join("data/further.json"))?;
        let (catalogue, file) = crate::generated::files(&crate::generated::definitions(&shipped));
        std::fs::write(folder.join("data/index.json"), catalogue)?;
        std::fs::write(folder.join("data/thousand.json"), file)?;
        Ok(folder)
    }

    fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(to)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            let to = to.join(entry.file_name());
            match entry.file_type()?.is_dir() {
                true => copy(&entry.path(), &to)?,
                false => drop(std::fs::copy(entry.path(), to)?),
            }
        }
        Ok(())
    }

    fn measure_site(site: &Site, (campaigns, query): (&str, &str), pages: usize) -> Result<(), String> {
        for (kind, what) in [("scale", "the axis"), ("sources", "the sources"), ("campaigns", "a campaign")] {
            let mut costs = Vec::new();
            for _ in 0..pages {
                costs.extend(choose(site, query, kind)?);
            }
            if costs.len() < RUNS * pages / 2 {
                return Err(format!("the trace tells of {} choices only", costs.len()));
            }
            costs.sort_by(|a, b| a.first.total_cmp(&b.first));
            let at = |part: usize| costs[(costs.len() - 1) * part / 100].first;
            let later = costs.iter().map(|cost| cost.later).fold(0.0, f64::max);
            let name = format!("{what}, {campaigns}");
            println!("{name:<44} {:>7.1} {:>7.1} {:>7.1}", at(50), at(95), later);
        }
        Ok(())
    }

    /// What one choice cost, milliseconds.
    struct Cost {
        /// Up to the first frame.
        first: f64,
        /// The longest of the frames after it.
        later: f64,
    }

    /// Opens the page and its panel of choices, and chooses again and again.
    fn choose(site: &Site, query: &str, kind: &str) -> Result<Vec<Cost>, String> {
        // The driver gives a session's trace once.
        let session = &Session::start_traced(Engine::Chromium, CATEGORIES)?;
        session.post("url", json!({ "url": site.address() + query }))?;
        let ready = "const done = arguments[0]; const look = () => 'ready' in document.documentElement.dataset ? setTimeout(done, 800) : setTimeout(look, 20); look()";
        session.script_with_callback(ready, &[])?;
        click(session, &format!("button[data-do=panel-{kind}]"))?;
        std::thread::sleep(Duration::from_millis(300));
        for run in 0..RUNS {
            let name = match kind {
                "scale" => ["scale-linear", "scale-log"][run % 2].to_owned(),
                "sources" => {
                    let usual = if query.is_empty() { "sources-published" } else { "sources-further" };
                    ["sources-toolkit", usual][run % 2].to_owned()
                }
                _ => {
                    let nth = "return document.querySelectorAll('.panel input[type=checkbox]')[arguments[0]].dataset.do";
                    let name = session.script(nth, &[json!(run % 8)])?;
                    name.as_str().unwrap_or_default().to_owned()
                }
            };
            click(session, &format!(".panel input[data-do='{name}']"))?;
            std::thread::sleep(Duration::from_millis(300));
        }
        Ok(costs(&session.log("performance")?))
    }

    fn click(session: &Session, selector: &str) -> Result<(), String> {
        let found = session.post("element", json!({ "using": "css selector", "value": selector }))?;
        let element = found[ELEMENT].as_str().ok_or_else(|| format!("there is no {selector}"))?.to_owned();
        session.post(&format!("element/{element}/click"), json!({})).map(drop)
    }

    /// One entry of the trace, in microseconds.
    struct Entry {
        name: String,
        thread: (i64, i64),
        start: f64,
        /// By the clock.
        wall: f64,
        /// What the thread worked of it.
        work: f64,
        is_click: bool,
    }

    fn entries(log: &[Value]) -> Vec<Entry> {
        let messages = log.iter().filter_map(|entry| entry["message"].as_str());
        let messages = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
        messages
            .filter(|message| message["message"]["method"] == "Tracing.dataCollected")
            .filter_map(|mut message| {
                let event = message["message"]["params"].take();
                let wall = event["dur"].as_f64()?;
                Some(Entry {
                    name: event["name"].as_str()?.to_owned(),
                    thread: (event["pid"].as_i64()?, event["tid"].as_i64()?),
                    start: event["ts"].as_f64()?,
                    wall,
                    work: event["tdur"].as_f64().unwrap_or(wall),
                    is_click: event["args"]["data"]["type"] == "click",
                })
            })
            .collect()
    }

    fn costs(log: &[Value]) -> Vec<Cost> {
        let entries = entries(log);
        let mut clicks: Vec<&Entry> =
            entries.iter().filter(|entry| entry.name == "EventDispatch" && entry.is_click).collect();
        clicks.sort_by(|a, b| a.start.total_cmp(&b.start));
        // The first opened the panel.
        clicks.into_iter().skip(1).filter_map(|click| cost(&entries, click)).collect()
    }

    /// `None` where no frame followed.
    fn cost(entries: &[Entry], click: &Entry) -> Option<Cost> {
        let own: Vec<&Entry> = entries
            .iter()
            .filter(|e| e.thread == click.thread && WORK.contains(&&*e.name))
            .filter(|e| e.start >= click.start && e.start < click.start + 250_000.0)
            .collect();
        let is_within =
            |e: &Entry, outer: &Entry| outer.start <= e.start && outer.start + outer.wall >= e.start + e.wall;
        let top: Vec<&&Entry> = own
            .iter()
            .filter(|e| !own.iter().any(|outer| !std::ptr::eq(**e, *outer) && is_within(e, outer)))
            .collect();
        let work = |from: f64, to: f64| {
            let between = top.iter().filter(|e| e.start >= from && e.start < to);
            between.map(|e| e.work).sum::<f64>() / 1000.0
        };
        let mut ends: Vec<f64> =
            own.iter().filter(|e| e.name == "Commit").map(|e| e.start + e.wall).collect();
        ends.sort_by(f64::total_cmp);
        let later = ends.windows(2).map(|frame| work(frame[0], frame[1])).fold(0.0, f64::max);
        Some(Cost { first: work(click.start, *ends.first()?), later })
    }
}
