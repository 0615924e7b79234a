//! The list of campaigns.

use crate::compare::Choice;
use crate::format::{Language, Sentence, span_words};
use crate::model::Dataset;
use maud::html;

/// Every campaign in scope with its story, each leading to its page.
pub fn campaigns_html(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let phrases = language.phrases();
    html! {
        h1 tabindex="-1" { (phrases.campaigns_title) }
        ul.campaigns {
            @for campaign in choice.campaigns_in_scope(dataset) {
                @let figures = dataset.observations_of(&campaign.id).filter(|(_, o)| choice.counts_collection(dataset, o.collection)).count();
                li.card {
                    h2 { a href={ "?campaign=" (campaign.id) } { (campaign.edition_name()) } }
                    p.aside {
                        (span_words(language, campaign.from.as_ref(), campaign.to.as_ref()))
                        @if let Some(place) = &campaign.place { ", " (place) }
                        ". " (language.say(&Sentence::FiguresRecorded(figures)))
                    }
                    @if let Some(story) = &campaign.story { p { (story) } }
                }
            }
        }
    }
    .into_string()
}
