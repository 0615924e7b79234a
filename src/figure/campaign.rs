//! A campaign's page: its story, what it set out to do, and every figure with
//! its source. Every number anywhere leads here.

use super::evidence::source_html;
use super::{OWN, OWN_CAMPAIGN};
use crate::chart::when_words;
use crate::compare::{Choice, Comparison, compare};
use crate::data::is_own;
use crate::format::{
    Language, Sentence, period_words, quantity_words, ratio_words, rounding_words, span_words,
};
use crate::model::{Dataset, Loading, Metric, Observation, Role, Stage};
use maud::{Markup, html};

/// The page of one campaign; `None` if the data has none of that id.
pub fn campaign_html(dataset: &Dataset, id: &str, language: Language) -> Option<String> {
    let campaign = dataset.campaign(id)?;
    let phrases = language.phrases();
    let missing = || html! { span.none { (phrases.not_recorded) } };
    let text = |value: &Option<String>| match value {
        Some(value) => html! { (value) },
        None => missing(),
    };
    let joined = |values: &[String]| {
        if values.is_empty() {
            missing()
        } else {
            html! { (values.join(", ")) }
        }
    };
    let when = span_words(language, campaign.from.as_ref(), campaign.to.as_ref());
    let position = dataset.campaigns.iter().position(|other| other.id == id).unwrap_or(0);
    let neighbour = |offset: isize, label: &str| -> Markup {
        let other = position.checked_add_signed(offset).and_then(|at| dataset.campaigns.get(at));
        html! { @if let Some(other) = other {
            a href={ "?campaign=" (other.id) } { (label) ": " (other.edition_name()) }
        } }
    };
    let contradictions: Vec<_> =
        dataset.contradictions.iter().filter(|c| c.campaigns.iter().any(|campaign| campaign == id)).collect();
    let on_request =
        dataset.collections.get(campaign.collection).is_some_and(|c| c.loading == Loading::OnRequest);
    let further = if on_request { "&sources=further" } else { "" };
    let page = html! {
        article.campaign {
            h1 tabindex="-1" { (campaign.name) }
            @let called = campaign.edition_name();
            @if called != campaign.name { p.aside { (language.say(&Sentence::CalledInCharts(called))) } }
            dl.facts {
                dt { (phrases.fact_who) } dd { (text(&campaign.who)) }
                dt { (phrases.fact_where) } dd { (text(&campaign.place)) }
                dt { (phrases.fact_when) } dd { @if when.is_empty() { (missing()) } @else { (when) } }
                dt { (phrases.fact_on) } dd { (joined(&campaign.platforms)) }
                dt { (phrases.fact_hashtags) } dd { (joined(&campaign.hashtags)) }
                dt { (phrases.fact_aim) } dd { (text(&campaign.aim)) }
            }
            @if is_own(dataset, campaign.collection) {
                p { a href={ (OWN) "/" (OWN_CAMPAIGN) "?campaign=" (id) } { (language.phrases().own_days_and_posts) } }
            }
            @if let Some(story) = &campaign.story { p.story { (story) } }
            (objectives(dataset, id, language))
            (figures(dataset, id, language))
            @if !contradictions.is_empty() {
                section.card aria-labelledby="contradictions" {
                    h2 id="contradictions" tabindex="-1" { (phrases.contradictions_title) }
                    @for contradiction in contradictions { p { (contradiction.text) } }
                }
            }
            nav.neighbours aria-label=(phrases.campaigns_title) {
                (neighbour(-1, phrases.previous))
                a href={ "?campaigns=" (id) (further) } { (phrases.see_in_overview) }
                (neighbour(1, phrases.next))
            }
        }
    };
    Some(page.into_string())
}

/// Objectives and targets beside what came of them.
fn objectives(dataset: &Dataset, id: &str, language: Language) -> Markup {
    let phrases = language.phrases();
    let Some(campaign) = dataset.campaign(id) else { return html! {} };
    let only = Choice {
        scope: crate::compare::SourceScope::Further,
        selection: crate::compare::Selection::Only(vec![id.to_owned()]),
        ..Choice::default()
    };
    let comparisons: Vec<Comparison> =
        Metric::ALL.iter().map(|&metric| compare(dataset, &only, metric)).collect();
    // Several sources may state one target; it is one row.
    let same_target = |a: &Observation, b: &Observation| {
        (&a.definition, &a.unit, &a.scope, a.period.year(), a.quantity)
            == (&b.definition, &b.unit, &b.scope, b.period.year(), b.quantity)
    };
    let mut targets: Vec<(usize, &Observation)> = Vec::new();
    for (at, o) in dataset.observations_of(id) {
        let is_target = dataset.definition(&o.definition).is_some_and(|d| d.metric == Metric::Target);
        if is_target && !targets.iter().any(|(_, other)| same_target(other, o)) {
            targets.push((at, o));
        }
    }
    let results = |target: &Observation| {
        let mut results: Vec<Markup> = Vec::new();
        for comparison in &comparisons {
            for (_, _, cell) in comparison.cells() {
                let Some(check) = &cell.target else { continue };
                if !same_target(&dataset.observations[check.observation], target) {
                    continue;
                }
                let result = &dataset.observations[cell.evidence[0]];
                let met = check.verdict.met();
                let ratio = check.ratio.as_ref().filter(|_| met.is_some());
                let ratio = ratio.map(|ratio| ratio_words(language, ratio));
                results.push(html! { p {
                    a href={ "#o" (cell.evidence[0]) } { (amount(result, language)) }
                    @let when = when_words(language, &result.period, result.part.as_deref());
                    @if !when.is_empty() { ", " (when) }
                    ". " (language.say(&Sentence::TargetAnswer { met, ratio }))
                    @if !check.same_period { " " (language.say(&Sentence::TargetOtherPeriod)) }
                } });
            }
        }
        results
    };
    let told = &campaign.results;
    // Who says so in words, as who says a figure.
    let said_by = |source: Option<&str>, locator: Option<&str>| -> Markup {
        let source = source.and_then(|id| dataset.source(id));
        html! { @if let Some(source) = source {
            p.source { (source_html(source, language)) @if let Some(locator) = locator { ", " (locator) } }
        } }
    };
    html! {
        section.card aria-labelledby="objectives" {
            h2 id="objectives" { (phrases.objectives_title) }
            @if campaign.objectives.is_empty() && targets.is_empty() {
                p.none { (phrases.no_objective) }
                @for result in told { p { (result.text) } (said_by(result.source.as_deref(), result.locator.as_deref())) }
            } @else {
                div.scroll role="group" tabindex="0" aria-labelledby="objectives" { table {
                    thead { tr { th scope="col" { (phrases.objective) } th scope="col" { (phrases.result) } } }
                    tbody {
                        @for objective in &campaign.objectives { tr {
                            th scope="row" { (objective.text) (said_by(objective.source.as_deref(), objective.locator.as_deref())) }
                            td { @if told.is_empty() { span.none { (phrases.no_result) } } @for result in told { p { (result.text) } (said_by(result.source.as_deref(), result.locator.as_deref())) } }
                        } }
                        @for (at, target) in &targets { tr {
                            th scope="row" { a href={ "#o" (at) } { (amount(target, language)) }
                                @let when = period_words(language, &target.period);
                                @if !when.is_empty() { ", " (when) } }
                            td { @let found = results(target);
                                @if found.is_empty() { span.none { (phrases.no_result) } }
                                @for result in found { (result) } }
                        } }
                    }
                } }
            }
        }
    }
}

/// A quantity with its unit.
fn amount(observation: &Observation, language: Language) -> String {
    let words = quantity_words(language, &observation.quantity);
    Sentence::amount(language, &words, &observation.unit, observation.scope.as_deref(), observation.basis)
}

/// Every figure by stage, each with its evidence.
fn figures(dataset: &Dataset, id: &str, language: Language) -> Markup {
    let phrases = language.phrases();
    let of_stage = |stage: Stage| {
        let mut found: Vec<(usize, &Observation)> = Vec::new();
        for (at, observation) in dataset.observations_of(id) {
            if dataset.definition(&observation.definition).is_some_and(|d| d.stage == stage) {
                found.push((at, observation));
            }
        }
        found
    };
    let nothing = dataset.observations_of(id).next().is_none();
    html! {
        section.card aria-labelledby="figures" {
            h2 id="figures" { (phrases.figures_title) }
            @if nothing { p.none { (phrases.no_figures) } }
            @for &stage in Stage::ALL {
                @let observations = of_stage(stage);
                @if !observations.is_empty() {
                    h3.stage id={ "stage-" (stage.slug()) } { (phrases.stage(stage)) }
                    @for (at, observation) in observations { (evidence(dataset, at, observation, language)) }
                }
            }
        }
    }
}

/// One figure with everything known about it.
fn evidence(dataset: &Dataset, at: usize, observation: &Observation, language: Language) -> Markup {
    let phrases = language.phrases();
    let definition = dataset.definition(&observation.definition);
    let when = when_words(language, &observation.period, observation.part.as_deref());
    let rounded = rounding_words(language, &observation.quantity);
    html! {
        section.observation id={ "o" (at) } role="group" aria-labelledby={ "amount-" (at) } tabindex="-1" {
            h4 id={ "amount-" (at) } { (amount(observation, language)) @if let Some(rounded) = rounded { span.aside { ", " (rounded) } }
                @if observation.role == Role::Base { span.aside { ", " (phrases.base_figure) } } }
            p {
                @if let Some(definition) = definition { strong { (definition.label) } ". " (definition.counts) " " }
                span.aside {
                    @if when.is_empty() { (phrases.date_not_stated) } @else { (when) }
                    @if !observation.platforms.is_empty() { "; " (observation.platforms.join(", ")) }
                    "; " (phrases.basis(observation.basis))
                }
            }
            @match &observation.wording {
                Some(wording) => blockquote { "\u{201c}" (wording) "\u{201d}" },
                // What was added up of exports has no words of its own.
                None if is_own(dataset, observation.collection) => {}
                None => blockquote { span.none { (phrases.fact_wording) ": " (phrases.not_recorded) } },
            }
            @if let Some(source) = dataset.source(&observation.source) {
                p.source { (source_html(source, language))
                    @if let Some(locator) = &observation.locator { ", " (locator) } }
            }
            @if let Some(more) = &observation.includes { p.aside { (language.say(&Sentence::Alone(language.say(&Sentence::Includes(more.clone()))))) } }
            @if let Some(doubt) = &observation.doubt { p.doubt { strong { (phrases.doubtful) ": " } (doubt) } }
            @if let Some(note) = &observation.note { p.aside { (note) } }
        }
    }
}
