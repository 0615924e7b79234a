//! The figure of what campaigns put out, what people took from it, and what came of it.

use super::attention::accepting;
use super::content::{Content, said_by_rows, sources_of_cells};
use super::description::in_order;
use super::evidence::who_says;
use super::key::key_of_rows;
use crate::chart::{SpecOptions, beside_name, cell_words, ladder_spec, minding, rate_words};
use crate::compare::{Choice, Climb, Counted, Kept, Ladder, Rung, STEPS};
use crate::format::{Comparing, Language, Sentence};
use crate::model::{Dataset, FigureName, Source};
use maud::{Markup, html};

pub(super) fn content<'a>(dataset: &'a Dataset, ladder: &Ladder, options: SpecOptions) -> Content<'a> {
    let language = options.language;
    let spec = ladder_spec(dataset, ladder, options);
    let cells = || rungs(ladder).map(|(_, _, rung)| &rung.side.cell);
    let sources: Vec<&Source> = sources_of_cells(dataset, cells());
    let mut description = in_order(&spec);
    description.extend(without(dataset, ladder, language));
    Content {
        name: FigureName::Ladder,
        headline: headline(dataset, ladder, language),
        subtitle: language.subtitle(FigureName::Ladder).to_owned(),
        caution: language.caution(FigureName::Ladder),
        note: without(dataset, ladder, language),
        description,
        key: key_of_rows(&spec),
        said_by: said_by_rows(dataset, cells(), &spec),
        sources,
        unseen: ladder
            .climbs
            .iter()
            .skip(spec.panels.len())
            .map(|climb| beside_name(dataset, &climb.campaign))
            .collect(),
        plot: Box::new(spec),
    }
}

/// Every figure, with its campaign and the place of its step.
fn rungs(ladder: &Ladder) -> impl Iterator<Item = (&Climb, usize, &Rung)> {
    ladder.climbs.iter().flat_map(|climb| {
        let steps = climb.steps.iter().enumerate();
        steps.flat_map(move |(step, rungs)| rungs.iter().map(move |rung| (climb, step, rung)))
    })
}

/// Who stands on no step.
fn without(dataset: &Dataset, ladder: &Ladder, language: Language) -> Option<String> {
    if ladder.more > 0 {
        return Some(language.compared(&Comparing::MoreLadders(ladder.more)));
    }
    let campaigns: Vec<String> = ladder.without.iter().map(|id| beside_name(dataset, id)).collect();
    (!campaigns.is_empty()).then(|| language.compared(&Comparing::OnNoStep(campaigns)))
}

/// What a step kept of the one before, in words.
fn kept_words(rung: &Rung, kept: &Kept, language: Language) -> String {
    let counted = (&Counted::of(&rung.side.lane), &Counted::of(&kept.of.lane));
    minding(rate_words((&kept.value, kept.leaning), counted, language), &kept.caveats, language)
}

/// How many campaigns stand on each step; with a rate, where one may be told.
pub(super) fn headline(dataset: &Dataset, ladder: &Ladder, language: Language) -> String {
    let campaigns = ladder.climbs.len() + ladder.without.len() + ladder.more;
    if campaigns == 0 {
        return language.say(&Sentence::HeadlineNoneChosen);
    }
    let kept = rungs(ladder).find_map(|(climb, _, rung)| Some((climb, rung, rung.kept.as_ref()?)));
    if let Some((climb, rung, kept)) = kept {
        return language.compared(&Comparing::HeadlineKept {
            who: beside_name(dataset, &climb.campaign),
            rate: kept_words(rung, kept, language),
        });
    }
    let (whole, asks) = (ladder.whole, !ladder.asks.is_empty());
    language.compared(&Comparing::HeadlineLadder { campaigns, whole, asks })
}

/// Every figure with what it kept of the step before.
pub(super) fn table(dataset: &Dataset, ladder: &Ladder, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let (phrases, columns) = (language.phrases(), language.comparing().ladder_columns);
    let label = |id: &str| dataset.definition(id).map_or("", |known| &*known.label);
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            @for climb in &ladder.climbs { tbody {
                @for (stage, rungs) in STEPS.iter().zip(&climb.steps) {
                    @if rungs.is_empty() { tr {
                        th scope="row" { (beside_name(dataset, &climb.campaign)) }
                        td { (phrases.stage(*stage)) }
                        td colspan=(columns.len() - 2) { (language.comparing().step_missing) }
                    } }
                    @for rung in rungs { tr {
                        th scope="row" { (beside_name(dataset, &climb.campaign)) }
                        td { (phrases.stage(*stage)) }
                        td { (label(&rung.side.lane.definition)) }
                        td { (cell_words(dataset, &rung.side.cell, language)) }
                        td { @if let Some(kept) = &rung.kept { (kept_words(rung, kept, language)) } }
                        td {
                            (who_says(dataset, &rung.side.cell.evidence, options))
                        }
                    } }
                }
            } }
            @if !ladder.without.is_empty() { tbody { @for id in &ladder.without { tr {
                th scope="row" { (beside_name(dataset, id)) }
                td colspan=(columns.len() - 1) { (language.comparing().step_missing) }
            } } } }
        }
    }
}

/// What can be chosen: what is minded.
pub(super) fn terms(choice: &Choice, ladder: &Ladder, language: Language) -> Markup {
    accepting(choice, &ladder.asks, language)
}
