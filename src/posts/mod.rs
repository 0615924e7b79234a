//! Exports → their tables, read: what platforms give as CSV, XLSX, XLS, ZIP and JSON.
//!
//! ```text
//! bytes ─ encoding ─ dress ─ scanner ┐
//!         workbook, feed ────────────┴ rows ─ sheet ─ tables: form, mapping ─ counts, dates
//! ```
//!
//! A file is told by its bytes and its columns, never by its name ([`read_export`]). What
//! a row holds that cannot be read is [`Rejected`], with its line and the reason; nothing
//! is guessed that could be two things, and what was decided is told ([`TableReading`]).
//!
//! Knows nothing of where the bytes come from: a file, or a part of one in a browser.
//!
//! [`read_export`]: crate::posts::read_export
//! [`Rejected`]: crate::posts::Rejected
//! [`TableReading`]: crate::posts::TableReading

mod beside;
mod biff;
mod compound;
mod count;
mod dates;
mod dress;
mod encoding;
mod export;
mod feed;
mod form;
mod grid;
mod header;
mod ids;
mod kept;
mod look;
mod mapping;
mod marks;
mod measure;
mod month;
mod origin;
mod reading;
mod row;
mod said;
mod scanner;
mod sheet;
mod table;
mod text;
mod totals;
mod when;
mod workbook;
mod zone;

pub use encoding::TextError;
pub use export::{Reading, is_text, read_counted, read_export, text_reader};
pub use form::{Form, Meaning};
pub use kept::{Kept, KeptRow, Texts};
pub use look::{BestPost, FirstLook};
pub use mapping::Column;
pub use measure::{Grain, Measure};
pub use origin::{ExportOrigin, Views};
pub use reading::{PreviewCell, PreviewValue, ReachBounds, ReadingOptions, Rejected, TableReading};
pub use said::SaidMapping;
pub use text::TextReader;
pub use when::DateOrder;
pub use zone::Zone;
