//! Reading a chart without seeing it and without a mouse: a tree that arrow keys walk, keys
//! that jump, as much said as the reader wants, and tones.

use super::words;
use crate::page::{Page, key};
use crate::stories::stories;
use serde_json::json;

/// What has the focus: its kind in the chart, and its name.
fn here(page: &Page) -> (String, String) {
    let kind = "const at = document.activeElement; \
                return at.dataset.stop ?? (at.matches('svg.chart') ? 'chart' : at.matches('a.row') ? 'row' : at.closest('.tip') ? 'source' : at.tagName)";
    (page.text_of(kind), page.label(&page.focused()))
}

/// From a row to the heading above and at last to the chart, and back into them; to the
/// right of a row is who says so.
fn arrow_keys_walk_a_tree(page: &Page) {
    page.open("");
    page.tab_to(&page.marks("participation")[0]);
    let row = here(page);
    assert_eq!(row.0, "row");
    page.press(&[key::LEFT]);
    let (mut kind, heading) = here(page);
    assert_eq!(kind, "name", "the first rows are of one campaign");
    assert!(heading.starts_with("NHS Change Day. ") && heading.ends_with(" rows."), "{heading}");
    while kind != "chart" {
        page.press(&[key::LEFT]);
        let (up, name) = here(page);
        assert!(!name.is_empty() && up != kind, "{up}: {name}");
        kind = up;
    }
    let chart = here(page).1;
    assert!(chart.starts_with("Participation: "), "{chart}");
    // Back down, by the first of each.
    for _ in 0..4 {
        page.press(&[key::RIGHT]);
        if here(page).0 == "row" {
            break;
        }
    }
    assert_eq!(here(page), row);
    page.press(&[key::RIGHT]);
    assert_eq!(here(page), ("source".into(), words().who_says.into()));
    page.press(&[key::LEFT]);
    assert_eq!(here(page), row);
    page.press(&[key::RIGHT, key::ESCAPE]);
    assert_eq!(here(page), row, "who leaves it is where they were");
    // The keys of the chart go on from there.
    page.press(&[key::RIGHT, key::DOWN]);
    let next = here(page);
    assert!(next.0 == "row" && next != row, "{next:?}");
    page.press(&[key::UP]);
    assert_eq!(here(page), row);
    // Headings stand beside each other.
    page.press(&[key::LEFT]);
    let first = here(page);
    page.press(&[key::DOWN]);
    let second = here(page);
    assert!(second.1 != first.1 && !["row", "chart"].contains(&&*second.0), "{first:?} {second:?}");
    page.press(&[key::UP]);
    assert_eq!(here(page), first);
    // Where an arrow leads no further, that is said; below the whole chart is what is in it.
    page.press(&[key::HOME]);
    let first = here(page);
    page.press(&[key::UP]);
    assert_eq!(here(page), first);
    let said = || page.text_of("return document.getElementById('announcement').textContent");
    page.until("the end of the way to be said", || said() == words().at_the_end);
    while here(page).0 != "chart" {
        page.press(&[key::LEFT]);
    }
    page.press(&[key::RIGHT]);
    let inside = here(page);
    page.press(&[key::LEFT, key::DOWN]);
    assert_eq!(here(page), inside);
    // Every heading is on the way from the first on.
    let last = || {
        let before = here(page);
        page.press(&[key::DOWN]);
        here(page) == before
    };
    let mut way = vec![inside.1];
    while !last() {
        way.push(here(page).1);
    }
    let headings = page.texts_of(
        "return [...document.querySelectorAll('#figure-participation svg.chart [data-stop]')].filter(stop => stop.checkVisibility()).map(stop => stop.getAttribute('aria-label') ?? '')",
    );
    assert_eq!(way, headings);
    page.press(&[key::HOME]);
    assert_eq!(here(page).1, headings[0]);
    // From the whole chart to its first and its last.
    let to_the_chart = || {
        while here(page).0 != "chart" {
            page.press(&[key::LEFT]);
        }
    };
    to_the_chart();
    page.press(&[key::HOME]);
    assert_eq!(here(page).1, headings[0]);
    to_the_chart();
    page.press(&[key::END]);
    let last = here(page);
    assert!(last.0 == "row" && last.1.contains("not reported"), "{last:?}");
    // Of what nobody reports nobody says so.
    page.press(&[key::RIGHT]);
    assert_eq!(here(page), ("source".into(), words().more_of_it.into()));
    // From a heading, too, Tab leads out of the chart, and back to there.
    page.press(&[key::LEFT, key::HOME, key::LEFT]);
    let heading = here(page);
    assert_ne!(heading.0, "row");
    page.press(&[key::TAB]);
    assert_eq!(page.ask("return !!document.activeElement.closest('svg.chart')"), json!(false));
    page.press_with(key::SHIFT, key::TAB);
    assert_eq!(here(page), heading);
}

/// Keys jump within the chart, and only there.
fn keys_jump_within_a_chart(page: &Page) {
    page.open("");
    let marks = page.marks("participation");
    let labels = page.labels("participation");
    page.tab_to(&marks[0]);
    page.press(&['l']);
    assert_eq!(here(page).0, "lane", "L: the next kind of figure");
    page.press(&[key::RIGHT, 't']);
    assert!(here(page).1.contains("arget"), "T: a row with a target: {:?}", here(page));
    page.press(&['d']);
    let doubt = here(page).1;
    assert!(doubt.contains("sources d") || doubt.contains(words().doubtful), "D: a row in doubt: {doubt}");
    let several = labels.iter().find(|label| {
        let name = label.split([',', ':']).next().unwrap_or_default();
        labels.iter().filter(|other| other.starts_with(name)).count() > 1
    });
    let several = several.expect("a campaign with several rows");
    page.ask_with(
        "arguments[0].focus()",
        &[marks[labels.iter().position(|l| l == several).unwrap()].argument()],
    );
    page.press(&['c']);
    let (other, name) = (here(page).1, several.split([',', ':']).next().unwrap_or_default());
    assert!(other.starts_with(name) && other != *several, "C: the same campaign again: {other}");
    page.press(&['?']);
    let said = || page.text_of("return document.getElementById('announcement').textContent");
    page.until("every key to be said", || said() == words().all_keys);
    let href_here = || page.text_of("return document.activeElement.getAttribute('href') ?? ''");
    let href = href_here();
    page.press(&['b']);
    page.until("the row in the table", || {
        page.ask("return !!document.activeElement.closest('table')") == json!(true) && href_here() == href
    });
    page.press(&['b']);
    page.until("the row in the chart again", || {
        page.ask("return document.activeElement.matches('a.row')") == json!(true) && href_here() == href
    });
    // Elsewhere letters are letters.
    page.press_button("Campaigns: ");
    page.tab_to(&page.find_starting("combobox", words().search_campaigns));
    page.write("tcl");
    page.until("what was typed", || page.text_of("return document.activeElement.value") == "tcl");
}

/// From a row without a figure, too, B leads to what the table says of it, and back; also where
/// the table is opened by it, and the figure drawn anew.
fn who_reports_nothing_is_found_in_the_table(page: &Page) {
    page.open("");
    // Of reach, that row says what is reported instead.
    for figure in ["reach", "participation"] {
        page.tab_to(&page.marks(figure)[0]);
        page.press(&[key::END]);
        let row = here(page).1;
        assert!(row.contains("not reported"), "{row}");
        page.press(&['b']);
        page.until("the row of the table", || {
            page.ask("return !!document.activeElement.closest('tr')?.textContent.includes('not reported')")
                == json!(true)
        });
        page.press(&['b']);
        page.until("the row of the chart", || here(page).1 == row);
    }
    // From the heading to the table as a whole, and back to the chart.
    page.press(&[key::LEFT, 'b']);
    page.until("the table", || page.ask("return document.activeElement.matches('.scroll')") == json!(true));
    page.press(&['b']);
    page.until("the chart", || page.ask("return document.activeElement.matches('svg.chart')") == json!(true));
}

/// As much is said as the reader wants; that is remembered, and no part of the link.
fn as_much_is_said_as_is_wanted(page: &Page) {
    page.open("?open=multiples");
    let first = |name: &str| page.labels(name)[0].clone();
    let (usual, usual_multiple) = (first("reach"), first("multiples"));
    let choose = |level: &str| {
        let radio = format!("return [document.querySelector('[data-do=spoken-{level}]')]");
        page.until("the choice", || !page.elements(&radio, &[]).is_empty());
        page.ask_with("arguments[0].click()", &[page.elements(&radio, &[])[0].argument()]);
    };
    page.press_button("Reading: ");
    choose("brief");
    page.until("less to be said", || first("reach").len() < usual.len());
    page.until("less to be said", || first("multiples").len() < usual_multiple.len());
    choose("full");
    page.until("who says so to be said too", || {
        first("reach").starts_with(&usual)
            && first("reach").contains(" Says ")
            && first("multiples").contains(" Says ")
    });
    page.query_becomes("?open=multiples");
    page.reload();
    page.is_alive();
    page.until("what was remembered", || first("reach").contains(" Says "));
    page.ask("localStorage.clear()");
}

/// Charts are heard once that is asked for: a tone for each mark, and what has none is said.
fn charts_are_heard_when_asked_for(page: &Page) {
    page.open("");
    let said = || page.text_of("return document.getElementById('announcement').textContent");
    page.tab_to(&page.marks("reach")[0]);
    page.press(&['p']);
    page.until("that sound is off", || said() == words().not_heard);
    assert_eq!(page.site.asked_for("figure/hear.js"), 0);
    page.press_button("Reading: ");
    let tick = "return [document.querySelector('[data-do=heard]')]";
    page.until("the choice", || !page.elements(tick, &[]).is_empty());
    page.tab_to(&page.elements(tick, &[])[0]);
    page.press(&[key::SPACE]);
    let tones = "return [...document.querySelectorAll('#figure-reach svg.chart a.row')].map(row => row.dataset.tone ?? 'none')";
    page.until("the tones", || !page.texts_of(tones).iter().any(|tone| tone == "none"));
    let tones = page.texts_of(tones);
    let hertz = |tone: &String| {
        let of = tone.trim_start_matches(['=', '>', '<', '~', '-']).split('-').next().unwrap_or_default();
        of.parse::<f64>().ok()
    };
    let heard: Vec<f64> = tones.iter().filter_map(hertz).collect();
    assert!(heard.len() > 3 && heard.iter().all(|hertz| (220.0..=1760.0).contains(hertz)), "{tones:?}");
    assert!(
        tones.iter().any(|tone| tone.starts_with('>')) && tones.iter().any(String::is_empty),
        "{tones:?}"
    );
    // What a browser is asked to play, in its turn.
    page.ask(
        "self.played = []; const start = OscillatorNode.prototype.start; \
         OscillatorNode.prototype.start = function (...at) { played.push(this.frequency.value || 1); start.apply(this, at) }",
    );
    page.tab_to(&page.marks("reach")[0]);
    page.press(&['p']);
    page.until("one tone", || page.ask("return played.length") == json!(1));
    page.press_with(key::SHIFT, 'p');
    page.until("the tones of the chart", || page.ask("return played.length").as_u64() > Some(3));
    page.press(&[key::ESCAPE]);
    let row = "return [[...document.querySelectorAll('#figure-reach svg.chart a.row[data-tone=\"\"]')].find(row => row.checkVisibility())]";
    page.ask_with("arguments[0].focus()", &[page.elements(row, &[])[0].argument()]);
    page.press(&['p']);
    page.until("silence to be said, and whose", || said().starts_with(words().silence) && said().len() > 20);
}

stories! {
    AnyEngine arrow_keys_walk_a_tree,
    AnyEngine keys_jump_within_a_chart,
    AnyEngine who_reports_nothing_is_found_in_the_table,
    AnyEngine as_much_is_said_as_is_wanted,
    DevTools charts_are_heard_when_asked_for,
}
