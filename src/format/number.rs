//! Numbers as text: with commas, in millions, and short for an axis.

/// A number with thousands separated by commas and every decimal it has:
/// 702,132 or 12.9. Nothing is rounded: a bound would not be true any more.
/// Where nothing is counted, the sizes are written in powers of ten.
pub fn grouped(value: f64) -> String {
    let magnitude = as_reckoned(value.abs());
    let text = if magnitude != 0.0 && !(1.0e-6..1.0e18).contains(&magnitude) {
        power_of_ten(magnitude)
    } else {
        let digits = magnitude.to_string();
        match digits.split_once('.') {
            Some((whole, decimals)) => format!("{}.{decimals}", group_digits(whole)),
            None => group_digits(&digits),
        }
    };
    if value < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// Without what the last digits of floating point leave behind: a worked-out
/// 0.30000000000000004 is 0.3.
fn as_reckoned(magnitude: f64) -> f64 {
    // By arithmetic: reading a number from its text would cost the page kilobytes.
    let decimals = 11.0 - libm::floor(libm::log10(magnitude));
    if !(0.0..=22.0).contains(&decimals) {
        return magnitude;
    }
    let step = libm::pow(10.0, decimals);
    let short = libm::round(magnitude * step) / step;
    if (short - magnitude).abs() <= 4.0 * f64::EPSILON * magnitude { short } else { magnitude }
}

/// The digits of a whole number, with commas.
fn group_digits(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// 2.5 × 10¹⁸. Only a hostile or mistaken file has such numbers; what is shown
/// is still what it says.
fn power_of_ten(magnitude: f64) -> String {
    let text = format!("{magnitude:e}");
    let Some((digits, power)) = text.split_once('e') else { return text };
    let raised = power.chars().map(|digit| match digit {
        '-' => '\u{207b}',
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        // The other superscripts stand in a row.
        other => char::from_u32(0x2070 + other.to_digit(10).unwrap_or(0)).unwrap_or(other),
    });
    format!("{digits} \u{d7} 10{}", raised.collect::<String>())
}

/// A number as it is read out: round millions, billions and trillions in words
/// ("86 million", "1.7 billion"), every other number in full.
pub fn spoken_number(value: f64) -> String {
    let magnitude = value.abs();
    for (unit, name) in [(1.0e12, "trillion"), (1.0e9, "billion"), (1.0e6, "million")] {
        // At most two decimals, and only where nothing is lost.
        if (unit..1.0e18).contains(&magnitude) && (magnitude / (unit / 100.0)).fract() == 0.0 {
            return format!("{} {name}", grouped(value / unit));
        }
    }
    grouped(value)
}

/// A round number, short enough for an axis: 10k, 1m, 2bn, 5tn.
pub fn axis_number(value: f64) -> String {
    let magnitude = value.abs();
    if magnitude >= 1.0e18 {
        return grouped(value);
    }
    for (unit, suffix) in [(1.0e12, "tn"), (1.0e9, "bn"), (1.0e6, "m"), (1.0e3, "k")] {
        if magnitude >= unit {
            return format!("{}{suffix}", grouped(value / unit));
        }
    }
    grouped(value)
}
