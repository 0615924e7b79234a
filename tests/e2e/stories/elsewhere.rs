//! What is shown elsewhere, and where it is shared, for everybody: axe-core, and
//! nothing wider than its column.

use super::METRICS;
use super::accessible::{axe, violations};
use crate::page::Page;
use crate::stories::stories;
use serde_json::json;

/// Columns of other pages, CSS pixels.
const COLUMNS: [u32; 2] = [320, 720];

const SCHEMES: [&str; 2] = ["light", "dark"];

fn scheme(page: &Page, name: &str) {
    page.medium("", &[("prefers-color-scheme", name)]);
}

fn nothing_is_wider(page: &Page, where_: &str) {
    let wider = "return [document.documentElement.scrollWidth, innerWidth]";
    let wider = page.ask(wider);
    assert!(wider[0].as_u64() <= wider[1].as_u64(), "{where_}: {wider}");
}

/// Opens whatever can be opened.
const OPEN: &str = "for (const part of document.querySelectorAll('details')) part.open = true";

/// Every figure in a sandboxed frame, as it comes and alive, with all of it open.
fn axe_finds_nothing_in_a_frame(page: &Page) {
    page.site.opens_to_all();
    let (axe, mut found) = (axe(), Vec::new());
    for name in SCHEMES {
        scheme(page, name);
        for column in COLUMNS {
            for metric in METRICS {
                for query in [
                    "",
                    "?campaigns=nhs-change-day,missing-type,nhs-choir&all=participation&plain=1",
                    "?scale=linear&theme=dark",
                ] {
                    let address = format!("{}figure/{metric}.html{query}", page.site.address());
                    let host = page.site.host(&format!(
                        "<!DOCTYPE html><html lang=\"en\"><title>Intranet</title><link rel=\"icon\" href=\"data:,\">
                        <iframe title=\"A figure\" style=\"width:{column}px;height:1600px;border:0\" sandbox=\"allow-scripts\" src=\"{}\"></iframe>",
                        address.replace('&', "&amp;")
                    ));
                    page.visit(&host);
                    page.wait_for("the frame", "return document.querySelector('iframe')");
                    page.enter_frame();
                    let alive = if query.is_empty() { "true" } else { "'alive' in document.body.dataset" };
                    page.wait_for(
                        "the figure",
                        &format!("return document.readyState === 'complete' && document.querySelector('figure svg') && {alive}"),
                    );
                    page.ask(OPEN);
                    let place = format!("{metric}{query} in {column} px, {name}");
                    found.extend(violations(page, &axe, &place));
                    nothing_is_wider(page, &place);
                    page.leave_frame();
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The page from which figures are taken along, as it comes and for a choice, and
/// the page that says whether they will show, before and after it was asked.
fn axe_finds_nothing_where_figures_are_shared(page: &Page) {
    page.site.opens_to_all();
    let (axe, mut found) = (axe(), Vec::new());
    for name in SCHEMES {
        scheme(page, name);
        for width in [320, 1280] {
            page.screen(width, 900);
            for file in [
                "index.html",
                "index.html?campaigns=nhs-change-day",
                "will-it-show.html",
                "will-it-show.html?",
            ] {
                page.visit(&format!("{}figure/{file}", page.site.address()));
                page.wait_for(
                    "the page",
                    "return document.readyState === 'complete' && document.documentElement.dataset.choices === undefined",
                );
                page.ask(OPEN);
                if file.ends_with("html?") {
                    page.ask("document.getElementById('page').value = 'https://intranet.example/'; document.querySelector('form').requestSubmit()");
                    page.wait_for(
                        "what was found",
                        "return document.querySelector('[data-place=findings] li')",
                    );
                }
                let place = format!("{file} at {width} px, {name}");
                found.extend(violations(page, &axe, &place));
                nothing_is_wider(page, &place);
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The files that are pages: nobody's page is around them.
fn axe_finds_nothing_in_a_document(page: &Page) {
    let (axe, mut found) = (axe(), Vec::new());
    for name in SCHEMES {
        scheme(page, name);
        for width in [320, 1280] {
            page.screen(width, 900);
            for metric in METRICS {
                page.visit(&format!("{}figure/{metric}-document.html", page.site.address()));
                page.wait_for(
                    "the document",
                    "return document.readyState === 'complete' && document.querySelector('figure svg')",
                );
                page.ask(OPEN);
                let place = format!("{metric}-document.html at {width} px, {name}");
                found.extend(violations(page, &axe, &place));
                nothing_is_wider(page, &place);
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Elements of a page, as they come and alive.
fn axe_finds_nothing_in_elements(page: &Page) {
    page.site.opens_to_all();
    let (axe, mut found) = (axe(), Vec::new());
    let site = page.site.address();
    let elements: String = METRICS
        .iter()
        .map(|name| format!("<groundswell-figure figure=\"{name}\"></groundswell-figure>"))
        .collect();
    for name in SCHEMES {
        scheme(page, name);
        for column in COLUMNS {
            let host = page.site.host(&format!(
                "<!DOCTYPE html><html lang=\"en\"><meta name=\"color-scheme\" content=\"light dark\"><title>Intranet</title><link rel=\"icon\" href=\"data:,\">
                <script type=\"module\" src=\"{site}figure/element.js\"></script>
                <main style=\"width:{column}px\"><h1>Our campaigns</h1>{elements}
                <groundswell-figure figure=\"participation\" campaigns=\"nhs-change-day,nhs-choir\" scale=\"linear\"></groundswell-figure></main>"
            ));
            page.visit(&host);
            let roots = "const roots = [...document.querySelectorAll('groundswell-figure')].map(e => e.shadowRoot?.firstChild);";
            page.wait_for(
                "the figures",
                &format!("{roots} return roots.every(root => root?.querySelector('figure svg'))"),
            );
            page.wait_for("the choice", &format!("{roots} return 'alive' in roots.at(-1).dataset"));
            page.ask(&format!("{roots} for (const root of roots) for (const part of root.querySelectorAll('details')) part.open = true"));
            found.extend(violations(page, &axe, &format!("elements in {column} px, {name}")));
            let wider = format!("{roots} return roots.filter(root => root.scrollWidth > {column}).length");
            assert_eq!(page.ask(&wider), json!(0), "in {column} px");
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

stories! {
    DevTools axe_finds_nothing_in_a_frame,
    DevTools axe_finds_nothing_where_figures_are_shared,
    DevTools axe_finds_nothing_in_a_document,
    DevTools axe_finds_nothing_in_elements,
}
