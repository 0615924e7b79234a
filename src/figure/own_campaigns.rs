//! The list of campaigns of one's own, on the page where files are brought, and what the
//! browser keeps of them.

use crate::format::{Language, OwnContent, Room};
use maud::{Markup, html};

/// A campaign of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// What it is.
    pub state: ListedState,
}

/// What a campaign of the list is.
#[derive(Clone, Debug, PartialEq)]
pub enum ListedState {
    /// Sound: its name, and what it holds.
    Sound(String, OwnContent),
    /// Not to be read; whether what is there of it was saved to a file.
    Broken {
        /// Whether it was.
        saved: bool,
    },
}

/// The list, with what can be done with each.
pub fn own_campaigns_html<'a>(
    campaigns: impl ExactSizeIterator<Item = &'a Listed>,
    language: Language,
) -> String {
    let words = language.own_phrases();
    html! {
        section.card aria-labelledby="campaigns" {
            h2 id="campaigns" tabindex="-1" { (words.campaigns) }
            @if campaigns.len() == 0 {
                p { (words.no_campaigns) }
            } @else {
                p { a href="../index.html" { (words.to_overview) } }
                ul.own { @for campaign in campaigns { li { (listed_html(campaign, language)) } } }
            }
            details { summary { (language.written_phrases().begin) }
                form novalidate data-asks="begin" {
                    p { label for="begin-name" { (words.name) } }
                    input id="begin-name" type="text" required autocomplete="off" maxlength="80" aria-describedby="begin-trouble";
                    p.notice id="begin-trouble" role="alert" hidden {}
                    p { button.control type="submit" { (language.written_phrases().begin) } }
                }
            }
        }
    }
    .into_string()
}

fn listed_html(campaign: &Listed, language: Language) -> Markup {
    let words = language.own_phrases();
    let heading = format!("campaign-{}", campaign.id);
    let button = |does: &str, text: &str| {
        html! {
            button.plain type="button" data-does=(does) data-campaign=(campaign.id) aria-describedby=(heading) { (text) }
        }
    };
    match &campaign.state {
        ListedState::Sound(name, content) => html! {
            h3 id=(heading) { a href={ "../index.html?campaign=" (campaign.id) } { (name) } }
            p { (language.own_content(*content)) }
            p.row {
                a href={ "campaign.html?campaign=" (campaign.id) } aria-describedby=(heading) {
                    @if content.posts + content.days > 0 { (language.phrases().own_days_and_posts) }
                    @else { (language.written_phrases().title) }
                }
                (button("save", words.save_file)) (button("delete", words.delete))
            }
        },
        ListedState::Broken { saved } => html! {
            h3 id=(heading) { (campaign.id) }
            p.notice { (words.broken) }
            p.row {
                (button("save-broken", words.save_broken))
                @if *saved { (button("delete", words.delete)) }
            }
        },
    }
}

/// What the browser keeps: how much, for how long, and what can be done with the whole.
/// `lasting` is whether the browser has promised not to delete it; what it does not say
/// is left out.
pub fn own_keeping_html(room: Option<Room>, lasting: Option<bool>, language: Language) -> String {
    let words = language.own_phrases();
    html! {
        section.card aria-labelledby="keeping" {
            h2 id="keeping" tabindex="-1" { (words.keeping) }
            @if let Some(room) = room { p { (language.own_room(room)) } }
            @match lasting {
                Some(true) => p { (words.lasting) },
                Some(false) => {
                    p { (words.not_lasting) }
                    p.row { button.plain type="button" data-does="ask-to-last" { (words.ask_to_last) } }
                }
                None => {}
            }
            p.row {
                button.plain type="button" data-does="save-backup" aria-describedby="backup-hint" { (words.save_backup) }
                button.plain type="button" data-does="ask-delete" { (words.delete_all) }
            }
            p.note id="backup-hint" { (words.backup_hint) }
            div.notice id="sure" hidden {
                h3 id="sure-heading" tabindex="-1" { (words.delete_all_question) }
                p { (words.delete_all_means) }
                p.row {
                    button.plain type="button" data-does="delete-all" { (words.delete_all_now) }
                    button.plain type="button" data-does="delete-nothing" { (words.delete_nothing) }
                }
            }
        }
    }
    .into_string()
}
