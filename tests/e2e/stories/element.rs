//! A figure as an element of somebody else's page: without a frame, from another
//! origin, within that page's own policy.

use super::words;
use crate::page::{Page, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use groundswell::figure::rows_shown;
use groundswell::format::Language;
use groundswell::model::FigureName;
use serde_json::json;

/// Shows elements on somebody else's page. The site is called by another name
/// than the page, so it is another origin; the policy allows no more than is needed.
fn place(page: &Page, elements: &str) {
    let site = page.site.address_by_another_name();
    let origin = site.split("/intranet").next().unwrap_or_default();
    let host = page.site.host(&format!(
        "<!DOCTYPE html><html lang=\"en\"><title>Intranet</title><link rel=\"icon\" href=\"data:,\">
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src-attr 'unsafe-inline'\">
        <script type=\"module\" src=\"{site}figure/element.js\"></script>
        <main><h1>Our campaigns</h1>{elements}</main>"
    ));
    page.visit(&host);
    page.wait_for("the page", "return document.readyState === 'complete' && document.querySelector('h1')");
}

/// What is in the shadow tree of the first element.
const ROOT: &str = "const root = document.querySelector('groundswell-figure').shadowRoot?.firstChild;";

fn in_element(page: &Page, what: &str, holds: &str) {
    page.wait_for(what, &format!("{ROOT} return root && ({holds})"));
}

fn an_element_shows_a_figure_and_comes_alive_when_it_is_touched(page: &Page) {
    page.site.opens_to_all();
    place(
        page,
        "<div style=\"--groundswell-mark:rgb(1, 2, 3)\"><groundswell-figure figure=\"participation\"><a href=\"x\">instead</a></groundswell-figure></div>",
    );
    in_element(page, "the figure", "root.querySelector('figure svg')");
    in_element(
        page,
        "a heading below the page's own",
        "!root.querySelector('h1') && root.querySelector('h2').textContent.includes('702,132 pledges')",
    );
    in_element(
        page,
        "the page's colour",
        "getComputedStyle(root.querySelector('.dot')).fill === 'rgb(1, 2, 3)'",
    );
    in_element(
        page,
        "one layout",
        "[...root.querySelectorAll('.drawing > svg')].filter(e => e.checkVisibility()).length === 1",
    );
    assert_eq!(page.site.asked_for("figure/figures_bg.wasm"), 0, "nobody has touched it");
    let title = page.elements(&format!("{ROOT} return [root.querySelector('h2')]"), &[]);
    page.hover(&title[0]);
    in_element(page, "life", "'alive' in root.dataset");
    page.ask(&format!("{ROOT} root.querySelector('.more-rows a').click()"));
    in_element(page, "all rows", &format!("root.textContent.includes({:?})", words().show_fewer));
    let said =
        |what: &str| format!("root.querySelector('[role=status]#announcement').textContent === {what:?}");
    let all = rows_shown(FigureName::Participation, true, Language::English);
    in_element(page, "it to be told", &said(&all));
    let row = page.elements(
        &format!("{ROOT} return [[...root.querySelectorAll('a.row')].find(row => row.checkVisibility())]"),
        &[],
    );
    page.ask(&format!(
        "{ROOT} [...root.querySelectorAll('a.row')].find(row => row.checkVisibility()).focus()"
    ));
    page.press(&['?']);
    in_element(page, "which keys there are", &said(words().all_keys));
    page.hover(&row[0]);
    in_element(
        page,
        "what a mark says",
        "root.querySelector('.tip').checkVisibility() && root.querySelector('.tip span').textContent === root.querySelector('a.row:hover').getAttribute('aria-label')",
    );
}

fn an_element_shows_what_its_attributes_ask(page: &Page) {
    page.site.opens_to_all();
    place(
        page,
        "<groundswell-figure figure=\"participation\" campaigns=\"nhs-change-day\" theme=\"dark\" plain></groundswell-figure>",
    );
    let campaigns =
        "[...new Set([...root.querySelectorAll('[data-campaign]')].map(row => row.dataset.campaign))].join()";
    in_element(
        page,
        "the chosen campaign",
        &format!("'alive' in root.dataset && {campaigns} === 'nhs-change-day'"),
    );
    in_element(
        page,
        "a plain figure",
        "!root.querySelector('.parts').checkVisibility() && root.querySelector('.said-by').checkVisibility()",
    );
    in_element(page, "a dark one", "getComputedStyle(root).backgroundColor === 'rgb(26, 34, 40)'");
    page.ask("const element = document.querySelector('groundswell-figure'); element.setAttribute('campaigns', 'missing-type'); element.removeAttribute('plain')");
    in_element(
        page,
        "another campaign",
        &format!("{campaigns} === 'missing-type' && root.querySelector('.parts').checkVisibility()"),
    );
    page.ask("document.querySelector('groundswell-figure').setAttribute('campaigns', '<img src=x onerror=hacked=1>')");
    in_element(
        page,
        "what could not be followed",
        "root.querySelector('.notice') && !root.querySelector('img')",
    );
    page.ask("document.querySelector('groundswell-figure').setAttribute('figure', 'views')");
    in_element(page, "another figure", "root.querySelector('figure').dataset.figure === 'views'");
    // The data of a figure, kept as a file, in place of that of the site.
    let kept = page.site.address_by_another_name() + "figure/engagement.json";
    page.ask(&format!(
        "const element = document.querySelector('groundswell-figure'); element.removeAttribute('campaigns'); element.setAttribute('data', {kept:?}); element.setAttribute('figure', 'engagement')"
    ));
    in_element(
        page,
        "a kept figure",
        "'alive' in root.dataset && root.querySelector('figure').dataset.figure === 'engagement'",
    );
    page.until("the kept data to be read", || page.site.asked_for("figure/engagement.json") == 1);
}

/// However many there are, program and data are loaded once.
fn many_elements_load_everything_once(page: &Page) {
    page.site.opens_to_all();
    let names = ["reach", "impressions", "participation", "views", "engagement"];
    let elements: String = (0..50)
        .map(|at| {
            format!("<groundswell-figure figure=\"{}\" scale=\"linear\"></groundswell-figure>", names[at % 5])
        })
        .collect();
    place(page, &elements);
    page.ask("for (const element of document.querySelectorAll('groundswell-figure')) element.style.cssText = 'height:40px;overflow:hidden'");
    page.wait_for("fifty figures", "return [...document.querySelectorAll('groundswell-figure')].every(e => 'alive' in (e.shadowRoot?.firstChild?.dataset ?? {}))");
    let mut once = page.site.requests();
    once.retain(|file| !file.is_empty());
    once.sort();
    let all = once.len();
    once.dedup();
    assert_eq!(once.len(), all, "{once:?}");
    assert!(
        once.contains(&"figure/figures_bg.wasm".to_owned()) && once.contains(&"data/toolkit.json".to_owned()),
        "{once:?}"
    );
}

/// Where the site cannot be read, what stands within the element is what is seen.
fn an_element_without_a_figure_shows_what_stands_in_it(page: &Page) {
    place(
        page,
        "<groundswell-figure figure=\"reach\"><a href=\"x\">The reach of our campaigns</a></groundswell-figure>",
    );
    page.until("the figure to be asked for", || page.site.asked_for("figure/element.js") > 0);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(squeezed(&page.visible_text()).contains("The reach of our campaigns"));
    page.site.opens_to_all();
    page.site.answer("figure/reach.html", Answer::Status(404));
    for name in ["", "reach", "../index", "<b>"] {
        let element =
            format!("<groundswell-figure figure=\"{name}\"><a href=\"x\">instead</a></groundswell-figure>");
        place(page, &element);
        in_element(page, "a shadow tree", "root.querySelector('slot')");
        page.says("instead");
    }
    assert_eq!(page.ask("return document.querySelectorAll('b').length"), json!(0));
}

stories![
    AnyEngine an_element_shows_a_figure_and_comes_alive_when_it_is_touched,
    AnyEngine an_element_shows_what_its_attributes_ask,
    AnyEngine many_elements_load_everything_once,
    AnyEngine an_element_without_a_figure_shows_what_stands_in_it,
];
