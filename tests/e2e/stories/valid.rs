//! Every page is HTML as its standard has it (html-validate, its rules about the
//! standard): as it is built, and as the programs have changed it.

use super::FIGURES;
use crate::page::Page;
use crate::stories::stories;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where pages are laid down for the validator.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts/valid").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

fn lay_down(folder: &Path, name: &str, html: &str) {
    std::fs::write(folder.join(name), html).unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// What the validator has to say about the pages of a folder; empty, if nothing.
fn faults(folder: &Path) -> String {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/html-validate.json");
    let output = Command::new("html-validate")
        .args(["--formatter", "text", "--config"])
        .arg(&rules)
        .arg(folder)
        .output()
        .unwrap_or_else(|error| panic!("html-validate: {error}; `tools/install test` installs it"));
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert_eq!(output.status.success(), said.trim().is_empty(), "{said}");
    said
}

fn the_validator_would_find_something(_: &Page) {
    let folder = folder("broken");
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"en\"><head><title>A page</title></head><body>{body}</body></html>"
        )
    };
    lay_down(&folder, "page.html", &page("<p>text</p>"));
    assert_eq!(faults(&folder), "");
    for broken in [
        "<ul><p>text</p></ul>",
        "<p id=\"a\"></p><p id=\"a\"></p>",
        "<a href=\"b\"><button type=\"button\">c</button></a>",
        "<input type=\"what\">",
    ] {
        lay_down(&folder, "page.html", &page(broken));
        assert!(faults(&folder).contains("page.html"), "{broken}");
    }
}

fn every_page_is_valid_as_it_is_built(page: &Page) {
    let folder = folder("built");
    let (served, mut pages) = (page.site.served(), 0);
    for place in ["", "figure", "own"] {
        for entry in std::fs::read_dir(served.folder().join(place)).expect("a folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            // This one is a part of a page.
            if name.ends_with(".html") && name != groundswell::figure::ABOUT {
                let html = std::fs::read_to_string(entry.path()).expect("a page is text");
                lay_down(&folder, &format!("{place}-{name}"), &html);
                pages += 1;
            }
        }
    }
    // The dashboard, two for each figure, the page of sharing, whether it will show, and
    // the two of one's own data.
    assert_eq!(pages, 1 + 2 * FIGURES.len() + 2 + 2);
    assert_eq!(faults(&folder), "");
}

/// Keeps the page as it is now.
fn keep(page: &Page, folder: &Path, name: &str) {
    let html = page.text_of("return '<!DOCTYPE html>' + document.documentElement.outerHTML");
    lay_down(folder, &format!("{name}.html"), &html);
}

fn every_page_is_valid_as_it_lives(page: &Page) {
    page.site.opens_to_all();
    let folder = folder("alive");
    for (name, query) in super::accessible::VIEWS {
        super::accessible::show(page, name, query);
        keep(page, &folder, name);
    }
    super::accessible::show_notices(page);
    keep(page, &folder, "notices");
    page.site.release("data/toolkit.json");
    page.site.release("data/published.json");
    let figures = page.site.address() + "figure/";
    for metric in FIGURES {
        page.visit(&format!(
            "{figures}{metric}.html?campaigns=nhs-change-day,missing-type&all={metric}&scale=linear"
        ));
        page.wait_for("the figure", "return 'alive' in document.body.dataset");
        keep(page, &folder, metric);
    }
    page.visit(&format!("{figures}index.html?campaigns=nhs-change-day"));
    page.wait_for(
        "the choice",
        "return document.readyState === 'complete' && document.documentElement.dataset.choices === undefined",
    );
    keep(page, &folder, "sharing");
    page.visit(&format!("{figures}will-it-show.html"));
    page.wait_for("the page", "return document.readyState === 'complete'");
    page.ask("document.querySelector('form').requestSubmit()");
    page.wait_for("what was found", "return document.querySelector('[data-place=findings] li')");
    keep(page, &folder, "will-it-show");
    super::own::shown_with_files(page);
    keep(page, &folder, "own");
    super::own::shown_over_time(page);
    keep(page, &folder, "own-campaign");
    assert_eq!(faults(&folder), "");
}

stories! {
    AnyEngine the_validator_would_find_something,
    AnyEngine every_page_is_valid_as_it_is_built,
    DevTools every_page_is_valid_as_it_lives,
}
