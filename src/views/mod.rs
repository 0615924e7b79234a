//! Leptos components: they place what the floors below made, and pass actions
//! on. Nothing is computed here.

mod app;
mod comparing;
mod dashboard;
mod place;

pub use app::start;
