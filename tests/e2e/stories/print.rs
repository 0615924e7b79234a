//! On paper: A4, black on white, charts whole, and who says so.

use super::{METRICS, frame};
use crate::keep_file;
use crate::page::Page;
use crate::stories::stories;
use serde_json::json;

/// A4 between a browser's usual margins, in pixels of the style sheet.
const PAPER: (u32, u32) = (718, 1046);

/// What is printed, by name.
const PRINTED: [(&str, &str); 6] = [
    ("overview", ""),
    ("overview-linear", "?scale=linear&open=views,engagement"),
    ("further", "?sources=further"),
    ("campaign", "?campaign=missing-type"),
    ("campaigns", "?view=campaigns"),
    ("about", "?view=about"),
];

/// Shows a view as on paper.
fn on_paper(page: &Page, query: &str, settings: &[(&str, &str)]) {
    page.medium("", settings);
    page.screen(1280, 900);
    page.open(query);
    if query.contains("further") {
        page.find("button", "Campaigns: 54 of 54");
    }
    page.screen(PAPER.0, PAPER.1);
    page.medium("print", settings);
    page.wait_for("the paper", "return matchMedia('print').matches");
}

fn nothing_is_cut_off_on_a4(page: &Page) {
    let mut found = Vec::new();
    for (name, query) in PRINTED {
        on_paper(page, query, &[]);
        let wrong = "
            const wrong = [];
            const wide = document.documentElement.scrollWidth;
            if (wide > innerWidth) wrong.push('it is ' + wide + ' px wide');
            const seen = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.unseen'));
            for (const e of seen) {
                const r = e.getBoundingClientRect();
                if (r.width && r.right > innerWidth + 1) wrong.push('cut off: ' + e.tagName + ' ' + e.textContent.slice(0, 40));
                if (e.matches('button, select, input, nav a, .skip, .tip, .notice')) wrong.push('of no use on paper: ' + e.tagName + ' ' + e.textContent.slice(0, 40));
            }
            for (const figure of document.querySelectorAll('figure')) {
                if (!figure.checkVisibility() || !figure.querySelector('svg[role=group]')) continue;
                const charts = [...figure.querySelectorAll('svg[role=group]')].filter(s => s.checkVisibility());
                if (charts.length !== 1) wrong.push(charts.length + ' layouts of ' + figure.dataset.figure);
                if (getComputedStyle(figure.querySelector('.drawing')).breakInside !== 'avoid') wrong.push(figure.dataset.figure + ' may be torn');
                for (const text of charts[0]?.querySelectorAll('text') ?? []) {
                    const [r, box] = [text, charts[0]].map(e => e.getBoundingClientRect());
                    if (r.right > box.right + 4 || r.left < box.left - 2 || r.bottom > box.bottom + 2) wrong.push('leaves its drawing: ' + text.textContent);
                }
            }
            return wrong.slice(0, 8);";
        found.extend(page.texts_of(wrong).into_iter().map(|line| format!("{name}: {line}")));
        if name == "overview" {
            let tall = page.texts_of("return [...document.querySelectorAll('figure')].filter(f => (f.querySelector('.drawing')?.getBoundingClientRect().height ?? 0) > innerHeight - 100).map(f => f.dataset.figure)");
            assert_eq!(tall, [""; 0], "each chart fits on one sheet, with its headline");
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Whatever the screen looks like: nobody prints a black page.
fn paper_is_white(page: &Page) {
    page.open("");
    for (theme, scheme) in [("", "dark"), ("dark", "light"), ("high-contrast", "dark"), ("light", "dark")] {
        page.ask_with("localStorage.setItem('groundswell.theme', arguments[0])", &[json!(theme)]);
        on_paper(page, "", &[("prefers-color-scheme", scheme)]);
        let colours = page.texts_of("return [...document.querySelectorAll('body, .card, .site')].map(e => getComputedStyle(e).backgroundColor).concat([...document.querySelectorAll('.chart .name, h1, .chart .value')].map(e => [getComputedStyle(e).fill, getComputedStyle(e).color].includes('rgb(0, 0, 0)') ? 'ink' : 'pale'))");
        assert!(colours.len() > 20, "{colours:?}");
        for colour in colours {
            assert!(["rgb(255, 255, 255)", "ink"].contains(&&*colour), "{theme:?} in {scheme}: {colour}");
        }
    }
}

/// What was opened to be read is there, with the addresses behind its links.
fn what_was_opened_is_printed_with_its_addresses(page: &Page) {
    page.open("");
    page.open_table("reach");
    let sources = page.in_figure("reach", "button", "Sources (").remove(0);
    page.activate(&sources);
    page.wait_for(
        "the sources",
        "return document.querySelector('figure[data-figure=reach] .sources li')?.checkVisibility()",
    );
    page.screen(PAPER.0, PAPER.1);
    page.medium("print", &[]);
    page.wait_for("the paper", "return matchMedia('print').matches");
    let seen = page.texts_of("
        const reach = document.querySelector('figure[data-figure=reach]');
        return ['table', '.sources'].map(part => String(reach.querySelector(part)?.checkVisibility() ?? false));");
    assert_eq!(seen, ["true", "true"], "the table and the sources");
    let addresses = "return [...document.querySelectorAll(arguments[0])].filter(a => a.checkVisibility()).map(a => [a.getAttribute('href'), getComputedStyle(a, '::after').content])";
    let spelt = |selector: &str| {
        let links = page.ask_with(addresses, &[json!(selector)]);
        let links = links.as_array().cloned().unwrap_or_default();
        assert!(links.len() > 3, "{selector}: {links:?}");
        for link in links {
            let href = link[0].as_str().unwrap_or_default();
            assert!(link[1].as_str().unwrap_or_default().contains(href), "{selector}: {link} is spelt out");
        }
    };
    spelt("figure[data-figure=reach] .sources a");
    on_paper(page, "?campaign=missing-type", &[]);
    spelt(".observation a[href^=http]");
}

/// Without a program nothing was opened, and all of it goes onto paper.
fn the_static_page_is_printed_whole(page: &Page) {
    page.site.policy(|policy| policy.replace(" 'wasm-unsafe-eval'", ""));
    page.go("");
    page.says(&crate::page::squeezed(frame().program_failed));
    page.screen(PAPER.0, PAPER.1);
    page.medium("print", &[]);
    page.wait_for("the paper", "return matchMedia('print').matches");
    for name in METRICS {
        let seen = page.ask_with("
            const figure = [...document.querySelectorAll('figure')].find(f => f.dataset.figure === arguments[0]);
            const seen = e => e.checkVisibility() && e.getBoundingClientRect().height > 0;
            return [[...figure.querySelectorAll('svg[role=group]')].filter(seen).length, [...figure.querySelectorAll('.sources li')].filter(seen).length]", &[json!(name)]);
        assert_eq!(seen[0], json!(1), "the chart of {name}");
        assert!(seen[1].as_u64() > Some(0), "the sources of {name}");
    }
}

/// The sheets themselves, kept to be looked at.
fn the_sheets_are_few_and_kept(page: &Page) {
    for (name, query) in PRINTED {
        page.open(query);
        if query.contains("further") {
            page.find("button", "Campaigns: 54 of 54");
        }
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        let sheets = page.devtools("Page.printToPDF", paper);
        let sheets = sheets["data"].as_str().unwrap_or_default();
        let path = keep_file(sheets, "print", &format!("{name}.pdf"));
        let bytes = std::fs::read(&path).expect("the sheets were kept");
        assert!(bytes.starts_with(b"%PDF"), "{name}");
        let text = String::from_utf8_lossy(&bytes);
        let count = text.matches("/Type /Page\n").count();
        let most = if name == "further" { 28 } else { 9 };
        assert!((1..=most).contains(&count), "{name} takes {count} sheets");
    }
}

stories![
    DevTools nothing_is_cut_off_on_a4,
    DevTools paper_is_white,
    DevTools what_was_opened_is_printed_with_its_addresses,
    DevTools the_static_page_is_printed_whole,
    DevTools the_sheets_are_few_and_kept,
];
