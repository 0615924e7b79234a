//! What was chosen, in words, for where no controls tell it.

use super::headline::headline;
use crate::chart::ScaleKind;
use crate::compare::{Choice, Selection, SourceScope, compare};
use crate::format::{Chosen, Language, Sentence};
use crate::model::{Dataset, FigureName};

/// What is shown of the data; nothing where that is what everybody sees.
pub fn chosen(dataset: &Dataset, choice: &Choice, language: Language) -> Option<String> {
    let campaigns = match choice.selection {
        Selection::All => Vec::new(),
        Selection::Only(_) => choice.campaigns(dataset).map(|campaign| campaign.edition_name()).collect(),
    };
    let said = language.chosen(&Chosen {
        campaigns,
        toolkit_only: choice.scope == SourceScope::Toolkit,
        further: choice.scope == SourceScope::Further,
    });
    (!said.is_empty()).then_some(said)
}

/// Up to how many campaigns a title names.
const NAMED: usize = 4;

/// The title of the overview: what it compares, or what was chosen of it.
pub fn overview_title(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let (chosen, of) = (choice.campaigns(dataset).count(), choice.campaigns_in_scope(dataset).count());
    let named = choice.selection != Selection::All && chosen <= NAMED;
    let campaigns = choice.campaigns(dataset).take_while(|_| named).map(|c| c.edition_name()).collect();
    let scope = SourceScope::ALL.iter().position(|&scope| scope == choice.scope).unwrap_or(0);
    let sources = (choice.scope != SourceScope::default()).then_some(language.phrases().source_scopes[scope]);
    language.say(&Sentence::OverviewTitle { campaigns, chosen, of, sources })
}

/// What is shown after a choice, for those who do not see it (without the settings, where
/// no axis is given); and what these figures say of it. Of one that sets campaigns beside
/// each other that is read off the page: `drawn` gives its headline, where it is drawn.
pub fn now_showing(
    dataset: &Dataset,
    choice: &Choice,
    scale: Option<ScaleKind>,
    figures: &[FigureName],
    drawn: &dyn Fn(FigureName) -> Option<String>,
    language: Language,
) -> String {
    let phrases = language.phrases();
    let sources = SourceScope::ALL.iter().position(|&scope| scope == choice.scope).unwrap_or(0);
    let mut said = String::new();
    if let Some(scale) = scale {
        said.push_str(&language.say(&Sentence::NowShowing {
            chosen: choice.campaigns(dataset).count(),
            of: choice.campaigns_in_scope(dataset).count(),
            sources: phrases.source_scopes[sources],
            scale: phrases.scales[ScaleKind::ALL.iter().position(|&kind| kind == scale).unwrap_or(0)],
        }));
    }
    for &name in figures {
        let headline = match name.metric() {
            Some(metric) => Some(headline(dataset, &compare(dataset, choice, metric), language)),
            None => drawn(name),
        };
        let Some(headline) = headline else { continue };
        let figure = language.phrases().figure(name).to_owned();
        said.push_str(if said.is_empty() { "" } else { " " });
        said.push_str(&language.say(&Sentence::FigureSays { figure, headline }));
    }
    said
}
