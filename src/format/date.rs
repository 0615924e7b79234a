//! Dates and periods as text, as precise as their source.

use crate::model::{Date, Period};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(date: &Date) -> Option<&'static str> {
    date.month.and_then(|month| MONTHS.get(usize::from(month) - 1)).copied()
}

fn date_words(date: &Date) -> String {
    match (month(date), date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
        (Some(month), None) => format!("{month} {}", date.year),
        (None, _) => date.year.to_string(),
    }
}

/// A period in words; empty when it is not stated.
pub fn period_words(period: &Period) -> String {
    match period {
        Period::NotStated => String::new(),
        Period::Within(date) => date_words(date),
        Period::Span(from, to) => span_words(from.as_ref(), to.as_ref()),
    }
}

/// From one date to another, repeating nothing: "8 to 14 Jun 2015".
pub fn span_words(from: Option<&Date>, to: Option<&Date>) -> String {
    let (from, to) = match (from, to) {
        (None, None) => return String::new(),
        (Some(from), None) => return format!("from {}", date_words(from)),
        (None, Some(to)) => return format!("up to {}", date_words(to)),
        (Some(from), Some(to)) => (from, to),
    };
    if from == to {
        return date_words(to);
    }
    // "Jun to 2015" would leave open of which year.
    let one_year = from.year == to.year && to.month.is_some();
    let start = match (one_year, from.month == to.month, from.day, month(from)) {
        (true, true, Some(day), _) => day.to_string(),
        (true, false, Some(day), Some(month)) => format!("{day} {month}"),
        (true, false, None, Some(month)) => month.to_owned(),
        _ => date_words(from),
    };
    format!("{start} to {}", date_words(to))
}
