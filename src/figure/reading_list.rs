//! What the present comparison says, in sentences: the surest first, each leading to its
//! evidence.

use super::headline::statement_words;
use crate::chart::evidence_link;
use crate::compare::{Choice, Sureness, statements};
use crate::format::{Language, Sentence};
use crate::model::Dataset;
use maud::{Markup, html};

/// The list as a card of the overview.
pub fn reading_list_html(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let phrases = language.phrases();
    let statements = statements(dataset, choice);
    let of = |sureness: Sureness| -> Markup {
        let those = statements.iter().filter(|statement| statement.sureness == sureness);
        let said: Vec<(String, String)> = those
            .filter_map(|statement| {
                let at = statement.finding.observation()?;
                let words = language.say(&Sentence::Alone(statement_words(dataset, statement, language)));
                Some((words, evidence_link(&dataset.observations[at].campaign, at)))
            })
            .collect();
        html! {
            @if !said.is_empty() {
                h3 { (phrases.sureness[sureness as usize]) }
                ul.said { @for (words, href) in said { li { a href=(href) { (words) } } } }
            }
        }
    };
    html! {
        section.card id="reading-list" aria-labelledby="reading-list-title" {
            h2 id="reading-list-title" { (phrases.reading_list_title) }
            @if statements.is_empty() {
                p { (match choice.campaigns(dataset).next() {
                    None => language.say(&Sentence::Alone(language.say(&Sentence::HeadlineNoneChosen))),
                    Some(_) if of_one_campaign(dataset, choice) => phrases.says_nothing_of_one.to_owned(),
                    Some(_) => phrases.says_nothing.to_owned(),
                }) }
            } @else {
                details data-part="reading-list" open[statements.len() <= SHORT] {
                    summary { (language.say(&Sentence::StatementsMade(statements.len()))) }
                    @for &sureness in Sureness::ALL { (of(sureness)) }
                }
            }
        }
    }
    .into_string()
}

/// Whether several are chosen, and all are editions of one campaign.
fn of_one_campaign(dataset: &Dataset, choice: &Choice) -> bool {
    let mut chosen = choice.campaigns(dataset);
    let first = chosen.next().map(|campaign| campaign.series_id());
    let mut others = chosen.map(|campaign| campaign.series_id()).peekable();
    others.peek().is_some() && others.all(|series| Some(series) == first)
}

/// Up to how many sentences stand there at once.
const SHORT: usize = 6;
