//! The list of campaigns.

use crate::compare::{Choice, SourceScope};
use crate::format::{Language, Sentence, span_words};
use crate::model::{Dataset, Loading};
use maud::{Markup, html};

/// A link that adds the campaigns that load on request, where there are such and
/// they are not shown; `address` is that of the page with them.
pub(super) fn further_link(
    dataset: &Dataset,
    choice: &Choice,
    address: &str,
    language: Language,
) -> Option<Markup> {
    let further = SourceScope::Further;
    if choice.scope == further || dataset.collections.iter().all(|c| c.loading == Loading::AtStart) {
        return None;
    }
    Some(html! {
        a href=(address) data-do={ "sources-" (further.slug()) } { (language.phrases().show_further) }
    })
}

/// Every campaign in scope with its story, each leading to its page.
pub fn campaigns_html(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let phrases = language.phrases();
    html! {
        h1 tabindex="-1" { (phrases.campaigns_title) }
        @if let Some(link) = further_link(dataset, choice, "?view=campaigns&sources=further", language) {
            p.lead { (link) }
        }
        ul.campaigns {
            @for campaign in choice.campaigns_in_scope(dataset) {
                @let figures = dataset.observations_of(&campaign.id).filter(|(_, o)| choice.counts_collection(dataset, o.collection)).count();
                li.card {
                    h2 { a href={ "?campaign=" (campaign.id) } { (campaign.edition_name()) } }
                    p.aside {
                        @let when = span_words(language, campaign.from.as_ref(), campaign.to.as_ref());
                        @let known: Vec<&str> = [Some(&*when), campaign.place.as_deref()].into_iter().flatten().filter(|text| !text.is_empty()).collect();
                        @if !known.is_empty() { (known.join(", ")) ". " }
                        (language.say(&Sentence::FiguresRecorded(figures)))
                    }
                    @if let Some(story) = &campaign.story { p { (story) } }
                }
            }
        }
    }
    .into_string()
}
