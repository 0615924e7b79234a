//! What stands out in a table that was read, before it is added anywhere: its busiest day,
//! and the posts with the most.

use super::own_files::measure_words;
use crate::format::{Language, grouped, span_words};
use crate::posts::{FirstLook, Measure};
use maud::{Markup, html};

/// Of what the busiest day is told, if there is any.
const OF_DAYS: [Measure; 3] = [Measure::Impressions, Measure::Views, Measure::Engagements];

/// What stands out, to be opened; nothing where nothing does.
pub(super) fn look_html(look: &FirstLook, language: Language) -> Markup {
    let busiest: Vec<_> =
        OF_DAYS.iter().filter_map(|measure| Some((*measure, look.busiest(*measure)?))).collect();
    let post = |text: &str, link: &str| match (text.is_empty(), link.is_empty()) {
        (false, _) => text.to_owned(),
        (true, false) => link.to_owned(),
        (true, true) => language.over_time_phrases().no_text.to_owned(),
    };
    html! {
        @if !busiest.is_empty() || !look.best.is_empty() {
            details { summary { (language.own_phrases().first_look) }
                @for (measure, (day, sum)) in &busiest {
                    p { (language.busiest_day(measure_words(*measure, language), &span_words(language, Some(day), Some(day)), &grouped(*sum as f64))) }
                }
                @if let Some(by) = look.by.filter(|_| !look.best.is_empty()) {
                    p { (language.best_posts(measure_words(by, language), look.best.len())) }
                    ol { @for best in &look.best {
                        li { (post(&best.text, &best.link)) " "
                            span.note { (grouped(best.count as f64))
                                @if let Some(day) = &best.day { ", " (span_words(language, Some(day), Some(day))) } } }
                    } }
                }
            }
        }
    }
}
