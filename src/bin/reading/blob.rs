//! A file of the browser, read piece by piece: it is never held whole.

use js_sys::Uint8Array;
use std::io::{self, Read, Seek, SeekFrom};
use web_sys::{Blob, FileReaderSync};

/// How many bytes are fetched at once.
const PIECE: u64 = 1024 * 1024;

/// A file, read piece by piece. Only a worker can do so without waiting.
pub struct BlobReader<'a> {
    blob: Blob,
    reader: FileReaderSync,
    length: u64,
    /// Where reading goes on.
    at: u64,
    /// What was fetched last, and where it begins.
    piece: Vec<u8>,
    start: u64,
    /// Is told of every piece that is fetched, with the place where it ends.
    told: &'a dyn Fn(u64),
}

impl<'a> BlobReader<'a> {
    /// Opens a file.
    pub fn open(blob: Blob, told: &'a dyn Fn(u64)) -> io::Result<Self> {
        let reader = FileReaderSync::new().map_err(|error| refused(&error))?;
        let length = blob.size() as u64;
        Ok(Self { blob, reader, length, at: 0, piece: Vec::new(), start: 0, told })
    }

    fn fetch(&mut self) -> io::Result<()> {
        let end = (self.at + PIECE).min(self.length);
        let slice = self.blob.slice_with_f64_and_f64(self.at as f64, end as f64);
        let buffer = slice
            .and_then(|slice| self.reader.read_as_array_buffer(&slice))
            .map_err(|error| refused(&error))?;
        let bytes = Uint8Array::new(&buffer);
        self.piece.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.piece);
        self.start = self.at;
        (self.told)(end);
        Ok(())
    }
}

fn refused(error: &wasm_bindgen::JsValue) -> io::Error {
    use wasm_bindgen::JsCast;
    let said = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    io::Error::other(said.unwrap_or_default())
}

impl Read for BlobReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.length || into.is_empty() {
            return Ok(0);
        }
        if self.at < self.start || self.at >= self.start + self.piece.len() as u64 {
            self.fetch()?;
        }
        let from = (self.at - self.start) as usize;
        let count = into.len().min(self.piece.len().saturating_sub(from));
        into[..count].copy_from_slice(&self.piece[from..from + count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for BlobReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.length, by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let at = from.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?;
        self.at = at;
        Ok(at)
    }
}
