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

/// Somebody else's page, which makes a frame as high as it says, in the way in
/// which `asks` (a script's body that gets the message and returns a height or
/// nothing) understands it; and counts what it was told.
fn host_that_obeys(page: &Page, address: &str, asks: &str, first: &str) {
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><body style=\"margin:0\">
        <script>
        told = 0;
        addEventListener('message', event => {{
            const frame = document.querySelector('iframe');
            if (event.source !== frame.contentWindow) return;
            const height = (data => {{ {asks} }})(event.data);
            if (height) {{ frame.style.height = height + 'px'; told += 1; }}
        }});
        </script>
        <iframe style=\"width:320px;height:150px;border:0;display:block\"
            sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" src=\"{address}\"
            onload=\"{first}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.enter_frame();
}

/// In every dialect, the frame becomes as high as what is in it: at first, when a
/// table is opened, and when the text is made larger; and then it rests.
fn a_figure_tells_how_high_it_is(page: &Page) {
    let dialects = [
        ("", "return data.type === 'groundswell:height' && data.figure === 'reach' && data.height", ""),
        ("#?secret=Ab3", "return data.message === 'height' && data.secret === 'Ab3' && data.value", ""),
        ("", "return data.sentinel === 'amp' && data.type === 'embed-size' && data.height", ""),
        ("", "return data['datawrapper-height'] && data['datawrapper-height'].reach", ""),
        (
            "",
            "const said = /^\\[iFrameSizer\\]frame1:(\\d+):\\d+:/.exec(data); return said && +said[1]",
            "this.contentWindow.postMessage('[iFrameSizer]frame1:8:false', '*')",
        ),
    ];
    for (fragment, asks, first) in dialects {
        let address = page.site.address() + "figure/reach.html" + fragment;
        host_that_obeys(page, &address, asks, first);
        let fits = "
            const box = document.body.getBoundingClientRect().height, page = document.documentElement;
            return box > 300 && Math.ceil(box) === innerHeight && page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth";
        page.wait_for("the frame to fit", fits);
        let before = page.ask("return innerHeight").as_f64();
        page.ask("document.querySelector('[data-part=reach-table] > summary').click()");
        page.until("the frame to be higher", || page.ask("return innerHeight").as_f64() > before);
        page.wait_for("the frame to fit with the table", fits);
        page.ask("document.documentElement.style.fontSize = '200%'");
        page.wait_for("the frame to fit larger words", fits);
        page.leave_frame();
        let told = page.ask("return told");
        std::thread::sleep(std::time::Duration::from_millis(600));
        assert_eq!(page.ask("return told"), told, "it rests");
    }
}

/// A page that listens only after the figure has spoken, as WordPress may, calls it
/// and is told. In WordPress' sandbox no link opens: of each it is told too.
fn a_figure_answers_the_page_that_gave_it_a_secret(page: &Page) {
    let address = page.site.address() + "figure/reach.html#?secret=Ab3";
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\">
        <script>heard = []; call = secret => frames[0].postMessage({{ message: 'ready', secret }}, '*');</script>
        <iframe width=\"700\" height=\"4000\" sandbox=\"allow-scripts\" src=\"{address}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.enter_frame();
    page.wait_for("the figure", "return document.readyState === 'complete'");
    // What it says by itself it has said two frames later: there is room enough.
    page.ask_later(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
        &[],
    );
    page.leave_frame();
    page.ask(
        "addEventListener('message', event => event.data.secret && heard.push(event.data)); call('Ab4')",
    );
    page.ask("call('Ab3')");
    page.wait_for("an answer", "return heard.length");
    assert_eq!(page.ask("return heard.length"), json!(1), "it answers only who knows the secret");
    let said = page.ask("return heard[0]");
    assert_eq!((&said["message"], &said["secret"]), (&json!("height"), &json!("Ab3")));
    page.enter_frame();
    let high = page.ask("return Math.ceil(document.body.getBoundingClientRect().height)");
    assert_eq!(said["value"], high);
    page.ask("document.querySelector('.home a').click()");
    page.leave_frame();
    page.wait_for("word of the link", "return heard.length > 1");
    let said = page.ask("return heard[1]");
    let home = page.site.address() + "index.html";
    assert_eq!(said, json!({ "message": "link", "value": home, "secret": "Ab3" }));
}

/// Where a sandbox forbids everything, the figure is read all the same, and its
/// table opens.
fn a_figure_needs_no_script(page: &Page) {
    page.site.expects_reports();
    let address = page.site.address() + "figure/participation.html";
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><iframe sandbox=\"\" width=\"700\" height=\"900\" src=\"{address}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.enter_frame();
    page.says("702,132 pledges");
    page.says(frame().open_in_dashboard);
    assert_eq!(
        page.text_of("return document.querySelector('.home a').href"),
        page.site.address() + "index.html"
    );
    let drawn = "return [...document.querySelectorAll('figure .drawing > svg')].filter(e => e.checkVisibility()).length";
    assert_eq!(page.ask(drawn), json!(1), "one layout of it");
}

stories![
    AnyEngine a_frame_with_its_own_origin_works,
    DevTools a_frame_without_an_origin_works_where_files_are_shared,
    DevTools a_frame_without_an_origin_keeps_the_overview,
    AnyEngine a_frame_that_may_not_copy_says_so,
    AnyEngine a_figure_tells_how_high_it_is,
    AnyEngine a_figure_answers_the_page_that_gave_it_a_secret,
    AnyEngine a_figure_needs_no_script,
];
