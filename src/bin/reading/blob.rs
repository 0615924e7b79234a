//! A file of the browser, read piece by piece: it is never held whole.

use js_sys::{ArrayBuffer, Function, Reflect, Uint8Array};
use std::io::{self, Read, Seek, SeekFrom};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, FileReaderSync, ReadableStream, ReadableStreamByobReader, ReadableStreamGetReaderOptions,
    ReadableStreamReaderMode,
};

/// How many bytes are fetched at once, at most and at least: each costs a way to the
/// browser and back, and all that are fetched are held.
const PIECE: u64 = 4 * 1024 * 1024;
const SMALL_PIECE: u64 = 256 * 1024;

/// How many bytes of a file are fetched first.
pub const HEAD: u64 = 4096;

/// How many bytes of what was fetched are handed on at once: few enough that they are still
/// in the processor's cache when they are read.
const PORTION: u32 = 128 * 1024;

/// How many bytes memory grows by, at least.
const PAGE: u64 = 64 * 1024;

/// How many bytes of a file are made room for at once.
const MOST_AT_ONCE: u64 = 512 * 1024 * 1024;

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
        // By its first bytes it is seen what a file is, and how it is to be fetched.
        let piece = if self.at == 0 { HEAD } else { piece_of(self.length) };
        let end = (self.at + piece).min(self.length);
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

/// The pieces of a file in their order; the next is on its way while one is read.
pub struct Pieces {
    way: Way,
    next: Option<JsFuture>,
    /// What was fetched last, and how much of it was handed on.
    fetched: Option<(Uint8Array, u32)>,
    portion: Vec<u8>,
}

/// How the bytes of a file are had.
enum Way {
    /// As one stream, which fills two buffers in turn.
    Stream {
        reader: ReadableStreamByobReader,
        /// How large they are.
        size: u32,
        /// The one that is not being filled, if it was made.
        spare: Option<ArrayBuffer>,
    },
    /// Slice by slice, each in a buffer of its own: two and a half times as slow, and
    /// all that some browsers have (Safari has no such stream of a file before 26).
    Slices {
        blob: Blob,
        length: u64,
        /// The end of what was asked for.
        asked: u64,
    },
}

impl Pieces {
    /// Those of a file.
    pub fn of(blob: Blob) -> Self {
        let length = blob.size() as u64;
        let way = match byte_reader(&blob) {
            Some(reader) => Way::Stream { reader, size: piece_of(length) as u32, spare: None },
            None => Way::Slices { blob, length, asked: 0 },
        };
        Self { way, next: None, fetched: None, portion: Vec::new() }
    }

    /// The next bytes; none after the last.
    pub async fn next(&mut self) -> io::Result<Option<&[u8]>> {
        let (bytes, from) = match self.fetched.take() {
            Some(rest) => rest,
            None => match self.fetch().await? {
                Some(bytes) => (bytes, 0),
                None => return Ok(None),
            },
        };
        let end = bytes.length().min(from + PORTION);
        self.portion.resize((end - from) as usize, 0);
        bytes.subarray(from, end).copy_to(&mut self.portion);
        if end < bytes.length() {
            self.fetched = Some((bytes, end));
        } else if let Way::Stream { spare, .. } = &mut self.way {
            *spare = Some(bytes.buffer());
        }
        Ok(Some(&self.portion))
    }

    /// What was asked for, once it is there; the next is asked for then.
    async fn fetch(&mut self) -> io::Result<Option<Uint8Array>> {
        if self.next.is_none() {
            self.ask()?;
        }
        let Some(next) = self.next.take() else { return Ok(None) };
        let found = next.await.map_err(|error| refused(&error))?;
        let bytes = match self.way {
            Way::Stream { .. } => chunk(&found),
            Way::Slices { .. } => Some(Uint8Array::new(&found)),
        };
        if bytes.is_some() {
            self.ask()?;
        }
        Ok(bytes)
    }

    fn ask(&mut self) -> io::Result<()> {
        self.next = match &mut self.way {
            Way::Stream { reader, size, spare } => {
                let buffer = spare.take().unwrap_or_else(|| ArrayBuffer::new(*size));
                Some(reader.read_with_array_buffer_view(&Uint8Array::new(&buffer)))
            }
            Way::Slices { blob, length, asked } => {
                let end = (*asked + piece_of(*length)).min(*length);
                let slice = (end > *asked).then(|| blob.slice_with_f64_and_f64(*asked as f64, end as f64));
                *asked = end;
                let slice = slice.transpose().map_err(|error| refused(&error))?;
                slice.map(|slice| slice.array_buffer())
            }
        }
        .map(JsFuture::from);
        Ok(())
    }
}

impl Drop for Pieces {
    /// What nobody will read is not fetched.
    fn drop(&mut self) {
        if let Way::Stream { reader, .. } = &self.way {
            let _ = reader.cancel();
        }
    }
}

/// A reader of a file's stream that fills the buffers it is given, where the browser has
/// one (`ReadableStreamBYOBReader` of the Streams standard).
fn byte_reader(blob: &Blob) -> Option<ReadableStreamByobReader> {
    // Where `stream` is not there, what it returns is not either.
    let stream: ReadableStream = Reflect::has(blob, &"stream".into()).ok()?.then(|| blob.stream())?;
    let options = ReadableStreamGetReaderOptions::new();
    options.set_mode(ReadableStreamReaderMode::Byob);
    let get: Function = Reflect::get(&stream, &"getReader".into()).ok()?.dyn_into().ok()?;
    // Refuses where the stream is not one of bytes.
    get.call1(&stream, &options).ok()?.dyn_into().ok()
}

/// The bytes of one answer of such a reader; none after the last.
fn chunk(answer: &JsValue) -> Option<Uint8Array> {
    let bytes: Uint8Array = Reflect::get(answer, &"value".into()).ok()?.dyn_into().ok()?;
    (bytes.length() > 0).then_some(bytes)
}

/// Makes room for what is kept of a file of that length, if it is a long one: to grow by a
/// little many times costs more than all the reading. Less than this is kept of a file.
pub fn make_room(length: u64) {
    let room = length.min(MOST_AT_ONCE) * 5 / 8;
    // What was made once is there for the next file too.
    if core::arch::wasm32::memory_size::<0>() as u64 * PAGE > room {
        return;
    }
    // Where it cannot be had, reading goes on as far as it can.
    let mut memory = Vec::<u8>::new();
    let _ = std::hint::black_box(memory.try_reserve_exact(room as usize));
}

/// How many bytes of a file of that length are fetched at once.
fn piece_of(length: u64) -> u64 {
    (length / 64).clamp(SMALL_PIECE, PIECE)
}

fn refused(error: &JsValue) -> io::Error {
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
