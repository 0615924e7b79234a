//! Quantities as text: the comparator in words, never as a sign.

use super::number::spoken_number;
use super::{Language, Sentence};
use crate::model::{Basis, Quantity, power_of_ten};

/// A quantity without its unit: "more than 189,000".
pub fn quantity_words(language: Language, quantity: &Quantity) -> String {
    let number = match quantity {
        Quantity::Between(lower, upper) => {
            return language.say(&Sentence::Between {
                lower: spoken_number(language, lower.value),
                upper: spoken_number(language, upper.value),
                lower_open: lower.open,
                upper_open: upper.open,
            });
        }
        other => spoken_number(language, other.stated()),
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

/// To what a quantity is rounded, in words; nothing of one that is not.
pub fn rounding_words(language: Language, quantity: &Quantity) -> Option<String> {
    match *quantity {
        Quantity::Exact { value, stated_to } if stated_to > 1.0 && value != 0.0 => {
            Some(language.say(&Sentence::ExactStatedTo { unit: spoken_number(language, stated_to) }))
        }
        _ => None,
    }
}

/// As many figures as a ratio is worded with: two below ten, as many as there
/// are from ten on.
const FIGURES: i32 = 2;

/// Rounds to so many figures, and to a whole number at most.
fn to_figures(value: f64, figures: i32, round: fn(f64) -> f64) -> f64 {
    if value == 0.0 {
        return value;
    }
    let decimals = (figures - 1 - libm::floor(libm::log10(value.abs())) as i32).clamp(0, 300);
    let step = power_of_ten(decimals);
    // Beyond that every number is whole.
    if value.abs() * step < 1.0e15 { round(value * step) / step } else { value }
}

/// A lower bound, rounded down so that it stays true. A worked-out 1.1 may be
/// held as 1.0999999999999999: what is that near to a rounded number is it.
fn down(value: f64) -> f64 {
    let nearest = to_figures(value, FIGURES, f64::round);
    if is_the_same(value, nearest) { nearest } else { to_figures(value, FIGURES, f64::floor) }
}

/// An upper bound, rounded up so that it stays true.
fn up(value: f64) -> f64 {
    let nearest = to_figures(value, FIGURES, f64::round);
    if is_the_same(value, nearest) { nearest } else { to_figures(value, FIGURES, f64::ceil) }
}

/// Whether two numbers differ by no more than a few steps of their last digit.
fn is_the_same(value: f64, other: f64) -> bool {
    (value - other).abs() <= 4.0 * f64::EPSILON * value.abs()
}

/// A known ratio, rounded. Whatever is not the same must not be said to be: 0.97
/// and 0.996 keep the figures that part them from 1, and nearer still, the side
/// is said.
fn known(value: f64) -> Quantity {
    let rounded = (FIGURES..=4).map(|figures| to_figures(value, figures, f64::round));
    match rounded.into_iter().find(|rounded| *rounded != 1.0 || is_the_same(value, 1.0)) {
        Some(rounded) => Quantity::exactly(rounded),
        None if value > 1.0 => Quantity::MoreThan(1.0),
        None => Quantity::LessThan(1.0),
    }
}

/// How many times: "1.4", "more than 2.9", worded so that it surely holds:
/// lower bounds are rounded down, upper bounds up.
pub fn ratio_words(language: Language, ratio: &Quantity) -> String {
    let worded = match *ratio {
        Quantity::Exact { value, .. } => known(value),
        Quantity::MoreThan(value) => Quantity::MoreThan(down(value)),
        Quantity::AtLeast(value) => Quantity::AtLeast(down(value)),
        Quantity::LessThan(value) => Quantity::LessThan(up(value)),
        Quantity::AtMost(value) => Quantity::AtMost(up(value)),
        Quantity::About(value) => Quantity::About(to_figures(value, FIGURES, f64::round)),
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
