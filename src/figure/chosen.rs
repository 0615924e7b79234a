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

/// What was changed by a choice, as far as it is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NowShown {
    /// Whether other campaigns are shown.
    pub campaigns: bool,
    /// Whether they are of other sources.
    pub sources: bool,
    /// The axis, where it is another.
    pub scale: Option<ScaleKind>,
    /// The figures that may say something else now, each with what it said before, where it
    /// said anything.
    pub figures: Vec<(FigureName, Option<String>)>,
}

/// What a choice has changed, for those who do not see it, and no more than that. What a
/// figure says that sets campaigns beside each other is read off the page: `drawn` gives its
/// headline, where it is drawn.
pub fn now_showing(
    dataset: &Dataset,
    choice: &Choice,
    shown: &NowShown,
    drawn: &dyn Fn(FigureName) -> Option<String>,
    language: Language,
) -> String {
    let phrases = language.phrases();
    let (mut said, mut same) = (Vec::new(), None);
    if shown.campaigns || shown.sources {
        let scope = SourceScope::ALL.iter().position(|&scope| scope == choice.scope).unwrap_or(0);
        said.push(language.say(&Sentence::NowShowing {
            chosen: choice.campaigns(dataset).count(),
            of: choice.campaigns_in_scope(dataset).count(),
            sources: shown.sources.then_some(phrases.source_scopes[scope]),
        }));
    }
    if let Some(scale) = shown.scale {
        let at = ScaleKind::ALL.iter().position(|&kind| kind == scale).unwrap_or(0);
        said.push(language.say(&Sentence::NowInScale(phrases.scales[at])));
    }
    for (name, before) in &shown.figures {
        let headline = match name.metric() {
            Some(metric) => Some(headline(dataset, &compare(dataset, choice, metric), language)),
            None => drawn(*name),
        };
        let Some(headline) = headline else { continue };
        let figure = phrases.figure(*name).to_owned();
        if Some(&headline) == before.as_ref() {
            same.get_or_insert(figure);
            continue;
        }
        said.push(language.say(&Sentence::FigureSays { figure, headline }));
    }
    // Silence would be taken for a choice that did nothing.
    if let Some(figure) = same.filter(|_| said.is_empty()) {
        said.push(language.say(&Sentence::FigureSaysTheSame { figure }));
    }
    said.join(" ")
}

/// That a figure shows all its rows now, or fewer again.
pub fn rows_shown(figure: FigureName, all: bool, language: Language) -> String {
    let figure = language.phrases().figure(figure).to_owned();
    language.say(&Sentence::RowsShown { figure, all })
}
