//! The page that says whether a figure will show on somebody else's page. What is
//! known of each kind of page stands in it; a script asks the rest.

use super::embedding::{Address, Discovery, Embedding, HostKind, Origin, findings};
use super::head::head_html;
use super::site_address::SiteAddress;
use crate::format::{Administrator, Finding, Language, Wanted};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The page's name, in the folder of the figures.
pub const DOCTOR: &str = "will-it-show.html";

/// The page. `address` is that of the site, if it is known. `css` and `script` are put
/// into it; the marks for the policy are filled by whoever writes it.
pub fn doctor_html(language: Language, address: Option<&SiteAddress>, (css, script): (&str, &str)) -> String {
    let words = language.embedding();
    let sharing = language.sharing();
    let of_kind = |(kind, name): (&HostKind, &&str)| {
        let discovery = if address.is_some() { Discovery::Here } else { Discovery::Nothing };
        let known = Embedding { kind: *kind, page: None, site: None, discovery, sent: None, heard: None };
        html! {
            section.card id=(kind.slug()) {
                h3 { (name) }
                (way(*kind, language))
                (list(&findings(&known, words.your_server), language))
            }
        }
    };
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            (head_html(words.title, css, &html! {}, language))
            body {
                main.wrap data-copied=(sharing.copied) data-refused=(sharing.refused)
                    data-checking=(words.checking) data-failed=(words.no_check) data-no-address=(words.no_address)
                    data-published=[address.map(SiteAddress::as_str)] {
                    p { a href="index.html" { (words.back) } }
                    h1 { (words.title) }
                    p.lead { (words.lead) }
                    form.card.for-scripts novalidate hidden {
                        fieldset {
                            legend { (words.kind) }
                            @for (at, (kind, name)) in HostKind::ALL.iter().zip(&words.kinds).enumerate() {
                                label { input type="radio" name="kind" value=(kind.slug()) checked[at == 0]; " " (name) }
                            }
                        }
                        p { label for="page" { (words.address) } }
                        input id="page" type="url" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="page-hint";
                        p.note id="page-hint" { (words.address_hint) }
                        p { button.control type="submit" { (words.check) } }
                        p id="checked" role="status" {}
                    }
                    div data-place="findings" {}
                    h2 { (words.each_kind) }
                    @for kind in HostKind::ALL.iter().zip(&words.kinds) { (of_kind(kind)) }
                }
                p.unseen id="announcement" role="status" {}
                script { (PreEscaped(script)) }
            }
        }
    }
    .into_string()
}

/// What to do on a kind of page.
fn way(kind: HostKind, language: Language) -> Markup {
    let at = HostKind::ALL.iter().position(|&known| known == kind).unwrap_or_default();
    html! { p { (language.embedding().ways[at]) } }
}

fn list(findings: &[Finding], language: Language) -> Markup {
    let words = language.embedding();
    html! {
        ul { @for finding in findings {
            li { b { (words.gravities[finding.gravity() as usize]) ": " } (language.finding(finding)) }
        } }
    }
}

/// What was found of a page on which something is to be shown, with the messages that
/// follow from it.
pub fn diagnosis_html(embedding: &Embedding, shown: &Address, language: Language) -> String {
    let words = language.embedding();
    let findings = findings(embedding, words.your_server);
    let page = embedding.page.as_ref().map_or_else(String::new, Origin::to_string);
    let what = match shown {
        Address::Site(address) => Wanted { address, one_figure: false, page: &page },
        Address::Figure(address) => Wanted { address, one_figure: true, page: &page },
    };
    let message = |to: Administrator, heading: &str, id: &str| {
        let requests = findings.iter().filter_map(|finding| language.request(finding));
        let requests: Vec<String> =
            requests.filter_map(|(whose, request)| (whose == to).then_some(request)).collect();
        html! { @if !requests.is_empty() {
            h3 { label for=(id) { (heading) } }
            textarea id=(id) rows="14" spellcheck="false" { (language.message(&requests, &what)) }
            p { button.plain type="button" data-copies=(id) { (language.sharing().copy) span.unseen { ": " (heading) } } }
        } }
    };
    html! {
        section.card aria-labelledby="findings" {
            h2 id="findings" tabindex="-1" { (words.findings) }
            (way(embedding.kind, language))
            (list(&findings, language))
            (message(Administrator::Host, words.to_host, "to-host"))
            (message(Administrator::Server, words.to_server, "to-server"))
        }
    }
    .into_string()
}
