//! The reader's choices: what is shown, the actions that change it, and its
//! form in a link.
//!
//! [`DashboardState`] is everything that a link carries. It changes through
//! [`apply`] only; what a control of the page does is a [`Command`].
//! [`FigureAddress`] is what the address of a figure on another page asks for. [`Theme`] is
//! the reader's own and stays on the device: a link never changes how somebody else's page
//! looks.
//!
//! [`DashboardState`]: crate::state::DashboardState
//! [`apply`]: crate::state::apply
//! [`Command`]: crate::state::Command
//! [`FigureAddress`]: crate::state::FigureAddress
//! [`Theme`]: crate::state::Theme

mod action;
mod command;
mod dashboard;
mod figure_address;
mod follow;
mod link;
mod notice;
mod theme;

pub use action::{Action, apply};
pub use command::Command;
pub use dashboard::{Changed, DashboardState, Told, View};
pub use figure_address::{FigureAddress, HEIGHTS};
pub use follow::follow;
pub use notice::LinkNotice;
pub use theme::Theme;
