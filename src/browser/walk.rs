//! A chart is a tree that arrow keys walk: chart, headings, rows, who says so. Marks say their
//! label when hovered, tapped or focused, and can be heard.

use super::page::{after_frame, announce_within, each, focus, sight};
use crate::chart::Row;
use crate::format::{Language, Sentence};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, Node, PointerEvent};

/// Where a row says which keys walk its chart, to those who listen.
const KEYS: &str = "aria-description";

/// What is said of walking a chart.
#[derive(Clone, Copy)]
pub struct WalkWords {
    /// What the tooltip's link to the evidence is called.
    pub who_says: &'static str,
    /// What it is called where it leads to no source.
    pub more_of_it: &'static str,
    /// Which keys walk, in short.
    pub keys: &'static str,
    /// Every key.
    pub more_keys: &'static str,
    /// How many rows stand under a heading.
    pub rows: fn(usize) -> String,
    /// Charts are not heard now, and how they are.
    pub not_heard: &'static str,
    /// There is nothing to jump to.
    pub no_further: &'static str,
    /// There is nothing on the way of an arrow.
    pub at_the_end: &'static str,
    /// A mark has no tone: there is no figure.
    pub silence: &'static str,
}

/// These words in a language; on somebody else's page there is no switch for the sound.
pub fn walk_words(language: Language, guest: bool) -> WalkWords {
    let phrases = language.phrases();
    WalkWords {
        who_says: phrases.who_says,
        more_of_it: phrases.more_of_it,
        keys: phrases.walking_keys,
        more_keys: phrases.all_keys,
        rows: match language {
            Language::English => |rows| Language::English.say(&Sentence::RowsUnder(rows)),
        },
        not_heard: if guest { phrases.not_heard_here } else { phrases.not_heard },
        no_further: phrases.no_further,
        at_the_end: phrases.at_the_end,
        silence: phrases.silence,
    }
}

/// Wakes the marks of every chart within an element, now and later.
pub fn walk_marks(root: &Element, words: WalkWords) {
    let WalkWords { keys, .. } = words;
    // The focus may have been here before there was anything to say of it.
    if let Some(row) = each(root, "a.row").find(|row| row.matches(":focus-visible").unwrap_or(false)) {
        let _ = row.set_attribute(KEYS, keys);
    }
    on(root, "keydown", move |root, event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape" {
            silence();
            if in_tip(event) {
                back_from_tip(root);
            }
            hide(root);
        } else if key.ctrl_key() || key.alt_key() || key.meta_key() {
            // The browser's, or a screen reader's.
        } else if let Some(place) = stop_of(event) {
            walk(root, event, key, &place, words);
        } else if key.key() == "b" && !in_tip(event) {
            if let Some(link) = target(event) {
                back_to_chart(&link);
            }
        } else if in_tip(event) && (key.key() == "ArrowLeft" || key.code() == "Tab") {
            // On from the link is on from its row; the tooltip itself stands at the page's end.
            // (Some engines have no name for this key while Shift is held, and all its code.)
            if key.key() == "ArrowLeft" || key.shift_key() {
                event.prevent_default();
            }
            back_from_tip(root);
        } else if in_tip(event) && key.key() == "ArrowRight" {
            event.prevent_default();
            announce_within(root, words.at_the_end);
        } else if in_tip(event)
            && let Some(row) = row_of_tip(root)
        {
            walk(root, event, key, &row, words);
        }
    });
    on(root, "focusin", move |root, event| match row_of(event) {
        Some(row) => {
            let keys = Some(keys).filter(|_| comes_by_keyboard(event, &row));
            if let Some(keys) = keys {
                let _ = row.set_attribute(KEYS, keys);
            }
            show(root, &row, Lead { words, keys, tapped: false });
        }
        None if !in_tip(event) => hide(root),
        None => {}
    });
    on(root, "focusout", |_, event| {
        if let Some(row) = row_of(event) {
            let _ = row.remove_attribute(KEYS);
            // Nothing goes on to sound when the reader goes on.
            silence();
        }
    });
    on(root, "pointerover", move |root, event| {
        let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
        match row_of(event) {
            Some(row) if !touch => show(root, &row, Lead { words, keys: None, tapped: false }),
            None if !in_tip(event) && !touch => hide(root),
            _ => {}
        }
    });
    // A tap shows what hovering shows; the link in it leads on.
    on(root, "click", move |root, event| {
        let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
        if let Some(row) = row_of(event).filter(|_| touch) {
            event.prevent_default();
            show(root, &row, Lead { words, keys: None, tapped: true });
        } else if in_tip(event) {
            // Whoever comes back comes to the mark, not to some other link of that address.
            back_from_tip(root);
        } else {
            hide(root);
        }
    });
}

fn on(root: &Element, name: &str, mut action: impl FnMut(&Element, &Event) + 'static) {
    let within = root.clone();
    let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| action(&within, &event));
    // Before the page's own handling of links.
    let _ = root.add_event_listener_with_callback_and_bool(name, callback.as_ref().unchecked_ref(), true);
    callback.forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn row_of(event: &Event) -> Option<Element> {
    target(event)?.closest("a.row").ok()?
}

/// Whether the focus comes to a row by a key, and from outside its chart: then it is
/// said once which keys lead on.
fn comes_by_keyboard(event: &Event, row: &Element) -> bool {
    let left =
        event.dyn_ref::<FocusEvent>().and_then(|focus| focus.related_target()?.dyn_into::<Node>().ok());
    let chart = row.closest("svg.chart").ok().flatten();
    let stays = chart.is_some_and(|chart| chart.contains(left.as_ref()));
    !stays && row.matches(":focus-visible").unwrap_or(false)
}

fn in_tip(event: &Event) -> bool {
    target(event).is_some_and(|target| matches!(target.closest(".tip"), Ok(Some(_))))
}

/// The row from which the focus went to who says so.
fn row_of_tip(root: &Element) -> Option<Element> {
    each(root, ".row[aria-describedby=tip]").next()
}

/// Leads back from who says so to what was said.
fn back_from_tip(root: &Element) {
    if let Some(row) = row_of_tip(root) {
        let _ = row.remove_attribute("aria-describedby");
        focus(&row);
    }
}

/// From now on nothing leads back from who says so to a row that was left.
fn leave_tip(root: &Element) {
    for row in each(root, ".row[aria-describedby]") {
        let _ = row.remove_attribute("aria-describedby");
    }
}

/// Where the focus is in a chart: on a row, on a heading, or on the chart.
fn stop_of(event: &Event) -> Option<Element> {
    target(event)?.closest("a.row,[data-stop],svg.chart").ok()?
}

/// How deep a stop lies in its chart: the chart itself, the heading of a definition (or of its
/// only lane), that of one of its lanes, the name that several rows share, a row. A row under no
/// such name stands beside it.
fn depth(stop: &Element) -> u32 {
    match stop.get_attribute("data-stop").as_deref() {
        Some("section" | "alone") => 1,
        Some("lane") => 2,
        Some(_) => 3,
        None if stop.tag_name().eq_ignore_ascii_case("svg") => 0,
        None if stop.has_attribute("data-within") => 4,
        None => 3,
    }
}

/// Whether a stop is the heading of a lane.
fn is_lane(stop: &Element) -> bool {
    matches!(stop.get_attribute("data-stop").as_deref(), Some("lane" | "alone"))
}

/// Whether a stop is a row with a mark.
fn is_row(stop: &Element) -> bool {
    stop.class_list().contains("row")
}

/// Moves the focus in the chart that a stop is in, or does what else a key is for.
fn walk(root: &Element, event: &Event, key: &KeyboardEvent, stop: &Element, words: WalkWords) {
    let Ok(Some(chart)) = stop.closest("svg.chart") else { return };
    let mut stops: Vec<Element> = vec![chart.clone()];
    stops.extend(each(&chart, "a.row,[data-stop]"));
    let Some(at) = stops.iter().position(|other| other == stop) else { return };
    let (before, after) = (&stops[..at], &stops[at + 1..]);
    let level = depth(stop);
    // Rows stand beside rows, and headings beside headings of any depth: there and back is one
    // way, and none lies off it.
    // From the whole chart the ends are those of all.
    let here = |other: &&Element| (level == 0 || is_row(other) == is_row(stop)) && depth(other) > 0;
    let row = |other: &&Element| is_row(other);
    let says = |what: &'static str| {
        move |other: &&Element| {
            let says = other.get_attribute("data-says").unwrap_or_default();
            is_row(other) && says.split(' ').any(|said| said == what)
        }
    };
    // With Shift back; around the ends not, which nobody would notice who does not see it.
    let jump = |wanted: &dyn Fn(&&Element) -> bool| match key.shift_key() {
        true => before.iter().rev().find(wanted).cloned(),
        false => after.iter().find(wanted).cloned(),
    };
    let found = match &*key.key() {
        // Nothing stands beside the whole chart: down leads into it, as right does.
        "ArrowDown" if level == 0 => after.first().cloned(),
        "ArrowDown" => after.iter().find(here).cloned(),
        "ArrowUp" => before.iter().rev().find(here).cloned(),
        "ArrowLeft" => before.iter().rev().find(|other| depth(other) < level).cloned(),
        "ArrowRight" if is_row(stop) => {
            // It may have been dismissed.
            show(root, stop, Lead { words, keys: None, tapped: true });
            tip(root).and_then(|tip| tip.last_element_child())
        }
        "ArrowRight" => after.first().filter(|other| depth(other) > level).cloned(),
        "Home" => stops.iter().find(here).cloned(),
        "End" => stops.iter().rev().find(here).cloned(),
        "l" => jump(&|other| is_lane(other)),
        // Of a row the lane before its own.
        "L" => before.iter().rev().filter(|other| is_lane(other)).nth(usize::from(level > 2)).cloned(),
        "c" | "C" => {
            let campaign = stop.get_attribute("data-campaign");
            jump(&|other| row(other) && other.get_attribute("data-campaign") == campaign)
        }
        "t" | "T" => jump(&says(Row::TARGET)),
        "d" | "D" => jump(&says(Row::DOUBT)),
        "b" => {
            event.prevent_default();
            leave_tip(root);
            return show_in_table(root, &chart, stop);
        }
        "p" | "P" => {
            event.prevent_default();
            let whole = key.key() == "P" || !is_row(stop);
            let marks: Vec<Element> =
                if whole { each(&chart, "a.row").collect() } else { vec![stop.clone()] };
            return play(root, &marks, words);
        }
        "?" => {
            event.prevent_default();
            // Also where they can be read, beside the row.
            if let Some(shown) = tip(root).filter(|_| is_row(stop)).and_then(|tip| tip.first_element_child())
            {
                shown.set_text_content(Some(words.more_keys));
            }
            return announce_within(root, words.more_keys);
        }
        _ => return,
    };
    event.prevent_default();
    let Some(next) = found.filter(|next| next != stop) else {
        return announce_within(root, if key.key().len() == 1 { words.no_further } else { words.at_the_end });
    };
    let in_chart = is_row(&next) || next.has_attribute("data-stop") || next == chart;
    leave_tip(root);
    if in_chart {
        // Tab leads out of the chart from wherever the reader is, and back to there.
        let others = each(&chart, "[tabindex=\"0\"]");
        for other in others.chain([chart.clone()]).filter(|other| other.has_attribute("tabindex")) {
            let _ = other.set_attribute("tabindex", "-1");
        }
        let _ = next.set_attribute("tabindex", "0");
    }
    if next.has_attribute("data-stop") {
        name_stop(&next, &stops, words);
    } else if !in_chart {
        // Who says so: from there it leads back.
        let _ = stop.set_attribute("aria-describedby", "tip");
    }
    // What was to be said of the stop before is not said of this one.
    announce_within(root, "");
    focus(&next);
}

/// Gives a heading the name that is read out: its words, and how many rows stand under it.
fn name_stop(stop: &Element, stops: &[Element], words: WalkWords) {
    let at = stops.iter().position(|other| other == stop).unwrap_or(0);
    let under = stops[at + 1..].iter().take_while(|other| is_row(other) || depth(other) > depth(stop));
    let rows = under.filter(|other| is_row(other)).count();
    let mut texts: Vec<String> = Vec::new();
    // Of one heading several lines, of which those that follow the first are remarks.
    for text in each(stop, "text") {
        let words = text.text_content().unwrap_or_default();
        match texts.last_mut().filter(|_| !text.class_list().contains("more")) {
            Some(line) => *line = format!("{line} {words}"),
            None => texts.push(words),
        }
    }
    texts.extend(stop.get_attribute("data-name"));
    texts.push((words.rows)(rows));
    let name = format!("{}.", texts.join(". "));
    for (attribute, value) in [("role", "group"), ("aria-label", &*name)] {
        let _ = stop.set_attribute(attribute, value);
    }
}

/// Opens the figure's table and gives the focus to where it says what a row says.
fn show_in_table(root: &Element, chart: &Element, stop: &Element) {
    let Ok(Some(figure)) = chart.closest("figure") else { return };
    let Ok(Some(details)) = figure.query_selector("details[data-part$=\"-table\"]") else { return };
    let _ = details.set_attribute("open", "");
    let mark = stop.get_attribute("data-mark");
    // The figure itself may be drawn anew meanwhile.
    if let Some(place) = figure.parent_element() {
        let _ = place.set_attribute(LEFT, mark.as_deref().unwrap_or_default());
    }
    // Where sources disagree, the row leads elsewhere than its figures; who reports nothing has
    // no figure to lead to.
    let links = mark.map(|mark| [format!("#{mark}"), stop.get_attribute("href").unwrap_or_default()]);
    let name = figure.get_attribute("data-figure").unwrap_or_default();
    focus_in_table(root.clone(), name, links, FRAMES);
}

/// Gives the focus to the row of the chart that says what a link in the figure's table leads
/// to, if it is drawn.
fn back_to_chart(link: &Element) {
    let (Ok(Some(_)), Ok(Some(figure))) = (link.closest(".scroll"), link.closest("figure")) else { return };
    let href = link.get_attribute("href").unwrap_or_default();
    // From no figure the way leads back to where the reader came from.
    let left = || figure.parent_element()?.get_attribute(LEFT);
    let mark = match href.split_once('#') {
        Some((_, mark)) if !mark.starts_with("figure-") => mark.to_owned(),
        _ => left().unwrap_or_default(),
    };
    // Who came from a heading, or from the whole chart, comes back to the chart.
    let from = if mark.is_empty() { "svg.chart:has(a.row)" } else { "a.row" };
    for stop in each(&figure, from) {
        if mark.is_empty() {
            let _ = stop.set_attribute("tabindex", "-1");
        }
        // Of two layouts the one that is shown can take the focus.
        if mark.is_empty() || stop.get_attribute("data-mark").as_deref() == Some(&*mark) {
            focus(&stop);
        }
    }
}

/// Where the place of a figure notes from which row the reader went to its table.
const LEFT: &str = "data-left";

/// How many frames a table may take to be filled in.
const FRAMES: u32 = 60;

/// Gives the focus to the link in the table of a figure that ends like the first of these or is
/// the second, else to the table, as soon as it has been filled in; at most so many frames from
/// now.
fn focus_in_table(root: Element, name: String, links: Option<[String; 2]>, frames: u32) {
    after_frame(move || {
        let Some(table) = each(&root, &format!("[data-figure=\"{name}\"] .scroll")).next() else {
            if frames > 0 {
                focus_in_table(root, name, links, frames - 1);
            }
            return;
        };
        let found = links.and_then(|[mark, link]| {
            let cells: Vec<Element> = each(&table, "a").collect();
            let leads = |to: &dyn Fn(&str) -> bool| {
                cells.iter().find(|cell| to(&cell.get_attribute("href").unwrap_or_default()))
            };
            leads(&|href| href.ends_with(&mark)).or_else(|| leads(&|href| href == link)).cloned()
        });
        let found = found.unwrap_or(table);
        focus(&found);
        found.scroll_into_view();
    });
}

/// Plays the tones of marks, one after the other.
fn play(root: &Element, marks: &[Element], words: WalkWords) {
    if !marks.iter().any(|mark| mark.has_attribute("data-tone")) {
        return announce_within(root, words.not_heard);
    }
    let within = root.clone();
    let heard = Closure::<dyn FnMut(Element)>::new(move |mark: Element| {
        // Silence is told, where there is no figure, and of whom.
        if mark.get_attribute("data-tone").is_some_and(|tone| tone.is_empty()) {
            let whose = mark.get_attribute("aria-label").unwrap_or_default();
            announce_within(&within, &format!("{} {whose}", words.silence));
        }
    });
    let list = js_sys::Array::new();
    for mark in marks {
        list.push(mark);
    }
    let _ = groundswell_hear(&list, heard.as_ref());
    heard.forget();
}

/// Stops what plays.
fn silence() {
    let _ = groundswell_hear(&js_sys::Array::new(), &JsValue::UNDEFINED);
}

#[wasm_bindgen]
extern "C" {
    /// Plays the tones of marks; of none, only stops what plays. The dashboard defines it; on
    /// other pages nothing is heard.
    #[wasm_bindgen(catch, js_name = groundswellHear)]
    fn groundswell_hear(marks: &js_sys::Array, heard: &JsValue) -> Result<(), JsValue>;
}

fn tip(root: &Element) -> Option<HtmlElement> {
    root.query_selector(".tip").ok()??.dyn_into().ok()
}

fn hide(root: &Element) {
    // It is hidden already most of the time: what is not touched is not laid out again.
    if let Some(tip) = tip(root).filter(|tip| !tip.has_attribute("hidden")) {
        let _ = tip.set_attribute("hidden", "");
    }
    mark_together(root, None);
}

/// What leads on from a row.
#[derive(Clone, Copy)]
struct Lead {
    /// What the link is called.
    words: WalkWords,
    /// Which keys do, where that is to be said.
    keys: Option<&'static str>,
    /// Whether it was tapped: then the link does, for the row itself leads nowhere.
    tapped: bool,
}

/// Shows a row's label below it, and what leads on from it.
fn show(root: &Element, row: &Element, Lead { words: called, keys, tapped }: Lead) {
    let (Some(tip), Some(label)) = (tip(root), row.get_attribute("aria-label")) else { return };
    let (words, link) = (tip.first_element_child(), tip.last_element_child());
    if let (Some(words), Some(link)) = (words, link) {
        words.set_text_content(Some(&label));
        let href = row.get_attribute("href").unwrap_or_default();
        let _ = link.set_attribute("href", &href);
        // Of what nobody reports nobody says so.
        let has_source = href.contains('#') && !href.contains("#figure-");
        link.set_text_content(Some(if has_source { called.who_says } else { called.more_of_it }));
        let campaign = row.get_attribute("data-campaign").unwrap_or_default();
        let _ = tip.set_attribute("data-campaign", &campaign);
    }
    let _ = match keys {
        Some(keys) => tip.set_attribute("data-keys", keys),
        None => tip.remove_attribute("data-keys"),
    };
    tip.set_class_name(if tapped { "tip tapped" } else { "tip" });
    let _ = tip.remove_attribute("hidden");
    // What it is placed in begins where the root does, however far that is scrolled.
    let (place, whole) = (row.get_bounding_client_rect(), root.get_bounding_client_rect());
    let width = f64::from(tip.offset_width());
    let within = place.left() - whole.left();
    let left = (within + place.width() * 0.3).min(f64::from(root.client_width()) - width - 8.0).max(8.0);
    // Set through the object model, which a policy without inline styles allows.
    let style = tip.style();
    let _ = style.set_property("left", &format!("{}px", left as i32));
    // Below its row; above it where there is no room below.
    let height = f64::from(tip.offset_height());
    let below = place.bottom() + 2.0;
    let above = place.top() - height - 2.0;
    let top = if below + height > sight() && above >= 0.0 { above } else { below };
    let _ = style.set_property("top", &format!("{}px", (top - whole.top()) as i32));
    mark_together(root, row.get_attribute("data-campaign").as_deref());
}

/// Highlights a campaign in every chart.
fn mark_together(root: &Element, campaign: Option<&str>) {
    for row in each(root, ".row.together") {
        let _ = row.class_list().remove_1("together");
    }
    let Some(campaign) = campaign else { return };
    for row in
        each(root, "a.row").filter(|row| row.get_attribute("data-campaign").as_deref() == Some(campaign))
    {
        let _ = row.class_list().add_1("together");
    }
}
