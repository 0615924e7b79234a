//! Numbers as decimal digits, without the standard library's writing and reading
//! of floating point numbers, whose tables would be a tenth of the page's program.

/// The longest power of ten that a floating point number holds exactly.
const EXACT_POWERS: i32 = 22;

/// From here on not every whole number is a floating point number.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// Ten to a whole power; exact from 0 to 22.
pub fn power_of_ten(exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs().min(330)).fold(1.0, |product, _| product * 10.0);
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
    /// The shortest decimal that is held as this number, for numbers of at most
    /// 15 digits between 10⁻²² and 10³⁷: there, product and quotient of two exact
    /// numbers are the nearest possible (as in W. D. Clinger, How to Read Floating
    /// Point Numbers Accurately, 1990). Of others the first 15 digits.
    pub fn of(number: f64) -> Self {
        Self::within(number, 0.0)
    }

    /// The same, without the last digits that floating point leaves behind:
    /// 0.3 for a worked-out 0.30000000000000004.
    pub fn tidied(number: f64) -> Self {
        Self::within(number, 4.0 * f64::EPSILON)
    }

    /// The shortest decimal that differs from the number by no more than this part of it.
    fn within(number: f64, part: f64) -> Self {
        let number = number.abs().min(f64::MAX);
        if number == 0.0 {
            return Self { digits: 0, power: 0 };
        }
        let short = |power: i32| {
            let scale = power_of_ten(power.abs());
            let digits = (if power < 0 { number * scale } else { number / scale } + 0.5).floor();
            let held = if power < 0 { digits / scale } else { digits * scale };
            let same = (held - number).abs() <= part * number;
            (same && digits < WHOLE).then_some((digits, power))
        };
        // From the right: the first that is the same has no zero at its end.
        // A whole number is what it says to its last digit.
        let whole = number.fract() == 0.0 && number < WHOLE;
        let found =
            if whole { Some((number, 0)) } else { (-EXACT_POWERS..=EXACT_POWERS).rev().find_map(short) };
        let (digits, mut power) = found.unwrap_or_else(|| {
            let (mut digits, mut power) = (number, 0);
            while digits >= 1.0e15 {
                (digits, power) = (digits / 10.0, power + 1);
            }
            while digits < 1.0e14 {
                (digits, power) = (digits * 10.0, power - 1);
            }
            let digits = (digits + 0.5).floor();
            (digits, power)
        });
        // In whole numbers: the remainder of floating point ones costs a kilobyte.
        let mut digits = digits as u64;
        while digits != 0 && digits.is_multiple_of(10) {
            (digits, power) = (digits / 10, power + 1);
        }
        Self { digits, power }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library's own shortest digits are, for every number of
    /// at most 15 of them.
    #[test]
    fn digits_are_the_shortest() {
        let mut seed = 1_u64;
        for _ in 0..100_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (seed >> 14) % 10_u64.pow(1 + (seed % 15) as u32);
            let power = (seed >> 8) as i32 % 20;
            let number: f64 = format!("{digits}e{power}").parse().unwrap();
            let (mantissa, exponent) = Decimal::of(number).by_power();
            assert_eq!(format!("{mantissa}e{exponent}"), format!("{number:e}"), "{digits}e{power}");
        }
    }
}
