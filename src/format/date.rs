//! Dates and periods as text, as precise as their source.

use super::{Language, Sentence};
use crate::model::{Date, Period};

fn month(language: Language, date: &Date) -> Option<&'static str> {
    date.month.and_then(|month| language.phrases().months.get(usize::from(month) - 1)).copied()
}

fn date_words(language: Language, date: &Date) -> String {
    match (month(language, date), date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
        (Some(month), None) => format!("{month} {}", date.year),
        (None, _) => date.year.to_string(),
    }
}

/// A date as the data writes it (ISO 8601), in words; what is none stays as it is.
pub fn written_date_words(language: Language, written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |date| date_words(language, &date))
}

/// A period in words; empty when it is not stated.
pub fn period_words(language: Language, period: &Period) -> String {
    match period {
        Period::NotStated => String::new(),
        Period::Within(date) => date_words(language, date),
        Period::Span(from, to) => span_words(language, from.as_ref(), to.as_ref()),
    }
}

/// From one date to another, repeating nothing: "8 to 14 Jun 2015".
pub fn span_words(language: Language, from: Option<&Date>, to: Option<&Date>) -> String {
    let (from, to) = match (from, to) {
        (None, None) => return String::new(),
        (Some(from), None) => return language.say(&Sentence::From(date_words(language, from))),
        (None, Some(to)) => return language.say(&Sentence::UpTo(date_words(language, to))),
        (Some(from), Some(to)) => (from, to),
    };
    if from == to {
        return date_words(language, to);
    }
    // "Jun to 2015" would leave open of which year.
    let one_year = from.year == to.year && to.month.is_some();
    let from = match (one_year, from.month == to.month, from.day, month(language, from)) {
        (true, true, Some(day), _) => day.to_string(),
        (true, false, Some(day), Some(month)) => format!("{day} {month}"),
        (true, false, None, Some(month)) => month.to_owned(),
        _ => date_words(language, from),
    };
    language.say(&Sentence::FromTo { from, to: date_words(language, to) })
}
