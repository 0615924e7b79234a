//! A campaign written and corrected by hand: as strictly as any data file.

use groundswell::figure::FilledForm;
use groundswell::format::{FieldWords, Language};
use groundswell::model::{Date, Definition, Gap, Metric, Quantity, Stage};
use groundswell::own::{Filled, OwnCampaign, Telling, WrongField};
use proptest::prelude::*;

const LANGUAGE: Language = Language::English;

fn day(day: u8) -> Date {
    Date::of_day(2026, 11, day).unwrap()
}

fn pledges() -> Definition {
    Definition {
        id: "participation.pledges".to_owned(),
        metric: Metric::Participation,
        label: "Pledges".to_owned(),
        counts: "Pledges made.".to_owned(),
        stage: Stage::Outcomes,
        target_for: None,
    }
}

/// A figure that is whole.
const WHOLE: [(&str, &str); 9] = [
    ("definition", "participation.pledges"),
    ("comparator", ">"),
    ("value", "1,234"),
    ("unit", "pledges"),
    ("basis", "total"),
    ("period_from", "2026-07"),
    ("platform", "X, Facebook"),
    ("source_title", "Our evaluation"),
    ("source_kind", "organiser"),
];

fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = WHOLE.to_vec();
    for (name, text) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((name, text));
    }
    fields
}

fn campaign() -> OwnCampaign {
    OwnCampaign::new("Flu clinics", &[])
}

fn wrong(found: Result<OwnCampaign, Vec<WrongField>>) -> Vec<(String, String)> {
    let wrong = found.expect_err("something is wrong");
    wrong.into_iter().map(|wrong| (wrong.field, wrong.fault.tell(LANGUAGE))).collect()
}

#[test]
fn a_figure_is_written_corrected_and_taken_out() {
    let one = campaign().with_figure(None, &Filled(&WHOLE), &[pledges()], day(28)).unwrap();
    let dataset = one.dataset(LANGUAGE);
    let figure = &dataset.observations[0];
    assert_eq!(figure.quantity, Quantity::MoreThan(1_234.0));
    assert_eq!(
        (figure.platforms.join(" "), figure.period.to_string()),
        ("X Facebook".into(), "2026-07".into())
    );
    assert_eq!(dataset.source(&figure.source).map(|source| &*source.title), Some("Our evaluation"));
    assert_eq!(dataset.definitions, [pledges()]);
    assert_eq!(OwnCampaign::unpacked(&one.packed()).as_ref(), Ok(&one));
    // A second of the same source, which is there once.
    let two = with(&[("value", "12"), ("comparator", "="), ("scope", "staff")]);
    let two = one.with_figure(None, &Filled(&two), &[pledges()], day(28)).unwrap();
    assert_eq!((two.told_figures(), two.dataset(LANGUAGE).sources.len()), (2, 1));
    // Corrected, with another source: the one that nothing says any more is gone.
    let other = with(&[("source_title", "The press"), ("source_kind", "press")]);
    let corrected = one.with_figure(Some(0), &Filled(&other), &[pledges()], day(28)).unwrap();
    let titles: Vec<String> =
        corrected.dataset(LANGUAGE).sources.into_iter().map(|source| source.title).collect();
    assert_eq!((corrected.told_figures(), titles), (1, vec!["The press".to_owned()]));
    let none = corrected.without_figure(0, day(29));
    assert_eq!((none.told_figures(), none.dataset(LANGUAGE).definitions.len()), (0, 0));
    assert_eq!(none.without_figure(7, day(29)).told_figures(), 0);
}

#[test]
fn everything_that_is_wrong_is_told_at_its_field() {
    let fields = with(&[
        ("comparator", "roughly"),
        ("value", "many"),
        ("unit", " "),
        ("period_from", "July"),
        ("source_title", ""),
        ("basis", "sometimes"),
    ]);
    let found = wrong(campaign().with_figure(None, &Filled(&fields), &[pledges()], day(28)));
    let names: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    for field in ["comparator", "value", "unit", "period_from", "basis", "source_title"] {
        assert!(names.contains(&field), "{field}: {found:?}");
    }
    // In the words of the form: it has no field that is missing, and two for a period.
    let words = LANGUAGE.written_phrases();
    let faults = campaign().with_figure(None, &Filled(&fields), &[pledges()], day(28)).unwrap_err();
    let said =
        |field: &str| faults.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.tell(LANGUAGE));
    assert_eq!(said("unit").as_deref(), Some(words.empty));
    assert_eq!(said("period_from").as_deref(), Some(words.no_date));
    let between = with(&[("comparator", ".."), ("value", "10"), ("value_upper", "5")]);
    let found = wrong(campaign().with_figure(None, &Filled(&between), &[pledges()], day(28)));
    assert_eq!(found[0].0, "value_upper", "{found:?}");
}

/// A target is written with what it is a target for, which nobody else has told of yet.
#[test]
fn a_target_is_written_with_what_it_is_for() {
    let target = Definition {
        id: "target.pledges".to_owned(),
        metric: Metric::Participation,
        label: "Target for pledges".to_owned(),
        target_for: Some(pledges().id),
        ..pledges()
    };
    let known = [pledges(), target];
    let fields = with(&[("definition", "target.pledges")]);
    let one = campaign().with_figure(None, &Filled(&fields), &known, day(28)).unwrap();
    let ids: Vec<String> = one.told_dataset().definitions.into_iter().map(|one| one.id).collect();
    assert_eq!(ids, ["participation.pledges", "target.pledges"]);
    assert_eq!(one.without_figure(0, day(28)).told_dataset().definitions, []);
    // What nobody knows is told at its field.
    let unknown = with(&[("definition", "participation.unknown")]);
    let found = wrong(campaign().with_figure(None, &Filled(&unknown), &known, day(28)));
    assert!(found.iter().all(|(field, _)| field == "definition"), "{found:?}");
}

/// What fills each field of the forms, so that the reader of data files takes it.
fn filled(field: &'static str) -> &'static str {
    match field {
        "name" => "Flu clinics 2026",
        "from" | "period_from" => "2026-09",
        "to" | "period_to" => "2026-12",
        "source_date" => "2026-11",
        "source_url" => "https://trust.example/report",
        "source_kind" => "organiser",
        "platforms" | "platform" => "X, Facebook",
        "hashtags" => "#FluJab #GetYourJab",
        "definition" => "participation.pledges",
        "comparator" => "..",
        "value" => "1,000",
        "value_upper" => "2,000",
        "basis" => "total",
        // Only a number that is no range is rounded.
        "stated_to" => "",
        other => other,
    }
}

/// Every field that is asked for is kept, and stands in the form when it is opened again.
#[test]
fn every_field_is_kept_and_shown_again() {
    let words = LANGUAGE.written_phrases();
    let all = |fields: &[FieldWords]| -> Vec<(&str, &str)> {
        fields.iter().map(|field| (field.name, filled(field.name))).collect()
    };
    let again = |form: &FilledForm, fields: &[(&str, &str)]| {
        for (name, text) in fields {
            let shown = form.texts.iter().find(|(known, _)| known == name).map(|(_, text)| &**text);
            assert_eq!(shown, Some(*text), "{name}");
        }
    };
    let facts = all(words.fact_fields);
    let written = campaign().with_facts(&Filled(&facts), day(28)).unwrap();
    again(&FilledForm::of_facts(&written.told_dataset()), &facts);
    let figure = all(words.figure_fields);
    let written = campaign().with_figure(None, &Filled(&figure), &[pledges()], day(28)).unwrap();
    let told = written.told_dataset();
    again(&FilledForm::of_figure(&told, &told.observations[0]), &figure);
    let rounded: Vec<(&str, &str)> = figure
        .into_iter()
        .map(|(name, text)| match name {
            "comparator" => (name, "="),
            "value_upper" => (name, ""),
            "stated_to" => (name, "1,000"),
            _ => (name, text),
        })
        .collect();
    let written = campaign().with_figure(None, &Filled(&rounded), &[pledges()], day(28)).unwrap();
    let told = written.told_dataset();
    again(&FilledForm::of_figure(&told, &told.observations[0]), &rounded);
}

/// A field is said to be needed exactly where nothing is kept without it.
#[test]
fn a_field_is_needed_where_nothing_is_kept_without_it() {
    let words = LANGUAGE.written_phrases();
    let without = |fields: &[FieldWords], left: &str| -> Vec<(&'static str, &'static str)> {
        let names = fields.iter().map(|field| field.name).filter(|name| *name != left);
        names.map(|name| (name, filled(name))).collect()
    };
    // What is picked from a list always has something.
    let is_picked = |name: &str| {
        ["comparator", "basis", "definition", "source_kind", "stage", "metric", "reason"].contains(&name)
    };
    // A range needs its upper end; what is no range has none.
    let plain = |mut fields: Vec<(&'static str, &'static str)>| {
        fields.retain(|(name, _)| !["comparator", "value_upper"].contains(name));
        fields.push(("comparator", "="));
        fields
    };
    for field in words.fact_fields {
        let kept = campaign().with_facts(&Filled(&without(words.fact_fields, field.name)), day(28));
        assert_eq!(kept.is_err(), field.needed, "{}", field.name);
    }
    for field in words.figure_fields.iter().filter(|field| !is_picked(field.name)) {
        let fields = plain(without(words.figure_fields, field.name));
        let kept = campaign().with_figure(None, &Filled(&fields), &[pledges()], day(28));
        assert_eq!(kept.is_err(), field.needed, "{}", field.name);
    }
    for (what, its) in Telling::ALL.iter().zip(words.tellings) {
        for field in its.fields.iter().filter(|field| !is_picked(field.name)) {
            let mut fields = without(its.fields, field.name);
            fields.retain(|(name, _)| !is_picked(name));
            fields.extend([("stage", "outcomes"), ("metric", "reach"), ("reason", "not-reported")]);
            fields.extend([SOURCE[0], SOURCE[1]]);
            let kept = told(&campaign(), (*what, None), &fields);
            assert_eq!(kept.is_err(), field.needed, "{what:?}: {}", field.name);
        }
    }
}

#[test]
fn facts_are_written_and_objectives_keep_their_sources() {
    let facts = [
        ("name", "Flu clinics 2026"),
        ("who", "Example NHS Trust"),
        ("from", "2026-09"),
        ("to", "2026-12-24"),
        ("platforms", "X, Instagram"),
        ("hashtags", "FluJab #GetYourJab"),
        ("aim", "More staff vaccinated."),
        ("objectives", "Vaccinate 80% of staff\n\nReach every ward"),
    ];
    let written = campaign().with_facts(&Filled(&facts), day(28)).unwrap();
    let dataset = written.dataset(LANGUAGE);
    let known = &dataset.campaigns[0];
    assert_eq!((written.name(), &*known.name), ("Flu clinics 2026", "Flu clinics 2026"));
    assert_eq!(known.hashtags, ["#FluJab", "#GetYourJab"]);
    let objectives: Vec<&str> = known.objectives.iter().map(|objective| &*objective.text).collect();
    assert_eq!(objectives, ["Vaccinate 80% of staff", "Reach every ward"]);
    // What is left blank is not known any more.
    let again = written.with_facts(&Filled(&[("name", "Flu clinics")]), day(28)).unwrap();
    let known = &again.dataset(LANGUAGE).campaigns[0];
    assert_eq!((known.who.as_deref(), known.objectives.len()), (None, 0));
    let found =
        wrong(written.with_facts(&Filled(&[("name", ""), ("from", "2026-12"), ("to", "2026-01")]), day(28)));
    let names: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(names, ["name", "to"], "{found:?}");
}

#[test]
fn what_is_written_stands_beside_what_exports_say() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n1,\"Jul 1, 2026\",a,,10,1\n";
    let options = groundswell::posts::ReadingOptions { keep: true, ..Default::default() };
    let table =
        groundswell::posts::read_export("x.csv", std::io::Cursor::new(text), options).unwrap().remove(0);
    let mut campaign = campaign();
    campaign.take(&table, day(20));
    let before = campaign.dataset(LANGUAGE).observations.len();
    let both = campaign.with_figure(None, &Filled(&WHOLE), &[pledges()], day(28)).unwrap();
    assert_eq!(both.dataset(LANGUAGE).observations.len(), before + 1);
    assert_eq!(both.posts(), 1);
}

/// A source that is told, as the fields of a form have it.
const SOURCE: [(&str, &str); 2] = [("source_title", "Our evaluation"), ("source_kind", "organiser")];

fn told(
    campaign: &OwnCampaign,
    what: (Telling, Option<usize>),
    fields: &[(&str, &str)],
) -> Result<OwnCampaign, Vec<WrongField>> {
    campaign.with_told(what, &Filled(fields), &[pledges()], day(28))
}

#[test]
fn a_result_is_told_in_words_corrected_and_taken_out() {
    let fields =
        [("text", "Wards joined in."), ("stage", "outcomes"), ("locator", "p. 3"), SOURCE[0], SOURCE[1]];
    let one = told(&campaign(), (Telling::Result, None), &fields).unwrap();
    let dataset = one.told_dataset();
    let result = &dataset.campaigns[0].results[0];
    assert_eq!(
        (&*result.text, result.stage, result.locator.as_deref()),
        ("Wards joined in.", Stage::Outcomes, Some("p. 3"))
    );
    let source = dataset.source(result.source.as_deref().unwrap()).unwrap();
    assert_eq!(source.title, "Our evaluation");
    let form = FilledForm::of_told(&dataset, Telling::Result, 0);
    let text = |name: &str| form.texts.iter().find(|(known, _)| known == name).map(|(_, text)| &**text);
    assert_eq!(
        (text("stage"), text("source_title"), text("locator")),
        (Some("outcomes"), Some("Our evaluation"), Some("p. 3"))
    );
    // Another stands beside it, the first is corrected, and keeps its place.
    let other = [("text", "Staff asked for more."), ("stage", "learning"), SOURCE[0], SOURCE[1]];
    let two = told(&one, (Telling::Result, None), &other).unwrap();
    let two = told(
        &two,
        (Telling::Result, Some(0)),
        &[("text", "All wards joined in."), ("stage", "impact"), SOURCE[0], SOURCE[1]],
    )
    .unwrap();
    let dataset = two.told_dataset();
    let texts: Vec<&str> = dataset.campaigns[0].results.iter().map(|result| &*result.text).collect();
    assert_eq!((texts, dataset.sources.len()), (vec!["All wards joined in.", "Staff asked for more."], 1));
    assert_eq!(OwnCampaign::unpacked(&two.packed()).as_ref(), Ok(&two));
    let none = two.without_told(Telling::Result, 1, day(28)).without_told(Telling::Result, 0, day(28));
    let dataset = none.without_told(Telling::Result, 7, day(28)).told_dataset();
    assert_eq!((dataset.campaigns[0].results.len(), dataset.sources.len()), (0, 0));
}

#[test]
fn what_is_wrong_with_what_is_told_is_told_at_its_field() {
    let names = |found: Result<OwnCampaign, Vec<WrongField>>| -> Vec<String> {
        wrong(found).into_iter().map(|(field, _)| field).collect()
    };
    let result = told(&campaign(), (Telling::Result, None), &[("stage", "soon"), ("source_url", "nowhere")]);
    let found = names(result);
    for field in ["text", "stage", "source_title", "source_url"] {
        assert!(found.iter().any(|known| known == field), "{field}: {found:?}");
    }
    let gap = told(&campaign(), (Telling::Gap, None), &[("metric", "fame"), ("reason", "secret")]);
    assert_eq!(names(gap), ["metric", "reason"]);
    assert_eq!(names(told(&campaign(), (Telling::Contradiction, None), &[])), ["text"]);
}

#[test]
fn why_there_is_no_figure_is_said_with_a_source_or_without() {
    let fields = [
        ("metric", "participation"),
        ("reason", "suppressed"),
        ("note", "Fewer than five."),
        ("source_kind", "organiser"),
    ];
    let one = told(&campaign(), (Telling::Gap, None), &fields).unwrap();
    let gap = &one.told_dataset().gaps[0];
    assert_eq!(
        (gap.metric, gap.reason, gap.note.as_deref(), &gap.source),
        (Metric::Participation, Gap::Suppressed, Some("Fewer than five."), &None)
    );
    let with_source = [("metric", "reach"), ("reason", "not-reported"), SOURCE[0], SOURCE[1]];
    let two = told(&one, (Telling::Gap, Some(0)), &with_source).unwrap();
    let dataset = two.told_dataset();
    assert_eq!((dataset.gaps.len(), dataset.gaps[0].reason, dataset.sources.len()), (1, Gap::NotReported, 1));
    assert_eq!(two.without_told(Telling::Gap, 0, day(28)).told_dataset().gaps, []);
}

#[test]
fn a_contradiction_is_about_figures_that_are_there() {
    let with_figure = campaign().with_figure(None, &Filled(&WHOLE), &[pledges()], day(28)).unwrap();
    let fields = [
        ("text", "The report says 5, the press 6."),
        ("definitions", "participation.pledges"),
        ("definitions", "reach.unknown"),
    ];
    let one = told(&with_figure, (Telling::Contradiction, None), &fields).unwrap();
    let first = one.told_dataset().contradictions[0].clone();
    assert_eq!(
        (&*first.definitions, &*first.campaigns),
        (&["participation.pledges".to_owned()][..], &["own-flu-clinics".to_owned()][..])
    );
    let two = told(&one, (Telling::Contradiction, None), &[("text", "Nobody knows who began.")]).unwrap();
    let two = told(&two, (Telling::Contradiction, Some(0)), &[("text", "The report says 5.")]).unwrap();
    let all = two.told_dataset().contradictions;
    assert_eq!((&*all[0].id, &*all[0].text, all[0].definitions.len()), (&*first.id, "The report says 5.", 0));
    assert_ne!(all[0].id, all[1].id);
    let left = two.without_told(Telling::Contradiction, 0, day(28));
    let again = told(&left, (Telling::Contradiction, None), &[("text", "Another.")]).unwrap();
    let ids: Vec<String> = again.told_dataset().contradictions.into_iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
}

proptest! {
    #[test]
    fn whatever_is_told_is_taken_whole_or_wrong(
        texts in proptest::collection::vec("\\PC{0,12}", 6),
        known in proptest::collection::vec(any::<bool>(), 6),
        what in prop::sample::select(Telling::ALL),
    ) {
        let sound = [
            ("text", "A result."), ("stage", "outcomes"), ("metric", "reach"), ("reason", "unpublished"),
            ("note", "Known."), ("source_title", "Report"),
        ];
        let mut fields: Vec<(&str, &str)> = vec![("source_kind", "press")];
        let others = sound.iter().zip(texts.iter().zip(&known));
        fields.extend(others.map(|((name, text), (other, known))| (*name, if *known { *text } else { other.as_str() })));
        match told(&campaign(), (what, None), &fields) {
            Ok(written) => {
                let dataset = written.told_dataset();
                let all = dataset.campaigns[0].results.len() + dataset.gaps.len() + dataset.contradictions.len();
                prop_assert_eq!(all, 1);
                prop_assert_eq!(OwnCampaign::unpacked(&written.packed()), Ok(written));
            }
            Err(wrong) => prop_assert!(!wrong.is_empty()),
        }
    }

    #[test]
    fn whatever_is_filled_in_it_is_taken_whole_or_told(
        texts in proptest::collection::vec("\\PC{0,12}", 9),
        known in proptest::collection::vec(any::<bool>(), 9),
    ) {
        let fields: Vec<(&str, &str)> = WHOLE
            .iter()
            .zip(texts.iter().zip(&known))
            .map(|((name, text), (other, known))| (*name, if *known { *text } else { other.as_str() }))
            .collect();
        match campaign().with_figure(None, &Filled(&fields), &[pledges()], day(28)) {
            Ok(written) => {
                prop_assert_eq!(written.told_figures(), 1);
                prop_assert_eq!(OwnCampaign::unpacked(&written.packed()), Ok(written));
            }
            Err(wrong) => prop_assert!(!wrong.is_empty()),
        }
    }
}
