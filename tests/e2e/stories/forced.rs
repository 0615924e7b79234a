//! The system's own colours (forced colours): every mark, word and control is
//! seen, as it is painted.

use super::accessible::{SETTINGS, VIEWS, show, show_notices};
use crate::keep;
use crate::page::{Page, key};
use crate::paint::{Box, contrasts};
use crate::stories::stories;

/// Every line of text that can be seen, outside of what scrolls.
const WORDS: &str = "
    const lines = [];
    const tip = document.getElementById('tip').getBoundingClientRect();
    const covered = (e, r) => !e.closest('.tip') && r.left < tip.right && r.right > tip.left && r.top < tip.bottom && r.bottom > tip.top;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; text = walker.nextNode();) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest('.unseen, .scroll, .choices, option, title, .skip') || !parent.checkVisibility({visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const r of range.getClientRects())
            // A single stop is too small to measure.
            if (r.width > 8 && !covered(parent, r)) lines.push([text.data.slice(0, 60), r.left + scrollX, r.top + scrollY, r.width, r.height]);
    }
    return lines;";

/// Every part of a drawing that tells something.
const MARKS: &str = "
    const tip = document.getElementById('tip').getBoundingClientRect();
    return [...document.querySelectorAll('svg :is(.dot, .bar, .said, .open, .about, .line, .arrow, .target)')]
        .filter(e => e.checkVisibility()).map(e => {
            const r = e.getBoundingClientRect();
            if (r.left < tip.right && r.right > tip.left && r.top < tip.bottom && r.bottom > tip.top) return null;
            const row = e.closest('[aria-label]')?.getAttribute('aria-label') ?? 'the key';
            return [e.getAttribute('class') + ' of ' + row.slice(0, 60), r.left + scrollX - 2, r.top + scrollY - 2, r.width + 4, r.height + 4];
        }).filter(box => box);";

/// The lower left corner of everything that has a frame to be known by.
const FRAMES: &str = "
    return [...document.querySelectorAll('.control, select, input, .panel, .card, .tip')]
        .filter(e => e.checkVisibility() && !e.closest('.choices')).map(e => {
            const r = e.getBoundingClientRect();
            return ['the frame of ' + e.tagName + '.' + e.className, r.left + scrollX - 1, r.bottom + scrollY - 6, 5, 5];
        });";

fn seen(page: &Page, view: &str, found: &mut Vec<String>) {
    for (what, script, least, at_least) in
        [("words", WORDS, 4.5, 10), ("marks", MARKS, 3.0, 0), ("frames", FRAMES, 3.0, 1)]
    {
        let boxes = Box::of(page, script);
        assert!(boxes.len() >= at_least, "{view} has {} {what}", boxes.len());
        for (one, contrast) in boxes.iter().zip(contrasts(page, &boxes)) {
            if contrast < least {
                found.push(format!("{view}: {contrast:.1}:1 for {:?}", one.name));
            }
        }
    }
}

fn check(page: &Page, palette: &str) {
    let mut found = Vec::new();
    let (_, settings) = SETTINGS.iter().find(|(name, _)| *name == palette).expect("a palette");
    page.medium("", settings);
    assert_eq!(
        page.ask("return matchMedia('(forced-colors: active)').matches"),
        serde_json::json!(true),
        "the system forces its colours"
    );
    for width in [1280, 320] {
        page.screen(width, 900);
        // On a phone, the views that are laid out otherwise there.
        let views =
            VIEWS.iter().filter(|(name, _)| width == 1280 || ["overview-open", "campaign"].contains(name));
        for (name, query) in views {
            show(page, name, query);
            if name.starts_with("overview") {
                assert!(Box::of(page, MARKS).len() > 20, "{name} has marks");
            }
            seen(page, &format!("{name} at {width} px"), &mut found);
            keep(page, "views", &format!("{name}-{width}-{palette}"));
        }
    }
    page.screen(1280, 900);
    // What is shown under the pointer, and what has the focus.
    page.open("");
    let marks = page.marks("participation");
    // Told, not moved: for a picture of the whole page the browser moves the page
    // below the pointer.
    let told =
        "arguments[0].dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))";
    page.ask_with(told, &[marks[3].argument()]);
    page.wait_for("the label", "return !document.getElementById('tip').hidden");
    seen(page, "a mark under the pointer", &mut found);
    page.tab_to(&marks[0]);
    for _ in 0..3 {
        page.press(&[key::DOWN]);
        seen(page, "a mark with the focus", &mut found);
    }
    keep(page, "views", &format!("focus-1280-{palette}"));
    show_notices(page);
    seen(page, "notices", &mut found);
    keep(page, "views", &format!("notices-1280-{palette}"));
    assert!(found.is_empty(), "these are not seen in {palette}:\n{}", found.join("\n"));
}

fn everything_is_seen_in_a_light_palette(page: &Page) {
    check(page, "forced");
}

fn everything_is_seen_in_a_dark_palette(page: &Page) {
    check(page, "forced-dark");
}

/// A theme that the reader once chose does not stand in the system's way.
fn a_kept_theme_gives_way(page: &Page) {
    let mut found = Vec::new();
    page.open("");
    for (theme, palette) in [("light", "forced-dark"), ("dark", "forced"), ("high-contrast", "forced")] {
        page.ask_with("localStorage.setItem('groundswell.theme', arguments[0])", &[theme.into()]);
        let (_, settings) = SETTINGS.iter().find(|(name, _)| *name == palette).expect("a palette");
        page.medium("", settings);
        page.open("");
        let marks = page.marks("participation");
        page.tab_to(&marks[0]);
        seen(page, &format!("{theme} in {palette}"), &mut found);
    }
    assert!(found.is_empty(), "these are not seen:\n{}", found.join("\n"));
}

/// That the former would tell.
fn what_is_not_seen_would_be_noted(page: &Page) {
    page.open("");
    page.ask(
        "
        const sheet = document.styleSheets[0];
        sheet.insertRule('.chart .dot { fill: #eee !important; }', sheet.cssRules.length);
        sheet.insertRule('.lead { color: #bbb !important; }', sheet.cssRules.length);
        sheet.insertRule('.control { border-color: #eee !important; }', sheet.cssRules.length);",
    );
    let mut found = Vec::new();
    seen(page, "pale", &mut found);
    for what in ["\"dot of ", "\"Eight campaigns", "the frame of BUTTON.control"] {
        assert!(found.iter().any(|line| line.contains(what)), "{what} is noted: {found:?}");
    }
}

stories![
    DevTools everything_is_seen_in_a_light_palette,
    DevTools everything_is_seen_in_a_dark_palette,
    DevTools a_kept_theme_gives_way,
    DevTools what_is_not_seen_would_be_noted,
];
