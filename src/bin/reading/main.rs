//! Reading the files that are brought, in WebAssembly, in a worker of its own: the page
//! stays alive, and a reading that is cancelled ends with its worker. Only the page where
//! files are brought loads it (`src/figure/own.js`).
//!
//! Natively it is empty: `groundswell check` reads the same from the command line.

#[cfg(target_arch = "wasm32")]
mod blob;
#[cfg(target_arch = "wasm32")]
mod desk;

fn main() {}
