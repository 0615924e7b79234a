//! Texts are text, whoever wrote them, and the policy holds.

use super::words;
use crate::page::Page;
use crate::site::{Answer, Site};
use crate::stories::stories;
use serde_json::{Value, json};

/// A text that becomes an element, and then a program, where it is not kept as text.
const HOSTILE: &str = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

#[track_caller]
fn nothing_came_alive(page: &Page, shown: bool) {
    // The site's own script stands beside the figures, never in one.
    let made = "return document.querySelectorAll('img, main script:not(#overview > script), header script, iframe, object, embed, [onerror], [onclick], a[href^=\"javascript:\" i]').length";
    assert_eq!(page.ask(made), json!(0), "text became an element at {}", page.query());
    assert_ne!(page.text_of("return document.title"), "owned");
    let text = page.text_of("return document.body.textContent");
    assert!(!shown || text.contains("<img src=x onerror="), "it is shown as it is at {}", page.query());
}

/// Puts the hostile text into every text of a value, except where only certain
/// words may stand.
fn poison(value: &mut Value) {
    const TEXTS: [&str; 12] = [
        "title", "label", "counts", "name", "edition", "story", "who", "place", "aim", "wording", "note",
        "locator",
    ];
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if value.is_string() && TEXTS.contains(&name.as_str()) {
                    *value = json!(format!("{}{HOSTILE}", value.as_str().unwrap_or_default()));
                } else {
                    poison(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(poison),
        _ => {}
    }
}

fn hostile_texts_in_the_data_stay_text(page: &Page) {
    for name in ["toolkit.json", "published.json", "further.json", "index.json"] {
        let mut data: Value = serde_json::from_str(&page.site.file(&format!("data/{name}"))).expect("JSON");
        poison(&mut data);
        page.site.answer(&format!("data/{name}"), Answer::Text(data.to_string()));
    }
    for query in [
        "",
        "?sources=further&open=views,engagement",
        "?campaign=nhs-choir",
        "?view=campaigns",
        "?view=about",
    ] {
        page.open(query);
        nothing_came_alive(page, query != "?view=about");
    }
    // A label that is shown on its own, too.
    page.open("");
    let mark = page.marks("participation").remove(0);
    page.tab_to(&mark);
    nothing_came_alive(page, true);
}

fn an_address_that_is_a_program_is_a_fault(page: &Page) {
    for url in [
        "javascript:document.title='owned'",
        "JavaScript:alert(1)",
        "data:text/html,<script>1</script>",
        "//elsewhere.example/",
    ] {
        let mut data: Value = serde_json::from_str(&page.site.file("data/toolkit.json")).expect("JSON");
        data["sources"][0]["url"] = json!(url);
        page.site.answer("data/toolkit.json", Answer::Text(data.to_string()));
        page.open("");
        page.says(words().faults_title);
        for query in ["", "?campaign=nhs-change-day"] {
            page.open(query);
            nothing_came_alive(page, false);
            let links = page.texts_of("return [...document.querySelectorAll('a')].map(a => new URL(a.getAttribute('href') ?? '', location).protocol)");
            assert!(
                links.iter().all(|protocol| ["http:", "https:"].contains(&protocol.as_str())),
                "{url}: {links:?}"
            );
        }
    }
}

fn hostile_texts_in_the_address_stay_text(page: &Page) {
    let hostile = "%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'owned'%22%3E";
    let queries = ["view", "campaign", "sources", "scale", "campaigns", "open", "all"]
        .map(|name| format!("?{name}={hostile}"));
    for query in queries.into_iter().chain([
        format!("?{hostile}=1"),
        format!("?campaigns=nhs-choir,{hostile}"),
        "?campaign=javascript:alert(1)".to_owned(),
    ]) {
        page.open(&query);
        page.until("a notice", || page.has("button", words().dismiss));
        nothing_came_alive(page, false);
        assert!(
            page.visible_text().contains("<img") || query.contains("javascript"),
            "{query} is named as it is"
        );
    }
}

/// What the page never does, a script in it could not do either.
fn the_policy_forbids_what_the_page_does_not_need(page: &Page) {
    let elsewhere = Site::serve(&page.site.served()).expect("another server");
    page.site.expects_reports();
    page.open("");
    let script = "
        const [elsewhere, done] = arguments;
        document.body.insertAdjacentHTML('beforeend', '<img src=\"' + elsewhere + 'picture\"><b onclick=\"document.title=1\" style=\"color: red\">b</b><iframe src=\"' + elsewhere + '\"></iframe>');
        const own = document.createElement('script');
        own.textContent = 'document.title = \"owned\"';
        document.body.append(own);
        const foreign = document.createElement('script');
        foreign.src = elsewhere + 'script.js';
        document.body.append(foreign);
        document.querySelector('b').click();
        fetch(elsewhere + 'data').then(() => 'fetched', () => 'refused').then(fetched =>
            done([fetched, document.title, getComputedStyle(document.querySelector('b')).color === 'rgb(255, 0, 0)'].join(' ')))";
    let outcome = page.ask_later(script, &[json!(elsewhere.address())]);
    let outcome = outcome.as_str().unwrap_or_default();
    assert!(outcome.starts_with("refused ") && outcome.ends_with(" – Groundswell false"), "{outcome}");
    page.until("the reports of what was forbidden", || page.site.reports().len() >= 5);
    assert_eq!(elsewhere.requests(), [""; 0], "nothing left the page");
}

/// What stands in the page needs no exception for styles, and no address elsewhere.
fn the_page_as_it_is_built_is_strict(page: &Page) {
    let built = page.site.file("index.html");
    let (policy, rest) = built
        .split_once("Content-Security-Policy\" content=\"")
        .and_then(|(_, p)| p.split_once('"'))
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for loose in [
        "'unsafe-inline'",
        "'unsafe-eval'",
        "'unsafe-hashes'",
        "http:",
        "https:",
        "*",
        "'strict-dynamic'",
        "blob:",
    ] {
        assert!(!policy.split([' ', ';']).any(|word| word == loose), "{loose} in {policy}");
    }
    for forbidden in [" style=\"", " onclick=", " onload=", " onerror=", "javascript:", "<base"] {
        assert!(!rest.contains(forbidden), "{forbidden} in the page");
    }
    for loads in [
        " src=\"http",
        " src=\"//",
        "url(http",
        "@import",
        "<link rel=\"stylesheet\" href=\"http",
        "<iframe",
        "<object",
    ] {
        assert!(!rest.contains(loads), "{loads} in the page");
    }
    page.open("");
}

stories![
    AnyEngine hostile_texts_in_the_data_stay_text,
    AnyEngine an_address_that_is_a_program_is_a_fault,
    AnyEngine hostile_texts_in_the_address_stay_text,
    AnyEngine the_policy_forbids_what_the_page_does_not_need,
    AnyEngine the_page_as_it_is_built_is_strict,
];
