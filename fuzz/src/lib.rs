//! What the fuzz targets share: the bounds they run in, the files they pack bytes into,
//! and what always holds of what was read.

#[path = "../../tests/memory/mod.rs"]
mod memory;
mod packing;
mod reading;

pub use packing::{archive_of, cell_stream_in_xls, sheet_in_xlsx};
pub use reading::{are_the_same, campaign_holds, export_holds, is_read};

use std::panic;

#[global_allocator]
static COUNTING: memory::Counting = memory::Counting;

/// How many bytes a reader may hold of what a target gives it: no input has more than
/// some kilobytes, so what holds more than this would hold of a large file what no
/// machine has. Archives are bounded by what they may unpack to instead.
const HELD: usize = 64 << 20;
const UNPACKED: usize = 512 << 20;

/// Runs what a target does with a file that is read as it is.
pub fn bounded(does: impl FnOnce()) {
    memory::within(HELD, does);
}

/// The same with a file that is unpacked.
pub fn bounded_unpacked(does: impl FnOnce()) {
    memory::within(UNPACKED, does);
}

/// Prints a panic instead of ending with it, but for those of the reader of workbooks,
/// which are caught and told as a sentence. One that nobody catches ends the target.
pub fn panics_may_be_caught() {
    let _ = panic::take_hook();
    panic::set_hook(Box::new(|panic| {
        if !panic.location().is_some_and(|place| place.file().contains("calamine")) {
            eprintln!("{panic}");
        }
    }));
}
