//! Streams that never carry anything, in place of the crate wasm-streams.
//!
//! Leptos depends on server functions, and these on wasm-streams, in every
//! build. This page has no server, yet wasm-streams exports classes to
//! JavaScript, and what is exported is kept, with all it needs: 3 KiB of what
//! each reader waits for, never used. This is the part of its interface that
//! server functions name. Without the lines `[patch.crates-io]` in Cargo.toml
//! everything works as well and is larger.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of which nothing comes.
#[derive(Debug)]
pub struct ReadableStream(());

impl ReadableStream {
    /// Lets go of the browser's stream.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        Self(())
    }

    /// Lets go of a stream.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> Self {
        Self(())
    }

    /// No stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        JsValue::NULL.unchecked_into()
    }

    /// The end of the stream.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
