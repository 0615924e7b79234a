//! What went wrong, in British English: what was found, then what is expected
//! or what happens instead.

use super::english::capital;
use super::trouble::{Found, Shape, Trouble, quoted};
use super::{Excerpt, FilePath, Numeral};
use crate::model::{InvalidQuantity, RecordKind};

fn kind_words(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Campaign => "campaign",
        RecordKind::Definition => "definition",
        RecordKind::Source => "source",
    }
}

fn shape_words(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::Number => "a number",
        Shape::List => "a list",
        Shape::Object => "an object",
    }
}

fn found_words(found: &Found) -> String {
    match found {
        Found::Nothing => "nothing".to_owned(),
        Found::Null => "null".to_owned(),
        Found::Bool(found) => if *found { "true" } else { "false" }.to_owned(),
        Found::Number(found) => format!("the number {}", Numeral(*found)),
        Found::Text(found) => format!("the text {}", Excerpt(found)),
        Found::List => shape_words(Shape::List).to_owned(),
        Found::Object => shape_words(Shape::Object).to_owned(),
    }
}

fn quantity_trouble(invalid: &InvalidQuantity) -> String {
    match *invalid {
        InvalidQuantity::NotFinite => "the number is not finite".to_owned(),
        InvalidQuantity::StatedToNotPositive(found) => {
            format!("stated_to must be above zero, found {}", Numeral(found))
        }
        InvalidQuantity::UpperMissing => "a range needs value_upper, its second number".to_owned(),
        InvalidQuantity::UpperNotExpected => "value_upper is only for a range".to_owned(),
        InvalidQuantity::EmptyRange { lower, upper } => format!(
            "the range from {} to {} contains no number; the lower number comes first",
            Numeral(lower),
            Numeral(upper)
        ),
    }
}

/// What is found is not what is expected.
fn is_no(found: &str, what: &str, expected: &str) -> String {
    format!("{} is no {what}; expected {expected}", Excerpt(found))
}

fn one_of(expected: &[&'static str]) -> String {
    format!("one of: {}", expected.join(", "))
}

/// The text of a trouble.
pub(super) fn tell(trouble: Trouble<'_>) -> String {
    const EMPTY: &str = "is empty; what is not known is left out together with its field";
    const DATE: &str = "such as 2014, 2014-03 or 2014-03-13";
    match trouble {
        Trouble::Fault { file, record, field, problem } => {
            let mut place = file.to_owned();
            for part in [record, field] {
                if !part.is_empty() {
                    place.push_str(", ");
                    place.push_str(part);
                }
            }
            format!("{place}: {}.", tell(*problem))
        }
        Trouble::Here(problem) => format!("{}.", capital(tell(*problem))),
        Trouble::Missing => "this field is missing".to_owned(),
        Trouble::WrongType { expected, found } => {
            format!("expected {}, found {}", shape_words(expected), found_words(found))
        }
        Trouble::UnknownField { expected } => {
            format!("there is no such field; expected {}", one_of(expected))
        }
        Trouble::EmptyText => format!("the text {EMPTY}"),
        Trouble::Unprintable(found) => {
            format!("the text holds the character U+{:04X}, which cannot be shown", u32::from(found))
        }
        Trouble::EmptyList => format!("the list {EMPTY}"),
        Trouble::RepeatedText(found) => format!("{} is in the list twice", Excerpt(found)),
        Trouble::InvalidId(found) => is_no(found, "id", "lower case letters and digits, joined by hyphens"),
        Trouble::InvalidDefinitionId(found) => {
            is_no(found, "id of a definition", "a metric, a dot and a name, such as reach.accounts")
        }
        // The sets are named in English.
        Trouble::UnknownSlug(unknown) => is_no(&unknown.found, unknown.set, &one_of(&unknown.expected)),
        Trouble::InvalidDate(found) => is_no(found, "date", &format!("a year, month or day, {DATE}")),
        Trouble::InvalidPeriod(invalid) => is_no(
            &invalid.0,
            "period",
            &format!("a date {DATE}, or two with a slash between, \u{201c}..\u{201d} for an open end"),
        ),
        Trouble::EndsBeforeItBegins => "this date is before the date in \u{201c}from\u{201d}".to_owned(),
        Trouble::InvalidQuantity(invalid) => quantity_trouble(invalid),
        Trouble::InvalidAddress(found) => {
            is_no(found, "address of a web page", "one that begins with https:// or http://")
        }
        Trouble::InvalidFileName(found) => {
            is_no(found, "file beside the catalogue", "letters, digits, hyphens and dots, ending in .json")
        }
        Trouble::InvalidHashtag(found) => is_no(found, "hashtag", "# and one word"),
        Trouble::OnlyForTargets => "only a definition of the metric target has this field".to_owned(),
        Trouble::TargetForTarget => "a target is for what is counted, not for another target".to_owned(),
        Trouble::DuplicateId { id, first } => {
            format!("the id {} is already that of {first}", Excerpt(id))
        }
        Trouble::DiffersFrom { id, first } => {
            format!("{} says something else here than in {first}", Excerpt(id))
        }
        Trouble::NotTheCataloguesId { expected, found } => format!(
            "expected {}, the id that the catalogue gives this file, found {}",
            Excerpt(expected),
            Excerpt(found)
        ),
        Trouble::UnknownReference { kind, id } => {
            format!("there is no {} with the id {}", kind_words(kind), Excerpt(id))
        }
        Trouble::LeftOutReference { kind, id } => {
            format!("the {} {} was left out for a fault of its own", kind_words(kind), Excerpt(id))
        }
        Trouble::EmptyFile { file } => format!("The file {} is empty.", FilePath(file)),
        Trouble::EndsEarly { file, line } => {
            format!("The file {} is cut off: it ends too early, in line {line}.", FilePath(file))
        }
        Trouble::NotJson { file, line, column } => {
            format!("The file {} is not JSON: line {line}, column {column} cannot be read.", FilePath(file))
        }
        Trouble::NotAnObject { file, found } => {
            format!("The file {} should hold one JSON object; found {}.", FilePath(file), found_words(found))
        }
        Trouble::WrongFormat { file, expected, found } => format!(
            "The file {} should have the format {}; found {}.",
            FilePath(file),
            Excerpt(expected),
            found_words(found)
        ),
        Trouble::UnknownVersion { file, expected, found } => format!(
            "The file {} should be in version {expected} of its format; found {}.",
            FilePath(file),
            found_words(found)
        ),
        Trouble::FileNotFound { file } => format!(
            "{file} was not found on the server. Whoever runs this page can put it back into the data folder."
        ),
        Trouble::FileRefused { file, status } => {
            format!("The server did not hand out {file} (it answered {status}).")
        }
        Trouble::FileTimedOut { file, seconds } => {
            format!("{file} did not arrive within {seconds} seconds.")
        }
        Trouble::NoNetwork { file } => {
            format!("{file} could not be fetched: there is no connection to the server.")
        }
        Trouble::UnknownParameter(name) => {
            format!("This page does not know {} in the link, and left it aside.", Excerpt(name))
        }
        Trouble::RepeatedParameter(name) => {
            format!("The link has {} more than once; the last one counts.", Excerpt(name))
        }
        Trouble::UnknownValue { parameter, found, expected } => {
            unknown_value(parameter, found, &expected.join(", "))
        }
        Trouble::NoCampaignNamed { parameter } => unknown_value(parameter, "", "the id of a campaign"),
        Trouble::UnknownCampaign(id) => {
            format!("This page has no campaign {}; the overview is shown instead.", Excerpt(id))
        }
        Trouble::NothingOf { parameter, value } => {
            format!(
                "The link asks for the {parameter} {}, which is recorded of no campaign here.",
                Excerpt(value)
            )
        }
        Trouble::UnknownChoice { ids, all_instead } => format!(
            "The link chooses campaigns that this page does not have: {}. {}",
            quoted(ids),
            if all_instead { "All campaigns are shown instead." } else { "The others are shown." }
        ),
    }
}

fn unknown_value(parameter: &str, found: &str, expected: &str) -> String {
    format!(
        "The link sets {} to {}, which this page does not know; it can be: {expected}.",
        Excerpt(parameter),
        Excerpt(found)
    )
}
