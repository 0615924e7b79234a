//! What following a link within the page does, on top of what is shown: a
//! link to a campaign keeps the reader's choices.

use super::action::Action;
use super::dashboard::{DashboardState, View};
use crate::compare::Selection;
use crate::model::Metric;
use std::str::FromStr;

/// The actions of a link within the page, by its query (without the question
/// mark) or, where it has one, by the name of its action.
pub fn follow(query: &str, action: Option<&str>) -> Vec<Action> {
    let named = |prefix: &str| {
        action.and_then(|name| name.strip_prefix(prefix)).and_then(|slug| Metric::from_str(slug).ok())
    };
    if let Some(metric) = named("expand-") {
        return vec![Action::Expand(metric)];
    }
    if let Some(metric) = named("fold-") {
        return vec![Action::Collapse(metric)];
    }
    let (asked, _) = DashboardState::from_query(query);
    let mut actions = Vec::new();
    if let Selection::Only(ids) = asked.campaigns {
        actions.push(Action::ChooseOnly(ids));
    }
    actions.push(Action::Show(asked.view));
    actions
}

impl View {
    /// The address of the page in the navigation that this view belongs to.
    pub const fn navigation(&self) -> &'static str {
        match self {
            Self::Overview => "?",
            Self::Campaigns | Self::Campaign(_) => "?view=campaigns",
            Self::About => "?view=about",
        }
    }
}
