//! Widths of text, since system fonts differ and nothing measures the page: a
//! text that fits by this table fits in every font it may be set in.

/// The advance of one character in hundredths of an em, regular and bold: the
/// widest there is in Arial and Helvetica, Roboto, Noto Sans, Open Sans and DejaVu
/// Sans. DejaVu, the font of systems that have no other, is nearly always it.
const fn advances(character: char) -> (u32, u32) {
    match character {
        'i' | 'j' | 'l' | '\'' => (28, 35),
        ' ' => (32, 35),
        '.' | ',' | '\u{2019}' => (32, 38),
        'f' | 'I' | ':' | ';' | '-' => (36, 45),
        'r' | 't' | '(' | ')' | '/' | '!' => (42, 50),
        'c' | 's' | 'z' | 'J' | '*' => (55, 60),
        'k' | 'v' | 'x' | 'y' | 'L' | '?' | '\u{201c}' | '\u{201d}' => (60, 67),
        'a' | 'e' | 'o' => (62, 69),
        '0'..='9' | '\u{a3}' | '$' => (64, 70),
        'w' | '#' | '+' | '=' | '<' | '>' | '~' | '\u{d7}' | '\u{2212}' => (84, 93),
        'M' => (91, 100),
        'm' | '%' => (98, 105),
        'W' => (99, 111),
        'a'..='z' | 'F' | 'T' => (64, 72),
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | 'Z' | '\u{2013}' => (69, 78),
        'A'..='V' | '&' => (79, 88),
        // Outside of what the table knows, more than a full em.
        _ => (102, 111),
    }
}

const fn advance(character: char, bold: bool) -> u32 {
    let (regular, heavy) = advances(character);
    if bold { heavy } else { regular }
}

/// The width of a text in hundredths of an em.
pub fn width(text: &str, bold: bool) -> u32 {
    text.chars().map(|character| advance(character, bold)).sum()
}

/// Breaks a text into lines no wider than `limit` (hundredths of an em), at
/// spaces. The last of `most` lines ends in an ellipsis if something is left
/// over, and so does a word that is too long: a text is shortened, never clipped;
/// the table has it in full. Without `most`, such a word is broken, and nothing
/// is left out.
pub(super) fn wrap(text: &str, bold: bool, limit: u32, most: Option<usize>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined, bold) <= limit {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = word.to_owned();
        while most.is_none() && width(&line, bold) > limit {
            let rest = line.split_off(fitting(&line, bold, limit));
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let most = most.unwrap_or(usize::MAX).max(1);
    let cut = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        if width(line, bold) > limit || (cut && at == last) {
            *line = shortened(line, bold, limit);
        }
    }
    lines
}

/// Where a text has to be broken to fit: after its first character at the least.
fn fitting(text: &str, bold: bool, limit: u32) -> usize {
    let mut wide = 0;
    for (at, character) in text.char_indices() {
        wide += advance(character, bold);
        if wide > limit && at > 0 {
            return at;
        }
    }
    text.len()
}

/// As much of a text as fits with an ellipsis behind it.
fn shortened(text: &str, bold: bool, limit: u32) -> String {
    const ELLIPSIS: char = '\u{2026}';
    let kept = &text[..fitting(text, bold, limit.saturating_sub(advance(ELLIPSIS, bold)))];
    format!("{}{ELLIPSIS}", kept.trim_end())
}
