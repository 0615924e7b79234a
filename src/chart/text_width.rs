//! Generous widths of text, since system fonts differ and nothing measures the
//! page: a text that fits by this table fits in every font it may be set in.

/// The advance of one character in hundredths of an em, on the wide side of the
/// common system fonts (Arial, Helvetica, Segoe UI, Roboto, DejaVu Sans).
fn advance(character: char) -> u32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '\u{2019}' | '.' | ',' | ':' | ';' | '!' | '|' | ' ' => 34,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '/' | '-' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 98,
        'A'..='Z' | '#' | '&' | '+' | '=' => 76,
        'a'..='z' | '0'..='9' => 63,
        // Outside of what the table knows, a full em.
        _ => 100,
    }
}

/// The width of a text in hundredths of an em.
pub fn width(text: &str) -> u32 {
    text.chars().map(advance).sum()
}

/// Breaks a text into lines no wider than `limit` (hundredths of an em), at
/// spaces. The last of `most` lines ends in an ellipsis if something is left
/// over: a text is shortened, never clipped; the table has it in full.
pub(super) fn wrap(text: &str, limit: u32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= limit {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = word.to_owned();
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let cut = lines.len() > most;
    lines.truncate(most.max(1));
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        if width(line) > limit || (cut && at == last) {
            *line = shortened(line, limit);
        }
    }
    lines
}

/// As much of a text as fits with an ellipsis behind it.
fn shortened(text: &str, limit: u32) -> String {
    const ELLIPSIS: char = '\u{2026}';
    let mut room = limit.saturating_sub(advance(ELLIPSIS));
    let kept: String = text
        .chars()
        .take_while(|&character| {
            let fits = advance(character) <= room;
            room = room.saturating_sub(advance(character));
            fits
        })
        .collect();
    format!("{}{ELLIPSIS}", kept.trim_end())
}
