//! Taking a figure elsewhere: the page that "Share" leads to, what it hands out,
//! and that this works where it is put.

use super::{FIGURES, METRICS, frame, sharing, words};
use crate::engine::Engine;
use crate::page::{Page, key};
use crate::site::Answer;
use crate::stories::stories;
use groundswell::figure::{FigureFile, SLIDE};
use serde_json::json;
use std::path::Path;
use std::process::Command;

fn gallery(page: &Page) {
    page.visit(&format!("{}figure/index.html", page.site.address()));
    let read =
        "return location.pathname.endsWith('/figure/index.html') && document.readyState === 'complete'";
    page.wait_for("the page", read);
}

fn share_leads_to_what_takes_the_figure_elsewhere(page: &Page) {
    page.open("");
    let share = page.in_figure("participation", "link", words().share);
    page.activate(&share[0]);
    page.wait_for(
        "the page for sharing",
        "return location.pathname.endsWith('/figure/index.html') && document.querySelector('h1')",
    );
    page.says(sharing().title);
    let seen = "const box = document.getElementById('participation').getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0";
    page.wait_for("the figure's part of it to be seen", seen);
    page.activate(&page.find("link", frame().nav_overview));
    page.wait_for("the overview", "return document.documentElement.dataset.alive !== undefined");
}

/// What is copied from the page works on another page as it is.
fn the_snippet_shows_the_figure_on_another_page(page: &Page) {
    for name in METRICS {
        gallery(page);
        let headline = page.text_of(&format!("return document.querySelector('#{name} h2').textContent"));
        let snippet = page.text_of(&format!("return document.getElementById('snippet-{name}').value"));
        assert!(snippet.contains(&page.site.address()) && !snippet.contains("your-server"), "{snippet}");
        let host = page.site.host(&format!("<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><div style=\"width:720px\">{snippet}</div>"));
        page.visit(&host);
        page.wait_for("the frame", "return document.querySelector('iframe')");
        page.says(&headline);
        page.ask("document.querySelector('iframe').scrollIntoView()");
        page.enter_frame();
        page.wait_for(
            "all of the figure",
            "return document.readyState === 'complete' && document.querySelector('figure svg')",
        );
        assert_eq!(page.text_of("return document.querySelector('h1').textContent"), headline);
        let room = "return innerHeight - document.body.getBoundingClientRect().height";
        let left = page.ask(room).as_f64().unwrap();
        assert!((0.0..300.0).contains(&left), "{name}: the frame has {left} pixels to spare");
        page.leave_frame();
    }
}

/// On a page that allows no style, no script and no frames but ours, the height in the
/// attribute counts, and the figure is whole and comes alive.
fn the_snippet_works_on_a_strict_page(page: &Page) {
    // It forbids the style that says two heights.
    page.site.expects_reports();
    page.site.opens_to_all();
    gallery(page);
    let snippet = page.text_of("return document.getElementById('snippet-reach').value");
    let address = page.site.address();
    let origin = address.split("/intranet").next().unwrap_or_default();
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\">
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; frame-src {origin}\">{snippet}"
    ));
    page.visit(&host);
    let high = "const frame = document.querySelector('iframe'); return frame && frame.clientHeight === +frame.height";
    page.wait_for("a frame as high as its attribute says", high);
    page.enter_frame();
    page.wait_for(
        "the figure",
        "return document.readyState === 'complete' && document.querySelector('figure svg')",
    );
    page.wait_for("all to be in sight", "return document.documentElement.scrollHeight <= innerHeight");
    page.hover(&page.elements("return [document.querySelector('h1')]", &[])[0]);
    page.wait_for("life", "return 'alive' in document.body.dataset");
}

fn every_file_is_there(page: &Page) {
    gallery(page);
    let links = page
        .texts_of("return [...document.querySelectorAll('a[download]')].map(a => a.getAttribute('href'))");
    // Of campaigns side by side there is nothing before some are chosen.
    let expected: Vec<String> = FIGURES
        .iter()
        .filter(|name| **name != "beside")
        .flat_map(|name| FigureFile::ALL.iter().map(move |file| format!("{name}{}", file.slug())))
        .collect();
    assert_eq!(links, expected);
    for link in links {
        let script = "const done = arguments[1]; fetch(arguments[0]).then(async a => done(a.ok && (await a.arrayBuffer()).byteLength), e => done(String(e)))";
        let bytes = page.ask_later(script, &[json!(link)]);
        assert!(bytes.as_u64().is_some_and(|bytes| bytes > 500), "{link}: {bytes}");
    }
}

fn a_citation_is_copied(page: &Page) {
    page.site.expects_reports();
    gallery(page);
    let citation = page.text_of("return document.getElementById('citation-reach').textContent");
    assert!(citation.starts_with("Groundswell: \u{201c}") && citation.contains("fingerprint "), "{citation}");
    assert!(citation.ends_with(&format!("{}figure/reach.html", page.site.address())), "{citation}");
    let button = "return [document.querySelector('[data-copies=citation-reach]')]";
    let button = page.elements(button, &[]).remove(0);
    page.tab_to(&button);
    page.press(&[key::ENTER]);
    page.until("an answer", || {
        let said = page.text_of("return document.getElementById('announcement').textContent");
        [sharing().copied, sharing().refused].contains(&&*said)
    });
}

/// The page of sharing for a choice.
fn gallery_of(page: &Page, query: &str) {
    page.visit(&format!("{}figure/index.html?{query}", page.site.address()));
    page.wait_for(
        "the choice",
        "return document.readyState === 'complete' && document.documentElement.dataset.choices === undefined",
    );
}

const CHOICE: &str = "campaigns=nhs-change-day,nhs-choir&sources=toolkit&scale=linear";

/// What is chosen on the overview is what the page of sharing hands out, and what
/// is then seen elsewhere.
fn a_choice_is_what_is_shared(page: &Page) {
    page.site.opens_to_all();
    page.open(&format!("?{CHOICE}"));
    let headline = page.headline("participation");
    assert_eq!(page.site.asked_for("figure/sharing/sharing_bg.wasm"), 0, "nobody shares yet");
    page.activate(&page.in_figure("participation", "link", words().share)[0]);
    page.wait_for("the page for sharing", "return location.pathname.endsWith('/figure/index.html')");
    page.says("Of the campaigns, only NHS Change Day and NHS Choir are shown.");
    let text =
        |what: &str| page.text_of(&format!("return document.getElementById('{what}-participation').value"));
    assert_eq!(page.text_of("return document.querySelector('#participation h2').textContent"), headline);
    let (snippet, element) = (text("snippet"), text("element"));
    assert!(text("address").starts_with(&page.site.address()), "{}", text("address"));
    for (shown, within) in [(snippet, "iframe"), (element, "groundswell-figure")] {
        let host = page.site.host(&format!(
            "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><div style=\"width:720px\">{shown}</div>"
        ));
        page.visit(&host);
        page.wait_for("it", &format!("return document.querySelector('{within}')"));
        let root = if within == "iframe" {
            page.enter_frame();
            "document.body"
        } else {
            "document.querySelector('groundswell-figure').shadowRoot.firstChild"
        };
        page.wait_for(
            "the choice elsewhere",
            &format!("const root = {root}; return root && 'alive' in root.dataset && root.textContent.includes({headline:?}) && root.querySelector('[data-place=chosen]').textContent.includes('only NHS Change Day and NHS Choir')"),
        );
        if within == "iframe" {
            page.leave_frame();
        }
    }
}

/// A link of which a part cannot be followed says so here too.
fn a_choice_that_is_unknown_is_told(page: &Page) {
    gallery_of(page, "campaigns=nhs-choir,%3Cimg%20src%3Dx%3E&sources=all");
    page.says("<img src=x>");
    page.says("Of the campaigns, only NHS Choir is shown.");
    let back = page.text_of("return document.querySelector('main a').search");
    assert!(back.contains("nhs-choir"), "the way back keeps the choice: {back}");
    page.press_button("Dismiss");
    page.wait_for("no notice", "return !document.querySelector('.notices .notice')");
    // Without the program, what was published is shown, and called that.
    page.site.answer("figure/sharing/sharing_bg.wasm", Answer::Status(404));
    gallery_of(page, "campaigns=nhs-choir");
    page.says(sharing().as_built);
}

/// The file of that name, once it is saved.
pub fn saved(page: &Page, folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join(name);
    // Chromium and WebKit give a file its name when all of it is there; until then it is
    // empty in Firefox.
    page.until(name, || path.metadata().is_ok_and(|file| file.len() > 0));
    std::fs::read(&path).unwrap()
}

/// The same file from the command line.
fn rendered(page: &Page, folder: &Path, name: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = folder.join("rendered");
    std::fs::create_dir_all(&folder).unwrap();
    let data = page.site.served().folder().join("data/index.json");
    let output = folder.join(name);
    let ended = Command::new(env!("CARGO_BIN_EXE_groundswell"))
        .args(["render", "--data", &data.to_string_lossy(), "--figure", "participation"])
        .args(["--campaigns", "nhs-change-day,nhs-choir", "--sources", "toolkit", "--scale", "linear"])
        .args(arguments)
        .args(["-o", &output.to_string_lossy()])
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    std::fs::read(output).unwrap()
}

/// The size of a PNG, and its title and description.
fn told_by(png: &[u8]) -> (u32, u32, Vec<String>) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    let (mut at, mut texts) = (8, Vec::new());
    while at + 12 <= png.len() {
        let length = number(at) as usize;
        if &png[at + 4..at + 8] == b"iTXt" {
            texts.push(String::from_utf8(png[at + 8..at + 8 + length].to_vec()).unwrap());
        }
        at += 12 + length;
    }
    (number(16), number(20), texts)
}

/// What is saved of a choice is what the command line writes: every file.
fn the_files_of_a_choice_are_those_of_the_command_line(page: &Page) {
    let folder = page.saves_to();
    gallery_of(page, CHOICE);
    let press = |takes: &str| {
        let button = format!("return [document.querySelector('#participation [data-takes=\"{takes}\"]')]");
        page.activate(&page.elements(&button, &[])[0]);
        page.wait_for("an answer", "return document.getElementById('announcement').textContent !== ''");
        assert!(
            page.text_of("return document.getElementById('announcement').textContent")
                .ends_with(sharing().saved),
            "{takes}"
        );
        page.ask("document.getElementById('announcement').textContent = ''");
    };
    for (file, format) in [(".svg", "svg"), ("-document.html", "html"), (".csv", "csv"), (".json", "json")] {
        press(file);
        let name = format!("participation{file}");
        let found = saved(page, &folder, &name);
        assert!(found == rendered(page, &folder, &name, &["--format", format]), "{name}");
    }
    press(".csv-metadata.json");
    assert_eq!(
        saved(page, &folder, "participation.csv-metadata.json"),
        std::fs::read(folder.join("rendered/participation.csv-metadata.json")).unwrap()
    );
    for (size, arguments) in [
        ("1", &["--density", "1"][..]),
        ("2", &["--density", "2"]),
        ("3", &["--density", "3"]),
        ("4", &["--density", "4"]),
        ("slide", &["--slide"]),
    ] {
        page.ask_with("document.getElementById('size-participation').value = arguments[0]", &[json!(size)]);
        press("save");
        let name = if size == "slide" { "participation-slide.png" } else { "participation.png" };
        let found = told_by(&saved(page, &folder, name));
        let arguments = [arguments, &["--format", "png", "--width", "960"]].concat();
        assert_eq!(found, told_by(&rendered(page, &folder, name, &arguments)), "{size}");
        assert_eq!(found.2.len(), 2, "title and description: {found:?}");
        assert!(
            found.2[1].contains("Of the campaigns, only NHS Change Day and NHS Choir are shown."),
            "{found:?}"
        );
        if size == "slide" {
            assert_eq!((found.0, found.1), SLIDE);
        } else {
            assert_eq!(found.0, 960 * size.parse::<u32>().unwrap());
        }
        std::fs::remove_file(folder.join(name)).unwrap();
    }
}

/// A picture is copied where the browser allows it; else it says what to do.
fn a_picture_is_copied(page: &Page) {
    gallery(page);
    let copied = "navigator.clipboard.write = async items => { const blob = await items[0].getType('image/png'); const bytes = new Uint8Array(await blob.arrayBuffer()); self.copied = String.fromCharCode(...bytes.slice(1, 4)) }";
    page.ask(copied);
    let button = page.elements("return [document.querySelector('#reach [data-takes=copy]')]", &[]);
    page.activate(&button[0]);
    page.wait_for("the picture", "return self.copied === 'PNG'");
    page.says(sharing().copied);
    page.ask("navigator.clipboard.write = async () => { throw new DOMException('no', 'NotAllowedError') }");
    page.activate(&button[0]);
    page.says(sharing().picture_refused);
}

/// A figure that was frozen shows what it showed, whatever becomes of the data; and
/// what was damaged on the way is not shown as if it were that.
fn a_frozen_figure_stays_as_it_was(page: &Page) {
    page.site.opens_to_all();
    gallery_of(page, "campaigns=nhs-change-day");
    let copy = "document.querySelector('[data-copies=snippet-participation]')";
    let named = page.text_of(&format!("return {copy}.textContent"));
    page.activate(&page.elements(&format!("return [{copy}]"), &[])[0]);
    page.wait_for("an answer", "return document.getElementById('announcement').textContent");
    let freeze = "return [document.querySelector('[data-freezes=snippet-participation]')]";
    // The page may still be on its way to the button before: a click can miss.
    page.until("the box to be ticked", || {
        let ticked =
            page.ask("return document.querySelector('[data-freezes=snippet-participation]').checked");
        if ticked != true {
            page.click(&page.elements(freeze, &[])[0]);
        }
        ticked == true
    });
    page.wait_for(
        "the snippet",
        "return document.getElementById('snippet-participation').value.includes('#frozen=')",
    );
    page.says(sharing().now_frozen);
    // What was copied before is not what would be copied now; and what was ticked is
    // still in sight, however long the snippet has become.
    assert_eq!(page.text_of(&format!("return {copy}.textContent")), named);
    page.wait_for(
        "the box in sight",
        "const box = document.querySelector('[data-freezes=snippet-participation]').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight",
    );
    let snippet = page.text_of("return document.getElementById('snippet-participation').value");
    let headline = page.text_of("return document.querySelector('#participation h2').textContent");
    let before = page.site.file("data/published.json");
    let after = before.replace("702132", "9999");
    assert_ne!(before, after, "the data has that figure");
    page.site.answer("data/published.json", Answer::Text(after));
    page.site.answer("data/index.json", Answer::Stalled);
    let show = |snippet: &str| {
        let host = page.site.host(&format!(
            "<!DOCTYPE html><title>Paper</title><link rel=\"icon\" href=\"data:,\">{snippet}"
        ));
        page.visit(&host);
        page.wait_for("the frame", "return document.querySelector('iframe')");
        page.enter_frame();
    };
    show(&snippet);
    page.wait_for("the figure", "return 'alive' in document.body.dataset");
    assert_eq!(page.text_of("return document.querySelector('h1').textContent"), headline);
    assert!(headline.contains("702,132"), "{headline}");
    page.says("Kept as it was: data of ");
    page.says("Of the campaigns, only NHS Change Day is shown.");
    page.leave_frame();
    // Another figure's page, a changed letter, less than all, too much, and no data at all.
    page.site.release("data/index.json");
    let (start, rest) = snippet.split_once("#frozen=").unwrap();
    let (packed, _) = rest.split_once('"').unwrap();
    let (hash, data) = packed.split_once('.').unwrap();
    let other_hash = hash.chars().rev().collect::<String>();
    for fragment in [
        format!("{other_hash}.{data}"),
        format!("{hash}.{}", &data[..data.len() / 2]),
        format!("{hash}.!"),
        String::new(),
        "<script>".to_owned(),
    ] {
        let src = start.rsplit_once("src=\"").unwrap().1;
        show(&format!(
            "<iframe src=\"{src}#frozen={}\" width=700 height=900></iframe>",
            fragment.replace('<', "&lt;")
        ));
        page.wait_for("the figure", "return 'alive' in document.body.dataset");
        page.says(sharing().not_frozen);
        page.leave_frame();
    }
    let views = start.rsplit_once("src=\"").unwrap().1.replace("participation.html", "views.html");
    show(&format!("<iframe src=\"{views}#frozen={packed}\" width=700 height=900></iframe>"));
    page.wait_for("the figure", "return 'alive' in document.body.dataset");
    page.says(sharing().not_frozen);
    page.leave_frame();
}

/// The sandbox of the snippet lets a reader save the data.
fn data_is_saved_from_within_the_sandbox(page: &Page) {
    page.site.opens_to_all();
    let folder = page.saves_to();
    gallery(page);
    let snippet = page.text_of("return document.getElementById('snippet-participation').value");
    page.visit(&page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\">{snippet}"
    )));
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.ask("document.querySelector('iframe').scrollIntoView()");
    page.enter_frame();
    page.wait_for("the figure", "return document.querySelector('figure svg')");
    page.hover(&page.elements("return [document.querySelector('h1')]", &[])[0]);
    page.wait_for("the figure to come alive", "return 'alive' in document.body.dataset");
    let link = page.elements("return [document.querySelector('a[download]')]", &[]);
    page.activate(&link[0]);
    let data = std::fs::read(page.site.served().folder().join("figure/participation.csv")).unwrap();
    if page.engine() == Engine::WebKit {
        // What is of another origin than the link is not saved there but shown, and in a
        // sandbox everything is: the reader saves it from a tab of its own. For that the
        // browser looks for an icon, and has a style that the site's policy forbids.
        page.site.expects_request("/favicon.ico");
        page.site.expects_reports();
        page.in_opened_tab(|| {
            page.wait_for(
                "the data",
                "return document.readyState === 'complete' && location.href.endsWith('.csv')",
            );
            let shown = page.text_of("return document.body.textContent");
            let data = String::from_utf8(data).unwrap().replace("\r\n", "\n");
            assert!(shown == data.trim_start_matches('\u{feff}'), "{shown:.200}");
        });
    } else {
        assert_eq!(saved(page, &folder, "participation.csv"), data);
    }
    page.leave_frame();
}

stories![
    AnyEngine share_leads_to_what_takes_the_figure_elsewhere,
    AnyEngine the_snippet_shows_the_figure_on_another_page,
    AnyEngine the_snippet_works_on_a_strict_page,
    AnyEngine every_file_is_there,
    AnyEngine a_citation_is_copied,
    AnyEngine a_choice_is_what_is_shared,
    AnyEngine a_choice_that_is_unknown_is_told,
    AnyEngine the_files_of_a_choice_are_those_of_the_command_line,
    AnyEngine a_picture_is_copied,
    AnyEngine a_frozen_figure_stays_as_it_was,
    AnyEngine data_is_saved_from_within_the_sandbox,
];
