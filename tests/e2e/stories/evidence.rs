//! A reader can always ask who says so: every mark says its label and leads to
//! its evidence.

use super::METRICS;
use crate::page::{Page, key, squeezed};
use crate::stories::stories;
use serde_json::json;

/// What lies over the page where the label of a mark is shown: the element that
/// starts with the label, outside all charts.
fn tooltip(page: &Page, label: &str) -> bool {
    let script = "
        return [...document.querySelectorAll('body *')].some(e => e.checkVisibility({visibilityProperty: true})
            && !e.closest('main') && e.textContent.replace(/\\s+/g, ' ').startsWith(arguments[0]))";
    page.ask_with(script, &[json!(label)]) == json!(true)
}

fn a_mark_leads_to_its_source_in_one_step(page: &Page) {
    page.open("");
    let mark = page.marks("participation").remove(0);
    let label = page.label(&mark);
    page.activate(&mark);
    page.until("the campaign's page", || page.query().starts_with("?campaign="));
    // The focus is on the figure itself, with its amount, wording and source.
    page.until("the focus on the evidence", || {
        let focused = page.focused();
        let text = squeezed(&page.property(&focused, "innerText"));
        let amount = label.split(": ").nth(1).and_then(|said| said.split(' ').next()).unwrap_or_default();
        let amount = amount.trim_end_matches([';', '.']);
        let is_evidence = page.property(&focused, "id").starts_with('o');
        is_evidence && text.contains(amount) && !page.within(&focused, "link", "").is_empty()
    });
    let in_view = "const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight";
    page.wait_for("the evidence to be in view", in_view);
    page.back();
    page.query_becomes("");
}

/// In which place of the page the focus is.
fn place_of_focus(page: &Page) -> String {
    page.text_of("return document.activeElement.closest('[data-place]')?.dataset.place ?? ''")
}

/// From the evidence of a sentence the way leads back to that sentence, though other links lead to
/// the same.
fn a_sentence_leads_to_its_evidence_and_back(page: &Page) {
    page.open("");
    let shared = "const all = [...document.querySelectorAll('#overview a[href*=\"#o\"]')]; \
        return all.filter(link => link.closest('[data-place=reading-list]') \
            && all.some(other => other !== link && other.getAttribute('href') === link.getAttribute('href')))";
    let link = page.elements(shared, &[]).remove(0);
    let href = page.ask_with("return arguments[0].getAttribute('href')", &[link.argument()]);
    page.ask_with("arguments[0].focus()", &[link.argument()]);
    page.press(&[key::ENTER]);
    page.until("the campaign's page", || page.query().starts_with("?campaign="));
    page.back();
    page.until("the sentence again", || {
        place_of_focus(page) == "reading-list"
            && page.ask("return document.activeElement.getAttribute('href')") == href
    });
}

/// A row without a figure leads to what is reported instead, and going back to the row; that
/// is no choice, so there is nothing of it to undo.
fn a_row_without_a_figure_leads_on_and_back(page: &Page) {
    page.open("?scale=linear");
    let row = "return [document.querySelector('figure[data-figure=reach] a.row[href*=\"#figure-\"]')]";
    let row = page.elements(row, &[]).remove(0);
    let label = page.label(&row);
    let href = page.ask_with("return arguments[0].getAttribute('href')", &[row.argument()]);
    page.ask_with("arguments[0].focus()", &[row.argument()]);
    page.press(&[key::ENTER]);
    let figure =
        href.as_str().and_then(|href| href.split("#figure-").nth(1)).expect("where it leads").to_owned();
    let campaign = page.ask_with("return arguments[0].dataset.campaign", &[row.argument()]);
    page.until("the focus on its row in the figure that it leads to", || {
        page.ask_with(
            "const row = document.activeElement, box = row.querySelector('.hit')?.getBoundingClientRect();
            return row.closest(`[data-figure=${arguments[0]}] a.row`) === row
                && row.dataset.campaign === arguments[1] && box && box.top >= 0 && box.bottom <= innerHeight",
            &[json!(figure), campaign.clone()],
        ) == json!(true)
    });
    page.back();
    page.until("the focus on the row again", || page.label(&page.focused()) == label);
    assert_eq!(place_of_focus(page), "reach");
    let undone = "return document.querySelector('[data-do=undo]').ariaDisabled";
    assert_eq!(page.text_of(undone), "true", "nothing was chosen");
}

/// Escape takes away what is shown beside a row, and leaves an open panel as it is.
fn escape_in_a_chart_closes_no_panel(page: &Page) {
    page.open("");
    page.press_button(&format!("{}:", super::words().choose_scale));
    let mark = page.marks("reach").remove(0);
    let label = page.label(&mark);
    page.tab_to(&mark);
    page.until("the label", || tooltip(page, &label));
    page.press(&[key::ESCAPE]);
    page.until("the label to be gone", || !tooltip(page, &label));
    assert!(page.is_focused(&mark));
    page.find("radio", super::words().scales[0]);
    // All keys are read beside the row, too.
    page.press(&['?']);
    page.press(&[key::DOWN, key::UP, '?']);
    page.until("the keys", || tooltip(page, super::words().all_keys));
}

/// The link to who says so stands at the page's end, and is walked as if it stood at its row:
/// also after the label was dismissed.
fn who_says_so_is_walked_as_part_of_its_row(page: &Page) {
    page.open("");
    let mark = page.marks("reach").remove(0);
    page.tab_to(&mark);
    let on_link = || page.text_of("return document.activeElement.textContent") == super::words().who_says;
    let says_so = || page.until("who says so", on_link);
    page.press(&[key::RIGHT]);
    says_so();
    page.press_with(key::SHIFT, key::TAB);
    page.until("the row again", || page.is_focused(&mark));
    page.press(&[key::RIGHT]);
    says_so();
    page.press(&[key::ESCAPE]);
    page.until("the row again", || page.is_focused(&mark));
    page.press(&[key::RIGHT]);
    says_so();
    page.press(&[key::TAB]);
    page.until("what follows the chart", || {
        page.ask("const figure = document.activeElement.closest('[data-figure=reach]'); return !!figure && !document.activeElement.closest('svg')")
            == json!(true)
    });
}

/// Each mark of a figure, one after the other.
fn every_mark_leads_to_the_amount_it_shows(page: &Page) {
    page.open("?all=participation");
    let links = "return [...document.querySelectorAll('figure[data-figure=participation] svg a[data-mark^=o]')].filter(a => a.checkVisibility()).map(a => a.getAttribute('href') + ' ' + a.getAttribute('aria-label'))";
    let links = page.texts_of(links);
    assert!(links.len() > 5, "{links:?}");
    for (at, link) in links.iter().enumerate() {
        let mark = page.marks("participation").remove(at);
        page.ask_with("arguments[0].focus()", &[mark.argument()]);
        page.press(&[key::ENTER]);
        let (_, id) = link.split(' ').next().and_then(|href| href.split_once('#')).expect("a place");
        page.until(&format!("the focus on {link}"), || page.property(&page.focused(), "id") == id);
        page.back();
        page.query_becomes("?all=participation");
        page.until("the marks as they were", || page.marks("participation").len() >= links.len());
    }
}

/// Whoever comes to a chart by the keyboard is told once which keys lead on: on the
/// screen, and by what a screen reader reads after the label.
fn a_chart_says_which_keys_walk_it(page: &Page) {
    page.open("");
    let marks = page.marks("reach");
    let keys = super::words().walking_keys;
    let shown = || {
        // Some engines compute the content as the name of the attribute that it is.
        let said = "const tip = document.getElementById('tip'); \
                    return getComputedStyle(tip, '::after').content === 'none' ? '' : tip.dataset.keys ?? ''";
        page.text_of(said) == keys
    };
    let read = |at: usize| page.property(&marks[at], "aria-description") == keys;
    page.hover(&marks[2]);
    page.until("the label under the pointer", || tooltip(page, &page.label(&marks[2])));
    assert!(!shown() && !read(2), "the pointer needs no keys");
    page.tab_to(&marks[0]);
    page.until("the keys to be said", || shown() && read(0));
    page.press(&[key::DOWN]);
    page.until("the next label", || tooltip(page, &page.label(&marks[1])));
    assert!(!shown() && !read(0) && !read(1), "who walks knows them");
    page.press(&[key::TAB]);
    page.press_with(key::SHIFT, key::TAB);
    page.until("the keys to be said to who comes back", || shown() && read(1));
}

fn arrow_keys_walk_the_marks(page: &Page) {
    page.open("?open=views,engagement");
    for name in METRICS {
        let marks = page.marks(name);
        let labels: Vec<String> = marks.iter().map(|mark| page.label(mark)).collect();
        assert!(labels.iter().all(|label| label.contains(": ")), "each says campaign and figure: {labels:?}");
        page.tab_to(&marks[0]);
        for mark in &marks[1..] {
            page.press(&[key::DOWN]);
            assert!(
                page.is_focused(mark),
                "{name}: the arrow leads to {:?}, not {:?}",
                page.label(mark),
                page.label(&page.focused())
            );
        }
        page.press(&[key::DOWN]);
        assert!(page.is_focused(&marks[marks.len() - 1]), "the last is the end");
        page.press(&[key::UP]);
        assert!(page.is_focused(&marks[marks.len() - 2]));
        page.press(&[key::HOME]);
        assert!(page.is_focused(&marks[0]));
        page.press(&[key::END]);
        assert!(page.is_focused(&marks[marks.len() - 1]));
        assert!(tooltip(page, &labels[labels.len() - 1]), "{name}: the focused mark says its label");
    }
}

/// A chart is one stop of the tab key: whoever does not walk it passes it.
fn a_chart_is_one_stop_of_the_tab_key(page: &Page) {
    page.open("");
    let marks = page.marks("reach");
    page.tab_to(&marks[0]);
    page.press(&[key::TAB]);
    assert!(!marks.iter().any(|mark| page.is_focused(mark)));
}

fn a_label_is_shown_on_focus_and_escape_dismisses_it(page: &Page) {
    page.open("");
    let mark = page.marks("reach").remove(0);
    let label = page.label(&mark);
    assert!(!tooltip(page, &label), "nothing is shown before");
    page.tab_to(&mark);
    page.until("the label to be shown", || tooltip(page, &label));
    page.press(&[key::ESCAPE]);
    page.until("the label to be gone", || !tooltip(page, &label));
    assert!(page.is_focused(&mark), "the focus stays");
    page.press(&[key::TAB]);
    page.press_with(key::SHIFT, key::TAB);
    page.until("the label to be shown again", || tooltip(page, &label));
    page.press(&[key::TAB]);
    page.until("the label to go with the focus", || !tooltip(page, &label));
}

fn a_label_is_shown_under_the_pointer(page: &Page) {
    page.open("");
    let marks = page.marks("reach");
    let labels: Vec<String> = marks.iter().map(|mark| page.label(mark)).collect();
    page.hover(&marks[1]);
    page.until("the label to be shown", || tooltip(page, &labels[1]));
    page.hover(&marks[2]);
    page.until("the next label to be shown", || tooltip(page, &labels[2]) && !tooltip(page, &labels[1]));
    page.press(&[key::ESCAPE]);
    page.until("the label to be gone", || !tooltip(page, &labels[2]));
    page.hover(&marks[1]);
    page.until("the label to be shown again", || tooltip(page, &labels[1]));
    page.hover(&page.find("heading", "How health campaigns on social media compare"));
    page.until("the label to go with the pointer", || !tooltip(page, &labels[1]));
}

/// A finger cannot hover: a tap shows the label, and a link in it leads on.
fn a_tap_shows_the_label_and_how_to_go_on(page: &Page) {
    page.open("");
    let mark = page.marks("reach").remove(1);
    let label = page.label(&mark);
    page.tap(&mark);
    page.until("the label to be shown", || tooltip(page, &label));
    page.query_becomes("");
    let link = page.find("link", super::words().who_says);
    page.tap(&link);
    page.until("the campaign's page", || page.query().starts_with("?campaign="));
}

stories![
    AnyEngine a_mark_leads_to_its_source_in_one_step,
    AnyEngine every_mark_leads_to_the_amount_it_shows,
    AnyEngine a_sentence_leads_to_its_evidence_and_back,
    AnyEngine a_row_without_a_figure_leads_on_and_back,
    AnyEngine escape_in_a_chart_closes_no_panel,
    AnyEngine who_says_so_is_walked_as_part_of_its_row,
    AnyEngine arrow_keys_walk_the_marks,
    AnyEngine a_chart_says_which_keys_walk_it,
    AnyEngine a_chart_is_one_stop_of_the_tab_key,
    AnyEngine a_label_is_shown_on_focus_and_escape_dismisses_it,
    AnyEngine a_label_is_shown_under_the_pointer,
    DevTools a_tap_shows_the_label_and_how_to_go_on,
];
