//! What every file has around its records: JSON, one object, format, version.

use super::fault::found;
use super::json::{Fields, Json};
use super::unreadable::{Unreadable, UnreadableCause};

/// The version of both formats that this program reads.
const VERSION: u64 = 1;

/// Opens a file of the given format and hands out its fields.
///
/// # Errors
/// When nothing of the file can be kept.
pub(super) fn opened(file: &str, text: &str, format: &'static str) -> Result<Fields, Unreadable> {
    parsed(text, format).map_err(|cause| Unreadable { file: file.to_owned(), cause })
}

fn parsed(text: &str, format: &'static str) -> Result<Fields, UnreadableCause> {
    // Editors on Windows put a byte order mark at the start.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(UnreadableCause::Empty);
    }
    let value: Json = serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            UnreadableCause::EndsEarly { line: error.line() }
        } else {
            UnreadableCause::NotJson { line: error.line(), column: error.column() }
        }
    })?;
    let Json::Object(fields) = value else {
        return Err(UnreadableCause::NotAnObject { found: found(Some(&value)) });
    };
    opened_fields(fields, format)
}

/// The same of an object that stands in another file.
pub(super) fn opened_fields(fields: Fields, format: &'static str) -> Result<Fields, UnreadableCause> {
    if fields.get("format").and_then(Json::as_text) != Some(format) {
        let says = found(fields.get("format"));
        return Err(UnreadableCause::WrongFormat { expected: format, found: says });
    }
    if fields.get("version") != Some(&Json::Number(VERSION as f64)) {
        let says = found(fields.get("version"));
        return Err(UnreadableCause::UnknownVersion { expected: VERSION, found: says });
    }
    Ok(fields)
}
