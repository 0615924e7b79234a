//! The forms in which a campaign is written and corrected by hand. What is wrong stands at
//! its field, and nothing that was filled in is lost.

use crate::format::{FieldWords, Language, Sentence, grouped, period_words, quantity_words};
use crate::model::{
    Basis, Comparator, Dataset, Definition, Gap, Metric, Observation, Period, Quantity, Source, SourceKind,
    Stage,
};
use maud::{Markup, html};

/// A form that is filled in: the texts of its fields, and what is wrong with some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledForm {
    /// The names of fields and their texts.
    pub texts: Vec<(String, String)>,
    /// The names of fields and what is wrong.
    pub wrong: Vec<(String, String)>,
}

impl FilledForm {
    pub(super) fn text(&self, field: &str) -> &str {
        self.texts.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text)
    }

    /// What is wrong with what was filled in at a field.
    fn wrong_at(&self, field: &str) -> impl Iterator<Item = &str> {
        self.wrong.iter().filter(move |(name, _)| name == field).map(|(_, why)| &**why)
    }

    /// The facts of a campaign as they are told.
    pub fn of_facts(dataset: &Dataset) -> Self {
        let Some(campaign) = dataset.campaigns.first() else { return Self::default() };
        let date = |date: Option<crate::model::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let objectives: Vec<&str> = campaign.objectives.iter().map(|one| &*one.text).collect();
        let texts = [
            ("name", campaign.name.clone()),
            ("short_name", text(&campaign.short_name)),
            ("who", text(&campaign.who)),
            ("where", text(&campaign.place)),
            ("countries", campaign.countries.join(", ")),
            ("from", date(campaign.from)),
            ("to", date(campaign.to)),
            ("platforms", campaign.platforms.join(", ")),
            ("hashtags", campaign.hashtags.join(" ")),
            ("aim", text(&campaign.aim)),
            ("objectives", objectives.join("\n")),
            ("story", text(&campaign.story)),
        ];
        Self { texts: texts.map(|(name, text)| (name.to_owned(), text)).to_vec(), wrong: Vec::new() }
    }

    /// A figure as it is told.
    pub fn of_figure(dataset: &Dataset, figure: &Observation) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (from, to) = match figure.period {
            Period::NotStated => (String::new(), String::new()),
            Period::Within(date) => (date.to_string(), String::new()),
            Period::Span(from, to) => {
                let written = |date: Option<crate::model::Date>| date.map(|date| date.to_string());
                (written(from).unwrap_or_default(), written(to).unwrap_or_default())
            }
        };
        let upper = match figure.quantity {
            Quantity::Between(_, upper) => grouped(upper.value),
            _ => String::new(),
        };
        let stated_to = match figure.quantity {
            Quantity::Exact { stated_to, .. } if stated_to != 1.0 => grouped(stated_to),
            _ => String::new(),
        };
        let texts = vec![
            ("definition", figure.definition.clone()),
            ("comparator", figure.quantity.comparator().slug().to_owned()),
            ("value", grouped(figure.quantity.stated())),
            ("value_upper", upper),
            ("stated_to", stated_to),
            ("unit", figure.unit.clone()),
            ("scope", text(&figure.scope)),
            ("basis", figure.basis.slug().to_owned()),
            ("period_from", from),
            ("period_to", to),
            ("platform", figure.platforms.join(", ")),
            ("wording", text(&figure.wording)),
            ("note", text(&figure.note)),
            ("doubt", text(&figure.doubt)),
            ("locator", text(&figure.locator)),
            ("role", figure.role.slug().to_owned()),
            ("part", text(&figure.part)),
            ("includes", text(&figure.includes)),
        ];
        let mut texts: Vec<_> = texts.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        texts.extend(dataset.source(&figure.source).into_iter().flat_map(source_texts));
        Self { texts, wrong: Vec::new() }
    }
}

/// A source, as the texts of its fields in a form.
pub(super) fn source_texts(source: &Source) -> impl Iterator<Item = (String, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("source_title", source.title.clone()),
        ("source_publisher", text(&source.publisher)),
        ("source_date", text(&source.date)),
        ("source_url", text(&source.url)),
        ("source_kind", source.kind.slug().to_owned()),
        ("source_speaker", text(&source.speaker)),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text))
}

/// The form with the facts of a campaign.
pub fn facts_form_html(form: &FilledForm, language: Language) -> String {
    let words = language.written_phrases();
    html! {
        form novalidate data-asks="facts" {
            (wrong_html("facts", words.fact_fields.iter(), form, language))
            @for field in words.fact_fields { (field_html("facts", *field, form, language)) }
            p { button.control type="submit" { (words.keep_facts) } }
        }
    }
    .into_string()
}

/// The form of a figure, of the one at that place or of a new one.
pub fn figure_form_html(
    at: Option<usize>,
    form: &FilledForm,
    definitions: &[Definition],
    language: Language,
) -> String {
    let words = language.written_phrases();
    let (of_source, of_figure): (Vec<FieldWords>, Vec<FieldWords>) =
        words.figure_fields.iter().partition(|field| is_of_source(field));
    html! {
        form novalidate data-asks="figure" data-at=[at] {
            h4 id="figure-form" tabindex="-1" {
                @if at.is_some() { (words.correct_figure) } @else { (words.add_figure) }
            }
            (wrong_html("figure", of_figure.iter().chain(&of_source), form, language))
            @for &field in &of_figure {
                @if field.name == "definition" { (definition_html(field, form, definitions, language)) }
                @else { (field_html("figure", field, form, language)) }
            }
            fieldset { legend { (words.source) }
                @for &field in &of_source { (field_html("figure", field, form, language)) }
            }
            // What the form does not ask for stays as it was.
            @for kept in ["role", "part", "includes", "source_speaker"] {
                @if !form.text(kept).is_empty() { input type="hidden" name=(kept) value=(form.text(kept)); }
            }
            p.row {
                button.control type="submit" { (words.keep_figure) }
                button.plain type="button" data-does="leave" { (words.leave) }
            }
        }
    }
    .into_string()
}

/// Whether a field is of who says so.
pub(super) fn is_of_source(field: &FieldWords) -> bool {
    field.name.starts_with("source_") || field.name == "locator"
}

/// What is wrong in the form of that name and those fields: it is told first, and each field
/// can be gone to from there.
pub(super) fn wrong_html<'a>(
    form_name: &str,
    fields: impl Iterator<Item = &'a FieldWords>,
    form: &FilledForm,
    language: Language,
) -> Markup {
    let (words, fields) = (language.written_phrases(), fields.collect::<Vec<&FieldWords>>());
    let is_wrong = |field: &&&FieldWords| form.wrong.iter().any(|(name, _)| name == field.name);
    // What the form does not ask for has no field at which it could be said.
    let elsewhere = form
        .wrong
        .iter()
        .filter(|(name, _)| !fields.iter().any(|field| field.name == name))
        .map(|(_, why)| why);
    html! {
        @if !form.wrong.is_empty() {
            // It gets the focus, and is read as a whole.
            div.notice id="form-wrong" role="group" aria-labelledby="form-wrong" data-wrong tabindex="-1" {
                (words.wrong)
                ul {
                    @for field in fields.iter().filter(is_wrong) {
                        li { a href={ "#" (form_name) "-" (field.name) } {
                            @if is_of_source(field) { (words.source) ": " }
                            (field.label)
                        } }
                    }
                    @for why in elsewhere { li { (why) } }
                }
            }
        }
    }
}

pub(super) fn field_html(
    form_name: &str,
    field: FieldWords,
    form: &FilledForm,
    language: Language,
) -> Markup {
    let FieldWords { name, label, hint, needed } = field;
    let id = format!("{form_name}-{name}");
    let text = form.text(name);
    let wrong: Vec<&str> = form.wrong_at(name).collect();
    let (hint_id, wrong_id) = (format!("{id}-hint"), format!("{id}-wrong"));
    let mut described: Vec<&str> = Vec::new();
    if !wrong.is_empty() {
        described.push(&wrong_id);
    }
    if !hint.is_empty() {
        described.push(&hint_id);
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = (!wrong.is_empty()).then_some("true");
    let choices = choices(name, language);
    html! {
        div.field {
            label for=(id) { (label) @if needed { (needed_html(language)) } }
            @if !wrong.is_empty() { p.wrong id=(wrong_id) { (wrong.join(" ")) } }
            @match choices {
                Some(choices) => select id=(id) name=(name) aria-describedby=[described] aria-invalid=[invalid] {
                    @for (value, words) in choices { option value=(value) selected[value == text] { (words) } }
                },
                None if matches!(name, "objectives" | "story") || (form_name, name) == ("told", "text") => {
                    textarea id=(id) name=(name) rows="4" required[needed] aria-describedby=[described] aria-invalid=[invalid] { (text) }
                }
                None => input id=(id) name=(name) type="text" autocomplete="off" value=(text) required[needed]
                    aria-describedby=[described] aria-invalid=[invalid];,
            }
            @if !hint.is_empty() { p.note id=(hint_id) { (hint) } }
        }
    }
}

/// That a field is needed, beside its name; a screen reader says so of the field itself.
fn needed_html(language: Language) -> Markup {
    html! { " " span.note aria-hidden="true" { (language.written_phrases().needed) } }
}

/// What can be chosen for a field of that name, each with its words; none where it is
/// written.
fn choices(name: &str, language: Language) -> Option<Vec<(&'static str, String)>> {
    let (words, phrases) = (language.written_phrases(), language.phrases());
    let owned = |(value, words): (&'static str, &str)| (value, words.to_owned());
    Some(match name {
        "comparator" => {
            Comparator::ALL.iter().map(|one| one.slug()).zip(words.comparators).map(owned).collect()
        }
        "basis" => Basis::ALL.iter().map(|one| owned((one.slug(), phrases.basis(*one)))).collect(),
        "source_kind" => {
            SourceKind::ALL.iter().map(|one| owned((one.slug(), phrases.source_kind(*one)))).collect()
        }
        "stage" => Stage::ALL.iter().map(|one| owned((one.slug(), phrases.stage(*one)))).collect(),
        // Of these a campaign can be without a figure, as data files have it.
        "metric" => {
            let metrics = Metric::CHARTED.iter().chain(&[Metric::Outcome]);
            metrics.map(|one| owned((one.slug(), phrases.metric(*one)))).collect()
        }
        "reason" => Gap::ALL.iter().map(|one| (one.slug(), language.say(&Sentence::Gap(*one)))).collect(),
        _ => return None,
    })
}

/// What was counted, by metric.
fn definition_html(
    field: FieldWords,
    form: &FilledForm,
    definitions: &[Definition],
    language: Language,
) -> Markup {
    let of = |metric: Metric| definitions.iter().filter(move |known| known.metric == metric);
    let wrong: Vec<&str> = form.wrong_at(field.name).collect();
    let (described, invalid) = if wrong.is_empty() {
        ("figure-definition-hint", None)
    } else {
        ("figure-definition-wrong figure-definition-hint", Some("true"))
    };
    html! {
        div.field {
            label for="figure-definition" { (field.label) (needed_html(language)) }
            @if !wrong.is_empty() { p.wrong id="figure-definition-wrong" { (wrong.join(" ")) } }
            select id="figure-definition" name=(field.name) required aria-describedby=(described) aria-invalid=[invalid] {
                // Nothing is chosen for anybody: what was counted is what a figure is compared by.
                option value="" { (language.written_phrases().choose) }
                @for metric in Metric::ALL {
                    @if of(*metric).next().is_some() {
                        optgroup label=(language.phrases().metric(*metric)) {
                            @for known in of(*metric) {
                                option value=(known.id) selected[known.id == form.text("definition")] { (known.label) }
                            }
                        }
                    }
                }
            }
            p.note id="figure-definition-hint" { (field.hint) }
        }
    }
}

/// The figures that are told of a campaign, each with what can be done with it.
pub fn told_figures_html(dataset: &Dataset, language: Language) -> String {
    let words = language.written_phrases();
    html! {
        h3 id="told-figures" { (words.figures) }
        @if dataset.observations.is_empty() { p { (words.no_figures) } }
        ul.own { @for (at, figure) in dataset.observations.iter().enumerate() {
            li {
                p id={ "told-" (at) } {
                    b { (quantity_words(language, &figure.quantity)) " " (figure.unit) }
                    @if let Some(definition) = dataset.definition(&figure.definition) { ", " (definition.label) }
                    @let when = period_words(language, &figure.period);
                    @if !when.is_empty() { ", " (when) }
                }
                p.row {
                    button.plain type="button" data-does="change" data-at=(at) aria-describedby={ "told-" (at) } { (words.change) }
                    button.plain type="button" data-does="remove" data-at=(at) aria-describedby={ "told-" (at) } { (words.remove) }
                }
            }
        } }
        p.row { button.plain type="button" data-does="add-figure" { (words.add_figure) } }
    }
    .into_string()
}
