//! Figures in other people's systems, which are installed and started for it: what
//! an author does there, and what readers then see. For now WordPress, as Debian
//! ships it (`make test-hosts`).
//!
//! ```text
//! cargo test --features e2e --test hosts          (after `tools/install hosts` and `make build`)
//! ```
//!
//! The site is the one in `dist/`, with the address at which it is served here. All
//! that is started ends with the run. Pictures are left in `artefacts/hosts/`.

#[path = "../e2e/engine.rs"]
#[allow(dead_code)]
mod engine;
#[path = "../e2e/nginx.rs"]
#[allow(dead_code)]
mod nginx;
#[path = "../e2e/page.rs"]
#[allow(dead_code)]
mod page;
#[path = "../e2e/session.rs"]
#[allow(dead_code)]
mod session;
#[path = "../e2e/site.rs"]
#[allow(dead_code)]
mod site;
mod wordpress;
mod writing;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use engine::Engine;
use libtest_mimic::{Arguments, Trial};
use nginx::{Nginx, Served};
use page::{Page, squeezed};
use serde_json::{Value, json};
use session::Session;
use site::Site;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use wordpress::WordPress;
use writing::{Author, Pasting};

/// A story, by its name.
type Story = (&'static str, fn(&Page, &WordPress));

const STORIES: [Story; 4] = [
    ("an_author_may_not_write_frames", an_author_may_not_write_frames),
    ("a_pasted_address_becomes_the_figure", a_pasted_address_becomes_the_figure),
    ("a_frame_follows_its_figure", a_frame_follows_its_figure),
    ("a_choice_in_a_pasted_address_is_lost", a_choice_in_a_pasted_address_is_lost),
];

/// What the stories share; it ends in this order.
struct Stage {
    word_press: WordPress,
    site: Site,
    _nginx: Nginx,
    _folder: SiteFolder,
}

/// A copy of the built site, since this one gets an address.
struct SiteFolder(PathBuf);

impl Drop for SiteFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn main() {
    let mut arguments = Arguments::from_args();
    // One WordPress, and one author who writes in it.
    arguments.test_threads = Some(1);
    let stage = if arguments.list { Ok(None) } else { stage().map(Some) };
    let stage = stage.unwrap_or_else(|error| {
        eprintln!("{error}");
        std::process::exit(2)
    });
    let stage = Arc::new(stage);
    let trials = STORIES.map(|(name, story)| {
        let stage = Arc::clone(&stage);
        Trial::test(name, move || stage.as_ref().as_ref().map_or(Ok(()), |stage| tell(stage, name, story)))
    });
    let conclusion = libtest_mimic::run(&arguments, trials.into());
    // Ends the servers: from here on nothing is dropped.
    drop(stage);
    conclusion.exit();
}

/// Serves the site under the address that is written into it, and starts WordPress.
fn stage() -> Result<Stage, String> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folder = SiteFolder(std::env::temp_dir().join(format!("groundswell-hosts-{}", std::process::id())));
    wordpress::copy(&dist, &folder.0)
        .map_err(|error| format!("{}: {error}; `make build` makes it", dist.display()))?;
    let served = Served::new(&folder.0);
    let nginx = Nginx::start(&served)?;
    let site = Site::serve(&served)?;
    site.opens_to_all();
    let render = Command::new(env!("CARGO_BIN_EXE_groundswell"))
        .args(["render", "--base-url", &site.address(), "--site"])
        .arg(&folder.0)
        .output();
    let render = render.map_err(|error| error.to_string())?;
    if !render.status.success() {
        return Err(String::from_utf8_lossy(&render.stderr).into_owned());
    }
    let word_press = WordPress::start(site.port())?;
    Ok(Stage { word_press, site, _nginx: nginx, _folder: folder })
}

fn tell(stage: &Stage, name: &str, story: fn(&Page, &WordPress)) -> Result<(), libtest_mimic::Failed> {
    let session = Session::start(Engine::Chromium)?;
    session.new_window()?;
    let page = Page::new(&session, &stage.site);
    let told = catch_unwind(AssertUnwindSafe(|| story(&page, &stage.word_press)));
    told.map_err(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
        let kept = catch_unwind(AssertUnwindSafe(|| keep(&page, &format!("failed-{name}"))));
        let kept = kept.map_or_else(|_| "none".to_owned(), |path| path.display().to_string());
        format!("{}\npicture: {kept}", said.unwrap_or_default()).into()
    })
}

/// Keeps a picture of the page.
fn keep(page: &Page, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts/hosts");
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let path = folder.join(format!("{name}.png"));
    let picture = BASE64_STANDARD.decode(page.picture()).expect("a picture comes in base64");
    std::fs::write(&path, picture).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

/// The address of a figure's page.
fn address_of(page: &Page, figure: &str) -> String {
    format!("{}figure/{figure}.html", page.site.address())
}

/// What the site answers when it is asked by oEmbed.
fn answer(page: &Page, figure: &str) -> Value {
    let answer = page.site.file(&format!("figure/{figure}.oembed.json"));
    serde_json::from_str(&answer).expect("the answer is JSON")
}

/// What these stories are about: whoever writes has no right to HTML of her own.
fn an_author_may_not_write_frames(page: &Page, word_press: &WordPress) {
    let author = Author::logs_in(page, word_press);
    let frame = format!("<iframe src=\"{}\"></iframe>", address_of(page, "views"));
    let stored = author.stores("By hand", &format!("<p>before</p>{frame}<p>after</p>"));
    assert_eq!(squeezed(&stored), "<p>before</p><p>after</p>");
}

/// A reader who has only the post's address opens it, and goes on in the frame.
fn reader_enters(page: &Page, post: &str, figure: &str) {
    page.forgets_everything();
    // All of the post is in sight: what is not, browsers paint when they like.
    page.screen(1_280, 2_800);
    page.visit(post);
    page.wait_for("the frame", "return document.querySelector('.entry-content iframe')");
    assert_eq!(page.ask("return document.querySelectorAll('iframe').length"), json!(1));
    let attribute = |name: &str| {
        page.text_of(&format!("return String(document.querySelector('iframe').getAttribute('{name}'))"))
    };
    assert_eq!((&*attribute("sandbox"), &*attribute("security")), ("allow-scripts", "restricted"));
    let (secret, source) = (attribute("data-secret"), attribute("src"));
    assert_eq!(source, format!("{}#?secret={secret}", address_of(page, figure)));
    assert!(!secret.is_empty() && secret.chars().all(|c| c.is_ascii_alphanumeric()), "{secret}");
    assert_eq!(attribute("title"), page_title_of_frame(page, figure));
    // WordPress hides the frame until it has heard its secret from it, and then the
    // link that stands for it.
    page.wait_for("the frame to be shown", "return !document.querySelector('iframe').hasAttribute('style')");
    let link = "return document.querySelector('blockquote.wp-embedded-content').checkVisibility()";
    assert_eq!(page.ask(link), json!(false), "the link in place of the frame");
    let shown = "
        const frame = document.querySelector('iframe'), { position, clip } = getComputedStyle(frame);
        const box = frame.getBoundingClientRect();
        return position === 'static' && clip === 'auto' && frame.checkVisibility({ opacityProperty: true, visibilityProperty: true })
            && box.left >= 0 && box.width > 600 && box.right <= innerWidth && box.height >= 200 && box.bottom <= innerHeight";
    page.wait_for("the frame to be seen whole", shown);
    page.enter_frame();
    page.wait_for("the figure", "return document.querySelector('figure svg')");
}

/// What the frame is called, as the answer has it.
fn page_title_of_frame(page: &Page, figure: &str) -> String {
    let html = answer(page, figure)["html"].as_str().expect("an answer has HTML").to_owned();
    let (_, title) = html.split_once("title=\"").expect("the frame has a title");
    title.split_once('"').expect("the title ends").0.to_owned()
}

/// In the frame: the headline and one drawing are seen, in full width, and nothing
/// is cut off.
fn figure_is_whole(page: &Page, headline: &str) {
    page.says(headline);
    let drawn = "
        const drawn = [...document.querySelectorAll('figure .drawing > svg')].filter(e => e.checkVisibility());
        return drawn.length === 1 && drawn[0].getBoundingClientRect().width > innerWidth / 2 && drawn[0].querySelectorAll('text').length > 3";
    assert_eq!(page.ask(drawn), json!(true), "a drawing");
    page.wait_for(
        "everything to have room",
        "const page = document.documentElement;
        return page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth
            && Math.ceil(document.body.getBoundingClientRect().height) <= innerHeight",
    );
}

/// WordPress gives no frame more than a thousand pixels, and in its usual column
/// every figure is higher than that: it says less, and nothing is cut off.
fn a_pasted_address_becomes_the_figure(page: &Page, word_press: &WordPress) {
    let author = Author::logs_in(page, word_press);
    let post = author.publishes("What did people do?", &address_of(page, "participation"), Pasting::OnALine);
    reader_enters(page, &post, "participation");
    let answer = answer(page, "participation");
    assert!(answer["height"].as_u64() > Some(1_000), "the story is about a high one");
    page.until("WordPress to have heard", || page.ask("return innerHeight") == json!(1_000));
    figure_is_whole(page, answer["title"].as_str().expect("an answer has a title"));
    page.leave_frame();
    keep(page, "wordpress-pasted");
}

/// Where there is room, the frame is as high as the figure, whatever the answer said.
fn a_frame_follows_its_figure(page: &Page, word_press: &WordPress) {
    let author = Author::logs_in(page, word_press);
    let post =
        author.publishes("How often were films played?", &address_of(page, "views"), Pasting::IntoAWideBlock);
    reader_enters(page, &post, "views");
    let answer = answer(page, "views");
    figure_is_whole(page, answer["title"].as_str().expect("an answer has a title"));
    let high = "return Math.ceil(document.body.getBoundingClientRect().height)";
    page.until("the frame to be as high as the figure", || page.ask(high) == page.ask("return innerHeight"));
    let high = page.ask(high).as_u64().expect("a height");
    assert!((200..1_000).contains(&high), "{high}");
    page.leave_frame();
    assert_eq!(
        page.text_of("return document.querySelector('iframe').getAttribute('height')"),
        high.to_string()
    );
    assert_ne!(answer["height"].as_u64(), Some(high), "it follows the figure, not the answer");
    keep(page, "wordpress-wide-block");
    // No link opens in WordPress' sandbox, but the figure's own leads on all the same.
    page.enter_frame();
    page.click(&page.elements("return [document.querySelector('.home a')]", &[]).remove(0));
    page.leave_frame();
    page.wait_for(
        "the dashboard",
        "return location.pathname.endsWith('/index.html') && document.querySelector('main figure')",
    );
}

/// WordPress asks the answer how the address is shown, and the answer is a file: it
/// knows of no choice. README says so; this story is to be told anew when that changes.
fn a_choice_in_a_pasted_address_is_lost(page: &Page, word_press: &WordPress) {
    let author = Author::logs_in(page, word_press);
    let address = address_of(page, "participation") + "?campaigns=nhs-change-day";
    let post = author.publishes("What did people do on one day?", &address, Pasting::OnALine);
    reader_enters(page, &post, "participation");
    figure_is_whole(page, answer(page, "participation")["title"].as_str().expect("an answer has a title"));
    page.leave_frame();
}
