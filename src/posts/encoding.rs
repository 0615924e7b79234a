//! Bytes → text: in which encoding a file is written, and its text piece by piece.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use simdutf8::compat::from_utf8;
use std::io;

/// How many bytes before and after one that is not UTF-8 are looked at to tell what it is.
const SIGHT: usize = 64 * 1024;

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
pub struct Text {
    /// The beginning of a letter that goes on in the next piece.
    pending: Vec<u8>,
    /// `None` for UTF-8, which is only checked.
    decoder: Option<Decoder>,
    encoding: &'static Encoding,
}

impl Text {
    /// Begins a text, by its first bytes, and tells how many of them only say in which
    /// encoding it is. UTF-8 is what a file is taken for that has no byte order mark and
    /// not the zeros of UTF-16; `otherwise` is what it was found to be instead.
    pub fn begin(head: &[u8], otherwise: Option<&'static Encoding>) -> Result<(Self, usize), TextError> {
        let (marked, mark) = Encoding::for_bom(head).map_or((None, 0), |(found, mark)| (Some(found), mark));
        let encoding = match marked.or(otherwise) {
            Some(found) => found,
            None => unmarked(&head[..head.len().min(SIGHT)])?,
        };
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        Ok((Self { pending: Vec::new(), decoder, encoding }, mark))
    }

    /// The encoding it is read in.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Adds the next bytes to the text; `last` says that none follow.
    pub fn take(&mut self, piece: &[u8], last: bool, text: &mut String) -> Result<(), TextError> {
        let Some(decoder) = &mut self.decoder else { return self.check(piece, last, text) };
        text.reserve(decoder.max_utf8_buffer_length(piece.len()).unwrap_or(piece.len() * 3));
        let _ = decoder.decode_to_string(piece, text, last);
        Ok(())
    }

    fn check(&mut self, piece: &[u8], last: bool, text: &mut String) -> Result<(), TextError> {
        let mut rest = piece;
        while !self.pending.is_empty() {
            match from_utf8(&self.pending) {
                Ok(letter) => {
                    text.push_str(letter);
                    self.pending.clear();
                }
                Err(error) if error.error_len().is_none() && !rest.is_empty() => {
                    self.pending.push(rest[0]);
                    rest = &rest[1..];
                }
                Err(error) if error.error_len().is_none() && !last => return Ok(()),
                Err(_) => {
                    self.pending.extend_from_slice(rest);
                    return Err(guessed(&self.pending, 0));
                }
            }
        }
        match from_utf8(rest) {
            Ok(whole) => text.push_str(whole),
            Err(error) if error.error_len().is_none() && !last => {
                let (sound, letter) = rest.split_at(error.valid_up_to());
                text.push_str(from_utf8(sound).unwrap_or_default());
                self.pending.extend_from_slice(letter);
            }
            Err(error) => return Err(guessed(rest, error.valid_up_to())),
        }
        Ok(())
    }
}

/// What encoding bytes may be in that are not UTF-8 at that place.
fn guessed(bytes: &[u8], at: usize) -> TextError {
    let around = &bytes[at.saturating_sub(SIGHT)..bytes.len().min(at + SIGHT)];
    if around.contains(&0) {
        return TextError::NotText;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(around, true);
    TextError::NotUtf8(detector.guess(None, chardetng::Utf8Detection::Deny))
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
        let (mut begun, mark) = Text::begin(bytes, otherwise)?;
        let mut text = String::new();
        let mut pieces = bytes[mark..].chunks(1021).peekable();
        while let Some(piece) = pieces.next() {
            begun.take(piece, pieces.peek().is_none(), &mut text)?;
        }
        Ok((text, begun.encoding().name()))
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
