//! Text from outside, as it is quoted in a sentence about it.

use std::fmt;

/// The most characters that a quotation shows.
const LONGEST: usize = 60;

/// Found text for quoting: in quotation marks, cut after sixty characters, and
/// without the characters that could disturb the sentence around it (controls,
/// and those that turn the direction of writing).
#[derive(Clone, Copy, Debug)]
pub struct Excerpt<'a>(pub &'a str);

/// Whether a character would disturb what stands around it, or is allowed in no
/// page and no drawing.
pub(crate) fn disturbs(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// The same text without what would disturb what stands around it.
pub(crate) fn undisturbing(text: &str) -> String {
    text.chars().map(|letter| if disturbs(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The path of a file for quoting: the same, but of a long one the end is kept, where
/// the file's own name is.
#[derive(Clone, Copy, Debug)]
pub struct FilePath<'a>(pub &'a str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cut = self.0.char_indices().nth(LONGEST).map(|(end, _)| &self.0[..end]);
        quote(f, "", cut.unwrap_or(self.0), if cut.is_some() { CUT } else { "" })
    }
}

impl fmt::Display for FilePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = self.0.chars().count().saturating_sub(LONGEST);
        let start = self.0.char_indices().nth(after).map_or(0, |(start, _)| start);
        quote(f, if start > 0 { CUT } else { "" }, &self.0[start..], "")
    }
}

/// Stands for what is left out.
const CUT: &str = "\u{2026}";

fn quote(f: &mut fmt::Formatter<'_>, before: &str, text: &str, after: &str) -> fmt::Result {
    write!(f, "\u{201c}{before}{}{after}\u{201d}", undisturbing(text))
}
