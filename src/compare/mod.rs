//! Dataset × choice → what may stand beside what, and in which order.

mod choice;

pub use choice::{Choice, Selection, SourceScope};
