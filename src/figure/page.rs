//! The overview as a page: what stands on the screen before the program
//! arrives, and stays when it is blocked.

use super::campaigns::further_link;
use super::controls::{Controls, controls_html};
use super::html::{FigureOptions, Undrawn, metric_figure, undrawn_html};
use super::matrix::matrix_html;
use super::part::Part;
use super::reading_list::reading_list_html;
use super::theme::themes;
use crate::chart::{ScaleKind, SpecOptions};
use crate::compare::{Choice, Filter, compare};
use crate::data::is_own;
use crate::format::{Language, Sentence, written_date_words};
use crate::model::{Dataset, FigureName};
use maud::{Markup, PreEscaped, html};

/// The figures that are closed to their headline until asked for.
pub const CLOSABLE: &[FigureName] = &[
    FigureName::Views,
    FigureName::Engagement,
    FigureName::Attention,
    FigureName::Beside,
    FigureName::Multiples,
    FigureName::Ladder,
    FigureName::Years,
    FigureName::When,
];

/// The heading and the counted introduction.
pub fn introduction_html(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let mut figures = 0;
    let mut sources: Vec<&str> = Vec::new();
    for observation in &dataset.observations {
        if !is_own(dataset, observation.collection)
            && choice.counts_collection(dataset, observation.collection)
        {
            figures += 1;
            if !sources.contains(&&*observation.source) {
                sources.push(&observation.source);
            }
        }
    }
    let own =
        choice.campaigns_in_scope(dataset).filter(|campaign| is_own(dataset, campaign.collection)).count();
    let sentence = Sentence::Introduction {
        campaigns: choice.campaigns_in_scope(dataset).count() - own,
        figures,
        sources: sources.len(),
        date: written_date_words(language, &dataset.updated),
    };
    html! {
        h1 tabindex="-1" { (language.phrases().overview_title) }
        p.lead { (language.say(&sentence)) @if own > 0 { " " (language.say(&Sentence::OwnBeside(own))) }
            @if let Some(link) = further_link(dataset, choice, "?sources=further", language) { " " (link) } }
    }
    .into_string()
}

/// Whether any of the campaigns chosen is the reader's own: nobody else has it.
pub fn chooses_own(dataset: &Dataset, choice: &Choice) -> bool {
    choice.campaigns(dataset).any(|campaign| is_own(dataset, campaign.collection))
}

/// What leads to the parts of the site, by their addresses from the page: the overview, the
/// campaigns, the reader's own data and what is said about all. `here` is the one that is
/// shown.
pub(super) fn navigation(addresses: [&str; 4], here: Option<usize>, language: Language) -> Markup {
    let frame = language.frame();
    let names = [frame.nav_overview, frame.nav_campaigns, frame.nav_own, language.phrases().nav_about];
    html! {
        nav aria-label=(frame.nav_label) {
            @for (at, (address, name)) in addresses.iter().zip(names).enumerate() {
                a href=(address) aria-current=[(here == Some(at)).then_some("page")] { (name) }
            }
        }
    }
}

/// Everything in the page's body: header, messages, the overview in its places,
/// the place of other views, footer.
pub fn page_html(dataset: &Dataset, language: Language) -> String {
    let phrases = language.phrases();
    let frame = language.frame();
    html! {
        a.skip href="#app" { (frame.skip_to_content) }
        header.site { div.wrap {
            span.brand { (phrases.product) }
            (navigation(["?", "?view=campaigns", "own/index.html", "?view=about"], Some(0), language))
            label.theme { (frame.theme) " "
                select id="theme" autocomplete="off" disabled {
                    (themes(language))
                }
            }
        } }
        div.wrap {
            p.notice id="program-failed" role="alert" hidden { (frame.program_failed) }
            noscript { p.notice { (frame.no_script) } }
            div.notices data-place="notices" role="status" {}
        }
        main.wrap id="app" tabindex="-1" {
            div id="overview" { (PreEscaped(overview_html(dataset, language))) }
            div data-place="page" {}
        }
        p.unseen id="announcement" role="status" {}
        div.tip id="tip" hidden { span {} a href="?" {} }
        footer.site-foot { div.wrap {
            p { (frame.privacy_line) }
            p { (frame.footer_line) " " a href="?view=about" { (phrases.nav_about) } }
        } }
    }
    .into_string()
}

/// What stands after the first figure of the overview: the marks of a region that the site
/// step fills with what asks for the data, so that the figure is seen before that is asked.
const FIRST_FIGURE_SEEN: &str = "<!-- static:data --><!-- /static:data -->";

/// The whole overview with default choices, each part in its place.
pub fn overview_html(dataset: &Dataset, language: Language) -> String {
    let choice = Choice::default();
    let part_html = |part: Part| match part {
        Part::Introduction => introduction_html(dataset, &choice, language),
        Part::Controls => controls_html(
            dataset,
            &choice,
            &Filter::default(),
            ScaleKind::default(),
            &Controls::default(),
            language,
        ),
        Part::Figure(name) => match name.metric() {
            Some(metric) => {
                let open = CLOSABLE.contains(&name).then_some(false);
                let spec = SpecOptions { language, ..SpecOptions::default() };
                let options = FigureOptions { spec, open, ..FigureOptions::default() };
                metric_figure(dataset, &compare(dataset, &choice, metric), options).html
            }
            None => undrawn_html(name, Undrawn::Closed, "", language),
        },
        Part::ReadingList => reading_list_html(dataset, &choice, language),
        Part::Matrix => matrix_html(dataset, &choice, language),
    };
    let first = Part::all().into_iter().find(|part| matches!(part, Part::Figure(_)));
    html! {
        @for part in Part::all() {
            div data-place=(part.place()) { (PreEscaped(part_html(part))) }
            @if Some(part) == first { (PreEscaped(FIRST_FIGURE_SEEN)) }
        }
    }
    .into_string()
}
