//! The choices that apply to all figures at once: a row of buttons, each with a
//! panel. Before the program arrives the same row stands in the page, asleep.

use crate::chart::{ScaleKind, Spoken};
use crate::compare::{Choice, Filter, Found, Selection, SourceScope, Values, Wanted, values_of};
use crate::format::{Language, Sentence};
use crate::model::{Dataset, Facet, Stage};
use maud::{Markup, html};

/// A panel of choices below the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Which campaigns.
    Campaigns,
    /// Which sources.
    Sources,
    /// Which axis.
    Scale,
    /// How charts are read out, and whether they are heard.
    Reading,
}

crate::model::closed_set!(Panel, "panel of choices", {
    Campaigns => "campaigns", Sources => "sources", Scale => "scale", Reading => "reading",
});

/// What the row of controls shows besides the choices. It goes with the page:
/// no link carries it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Controls {
    /// Whether they work; they do not before the program has started.
    pub awake: bool,
    /// The panel that is open.
    pub open: Option<Panel>,
    /// By what words campaigns are looked for.
    pub sought: String,
    /// Whether the address was copied as it is now; `Some(false)` where the
    /// browser refused.
    pub copied: Option<bool>,
    /// How much is said of each mark.
    pub spoken: Spoken,
    /// Whether charts can be heard.
    pub heard: bool,
    /// Whether there is a step to undo, and one to do again.
    pub steps: (bool, bool),
}

impl Controls {
    /// Opens a panel, or closes it if it is open. Campaigns are then looked for anew.
    pub fn toggle(&mut self, panel: Panel) {
        self.open = if self.open == Some(panel) { None } else { Some(panel) };
        self.sought.clear();
    }
}

/// The row of controls with the panel that is open. The choice is that before the filter, which
/// leaves some of it out.
pub fn controls_html(
    dataset: &Dataset,
    choice: &Choice,
    filter: &Filter,
    scale: ScaleKind,
    controls: &Controls,
    language: Language,
) -> String {
    let phrases = language.phrases();
    let of = choice.campaigns_in_scope(dataset).count();
    let shown = filter.of(dataset, choice.clone());
    let mut by = Vec::new();
    for (facet, wanted) in filter.all() {
        by.push((phrases.facet(*facet), wanted_name(wanted, *facet, language)));
    }
    let chosen = language.say(&Sentence::ChosenOf { chosen: shown.campaigns(dataset).count(), of, by });
    let control = |panel: Panel, name: &str, value: &str, content: &dyn Fn() -> Markup| -> Markup {
        let open = controls.open == Some(panel);
        let expanded = if open { "true" } else { "false" };
        html! {
            button.control type="button" data-do={ "panel-" (panel.slug()) } aria-expanded=(expanded) disabled[!controls.awake] {
                span.control-name { (name) ": " } (value)
            }
            @if open { div.panel { (content()) } }
        }
    };
    let plain = |name: &str, label: &str| -> Markup {
        html! { button.plain type="button" data-do=(name) disabled[!controls.awake] { (label) } }
    };
    let step = |name: &str, label: &str, possible: bool| -> Markup {
        html! { button.plain type="button" data-do=(name) disabled[!controls.awake] aria-disabled=[(!possible).then_some("true")] { (label) } }
    };
    let one_of = |legend: &str, name: &str, slugs: &[&str], labels: &[&str], chosen: &str| -> Markup {
        html! { fieldset {
            legend { (legend) }
            ul.choices { @for (slug, label) in slugs.iter().zip(labels) {
                li { label.choice {
                    input type="radio" name=(name) data-do={ (name) "-" (slug) } checked[*slug == chosen];
                    (label)
                } }
            } }
        } }
    };
    let scopes: Vec<&str> = SourceScope::ALL.iter().map(|scope| scope.slug()).collect();
    let scales: Vec<&str> = ScaleKind::ALL.iter().map(|scale| scale.slug()).collect();
    let value = |slugs: &[&str], labels: &[&'static str], chosen: &str| {
        slugs.iter().position(|slug| *slug == chosen).map_or("", |at| labels[at])
    };
    let campaigns = || -> Markup {
        html! { fieldset {
            legend { (phrases.choose_campaigns) }
            div.finder {
                label { (phrases.search_campaigns)
                    input type="search" autocomplete="off" data-do="seek" list="sought-for" value=(controls.sought);
                }
                datalist id="sought-for" { @for campaign in choice.campaigns_in_scope(dataset) { option value=(campaign.edition_name()) {} } }
                // These are for all of them, so they do not stand beside some.
                @if controls.sought.is_empty() {
                    (plain("all", phrases.choose_all))
                    (plain("none", phrases.choose_none))
                }
            }
            div.facets { @for &facet in Facet::ALL { (facet_html(dataset, choice, filter, facet, language)) } }
            @let Found { campaigns: found, unrecorded } = filter.found(dataset, choice, &controls.sought);
            @if !filter.finds_all() || !controls.sought.is_empty() {
                p.aside { (language.say(&Sentence::CampaignsFound { found: found.len(), of, unrecorded }))
                    // What a filter finds is shown already, unless other campaigns are ticked.
                    @let shown_already = controls.sought.is_empty() && choice.selection == Selection::All;
                    @if !found.is_empty() && !shown_already {
                        @let ids: Vec<&str> = found.iter().map(|campaign| &*campaign.id).collect();
                        " " (plain(&format!("only-{}", ids.join(",")), phrases.choose_found))
                        @if found.iter().any(|campaign| !choice.selection.includes(&campaign.id)) { " " (plain(&format!("also-{}", ids.join(",")), phrases.choose_found_too)) }
                    }
                    @if !filter.finds_all() { " " (plain("filter", phrases.no_filter)) } }
            }
            @if found.len() > MOST_TICKS {
                p.aside { (language.say(&Sentence::OnlyFirst { shown: MOST_TICKS, more: found.len() - MOST_TICKS })) }
            }
            ul.choices { @for campaign in found.into_iter().take(MOST_TICKS) {
                li { label.choice {
                    input type="checkbox" data-do={ "campaign-" (campaign.id) } checked[choice.selection.includes(&campaign.id)];
                    (campaign.edition_name())
                } }
            } }
        } }
    };
    let sources =
        || one_of(phrases.choose_sources, "sources", &scopes, &phrases.source_scopes, choice.scope.slug());
    let axes = || one_of(phrases.choose_scale, "scale", &scales, &phrases.scales, scale.slug());
    let levels: Vec<&str> = Spoken::ALL.iter().map(|spoken| spoken.slug()).collect();
    let reading = || -> Markup {
        html! {
            (one_of(phrases.choose_spoken, "spoken", &levels, &phrases.spoken, controls.spoken.slug()))
            label.choice {
                input type="checkbox" data-do="heard" checked[controls.heard];
                (phrases.choose_heard)
            }
            p.aside { (phrases.heard_note) }
        }
    };
    let scope = value(&scopes, &phrases.source_scopes, choice.scope.slug());
    html! {
        div.controls {
            (control(Panel::Campaigns, phrases.choose_campaigns, &chosen, &campaigns))
            (control(Panel::Sources, phrases.choose_sources, scope, &sources))
            (control(Panel::Scale, phrases.choose_scale, value(&scales, &phrases.scales, scale.slug()), &axes))
            (control(Panel::Reading, phrases.choose_spoken, value(&levels, &phrases.spoken, controls.spoken.slug()), &reading))
            span.control-actions {
                (step("undo", phrases.undo, controls.steps.0))
                (step("redo", phrases.redo, controls.steps.1))
                (plain("reset", phrases.reset))
                (plain("copy", match controls.copied { None => phrases.copy_link, Some(true) => phrases.link_copied, Some(false) => phrases.link_refused }))
            }
        }
    }
    .into_string()
}

/// How many campaigns can be ticked without a search.
const MOST_TICKS: usize = 100;

/// What is asked for of a facet, in words.
fn wanted_name(wanted: &Wanted, facet: Facet, language: Language) -> String {
    let phrases = language.phrases();
    match wanted {
        Wanted::Any => phrases.any_value.to_owned(),
        Wanted::Unrecorded => phrases.unrecorded_value.to_owned(),
        Wanted::Value(value) => match value.parse::<Stage>() {
            Ok(stage) if facet == Facet::Stage => phrases.stage(stage).to_owned(),
            _ => value.clone(),
        },
    }
}

/// A facet's name with what can be asked for of it.
fn facet_html(
    dataset: &Dataset,
    choice: &Choice,
    filter: &Filter,
    facet: Facet,
    language: Language,
) -> Markup {
    let phrases = language.phrases();
    let asked = filter.wanted(facet);
    let Values { values, some_unrecorded } = values_of(dataset, choice, facet);
    let mut offered = vec![Wanted::Any];
    offered.extend(values.into_iter().map(Wanted::Value));
    if some_unrecorded {
        offered.push(Wanted::Unrecorded);
    }
    // A link may ask for what nobody has; that is to be seen, too.
    if !offered.contains(asked) {
        offered.push(asked.clone());
    }
    html! { label { (phrases.facet(facet))
        select data-do={ "filter-" (facet.slug()) } {
            @for wanted in offered {
                option value=(wanted.name()) selected[wanted == *asked] {
                    (wanted_name(&wanted, facet, language))
                }
            }
        }
    } }
}

/// How many campaigns are found of those that can be chosen, in words.
pub fn campaigns_found(
    dataset: &Dataset,
    choice: &Choice,
    filter: &Filter,
    words: &str,
    language: Language,
) -> String {
    let Found { campaigns, unrecorded } = filter.found(dataset, choice, words);
    let of = choice.campaigns_in_scope(dataset).count();
    language.say(&Sentence::CampaignsFound { found: campaigns.len(), of, unrecorded })
}
