//! A comparison as a table: every observation, so that nothing is only drawn.

use crate::chart::{SpecOptions, evidence_link, when_words};
use crate::compare::{Agreement, Comparison};
use crate::format::{Sentence, quantity_words};
use crate::model::{Campaign, Dataset};
use maud::{Markup, html};

/// The table of a comparison, a row for each observation and for each campaign
/// without one.
pub(super) fn table_html(
    dataset: &Dataset,
    comparison: &Comparison,
    options: SpecOptions,
    caption: &str,
) -> Markup {
    let language = options.language;
    let phrases = language.phrases();
    let edition = |id: &str| dataset.campaign(id).map_or_else(String::new, Campaign::edition_name);
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in phrases.columns { th scope="col" { (column) } } } }
            @for lane in &comparison.lanes {
                tbody {
                    tr { th scope="rowgroup" colspan=(phrases.columns.len()) { span {
                        @if let Some(definition) = dataset.definition(&lane.definition) { (definition.label) ": " }
                        (language.say(&Sentence::Counted { unit: lane.unit.clone(), scope: lane.scope.clone(), basis: lane.basis }))
                    } } }
                    @for group in &lane.groups { @for cell in &group.cells { @for (at, index) in cell.evidence.iter().enumerate() {
                        @let observation = &dataset.observations[*index];
                        tr {
                            th scope="row" { (edition(&observation.campaign)) }
                            td {
                                @let when = when_words(language, &observation.period, observation.part.as_deref());
                                @if when.is_empty() { (phrases.date_not_stated) } @else { (when) }
                            }
                            td class="number" {
                                (quantity_words(language, &observation.quantity))
                                @if observation.doubt.is_some() { " (" (phrases.doubtful) ")" }
                            }
                            td {
                                @match (cell.agreement, group.rank) {
                                    (Agreement::Disagree, _) => { (phrases.sources_disagree) }
                                    (Agreement::Differ, _) => { (phrases.sources_differ) }
                                    (_, Some(rank)) if at == 0 => { (language.say(&Sentence::PlaceShort { best: rank.best, worst: rank.worst })) }
                                    _ if !lane.stated => { (phrases.unranked) }
                                    _ => {}
                                }
                            }
                            td {
                                @if at == 0 { @if let Some(target) = &cell.target {
                                    (quantity_words(language, &dataset.observations[target.observation].quantity)) ": "
                                    (phrases.verdict(target.verdict.met()))
                                } }
                            }
                            td {
                                @let source = dataset.source(&observation.source).map_or("", |source| source.short_name());
                                @if options.alone { (source) } @else { a href=(evidence_link(&observation.campaign, *index)) { (source) } }
                            }
                        }
                    } } }
                }
            }
            @if !comparison.silent.is_empty() {
                tbody { @for silent in &comparison.silent { tr {
                    th scope="row" { (edition(&silent.campaign)) }
                    td colspan=(phrases.columns.len() - 1) { (language.say(&Sentence::Gap(silent.gap))) }
                } } }
            }
        }
    }
}
