//! Numbers as text: with commas, in millions, and short for an axis.

/// A number with thousands separated by commas and every decimal it has:
/// 702,132 or 12.9. Nothing is rounded: a bound would not be true any more.
/// Where nothing is counted, the sizes are written in powers of ten.
pub fn grouped(value: f64) -> String {
    let magnitude = value.abs();
    let text = if magnitude != 0.0 && !(1.0e-6..1.0e18).contains(&magnitude) {
        power_of_ten(magnitude)
    } else {
        in_digits(magnitude)
    };
    if value < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// A number from a millionth to a million billions, with as few decimals as say
/// it, but for the last digits that floating point leaves behind: a worked-out
/// 0.30000000000000004 is 0.3. By whole numbers: to print floating point costs
/// the page kilobytes.
fn in_digits(magnitude: f64) -> String {
    for decimals in 0..=22_u32 {
        let step = libm::pow(10.0, f64::from(decimals));
        let units = libm::round(magnitude * step);
        let is_all = (units / step - magnitude).abs() <= 4.0 * f64::EPSILON * magnitude;
        if is_all || units >= 1.0e17 {
            let (units, step) = (units as u128, 10_u128.pow(decimals));
            let whole = group_digits(&((units / step) as u64).to_string());
            let rest = (units % step) as u64;
            let places = decimals as usize;
            return if rest > 0 { format!("{whole}.{rest:0places$}") } else { whole };
        }
    }
    "0".to_owned()
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
    // The least numbers are brought up first, to where there is a power of ten.
    let (number, raised) = if magnitude < 1.0e-200 { (magnitude * 1.0e200, -200) } else { (magnitude, 0) };
    let mut power = libm::floor(libm::log10(number)) as i32;
    let mut digits = number / libm::pow(10.0, f64::from(power));
    // Right beside a power of ten, the logarithm may miss it.
    if digits < 1.0 {
        (digits, power) = (digits * 10.0, power - 1);
    } else if digits > 10.0 - 1.0e-14 {
        (digits, power) = (digits / 10.0, power + 1);
    }
    let superscript = |digit: char| match digit {
        '-' => '\u{207b}',
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        // The others stand in a row.
        other => char::from_u32(0x2070 + other.to_digit(10).unwrap_or(0)).unwrap_or(other),
    };
    let power: String = (power + raised).to_string().chars().map(superscript).collect();
    format!("{} \u{d7} 10{power}", in_digits(digits))
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
