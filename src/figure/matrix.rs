//! The map of the page: campaigns by stage.

use crate::chart::evidence_link;
use crate::compare::{Choice, matrix};
use crate::format::{Language, Sentence};
use crate::model::{Campaign, Dataset, Stage};
use maud::{Markup, html};

/// The matrix as a table; a cell leads to its figure.
pub fn matrix_html(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let phrases = language.phrases();
    let matrix = matrix(dataset, choice);
    let cell = |campaign: &str, name: &str, stage: usize, count: &crate::compare::StageCount| -> Markup {
        let label = language.say(&Sentence::MatrixCell {
            campaign: name.to_owned(),
            stage: phrases.stages[stage],
            figures: count.figures,
            told: count.told,
            charted: count.leads_to,
        });
        // A charted metric leads to its figure; everything else to the campaign.
        let href = match count.leads_to {
            Some(metric) => format!("#figure-{}", metric.slug()),
            None => format!("?campaign={campaign}#stage-{}", Stage::ALL[stage].slug()),
        };
        html! {
            td { @if count.figures + count.told == 0 { span.none role="img" aria-label=(phrases.nothing_found) { "\u{2013}" } } @else {
                a href=(href) aria-label=(label) {
                    @if count.figures > 0 { (count.figures) } @else { (phrases.told_in_words) }
                }
            } }
        }
    };
    let answer = |name: &str, href: String, verdict: &'static str| -> Markup {
        let label = language.say(&Sentence::MatrixVerdict { campaign: name.to_owned(), verdict });
        html! { a href=(href) aria-label=(label) { (verdict) } }
    };
    html! {
        section.card id="matrix" aria-labelledby="matrix-title" {
            h2 id="matrix-title" { (phrases.matrix_title) }
            p.subtitle { (phrases.matrix_note) }
            @if matrix.more > 0 { p.note { (language.say(&Sentence::OnlyFirst { shown: matrix.rows.len(), more: matrix.more })) } }
            div.scroll role="group" tabindex="0" aria-labelledby="matrix-title" {
                table.matrix {
                    caption.unseen { (phrases.matrix_title) }
                    thead { tr {
                        th scope="col" { (phrases.columns[0]) }
                        @for (at, stage) in phrases.stages.iter().enumerate() {
                            th scope="col" class=[matrix.is_empty_stage(at).then_some("nobody")] { (stage) }
                        }
                        th scope="col" { (phrases.target_met) }
                    } }
                    tbody { @for row in &matrix.rows {
                        @let campaign = dataset.campaign(&row.campaign);
                        @let name = campaign.map_or_else(String::new, Campaign::edition_name);
                        tr {
                            th scope="row" { a href={ "?campaign=" (row.campaign) } { (name) } }
                            @for (at, count) in row.stages.iter().enumerate() { (cell(&row.campaign, &name, at, count)) }
                            td.verdict {
                                @match (row.verdict(), row.targets_stated) {
                                    (Some((_, result, verdict)), _) => {
                                        (answer(&name, evidence_link(&row.campaign, result), phrases.verdict(verdict.met())))
                                    }
                                    (None, 0) => { span.none { (phrases.verdicts[4]) } }
                                    (None, _) => { (answer(&name, format!("?campaign={}#objectives", row.campaign), phrases.verdicts[3])) }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
    .into_string()
}
