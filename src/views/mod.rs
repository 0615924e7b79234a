//! Leptos components: they place what the floors below made, and pass actions
//! on. Nothing is computed here.

mod app;
mod controls;
mod dashboard;
mod library;
mod notices;
mod overview;
mod page;

pub use app::start;
