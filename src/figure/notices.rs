//! Messages above the content: what a link asked for in vain, what could not
//! be loaded, what was left out.

use crate::data::Fault;
use crate::format::Language;
use maud::html;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Files are on their way.
    Loading,
    /// A part of a link that could not be followed.
    Link(String),
    /// A file that is read beside the others, since the address names it.
    Named(String),
    /// Files of data that could not be used; trying again may help.
    Unusable(Vec<String>),
    /// The text about the figures could not be had.
    NoText(String),
    /// Records that were left out.
    Faults(Vec<String>),
}

/// What is to be said of data: files that could not be used, and records that were
/// left out; nothing where all is well.
pub fn notices_of_data(problems: Vec<String>, faults: &[Fault], language: Language) -> Vec<Notice> {
    let mut notices = Vec::new();
    if !problems.is_empty() {
        notices.push(Notice::Unusable(problems));
    }
    if !faults.is_empty() {
        notices.push(Notice::Faults(faults.iter().map(|fault| fault.tell(language)).collect()));
    }
    notices
}

/// All messages, and what can be done about them.
pub fn notices_html(notices: &[Notice], language: Language) -> String {
    let phrases = language.phrases();
    html! {
        @for notice in notices { div.notice.loading[*notice == Notice::Loading] { @match notice {
            Notice::Loading => { p { (phrases.loading) } }
            Notice::Link(text) | Notice::Named(text) => { p { (text) } }
            Notice::Unusable(problems) => {
                @for problem in problems { p { (problem) } }
                button.control type="button" data-do="try-again" { (phrases.try_again) }
            }
            Notice::NoText(problem) => {
                p { (problem) }
                button.control type="button" data-do="try-again" { (phrases.try_again) }
            }
            Notice::Faults(faults) => { details open {
                summary { (phrases.faults_title) }
                ul { @for fault in faults { li { (fault) } } }
            } }
        } } }
        @if notices.iter().any(|notice| *notice != Notice::Loading) {
            button.plain type="button" data-do="dismiss" { (phrases.dismiss) }
        }
    }
    .into_string()
}
