//! The page as it is built (`make build`), in a real browser: what a reader can
//! do, when things go wrong, and what must never happen.
//!
//! ```text
//! cargo test --features e2e --test e2e                        Chromium
//! GROUNDSWELL_ENGINE=firefox cargo test ...                   or webkit
//! GROUNDSWELL_DIST=FOLDER cargo test ...                      another built page
//! cargo test --features e2e --test e2e -- evidence            stories with that in their name
//! ```
//!
//! A real nginx sends the page, as the shipped `server/nginx.conf` tells it to. Each story
//! has a server of its own before it (and so an origin without a past), and a
//! browser that is kept for the next story unless this one fails. After each
//! story it is asked whether anything was requested from elsewhere, or forbidden
//! by the policy, and whether the program ended in the middle. Pictures are left in `artefacts/`.

mod engine;
mod nginx;
mod page;
mod paint;
mod session;
mod site;
mod stories;

use engine::Engine;
use libtest_mimic::{Arguments, Failed, Trial};
use nginx::{Nginx, Served};
use page::Page;
use session::Session;
use site::Site;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use stories::{Needs, STORIES, Story};

/// What the stories share.
struct Stage {
    engine: Engine,
    served: Served,
    /// Browsers that wait for the next story.
    free: Mutex<Vec<Session>>,
}

thread_local! {
    /// The line of a story at which it failed last.
    static FAILED_AT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() {
    let mut arguments = Arguments::from_args();
    let engine = Engine::chosen().unwrap_or_else(|error| {
        eprintln!("{error}");
        std::process::exit(2)
    });
    // A browser for each of at most two threads: more take turns anyway. Of two windows on
    // one display only one is before the other, and has what goes with the focus.
    arguments.test_threads.get_or_insert(if engine == Engine::WebKit { 1 } else { 2 });
    let dist = std::env::var_os("GROUNDSWELL_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    let served = Served::new(&dist);
    let nginx = (!arguments.list).then(|| {
        Nginx::start(&served).unwrap_or_else(|error| {
            eprintln!("{error}");
            std::process::exit(2)
        })
    });
    // The end of a story is told by its trial; here only the line is noted.
    std::panic::set_hook(Box::new(|panic| {
        let line = panic.location().map_or_else(String::new, ToString::to_string);
        FAILED_AT.with(|failed_at| failed_at.replace(line));
    }));
    let stage = Arc::new(Stage { engine, served, free: Mutex::new(Vec::new()) });
    let trials =
        STORIES.iter().flat_map(|stories| stories.iter()).map(|story| trial(&stage, story)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Ends the browsers and nginx, which the end of the process would not.
    stage.free.lock().unwrap_or_else(PoisonError::into_inner).clear();
    drop(nginx);
    conclusion.exit();
}

fn trial(stage: &Arc<Stage>, story: &'static Story) -> Trial {
    let stage = Arc::clone(stage);
    Trial::test(story.name(), move || {
        if story.needs != Needs::AnyEngine && stage.engine != Engine::Chromium {
            println!("{} is skipped: {:?} has no DevTools protocol", story.name(), stage.engine);
            return Ok(());
        }
        stage.tell(story).map_err(Failed::from)
    })
}

impl Stage {
    /// Tells one story.
    fn tell(&self, story: &Story) -> Result<(), String> {
        let waiting = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let session = match waiting {
            Some(session) => session,
            None => Session::start(self.engine)?,
        };
        session.new_window()?;
        let site = Site::serve(&self.served)?;
        let page = Page::new(&session, &site);
        let told = catch_unwind(AssertUnwindSafe(|| {
            (story.tell)(&page);
            nothing_was_forbidden_or_foreign(&session, &site);
        }));
        if let Err(panic) = told {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let line = FAILED_AT.with(RefCell::take);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it failed");
            let picture = catch_unwind(AssertUnwindSafe(|| keep(&page, "failed", &story.name())));
            let place = picture.map_or_else(|_| "no picture".to_owned(), |path| path.display().to_string());
            let log = session.log("browser").unwrap_or_default();
            let log: Vec<String> = log.iter().map(|entry| format!("\n  {}", entry["message"])).collect();
            return Err(format!("{said}\nat {line}\npicture: {place}\nconsole:{}", log.concat()));
        }
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(session);
        Ok(())
    }
}

/// Nothing may be asked of another origin, nor outside the page's folder, and
/// nothing may need what the policy forbids.
fn nothing_was_forbidden_or_foreign(session: &Session, site: &Site) {
    assert_eq!(site.unexpected_requests(), [""; 0], "requests that no part of the page should make");
    if !site.may_report() {
        assert_eq!(site.reports(), [""; 0], "the policy forbade something");
    }
    if session.engine() != Engine::Chromium {
        return;
    }
    let log = session.log("browser").unwrap_or_else(|error| panic!("{error}"));
    let messages = || log.iter().filter_map(|entry| entry["message"].as_str());
    let ended: Vec<&str> = messages()
        .filter(|message| {
            ["panicked", "RuntimeError", "unreachable"].iter().any(|sign| message.contains(sign))
        })
        .collect();
    assert_eq!(ended, [""; 0], "the program ended in the middle");
    let forbidden: Vec<&str> = messages()
        .filter(|message| {
            message.contains("Content Security Policy") || message.contains("Permissions policy")
        })
        .collect();
    if !site.may_report() {
        assert_eq!(forbidden, [""; 0], "the console tells of the policy");
    }
    let own = [site.address(), site.address_by_another_name()];
    let log = session.log("performance").unwrap_or_else(|error| panic!("{error}"));
    let foreign: Vec<String> = log
        .iter()
        .filter_map(|entry| serde_json::from_str::<serde_json::Value>(entry["message"].as_str()?).ok())
        .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|entry| Some(entry["message"]["params"]["request"]["url"].as_str()?.to_owned()))
        .filter(|url| !own.iter().any(|own| url.starts_with(own)) && !url.starts_with("data:"))
        .collect();
    if site.may_report() {
        // What was forbidden is in the log, though it never left.
        return;
    }
    assert_eq!(foreign, [""; 0], "requests to elsewhere");
}

/// Keeps a picture of the page in `artefacts/`.
pub fn keep(page: &Page, folder: &str, name: &str) -> PathBuf {
    keep_file(&page.picture(), folder, &format!("{}.png", name.replace("::", "-")))
}

/// Keeps what came in base64 as a file in `artefacts/`.
pub fn keep_file(content: &str, folder: &str, name: &str) -> PathBuf {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts").join(folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let path = folder.join(name);
    let bytes = BASE64_STANDARD.decode(content).expect("it comes in base64");
    std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}
