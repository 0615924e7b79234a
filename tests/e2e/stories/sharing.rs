//! Taking a figure elsewhere: the page that "Share" leads to, what it hands out,
//! and that this works where it is put.

use super::{METRICS, frame, sharing, words};
use crate::page::{Page, key};
use crate::stories::stories;
use groundswell::figure::FigureFile;
use serde_json::json;

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
        page.wait_for("the figure", "return document.querySelector('figure svg')");
        assert_eq!(page.text_of("return document.querySelector('h1').textContent"), headline);
        let room = "return innerHeight - document.body.getBoundingClientRect().height";
        let left = page.ask(room).as_f64().unwrap();
        assert!((0.0..300.0).contains(&left), "{name}: the frame has {left} pixels to spare");
        page.leave_frame();
    }
}

fn every_file_is_there(page: &Page) {
    gallery(page);
    let links = page
        .texts_of("return [...document.querySelectorAll('a[download]')].map(a => a.getAttribute('href'))");
    let expected: Vec<String> = METRICS
        .iter()
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
    let button = "return [document.querySelector('[data-copies=citation-reach]')]";
    let button = page.elements(button, &[]).remove(0);
    page.tab_to(&button);
    page.press(&[key::ENTER]);
    page.until("an answer", || {
        let said = page.text_of("return document.getElementById('announcement').textContent");
        [sharing().copied, sharing().refused].contains(&&*said)
    });
}

stories![
    AnyEngine share_leads_to_what_takes_the_figure_elsewhere,
    AnyEngine the_snippet_shows_the_figure_on_another_page,
    AnyEngine every_file_is_there,
    AnyEngine a_citation_is_copied,
];
