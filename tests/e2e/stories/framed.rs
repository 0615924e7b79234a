//! The page in a frame of somebody else's page, with what a sandbox takes away:
//! what is refused is refused quietly, and the reader is never left with nothing.

use super::{frame, words};
use crate::page::{Page, squeezed};
use crate::stories::stories;
use serde_json::json;

/// Shows the page within another one, in a sandbox, and goes on in there.
fn embed(page: &Page, sandbox: &str, query: &str) {
    let address = page.site.address() + query;
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><iframe sandbox=\"{sandbox}\" width=\"1200\" height=\"800\" src=\"{address}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.enter_frame();
}

/// Uses what is kept, and what the address carries.
fn choices_work(page: &Page) {
    page.ask("document.querySelector('[data-do=panel-scale]').click()");
    page.wait_for("the panel", "return document.querySelector('[data-do=scale-linear]')");
    page.ask("document.querySelector('[data-do=scale-linear]').click()");
    page.says("equal steps from zero");
    page.wait_for(
        "figures with the new scale",
        &format!("return !document.querySelector('figure').textContent.includes({:?})", words().log_note),
    );
    page.ask(
        "
        const theme = document.getElementById('theme');
        theme.value = 'dark';
        theme.dispatchEvent(new Event('change', {bubbles: true}));",
    );
    page.wait_for("the theme", "return document.documentElement.dataset.theme === 'dark'");
    page.ask("document.querySelector('nav a[href=\"?view=about\"]').click()");
    page.wait_for(
        "another view",
        &format!("return [...document.querySelectorAll('main h1')].some(h => h.checkVisibility() && h.textContent === {:?})", words().nav_about),
    );
    page.ask("document.querySelector('nav a[href=\"?\"], nav a[href^=\"?scale\"]').click()");
    page.wait_for(
        "the overview",
        "return [...document.querySelectorAll('main figure svg')].some(s => s.checkVisibility())",
    );
}

/// Its own origin is left to it: everything works.
fn a_frame_with_its_own_origin_works(page: &Page) {
    embed(page, "allow-scripts allow-same-origin", "");
    page.is_alive();
    choices_work(page);
}

/// An origin of no name, on a server that shares its files: no storage, and the
/// choices live in memory.
fn a_frame_without_an_origin_works_where_files_are_shared(page: &Page) {
    page.site.opens_to_all();
    embed(page, "allow-scripts", "");
    page.is_alive();
    let storage = "try { localStorage.length; return 'kept' } catch { return 'refused' }";
    assert_eq!(page.text_of(storage), "refused", "the story is about a frame without storage");
    choices_work(page);
}

/// The same on a server as it comes: the program cannot be read, the overview can.
fn a_frame_without_an_origin_keeps_the_overview(page: &Page) {
    for query in ["", "?scale=linear"] {
        embed(page, "allow-scripts", query);
        page.says(&squeezed(frame().program_failed));
        page.says(words().overview_title);
        page.says("702,132 pledges");
        assert_eq!(page.ask("return document.querySelectorAll('figure svg.wide').length > 2 && getComputedStyle(document.querySelector('main')).visibility"), json!("visible"));
    }
}

/// What a frame may not do without its host's leave is said, not left hanging.
fn a_frame_that_may_not_copy_says_so(page: &Page) {
    page.site.expects_reports();
    embed(page, "allow-scripts allow-same-origin", "");
    page.is_alive();
    page.ask("document.querySelector('[data-do=copy]').click()");
    page.says(words().link_refused);
}

stories![
    DevTools a_frame_with_its_own_origin_works,
    DevTools a_frame_without_an_origin_works_where_files_are_shared,
    DevTools a_frame_without_an_origin_keeps_the_overview,
    DevTools a_frame_that_may_not_copy_says_so,
];
