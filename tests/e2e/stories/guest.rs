//! A figure in a frame of somebody else's page: it is there at once, comes alive
//! when it is touched, shows what its address asks for, and keeps to its room.

use super::{METRICS, frame, words};
use crate::page::{Page, key, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use serde_json::{Value, json};

/// What the snippet of the sharing page gives a frame.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// The program's files, which nobody who only reads is to wait for.
const PROGRAM: [&str; 2] = ["figure/figures.js", "figure/figures_bg.wasm"];

/// Shows a figure in a frame of that many pixels on somebody else's page, and goes
/// on in the frame.
fn embed(page: &Page, figure_and_query: &str, (width, height): (u32, u32)) {
    let address = format!("{}figure/{figure_and_query}", page.site.address());
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><body style=\"margin:0\">
        <iframe sandbox=\"{SANDBOX}\" title=\"A figure\" style=\"width:{width}px;height:{height}px;border:0;display:block\" src=\"{address}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.enter_frame();
    page.wait_for(
        "the figure",
        "return document.readyState === 'complete' && document.querySelector('figure svg')",
    );
}

fn is_alive(page: &Page) {
    page.wait_for("a figure that is alive", "return 'alive' in document.body.dataset");
}

/// How much higher its content is than the frame, pixels.
const BEYOND: &str =
    "return Math.max(document.body.scrollHeight, document.documentElement.scrollHeight) - innerHeight";

/// It reads as before, and then its marks say who says so and lead there.
fn a_framed_figure_comes_alive_when_it_is_touched(page: &Page) {
    page.site.opens_to_all();
    embed(page, "participation.html", (720, 1500));
    for file in PROGRAM {
        assert_eq!(page.site.asked_for(file), 0, "{file} before anything is touched");
    }
    let headline = page.text_of("return document.querySelector('h1').textContent");
    page.ask("document.querySelector('[data-part=participation-table] > summary').click()");
    let title = page.elements("return [document.querySelector('h1')]", &[]);
    page.hover(&title[0]);
    is_alive(page);
    let table = "return document.querySelector('[data-part=participation-table]').open && document.querySelector('[data-part=participation-table] table')";
    page.wait_for("the table that was opened", table);
    assert_eq!(page.text_of("return document.querySelector('h1').textContent"), headline);
    let row = page.elements(
        "return [[...document.querySelectorAll('figure a.row')].find(row => row.checkVisibility())]",
        &[],
    );
    page.hover(&row[0]);
    let tip = "return document.querySelector('.tip').checkVisibility() && document.querySelector('.tip span').textContent === document.querySelector('figure a.row:hover').getAttribute('aria-label')";
    page.wait_for("what the mark says", tip);
    let links = page.texts_of("return [...document.querySelectorAll('figure a[href]:not([data-do])')].filter(a => a.getAttribute('target') !== '_blank' || !/^https?:/.test(a.getAttribute('href'))).map(a => a.outerHTML)");
    assert_eq!(links, [""; 0], "every link leads out of the frame");
    page.ask("document.querySelector('.more-rows a').click()");
    page.says(words().show_fewer);
}

fn a_framed_figure_shows_what_its_address_asks(page: &Page) {
    page.site.opens_to_all();
    embed(
        page,
        "participation.html?scale=linear&campaigns=missing-type,nhs-change-day&plain=yes",
        (720, 900),
    );
    is_alive(page);
    assert!(!squeezed(&page.visible_text()).contains(words().log_note), "equal steps were asked for");
    let campaigns = page.texts_of("return [...new Set([...document.querySelectorAll('figure [data-campaign]')].map(row => row.dataset.campaign))].sort()");
    assert!(
        !campaigns.is_empty()
            && campaigns.iter().all(|id| ["missing-type", "nhs-change-day"].contains(&&**id)),
        "{campaigns:?}"
    );
    assert_eq!(page.ask("return [...document.querySelectorAll('.parts, .home, .more-rows')].some(e => e.checkVisibility())"), json!(false), "plain");
    assert_eq!(page.ask("return document.querySelector('.said-by').checkVisibility()"), json!(true));
    let home = page.text_of("return document.querySelector('.home a').href");
    assert!(
        home.starts_with(&format!("{}index.html?scale=linear&campaigns=", page.site.address())),
        "{home}"
    );
}

/// Display flags need no program.
fn how_a_framed_figure_looks_needs_no_program(page: &Page) {
    embed(page, "reach.html?theme=dark&transparent=yes&plain=yes&title=no", (720, 900));
    assert_eq!(page.text_of("return document.documentElement.dataset.theme"), "dark");
    let clear = "return [document.body, document.querySelector('.card')].map(e => getComputedStyle(e).backgroundColor).join()";
    assert_eq!(page.text_of(clear), "rgba(0, 0, 0, 0),rgba(0, 0, 0, 0)");
    let seen = "return ['.parts', '.home', '.said-by', 'figure svg.wide'].map(name => document.querySelector(name).checkVisibility())";
    assert_eq!(page.ask(seen), json!([false, false, true, true]));
    assert_eq!(
        page.ask("return document.querySelector('figcaption').getBoundingClientRect().height"),
        json!(1)
    );
    for file in PROGRAM {
        assert_eq!(page.site.asked_for(file), 0, "{file}");
    }
}

/// Where the program cannot be read, the figure stays; and when the address asked
/// for something, that is said.
fn a_framed_figure_without_a_program_stays_as_it_was_built(page: &Page) {
    for (query, told) in [("?scale=linear", true), ("", false)] {
        embed(page, &format!("participation.html{query}"), (720, 1500));
        page.wait_for(
            "the figure to be seen",
            "return document.querySelector('main').checkVisibility({visibilityProperty: true})",
        );
        let title = page.elements("return [document.querySelector('h1')]", &[]);
        page.hover(&title[0]);
        page.until("the program to be asked for", || page.site.asked_for(PROGRAM[0]) > 0);
        page.says("702,132 pledges");
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(squeezed(&page.visible_text()).contains(frame().figure_as_built), told, "{query}");
        page.leave_frame();
    }
}

/// A page that does not listen: the figure says less, and is whole.
fn a_framed_figure_keeps_to_a_height_that_is_given(page: &Page) {
    page.site.opens_to_all();
    for name in METRICS {
        for (width, height) in [(720, 500), (320, 500), (600, 360)] {
            embed(page, &format!("{name}.html"), (width, height));
            page.until("the figure to fit", || page.ask(BEYOND).as_f64().is_some_and(|beyond| beyond <= 0.0));
            let left = "return [...document.querySelectorAll('figure a.row, .home a')].filter(e => e.checkVisibility()).length";
            assert!(
                page.ask(left).as_u64() >= Some(1),
                "{name} at {width} by {height}: nothing is left of it"
            );
            assert!(page.ask("return document.documentElement.scrollWidth <= innerWidth") == json!(true));
            page.leave_frame();
        }
    }
}

/// It keeps to its room also where the address says how much there is; what is
/// opened then is scrolled to.
fn a_height_in_the_address_is_kept(page: &Page) {
    page.site.opens_to_all();
    embed(page, "reach.html?height=1000", (720, 1000));
    is_alive(page);
    assert!(page.ask(BEYOND).as_f64() <= Some(0.0));
    page.ask("document.querySelector('[data-part=reach-table] > summary').click()");
    page.wait_for("the table", "return document.querySelector('[data-part=reach-table] table')");
    let scrolls = "const body = document.body; return body.scrollHeight > body.clientHeight && getComputedStyle(body).overflowY === 'auto'";
    page.wait_for("the whole to scroll", scrolls);
}

/// A host that caps what it is told, as WordPress does at 1,000 pixels.
fn a_host_that_gives_less_gets_a_figure_that_fits(page: &Page) {
    page.site.opens_to_all();
    let address = page.site.address() + "figure/participation.html#?secret=Ab3";
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Blog</title><link rel=\"icon\" href=\"data:,\"><script>
        addEventListener('message', event => {{
            const frame = document.querySelector('iframe');
            if (event.data.message === 'height' && event.data.secret === 'Ab3') frame.height = Math.min(event.data.value, 1000);
        }})</script>
        <iframe sandbox=\"allow-scripts\" security=\"restricted\" width=\"400\" height=\"338\" scrolling=\"no\" src=\"{address}\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for("the frame", "return document.querySelector('iframe')");
    page.wait_for(
        "the frame to be as high as it may",
        "return document.querySelector('iframe').height === '1000'",
    );
    page.enter_frame();
    page.until("the figure to fit", || page.ask(BEYOND).as_f64().is_some_and(|beyond| beyond <= 0.0));
    let room =
        page.ask("return innerHeight - document.body.getBoundingClientRect().height").as_f64().unwrap();
    assert!(room < 300.0, "it uses its room: {room} pixels are left");
}

/// Whatever stands in the address, nothing of it becomes markup, and what could
/// not be followed is said.
fn nothing_in_a_figures_address_is_markup(page: &Page) {
    page.site.opens_to_all();
    let markup = "%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E";
    let long = "a".repeat(5000);
    for query in [
        format!("?campaigns={markup}"),
        format!("?theme={markup}&plain={markup}&height={markup}&transparent={markup}&title={markup}"),
        format!("?{markup}={markup}"),
        format!("?scale={long}"),
        "?height=99999999999999999999&height=-5&height=1e9".to_owned(),
        "?%FF%FE=%00&campaigns=%E0%A4%A&&&=".to_owned(),
    ] {
        embed(page, &format!("views.html{query}"), (720, 900));
        is_alive(page);
        page.wait_for("what could not be followed", "return document.querySelector('.notices .notice')");
        assert_eq!(
            page.ask("return typeof hacked === 'undefined' && document.querySelectorAll('img').length"),
            json!(0),
            "{query}"
        );
        page.leave_frame();
    }
}

/// A slow network: what was built is read meanwhile, and once the rest arrives the
/// figure comes alive, with what the reader has opened still open.
fn a_framed_figure_is_read_while_the_rest_is_on_its_way(page: &Page) {
    page.site.opens_to_all();
    // The second time where the pointer is not already.
    for (late, touched) in [(PROGRAM[1], "h1"), ("data/index.json", ".subtitle")] {
        page.site.answer(late, Answer::Stalled);
        let before = page.site.asked_for(late);
        embed(page, "participation.html", (720, 3000));
        page.ask("document.querySelector('[data-part=participation-table] > summary').click()");
        page.hover(&page.elements(&format!("return [document.querySelector('{touched}')]"), &[])[0]);
        page.until("the rest to be asked for", || page.site.asked_for(late) > before);
        page.says("702,132 pledges");
        let read = "return !('alive' in document.body.dataset) && document.querySelector('[data-part=participation-table] table').checkVisibility()";
        assert_eq!(page.ask(read), json!(true), "{late}");
        page.site.release(late);
        is_alive(page);
        let open = "return document.querySelector('[data-part=participation-table]').open";
        assert_eq!(page.ask(open), json!(true), "{late}");
        page.leave_frame();
    }
}

/// A choice in the address over a network that fails in the middle: the figure is
/// shown as it was built, and says that it is not the choice.
fn a_choice_that_cannot_be_loaded_is_told(page: &Page) {
    page.site.opens_to_all();
    for lost in ["data/index.json", "data/toolkit.json", PROGRAM[1]] {
        page.site.answer(lost, Answer::HungUp);
        embed(page, "participation.html?campaigns=nhs-choir", (720, 3000));
        page.wait_for(
            "the figure to be seen",
            "return document.querySelector('main').checkVisibility({visibilityProperty: true})",
        );
        page.says(frame().figure_as_built);
        page.says("702,132 pledges");
        if lost != PROGRAM[1] {
            // It names the file that is missing, and nothing that follows from that.
            page.says(&format!("{lost} could not be fetched"));
            assert_eq!(
                page.ask("return document.querySelectorAll('.notices li').length"),
                json!(0),
                "{lost}"
            );
            page.site.release(lost);
            let again = "return [document.querySelector('[data-do=try-again]')]";
            page.activate(&page.elements(again, &[])[0]);
            is_alive(page);
            page.says("NHS Choir");
            let seen = squeezed(&page.visible_text());
            assert!(!seen.contains("702,132 pledges") && !seen.contains(frame().figure_as_built), "{seen}");
        }
        page.site.release(lost);
        page.leave_frame();
    }
}

/// Only the page around a figure is listened to, and what it says is taken for no
/// more than it is: of others, and of nonsense, nothing is heard.
fn messages_of_others_change_nothing(page: &Page) {
    page.site.opens_to_all();
    let address = page.site.address() + "figure/views.html#?secret=Ab3";
    let host = page.site.host(&format!(
        "<!DOCTYPE html><title>Intranet</title><link rel=\"icon\" href=\"data:,\"><script>
        heard = [];
        addEventListener('message', event => heard.push([event.source === frames[0], event.data]));
        </script>
        <iframe sandbox=\"allow-scripts\" title=\"A figure\" width=\"720\" height=\"2000\" src=\"{address}\"></iframe>
        <iframe title=\"Somebody else\" srcdoc=\"<script>
            heard = 0; onmessage = () => heard++;
            call = data => parent.frames[0].postMessage(data, '*');
        </script>\"></iframe>"
    ));
    page.visit(&host);
    page.wait_for(
        "the figure to have spoken",
        "return heard.some(([own, data]) => own && data?.message === 'height')",
    );
    page.wait_for("the other", "return frames[1]?.call");
    let rests = || {
        let mut before = Value::Null;
        page.until("the figure to rest", || {
            std::thread::sleep(std::time::Duration::from_millis(300));
            let now = page.ask("return heard.length");
            std::mem::replace(&mut before, now.clone()) == now
        });
        page.ask("heard.splice(0)");
    };
    rests();
    let markup = "<img src=x onerror=hacked=1>";
    page.ask_with(
        "const [markup] = arguments;
        for (const call of [frames[1].call, data => frames[0].postMessage(data, '*')]) {
            for (const data of [null, 1, [], {}, '', markup, 'a'.repeat(1e6), { message: 'ready' }, { message: 'ready', secret: 'Ab' },
                { message: 'ready', secret: { toString: 1 } }, { message: markup, secret: 'Ab3' }, { type: 'groundswell:height', height: 1e99 },
                '[iFrameSizer]', '[iFrameSizer]' + markup + ':8', '[iFrameSizer]' + 'a'.repeat(65) + ':8', ['[iFrameSizer]a:8'], new Map(), new Date()]) call(data);
        }
        // What counts, of somebody else.
        frames[1].call({ message: 'ready', secret: 'Ab3' });
        frames[1].call('[iFrameSizer]frame1:8:false');",
        &[json!(markup)],
    );
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(page.ask("return heard"), json!([]), "nothing is answered");
    assert_eq!(page.ask("return frames[1].heard"), json!(0), "nor to somebody else");
    // And what counts, of the page around it.
    page.ask("frames[0].postMessage('[iFrameSizer]frame1:8:false', '*')");
    page.wait_for(
        "an answer",
        "return heard.some(([own, data]) => own && /^\\[iFrameSizer\\]frame1:\\d+:\\d+:resize$/.test(data))",
    );
    page.enter_frame();
    assert_eq!(
        page.ask("return typeof hacked === 'undefined' && document.querySelectorAll('img').length"),
        json!(0)
    );
    page.says(words().share);
}

/// Its policy leaves open where data comes from, for the sake of sandboxes; its
/// script closes that before anything else happens.
fn a_framed_figure_asks_nobody_else(page: &Page) {
    page.site.opens_to_all();
    page.site.expects_reports();
    embed(page, "views.html", (720, 900));
    let script = "const [address, done] = arguments; fetch(address).then(() => done('answered'), () => done('refused'))";
    let ask = |address: String| page.ask_later(script, &[json!(address)]);
    assert_eq!(ask(page.site.address() + "data/index.json"), json!("answered"));
    let before = page.site.requests().len();
    assert_eq!(ask(page.site.address_by_another_name() + "data/index.json"), json!("refused"));
    assert_eq!(ask(page.site.address().replace("/groundswell/", "/other/")), json!("refused"));
    assert_eq!(page.site.requests().len(), before, "nobody was asked");
}

/// Who comes by keyboard meets the chart first, not what stands below it: its first row has
/// the focus while the program comes, and afterwards.
fn a_figure_is_walked_from_its_first_row(page: &Page) {
    page.visit(&format!("{}figure/participation.html", page.site.address()));
    page.press(&[key::TAB]);
    is_alive(page);
    let label = || page.text_of("return document.activeElement.getAttribute('aria-label')");
    page.until("the first row", || page.ask("return document.activeElement.matches('a.row')") == json!(true));
    let first = label();
    page.press(&[key::DOWN]);
    page.until("the row below", || label() != first);
}

stories![
    AnyEngine a_figure_is_walked_from_its_first_row,
    AnyEngine a_framed_figure_comes_alive_when_it_is_touched,
    AnyEngine a_framed_figure_shows_what_its_address_asks,
    AnyEngine how_a_framed_figure_looks_needs_no_program,
    AnyEngine a_framed_figure_without_a_program_stays_as_it_was_built,
    AnyEngine a_framed_figure_keeps_to_a_height_that_is_given,
    AnyEngine a_height_in_the_address_is_kept,
    AnyEngine a_host_that_gives_less_gets_a_figure_that_fits,
    AnyEngine nothing_in_a_figures_address_is_markup,
    AnyEngine a_framed_figure_is_read_while_the_rest_is_on_its_way,
    AnyEngine a_choice_that_cannot_be_loaded_is_told,
    AnyEngine a_framed_figure_asks_nobody_else,
    AnyEngine messages_of_others_change_nothing,
];
