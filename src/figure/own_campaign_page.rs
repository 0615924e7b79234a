//! The page of a campaign of one's own: its days and its posts. A script and the program
//! beside the page (`bin/reading`) fill it.

use super::head::head_html;
use super::over_time::countable_name;
use super::own_files::Known;
use super::own_page::{CONTENT, own_top};
use super::theme::theme_script;
use crate::format::{Language, OwnContent, RankingFacts, Sentence, SeriesStep, grouped, written_date_words};
use crate::own::{Alignment, Countable, Picked, RankedBy, RankedPost, Ranking};
use maud::{DOCTYPE, PreEscaped, html};

/// The page's file, in the folder [`super::OWN`].
pub const OWN_CAMPAIGN: &str = "campaign.html";

/// What names the list of posts by their days, among what they can be ranked by.
pub const BY_DAY: &str = "day";

/// The page. `css` and `script` are put into it; the marks for the policy are filled by
/// whoever writes it.
pub fn own_campaign_html(language: Language, (css, script): (&str, &str)) -> String {
    let (own, written) = (language.own_phrases(), language.written_phrases());
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            (head_html(language.phrases().own_days_and_posts, css, &theme_script(), language))
            body {
                (own_top(None, language))
                main.wrap id=(CONTENT) tabindex="-1" data-cancelled=(own.cancelled) data-broke-down=(own.broke_down)
                    data-no-program=(own.no_program) data-saved=(own.saved) data-kept=(written.kept) data-begun=(written.begun) data-removed=(written.removed)
                    data-undo=(own.undo) data-undone=(language.picking_phrases().undone) data-name-missing=(own.name_missing) data-name-taken=(own.name_taken) {
                    noscript { p.notice { (own.no_script) } }
                    p.notice id="trouble" role="alert" hidden {}
                    p.notice id="told" tabindex="-1" hidden {}
                    div data-place="campaign" { h1 { (language.phrases().own_days_and_posts) } }
                }
                p.unseen id="announcement" role="status" {}
                script { (PreEscaped(script)) }
            }
        }
    }
    .into_string()
}

/// A campaign that is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnPage<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it holds.
    pub content: OwnContent,
    /// What can be shown over time.
    pub countable: &'a [Countable],
    /// What its posts can be ranked by.
    pub rankable: &'a [RankedBy],
    /// The other campaigns that are kept.
    pub others: &'a [Known<'a>],
}

/// What stands in the page of a campaign that is kept, around its days and posts.
pub fn own_page_html(page: &OwnPage<'_>, language: Language) -> String {
    let (words, written) = (language.over_time_phrases(), language.written_phrases());
    html! {
        h1 data-title=(language.say(&Sentence::PageTitle { page: page.name.to_owned() })) { (page.name) }
        p.lead { (language.own_content(page.content)) }
        p { a href={ "../index.html?campaign=" (page.id) } { (words.its_figures) } }
        section.card aria-labelledby="over-time" {
            h2 id="over-time" { (words.over_time) }
            @if page.countable.is_empty() { p { (words.nothing_over_time) } } @else {
                div.choices {
                    p { label for="what" { (words.what) } select id="what" {
                        @for of in page.countable { option value=(countable_key(of)) { (countable_name(of, language)) } }
                    } }
                    p { label for="step" { (words.step) } select id="step" {
                        @for (step, name) in SeriesStep::ALL.iter().zip(words.steps) {
                            option value=(step.slug()) { (name) }
                        }
                    } }
                    @if !page.others.is_empty() {
                        p { label for="beside" { (words.beside) } select id="beside" {
                            option value="" { (words.beside_none) }
                            @for (id, name) in page.others { option value=(id) { (name) } }
                        } }
                        p id="aligning" hidden { label for="align" { (words.align) } select id="align" {
                            @for (by, name) in Alignment::ALL.iter().zip(words.alignments) { option value=(by.slug()) { (name) } }
                        } }
                    }
                }
                div data-place="series" {}
            }
        }
        section.card aria-labelledby="write" {
            h2 id="write" tabindex="-1" { (written.title) }
            p.note { (written.hint) }
            p.notice id="written" hidden {}
            details id="facts" { summary { (written.facts) } div data-place="facts" {} }
            div data-place="told" {}
            div data-place="tellings" {}
            div data-place="figure" {}
        }
        section.card aria-labelledby="posts" {
            h2 id="posts" { (words.posts) }
            @if page.content.posts == 0 { p { @if page.content.days > 0 { (words.no_posts) } @else { (words.figures_only) } } } @else {
                div.choices {
                    p { label for="by" { (words.rank_by) } select id="by" {
                        @for by in page.rankable { option value=(by.key) {
                            (by.unit) @if !by.label.eq_ignore_ascii_case(by.unit) { " (" (by.label) ")" }
                        } }
                        option value=(BY_DAY) { (words.by_day) }
                    } }
                    p { label for="with" { (words.with) } input id="with" type="text" autocomplete="off" maxlength="100"; }
                }
                div data-place="posts" {}
                div data-place="moving" {}
            }
        }
    }
    .into_string()
}

/// What stands there of a campaign that is not kept.
pub fn own_missing_html(language: Language) -> String {
    let words = language.over_time_phrases();
    html! { h1 { (language.phrases().own_days_and_posts) } p.notice { (words.not_here) } }.into_string()
}

/// A sentence that says why nothing is shown.
pub fn notice_html(sentence: &str) -> String {
    html! { p.notice { (sentence) } }.into_string()
}

/// What names a count in the page.
pub fn countable_key(of: &Countable) -> String {
    format!("{}-{}", of.stream, String::from(of.tally))
}

/// Posts in their order, as HTML, each to be picked: by a count, or without one by their days;
/// all of them `with` a text, if it is not empty. The picked ones can be moved, or not yet.
pub fn ranking_html(
    ranking: &Ranking,
    (by, with): (Option<&RankedBy>, &str),
    (picked, can_be_moved): (&Picked, bool),
    language: Language,
) -> String {
    let (words, picking) = (language.over_time_phrases(), language.picking_phrases());
    let (shown, of, silent) = (ranking.posts.len(), ranking.of, ranking.silent);
    let facts = RankingFacts { unit: by.map(|by| by.unit), with: with.trim(), shown, of, silent };
    let all = shown > 0 && ranking.posts.iter().all(|post| picked.has(&post.name));
    let day_of = |post: &RankedPost| match post.day {
        Some(day) => written_date_words(language, &day.to_string()),
        None => words.no_day.to_owned(),
    };
    html! {
        p.note id="ranking" { (language.ranking_note(facts)) }
        div.row.picking {
            label.pick { input type="checkbox" id="pick-shown" checked[all]; " " (picking.pick_shown) }
            span id="picked" role="status" { (language.picked(picked.len())) }
            button.plain type="button" data-does="pick-none" { (picking.pick_none) }
            @if can_be_moved { a href="#moving" { (picking.to_moving) } }
        }
        ol.posts { @for (at, ranked) in ranking.posts.iter().enumerate() {
            // Equals have one rank.
            li value=(ranked.above + 1) {
                p id={ "post-" (at) } {
                    @match by.zip(ranked.count) {
                        Some((by, count)) => { b { (grouped(count as f64)) } " " (by.unit) }
                        None => b { (day_of(ranked)) },
                    }
                }
                p.text id={ "text-" (at) } dir="auto" {
                    @if ranked.text.is_empty() { span.none { (words.no_text) } } @else { (ranked.text) }
                }
                div.row {
                    p.note {
                        (ranked.origin) @if by.is_some() { ", " (day_of(ranked)) }
                        @if let Some(link) = &ranked.link {
                            ". " a href=(link) target="_blank" rel="noopener noreferrer" aria-describedby={ "post-" (at) " text-" (at) } { (words.open_post) }
                        }
                    }
                    label.pick { input type="checkbox" name="pick" value=(ranked.name) checked[picked.has(&ranked.name)]
                        aria-describedby={ "post-" (at) " text-" (at) }; " " (picking.pick) }
                }
            }
        } }
        @if ranking.posts.len() < ranking.of {
            p.row { button.plain type="button" data-does="more-posts" { (words.more_posts) } }
        }
    }
    .into_string()
}

/// The form that moves the posts that are picked to one of the `others`, or to a new campaign.
pub fn moving_form_html(others: &[Known<'_>], language: Language) -> String {
    let (own, words) = (language.own_phrases(), language.picking_phrases());
    html! {
        form novalidate data-asks="move" {
            h3 id="moving" tabindex="-1" { (words.title) }
            p.note { (words.hint) }
            @if !others.is_empty() {
                p { label for="move-to" { (words.move_to) } " "
                    select id="move-to" {
                        @for (id, name) in others { option value=(id) { (name) } }
                        option value="" { (own.new_campaign) }
                    }
                }
            }
            div id="move-new" hidden[!others.is_empty()] {
                p { label for="move-name" { (words.new_name) } }
                input id="move-name" type="text" autocomplete="off" maxlength="80" aria-describedby="move-trouble";
            }
            p.notice id="move-trouble" role="alert" hidden {}
            p { button.control type="submit" { (words.move_now) } }
        }
    }
    .into_string()
}
