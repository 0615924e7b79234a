//! How the page looks to one reader.

/// The colours of the page. Kept on the reader's device, never in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light or dark, as the reader's system is.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The strongest contrast, without shades.
    HighContrast,
}

crate::model::closed_set!(Theme, "theme", {
    System => "system", Light => "light", Dark => "dark", HighContrast => "high-contrast",
});
