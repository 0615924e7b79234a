//! Who says so: a source as a reader can follow it.

use crate::chart::{SpecOptions, evidence_link};
use crate::format::Language;
use crate::model::{Dataset, Source};
use maud::{Markup, html};

/// A source in full, with its address and what kind of voice it is.
pub(super) fn source_html(source: &Source, language: Language) -> Markup {
    let phrases = language.phrases();
    html! {
        @if let Some(publisher) = &source.publisher { (publisher) ", " }
        @match &source.url {
            Some(url) => { a href=(url) rel="noreferrer" { (source.title) } }
            None => { cite { (source.title) } }
        }
        @if let Some(date) = &source.date { ", " (date) }
        " (" (source.speaker.as_deref().unwrap_or(phrases.source_kind(source.kind))) ")"
    }
}

/// Who says what some observations say, each once, in a cell of a table: each leads to its
/// evidence, unless the table stands alone in a file.
pub(super) fn who_says(dataset: &Dataset, evidence: &[usize], options: SpecOptions) -> Markup {
    let mut named: Vec<(&str, usize)> = Vec::new();
    for &at in evidence {
        let name = dataset.source(&dataset.observations[at].source).map_or("", Source::short_name);
        if !named.iter().any(|(known, _)| *known == name) {
            named.push((name, at));
        }
    }
    html! {
        @for (place, (name, at)) in named.iter().enumerate() {
            @if place > 0 { "; " }
            @if options.alone { (name) } @else { a href=(evidence_link(&dataset.observations[*at].campaign, *at)) { (name) } }
        }
    }
}
