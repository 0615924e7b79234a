//! What sets campaigns beside each other: rates with what is to be minded of them, and a few
//! campaigns on every metric that they share.

use super::words;
use crate::page::{Page, key};
use crate::stories::stories;
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
    assert!(before.ends_with("but no rate of the two stands as it is"), "{before}");
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
    says(page, "attention", &before);
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

stories! {
    AnyEngine a_rate_is_told_once_what_is_to_be_minded_is,
    AnyEngine other_metrics_are_set_beside_each_other,
    AnyEngine points_are_walked_and_lead_to_their_evidence,
    AnyEngine campaigns_stand_side_by_side,
    AnyEngine what_the_comparison_says_is_a_list,
    AnyEngine what_a_link_asks_in_vain_is_named,
    AnyEngine they_are_shown_elsewhere,
}
