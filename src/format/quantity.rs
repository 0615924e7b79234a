//! Quantities as text: the comparator in words, never as a sign.

use super::number::spoken_number;
use super::{Language, Sentence};
use crate::model::{Basis, Quantity};

/// A quantity without its unit: "more than 189,000".
pub fn quantity_words(language: Language, quantity: &Quantity) -> String {
    let number = match quantity {
        Quantity::Between(lower, upper) => {
            return language.say(&Sentence::Between {
                lower: spoken_number(lower.value),
                upper: spoken_number(upper.value),
                lower_open: lower.open,
                upper_open: upper.open,
            });
        }
        other => spoken_number(other.stated()),
    };
    language.say(&match quantity {
        Quantity::MoreThan(_) => Sentence::MoreThan(number),
        Quantity::AtLeast(_) => Sentence::AtLeast(number),
        Quantity::LessThan(_) => Sentence::LessThan(number),
        Quantity::AtMost(_) => Sentence::AtMost(number),
        Quantity::About(_) => Sentence::About(number),
        Quantity::Exact { .. } | Quantity::Between(..) => return number,
    })
}

/// Rounds to two figures (or to a whole number from 10 on), downwards or
/// upwards where that keeps a bound true.
fn rounded(value: f64, round: fn(f64) -> f64) -> f64 {
    let step = if value >= 10.0 { 1.0 } else { 10.0 };
    round(value * step) / step
}

/// How many times: "1.4", "more than 2.9", worded so that it surely holds:
/// lower bounds are rounded down, upper bounds up.
pub fn ratio_words(language: Language, ratio: &Quantity) -> String {
    let down = |value| rounded(value, f64::floor);
    let up = |value| rounded(value, f64::ceil);
    let worded = match *ratio {
        Quantity::Exact { value, stated_to } => {
            Quantity::Exact { value: rounded(value, f64::round), stated_to }
        }
        Quantity::MoreThan(value) => Quantity::MoreThan(down(value)),
        Quantity::AtLeast(value) => Quantity::AtLeast(down(value)),
        Quantity::LessThan(value) => Quantity::LessThan(up(value)),
        Quantity::AtMost(value) => Quantity::AtMost(up(value)),
        Quantity::About(value) => Quantity::About(rounded(value, f64::round)),
        Quantity::Between(mut lower, mut upper) => {
            (lower.value, upper.value) = (down(lower.value), up(upper.value));
            Quantity::Between(lower, upper)
        }
    };
    quantity_words(language, &worded)
}

impl Sentence {
    /// A quantity with its unit, scope and basis.
    pub fn amount(
        language: Language,
        quantity: &str,
        unit: &str,
        scope: Option<&str>,
        basis: Basis,
    ) -> String {
        language.say(&Self::Amount {
            quantity: quantity.to_owned(),
            unit: unit.to_owned(),
            scope: scope.map(str::to_owned),
            basis,
        })
    }
}
