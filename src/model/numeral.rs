//! A number as it is quoted in a sentence about a file.

use std::fmt;

/// A number for quoting: digits without separators, at most six decimals, with
/// a power of ten where it is very large or very small. Shown to readers are
/// numbers in words and with commas, by `format`.
///
/// The standard library's way of writing floating point numbers would be a tenth
/// of the page's program.
#[derive(Clone, Copy, Debug)]
pub struct Numeral(pub f64);

impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.is_finite() {
            return f.write_str("a number beyond all measure");
        }
        let (mut digits, mut power) = (self.0.abs(), 0_i32);
        if digits >= 1.0e15 || (digits > 0.0 && digits < 1.0e-3) {
            while digits >= 10.0 {
                digits /= 10.0;
                power += 1;
            }
            while digits < 1.0 {
                digits *= 10.0;
                power -= 1;
            }
        }
        let mut whole = digits as u64;
        let mut millionths = ((digits - whole as f64) * 1.0e6 + 0.5) as u32;
        if millionths >= 1_000_000 {
            (whole, millionths) = (whole + 1, 0);
        }
        if self.0 < 0.0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if millionths > 0 {
            f.write_str(format!(".{millionths:06}").trim_end_matches('0'))?;
        }
        if power != 0 {
            write!(f, "e{power}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Numeral;

    #[test]
    fn numbers_are_quoted_as_they_are_written() {
        let written = [
            (0.0, "0"),
            (-1.0, "-1"),
            (702_132.0, "702132"),
            (12.9, "12.9"),
            (-0.25, "-0.25"),
            (0.999_999_9, "1"),
            (1.0e14, "100000000000000"),
            (1.0e300, "1e300"),
            (2.5e-9, "2.5e-9"),
        ];
        for (number, text) in written {
            assert_eq!(Numeral(number).to_string(), text);
        }
    }
}
