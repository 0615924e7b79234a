//! Counts as exports write them, and in which dress a column writes them.
//!
//! A count is whole. So a single point or comma before three digits parts thousands,
//! unless the column shows elsewhere that it is its decimal sign.

/// How one column writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct CountDress {
    /// The point is the decimal sign, not a mark of thousands.
    pub decimal_point: bool,
    /// The comma is the decimal sign, not a mark of thousands.
    pub decimal_comma: bool,
}

/// What a column shows of its dress.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountEvidence {
    dress: CountDress,
    /// A number with a mark of thousands: as it is written, and what it is read as.
    grouped: bool,
}

/// A cell that holds no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCount;

/// Whether a cell says that there is no number.
pub fn is_missing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "\u{2013}" | "\u{2014}" | "\u{2212}")
        || cell.eq_ignore_ascii_case("n/a")
        || cell.eq_ignore_ascii_case("na")
        || cell.eq_ignore_ascii_case("null")
}

impl CountEvidence {
    /// Takes a cell of the column into account.
    pub fn see(&mut self, cell: &str) {
        if cell.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Some(number) = Written::of(cell) else { return };
        let (point, comma) = (number.last_group('.'), number.last_group(','));
        match (point, comma) {
            (Some(point), Some(comma)) => {
                let point_is_last = point.rest < comma.rest;
                self.dress.decimal_point |= point_is_last;
                self.dress.decimal_comma |= !point_is_last;
            }
            (Some(point), None) => self.dress.decimal_point |= point.is_decimal(),
            (None, Some(comma)) => self.dress.decimal_comma |= comma.is_decimal(),
            (None, None) => {}
        }
        self.grouped |= point.or(comma).is_some();
    }

    /// The dress in which the column is to be read.
    pub fn dress(&self) -> CountDress {
        self.dress
    }

    /// The mark of thousands that could have been a decimal sign, where the column
    /// does not show which it is.
    pub fn read_as_thousands(&self) -> bool {
        self.grouped && self.dress == CountDress::default()
    }
}

impl CountDress {
    /// The count in a cell; `None` where the cell says that there is none.
    pub fn read(self, cell: &str) -> Result<Option<i64>, NoCount> {
        if let Some(digits) = digits(cell.as_bytes()) {
            return Ok(Some(digits));
        }
        let cell = cell.trim();
        if is_missing(cell) {
            return Ok(None);
        }
        let number = Written::of(cell).ok_or(NoCount)?;
        number.count(self).map(Some).ok_or(NoCount)
    }
}

/// The number in a cell of nothing but digits, up to 18 of them: most cells of most files.
#[inline]
pub(super) fn digits(cell: &[u8]) -> Option<i64> {
    if !(1..=18).contains(&cell.len()) {
        return None;
    }
    let mut value = 0;
    for digit in cell {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(value)
}

/// The number that the first bytes of eight write, one to eight of them, if all of these are
/// digits: all at once, since nobody can foretell how many there are (after Lemire,
/// “Quickly parsing eight digits”, 2018).
#[inline]
pub(super) fn first_digits(eight: [u8; 8], count: usize) -> Option<i64> {
    const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
    // What is not of the number goes out at the lower end, and zeros come in before it.
    let digits = (u64::from_le_bytes(eight) ^ ZEROS) << (8 * (8 - count));
    // A byte above nine reaches its highest bit by this.
    let above_nine =
        (digits | digits.wrapping_add(u64::from_le_bytes([0x76; 8]))) & u64::from_le_bytes([0x80; 8]);
    if above_nine != 0 {
        return None;
    }
    let tens = digits.wrapping_mul(10 * 256 + 1) >> 8;
    let hundreds = (tens & 0x00ff_00ff_00ff_00ff).wrapping_mul(100 * 65_536 + 1) >> 16;
    let all = (hundreds & 0x0000_ffff_0000_ffff).wrapping_mul(10_000 * (1 << 32) + 1) >> 32;
    Some(all as i64)
}

/// A number taken apart: its sign, its digits with their marks, and its magnitude.
struct Written {
    negative: bool,
    /// Digits, points and commas.
    digits: String,
    /// The power of ten that a letter stands for: K, M, B.
    power: u32,
    /// Whether thousands are parted by spaces or apostrophes.
    spaced: bool,
}

/// The last mark of its kind in a number.
#[derive(Clone, Copy)]
struct Mark {
    /// Digits after it, up to the next mark or the end.
    digits: usize,
    /// What follows it in all.
    rest: usize,
    /// How often it stands there.
    times: usize,
}

impl Mark {
    /// Whether it can be nothing but a decimal sign.
    fn is_decimal(self) -> bool {
        self.times == 1 && self.digits != 3
    }
}

impl Written {
    fn of(cell: &str) -> Option<Self> {
        let mut text = cell.trim();
        let mut negative = false;
        if let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
            (negative, text) = (true, inner.trim());
        }
        for sign in ['-', '\u{2212}', '+'] {
            if let Some(rest) = text.strip_prefix(sign) {
                (negative, text) = (negative != (sign != '+'), rest.trim_start());
                break;
            }
        }
        let mut power = 0;
        if let Some(last) = text.chars().next_back().filter(char::is_ascii_alphabetic) {
            power = match last.to_ascii_uppercase() {
                'K' => 3,
                'M' => 6,
                'B' => 9,
                _ => return None,
            };
            text = text[..text.len() - 1].trim_end();
        }
        let mut digits = String::with_capacity(text.len());
        let (mut spaced, mut run, mut first) = (false, 0, true);
        for letter in text.chars() {
            match letter {
                '0'..='9' => run += 1,
                '.' | ',' => (run, first) = (0, false),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' => {
                    // Groups of three, but for the first.
                    if run == 0 || run > 3 || (!first && run != 3) {
                        return None;
                    }
                    (spaced, run, first) = (true, 0, false);
                    continue;
                }
                _ => return None,
            }
            digits.push(letter);
        }
        let last_group = !spaced || run == 3 || digits.contains(['.', ',']);
        let begins = digits.starts_with(|letter: char| letter.is_ascii_digit());
        let ends = digits.ends_with(|letter: char| letter.is_ascii_digit());
        (begins && ends && last_group).then_some(Self { negative, digits, power, spaced })
    }

    fn last_group(&self, mark: char) -> Option<Mark> {
        let at = self.digits.rfind(mark)?;
        let rest = &self.digits[at + 1..];
        let digits = rest.find(['.', ',']).unwrap_or(rest.len());
        Some(Mark { digits, rest: rest.len(), times: self.digits.matches(mark).count() })
    }

    /// The whole number, if it is one in this dress.
    fn count(&self, dress: CountDress) -> Option<i64> {
        // A letter for thousands or millions comes with a decimal sign only.
        let decimals = if self.power > 0 {
            self.digits.rfind(['.', ','])
        } else {
            self.digits
                .rfind(|mark| (mark == '.' && dress.decimal_point) || (mark == ',' && dress.decimal_comma))
        };
        let (whole, part) = match decimals {
            Some(at) => (&self.digits[..at], &self.digits[at + 1..]),
            None => (&*self.digits, ""),
        };
        let mut groups = whole.split(['.', ',']);
        let first = groups.next()?;
        let (mut digits, mut grouped) = (first.to_owned(), false);
        for group in groups {
            if group.len() != 3 {
                return None;
            }
            digits.push_str(group);
            grouped = true;
        }
        // One kind of mark parts thousands, and before the first at most three digits.
        let mixed = whole.contains('.') && whole.contains(',') || (grouped && self.spaced);
        if mixed || (grouped && first.len() > 3) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = part.trim_end_matches('0');
        let left = self.power.checked_sub(u32::try_from(part.len()).ok()?)?;
        digits.push_str(part);
        let value: i64 = digits.parse().ok()?;
        let value = value.checked_mul(10_i64.checked_pow(left)?)?;
        Some(if self.negative { -value } else { value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dress_of(cells: &[&str]) -> CountDress {
        let mut evidence = CountEvidence::default();
        cells.iter().for_each(|cell| evidence.see(cell));
        evidence.dress()
    }

    fn read(column: &[&str]) -> Vec<Result<Option<i64>, NoCount>> {
        let dress = dress_of(column);
        column.iter().map(|cell| dress.read(cell)).collect()
    }

    #[test]
    fn counts_are_read_in_the_dress_of_their_column() {
        for (cell, count) in [
            ("1203", 1203),
            ("1,234", 1234),
            ("1.234", 1234),
            ("2.000.500", 2_000_500),
            ("1 234 567", 1_234_567),
            ("1\u{a0}234", 1234),
            ("1\u{202f}234", 1234),
            ("1'234", 1234),
            ("1203.0", 1203),
            ("1,203.00", 1203),
            ("1.203,00", 1203),
            ("-4", -4),
            ("\u{2212}4", -4),
            ("(45)", -45),
            ("+7", 7),
            ("1.2K", 1200),
            ("1,2k", 1200),
            ("3M", 3_000_000),
            ("0", 0),
            (" 12 ", 12),
        ] {
            assert_eq!(read(&[cell]), [Ok(Some(count))], "{cell}");
        }
    }

    #[test]
    fn missing_is_not_zero() {
        for cell in ["", " ", "-", "--", "N/A", "NA", "n/a", "\u{2014}"] {
            assert_eq!(read(&[cell]), [Ok(None)], "{cell}");
        }
    }

    #[test]
    fn what_is_no_whole_number_is_none() {
        for cell in [
            "abc",
            "1.5",
            "6.5%",
            "$22",
            "1,23,4",
            "1234,567.5",
            "12 34",
            "1.2345K",
            ".5",
            "5.",
            "1,2.3,4",
            "1E+05",
            "99999999999999999999",
            "\u{663}",
        ] {
            assert_eq!(read(&[cell]), [Err(NoCount)], "{cell}");
        }
    }

    #[test]
    fn a_column_with_a_decimal_sign_has_no_such_thousands() {
        assert_eq!(read(&["1203.0", "1.234"]), [Ok(Some(1203)), Err(NoCount)]);
        assert_eq!(read(&["1,234.0", "2,000"]), [Ok(Some(1234)), Ok(Some(2000))]);
        let mut evidence = CountEvidence::default();
        evidence.see("10.000");
        assert!(evidence.read_as_thousands());
        evidence.see("3.0");
        assert!(!evidence.read_as_thousands());
    }

    proptest! {
        #[test]
        fn every_count_reads_back_in_every_dress(value in -999_999_999_999_i64..1_000_000_000_000, mark in
            prop::sample::select(vec![",", ".", " ", "\u{a0}", "\u{202f}", "'", ""])) {
            let digits = value.unsigned_abs().to_string();
            let mut written = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    written.push_str(mark);
                }
                written.push(digit);
            }
            let sign = if value < 0 { "-" } else { "" };
            prop_assert_eq!(read(&[&format!("{sign}{written}")]), [Ok(Some(value))]);
        }

        #[test]
        fn eight_digits_are_read_at_once_as_one_by_one(text in "[0-9]{0,8}[ -~]{8}", count in 1usize..=8) {
            let eight: [u8; 8] = *text.as_bytes().first_chunk().unwrap();
            prop_assert_eq!(first_digits(eight, count), digits(&eight[..count]));
        }

        #[test]
        fn no_text_panics(cell in "[0-9.,' KM()%\u{2212}-]{0,12}|.{0,8}") {
            let mut evidence = CountEvidence::default();
            evidence.see(&cell);
            let _ = evidence.dress().read(&cell);
        }
    }
}
