//! Who says so: a source as a reader can follow it.

use crate::format::Language;
use crate::model::Source;
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
