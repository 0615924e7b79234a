//! What is told of a campaign besides its figures, and the forms in which it is written and
//! corrected: results in words, why there is no figure, where sources do not agree.

use super::own_form::{FilledForm, field_html, is_of_source, source_texts, wrong_html};
use crate::format::{FieldWords, Language, Sentence};
use crate::model::{Dataset, Definition};
use crate::own::Telling;
use maud::{Markup, html};

impl FilledForm {
    /// What is told of that kind at that place; an empty form where nothing is.
    pub fn of_told(dataset: &Dataset, what: Telling, at: usize) -> Self {
        let texts = |source: Option<&String>, texts: &[(&str, Option<&str>)]| {
            let mut filled: Vec<(String, String)> = texts
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.unwrap_or_default().to_owned()))
                .collect();
            if let Some(source) = source.and_then(|id| dataset.source(id)) {
                filled.extend(source_texts(source));
            }
            Self { texts: filled, wrong: Vec::new() }
        };
        match what {
            Telling::Result => {
                let told = dataset.campaigns.first().and_then(|campaign| campaign.results.get(at));
                told.map(|told| {
                    let fields = [
                        ("text", Some(&*told.text)),
                        ("stage", Some(told.stage.slug())),
                        ("locator", told.locator.as_deref()),
                    ];
                    texts(told.source.as_ref(), &fields)
                })
            }
            Telling::Gap => dataset.gaps.get(at).map(|gap| {
                let fields = [
                    ("metric", Some(gap.metric.slug())),
                    ("reason", Some(gap.reason.slug())),
                    ("note", gap.note.as_deref()),
                ];
                texts(gap.source.as_ref(), &fields)
            }),
            Telling::Contradiction => dataset.contradictions.get(at).map(|told| {
                let mut filled = texts(None, &[("text", Some(&told.text))]);
                let ids = told.definitions.iter().map(|id| ("definitions".to_owned(), id.clone()));
                filled.texts.extend(ids);
                filled
            }),
        }
        .unwrap_or_default()
    }
}

/// What is told of a campaign besides figures, each with what can be done with it.
pub fn tellings_html(dataset: &Dataset, language: Language) -> String {
    let words = language.written_phrases();
    html! {
        @for (what, its) in Telling::ALL.iter().zip(words.tellings) {
            @let told = told_texts(dataset, *what, language);
            h3 id={ "told-" (what.slug()) } { (its.all) }
            @if told.is_empty() { p { (its.none) } }
            ul.own { @for (at, text) in told.iter().enumerate() {
                @let id = format!("told-{}-{at}", what.slug());
                li {
                    p id=(id) { (text) }
                    p.row {
                        button.plain type="button" data-does="change-told" data-what=(what.slug()) data-at=(at) aria-describedby=(id) { (words.change) }
                        button.plain type="button" data-does="remove-told" data-what=(what.slug()) data-at=(at) aria-describedby=(id) { (words.remove) }
                    }
                }
            } }
            p.row { button.plain type="button" data-does="add-told" data-what=(what.slug()) { (its.add) } }
        }
    }
    .into_string()
}

/// All that is told of that kind, in its order.
fn told_texts(dataset: &Dataset, what: Telling, language: Language) -> Vec<String> {
    match what {
        Telling::Result => {
            let told = dataset.campaigns.first().map(|campaign| &*campaign.results).unwrap_or_default();
            told.iter().map(|told| told.text.clone()).collect()
        }
        Telling::Gap => {
            let gap = |gap: &crate::model::GapRecord| {
                let metric = language.phrases().metric(gap.metric);
                let reason = language.say(&Sentence::Gap(gap.reason));
                let note = gap.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default();
                format!("{metric}: {reason}{note}")
            };
            dataset.gaps.iter().map(gap).collect()
        }
        Telling::Contradiction => dataset.contradictions.iter().map(|told| told.text.clone()).collect(),
    }
}

/// The form of one of these, of the one at that place or of a new one; a contradiction can be
/// about any of the definitions.
pub fn told_form_html(
    (what, at): (Telling, Option<usize>),
    form: &FilledForm,
    definitions: &[Definition],
    language: Language,
) -> String {
    let words = language.written_phrases();
    let its = words.tellings[Telling::ALL.iter().position(|known| *known == what).unwrap_or_default()];
    let is_shown =
        |field: &&FieldWords| is_of_source(field) && (field.name != "locator" || what == Telling::Result);
    // Why there is no figure can be told without a source.
    let of_source: Vec<FieldWords> = (words.figure_fields.iter().filter(is_shown))
        .map(|field| FieldWords { needed: field.needed && what == Telling::Result, ..*field })
        .collect();
    html! {
        form novalidate data-asks="told" data-what=(what.slug()) data-at=[at] {
            h4 id="figure-form" tabindex="-1" { @if at.is_some() { (its.correct) } @else { (its.add) } }
            (wrong_html("told", its.fields.iter().chain(&of_source), form, language))
            @for field in its.fields {
                @if field.name == "definitions" { (definitions_html(form, definitions, language)) }
                @else { (field_html("told", *field, form, language)) }
            }
            @if !its.source.is_empty() {
                fieldset { legend { (its.source) }
                    @for field in &of_source { (field_html("told", *field, form, language)) }
                }
                // What the form does not ask for stays as it was.
                @if !form.text("source_speaker").is_empty() {
                    input type="hidden" name="source_speaker" value=(form.text("source_speaker"));
                }
            }
            p.row {
                button.control type="submit" { (words.keep_told) }
                button.plain type="button" data-does="leave" data-what=(what.slug()) { (words.leave) }
            }
        }
    }
    .into_string()
}

/// The choice of the definitions that a contradiction is about.
fn definitions_html(form: &FilledForm, definitions: &[Definition], language: Language) -> Markup {
    let words = language.written_phrases();
    let fields = words.tellings.iter().flat_map(|its| its.fields).find(|field| field.name == "definitions");
    let chosen = |id: &str| form.texts.iter().any(|(name, text)| name == "definitions" && text == id);
    html! {
        @if let Some(field) = fields {
            fieldset aria-describedby="told-definitions-hint" { legend { (field.label) }
                p.note id="told-definitions-hint" {
                    @if definitions.is_empty() { (words.no_definitions) } @else { (field.hint) }
                }
                @for known in definitions {
                    p { label.pick { input type="checkbox" name="definitions" value=(known.id) checked[chosen(&known.id)]; " " (known.label) } }
                }
            }
        }
    }
}
