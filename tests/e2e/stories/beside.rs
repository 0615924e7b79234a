//! What sets campaigns beside each other: rates with what is to be minded of them, and a few
//! campaigns on every metric that they share.

use super::words;
use crate::page::{Page, key};
use crate::site::Answer;
use crate::stories::stories;
use groundswell::model::FigureName;
use serde_json::json;

/// The headline of a figure, once it is drawn.
fn says(page: &Page, name: &str, headline: &str) {
    page.until(headline, || page.headline(name) == headline);
}

const CLICKS: &str =
    "?sources=further&campaigns=hepatitis-a-facebook,care-in-the-sun-ni-2015&open=attention&action=response";

/// A rate that nothing is to be minded of is told at once; one that something is, only once
/// that is ticked, and then it stays with it.
fn a_rate_is_told_once_what_is_to_be_minded_is(page: &Page) {
    page.open(CLICKS);
    let told = page.headline("attention");
    assert!(told.contains("Hepatitis A, Facebook") && told.contains(" for every "), "{told}");
    page.open("?open=attention");
    let before = page.headline("attention");
    assert!(before.ends_with("but no rate holds without three caveats"), "{before}");
    let nothing = "return document.querySelector('#figure-attention').textContent.includes(' for every ')";
    assert_eq!(page.ask(nothing), json!(false), "no rate is told before");
    for caveat in ["not-within", "unstated", "other-platform"] {
        let tick = format!("return [document.querySelector('[data-do=accept-{caveat}]')]");
        page.tab_to(&page.elements(&tick, &[])[0]);
        page.press(&[key::SPACE]);
    }
    page.query_becomes("?open=attention&accept=unstated,not-within,other-platform");
    page.until("the rate", || {
        let headline = page.headline("attention");
        headline.contains("pledges for every")
            && headline.contains(", although ")
            && headline.contains("the platforms differ")
    });
    // The link carries it, and undoes it.
    let minded = page.headline("attention");
    page.open("?open=attention&accept=unstated,not-within,other-platform");
    says(page, "attention", &minded);
    let tick = "return [document.querySelector('[data-do=accept-unstated]')]";
    page.tab_to(&page.elements(tick, &[])[0]);
    page.press(&[key::SPACE]);
    // How many are left to be accepted is said, too.
    says(page, "attention", &before.replace("three caveats", "one more caveat"));
    page.back();
    says(page, "attention", &minded);
}

/// What is set beside what is chosen in the figure; other figures stay as they are.
fn other_metrics_are_set_beside_each_other(page: &Page) {
    page.open("?open=attention");
    let reach = page.headline("reach");
    page.ask("document.querySelector('[data-part=attention-terms] > summary').click()");
    let radio = "return [document.querySelector('[data-do=action-engagement]')]";
    page.tab_to(&page.elements("return [document.querySelector('[name=action]:checked')]", &[])[0]);
    assert!(!page.elements(radio, &[]).is_empty());
    page.press(&[key::UP, key::UP]);
    page.query_becomes("?open=attention&action=engagement");
    page.until("the other metric", || page.headline("attention").contains("engagement"));
    assert_eq!(page.headline("reach"), reach);
    page.press_button(words().reset);
    page.query_becomes("");
}

/// A point is walked to, says what it is, and leads to who says so.
fn points_are_walked_and_lead_to_their_evidence(page: &Page) {
    page.open("?open=attention");
    let marks = page.marks("attention");
    assert!(marks.len() > 4, "{}", marks.len());
    page.tab_to(&marks[0]);
    let label = || page.text_of("return document.activeElement.getAttribute('aria-label')");
    let first = label();
    page.press(&[key::DOWN]);
    page.until("the next point", || label() != first);
    assert!(label().contains(": "), "{}", label());
    page.press(&[key::ENTER]);
    page.until("who says so", || page.query().contains("campaign="));
}

/// Two to four campaigns stand side by side; the one beside which the others stand is chosen.
fn campaigns_stand_side_by_side(page: &Page) {
    page.open("?open=beside");
    let asks = page.headline("beside");
    assert_eq!(asks, "Tick two to four of the eight campaigns to see them side by side");
    page.open("?campaigns=missing-type,missing-type-2016&open=beside");
    let said = page.headline("beside");
    assert!(said.contains(" times that of Missing Type 2015"), "{said}");
    for words in ["Not set against each other: ", "Counted on", "Missing Type 2016"] {
        let shown = page.text_of("return document.querySelector('#figure-beside').outerHTML");
        assert!(shown.contains(words), "{words}");
    }
    page.tab_to(&page.elements("return [document.querySelector('[name=against]:checked')]", &[])[0]);
    page.press(&[key::DOWN]);
    page.query_becomes("?campaigns=missing-type,missing-type-2016&open=beside&against=missing-type-2016");
    page.until("the other yardstick", || {
        page.text_of("return document.querySelector('#figure-beside').textContent")
            .contains("Missing Type 2016 has ")
    });
}

/// What the comparison says stands in sentences, the surest first, and each leads to who
/// says so; where it says nothing, that is said.
fn what_the_comparison_says_is_a_list(page: &Page) {
    page.open("?sources=further");
    page.ask("document.querySelector('[data-part=reading-list]').open = true");
    let items = "return [...document.querySelectorAll('#reading-list li a')].map(a => a.textContent)";
    page.until("the sentences", || page.texts_of(items).len() > 10);
    let said = page.texts_of(items);
    assert!(said[0].ends_with('.') && said.iter().any(|said| said.contains("times its target")), "{said:?}");
    let headings =
        page.texts_of("return [...document.querySelectorAll('#reading-list h3')].map(h => h.textContent)");
    let expected: Vec<&str> =
        words().sureness.iter().copied().filter(|name| headings.iter().any(|h| h == name)).collect();
    assert_eq!(headings, expected, "the surest first");
    page.activate(&page.elements("return [document.querySelector('#reading-list li a')]", &[])[0]);
    page.until("who says so", || page.query().contains("campaign="));
    page.open("?campaigns=nurses-day");
    page.says(words().says_nothing);
}

/// What a link asks for and is not there is named; the rest applies.
fn what_a_link_asks_in_vain_is_named(page: &Page) {
    page.open("?open=attention&action=fame&accept=everything,doubtful&against=nobody");
    for words in ["fame", "everything", "nobody"] {
        page.says(words);
    }
    let ticked = "return document.querySelector('[data-do=accept-doubtful]')?.checked ?? null";
    page.until("the rest", || page.ask(ticked) == json!(true));
}

/// The same figures stand elsewhere, as they were chosen.
fn they_are_shown_elsewhere(page: &Page) {
    page.site.opens_to_all();
    let headline = {
        page.open(CLICKS);
        page.headline("attention")
    };
    let query = CLICKS.replace("&open=attention", "");
    page.visit(&format!("{}figure/attention.html{query}", page.site.address()));
    page.until("the choice elsewhere", || {
        page.text_of("return document.querySelector('h1').textContent") == headline
    });
    page.visit(&format!(
        "{}figure/beside.html?campaigns=missing-type,missing-type-2016",
        page.site.address()
    ));
    page.until("the choice elsewhere", || {
        page.text_of("return document.querySelector('h1').textContent")
            .contains(" times that of Missing Type 2015")
    });
}

/// Results stand as multiples of their targets, or of what another campaign reached.
fn figures_are_multiples_of_targets_or_of_a_campaign(page: &Page) {
    page.open("?open=multiples");
    let targets = page.headline("multiples");
    assert!(targets.contains("four were met"), "{targets}");
    assert!(page.labels("multiples").iter().any(|label| label.contains("1.4 times its target")));
    page.ask("document.querySelector('[data-part=multiples-terms] > summary').click()");
    page.tab_to(&page.elements("return [document.querySelector('[name=multiples-of]:checked')]", &[])[0]);
    page.press(&[key::DOWN, key::DOWN, key::DOWN, key::DOWN]);
    page.query_becomes("?open=multiples&against=missing-type");
    page.until("multiples of another campaign", || {
        page.headline("multiples").contains("counted something as Missing Type 2015 did")
    });
    let labels = page.labels("multiples");
    assert!(labels.iter().any(|label| label.contains("times that of Missing Type 2015")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("the others are multiples of this")), "{labels:?}");
}

/// Each campaign's steps stand there, gaps too, all to one scale; what is counted within the
/// step before is told as a part of it.
fn the_ladder_shows_each_step_and_each_gap(page: &Page) {
    page.open("?sources=further&campaigns=hiv-testing-week,nurses-day,nhs-choir&open=ladder");
    page.all_is_drawn();
    let said = page.headline("ladder");
    assert!(said.starts_with("HIV Testing Week: ") && said.contains(" for every "), "{said}");
    let words = page.text_of("return document.querySelector('#figure-ladder').textContent");
    for part in ["Outputs", "Outtakes", "Outcomes", "No figure was found", "Nurses’ Day 2016 has no figure"]
    {
        assert!(words.contains(part), "{part}");
    }
    let scales = page.texts_of(
        "return [...document.querySelectorAll('#figure-ladder svg.chart')].find(c => c.clientWidth)\
         .querySelectorAll('.axis').values().map(a => [...a.querySelectorAll('.tick')].map(t => t.textContent).join(' ')).toArray()",
    );
    assert!(scales.len() == 2 && scales[0] == scales[1], "{scales:?}");
}

/// The years of a campaign are joined where the same was counted, and nowhere else.
fn years_are_joined_where_the_same_was_counted(page: &Page) {
    page.open("?campaigns=nhs-change-day,missing-type,missing-type-2016&open=years");
    let said = page.headline("years");
    assert!(
        said.starts_with("Missing Type in Aug 2016: ") && said.ends_with(" times that of Jun 2015"),
        "{said}"
    );
    let joints = page.ask(
        "const chart = [...document.querySelectorAll('#figure-years svg.chart')].find(c => c.clientWidth);\
         return chart.querySelectorAll('.joint').length",
    );
    assert!(joints.as_u64().is_some_and(|joints| joints > 0), "{joints}");
    page.says("Another count than the one above: not joined to it");
}

/// Campaigns stand on a calendar as precisely as their dates are known.
fn campaigns_stand_on_a_calendar(page: &Page) {
    page.open("?open=when");
    let said = page.headline("when");
    assert!(said.starts_with("Eight campaigns ran from 2013 on"), "{said}");
    let labels = page.labels("when");
    for known in ["Known to the day.", "Known to the year.", "No end is recorded."] {
        assert!(labels.iter().any(|label| label.ends_with(known)), "{known} {labels:?}");
    }
    page.open_table("when");
    page.says("How precisely");
}

/// Where the program that draws them does not start, that is said, with a way on; and it is
/// tried again.
fn what_cannot_be_drawn_is_said_and_tried_again(page: &Page) {
    page.site.answer("figure/figures.js", Answer::Status(500));
    page.go("?open=when");
    page.is_alive();
    page.says(words().figure_failed);
    page.find("link", words().figure_alone);
    page.site.release("figure/figures.js");
    page.press_button(words().try_again);
    page.opened_is_drawn();
    assert!(page.headline("when").starts_with("Eight campaigns ran"));
}

/// The page loads nothing for figures that nobody opens.
fn nothing_is_loaded_for_what_is_closed(page: &Page) {
    page.open("");
    page.all_is_drawn();
    assert_eq!(page.site.asked_for("figure/figures.js"), 0);
    let question = page.headline("when");
    assert_eq!(question, words().question(FigureName::When));
    page.activate(&page.elements("return [document.querySelector('#figure-when summary')]", &[])[0]);
    page.query_becomes("?open=when");
    page.opened_is_drawn();
    assert!(page.site.asked_for("figure/figures.js") > 0);
    let focus = "return document.activeElement.closest('[data-open-figure]')?.dataset.openFigure ?? ''";
    assert_eq!(page.text_of(focus), "when", "who opened it is still there");
}

stories! {
    AnyEngine figures_are_multiples_of_targets_or_of_a_campaign,
    AnyEngine the_ladder_shows_each_step_and_each_gap,
    AnyEngine years_are_joined_where_the_same_was_counted,
    AnyEngine campaigns_stand_on_a_calendar,
    AnyEngine what_cannot_be_drawn_is_said_and_tried_again,
    AnyEngine nothing_is_loaded_for_what_is_closed,
    AnyEngine a_rate_is_told_once_what_is_to_be_minded_is,
    AnyEngine other_metrics_are_set_beside_each_other,
    AnyEngine points_are_walked_and_lead_to_their_evidence,
    AnyEngine campaigns_stand_side_by_side,
    AnyEngine what_the_comparison_says_is_a_list,
    AnyEngine what_a_link_asks_in_vain_is_named,
    AnyEngine they_are_shown_elsewhere,
}
