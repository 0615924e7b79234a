//! Which ids were there before.
//!
//! They are put in order, not looked up one by one: exports have their posts in the order
//! of their ids more often than not, and then it costs next to nothing.

use super::count::first_digits;
use std::hash::{BuildHasher, RandomState};

/// How many ids are remembered, at most and at least. What is repeated of the others in a
/// file of more posts is not told.
const MOST: usize = 1_000_000;
const LEAST: usize = MOST / 2;

/// Ids, of which it is to be known how often one was there before.
#[derive(Default)]
pub(super) struct Ids {
    /// What stands for them: in order and each once, if no more are remembered.
    keys: Vec<u64>,
    is_full: bool,
    repeated: u64,
    hasher: RandomState,
}

impl Ids {
    /// What stands for an id: the number that it is, or else a hash.
    #[inline]
    pub(super) fn key(&self, id: &str, number: Option<u64>) -> u64 {
        number.unwrap_or_else(|| self.hasher.hash_one(id))
    }

    /// Takes note of an id.
    #[inline]
    pub(super) fn add(&mut self, key: u64) {
        if self.is_full {
            return self.look_for(key);
        }
        self.keys.push(key);
        if self.keys.len() == MOST {
            self.order();
            // Less is gained by doing so again and again than it costs.
            self.is_full = self.keys.len() > LEAST;
        }
    }

    #[cold]
    fn look_for(&mut self, key: u64) {
        self.repeated += u64::from(self.keys.binary_search(&key).is_ok());
    }

    /// How many ids were there before.
    pub(super) fn repeated(&mut self) -> u64 {
        self.order();
        self.repeated
    }

    #[cold]
    fn order(&mut self) {
        let before = self.keys.len();
        self.keys.sort_unstable();
        self.keys.dedup();
        self.repeated += (before - self.keys.len()) as u64;
    }
}

/// The number that an id is, if no other text writes the same.
#[inline]
pub(super) fn number_of(id: &str) -> Option<u64> {
    let text = id.as_bytes();
    if !(1..=18).contains(&text.len()) || text[0] == b'0' {
        return None;
    }
    let (mut number, mut rest) = (0, text);
    while let Some((eight, after)) = rest.split_first_chunk() {
        number = number * 100_000_000 + first_digits(*eight, 8)?;
        rest = after;
    }
    for byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + i64::from(digit);
    }
    u64::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn repeated<'a>(all: impl Iterator<Item = &'a str>) -> u64 {
        let mut ids = Ids::default();
        for id in all {
            ids.add(ids.key(id, number_of(id)));
        }
        ids.repeated()
    }

    #[test]
    fn what_was_there_before_is_counted() {
        assert_eq!(repeated(["2", "1", "02", "x", "2", "x", "2", ""].into_iter()), 3);
        assert_eq!(number_of("999999999999999999"), Some(999_999_999_999_999_999));
        assert_eq!(
            (number_of("12345678"), number_of("12345678x"), number_of("x2345678")),
            (Some(12_345_678), None, None)
        );
    }

    #[test]
    fn more_than_are_remembered_are_told_as_far_as_they_are() {
        let all: Vec<String> = (1..MOST + 1_000).map(|id| id.to_string()).collect();
        let twice = all.iter().chain(&all[..10]).chain(&all[MOST..]);
        assert_eq!(repeated(twice.map(String::as_str)), 10);
        let same = std::iter::repeat_n("7", 3 * MOST);
        assert_eq!(repeated(same), 3 * MOST as u64 - 1);
    }

    proptest! {
        #[test]
        fn any_ids_are_told_apart(all in proptest::collection::vec("[0-9]{0,2}|[a-c]{1,2}", 0..200)) {
            let mut known = BTreeSet::new();
            let expected = all.iter().filter(|id| !known.insert(id.as_str())).count();
            prop_assert_eq!(repeated(all.iter().map(String::as_str)), expected as u64);
        }
    }
}
