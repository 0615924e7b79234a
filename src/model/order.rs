//! Putting lists in order, and finding one among many.

use std::cmp::Ordering;

/// Up to how many items are put in order by moving each to its place: the lists of a page are
/// mostly this short, and then nothing is faster.
const SHORT: usize = 24;

/// Puts a list in order; what compares as equal keeps its order. (The standard library's
/// sorting is compiled anew, several kilobytes each time, for every kind of item: this has one
/// for all.)
pub fn put_in_order<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    if list.len() > SHORT {
        let places = in_order(list.len(), &|a, b| compare(&list[a], &list[b]));
        for at in 0..list.len() {
            // What was there already has been moved on, to where it came from since.
            let mut from = places[at];
            while from < at {
                from = places[from];
            }
            list.swap(at, from);
        }
        return;
    }
    for sorted in 1..list.len() {
        let mut at = sorted;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The places of so many items, in the order of the items: runs of one, two, four … are
/// merged.
fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = places.clone();
    let mut run = 1;
    while run < count {
        let mut start = 0;
        while start < count {
            let (middle, end) = ((start + run).min(count), (start + 2 * run).min(count));
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let is_left = left < middle
                    && (right >= end || compare(places[left], places[right]) != Ordering::Greater);
                let from = if is_left { &mut left } else { &mut right };
                *place = places[*from];
                *from += 1;
            }
            start = end;
        }
        std::mem::swap(&mut places, &mut merged);
        run *= 2;
    }
    places
}

/// Ids, to find the place of one among many.
#[derive(Clone, Debug)]
pub struct Ids<'a> {
    ids: Vec<&'a str>,
    sorted: Vec<usize>,
}

impl<'a> Ids<'a> {
    /// Of these ids.
    pub fn of(ids: Vec<&'a str>) -> Self {
        let sorted = in_order(ids.len(), &|a, b| ids[a].cmp(ids[b]));
        Self { ids, sorted }
    }

    /// The place of an id among those it was made of; of several the first.
    pub fn place(&self, id: &str) -> Option<usize> {
        let at = self.sorted.partition_point(|&place| self.ids[place] < id);
        self.sorted.get(at).copied().filter(|&place| self.ids[place] == id)
    }

    /// Whether an id is among them.
    pub fn has(&self, id: &str) -> bool {
        self.place(id).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_put_in_order_and_what_is_equal_keeps_its_own(numbers in prop::collection::vec(0_u8..20, 0..200)) {
            let mut list: Vec<(u8, usize)> = numbers.iter().copied().zip(0..).collect();
            let mut expected = list.clone();
            expected.sort();
            put_in_order(&mut list, &|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(list, expected);
        }

        #[test]
        fn an_id_is_found_where_it_stands_first(ids in prop::collection::vec("[a-c]{1,2}", 0..60), sought in "[a-c]{1,2}") {
            let found = Ids::of(ids.iter().map(String::as_str).collect());
            prop_assert_eq!(found.place(&sought), ids.iter().position(|id| *id == sought));
        }
    }
}
