//! Widths of text, since system fonts differ and nothing measures the page: a
//! text that fits by this table fits in every font it may be set in.

/// The advance of one character in hundredths of an em: the widest there is in
/// Arial and Helvetica, Roboto, Noto Sans, Open Sans and DejaVu Sans. DejaVu, the
/// font of systems that have no other, is the widest nearly everywhere.
fn advance(character: char, bold: bool) -> u32 {
    let regular = match character {
        'i' | 'j' | 'l' | '\'' => 28,
        ' ' | '.' | ',' | '\u{2019}' => 32,
        'f' | 'I' | ':' | ';' | '-' => 36,
        'r' | 't' | '(' | ')' | '/' | '!' => 41,
        'c' | 's' | 'z' | 'J' | '*' => 55,
        'k' | 'v' | 'x' | 'y' | 'L' | '?' | '\u{201c}' | '\u{201d}' => 60,
        'w' | '#' | '+' | '=' | '<' | '>' | '~' | '\u{d7}' | '\u{2212}' => 84,
        'M' => 91,
        'm' | 'W' | '%' => 99,
        'a'..='z' | '0'..='9' | 'F' | 'T' | '\u{a3}' | '$' => 64,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | 'Z' | '\u{2013}' => 69,
        'A'..='V' | '&' => 79,
        // Outside of what the table knows, more than a full em.
        _ => 102,
    };
    match (bold, character) {
        (false, _) => regular,
        (true, ' ') => regular + 3,
        (true, 'W') => regular + 12,
        (true, _) => regular + 9,
    }
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
