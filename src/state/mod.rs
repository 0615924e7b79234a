//! The reader's choices: what is shown, the actions that change it, and its
//! form in a link.
//!
//! [`DashboardState`] is everything that a link carries. It changes through
//! [`apply`] only. [`Theme`] is the reader's own and stays on the device: a link
//! never changes how somebody else's page looks.
//!
//! [`DashboardState`]: crate::state::DashboardState
//! [`apply`]: crate::state::apply
//! [`Theme`]: crate::state::Theme

mod action;
mod dashboard;
mod follow;
mod link;
mod notice;
mod theme;

pub use action::{Action, apply};
pub use dashboard::{DashboardState, View};
pub use follow::follow;
pub use notice::LinkNotice;
pub use theme::Theme;
