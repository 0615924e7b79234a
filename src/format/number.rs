//! Numbers as text: with commas, in millions, and short for an axis.

use super::Language;
use crate::model::Decimal;
use std::fmt;

/// A number with thousands separated by commas and every decimal it has:
/// 702,132 or 12.9. Nothing is rounded, since a bound would not be true any
/// more, but for the last digits that floating point leaves behind: a worked-out
/// 0.30000000000000004 is 0.3. Where nothing is counted, the sizes are written
/// in powers of ten.
pub fn grouped(value: f64) -> String {
    let magnitude = value.abs();
    let decimal = Decimal::tidied(magnitude);
    let mut text = if value < 0.0 { "\u{2212}".to_owned() } else { String::new() };
    if magnitude != 0.0 && !(1.0e-6..1.0e18).contains(&magnitude) {
        write_power(&mut text, decimal);
        return text;
    }
    let (whole, decimals) = decimal.around_the_point();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(&decimals);
    }
    text
}

/// 2.5 × 10¹⁸. Only a hostile or mistaken file has such numbers; what is shown
/// is still what it says.
fn write_power(text: &mut String, decimal: Decimal) {
    let (digits, power) = decimal.by_power();
    text.push_str(&digits);
    text.push_str(" \u{d7} 10");
    text.extend(power.to_string().chars().map(|digit| match digit {
        '-' => '\u{207b}',
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        // The others stand in a row.
        other => char::from_u32(0x2070 + other.to_digit(10).unwrap_or(0)).unwrap_or(other),
    }));
}

/// A number as it is read out: round millions, billions and trillions in words
/// ("86 million", "1.7 billion"), every other number in full.
pub fn spoken_number(language: Language, value: f64) -> String {
    let magnitude = value.abs();
    for (unit, name) in [1.0e12, 1.0e9, 1.0e6].into_iter().zip(language.phrases().magnitudes) {
        // At most two decimals, and only where nothing is lost.
        if (unit..1.0e18).contains(&magnitude) && (magnitude / (unit / 100.0)).fract() == 0.0 {
            return format!("{} {name}", grouped(value / unit));
        }
    }
    grouped(value)
}

/// A round number, short enough for an axis: 10k, 1m, 2bn, 5tn.
pub fn axis_number(language: Language, value: f64) -> String {
    let magnitude = value.abs();
    if magnitude >= 1.0e18 {
        return grouped(value);
    }
    for (unit, suffix) in [1.0e12, 1.0e9, 1.0e6, 1.0e3].into_iter().zip(language.phrases().axis_magnitudes) {
        if magnitude >= unit {
            return format!("{}{suffix}", grouped(value / unit));
        }
    }
    grouped(value)
}

/// A number as it is quoted in a sentence about a file: digits without commas,
/// with a power of ten where it is very large or very small: as it is written there.
#[derive(Clone, Copy, Debug)]
pub struct Numeral(pub f64);

impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.abs();
        let decimal = Decimal::of(magnitude);
        f.write_str(if self.0 < 0.0 { "-" } else { "" })?;
        if magnitude != 0.0 && !(1.0e-6..1.0e18).contains(&magnitude) {
            let (digits, power) = decimal.by_power();
            return write!(f, "{digits}e{power}");
        }
        let (whole, decimals) = decimal.around_the_point();
        f.write_str(&whole)?;
        if decimals.is_empty() { Ok(()) } else { write!(f, ".{decimals}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_quoted_as_they_are_written() {
        let written = [
            "0",
            "-1",
            "702132",
            "12.9",
            "-0.25",
            "0.001",
            "0.000001",
            "123456789.012345",
            "0.1",
            "86000000",
            "999999999999999",
            "100000000000000000",
            "1e18",
            "2.5e-9",
            "1.7e21",
        ];
        for text in written {
            assert_eq!(Numeral(text.parse().unwrap()).to_string(), text);
        }
    }
}
