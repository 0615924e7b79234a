//! Whether a figure will show on somebody else's page: what is asked, and what is
//! made of the answers.

use super::sharing;
use crate::page::{Page, key, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use groundswell::figure::{Discovery, Embedding, HostKind, Origin, Sent, findings};
use groundswell::format::{EmbeddingPhrases, Language};
use serde_json::json;

fn embedding() -> &'static EmbeddingPhrases {
    Language::English.embedding()
}

fn doctor(page: &Page) {
    page.visit(&format!("{}figure/will-it-show.html", page.site.address()));
    page.wait_for(
        "the page",
        "return document.readyState === 'complete' && !document.querySelector('form').hidden",
    );
}

/// Asks for a kind of page at an address, with the keyboard only.
fn check(page: &Page, kind: HostKind, address: &str) {
    let chosen = page.elements("return [document.querySelector('[name=kind]:checked')]", &[]).remove(0);
    page.tab_to(&chosen);
    let at = |kind: &str| HostKind::ALL.iter().position(|known| known.slug() == kind).unwrap();
    let before = at(&page.text_of("return document.querySelector('[name=kind]:checked').value"));
    // Not every browser goes from the last to the first.
    let (way, steps) = match at(kind.slug()) {
        after if after >= before => (key::DOWN, after - before),
        after => (key::UP, before - after),
    };
    for _ in 0..steps {
        page.press(&[way]);
    }
    let field = page.elements("return [document.getElementById('page')]", &[]).remove(0);
    page.tab_to(&field);
    page.ask("document.getElementById('page').select()");
    page.press(&[key::BACKSPACE]);
    page.write(address);
    page.press(&[key::ENTER]);
}

/// What was found, as it is read.
fn found(page: &Page) -> Vec<String> {
    page.until("what was found", || {
        page.text_of("return document.activeElement.id") == "findings"
            && page.text_of("return document.getElementById('checked').textContent").is_empty()
    });
    let items = page.texts_of(
        "return [...document.querySelectorAll('[data-place=findings] li')].map(li => li.textContent)",
    );
    items.iter().map(|item| squeezed(item)).collect()
}

/// What is to be found, of what this server sends.
fn expected(page: &Page, kind: HostKind, of_page: Option<&str>, sent: Sent) -> Vec<String> {
    let origin = |scheme: &str, host: &str, port: Option<u16>| Origin {
        scheme: scheme.to_owned(),
        host: host.to_owned(),
        port,
    };
    let embedding_ = Embedding {
        kind,
        page: of_page.map(|host| origin("https", host, None)),
        site: Some(origin("http", "127.0.0.1", Some(page.site.port()))),
        discovery: Discovery::Nothing,
        sent: Some(sent),
        heard: Some(true),
    };
    let words = embedding();
    let said = findings(&embedding_, words.your_server).into_iter().map(|finding| {
        let gravity = words.gravities[finding.gravity() as usize];
        squeezed(&format!("{gravity}: {}", Language::English.finding(&finding)))
    });
    said.collect()
}

fn open_server() -> Sent {
    Sent { allow_origin: "*".to_owned(), program_type: "application/wasm".to_owned(), ..Sent::default() }
}

/// What is said of a kind is what the library finds of what this server really
/// sends, and the figure in a sandboxed frame was really heard of.
fn what_is_found_is_said_of_each_kind(page: &Page) {
    page.site.opens_to_all();
    doctor(page);
    assert_eq!(page.site.asked_for("figure/sharing/sharing_bg.wasm"), 0, "nobody has asked yet");
    for &kind in HostKind::ALL {
        check(page, kind, "intranet.example/campaigns");
        let expected = expected(page, kind, Some("intranet.example"), open_server());
        page.until("the findings of that kind", || found(page) == expected);
    }
    check(page, HostKind::SharePoint, "");
    let request = "- Please add 127.0.0.1 to the domains";
    page.until("the message", || {
        page.ask_with(
            "return document.getElementById('to-host')?.value.includes(arguments[0])",
            &[json!(request)],
        ) == json!(true)
    });
    let message = page.text_of("return document.getElementById('to-host').value");
    assert!(message.contains("on our pages") && !message.contains("intranet.example"), "{message}");
    assert_eq!(page.ask("return document.getElementById('to-server')"), json!(null));
}

/// A server that lets only its own pages show its figures, and nobody read its data.
fn a_server_that_is_closed_is_told_and_opened_by_a_message(page: &Page) {
    page.site.expects_reports();
    page.site.sends("Content-Security-Policy: frame-ancestors 'self'");
    doctor(page);
    check(page, HostKind::Html, "https://intranet.example/");
    let found = found(page);
    let forbidden = "Stops it: This server forbids other pages to show its figures. It sends Content-Security-Policy: frame-ancestors *, frame-ancestors 'self'.";
    assert!(found.iter().any(|said| said.starts_with(forbidden)), "{found:?}");
    assert!(found.iter().any(|said| said.contains("does not let it read the data")), "{found:?}");
    let message = page.text_of("return document.getElementById('to-server').value");
    for part in ["on https://intranet.example.", "frame-ancestors 'self'", "Access-Control-Allow-Origin: *"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    let copy = page.elements("return [document.querySelector('[data-copies=to-server]')]", &[]).remove(0);
    page.tab_to(&copy);
    page.press(&[key::ENTER]);
    page.until("an answer", || {
        let said = page.text_of("return document.getElementById('announcement').textContent");
        [sharing().copied, sharing().refused].contains(&&*said)
    });
}

/// What was typed stays, the field is named, and nothing is made of it.
fn an_address_that_is_none_is_told(page: &Page) {
    page.site.opens_to_all();
    doctor(page);
    for address in
        ["javascript:alert(1)", "nonsense x", "\"><img src=x>", "ftp://intranet.example/", "https://"]
    {
        check(page, HostKind::Html, address);
        page.says(embedding().no_address);
        assert_eq!(page.text_of("return document.activeElement.id"), "page", "{address}");
        assert_eq!(page.text_of("return document.activeElement.value"), address);
        assert_eq!(page.text_of("return document.activeElement.getAttribute('aria-invalid')"), "true");
        assert_eq!(
            page.ask("return document.querySelector('[data-place=findings]').childElementCount"),
            json!(0)
        );
    }
    check(page, HostKind::Html, "https://xn--mnchen-3ya.example:8443/a?b#c");
    assert!(found(page).len() > 3);
    assert_eq!(page.ask("return document.querySelector('[aria-invalid]')"), json!(null));
}

/// Without the program, what is known of each kind still stands there.
fn a_check_that_cannot_start_is_told(page: &Page) {
    page.site.answer("figure/sharing/sharing.js", Answer::Status(404));
    doctor(page);
    check(page, HostKind::SharePoint, "");
    page.says(embedding().no_check);
    for name in embedding().kinds {
        page.says(name);
    }
    page.site.release("figure/sharing/sharing.js");
    check(page, HostKind::SharePoint, "");
    assert!(found(page).len() > 3, "a second try");
}

fn a_server_that_does_not_answer_is_told(page: &Page) {
    page.site.opens_to_all();
    doctor(page);
    page.site.answer("figure/reach.html", Answer::HungUp);
    check(page, HostKind::Html, "");
    let found = found(page);
    for part in ["What this server sends could not be asked.", "nothing was heard of a figure"] {
        assert!(found.iter().any(|said| said.contains(part)), "{part}: {found:?}");
    }
}

/// Who comes from a figure asks for that figure, as it was chosen, and goes back to it.
fn a_figure_is_asked_for_as_it_was_chosen(page: &Page) {
    page.site.opens_to_all();
    let query = "campaigns=nhs-choir";
    page.visit(&format!("{}figure/index.html?{query}#impressions", page.site.address()));
    page.wait_for("the choice", "return document.documentElement.dataset.choices === undefined");
    page.activate(&page.elements("return [document.querySelector('#impressions a[href^=will]')]", &[])[0]);
    page.wait_for("the form", "return document.querySelector('form')?.hidden === false");
    check(page, HostKind::SharePoint, "https://intranet.example/");
    found(page);
    let message = page.text_of("return document.getElementById('to-host').value");
    let figure = format!("{}figure/impressions.html?{query}", page.site.address());
    assert!(message.contains(&figure), "{message}");
    let back = page.text_of("return document.querySelector('main a').href");
    assert_eq!(back, format!("{}figure/index.html?{query}#impressions", page.site.address()));
}

stories! {
    AnyEngine a_figure_is_asked_for_as_it_was_chosen,
    AnyEngine what_is_found_is_said_of_each_kind,
    AnyEngine a_server_that_is_closed_is_told_and_opened_by_a_message,
    AnyEngine an_address_that_is_none_is_told,
    AnyEngine a_check_that_cannot_start_is_told,
    AnyEngine a_server_that_does_not_answer_is_told,
}
