//! Laws of quantities and intervals, held against true values that a statement
//! leaves possible. What is possible is told here a second time, statement by
//! statement and without intervals.

use groundswell::model::{Bound, Comparator, Date, Interval, Period, Quantity};
use proptest::prelude::*;
use std::cmp::Ordering;

/// Whether the true value may be `x`. Nothing is sure of "about".
fn possible(quantity: &Quantity, x: f64) -> bool {
    match *quantity {
        Quantity::Exact { value, stated_to: 1.0 } => x == value,
        Quantity::Exact { value, stated_to } => value - stated_to / 2.0 <= x && x <= value + stated_to / 2.0,
        Quantity::MoreThan(value) => x > value,
        Quantity::AtLeast(value) => x >= value,
        Quantity::LessThan(value) => x < value,
        Quantity::AtMost(value) => x <= value,
        Quantity::Between(low, up) => {
            (if low.open { x > low.value } else { x >= low.value })
                && (if up.open { x < up.value } else { x <= up.value })
        }
        Quantity::About(_) => true,
    }
}

/// The numbers at which something may happen, for a group of quantities: their
/// ends, what lies right beside these and between them, and far out.
fn interesting(quantities: &[Quantity]) -> Vec<f64> {
    let mut ends = vec![0.0];
    for quantity in quantities {
        let stated = quantity.stated();
        ends.push(stated);
        match quantity {
            Quantity::Exact { stated_to, .. } => {
                ends.extend([stated - stated_to / 2.0, stated + stated_to / 2.0])
            }
            Quantity::Between(_, upper) => ends.push(upper.value),
            _ => {}
        }
    }
    let mut all = vec![-1.0e18, 1.0e18];
    for a in &ends {
        all.extend([*a, a.next_down(), a.next_up()]);
        all.extend(ends.iter().map(|b| (a + b) / 2.0));
    }
    all
}

/// True values that a quantity leaves possible; of "about" none can be named.
fn samples(quantity: &Quantity) -> Vec<f64> {
    if matches!(quantity, Quantity::About(_)) {
        return Vec::new();
    }
    interesting(&[*quantity]).into_iter().filter(|x| possible(quantity, *x)).collect()
}

/// Whether `value + rest` is in the interval, where `rest` is smaller than any
/// step at `value`: what was lost when a sum or quotient was rounded.
fn contains_unrounded(interval: &Interval, value: f64, rest: f64) -> bool {
    let above =
        |low: Bound| value > low.value || (value == low.value && (rest > 0.0 || (rest == 0.0 && !low.open)));
    let below =
        |up: Bound| value < up.value || (value == up.value && (rest < 0.0 || (rest == 0.0 && !up.open)));
    interval.lower.is_none_or(above) && interval.upper.is_none_or(below)
}

/// What is lost when `a + b` is rounded (Knuth's two-sum).
fn lost_in_sum(a: f64, b: f64) -> f64 {
    let sum = a + b;
    let b_part = sum - a;
    (a - (sum - b_part)) + (b - b_part)
}

/// Quarters of small numbers, so that what lies between two of them is a number too.
fn quarter() -> impl Strategy<Value = f64> {
    (-400i32..400).prop_map(|n| f64::from(n) / 4.0)
}

/// Numbers as campaigns report them, of every size.
fn reported() -> impl Strategy<Value = f64> {
    // Nothing is reported, too.
    let some = (1u32..100_000, -3i32..9).prop_map(|(digits, power)| f64::from(digits) * 10f64.powi(power));
    prop_oneof![1 => Just(0.0), 9 => some]
}

fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |x| x.is_finite())
}

/// A quantity of any comparator, made of such numbers.
fn quantity<S: Strategy<Value = f64>>(number: fn() -> S) -> impl Strategy<Value = Quantity> {
    let stated_to = prop::sample::select(vec![0.5, 1.0, 1.0, 2.0, 10.0, 1000.0, 1.0e6]);
    let comparator = prop::sample::select(Comparator::ALL);
    (comparator, number(), number(), stated_to).prop_map(|(comparator, a, b, stated_to)| {
        let (low, up) = (a.min(b), a.max(b));
        let upper = comparator.is_range().then_some(up);
        let value = if comparator.is_range() { low } else { a };
        Quantity::new(comparator, value, upper, stated_to)
            .unwrap_or(Quantity::Between(Bound::closed(low), Bound::closed(up)))
    })
}

/// Whether the quantity could have been read from a file.
fn is_sound(quantity: &Quantity) -> bool {
    let upper = match quantity {
        Quantity::Between(_, upper) => Some(upper.value),
        _ => None,
    };
    let stated_to = match quantity {
        Quantity::Exact { stated_to, .. } => *stated_to,
        _ => 1.0,
    };
    Quantity::new(quantity.comparator(), quantity.stated(), upper, stated_to) == Ok(*quantity)
}

proptest! {
    #[test]
    fn the_interval_is_what_is_possible(q in quantity(quarter), other in quantity(quarter)) {
        for x in interesting(&[q, other]) {
            prop_assert_eq!(q.interval().contains(x), possible(&q, x), "{}", x);
        }
        prop_assert!(!q.interval().is_empty());
    }

    #[test]
    fn a_quantity_is_built_with_its_own_comparator(
        comparator in prop::sample::select(Comparator::ALL),
        value in finite(), upper in prop::option::of(finite()), stated_to in finite(),
    ) {
        if let Ok(quantity) = Quantity::new(comparator, value, upper, stated_to) {
            prop_assert_eq!(quantity.comparator(), comparator);
            prop_assert_eq!(quantity.stated(), value);
            prop_assert!(is_sound(&quantity));
            prop_assert_eq!(comparator.is_range(), upper.is_some());
        }
    }

    #[test]
    fn numbers_that_are_none_make_no_quantity(comparator in prop::sample::select(Comparator::ALL), value in finite()) {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            prop_assert!(Quantity::new(comparator, wrong, None, 1.0).is_err());
            prop_assert!(Quantity::new(comparator, value, Some(wrong), 1.0).is_err());
            prop_assert!(Quantity::new(comparator, value, None, wrong).is_err());
        }
    }

    #[test]
    fn an_interval_is_worded_as_it_is(q in quantity(quarter)) {
        let again = Quantity::from_interval(&q.interval());
        prop_assert_eq!(again.map(|again| again.interval()), (q.comparator() != Comparator::About).then(|| q.interval()));
    }

    #[test]
    fn a_sum_contains_every_sum(a in quantity(reported), b in quantity(reported)) {
        let sum = a.plus(&b).map_or(Interval::UNKNOWN, |sum| sum.interval());
        for x in samples(&a) {
            for y in samples(&b) {
                prop_assert!(contains_unrounded(&sum, x + y, lost_in_sum(x, y)), "{} + {} not in {:?}", x, y, sum);
            }
        }
    }

    #[test]
    fn a_ratio_contains_every_ratio(a in quantity(reported), b in quantity(reported)) {
        let ratio = a.over(&b).map_or(Interval::UNKNOWN, |ratio| ratio.interval());
        for x in samples(&a).into_iter().filter(|x| *x >= 0.0) {
            // Below that, what the rounding lost is itself lost.
            for y in samples(&b).into_iter().filter(|y| *y > 1.0e-100 && (x == 0.0 || x > 1.0e-100)) {
                // Of two exact numbers the ratio is the number nearest to it.
                let exact = a == Quantity::exactly(x) && b == Quantity::exactly(y);
                let rest = if exact { 0.0 } else { (-(x / y)).mul_add(y, x) };
                prop_assert!(contains_unrounded(&ratio, x / y, rest), "{} / {} not in {:?}", x, y, ratio);
            }
        }
    }

    #[test]
    fn results_are_sound_quantities(a in quantity(finite), b in quantity(finite)) {
        for result in [a.over(&b), a.plus(&b)].into_iter().flatten() {
            prop_assert!(is_sound(&result), "{:?}", result);
        }
    }

    #[test]
    fn surely_below_is_all_and_only_what_is_sure(a in quantity(quarter), b in quantity(quarter)) {
        let numbers = interesting(&[a, b]);
        let mut pairs = numbers.iter().filter(|x| possible(&a, **x))
            .flat_map(|x| numbers.iter().filter(|y| possible(&b, **y)).map(move |y| (x, y)));
        prop_assert_eq!(a.interval().surely_below(&b.interval()), pairs.clone().all(|(x, y)| x < y));
        prop_assert_eq!(a.interval().surely_at_most(&b.interval()), pairs.all(|(x, y)| x <= y));
    }

    #[test]
    fn enclosing_and_meeting_agree_with_what_is_possible(a in quantity(quarter), b in quantity(quarter)) {
        let (one, other) = (a.interval(), b.interval());
        let numbers = interesting(&[a, b]);
        let of_b = || numbers.iter().filter(|x| possible(&b, **x));
        prop_assert_eq!(one.encloses(&other), of_b().all(|x| possible(&a, *x)));
        prop_assert_eq!(one.meets(&other), of_b().any(|x| possible(&a, *x)));
        prop_assert_eq!(one.meets(&other), other.meets(&one));
    }

    #[test]
    fn the_hull_encloses_both_and_no_more(a in quantity(quarter), b in quantity(quarter)) {
        let (one, other) = (a.interval(), b.interval());
        let hull = one.hull(&other);
        prop_assert!(hull.encloses(&one) && hull.encloses(&other));
        prop_assert_eq!(hull, other.hull(&one));
        prop_assert!([one.lower, other.lower].contains(&hull.lower));
        prop_assert!([one.upper, other.upper].contains(&hull.upper));
    }

    /// Of a ratio that is only about, the true one lies on the side that is told, wherever the
    /// other of the two truly is what its source says about.
    #[test]
    fn a_ratio_that_is_about_leans_to_its_true_side(bound in 1u32..1_000_000, about in 1u32..1_000_000) {
        let (bound, about) = (f64::from(bound), f64::from(about));
        let statements = [
            Quantity::exactly(bound),
            Quantity::AtLeast(bound),
            Quantity::MoreThan(bound),
            Quantity::AtMost(bound),
            Quantity::LessThan(bound),
        ];
        for quantity in statements {
            let of_about = Quantity::About(about);
            let (over, under) = (quantity.leaning_over(&of_about), of_about.leaning_over(&quantity));
            let bounded = !matches!(quantity, Quantity::Exact { .. });
            prop_assert_eq!((over.is_some(), under.is_some()), (bounded, bounded));
            prop_assert_eq!(quantity.times(&of_about).is_some(), !bounded, "or the bound is lost");
            let ratio = quantity.over(&of_about).map_or(f64::NAN, |ratio| ratio.stated());
            let inverse = of_about.over(&quantity).map_or(f64::NAN, |ratio| ratio.stated());
            for x in samples(&quantity).into_iter().filter(|x| *x > 0.0) {
                let lies = |side: Option<Ordering>, truly: f64, stated: f64| match side {
                    Some(Ordering::Greater) => truly >= stated,
                    Some(Ordering::Less) => truly <= stated,
                    _ => truly == stated,
                };
                prop_assert!(lies(over, x / about, ratio), "{quantity:?} of {about}: {x}");
                prop_assert!(lies(under, about / x, inverse), "{about} of {quantity:?}: {x}");
            }
        }
        prop_assert_eq!(Quantity::AtLeast(bound).leaning_over(&Quantity::exactly(about)), None);
    }

    #[test]
    fn bounds_are_carried_through(a in 1u32..1_000_000, b in 1u32..1_000_000) {
        let (a, b) = (f64::from(a), f64::from(b));
        let exact = Quantity::exactly(b);
        let comparator = |result: Option<Quantity>| result.map(|result| result.comparator());
        for (quantity, expected) in [
            (Quantity::exactly(a), Comparator::Exact),
            (Quantity::AtLeast(a), Comparator::AtLeast),
            (Quantity::MoreThan(a), Comparator::MoreThan),
            (Quantity::AtMost(a), Comparator::AtMost),
            (Quantity::LessThan(a), Comparator::LessThan),
            (Quantity::About(a), Comparator::About),
        ] {
            prop_assert_eq!(comparator(quantity.over(&exact)), Some(expected));
            prop_assert_eq!(comparator(quantity.plus(&exact)), Some(expected));
            prop_assert_eq!(comparator(quantity.over(&Quantity::About(b))), Some(Comparator::About));
            prop_assert_eq!(comparator(Quantity::About(b).plus(&quantity)), Some(Comparator::About));
        }
        // A larger divisor makes less of it.
        prop_assert_eq!(comparator(exact.over(&Quantity::AtLeast(a))), Some(Comparator::AtMost));
        prop_assert_eq!(comparator(exact.over(&Quantity::LessThan(a))), Some(Comparator::MoreThan));
        prop_assert_eq!(Quantity::AtLeast(a).over(&Quantity::AtLeast(b)), None);
        prop_assert_eq!(Quantity::AtMost(a).over(&Quantity::AtMost(b)), None);
        prop_assert_eq!(exact.over(&Quantity::exactly(0.0)), None);
    }

    /// Twice is twice, not 1.9999999999999998 times.
    #[test]
    fn a_ratio_that_comes_out_even_stays_even(times in 1u32..1000, b in 1u32..1_000_000) {
        let (times, b) = (f64::from(times) / 4.0, f64::from(b));
        prop_assert_eq!(Quantity::AtLeast(times * b).over(&Quantity::exactly(b)), Some(Quantity::AtLeast(times)));
        prop_assert_eq!(Quantity::AtMost(times * b).over(&Quantity::exactly(b)), Some(Quantity::AtMost(times)));
    }

    #[test]
    fn zero_has_one_sign(comparator in prop::sample::select(Comparator::ALL)) {
        let upper = comparator.is_range().then_some(1.0);
        let zero = Quantity::new(comparator, -0.0, upper, 1.0).unwrap();
        prop_assert!(zero.stated().is_sign_positive());
        prop_assert!(Interval::point(0.0).encloses(&Interval::point(-0.0)));
        prop_assert!(Interval::point(-0.0).encloses(&Interval::point(0.0)));
    }

    #[test]
    fn a_date_reads_as_it_is_written(date in date()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
    }

    #[test]
    fn a_period_reads_as_it_is_written(a in date(), b in date()) {
        let (from, to) = if a.first_day() <= b.last_day() { (a, b) } else { (b, a) };
        for period in [
            Period::Within(a),
            Period::Span(Some(from), Some(to)),
            Period::Span(Some(a), None),
            Period::Span(None, Some(a)),
        ] {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }
        prop_assert!(a.first_day() <= a.last_day());
    }

    #[test]
    fn what_reads_as_a_period_is_written_as_it_was(text in "[0-9]{4}(-[0-9]{2}){0,2}(/([0-9]{4}(-[0-9]{2}){0,2}|\\.\\.))?|.*") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text);
        }
    }
}

/// Dates of each precision that the calendar has.
fn date() -> impl Strategy<Value = Date> {
    let month = prop::option::of((1u8..=12, prop::option::of(1u8..=31)));
    (0u16..=9999, month).prop_filter_map("in the calendar", |(year, month)| {
        let date = Date { year, month: month.map(|(m, _)| m), day: month.and_then(|(_, d)| d) };
        (date.day.is_none_or(|day| day <= Date { day: None, ..date }.last_day().2)).then_some(date)
    })
}

#[test]
fn nothing_follows_from_open_ends_on_both_sides() {
    assert!("../..".parse::<Period>().is_err());
    assert_eq!(Quantity::from_interval(&Interval::UNKNOWN), None);
}
