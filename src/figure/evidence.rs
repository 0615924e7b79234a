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

/// Who says what an observation says, in a cell of a table: it leads to the evidence, unless
/// the table stands alone in a file.
pub(super) fn who_says(dataset: &Dataset, at: usize, options: SpecOptions) -> Markup {
    let observation = &dataset.observations[at];
    let source = dataset.source(&observation.source).map_or("", Source::short_name);
    html! {
        @if options.alone { (source) } @else { a href=(evidence_link(&observation.campaign, at)) { (source) } }
    }
}
