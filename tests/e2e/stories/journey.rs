//! A whole job from beginning to end, without a pointer.

use super::words;
use crate::page::{Page, key, squeezed};
use crate::stories::stories;
use serde_json::Value;

/// What has the focus can be seen: it is on the screen, and has a size.
#[track_caller]
fn the_focus_is_on_the_screen(page: &Page) {
    page.wait_for(
        "the focus to be on the screen",
        "const r = document.activeElement.getBoundingClientRect();
        return document.activeElement !== document.body && r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth",
    );
}

/// Ticks a campaign that is found by a part of its name.
fn tick(page: &Page, sought: &str, name: &str) {
    page.tab_to(&page.find_starting("combobox", words().search_campaigns));
    page.press_with('\u{e009}', 'a');
    page.write(sought);
    page.until("the campaign to be found", || page.has("checkbox", name));
    let tick = page.find("checkbox", name);
    page.tab_to(&tick);
    the_focus_is_on_the_screen(page);
    page.press(&[key::SPACE]);
    page.until("the tick", || page.property(&page.find("checkbox", name), "checked") == "true");
}

/// Two campaigns are compared, a mark is followed to who says so, and the
/// reader comes back to where they were.
fn two_campaigns_are_compared_by_keyboard(page: &Page) {
    page.open("");
    page.press(&[key::TAB, key::ENTER]);
    page.until("the content", || page.role(&page.focused()) == "main");

    page.press_button(&format!("{}:", words().choose_campaigns));
    page.press_button(words().choose_none);
    page.find("button", "Campaigns: 0 of 8");
    tick(page, "change", "NHS Change Day");
    tick(page, "type 2015", "Missing Type 2015");
    page.press(&[key::ESCAPE]);
    page.find("button", "Campaigns: 2 of 8");
    the_focus_is_on_the_screen(page);

    page.press_button(&format!("{}:", words().choose_scale));
    page.tab_to(&page.find("radio", words().scales[0]));
    page.press(&[key::DOWN]);
    page.press(&[key::ESCAPE]);
    page.find("button", &format!("{}: {}", words().choose_scale, words().scales[1]));
    let chosen = page.query();
    assert!(chosen.contains("scale=linear") && chosen.contains("campaigns="), "{chosen}");

    let marks = page.marks("participation");
    page.tab_to(&marks[0]);
    page.press(&[key::DOWN]);
    the_focus_is_on_the_screen(page);
    let mark = page.focused();
    let (name, label) = (page.property(&mark, "data-mark"), page.label(&mark));
    let amount = label
        .split([' ', ';'])
        .find(|word| word.contains(',') && word.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or_else(|| panic!("{label} has an amount"))
        .to_owned();
    let at = "return Math.round(document.activeElement.getBoundingClientRect().top)";
    let place = rests(page, at);

    page.press(&[key::ENTER]);
    page.until("the evidence", || page.property(&page.focused(), "id") == name);
    the_focus_is_on_the_screen(page);
    let evidence = squeezed(&page.property(&page.focused(), "innerText"));
    assert!(evidence.contains(&amount) && evidence.contains('“'), "{label} in {evidence}");
    assert!(!page.within(&page.focused(), "link", "").is_empty(), "{evidence} leads to its source");

    // A browser that still scrolls does not come back to where the page was.
    rests(page, "return scrollY");
    page.back();
    page.query_becomes(&chosen);
    page.find("button", "Campaigns: 2 of 8");
    page.until("the focus on the mark again", || page.property(&page.focused(), "data-mark") == name);
    page.until("the place where the reader was", || page.ask(at) == place);
    // The next step goes on from there.
    page.press(&[key::TAB]);
    the_focus_is_on_the_screen(page);
}

/// Waits until a place does not change any more. (By frames, not by the clock: a
/// browser that is busy begins to scroll late.)
fn rests(page: &Page, place: &str) -> Value {
    let mut now = page.ask(place);
    page.until("the page to have come to rest", || {
        page.all_is_drawn();
        let before = std::mem::replace(&mut now, page.ask(place));
        before == now
    });
    now
}

stories![DevTools two_campaigns_are_compared_by_keyboard];
