//! Numbers as text: with commas, in millions, and short for an axis.

/// A number with thousands separated by commas and at most three decimals,
/// without trailing zeros: 702,132 or 12.9.
pub fn grouped(value: f64) -> String {
    let magnitude = value.abs();
    let mut whole = magnitude.trunc();
    let mut thousandths = ((magnitude - whole) * 1000.0).round();
    if thousandths >= 1000.0 {
        whole += 1.0;
        thousandths = 0.0;
    }
    let mut text = group_digits(whole);
    if thousandths > 0.0 {
        let decimals = format!(".{:03}", thousandths as u32);
        text.push_str(decimals.trim_end_matches('0'));
    }
    if value < 0.0 && text != "0" { format!("\u{2212}{text}") } else { text }
}

/// The digits of a whole number at or above zero, with commas.
fn group_digits(whole: f64) -> String {
    // Beyond what u64 holds nothing is counted; a hostile file shows its limit.
    let digits = (whole.min(1.0e18) as u64).to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number as it is read out: round millions and billions in words
/// ("86 million", "1.7 billion"), every other number in full.
pub fn spoken_number(value: f64) -> String {
    let magnitude = value.abs();
    for (unit, name) in [(1.0e9, "billion"), (1.0e6, "million")] {
        // At most two decimals, and only where nothing is lost.
        if magnitude >= unit && (magnitude / (unit / 100.0)).fract() == 0.0 {
            return format!("{} {name}", grouped(value / unit));
        }
    }
    grouped(value)
}

/// A power of ten, or a round number, short enough for an axis: 10k, 1m, 2bn.
pub fn axis_number(value: f64) -> String {
    let magnitude = value.abs();
    for (unit, suffix) in [(1.0e9, "bn"), (1.0e6, "m"), (1.0e3, "k")] {
        if magnitude >= unit {
            return format!("{}{suffix}", grouped(value / unit));
        }
    }
    grouped(value)
}
