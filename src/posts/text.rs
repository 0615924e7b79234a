//! A text → its tables, as its bytes come.

use super::dress::dress;
use super::encoding::{Text, TextError};
use super::export::Reading;
use super::reading::TableReading;
use super::scanner::{Next, Scanner};
use super::sheet::Sheet;
use crate::format::{NotRead, ReadingNote};
use encoding_rs::Encoding;

/// How much of a text is looked at to tell how it writes a table.
const SIGHT: usize = 64 * 1024;

/// How many bytes of it are held for that: as many in the widest encoding, and letters
/// that are not whole.
const HEAD: usize = 2 * SIGHT + 4;

/// Reads the tables of a text, of which whoever asks gives the bytes piece by piece. So it
/// never waits for them, and a browser can fetch the next while these are read.
pub struct TextReader<'a> {
    name: &'a str,
    year: Option<u16>,
    reading: Reading<'a>,
    /// The encoding, where it was found not to be UTF-8.
    otherwise: Option<&'static Encoding>,
    head: Vec<u8>,
    begun: Option<Begun>,
}

/// A text whose encoding and dress are known.
struct Begun {
    text: Text,
    scanner: Scanner,
    sheet: Sheet,
}

impl<'a> TextReader<'a> {
    /// Begins a text that its file calls so; `year` is that of its first day, by the name
    /// of the file.
    pub(super) fn new(name: &'a str, year: Option<u16>, reading: Reading<'a>) -> Self {
        Self { name, year, reading, otherwise: None, head: Vec::new(), begun: None }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// When they are no text; [`TextReader::begin_anew`] then says whether to go on.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), TextError> {
        let reading = self.reading;
        match &mut self.begun {
            Some(begun) => {
                begun.text.take(piece, false, begun.scanner.rest())?;
                begun.read(false, reading);
            }
            None => {
                self.head.extend_from_slice(piece);
                if self.head.len() >= HEAD {
                    self.begin(false)?.read(false, reading);
                }
            }
        }
        Ok(())
    }

    /// Ends the text: its tables, of which there may be none.
    ///
    /// # Errors
    /// When what was there to its end is no text; as with [`TextReader::take`].
    pub fn end(&mut self) -> Result<Vec<TableReading>, TextError> {
        let reading = self.reading;
        match &mut self.begun {
            Some(begun) => {
                begun.text.take(&[], true, begun.scanner.rest())?;
                begun.read(true, reading);
            }
            None => self.begin(true)?.read(true, reading),
        }
        Ok(self.begun.take().map(|begun| begun.sheet.end()).unwrap_or_default())
    }

    /// Begins anew, after that error: the text is then to be given from its first byte on.
    ///
    /// # Errors
    /// Where that would change nothing: why it cannot be read.
    pub fn begin_anew(&mut self, because: TextError) -> Result<(), NotRead> {
        match because {
            TextError::NotUtf8(found) if self.otherwise.is_none() => {
                self.otherwise = Some(found);
                self.head.clear();
                self.begun = None;
                Ok(())
            }
            TextError::Io(error) => Err(super::export::cannot_open(error)),
            TextError::NotUtf8(_) | TextError::NotText => Err(NotRead::NoText),
        }
    }

    /// Begins to read, with what is held of the text; `whole` says that it is all of it.
    fn begin(&mut self, whole: bool) -> Result<&mut Begun, TextError> {
        let head = std::mem::take(&mut self.head);
        let (mut text, mark) = Text::begin(&head, self.otherwise)?;
        let mut window = String::new();
        text.take(&head[mark..], whole, &mut window)?;
        let sight = window.floor_char_boundary(SIGHT);
        let dress = dress(&window[..sight], whole && sight == window.len());
        // What is guessed is said; UTF-16 says itself what it is.
        let guessed = self.otherwise.filter(|found| *found == text.encoding());
        let notes = guessed.map(|found| ReadingNote::ReadAs(found.name())).into_iter().collect();
        let line = if dress.skip > 0 { 2 } else { 1 };
        let scanner = Scanner::new(window, dress.skip, line, dress.delimiter);
        let sheet = Sheet::begin(self.name, self.reading.options.clone(), self.year, notes);
        Ok(self.begun.insert(Begun { text, scanner, sheet }))
    }
}

impl Begun {
    /// Reads all that is there.
    fn read(&mut self, ended: bool, reading: Reading<'_>) {
        let mut rows = reading.rows.get();
        loop {
            match self.scanner.next(ended) {
                Next::Record => {
                    rows += 1;
                    self.sheet.take(&self.scanner.row());
                }
                Next::Broken(because) => self.sheet.broken(&self.scanner.row(), because),
                Next::Nothing => break,
            }
        }
        reading.rows.set(rows);
    }
}
