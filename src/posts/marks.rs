//! Where the cells of a text end: its delimiters and line ends outside of quotation marks.
//!
//! 64 bytes are compared at once, by the processor's own means for many bytes where the
//! program is built for them (`wide`), and each of them is then one bit. Whether it stands
//! between quotation marks is whether an odd number of them stands before it (Langdale and
//! Lemire, “Parsing gigabytes of JSON per second”, 2019, section 3.1.1).

use std::ops::Range;
use wide::u8x16;

/// How many bytes are looked at at once: one bit each.
const BLOCK: usize = 64;

/// The ends of the cells of a text, one after the other, as long as its quotation marks
/// stand where they should: around whole cells, and doubled within.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Where the block begins that is at hand.
    block: usize,
    /// Ends of cells in it that were not given yet.
    ends: u64,
    /// The second of each two quotation marks that stand for one, in it.
    doubled: u64,
    /// The line ends between quotation marks, in it.
    line_ends: u64,
    /// The same before it: how many line ends, and the place of the last doubled mark.
    line_ends_before: u64,
    doubled_before: Option<usize>,
    /// At its end: whether a quotation mark is open there, and what its last byte was.
    is_open: bool,
    last: Last,
    /// The first quotation mark that does not stand where it should.
    fault: Option<usize>,
}

/// What a byte was, as far as it matters for the one after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    /// One after which a cell does not begin.
    #[default]
    Other,
    /// The end of a cell.
    End,
    /// A quotation mark that closes.
    Closing,
    /// A carriage return between quotation marks.
    Carriage,
}

/// A bit for each byte of a block that is this.
#[derive(Clone, Copy)]
struct Bits {
    quote: u64,
    delimiter: u64,
    feed: u64,
    carriage: u64,
}

impl Marks {
    /// Those of a text from that place on, where a record begins.
    pub(super) fn from(bytes: &[u8], at: usize, delimiter: u8) -> Self {
        let before = at % BLOCK;
        let mut marks = Self { block: at - before, last: Last::End, ..Self::default() };
        marks.look(bytes, delimiter, before as u32);
        marks
    }

    /// The place of the next one. It is always asked of the same text.
    #[inline]
    pub(super) fn next(&mut self, bytes: &[u8], delimiter: u8) -> Option<usize> {
        while self.ends == 0 {
            self.go_on(bytes, delimiter)?;
        }
        let place = self.block + self.ends.trailing_zeros() as usize;
        self.ends &= self.ends - 1;
        Some(place)
    }

    /// Takes those of the record that begins at `at`, and notes the places of its cells in it,
    /// without their quotation marks. Where its last cell ends, with and without.
    #[inline]
    pub(super) fn record(
        &mut self,
        bytes: &[u8],
        at: usize,
        delimiter: u8,
        cells: &mut Vec<Range<u32>>,
    ) -> Option<(usize, usize)> {
        let mut begin = at;
        loop {
            let mut ends = self.ends;
            while ends != 0 {
                let end = self.block + ends.trailing_zeros() as usize;
                ends &= ends - 1;
                let quoted = usize::from(bytes[begin] == b'"');
                let until = end - quoted;
                // No record is as long as four billion bytes: there is no such window.
                cells.push((begin + quoted - at) as u32..(until - at) as u32);
                if bytes[end] != delimiter {
                    self.ends = ends;
                    return Some((until, end));
                }
                begin = end + 1;
            }
            self.go_on(bytes, delimiter)?;
        }
    }

    /// Looks at the next block. None where there is none, or a mark stands astray before it.
    #[inline]
    fn go_on(&mut self, bytes: &[u8], delimiter: u8) -> Option<()> {
        let next = self.block + BLOCK;
        if self.fault.is_some() || next >= bytes.len() {
            return None;
        }
        self.line_ends_before += u64::from(self.line_ends.count_ones());
        if self.doubled != 0 {
            self.doubled_before = Some(next - 1 - self.doubled.leading_zeros() as usize);
        }
        self.block = next;
        self.look(bytes, delimiter, 0);
        Some(())
    }

    /// Whether marks stood where they should up to that place, which is in the block at hand.
    #[inline]
    pub(super) fn are_sound(&self, until: usize) -> bool {
        self.fault.is_none_or(|fault| fault >= until)
    }

    /// Whether a doubled mark stands between two places, of which the second is in the block
    /// at hand or begins the next.
    #[inline]
    pub(super) fn is_doubled(&self, from: usize, until: usize) -> bool {
        let here = self.doubled & below(until - self.block) & !below(from.saturating_sub(self.block));
        here != 0 || self.doubled_before.is_some_and(|last| last >= from)
    }

    /// How many lines ended between quotation marks before that place, which is in the block
    /// at hand or begins the next.
    #[inline]
    pub(super) fn line_ends(&self, until: usize) -> u64 {
        self.line_ends_before + u64::from((self.line_ends & below(until - self.block)).count_ones())
    }

    /// Looks at the block at hand, without its first bytes.
    #[inline]
    fn look(&mut self, bytes: &[u8], delimiter: u8, without: u32) {
        let seen = u64::MAX << without;
        let Bits { quote, delimiter, feed, carriage } = bits_of(bytes, self.block, delimiter);
        let quote = quote & seen;
        let quoted = odd_before(quote) ^ if self.is_open { u64::MAX } else { 0 };
        let (opening, closing) = (quote & quoted, quote & !quoted);
        let ends = (delimiter | feed | carriage) & !quoted & seen;
        let after = |last: Last| if self.last == last { 1 << without } else { 0 };
        // What opens begins a cell, or is the second of two; what closes ends a cell, or is
        // the first of two. Of the last byte, the next block tells.
        let doubled = opening & ((closing << 1) | after(Last::Closing));
        let begins = (ends << 1) | after(Last::End);
        let ends_or_goes_on = ((ends | quote) >> 1) | (1 << (BLOCK - 1));
        let astray = (opening & !(begins | doubled))
            | (closing & !ends_or_goes_on)
            | (after(Last::Closing) & !(ends | quote));
        if astray != 0 && self.fault.is_none() {
            self.fault = Some(self.block + astray.trailing_zeros() as usize);
        }
        // Of a pair of carriage return and line feed, the latter is the line end.
        let last_bit = 1 << (BLOCK - 1);
        let lone = carriage & !(feed >> 1) & !last_bit;
        self.line_ends = (feed | lone) & quoted & seen;
        self.line_ends_before += u64::from(self.last == Last::Carriage && feed & 1 == 0);
        self.ends = ends;
        self.doubled = doubled;
        self.is_open = quoted & last_bit != 0;
        self.last = if ends & last_bit != 0 {
            Last::End
        } else if closing & last_bit != 0 {
            Last::Closing
        } else if carriage & quoted & last_bit != 0 {
            Last::Carriage
        } else {
            Last::Other
        };
    }
}

/// A bit for each of the first so many bytes of a block.
#[inline]
fn below(count: usize) -> u64 {
    if count >= BLOCK { u64::MAX } else { (1 << count) - 1 }
}

/// Of each bit, whether an odd number of bits is set up to it, itself included.
#[inline]
fn odd_before(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[inline]
fn bits_of(bytes: &[u8], block: usize, delimiter: u8) -> Bits {
    match bytes.get(block..block + BLOCK).and_then(|whole| whole.first_chunk()) {
        Some(whole) => bits_of_block(whole, delimiter),
        None => {
            // No mark is a zero.
            let (rest, mut padded) = (bytes.get(block..).unwrap_or_default(), [0; BLOCK]);
            padded[..rest.len()].copy_from_slice(rest);
            bits_of_block(&padded, delimiter)
        }
    }
}

#[inline]
fn bits_of_block(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    let (parts, _) = block.as_chunks::<16>();
    let mut bits = Bits { quote: 0, delimiter: 0, feed: 0, carriage: 0 };
    let mut has_line_ends = u8x16::splat(0);
    let (feed, carriage) = (u8x16::splat(b'\n'), u8x16::splat(b'\r'));
    for (at, part) in parts.iter().enumerate() {
        let part = u8x16::new(*part);
        let those = |mark: u8| u64::from(part.simd_eq(u8x16::splat(mark)).to_bitmask()) << (16 * at);
        bits.quote |= those(b'"');
        bits.delimiter |= those(delimiter);
        has_line_ends |= part.simd_eq(feed) | part.simd_eq(carriage);
    }
    // Most blocks have none.
    if has_line_ends.to_bitmask() != 0 {
        for (at, part) in parts.iter().enumerate() {
            let part = u8x16::new(*part);
            bits.feed |= u64::from(part.simd_eq(feed).to_bitmask()) << (16 * at);
            bits.carriage |= u64::from(part.simd_eq(carriage).to_bitmask()) << (16 * at);
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What is found 64 bytes at once is what is found byte by byte.
        #[test]
        fn every_end_is_given_once(
            text in "([ab]{0,9}|\"(a|;|\n|\r|\"\"|\u{e9}){0,20}\"[,\n]|[,\n\r]){0,60}",
            at in 0usize..100,
        ) {
            let bytes = text.as_bytes();
            let at = at.min(bytes.len());
            let (mut open, mut ends, mut line_ends, mut doubled) = (false, Vec::new(), 0, Vec::new());
            for place in at..bytes.len() {
                let next = bytes.get(place + 1);
                match bytes[place] {
                    b'"' => {
                        open = !open;
                        if open && place > at && bytes[place - 1] == b'"' {
                            doubled.push(place);
                        }
                    }
                    b',' | b'\n' | b'\r' if !open => ends.push((place, line_ends)),
                    b'\n' => line_ends += 1,
                    b'\r' => line_ends += u64::from(next != Some(&b'\n')),
                    _ => {}
                }
            }
            let mut marks = Marks::from(bytes, at, b',');
            let mut begin = at;
            for (place, line_ends) in ends {
                match marks.next(bytes, b',') {
                    Some(found) => prop_assert_eq!(found, place),
                    None => {
                        prop_assert!(!marks.are_sound(place));
                        break;
                    }
                }
                prop_assert_eq!(marks.line_ends(place), line_ends);
                let expected = doubled.iter().any(|mark| (begin..place).contains(mark));
                prop_assert_eq!(marks.is_doubled(begin, place), expected);
                begin = place + 1;
            }
        }

        /// Marks are taken for sound only where they stand as RFC 4180 has them.
        #[test]
        fn what_stands_astray_is_noticed(text in "[a,\"\n]{0,150}") {
            let bytes = text.as_bytes();
            let mut marks = Marks::from(bytes, 0, b',');
            let mut begin = 0;
            while let Some(end) = marks.next(bytes, b',') {
                if !marks.are_sound(end) {
                    break;
                }
                let cell = &text[begin..end];
                let inner = cell.strip_prefix('"').map(|cell| cell.strip_suffix('"').unwrap_or("\""));
                let inner = inner.unwrap_or(cell).replace("\"\"", "");
                prop_assert!(!inner.contains('"'), "{:?} in {:?}", cell, text);
                begin = end + 1;
            }
        }
    }
}
