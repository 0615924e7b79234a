//! Putting short lists in order.

use std::cmp::Ordering;

/// Puts a list in order; what compares as equal keeps its order. For the short
/// lists of a page: the standard library's sorting is made for long ones and is
/// compiled anew, several kilobytes each time, for every kind of item.
pub fn put_in_order<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    for sorted in 1..list.len() {
        let mut at = sorted;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}
