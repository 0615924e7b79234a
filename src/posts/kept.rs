//! What is kept of the rows of a table: each post or day with its counts, packed, so that
//! a million of them take less room than the file they come from.
//!
//! Rows stand one after the other in blocks of a fixed size: what is written in them in
//! one text, lengths and counts in a few bits each. So the room grows with what is kept,
//! never by the double of it at once.

use super::form::Meaning;
use super::row::same;
use super::when::Day;
use crate::model::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How many bytes of a post's text are kept: enough to know it by; its link leads to the rest.
const EXCERPT: usize = 280;

/// How many bytes a block has, if its rows do not take more by themselves.
const BLOCK: usize = 64 * 1024;

/// How many beginnings of addresses are told apart, before the rest is kept as it is.
const MOST_PREFIXES: usize = 64;

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
    blocks: Vec<Block>,
    /// What addresses begin with that end with the id of their post.
    prefixes: Vec<String>,
    /// Days as they are written, until it is known what they mean, and up to which row.
    written: Vec<(Option<Day>, u32)>,
    days: Vec<(Option<Date>, u32)>,
    rows: u32,
}

/// Rows, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
struct Block {
    /// Of each row its id, its address where it does not follow from the id, the beginning of
    /// its text, and the hashtags of all of it where that is not all.
    text: String,
    /// Of each row the lengths of these, then its counts.
    numbers: Vec<u8>,
    rows: u32,
}

/// How the address of a row is kept, where it is not a length.
const NO_LINK: u64 = 0;
const LINK_AS_IT_IS: u64 = 1;
const FIRST_PREFIX: u64 = 2;

/// One row that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeptRow<'a> {
    /// The post's id, if it has one; of a day, whose it is, if the row says so.
    pub id: &'a str,
    /// The beginning of its text, if it has one.
    pub text: &'a str,
    /// When it was published, or the day that is counted, as far as it is known.
    pub day: Option<Date>,
    /// What stands before the id in its address, or before nothing.
    link: (&'a str, &'a str),
    /// The hashtags of its text, where only the beginning of that is kept.
    hashtags: &'a str,
    counts: &'a [u8],
}

impl<'a> KeptRow<'a> {
    /// Its address, if it has one.
    pub fn link(&self) -> Cow<'a, str> {
        match self.link {
            (link, "") => Cow::Borrowed(link),
            (prefix, id) => Cow::Owned([prefix, id].concat()),
        }
    }

    /// Whether its text has a hashtag, which is given with or without its sign.
    pub fn has_hashtag(&self, hashtag: &str) -> bool {
        let wanted = hashtag.trim().trim_start_matches(['#', '\u{ff03}']).to_lowercase();
        let has = |known: &str| known.split(' ').any(|known| known == wanted);
        // The last one in a beginning may go on after it.
        let of_text =
            if self.hashtags.is_empty() { Cow::Owned(hashtags(self.text)) } else { self.hashtags.into() };
        !wanted.is_empty() && has(&of_text)
    }

    /// The numbers in the order of [`Kept::counted`].
    pub fn counts(&self) -> impl Iterator<Item = Option<i64>> + use<'a> {
        let mut left = self.counts;
        std::iter::from_fn(move || (!left.is_empty()).then(|| count_of(take_number(&mut left))))
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

    /// Adds a row: id, link and text, without what is blank around them; the day; the counts,
    /// in the order of what is counted.
    pub(super) fn push(
        &mut self,
        [id, link, text]: [&str; 3],
        day: Option<Day>,
        counts: impl Iterator<Item = Option<i64>>,
    ) {
        let excerpt = beginning(text);
        let hashtags = if excerpt.len() < text.len() { hashtags(text) } else { String::new() };
        let before_id = link.len().checked_sub(id.len()).filter(|&at| at > 0 && !id.is_empty());
        let parted = before_id.and_then(|at| link.split_at_checked(at));
        let prefix = parted.filter(|(_, end)| same(end, id)).and_then(|(prefix, _)| self.prefix(prefix));
        let block = self.block_with_room_for(id.len() + link.len() + excerpt.len() + hashtags.len());
        block.push(id);
        match prefix {
            _ if link.is_empty() => push_number(&mut block.numbers, NO_LINK),
            Some(prefix) => push_number(&mut block.numbers, FIRST_PREFIX + prefix as u64),
            None => {
                push_number(&mut block.numbers, LINK_AS_IT_IS);
                block.push(link);
            }
        }
        block.push(excerpt);
        block.push(&hashtags);
        block.rows += 1;
        for count in counts {
            push_number(&mut block.numbers, number_of(count));
        }
        self.rows = self.rows.saturating_add(1);
        match self.written.last_mut() {
            Some((last, until)) if *last == day => *until = self.rows,
            _ => self.written.push((day, self.rows)),
        }
    }

    /// The place of a beginning of addresses among those that are told apart.
    fn prefix(&mut self, prefix: &str) -> Option<usize> {
        let known = self.prefixes.iter().position(|known| same(known, prefix));
        if known.is_none() && self.prefixes.len() < MOST_PREFIXES {
            self.prefixes.push(prefix.to_owned());
            return Some(self.prefixes.len() - 1);
        }
        known
    }

    /// The block in which the next row stands, whose texts have so many bytes.
    fn block_with_room_for(&mut self, texts: usize) -> &mut Block {
        // Numbers take at most ten bytes each.
        let numbers = 10 * (self.counted.len() + 5);
        let is_full = |block: &Block| {
            block.text.len() + texts > BLOCK
                || block.numbers.len() + numbers > BLOCK
                || block.rows == u32::MAX
        };
        if self.blocks.last().is_none_or(is_full) {
            if let Some(full) = self.blocks.last_mut() {
                full.text.shrink_to_fit();
                full.numbers.shrink_to_fit();
            }
            self.blocks.push(Block { text: String::with_capacity(BLOCK), ..Block::default() });
        }
        let last = self.blocks.len() - 1;
        &mut self.blocks[last]
    }

    /// Takes the days, now that it is known what they mean: `days` is given each as often as
    /// another stands between.
    pub(super) fn resolve(&mut self, days: impl FnOnce(&[Option<Day>]) -> Vec<Option<Date>>) {
        let written: Vec<Option<Day>> = self.written.iter().map(|(day, _)| *day).collect();
        let until = std::mem::take(&mut self.written).into_iter().map(|(_, until)| until);
        self.days = days(&written).into_iter().zip(until).collect();
    }

    /// What is counted, in the order of the counts of each row.
    pub fn counted(&self) -> &[Meaning] {
        &self.counted
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The rows in their order.
    pub fn rows(&self) -> impl Iterator<Item = KeptRow<'_>> {
        let mut days = self.days.iter();
        let mut day = days.next();
        let rows = self.blocks.iter().flat_map(|block| self.rows_of(block));
        rows.zip(1..).map(move |(row, number): (_, u32)| {
            while day.is_some_and(|(_, until)| *until < number) {
                day = days.next();
            }
            KeptRow { day: day.and_then(|(day, _)| *day), ..row }
        })
    }

    /// The rows of a block, without their days.
    fn rows_of<'a>(&'a self, block: &'a Block) -> impl Iterator<Item = KeptRow<'a>> {
        let (mut text, mut numbers) = (&*block.text, &*block.numbers);
        (0..block.rows).map(move |_| {
            let id = take_text(&mut text, &mut numbers);
            let link = match take_number(&mut numbers) {
                NO_LINK => ("", ""),
                LINK_AS_IT_IS => (take_text(&mut text, &mut numbers), ""),
                prefix => {
                    let prefix = usize::try_from(prefix - FIRST_PREFIX).unwrap_or(usize::MAX);
                    (self.prefixes.get(prefix).map_or("", String::as_str), id)
                }
            };
            let excerpt = take_text(&mut text, &mut numbers);
            let hashtags = take_text(&mut text, &mut numbers);
            let from = numbers;
            for _ in &self.counted {
                take_number(&mut numbers);
            }
            let counts = &from[..from.len() - numbers.len()];
            KeptRow { id, text: excerpt, day: None, link, hashtags, counts }
        })
    }
}

impl Block {
    fn push(&mut self, text: &str) {
        push_number(&mut self.numbers, text.len() as u64);
        if !text.is_empty() {
            self.text.push_str(text);
        }
    }
}

/// A number as bytes, seven bits in each, the lowest first (LEB128).
#[inline]
fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number that stands first in these bytes, which are left without it.
#[inline]
fn take_number(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((first, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(first & 0x7f) << shift;
        shift += 7;
        if *first < 0x80 {
            break;
        }
    }
    number
}

/// The text that stands first, by its length among the numbers.
fn take_text<'a>(text: &mut &'a str, numbers: &mut &[u8]) -> &'a str {
    let length = usize::try_from(take_number(numbers)).unwrap_or(usize::MAX);
    let (first, rest) = text.split_at_checked(length).unwrap_or_default();
    *text = rest;
    first
}

/// A count as a number: 0 where there is none, small for those that are near zero on
/// either side.
fn number_of(count: Option<i64>) -> u64 {
    count.map_or(0, |count| (((count << 1) ^ (count >> 63)) as u64).saturating_add(1))
}

fn count_of(number: u64) -> Option<i64> {
    let number = number.checked_sub(1)?;
    Some((number >> 1) as i64 ^ -((number & 1) as i64))
}

/// The hashtags of a text, in small letters, without their signs, with spaces between.
#[inline(never)]
fn hashtags(text: &str) -> String {
    /// The first byte of the wide sign.
    const WIDE: u8 = 0xef;
    let mut found = String::new();
    for at in memchr::memchr2_iter(b'#', WIDE, text.as_bytes()) {
        let Some(rest) = text[at..].strip_prefix(['#', '\u{ff03}']) else { continue };
        // What stands within a word, or an address, is no hashtag.
        let before = text[..at].chars().next_back();
        if before.is_some_and(|before| before.is_alphanumeric() || before == '/' || before == '&') {
            continue;
        }
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        if end > 0 {
            if !found.is_empty() {
                found.push(' ');
            }
            found.push_str(&rest[..end].to_lowercase());
        }
    }
    found
}

/// As much of a text as is kept, in whole letters.
pub(super) fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(EXCERPT)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::Measure;
    use proptest::prelude::*;

    fn known_days(days: &[Option<Day>]) -> Vec<Option<Date>> {
        let known = |day: &Option<Day>| match day {
            Some(Day::Known(date)) => Some(*date),
            _ => None,
        };
        days.iter().map(known).collect()
    }

    #[test]
    fn hashtags_are_found_also_where_no_text_is_kept_any_more() {
        assert_eq!(
            hashtags("#One two #\u{c9}T\u{c9}_2 (#three)#four a#no b/#no &#39; # #\u{ff03}wide"),
            "one \u{e9}t\u{e9}_2 three four wide"
        );
        let mut kept = Kept::of([]);
        let text = format!("#first {}#KnowYourNumbers", "long ".repeat(54));
        assert!((EXCERPT - 9..EXCERPT).contains(&(text.len() - "KnowYourNumbers".len())), "{}", text.len());
        kept.push(["1", "", &text], None, std::iter::empty());
        kept.push(["2", "", "#short"], None, std::iter::empty());
        kept.resolve(known_days);
        let rows: Vec<_> = kept.rows().collect();
        assert!(rows[0].has_hashtag("#knowyournumbers") && rows[0].has_hashtag("KnowYourNumbers "));
        assert!(rows[0].has_hashtag("first") && rows[1].has_hashtag("#Short"));
        assert!(!rows[0].has_hashtag("numbers") && !rows[0].has_hashtag("#") && !rows[0].has_hashtag(""));
    }

    #[test]
    fn rows_come_back_as_they_were_kept() {
        let likes = Meaning::Count(Measure::Likes);
        let mut kept = Kept::of([likes, Meaning::Reach, likes]);
        let day = Date::of_day(2026, 2, 3).unwrap();
        let long = "\u{e9}".repeat(200);
        kept.push(["12", "", &long], Some(Day::Known(day)), [Some(0), None].into_iter());
        kept.push(["", "https://x.example/1", "b"], None, [None, Some(-3)].into_iter());
        kept.resolve(known_days);
        assert_eq!(kept.counted(), [likes, Meaning::Reach]);
        let rows: Vec<_> = kept
            .rows()
            .map(|row| (row.id, row.link().into_owned(), row.day, row.counts().collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            rows,
            [
                ("12", String::new(), Some(day), vec![Some(0), None]),
                ("", "https://x.example/1".to_owned(), None, vec![None, Some(-3)]),
            ]
        );
        assert_eq!(kept.rows().next().unwrap().text, "\u{e9}".repeat(140));
    }

    #[test]
    fn addresses_that_end_with_the_id_take_no_room() {
        let mut kept = Kept::of([]);
        for post in 0..200 {
            let id = format!("{}", 2_000_000_000 + post);
            // More beginnings than are told apart.
            let link = format!("https://x.com/account{}/status/{id}", post % 100);
            kept.push([&id, &link, ""], None, std::iter::empty());
        }
        let links: Vec<_> = kept.rows().map(|row| row.link().into_owned()).collect();
        assert_eq!(links[7], "https://x.com/account7/status/2000000007");
        assert_eq!(links[199], "https://x.com/account99/status/2000000199");
        assert_eq!(kept.prefixes.len(), MOST_PREFIXES);
        assert!(kept.blocks[0].text.len() < 200 * 10 + 72 * 48);
    }

    proptest! {
        #[test]
        fn any_rows_come_back(rows in proptest::collection::vec(
            ("[0-9]{0,3}", "(https://x\\.example/)?[0-9a-z]{0,3}", "[a #\u{e9}]{0,400}",
             proptest::option::of(1u8..4), proptest::option::of(any::<i32>()),
             proptest::option::of(-(1i64 << 62)..1 << 62)), 0..400))
        {
            let mut kept = Kept::of([Meaning::Reach, Meaning::Count(Measure::Likes)]);
            let date = |day: Option<u8>| day.map(|day| Date::of_day(2026, 1, day).unwrap());
            for (id, link, text, day, reach, likes) in &rows {
                let counts = [reach.map(i64::from), *likes];
                kept.push([id, link, text], date(*day).map(Day::Known), counts.into_iter());
            }
            kept.resolve(known_days);
            prop_assert_eq!(kept.len(), rows.len());
            prop_assert_eq!(kept.rows().count(), rows.len());
            for (row, (id, link, text, day, reach, likes)) in kept.rows().zip(&rows) {
                prop_assert_eq!((row.id, &*row.link(), row.text), (&**id, &**link, beginning(text)));
                prop_assert_eq!(row.day, date(*day));
                prop_assert_eq!(row.counts().collect::<Vec<_>>(), [reach.map(i64::from), *likes]);
            }
        }
    }
}
