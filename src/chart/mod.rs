//! Spec → scene: the drawing, pure over plotters' `DrawingBackend`.
//!
//! [`ChartSpec`] says in values and words what is drawn. [`draw`] lays it out
//! as SVG, in one of the [`Layout`]s; [`ScatterSpec`] and [`draw_scatter`] are the same for
//! two metrics on one plane. Lengths along the axis are percentages
//! and heights are ems, so that one drawing fits every width of its layout and
//! grows with the reader's text, in a page, in a file without script, and in
//! print. Colours are classes: a theme is a style sheet over the same drawing.

mod attention;
mod beside;
mod calendar;
mod canvas;
mod frame;
mod hearing;
mod ladder;
mod layout;
mod mark;
mod multiples;
mod over_time;
mod scale;
mod scatter;
mod scene;
mod spec;
mod text_width;
mod years;

pub use attention::attention_spec;
pub(crate) use attention::{minded, minding, rate_minded, rate_or_why, rate_words};
pub use beside::beside_spec;
pub(crate) use beside::{apart_words, name as beside_name, relation_words, with_unlike};
pub use calendar::calendar_spec;
pub use canvas::{Canvas, CanvasError, SvgCanvas};
pub use frame::{Frame, KeyEntry, framed};
pub use hearing::Spoken;
pub use ladder::ladder_spec;
pub use layout::Layout;
pub use mark::{Glyph, Mark};
pub use multiples::multiples_spec;
pub use over_time::{draw_aligned, draw_over_time};
pub use scale::{Scale, ScaleKind};
pub use scatter::{Point, ScatterSpec, draw_scatter};
pub use scene::{PlacedMark, Scene, draw};
pub use spec::{Axis, Band, ChartSpec, Panel, Row, Saying, SpecOptions, chart_spec};
pub(crate) use spec::{cell_words, dated_words, evidence_link, silent_link, when_words};
pub use text_width::width as text_width;
pub use years::years_spec;
pub(crate) use years::{missing_words, series_name};
