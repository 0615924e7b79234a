//! Catalogue files → dataset: strict and complete reading; and what is taken along
//! of a figure, an [`Extract`], as JSON and as a table, written and read back.
//! A [`Library`] holds what has arrived of a catalogue.
//!
//! A catalogue names data sets, each a file of its own. [`read_catalogue`] and
//! [`read_collection`] read one file each, [`join`] puts together whatever has
//! been read so far and resolves the references between the files.
//!
//! A file that cannot be read at all is [`Unreadable`]. A record with a fault is
//! left out and the rest is kept; every [`Fault`] is reported, of one record
//! too. Records that depend on one left out are left out with it, and say so.
//!
//! Knows nothing of where the text came from: what can go wrong on the way
//! (not found, no network) belongs to the browser's floor.
//!
//! [`read_catalogue`]: crate::data::read_catalogue
//! [`read_collection`]: crate::data::read_collection
//! [`join`]: crate::data::join
//! [`Unreadable`]: crate::data::Unreadable
//! [`Fault`]: crate::data::Fault
//! [`Extract`]: crate::data::Extract
//! [`Library`]: crate::data::Library

mod campaign;
mod catalogue;
mod contradiction;
mod data_file;
mod definition;
mod entries;
mod envelope;
mod extract;
mod fault;
mod fingerprint;
mod join;
mod json;
mod library;
mod observation;
mod part;
mod record;
mod source;
mod table;
mod table_reading;
mod unreadable;
mod written;

pub use catalogue::{Catalogue, read_catalogue};
pub use data_file::{is_data_file, is_metadata, is_table, read_data_file};
pub use extract::{Extract, read_extract};
pub use fault::{Fault, Problem};
pub use fingerprint::fingerprint;
pub use join::join;
pub use library::{FETCH_SECONDS, Library, NamedText, is_own, metadata_path};
pub use part::{Part, read_collection};
pub(crate) use record::is_id;
pub use table::{Table, write_list, write_table};
pub use table_reading::read_table;
pub use unreadable::{Unreadable, UnreadableCause};
pub use written::{write_collection, write_extract};
