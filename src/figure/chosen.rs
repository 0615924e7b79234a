//! What was chosen, in words, for where no controls tell it.

use crate::compare::{Choice, Selection, SourceScope};
use crate::format::{Chosen, Language};
use crate::model::Dataset;

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
