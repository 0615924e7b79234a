//! What the reader chooses applies to all figures at once.

use super::words;
use crate::page::{Page, key};
use crate::stories::stories;
use serde_json::json;

/// Opens a control and chooses one of a few with the arrow keys.
fn choose(page: &Page, control: &str, from: &str, steps: &[char]) {
    page.press_button(&format!("{control}:"));
    page.tab_to(&page.find("radio", from));
    page.press(steps);
}

fn the_focus_stays_on_the_button_of_a_panel(page: &Page) {
    page.open("");
    let is_on = |start: &str| page.text_of("return document.activeElement.textContent").starts_with(start);
    // One panel closes when another opens, before it and after it.
    let names =
        [words().choose_campaigns, words().choose_sources, words().choose_scale, words().choose_sources];
    for name in names {
        page.press_button(&format!("{name}:"));
        page.until("the panel", || {
            page.ask("return document.activeElement.getAttribute('aria-expanded')") == "true"
        });
        assert!(is_on(name), "the focus has gone from {name}");
    }
}

fn the_scale_applies_to_all_figures(page: &Page) {
    page.open("?open=views,engagement");
    let before = page.figures_shown();
    let [log, linear] = words().scales;
    choose(page, words().choose_scale, log, &[key::DOWN]);
    page.query_becomes("?scale=linear&open=views,engagement");
    page.find("button", &format!("{}: {linear}", words().choose_scale));
    page.all_is_drawn();
    for (before, after) in before.iter().zip(page.figures_shown()).take(super::METRICS.len()) {
        assert_ne!(*before, after, "each figure has the new scale");
        assert!(before.contains(words().log_note) && !after.contains(words().log_note));
    }
}

/// What is out of sight is drawn a frame later, and then is what its link shows.
fn a_choice_ends_where_its_link_begins(page: &Page) {
    let further = "?sources=further";
    page.open(further);
    let charts = || {
        page.until("every row", || {
            page.ask("return document.querySelector('[data-later]') === null") == true
        });
        page.all_is_drawn();
        page.texts_of(
            "return [...document.querySelectorAll('figure svg.chart')].map(chart => chart.outerHTML)",
        )
    };
    let log = charts();
    let [name, linear] = words().scales;
    choose(page, words().choose_scale, name, &[key::DOWN]);
    page.query_becomes("?sources=further&scale=linear");
    let chosen = charts();
    assert_ne!(chosen, log);
    page.tab_to(&page.find("radio", linear));
    page.press(&[key::UP]);
    page.query_becomes(further);
    assert_eq!(charts(), log, "there and back, row by row");
    page.open("?sources=further&scale=linear");
    assert_eq!(charts(), chosen);
    // Rows that were not there before.
    let [toolkit, _, all] = words().source_scopes;
    choose(page, words().choose_sources, all, &[key::UP, key::UP]);
    page.query_becomes("?sources=toolkit&scale=linear");
    page.tab_to(&page.find("radio", toolkit));
    page.press(&[key::DOWN, key::DOWN]);
    page.query_becomes("?sources=further&scale=linear");
    assert_eq!(charts(), chosen);
}

fn the_sources_apply_to_all_figures(page: &Page) {
    page.open("");
    let count = "return [...document.querySelectorAll('figure')].map(f => String(f.querySelectorAll('svg a[href*=\"#o\"]').length))";
    let before = page.texts_of(count);
    let [toolkit, every, _] = words().source_scopes;
    choose(page, words().choose_sources, every, &[key::UP]);
    page.query_becomes("?sources=toolkit");
    page.find("button", &format!("{}: {toolkit}", words().choose_sources));
    let sum = |counts: &[String]| counts.iter().filter_map(|n| n.parse::<usize>().ok()).sum::<usize>();
    let after = page.texts_of(count);
    assert!(sum(&after) < sum(&before), "fewer observations are shown: {after:?}, before {before:?}");
    page.says("Seven campaigns of health");
}

fn campaigns_are_found_ticked_and_cleared(page: &Page) {
    page.open("");
    page.press_button(&format!("{}:", words().choose_campaigns));
    let tick = |name: &str| page.find("checkbox", name);
    page.tab_to(&page.find_starting("combobox", words().search_campaigns));
    page.write("choir");
    page.until("one campaign to be found", || !page.has("checkbox", "NHS Change Day"));
    page.tab_to(&tick("NHS Choir"));
    page.press(&[key::SPACE]);
    page.find("button", "Campaigns: 7 of 8");
    page.until("the campaign to be gone from every figure", || {
        page.ask("return document.querySelectorAll('figure [data-campaign=nhs-choir], figure a[href*=nhs-choir]').length") == 0
    });
    page.press(&[key::SPACE]);
    page.find("button", "Campaigns: 8 of 8");
    page.query_becomes("");

    assert!(!page.has("button", words().choose_none), "what is for all does not stand beside some");
    page.tab_to(&page.find_starting("combobox", words().search_campaigns));
    for _ in "choir".chars() {
        page.press(&[key::BACKSPACE]);
    }
    page.press_button(words().choose_none);
    page.find("button", "Campaigns: 0 of 8");
    page.query_becomes("?campaigns=");
    page.all_is_drawn();
    for name in super::METRICS {
        assert_eq!(page.headline(name), "No campaign is shown");
    }
    page.press_button(words().choose_all);
    page.find("button", "Campaigns: 8 of 8");
    page.query_becomes("");
}

fn escape_closes_what_a_control_opened(page: &Page) {
    page.open("");
    for control in [words().choose_campaigns, words().choose_sources, words().choose_scale] {
        let button = page.find_starting("button", &format!("{control}:"));
        page.activate(&button);
        page.until("the control to open", || page.property(&button, "aria-expanded") == "true");
        page.press(&[key::ESCAPE]);
        page.until("the control to close", || page.property(&button, "aria-expanded") == "false");
    }
}

fn reset_goes_back_to_the_start(page: &Page) {
    page.open("?sources=toolkit&scale=linear&campaigns=nhs-choir&open=views");
    page.press_button(words().reset);
    page.query_becomes("");
    page.find("button", "Campaigns: 8 of 8");
    // The words that campaigns are looked for by go, too, also where nothing else was chosen.
    page.press_button(&format!("{}:", words().choose_campaigns));
    let field = page.find_starting("combobox", words().search_campaigns);
    page.tab_to(&field);
    page.write("choir");
    page.until("one campaign to be found", || !page.has("checkbox", "NHS Change Day"));
    page.press_button(words().reset);
    page.find("checkbox", "NHS Change Day");
    assert_eq!(page.property(&field, "value"), "");
}

fn what_was_chosen_is_said_aloud(page: &Page) {
    page.open("");
    let said =
        "return [...document.querySelectorAll('[role=status]')].map(e => e.textContent).join(' ').trim()";
    assert_eq!(page.text_of(said), "", "nothing is said at the start");
    let [log, linear] = words().scales;
    choose(page, words().choose_scale, log, &[key::DOWN]);
    page.until("the choice to be said, and nothing else", || {
        page.text_of(said) == format!("The axis is in {linear}.")
    });
    // Of other campaigns the figures say something else, or the same: the headline of one is
    // said, several are named.
    let headlines = || super::METRICS.map(|metric| page.headline(metric));
    let mut before = headlines();
    let mut said_otherwise = 0;
    let mut tells = |start: &str, choose: &dyn Fn()| {
        choose();
        page.until("what is shown to be said", || page.text_of(said).starts_with(start));
        let (said, after) = (page.text_of(said), headlines());
        let changed: Vec<(&str, &String)> = ["reach", "impressions", "participation"]
            .into_iter()
            .zip(before.iter().zip(&after))
            .filter(|(_, (before, after))| before != after)
            .map(|(name, (_, after))| (name, after))
            .collect();
        said_otherwise += changed.len();
        let rest = said.trim_start_matches(start).trim();
        match &changed[..] {
            [] => assert_eq!(rest, ""),
            [(name, headline)] => {
                assert_eq!(rest.to_lowercase(), format!("{name}: {headline}.").to_lowercase());
            }
            several => {
                let named: Vec<&str> = ["reach", "impressions", "participation"]
                    .into_iter()
                    .filter(|name| rest.contains(name))
                    .collect();
                assert_eq!(named, several.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "{said}");
                assert!(rest.split(' ').count() <= 2 + 4, "{said}");
            }
        }
        before = after;
    };
    tells("Showing 7 of 7 campaigns, the toolkit only.", &|| {
        choose(page, words().choose_sources, words().source_scopes[1], &[key::UP]);
    });
    page.press_button(&format!("{}:", words().choose_campaigns));
    for (start, name) in [
        ("Nurses\u{2019} Day 2016 removed. Showing 6 of 7 campaigns.", "Nurses\u{2019} Day 2016"),
        ("NHS Change Day removed. Showing 5 of 7 campaigns.", "NHS Change Day"),
        ("NHS Change Day added. Showing 6 of 7 campaigns.", "NHS Change Day"),
    ] {
        tells(start, &|| {
            page.tab_to(&page.find("checkbox", name));
            page.press(&[' ']);
        });
    }
    assert!((1..12).contains(&said_otherwise), "{said_otherwise} headlines changed");
    page.open("");
    page.activate(&page.elements("return [document.querySelector('[data-do^=expand]')]", &[])[0]);
    page.until("the rows to be said", || page.text_of(said).starts_with("All rows of "));
}

/// Each choice is a step that is undone, and done again, also with the keyboard.
fn choices_are_undone_and_done_again(page: &Page) {
    page.open("");
    let possible = |name: &str| {
        page.ask_with(
            "return document.querySelector(`[data-do=${arguments[0]}]`).ariaDisabled !== 'true'",
            &[json!(name)],
        ) == json!(true)
    };
    assert!(!possible("undo") && !possible("redo"), "nothing is chosen yet");
    let [log, linear] = words().scales;
    choose(page, words().choose_scale, log, &[key::DOWN]);
    page.query_becomes("?scale=linear");
    choose(page, words().choose_sources, words().source_scopes[1], &[key::UP]);
    page.query_becomes("?sources=toolkit&scale=linear");
    page.press_button(words().undo);
    page.query_becomes("?scale=linear");
    let said = || page.text_of("return document.getElementById('announcement').textContent");
    page.until("that it is undone to be said", || said().starts_with(words().stepped[0]));
    page.press_button(words().undo);
    page.query_becomes("");
    page.until("nothing more to undo", || !possible("undo") && possible("redo"));
    page.press_button(words().undo);
    page.until("that to be said", || said() == words().no_step[0]);
    page.press_button(words().redo);
    page.query_becomes("?scale=linear");
    page.find("button", &format!("{}: {linear}", words().choose_scale));
    // Another choice takes the place of what could have been done again.
    page.press_button(words().reset);
    page.query_becomes("");
    page.until("nothing to do again", || possible("undo") && !possible("redo"));
    // Also once the page was loaded again.
    page.press_button(words().undo);
    page.query_becomes("?scale=linear");
    page.reload();
    page.is_alive();
    page.until("what can be undone", || possible("undo"));
    page.press_button(words().undo);
    page.query_becomes("");
    page.until("nothing more to undo", || !possible("undo"));
}

/// What was opened after a choice stays open when the choice is undone.
fn what_is_open_is_not_undone(page: &Page) {
    page.open("");
    let [log, _] = words().scales;
    choose(page, words().choose_scale, log, &[key::DOWN]);
    page.query_becomes("?scale=linear");
    page.ask("document.querySelector('[data-open-figure=when] > summary').click()");
    page.query_becomes("?scale=linear&open=when");
    page.press_button(words().undo);
    page.query_becomes("?open=when");
    page.press_button(words().redo);
    page.query_becomes("?scale=linear&open=when");
    // Reset closes it, and is undone as a whole.
    page.press_button(words().reset);
    page.query_becomes("");
    page.press_button(words().undo);
    page.query_becomes("?scale=linear&open=when");
}

/// Campaigns are found by what they were for, where, when, on which platform and by who
/// says so; and those that are found are chosen at once.
fn what_is_found_is_chosen(page: &Page) {
    page.open("");
    page.press_button(&format!("{}:", words().choose_campaigns));
    page.tab_to(&page.find_starting("combobox", words().search_campaigns));
    page.write("recruitment worldwide");
    page.until("one to be found", || {
        page.has("checkbox", "Missing Type 2016") && !page.has("checkbox", "NHS Choir")
    });
    page.press_button(words().choose_found);
    page.query_becomes("?campaigns=missing-type-2016");
    page.find("button", "Campaigns: 1 of 8");
}

/// Campaigns are filtered by what is recorded of them, with the keyboard alone: the figures
/// follow, filters hold together, stand in the address and are cleared at once.
fn campaigns_are_filtered(page: &Page) {
    page.open("?sources=further");
    page.press_button(&format!("{}:", words().choose_campaigns));
    let ticks = || page.ask("return document.querySelectorAll('[data-do^=campaign-]').length");
    let all = ticks();
    let named = |campaign: &str| {
        let drawn = "return [...document.querySelectorAll('#figure-reach svg [data-mark]')].some(m => m.checkVisibility() && (m.getAttribute('aria-label') ?? '').includes(arguments[0]))";
        page.ask_with(drawn, &[serde_json::json!(campaign)]) == true
    };
    page.pick("Aim", "recr", "is-recruitment");
    page.until("those for recruitment", || {
        page.has("checkbox", "Missing Type 2016") && !page.has("checkbox", "NHS Choir")
    });
    page.query_becomes("?sources=further&aim=recruitment");
    page.until("the figures to show them only", || named("Missing Type 2016") && !named("NHS Choir"));
    page.pick("Year", "2016", "is-2016");
    page.until("those of 2016", || !page.has("checkbox", "Missing Type 2015"));
    page.until("how many are found to be said", || {
        page.text_of("return document.getElementById('announcement').textContent").contains("of 54")
    });
    page.query_becomes("?sources=further&aim=recruitment&year=2016");
    assert!(button(page).ends_with("of 54 – Aim: recruitment, Year: 2016"), "{}", button(page));

    // A step back has one filter less, and the lists of the panel follow.
    page.back();
    page.query_becomes("?sources=further&aim=recruitment");
    page.until("those of other years", || page.has("checkbox", "Missing Type 2015"));
    let values = "return [...document.querySelectorAll('.facets select')].map(s => s.value).join('')";
    assert_eq!(page.text_of(values), "is-recruitment");

    page.press_button(words().no_filter);
    page.query_becomes("?sources=further");
    page.until("all to be there again", || ticks() == all);
    assert_eq!(page.text_of(values), "", "every list is at its beginning again");
    page.until("the focus to go on", || {
        page.is_focused(&page.find_starting("combobox", words().search_campaigns))
    });
}

/// What the button says that leads to choosing campaigns.
fn button(page: &Page) -> String {
    page.text_of("return document.querySelector('[data-do=panel-campaigns]').textContent")
}

/// What a filter finds can be added to what was ticked; then it has done its work.
fn what_a_filter_finds_is_added(page: &Page) {
    page.open("?sources=further&campaigns=nhs-choir&aim=recruitment&year=2016");
    page.press_button(&format!("{}:", words().choose_campaigns));
    page.until("those of 2016", || {
        page.has("checkbox", "Missing Type 2016") && !page.has("checkbox", "Missing Type 2015")
    });
    assert!(button(page).contains(": 0 of 54"), "{}", button(page));
    page.press_button(words().choose_found_too);
    page.until("both in the address", || {
        let query = page.query();
        query.contains("nhs-choir") && query.contains("missing-type-2016") && !query.contains("aim=")
    });
    page.until("the focus to go on", || {
        page.is_focused(&page.find_starting("combobox", words().search_campaigns))
    });
}

fn the_link_is_copied(page: &Page) {
    page.devtools(
        "Browser.grantPermissions",
        serde_json::json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    );
    page.open("?scale=linear");
    page.press_button(words().copy_link);
    page.find("button", words().link_copied);
    let copied = page
        .ask_later("navigator.clipboard.readText().then(arguments[0], e => arguments[0](String(e)))", &[]);
    assert_eq!(copied.as_str(), Some(&*format!("{}?scale=linear", page.site.address())));
}

/// In a frame, on a plain-http intranet or by the reader's own settings a
/// browser refuses; the address is then still there to be copied by hand.
fn a_refused_copy_is_said(page: &Page) {
    for refusing in [
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))",
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    ] {
        page.before_each_page(refusing);
        page.open("?scale=linear");
        page.press_button(words().copy_link);
        page.find("button", words().link_refused);
        assert_eq!(page.query(), "?scale=linear", "the address stays");
        page.press_button(words().reset);
        page.find("button", words().copy_link);
    }
}

stories![
    AnyEngine the_focus_stays_on_the_button_of_a_panel,
    AnyEngine the_scale_applies_to_all_figures,
    AnyEngine a_choice_ends_where_its_link_begins,
    AnyEngine the_sources_apply_to_all_figures,
    AnyEngine campaigns_are_found_ticked_and_cleared,
    AnyEngine escape_closes_what_a_control_opened,
    AnyEngine reset_goes_back_to_the_start,
    AnyEngine what_was_chosen_is_said_aloud,
    AnyEngine choices_are_undone_and_done_again,
    AnyEngine what_is_found_is_chosen,
    AnyEngine what_is_open_is_not_undone,
    AnyEngine campaigns_are_filtered,
    AnyEngine what_a_filter_finds_is_added,
    DevTools the_link_is_copied,
    DevTools a_refused_copy_is_said,
];
