//! What a control of the page is for, by the name that it bears.

use super::action::Action;
use crate::chart::Spoken;
use crate::figure::Panel;
use crate::model::FigureName;

/// What a control does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Changes what a link carries.
    Act(Action),
    /// Opens a panel of choices, or closes it.
    Toggle(Panel),
    /// Leads from elsewhere to a panel of choices, which is open then.
    LeadTo(Panel),
    /// Notes that a part of a figure, of that name, was opened, or closed.
    Part(String, bool),
    /// Shows more rows of a figure's table.
    More(FigureName),
    /// Says so much of each mark.
    Speak(Spoken),
    /// Plays charts as tones, or no longer.
    Hear(bool),
    /// Copies the address.
    CopyLink,
    /// Takes away what is said above the page.
    Dismiss,
    /// Asks again for data that did not come.
    TryAgain,
    /// Asks again for what draws a figure.
    DrawAgain,
    /// Goes a step of the choices back.
    Undo,
    /// Goes a step forward again.
    Redo,
}

impl Command {
    /// The command that a control bears the name of; `on` says whether it is now ticked or
    /// open.
    pub fn named(name: &str, on: bool) -> Option<Self> {
        let (verb, object) = name.split_once('-').unwrap_or((name, ""));
        match (verb, object) {
            ("panel", panel) => panel.parse().ok().map(Self::Toggle),
            ("lead", panel) => panel.parse().ok().map(Self::LeadTo),
            ("part", part) => Some(Self::Part(part.to_owned(), on)),
            ("more", figure) => figure.parse().ok().map(Self::More),
            ("spoken", spoken) => spoken.parse().ok().map(Self::Speak),
            ("heard", "") => Some(Self::Hear(on)),
            ("copy", "") => Some(Self::CopyLink),
            ("dismiss", "") => Some(Self::Dismiss),
            ("try", "again") => Some(Self::TryAgain),
            ("draw", "again") => Some(Self::DrawAgain),
            ("undo", "") => Some(Self::Undo),
            ("redo", "") => Some(Self::Redo),
            _ => Action::named(name, on).map(Self::Act),
        }
    }
}
