//! What is kept of the rows of a table: each post or day with its counts, in columns, so
//! that a million of them fit beside the file they come from.

use super::form::Meaning;
use super::when::Day;
use crate::model::Date;
use serde::{Deserialize, Serialize};

/// Stands for a count that is not reported. No count is so far below zero.
const NOT_REPORTED: i64 = i64::MIN;

/// How many bytes are kept of a post's text: enough to know it by; its link leads to the rest.
const EXCERPT: usize = 280;

/// Texts, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text. What no longer fits into four billion bytes is kept empty.
    pub fn push(&mut self, text: &str) {
        if u32::try_from(self.text.len() + text.len()).is_ok() {
            self.text.push_str(text);
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at that place; empty where there is none.
    pub fn get(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }
}

/// The rows of a table that were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What is counted, in the order of the counts of each row.
    counted: Vec<Meaning>,
    counts: Vec<i64>,
    ids: Texts,
    links: Texts,
    texts: Texts,
    /// The hashtags of each whole text, as [`hashtags`] writes them.
    hashtags: Texts,
    /// Days as they are written, until it is known what they mean.
    written: Vec<Option<Day>>,
    days: Vec<Option<Date>>,
}

/// One row that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeptRow<'a> {
    /// The post's id, if it has one.
    pub id: &'a str,
    /// Its address, if it has one.
    pub link: &'a str,
    /// The beginning of its text, if it has one.
    pub text: &'a str,
    hashtags: &'a str,
    /// When it was published, or the day that is counted, as far as it is known.
    pub day: Option<Date>,
    /// The numbers in the order of [`Kept::counted`].
    counts: &'a [i64],
}

impl KeptRow<'_> {
    /// Whether its text has a hashtag, which is given with or without its sign.
    pub fn has_hashtag(&self, hashtag: &str) -> bool {
        let wanted = hashtag.trim().trim_start_matches(['#', '\u{ff03}']).to_lowercase();
        !wanted.is_empty() && self.hashtags.split(' ').any(|known| known == wanted)
    }

    /// The numbers in the order of [`Kept::counted`].
    pub fn counts(&self) -> impl Iterator<Item = Option<i64>> + '_ {
        self.counts.iter().map(|count| (*count != NOT_REPORTED).then_some(*count))
    }
}

impl Kept {
    /// Nothing yet, of a table in which this is counted.
    pub(super) fn of(counted: impl IntoIterator<Item = Meaning>) -> Self {
        let mut kept = Self::default();
        for meaning in counted {
            if !kept.counted.contains(&meaning) {
                kept.counted.push(meaning);
            }
        }
        kept
    }

    /// Adds a row: id, link and text; the day; what was counted in it.
    pub(super) fn push(
        &mut self,
        [id, link, text]: [&str; 3],
        day: Option<Day>,
        counts: impl Iterator<Item = (Meaning, Option<i64>)>,
    ) {
        self.ids.push(id.trim());
        self.links.push(link.trim());
        self.texts.push(beginning(text.trim()));
        self.hashtags.push(&hashtags(text));
        self.written.push(day);
        let start = self.counts.len();
        self.counts.resize(start + self.counted.len(), NOT_REPORTED);
        for (meaning, count) in counts {
            let at = self.counted.iter().position(|known| *known == meaning);
            if let (Some(at), Some(count)) = (at, count) {
                self.counts[start + at] = count;
            }
        }
    }

    /// Takes the days, now that it is known what they mean.
    pub(super) fn resolve(&mut self, days: impl FnOnce(&[Option<Day>]) -> Vec<Option<Date>>) {
        self.days = days(&self.written);
        self.written = Vec::new();
    }

    /// What is counted, in the order of the counts of each row.
    pub fn counted(&self) -> &[Meaning] {
        &self.counted
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The rows in their order.
    pub fn rows(&self) -> impl Iterator<Item = KeptRow<'_>> {
        let width = self.counted.len();
        self.days.iter().enumerate().map(move |(at, day)| KeptRow {
            id: self.ids.get(at),
            link: self.links.get(at),
            text: self.texts.get(at),
            hashtags: self.hashtags.get(at),
            day: *day,
            counts: &self.counts[at * width..(at + 1) * width],
        })
    }
}

/// The hashtags of a text, in small letters, without their signs, with spaces between.
fn hashtags(text: &str) -> String {
    let mut found = String::new();
    let is_sign = |letter: char| matches!(letter, '#' | '\u{ff03}');
    let mut before = None;
    for (at, letter) in text.char_indices() {
        // What stands within a word, or an address, is no hashtag.
        let begins =
            before.is_none_or(|before: char| !before.is_alphanumeric() && before != '/' && before != '&');
        if is_sign(letter) && begins {
            let rest = &text[at + letter.len_utf8()..];
            let end =
                rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
            if end > 0 {
                if !found.is_empty() {
                    found.push(' ');
                }
                found.push_str(&rest[..end].to_lowercase());
            }
        }
        before = Some(letter);
    }
    found
}

/// As much of a text as is kept, in whole letters.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(EXCERPT)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::Measure;

    #[test]
    fn hashtags_are_found_also_where_no_text_is_kept_any_more() {
        assert_eq!(
            hashtags("#One two #\u{c9}T\u{c9}_2 (#three)#four a#no b/#no &#39; # #"),
            "one \u{e9}t\u{e9}_2 three four"
        );
        let mut kept = Kept::of([]);
        let text = format!("{} #KnowYourNumbers", "long ".repeat(100));
        kept.push(["1", "", &text], None, std::iter::empty());
        kept.resolve(|days| vec![None; days.len()]);
        let row = kept.rows().next().unwrap();
        assert!(row.has_hashtag("#knowyournumbers") && row.has_hashtag("KnowYourNumbers "));
        assert!(!row.has_hashtag("numbers") && !row.has_hashtag("#") && !row.has_hashtag(""));
    }

    #[test]
    fn rows_come_back_as_they_were_kept() {
        let likes = Meaning::Count(Measure::Likes);
        let mut kept = Kept::of([likes, Meaning::Reach, likes]);
        let day = Date::of_day(2026, 2, 3).unwrap();
        let long = "\u{e9}".repeat(200);
        kept.push(
            [" 12 ", "", &long],
            Some(Day::Known(day)),
            [(likes, Some(0)), (Meaning::Reach, None)].into_iter(),
        );
        kept.push(["", "https://x.example/1", "b"], None, [(Meaning::Reach, Some(-3))].into_iter());
        kept.resolve(|days| {
            days.iter()
                .map(|day| match day {
                    Some(Day::Known(date)) => Some(*date),
                    _ => None,
                })
                .collect()
        });
        assert_eq!(kept.counted(), [likes, Meaning::Reach]);
        let rows: Vec<_> =
            kept.rows().map(|row| (row.id, row.link, row.day, row.counts().collect::<Vec<_>>())).collect();
        assert_eq!(
            rows,
            [
                ("12", "", Some(day), vec![Some(0), None]),
                ("", "https://x.example/1", None, vec![None, Some(-3)]),
            ]
        );
        assert_eq!(kept.rows().next().unwrap().text, "\u{e9}".repeat(140));
    }
}
