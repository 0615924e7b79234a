//! Bytes → text: in which encoding a file is written, and its text piece by piece.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// How many bytes of a file are looked at to tell its encoding.
const SIGHT: usize = 64 * 1024;

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// Why a text cannot be read on.
#[derive(Debug)]
pub enum TextError {
    /// The file cannot be read.
    Io(io::Error),
    /// It was taken for UTF-8 and is not; what encoding it may be instead.
    NotUtf8(&'static Encoding),
    /// It holds bytes that no text has.
    NotText,
}

impl From<io::Error> for TextError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A text, as it is read from bytes.
pub struct Text<R> {
    source: R,
    /// Bytes that were read and are not yet text.
    pending: Vec<u8>,
    /// `None` for UTF-8, which is only checked.
    decoder: Option<Decoder>,
    encoding: &'static Encoding,
    ended: bool,
}

impl<R: Read> Text<R> {
    /// Opens a text. UTF-8 is what a file is taken for that has no byte order mark
    /// and not the zeros of UTF-16; `otherwise` is what it was found to be instead.
    pub fn open(mut source: R, otherwise: Option<&'static Encoding>) -> Result<Self, TextError> {
        let mut pending = Vec::with_capacity(PIECE);
        source.by_ref().take(SIGHT as u64).read_to_end(&mut pending)?;
        let (marked, mark) =
            Encoding::for_bom(&pending).map_or((None, 0), |(found, mark)| (Some(found), mark));
        let found = match marked.or(otherwise) {
            Some(found) => found,
            None => unmarked(&pending)?,
        };
        pending.drain(..mark);
        let decoder = (found != UTF_8).then(|| found.new_decoder_without_bom_handling());
        Ok(Self { source, pending, decoder, encoding: found, ended: false })
    }

    /// The encoding it is read in.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Adds a piece to the text; false when there is no more.
    pub fn more(&mut self, text: &mut String) -> Result<bool, TextError> {
        if self.ended {
            return Ok(false);
        }
        // What was seen at opening comes first.
        if self.pending.len() < 4 {
            self.ended = self.source.by_ref().take(PIECE as u64).read_to_end(&mut self.pending)? == 0;
        }
        match &mut self.decoder {
            None => self.checked(text)?,
            Some(decoder) => {
                let room =
                    decoder.max_utf8_buffer_length(self.pending.len()).unwrap_or(self.pending.len() * 3);
                text.reserve(room);
                let (_, read, _) = decoder.decode_to_string(&self.pending, text, self.ended);
                self.pending.drain(..read);
            }
        }
        Ok(true)
    }

    fn checked(&mut self, text: &mut String) -> Result<(), TextError> {
        let sound = match std::str::from_utf8(&self.pending) {
            Ok(whole) => {
                text.push_str(whole);
                self.pending.len()
            }
            // A character that goes on in the next piece.
            Err(error) if error.error_len().is_none() && !self.ended => {
                let sound = error.valid_up_to();
                text.push_str(std::str::from_utf8(&self.pending[..sound]).unwrap_or_default());
                sound
            }
            Err(_) => return Err(TextError::NotUtf8(self.guessed()?)),
        };
        self.pending.drain(..sound);
        Ok(())
    }

    /// What encoding the bytes at hand may be in, and those that follow.
    fn guessed(&mut self) -> Result<&'static Encoding, TextError> {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        self.source.by_ref().take(SIGHT as u64).read_to_end(&mut self.pending)?;
        if self.pending.contains(&0) {
            return Err(TextError::NotText);
        }
        detector.feed(&self.pending, true);
        Ok(detector.guess(None, chardetng::Utf8Detection::Deny))
    }
}

/// The encoding of a text without a byte order mark.
fn unmarked(bytes: &[u8]) -> Result<&'static Encoding, TextError> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Latin letters and digits, as every table has them, are half zeros in UTF-16.
    let many = bytes.len() / 5;
    match (even, odd) {
        (0, 0) => Ok(UTF_8),
        (even, odd) if odd > many && odd > even * 4 => Ok(UTF_16LE),
        (even, odd) if even > many && even > odd * 4 => Ok(UTF_16BE),
        _ => Err(TextError::NotText),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_KR, WINDOWS_1252};

    fn read(bytes: &[u8], otherwise: Option<&'static Encoding>) -> Result<(String, &'static str), TextError> {
        let mut opened = Text::open(bytes, otherwise)?;
        let mut text = String::new();
        while opened.more(&mut text)? {}
        Ok((text, opened.encoding().name()))
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_is_told() {
        let text = "Date,Impressions\n2026-01-02,5 \u{1f499}\n";
        let marked = format!("\u{feff}{text}");
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked.as_bytes().to_vec(), "UTF-8"),
            (utf_16(text, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(&marked, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(text, u16::to_be_bytes), "UTF-16BE"),
            (utf_16(&marked, u16::to_be_bytes), "UTF-16BE"),
        ] {
            assert_eq!(read(&bytes, None).unwrap(), (text.to_owned(), name));
        }
    }

    #[test]
    fn what_is_not_utf_8_is_guessed_from_its_letters() {
        let spanish = "Me gusta totales de la p\u{e1}gina;Categor\u{ed}a;publicaci\u{f3}n;Reacci\u{f3}n\n";
        let (bytes, ..) = WINDOWS_1252.encode(spanish);
        let Err(TextError::NotUtf8(found)) = read(&bytes, None) else { panic!("it is not UTF-8") };
        assert_eq!(read(&bytes, Some(found)).unwrap(), (spanish.to_owned(), "windows-1252"));

        let korean = "\u{b0a0}\u{c9dc},\u{b178}\u{cd9c},\u{c88b}\u{c544}\u{c694}\n2026-01-02,5,6\n";
        let (bytes, ..) = EUC_KR.encode(korean);
        let Err(TextError::NotUtf8(found)) = read(&bytes, None) else { panic!("it is not UTF-8") };
        assert_eq!(read(&bytes, Some(found)).unwrap(), (korean.to_owned(), "EUC-KR"));
    }

    #[test]
    fn letters_are_whole_at_the_seams_of_pieces() {
        let text = "\u{20ac}".repeat(100_000);
        assert_eq!(read(text.as_bytes(), None).unwrap().0, text);
        assert_eq!(read(&utf_16(&text, u16::to_le_bytes), Some(UTF_16LE)).unwrap().0, text);
    }

    #[test]
    fn pictures_and_programs_are_no_text() {
        let bytes: Vec<u8> = (0..2000u32).map(|at| (at * 7 % 256) as u8).collect();
        assert!(matches!(read(&bytes, None), Err(TextError::NotText)));
        // Cut within its last letter: what is left is not UTF-8.
        assert!(matches!(read(&"caf\u{e9}".as_bytes()[..4], None), Err(TextError::NotUtf8(_))));
    }
}
