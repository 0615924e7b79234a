//! What was reported, as plain types: no input or output, no formatting.
//!
//! The words are the field's: a *campaign* has *observations* (one reported
//! *quantity* each) of a *definition* (what exactly was counted), over a
//! *period*, on a *basis*, said by a *source*.

mod campaign;
mod closed_set;
mod dataset;
mod definition;
mod facet;
mod figure_name;
mod interval;
mod letters;
mod numeral;
mod observation;
mod order;
mod period;
mod quantity;

pub use campaign::{Campaign, Objective, ToldResult};
pub use closed_set::UnknownSlug;
pub(crate) use closed_set::closed_set;
pub use dataset::{Collection, Contradiction, Dataset, GapRecord, Loading, RecordKind};
pub use definition::{Definition, Metric, Stage};
pub use facet::Facet;
pub use figure_name::{FigureName, FigureNames};
pub use interval::{Bound, Interval};
pub use letters::{letters, small_letters};
pub use numeral::{Decimal, power_of_ten};
pub use observation::{Basis, Gap, Observation, Role, Source, SourceKind};
pub use order::{Ids, put_in_order};
pub use period::{Date, InvalidPeriod, Period};
pub use quantity::{Comparator, InvalidQuantity, Quantity};
