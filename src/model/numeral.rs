//! Numbers as decimal digits, without the standard library's writing and reading
//! of floating point numbers, whose tables would be a tenth of the page's program.

use std::fmt;

/// Up to here every whole number is a floating point number.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// Ten to a whole power: exact from 0 to 22, and a few steps of the last digit
/// from it elsewhere.
pub fn power_of_ten(exponent: i32) -> f64 {
    const BY_BITS: [f64; 9] = [1.0e1, 1.0e2, 1.0e4, 1.0e8, 1.0e16, 1.0e32, 1.0e64, 1.0e128, 1.0e256];
    let bits = exponent.unsigned_abs();
    let chosen = BY_BITS.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    let power = chosen.fold(1.0, |power, (_, factor)| power * factor);
    if exponent < 0 { 1.0 / power } else { power }
}

/// A number at or above zero as `digits` times ten to `power`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Its digits, without zeros at the end.
    pub digits: u64,
    /// The power of ten of the last digit.
    pub power: i32,
}

impl Decimal {
    /// A number without its sign: whole numbers exactly (below 2⁵³), others with as few
    /// decimals as say it, but for the last digits that floating point leaves
    /// behind: a worked-out 0.30000000000000004 is 0.3.
    pub fn of(number: f64) -> Self {
        let number = number.abs().min(f64::MAX);
        let whole = |digits: f64, power| Self { digits: digits as u64, power }.without_zeros();
        if number < WHOLE && number == libm::floor(number) {
            return whole(number, 0);
        }
        // Very large and very small numbers are brought to where there are digits.
        let (number, raised) = if (1.0e-6..WHOLE).contains(&number) {
            (number, 0)
        } else if number < 1.0e-200 {
            let raised = number * 1.0e200;
            let power = libm::floor(libm::log10(raised)) as i32;
            (raised / power_of_ten(power), power - 200)
        } else {
            let power = libm::floor(libm::log10(number)) as i32;
            (number / power_of_ten(power), power)
        };
        for decimals in 0..=22 {
            let step = power_of_ten(decimals);
            let digits = libm::floor(number * step + 0.5);
            if (digits / step - number).abs() <= 8.0 * f64::EPSILON * number {
                return whole(digits, raised - decimals);
            }
        }
        whole(number, raised)
    }

    fn without_zeros(mut self) -> Self {
        while self.digits != 0 && self.digits.is_multiple_of(10) {
            (self.digits, self.power) = (self.digits / 10, self.power + 1);
        }
        self
    }

    /// The digits before and after the point, the latter empty for a whole number.
    pub fn around_the_point(self) -> (String, String) {
        let mut digits = self.digits.to_string();
        if self.power >= 0 {
            digits.extend((0..self.power).map(|_| '0'));
            return (digits, String::new());
        }
        let decimals = self.power.unsigned_abs() as usize;
        while digits.len() <= decimals {
            digits.insert(0, '0');
        }
        let after = digits.split_off(digits.len() - decimals);
        (digits, after)
    }

    /// The digits with a point after the first, and the power of ten of the first.
    pub fn by_power(self) -> (String, i32) {
        let mut digits = self.digits.to_string();
        let power = self.power + digits.len() as i32 - 1;
        if digits.len() > 1 {
            digits.insert(1, '.');
        }
        (digits, power)
    }
}

/// A number as it is quoted in a sentence about a file: digits without commas,
/// with a power of ten where it is very large or very small. What readers see of
/// quantities is made by `format`.
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
            "9007199254740991",
            "0.3",
            "1e18",
            "1e300",
            "2e-300",
            "2.5e-9",
            "1.7e21",
        ];
        for text in written {
            assert_eq!(Numeral(text.parse().unwrap()).to_string(), text);
        }
    }

    /// What the standard library's own shortest digits are, for every number of
    /// at most 14 of them.
    #[test]
    fn digits_are_the_shortest() {
        let mut seed = 1_u64;
        for _ in 0..100_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (seed >> 14) % 10_u64.pow(1 + (seed % 14) as u32);
            let power = (seed >> 8) as i32 % 20;
            let number: f64 = format!("{digits}e{power}").parse().unwrap();
            let (mantissa, exponent) = Decimal::of(number).by_power();
            assert_eq!(format!("{mantissa}e{exponent}"), format!("{number:e}"), "{digits}e{power}");
        }
    }
}
