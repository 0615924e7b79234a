//! The figure of the years of campaigns.

use super::content::{Content, said_by_rows, sources_of_cells, unseen};
use super::description::in_order;
use super::evidence::who_says;
use super::key::key_of_rows;
use crate::chart::{
    SpecOptions, cell_words, missing_words, relation_words, series_name, when_words, with_unlike, years_spec,
};
use crate::compare::{Relation, Strand, YearPoint, Years};
use crate::format::{Comparing, Language, Sentence};
use crate::model::{Dataset, FigureName};
use maud::{Markup, html};

pub(super) fn content<'a>(dataset: &'a Dataset, years: &Years, options: SpecOptions) -> Content<'a> {
    let language = options.language;
    let spec = years_spec(dataset, years, options);
    let cells = || {
        let points = years.strands.iter().flat_map(|strand| strand.pieces.iter().flatten());
        points.map(|point| &point.side.cell)
    };
    let sources = sources_of_cells(dataset, cells());
    Content {
        name: FigureName::Years,
        headline: headline(dataset, years, language),
        subtitle: language.subtitle(FigureName::Years).to_owned(),
        caution: language.caution(FigureName::Years),
        note: None,
        description: in_order(&spec),
        key: key_of_rows(&spec),
        said_by: said_by_rows(dataset, cells(), &spec),
        sources,
        unseen: unseen(dataset, cells(), &spec),
        plot: Box::new(spec),
    }
}

/// A figure that is joined to one before, with that and how it stands to it.
type Joined<'a> = (&'a YearPoint, &'a YearPoint, Relation);

/// All of a strand.
fn joined(strand: &Strand) -> impl Iterator<Item = Joined<'_>> {
    strand
        .pieces
        .iter()
        .flat_map(|piece| piece.windows(2).filter_map(|pair| Some((&pair[0], &pair[1], pair[1].since?))))
}

/// How the latest year of a campaign stands to the one before: known exactly before bounds.
pub(super) fn headline(dataset: &Dataset, years: &Years, language: Language) -> String {
    if years.campaigns == 0 {
        return language.say(&Sentence::HeadlineNoneChosen);
    }
    let mut best: Option<((bool, usize), &Strand, Joined<'_>)> = None;
    for strand in &years.strands {
        for (before, point, relation) in joined(strand) {
            // What was counted in the same way says more.
            let order = (!point.unlike.is_none(), relation.telling());
            let later = |other: &Strand, year: u16| std::ptr::eq(other, strand) && year < point.year;
            if best.is_none_or(|(least, other, (_, at, _))| {
                order < least || (order == least && later(other, at.year))
            }) {
                best = Some((order, strand, (before, point, relation)));
            }
        }
    }
    let Some((_, strand, (before, point, relation))) = best else {
        return language.compared(&Comparing::HeadlineNoYears { strands: years.strands.len() });
    };
    let headline = language.compared(&Comparing::HeadlineYears {
        campaign: series_name(dataset, &strand.series),
        amount: cell_words(dataset, &point.side.cell, language),
        when: point.side.cell.period,
        relation: relation_words(relation, language),
        before: before.side.cell.period,
    });
    with_unlike(headline, point.unlike, language)
}

/// Every figure with how it stands to the one before.
pub(super) fn table(dataset: &Dataset, years: &Years, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let (phrases, columns) = (language.phrases(), language.comparing().years_columns);
    let label =
        |point: &YearPoint| dataset.definition(&point.side.lane.definition).map_or("", |known| &*known.label);
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            @for strand in &years.strands { tbody {
                tr { th scope="rowgroup" colspan=(columns.len()) { span {
                    (language.compared(&Comparing::YearsOf {
                        campaign: series_name(dataset, &strand.series),
                        metric: language.compared(&Comparing::Heading(phrases.metric(strand.metric).to_owned())),
                    }))
                } } }
                @for piece in &strand.pieces { @for (at, point) in piece.iter().enumerate() { tr {
                    @let cell = &point.side.cell;
                    th scope="row" { (when_words(language, &cell.period, cell.part.as_deref())) }
                    td { (label(point)) }
                    td { (cell_words(dataset, cell, language)) }
                    td { @match (point.since, at) {
                        (Some(relation), _) => { (with_unlike(language.compared(&Comparing::StandsToTime {
                            relation: relation_words(relation, language),
                            before: piece[at - 1].side.cell.period,
                        }), point.unlike, language)) }
                        (None, 0) => {}
                        (None, _) => { (language.comparing().not_joined) }
                    } }
                    td {
                        (who_says(dataset, &cell.evidence, options))
                    }
                } } }
                @if let Some(missing) = missing_words(strand, language) {
                    tr { td colspan=(columns.len()) { (missing) } }
                }
            } }
        }
    }
}
