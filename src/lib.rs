//! Groundswell: a dashboard that charts health campaigns on social media, and
//! never parts a figure from what is known about it.
//!
//! The house. Each floor uses only the floors below it (`tests/floors.rs` reads
//! the sources and fails when an import goes up).
//!
//! ```text
//! views ──────── browser       Leptos components · everything that talks to the browser
//!   state                      the reader's choices, what controls do, the query of the address
//!   figure                     a chart with its words: HTML, table, page parts, pictures; live or as a file
//!   chart                      spec → scene, pure over plotters' DrawingBackend
//!   compare                    dataset × choice → lanes, rates, multiples, ladders, years, the matrix, what may be said, an extract
//!   own                        tables of exports → campaigns of one's own, merged, and their figures
//!   posts                      platforms' exports → tables of posts and days, read and summed
//!   data                       catalogue files → dataset; extract ↔ JSON, table
//!   format                     values → words, and every sentence, by language
//!   model                      what was reported: no I/O, no formatting
//! ```
//!
//! Data flows one way, each arrow one pure function:
//! bytes → [`model::Dataset`] → [`compare::Subject`] → [`chart::ChartSpec`] (or [`chart::ScatterSpec`]) → [`chart::Scene`] → page.
//!
//! Everything below `views` and `browser` compiles and is tested natively. The
//! programs are `main.rs` (the app, in WebAssembly), `bin/figures`, `bin/sharing` and
//! `bin/reading` (in WebAssembly too: figures that come alive on somebody else's page, or set
//! campaigns beside each other on ours; what is taken along of a choice; and the reader of the
//! files that people bring) and `bin/groundswell` (native: renders figures and the static parts
//! of the page, and names faults in data and in exports).

/// What was reported: campaigns, observations and how exactly each is known.
pub mod model;

/// Values → words: numbers, dates, and every sentence a reader meets.
pub mod format;

/// Catalogue files ↔ dataset: strict, complete reading that reports every fault.
pub mod data;

/// Platforms' exports → their tables: what was read, what was rejected and why.
pub mod posts;

/// Campaigns of one's own: what exports hold of them, and the figures that follow.
pub mod own;

/// Dataset × choice → what may stand beside what, and in which order.
pub mod compare;

/// Spec → scene: the drawing, pure over plotters' `DrawingBackend`.
pub mod chart;

/// A chart with its words, as HTML: headline, description, chart, key, table, sources.
pub mod figure;

/// The reader's choices, the actions that change them, and their link form.
pub mod state;

/// Everything that talks to the browser: fetching, history, storage, focus.
#[cfg(target_arch = "wasm32")]
pub mod browser;

/// Leptos components: they place what the floors below made and pass actions on.
#[cfg(target_arch = "wasm32")]
pub mod views;
