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
    /// What was chosen before, where other campaigns or sources are shown now.
    pub before: Option<Choice>,
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
    if let Some(before) = &shown.before {
        let same_scope = choice.scope == before.scope;
        let scope = SourceScope::ALL.iter().position(|&scope| scope == choice.scope).unwrap_or(0);
        said.push(language.say(&Sentence::NowShowing {
            chosen: choice.campaigns(dataset).count(),
            of: choice.campaigns_in_scope(dataset).count(),
            sources: (!same_scope).then_some(phrases.source_scopes[scope]),
            // Which come with other sources is not what was chosen.
            one: same_scope.then(|| one_changed(dataset, before, choice)).flatten(),
        }));
    }
    if let Some(scale) = shown.scale {
        let at = ScaleKind::ALL.iter().position(|&kind| kind == scale).unwrap_or(0);
        said.push(language.say(&Sentence::NowInScale(phrases.scales[at])));
    }
    let mut otherwise = Vec::new();
    for (name, before) in &shown.figures {
        let headline = match name.metric() {
            Some(metric) => Some(headline(dataset, &compare(dataset, choice, metric), language)),
            None => drawn(*name),
        };
        let Some(headline) = headline else { continue };
        let figure = phrases.figure(*name).to_owned();
        if Some(&headline) == before.as_ref() {
            same.get_or_insert(figure);
        } else {
            otherwise.push((figure, headline));
        }
    }
    match (&*otherwise, same) {
        ([], Some(figure)) if said.is_empty() => {
            // Silence would be taken for a choice that did nothing.
            said.push(language.say(&Sentence::FigureSaysTheSame { figure }));
        }
        ([], _) => {}
        ([(figure, headline)], _) => {
            let (figure, headline) = (figure.clone(), headline.clone());
            said.push(language.say(&Sentence::FigureSays { figure, headline }));
        }
        // Each of them would be a sentence to listen to; it stands at the head of its figure.
        (several, _) => {
            let figures = several.iter().map(|(figure, _)| figure.clone()).collect();
            said.push(language.say(&Sentence::FiguresSayOtherwise(figures)));
        }
    }
    said.join(" ")
}

/// The one campaign that a choice has added (or else removed), where it is one.
fn one_changed(dataset: &Dataset, before: &Choice, now: &Choice) -> Option<(bool, String)> {
    let shown = |choice: &Choice| choice.campaigns(dataset).map(|c| &*c.id).collect::<Vec<_>>();
    let (then, now) = (shown(before), shown(now));
    let only_in = |these: &[&str], others: &[&str]| {
        let mut more = these.iter().filter(|id| !others.contains(id));
        (more.next().map(|id| (*id).to_owned()), more.next().is_none())
    };
    let (id, added) = match (only_in(&now, &then), only_in(&then, &now)) {
        ((Some(id), true), (None, _)) => (id, true),
        ((None, _), (Some(id), true)) => (id, false),
        _ => return None,
    };
    Some((added, dataset.campaign(&id)?.edition_name()))
}

/// That a figure shows all its rows now, or fewer again.
pub fn rows_shown(figure: FigureName, all: bool, language: Language) -> String {
    let figure = language.phrases().figure(figure).to_owned();
    language.say(&Sentence::RowsShown { figure, all })
}
