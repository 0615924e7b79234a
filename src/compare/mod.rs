//! Dataset × choice → what may stand beside what, and in which order.
//!
//! [`Comparison`] is one metric's figure as facts: lanes (observations of one
//! definition, unit and basis, the only ones that may be ranked), in them one
//! group a campaign, in it one cell a period. [`Finding`] is the most that may
//! be said of it in a headline. [`Matrix`] is the map: campaigns by stage. [`Rates`] are one metric
//! per another, [`SideBySide`] a few campaigns on all that they share, [`Multiples`] figures as
//! multiples of a yardstick or of targets, [`Ladder`] the steps from output to outcome,
//! [`Years`] the years of one campaign, [`Calendar`] when each ran; a figure's [`Subject`] is
//! one of them. [`Unlike`] is in what two figures that stand beside each other were counted
//! otherwise. [`Filter`] says which campaigns a reader looks for.

mod calendar;
mod cell;
mod choice;
mod comparison;
mod extract;
mod filter;
mod finding;
mod ladder;
mod lane;
mod matrix;
mod multiples;
mod rank;
mod rate;
mod side_by_side;
mod sorting;
mod statement;
mod subject;
mod target;
mod unlike;
mod years;

pub use calendar::{Calendar, Precision, Run, calendar};
pub use cell::{Agreement, Cell, Known};
pub use choice::{Choice, Selection, SourceScope, Terms};
pub use comparison::{Comparison, ROOMS, Silent, compare, compare_in};
pub use extract::extract;
pub use filter::{Filter, Found, Values, Wanted, values_of};
pub use finding::Finding;
pub use ladder::{Climb, Kept, Ladder, Rung, STEPS, ladder};
pub use lane::{Dimension, Group, Lane};
pub use matrix::{MATRIX_ROWS, Matrix, MatrixRow, StageCount, matrix};
pub use multiples::{Multiple, Multiples, MultiplesLane, multiples};
pub use rank::Rank;
pub use rate::{Caveat, Counted, NoRate, Rate, RateLane, Rates, Refusal, WhyNoRate, rates};
pub use side_by_side::{Answer, Apart, BESIDE, Relation, SharedMetric, Side, SideBySide, side_by_side};
pub use sorting::{Column, LaneRow, Sorting, rows_of_lane};
pub use statement::{Statement, Sureness, statements};
pub use subject::{MEASURED, Subject, measured, metrics_of};
pub use target::{TargetCheck, Verdict};
pub use unlike::Unlike;
pub use years::{Strand, YearPoint, Years, years};
