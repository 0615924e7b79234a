//! Campaigns of one's own: what exports hold of one, put together post by post and day
//! by day, and the figures that follow from it.
//!
//! ```text
//! tables of exports ─ streams ─┐
//!                              ├ campaign ─ totals ─ a data file, as any other
//! tables of exports ─ streams ─┤
//! a data file ─ what it tells ─┘
//! ```
//!
//! A [`Stream`] is what one account reports of its posts, or of its days. The same or an
//! overlapping export takes the place of what is there, post by post and day by day
//! ([`Changes`]): nothing is counted twice. Whose days they are has to be known for that
//! ([`Whose`]): two accounts of one platform have the same days. Posts and days are never
//! added up in one number, nor is reach; what a total leaves out makes it "at least".
//!
//! Posts that are picked one by one can be moved to another campaign ([`Picked`]), which
//! remembers from where: what a file brings of them later finds them there ([`Imported`]).
//!
//! A data file that another team sends is kept as it is told, under its own sources. A
//! backup holds all that is kept; what it brings meets what is here ([`Arrival`]).
//!
//! Knows nothing of where campaigns are kept.
//!
//! [`Stream`]: crate::own::Stream
//! [`Changes`]: crate::own::Changes
//! [`Whose`]: crate::own::Whose
//! [`Picked`]: crate::own::Picked
//! [`Imported`]: crate::own::Imported
//! [`Arrival`]: crate::own::Arrival

mod aligned;
mod arrival;
mod backup;
mod campaign;
mod case_study;
mod defined;
mod earlier;
mod import;
mod packed;
mod picked;
mod portion;
mod ranking;
mod series;
mod stream;
mod told;
mod total;
mod whose;
mod written;

pub use aligned::{Aligned, Alignment, Apart, alike};
pub use arrival::Arrival;
pub use backup::{Backup, KeptBytes, is_backup, read_backup, write_backup};
pub use campaign::OwnCampaign;
pub use defined::own_definitions;
pub use import::{Elsewhere, Import, Imported, NotImported};
pub use packed::NotOurs;
pub use picked::{Picked, PostsMoved};
pub use portion::Portion;
pub use ranking::{RankedBy, RankedPost, Ranking};
pub use series::{Countable, Series, SeriesPoint, TooLong};
pub use stream::{Changes, Stream, Tally};
pub use told::Telling;
pub use whose::{Undecided, Whose};
pub use written::{Filled, WrongField};
