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

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\u{201c}")?;
        for (place, letter) in self.0.chars().enumerate() {
            if place == LONGEST {
                f.write_str("\u{2026}")?;
                break;
            }
            write!(f, "{}", if disturbs(letter) { '\u{fffd}' } else { letter })?;
        }
        f.write_str("\u{201d}")
    }
}
