//! Nothing moves that the reader did not move, and the default is never seen
//! where other things were chosen.

use crate::page::Page;
use crate::site::Answer;
use crate::stories::stories;
use serde_json::{Value, json};

/// Addresses with and without choices.
const QUERIES: [&str; 7] = [
    "",
    "?scale=linear",
    "?sources=toolkit&open=views",
    "?sources=further",
    "?campaigns=nhs-choir",
    "?campaign=missing-type",
    "?view=about",
];

/// Notes every shift of the layout that no input explains.
const NOTE_SHIFTS: &str = "
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().filter(shift => !shift.hadRecentInput)
        .map(shift => shift.value.toFixed(4) + ' ' + (shift.sources ?? []).map(source => {
            const node = source.node?.nodeType === 1 ? source.node : source.node?.parentElement;
            return (node?.id || node?.className?.baseVal || node?.className || node?.tagName) + ' ' + Math.round(source.previousRect.y) + '>' + Math.round(source.currentRect.y);
        }).join(', ')))).observe({type: 'layout-shift', buffered: true});";

/// Two frames, after which everything that was noted has been told.
fn settle(page: &Page) {
    page.ask_later("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))", &[]);
}

fn nothing_moves_when_the_program_takes_over(page: &Page) {
    page.before_each_page(NOTE_SHIFTS);
    let mut moved = Vec::new();
    for width in [320, 768, 1280] {
        page.screen(width, 900);
        for query in QUERIES {
            // The data comes last, so that the static page is surely painted before.
            page.site.answer("data/published.json", Answer::Stalled);
            page.go(query);
            page.wait_for(
                "the static page",
                "return document.readyState !== 'loading' && performance.getEntriesByType('paint').length",
            );
            settle(page);
            page.site.release("data/published.json");
            page.is_alive();
            if query.contains("further") {
                page.find("button", "Campaigns: 54 of 54");
            }
            settle(page);
            let shifts = page.texts_of("return window.shifts");
            if !shifts.is_empty() {
                moved.push(format!("{width} px, {query:?}: {}", shifts.join(" | ")));
            }
        }
    }
    assert!(moved.is_empty(), "these moved:\n{}", moved.join("\n"));
}

/// That the former would tell of a shift.
fn a_shift_would_be_noted(page: &Page) {
    page.before_each_page(NOTE_SHIFTS);
    page.open("");
    settle(page);
    assert_eq!(page.ask("return window.shifts.length"), json!(0));
    page.ask("const bar = document.createElement('p'); bar.textContent = 'late'; document.querySelector('main').prepend(bar)");
    page.wait_for("the shift to be noted", "return window.shifts.length > 0");
}

fn the_default_is_never_seen_where_other_things_were_chosen(page: &Page) {
    page.open("");
    let headline = page.headline("participation");
    for query in QUERIES.iter().filter(|query| !query.is_empty()) {
        page.site.answer("data/toolkit.json", Answer::Stalled);
        page.go(query);
        page.wait_for(
            "the page to be read",
            "return document.readyState !== 'loading' && document.querySelector('footer')",
        );
        page.until("the data to be asked for", || page.site.asked_for("data/toolkit.json") > 0);
        assert!(!page.visible_text().contains(&headline), "{query}: the default is seen");
        assert_eq!(
            page.ask("return document.querySelectorAll('figure').length"),
            json!(super::FIGURES.len()),
            "its space is kept"
        );
        page.site.release("data/toolkit.json");
        page.is_alive();
    }
}

/// Frame by frame, without anything that waits.
fn no_frame_shows_the_default_where_other_things_were_chosen(page: &Page) {
    page.before_each_page("
        window.frames_seen = [];
        const look = () => {
            const main = document.querySelector('main');
            if (main) {
                const scale = main.querySelector('figure')?.textContent.includes('each tenfold step') ? 'default' : 'chosen';
                window.frames_seen.push(getComputedStyle(main).visibility + ' ' + scale);
            }
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);");
    page.open("?scale=linear");
    let frames = page.texts_of("return [...new Set(window.frames_seen)]");
    assert!(frames.iter().any(|frame| frame == "visible chosen"), "{frames:?}");
    assert!(!frames.iter().any(|frame| frame == "visible default"), "{frames:?}");
}

/// Where a mark that the reader holds is drawn anew, it is held again.
fn a_choice_moves_nothing_above_it(page: &Page) {
    page.open("");
    let place = "return Math.round(document.querySelector('main h1').getBoundingClientRect().top)";
    let before: Value = page.ask(place);
    page.press_button("Scale:");
    assert_eq!(page.ask(place), before);
}

/// For readers who ask for less motion, nothing moves by itself: not what comes
/// and goes, and not the page on the way to a place in it.
fn nothing_moves_for_readers_who_ask_for_less_motion(page: &Page) {
    page.medium("", &[("prefers-reduced-motion", "reduce")]);
    for (name, query) in super::accessible::VIEWS {
        super::accessible::show(page, name, query);
        let moving = "
            const styles = [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(part => [e, getComputedStyle(e, part)]));
            const all = text => text.split(', ').every(time => parseFloat(time) === 0);
            return styles.filter(([, s]) => !all(s.transitionDuration) || s.animationName !== 'none' || s.scrollBehavior !== 'auto')
                .map(([e]) => e.tagName + '.' + e.className).concat(document.getAnimations().map(String))";
        assert_eq!(page.texts_of(moving), [""; 0], "{name}");
    }
    // The way to the evidence is one step, not a slide.
    page.open("");
    let mark = page.marks("participation").remove(0);
    page.tab_to(&mark);
    page.press(&[crate::page::key::DOWN]);
    page.ask(
        "window.places = []; const note = () => { window.places.push(scrollY); requestAnimationFrame(note); }; note()",
    );
    page.press(&[crate::page::key::ENTER]);
    page.wait_for("the evidence", "return /^o[0-9]+$/.test(document.activeElement.id)");
    settle(page);
    let places = page.ask("return [...new Set(window.places)].length").as_u64().expect("a number");
    // Where it was, the new view's top, and the evidence.
    assert!(places <= 3, "{places} places on the way: {}", page.ask("return [...new Set(window.places)]"));
}

/// Where the scale changes, marks move to their new place once, in less than 300 ms; for who
/// asks for less motion, not at all.
fn marks_move_once_and_briefly(page: &Page) {
    let note = "self.moved = []; const animate = Element.prototype.animate; \
                Element.prototype.animate = function (frames, options) { \
                moved.push([options.duration, options.iterations ?? 1, this.closest('figure').dataset.figure]); \
                return animate.call(this, frames, options) }";
    let change = |scale: &str| {
        page.press_button("Scale:");
        // Those in sight move, of which the panel leaves few.
        page.ask("document.getElementById('figure-reach').scrollIntoView({ behavior: 'instant' })");
        page.ask(&format!("document.querySelector('[data-do=scale-{scale}]').click()"));
        page.query_becomes(if scale == "linear" { "?scale=linear" } else { "" });
        page.press(&[crate::page::key::ESCAPE]);
    };
    page.open("");
    page.ask(note);
    change("linear");
    page.wait_for("marks to move", "return moved.length > 3");
    let ways = page.ask("return moved.every(([way, times]) => way < 300 && times === 1)");
    assert_eq!(ways, json!(true), "{}", page.ask("return moved"));
    page.wait_for("marks to rest", "return !document.getAnimations().length");
    page.medium("", &[("prefers-reduced-motion", "reduce")]);
    page.ask("moved.length = 0");
    change("log");
    settle(page);
    assert_eq!(page.ask("return moved.length"), json!(0));
}

/// That the former would tell of a slide: other readers get one.
fn a_slide_would_be_noted(page: &Page) {
    page.medium("", &[("prefers-reduced-motion", "no-preference")]);
    page.open("");
    page.press(&[crate::page::key::TAB]);
    assert_eq!(page.text_of("return getComputedStyle(document.documentElement).scrollBehavior"), "smooth");
}

stories![
    DevTools nothing_moves_when_the_program_takes_over,
    DevTools a_shift_would_be_noted,
    AnyEngine the_default_is_never_seen_where_other_things_were_chosen,
    DevTools no_frame_shows_the_default_where_other_things_were_chosen,
    AnyEngine a_choice_moves_nothing_above_it,
    DevTools marks_move_once_and_briefly,
    DevTools nothing_moves_for_readers_who_ask_for_less_motion,
    DevTools a_slide_would_be_noted,
];
