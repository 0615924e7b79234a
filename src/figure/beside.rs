//! The figure of a few campaigns side by side, on every metric that they share.

use super::content::{Content, source_line, sources_of_cells, unseen};
use super::description::in_order;
use super::evidence::who_says;
use super::key::key_of_rows;
use crate::chart::{
    SpecOptions, apart_words, beside_name, beside_spec, cell_words, dated_words, relation_words, with_unlike,
};
use crate::compare::{Answer, BESIDE, Choice, Relation, Side, SideBySide};
use crate::format::{Comparing, Language};
use crate::model::{Dataset, FigureName, Source};
use maud::{Markup, html};

pub(super) fn content<'a>(
    dataset: &'a Dataset,
    choice: &Choice,
    beside: &SideBySide,
    options: SpecOptions,
) -> Content<'a> {
    let language = options.language;
    let shown = shown(beside);
    let spec = beside_spec(dataset, &shown, options);
    let cells = || answers(&shown).flat_map(|answer| [&answer.other, &answer.one]).map(|side| &side.cell);
    let sources: Vec<&Source> = sources_of_cells(dataset, cells());
    let mut description = in_order(&spec);
    let mut notes = only_one_reports(dataset, &shown, language);
    notes.extend(more_reported(&shown, language));
    description.extend(notes.clone());
    Content {
        name: FigureName::Beside,
        headline: headline(dataset, choice, beside, language),
        subtitle: language.subtitle(FigureName::Beside).to_owned(),
        caution: language.caution(FigureName::Beside),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
        description,
        key: key_of_rows(&spec),
        said_by: source_line(sources.iter().copied(), language),
        sources,
        unseen: unseen(dataset, cells(), &spec),
        plot: Box::new(spec),
    }
}

/// What is shown: nothing of one campaign, and nothing of more than stand side by side.
fn shown(beside: &SideBySide) -> SideBySide {
    if BESIDE.contains(&beside.campaigns.len()) {
        return beside.clone();
    }
    SideBySide { campaigns: beside.campaigns.clone(), shared: Vec::new(), alone: Vec::new() }
}

fn answers(beside: &SideBySide) -> impl Iterator<Item = &Answer> {
    beside.shared.iter().flat_map(|shared| &shared.answers)
}

/// Of what more is reported than stands here.
fn more_reported(beside: &SideBySide, language: Language) -> Option<String> {
    let metrics: Vec<String> = beside
        .shared
        .iter()
        .filter(|shared| shared.more > 0)
        .map(|shared| language.phrases().metric(shared.metric).to_owned())
        .collect();
    (!metrics.is_empty()).then(|| language.compared(&Comparing::MoreReported(metrics)))
}

/// What only one of them reports, a sentence each.
fn only_one_reports(dataset: &Dataset, beside: &SideBySide, language: Language) -> Vec<String> {
    let mut sentences = Vec::new();
    for id in &beside.campaigns {
        let metrics: Vec<String> = beside
            .alone
            .iter()
            .filter(|(_, campaign)| campaign == id)
            .map(|(metric, _)| language.phrases().metric(*metric).to_owned())
            .collect();
        if !metrics.is_empty() {
            let campaign = beside_name(dataset, id);
            sentences.push(language.compared(&Comparing::OnlyReports { campaign, metrics }));
        }
    }
    sentences
}

/// The most telling relation: an exact ratio before a bound on one, that before more or less.
pub(super) fn headline(
    dataset: &Dataset,
    choice: &Choice,
    beside: &SideBySide,
    language: Language,
) -> String {
    let campaigns = choice.campaigns(dataset).count();
    if !BESIDE.contains(&campaigns) {
        return language.compared(&Comparing::HeadlineBesideCount { campaigns });
    }
    let names = || beside.campaigns.iter().map(|id| beside_name(dataset, id)).collect::<Vec<_>>();
    let sure =
        |answer: &&Answer| !answer.one.cell.doubtful && !answer.other.cell.doubtful && answer.stands.is_ok();
    // What was counted in the same way says more.
    let order =
        |answer: &&Answer| (!answer.unlike.is_none(), answer.stands.as_ref().map_or(9, Relation::telling));
    let Some(answer) = answers(beside).filter(sure).min_by_key(order) else {
        return language.compared(&match beside.shared.len() {
            0 => Comparing::HeadlineBesideNothing { campaigns: names() },
            metrics => Comparing::HeadlineBesideApart {
                campaigns: names(),
                metrics,
                doubtful: answers(beside).any(|answer| answer.stands.is_ok()),
            },
        });
    };
    // The larger is spoken of.
    let (one, other, relation) = match answer.stands.unwrap_or(Relation::Untold) {
        Relation::Fraction(times) => (&answer.other, &answer.one, Relation::Times(times)),
        relation => (&answer.one, &answer.other, relation),
    };
    let headline = language.compared(&Comparing::HeadlineBeside {
        who: beside_name(dataset, &one.campaign),
        // Of a part the headline says which.
        counted: match one.cell.part {
            Some(_) => dated_words(dataset, &one.cell, language),
            None => cell_words(dataset, &one.cell, language),
        },
        relation: relation_words(relation, language),
        whom: beside_name(dataset, &other.campaign),
    });
    // In the order in which the two are spoken of.
    let unlike = if one.campaign == answer.one.campaign { answer.unlike } else { answer.unlike.turned() };
    with_unlike(headline, unlike, language)
}

/// Every answer with both its figures.
pub(super) fn table(dataset: &Dataset, beside: &SideBySide, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let phrases = language.comparing();
    let shown = shown(beside);
    let label = |side: &Side| dataset.definition(&side.lane.definition).map_or("", |known| &*known.label);
    let row = |side: &Side, stands: &str| {
        html! { tr {
            td { (label(side)) }
            th scope="row" { (beside_name(dataset, &side.campaign)) }
            td { (dated_words(dataset, &side.cell, language)) }
            td { (stands) }
            td { (who_says(dataset, &side.cell.evidence, options)) }
        } }
    };
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in phrases.beside_columns { th scope="col" { (column) } } } }
            @for shared in &shown.shared { tbody {
                tr { th scope="rowgroup" colspan=(phrases.beside_columns.len()) { span {
                    (language.compared(&Comparing::Heading(language.phrases().metric(shared.metric).to_owned())))
                } } }
                @for answer in &shared.answers {
                    (row(&answer.other, ""))
                    @let whom = beside_name(dataset, &answer.other.campaign);
                    (row(&answer.one, &match answer.stands {
                        Ok(relation) => with_unlike(
                            language.compared(&Comparing::Stands { relation: relation_words(relation, language), whom }),
                            answer.unlike,
                            language,
                        ),
                        Err(apart) => apart_words(dataset, apart, answer, language),
                    }))
                }
            } }
        }
    }
}

/// What can be chosen: beside which campaign the others stand.
pub(super) fn terms(dataset: &Dataset, beside: &SideBySide, language: Language) -> Markup {
    let shown = shown(beside);
    // In the data's order, so that nothing moves when one is chosen.
    let campaigns = dataset.campaigns.iter().filter(|campaign| shown.campaigns.contains(&campaign.id));
    html! {
        @if !BESIDE.contains(&beside.campaigns.len()) {
            p {
                button.plain type="button" data-do="lead-campaigns" { (language.comparing().choose_campaigns_here) }
                // More than stand side by side are seen as small multiples.
                @if beside.campaigns.len() > *BESIDE.end() {
                    " " a href="#figure-ladder" { (language.comparing().as_small_multiples) }
                }
            }
        }
        @if shown.campaigns.len() > 1 && BESIDE.contains(&shown.campaigns.len()) {
            fieldset.terms {
                legend { (language.comparing().choose_yardstick) }
                ul.choices { @for campaign in campaigns {
                    li { label.choice {
                        input type="radio" name="against" data-do={ "against-" (campaign.id) } checked[shown.campaigns.first() == Some(&campaign.id)];
                        (campaign.edition_name())
                    } }
                } }
            }
        }
    }
}
