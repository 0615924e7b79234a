//! The figure of multiples: of a yardstick, or of each figure's own target.

use super::content::{Content, said_by_rows, sources_of_cells, unseen};
use super::description::in_order;
use super::evidence::who_says;
use super::key::key_of_rows;
use crate::chart::{
    SpecOptions, beside_name, cell_words, multiples_spec, relation_words, when_words, with_unlike,
};
use crate::compare::{Cell, Choice, Multiple, Multiples, MultiplesLane};
use crate::format::{Comparing, Language, Sentence, quantity_words, ratio_words};
use crate::model::{Dataset, FigureName};
use maud::{Markup, html};

pub(super) fn content<'a>(
    dataset: &'a Dataset,
    choice: &Choice,
    multiples: &Multiples,
    options: SpecOptions,
) -> Content<'a> {
    let language = options.language;
    let spec = multiples_spec(dataset, multiples, options);
    let cells = || all(multiples).map(|(_, cell, _)| cell);
    let sources = sources_of_cells(dataset, cells());
    let note = without(dataset, multiples, language);
    let mut description = in_order(&spec);
    description.extend(note.clone());
    Content {
        name: FigureName::Multiples,
        headline: headline(dataset, choice, multiples, language),
        subtitle: match &multiples.yardstick {
            Some(id) => language.compared(&Comparing::SubtitleMultiples(beside_name(dataset, id))),
            None => language.subtitle(FigureName::Multiples).to_owned(),
        },
        caution: language.caution(FigureName::Multiples),
        note,
        description,
        key: key_of_rows(&spec),
        said_by: said_by_rows(dataset, cells(), &spec),
        sources,
        unseen: unseen(dataset, cells(), &spec),
        plot: Box::new(spec),
    }
}

/// Every figure with its lane; the yardstick's own are no multiples.
fn all(multiples: &Multiples) -> impl Iterator<Item = (&MultiplesLane, &Cell, Option<&Multiple>)> {
    multiples.lanes.iter().flat_map(|lane| {
        let bases = lane.bases.iter().map(move |cell| (lane, cell, None));
        bases.chain(lane.multiples.iter().map(move |multiple| (lane, &multiple.cell, Some(multiple))))
    })
}

/// Who has nothing that is a multiple.
fn without(dataset: &Dataset, multiples: &Multiples, language: Language) -> Option<String> {
    let campaigns: Vec<String> = multiples.without.iter().map(|id| beside_name(dataset, id)).collect();
    let yardstick = multiples.yardstick.as_ref().map(|id| beside_name(dataset, id));
    (!campaigns.is_empty()).then(|| language.compared(&Comparing::NoMultiple { campaigns, yardstick }))
}

/// How many targets were met; or who surely has more than the yardstick.
pub(super) fn headline(
    dataset: &Dataset,
    choice: &Choice,
    multiples: &Multiples,
    language: Language,
) -> String {
    let Some(id) = &multiples.yardstick else {
        if choice.campaigns(dataset).next().is_none() {
            return language.say(&Sentence::HeadlineNoneChosen);
        }
        let (met, missed, unclear) = multiples.verdicts();
        let campaigns = multiples.campaigns().len();
        return language.compared(&Comparing::HeadlineTargets { met, missed, unclear, campaigns });
    };
    let (mut more, mut otherwise): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (lane, multiple) in
        multiples.lanes.iter().flat_map(|lane| lane.multiples.iter().map(move |m| (lane, m)))
    {
        let base = multiple.base.map(|base| &lane.bases[base]);
        if base.is_some_and(|base| multiple.surely_more_than(base)) {
            let those = if multiple.unlike.is_none() { &mut more } else { &mut otherwise };
            those.push(&multiple.cell.campaign);
        }
    }
    otherwise.retain(|id| !more.contains(id));
    let each_once = |mut ids: Vec<&str>| {
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    };
    language.compared(&Comparing::HeadlineMultiples {
        yardstick: beside_name(dataset, id),
        campaigns: multiples.campaigns().len(),
        more: each_once(more),
        otherwise: each_once(otherwise),
    })
}

/// Every multiple with its figure.
pub(super) fn table(dataset: &Dataset, multiples: &Multiples, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let columns = language.comparing().multiples_columns;
    let label =
        |lane: &MultiplesLane| dataset.definition(&lane.lane.definition).map_or("", |known| &*known.label);
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody { @for (lane, cell, multiple) in all(multiples) { tr {
                td { (label(lane)) }
                th scope="row" { (beside_name(dataset, &cell.campaign)) }
                td { (when_words(language, &cell.period, cell.part.as_deref())) }
                td { (cell_words(dataset, cell, language)) }
                td { (multiple.map_or_else(
                    || language.comparing().is_yardstick.to_owned(),
                    |multiple| multiple_words(dataset, multiples, multiple, language)
                )) }
                td { @if let Some(rank) = multiple.and_then(|multiple| multiple.rank) {
                    (language.say(&Sentence::PlaceShort { best: rank.best, worst: rank.worst }))
                } }
                td {
                    (who_says(dataset, &cell.evidence, options))
                }
            } } }
        }
    }
}

/// How many times what a figure is, in words.
fn multiple_words(
    dataset: &Dataset,
    multiples: &Multiples,
    multiple: &Multiple,
    language: Language,
) -> String {
    match (&multiples.yardstick, multiple.relation, &multiple.cell.target) {
        (Some(id), Some(relation), _) => {
            let whom = beside_name(dataset, id);
            let stands = Comparing::Stands { relation: relation_words(relation, language), whom };
            with_unlike(language.compared(&stands), multiple.unlike, language)
        }
        (_, _, Some(check)) => {
            let target = quantity_words(language, &dataset.observations[check.observation].quantity);
            let (met, elsewhen) = (check.verdict.met(), check.elsewhen);
            let short = language.say(&Sentence::TargetShort { target, met, elsewhen });
            match &multiple.times {
                Some(times) => {
                    let times = language.say(&Sentence::TimesTarget(ratio_words(language, times)));
                    language.say(&Sentence::RowSays { name: short, lines: vec![times] })
                }
                None => short,
            }
        }
        _ => String::new(),
    }
}

/// What can be chosen: of what the figures are multiples.
pub(super) fn terms(dataset: &Dataset, choice: &Choice, multiples: &Multiples, language: Language) -> Markup {
    let phrases = language.comparing();
    let one = |action: String, chosen: bool, name: &str| {
        html! { li { label.choice {
            input type="radio" name="multiples-of" data-do=(action) checked[chosen];
            (name)
        } } }
    };
    html! {
        details.terms data-part="multiples-terms" {
            summary { (phrases.choose_multiples) }
            fieldset {
                legend { (phrases.multiples_of) }
                ul.choices {
                    (one("own-targets".to_owned(), multiples.yardstick.is_none(), phrases.own_target))
                    @for campaign in choice.campaigns(dataset) {
                        (one(format!("against-{}", campaign.id), multiples.yardstick.as_ref() == Some(&campaign.id), &campaign.edition_name()))
                    }
                }
            }
        }
    }
}
