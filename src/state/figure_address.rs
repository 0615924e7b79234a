//! The query of the address of a figure's own page, which stands in a frame or in
//! an element of somebody else's page: what is shown, as in a link to the
//! dashboard, and how.
//!
//! | parameter     | values                             | when it is left out      |
//! |---------------|------------------------------------|--------------------------|
//! | `theme`       | `light`, `dark`, `high-contrast`   | as the reader's system   |
//! | `transparent` | `yes`: no ground of its own        | `no`                     |
//! | `plain`       | `yes`: nothing opens, nothing leads on; who says so is named in a line | `no` |
//! | `title`       | `no`: the headline is only read aloud, for pages that have a heading of their own | `yes` |
//! | `height`      | 150 to 4,000 pixels, which it then keeps to by showing fewer rows | as high as it is |
//!
//! The first four need no program: `figure/embed.js` reads them as well.

use super::dashboard::DashboardState;
use super::link::decoded;
use super::notice::LinkNotice;
use super::theme::Theme;
use std::ops::RangeInclusive;

/// The heights that a figure can be asked to keep to, CSS pixels.
pub const HEIGHTS: RangeInclusive<u32> = 150..=4_000;

/// How a figure is shown on somebody else's page, and what.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FigureAddress {
    /// What is chosen. Of views, and of what is open, a figure knows nothing.
    pub state: DashboardState,
    /// Its colours.
    pub theme: Theme,
    /// Whether the ground of the page around it is seen.
    pub transparent: bool,
    /// Whether nothing in it opens or leads on.
    pub plain: bool,
    /// Whether its headline is only read aloud.
    pub untitled: bool,
    /// The height to keep to, CSS pixels.
    pub height: Option<u32>,
}

impl FigureAddress {
    /// What a query (with or without its question mark) asks for, and a notice of
    /// every part of it that could not be followed. A height beyond what is
    /// possible becomes the nearest that is.
    pub fn from_query(query: &str) -> (Self, Vec<LinkNotice>) {
        let mut address = Self::default();
        let (mut notices, mut others) = (Vec::new(), Vec::new());
        for part in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(value);
            let mut answer = |parameter| match &*value {
                "yes" => true,
                "no" => false,
                _ => {
                    let (found, expected) = (value.clone(), vec!["yes", "no"]);
                    notices.push(LinkNotice::UnknownValue { parameter, found, expected });
                    parameter == "title"
                }
            };
            match &*decoded(name) {
                "transparent" => address.transparent = answer("transparent"),
                "plain" => address.plain = answer("plain"),
                "title" => address.untitled = !answer("title"),
                "theme" => match value.parse() {
                    Ok(theme) => address.theme = theme,
                    Err(wrong) => notices.push(LinkNotice::UnknownValue {
                        parameter: "theme",
                        found: value,
                        expected: wrong.expected,
                    }),
                },
                "height" => match value.parse::<u32>() {
                    Ok(height) => address.height = Some(height.clamp(*HEIGHTS.start(), *HEIGHTS.end())),
                    Err(_) => notices.push(LinkNotice::UnknownValue {
                        parameter: "height",
                        found: value,
                        expected: vec!["150 to 4000"],
                    }),
                },
                _ => others.push(part),
            }
        }
        let (state, told) = DashboardState::from_query(&others.join("&"));
        address.state = state;
        notices.extend(told);
        (address, notices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ScaleKind;

    #[test]
    fn what_is_shown_and_how_are_told_apart() {
        let (address, notices) =
            FigureAddress::from_query("?scale=linear&theme=dark&plain=yes&title=no&height=300&utm_source=x");
        assert_eq!(notices, []);
        assert_eq!(address.state.scale, ScaleKind::Linear);
        assert_eq!((address.theme, address.plain, address.untitled), (Theme::Dark, true, true));
        assert_eq!((address.transparent, address.height), (false, Some(300)));
        assert_eq!(FigureAddress::from_query(""), (FigureAddress::default(), Vec::new()));
    }

    #[test]
    fn what_cannot_be_followed_is_told_and_changes_nothing() {
        for query in
            ["theme=pink", "plain", "transparent=1", "title=%3Cb%3E", "height=tall", "height=-1", "x=y"]
        {
            let (address, notices) = FigureAddress::from_query(query);
            assert_eq!(address, FigureAddress::default(), "{query}");
            assert_eq!(notices.len(), 1, "{query}: {notices:?}");
        }
    }

    #[test]
    fn heights_are_kept_within_bounds() {
        for (query, height) in [("height=0", 150), ("height=99999", 4_000), ("height=4294967295", 4_000)] {
            assert_eq!(FigureAddress::from_query(query).0.height, Some(height), "{query}");
        }
    }
}
