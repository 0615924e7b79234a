//! Reading a source.

use super::fault::Problem;
use super::record::Presence::{Optional, Required};
use super::record::Record;
use crate::model::Source;

/// Reads one record of `sources`.
pub(super) fn read_source(record: &mut Record<'_>) -> Option<Source> {
    let id = record.id("id", Required);
    let publisher = record.text("publisher", Optional);
    let title = record.required("title");
    let date = record.text("date", Optional);
    let url = record.tested("url", Optional, is_web_address, Problem::InvalidAddress);
    let kind = record.member("kind", Required);
    let speaker = record.text("speaker", Optional);
    record.closed()?;
    Some(Source { id: id?, publisher, title, date, url, kind: kind?, speaker })
}

/// Whether text is the address of a web page. Anything else, above all
/// `javascript:`, must never become a link.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[' || !first.is_ascii())
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}
