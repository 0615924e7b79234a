//! The list of campaigns of one's own, on the page where files are brought.

use crate::format::Language;
use maud::html;

/// A campaign of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Listed<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// How many posts it has.
    pub posts: usize,
    /// How many days of accounts.
    pub days: usize,
}

/// The list, with what can be done with each.
pub fn own_campaigns_html(campaigns: &[Listed<'_>], language: Language) -> String {
    let words = language.own_phrases();
    html! {
        section.card aria-labelledby="campaigns" {
            h2 id="campaigns" tabindex="-1" { (words.campaigns) }
            @if campaigns.is_empty() {
                p { (words.no_campaigns) }
            } @else {
                p { a href="../index.html" { (words.to_overview) } }
                ul.own { @for campaign in campaigns {
                    li {
                        h3 id={ "campaign-" (campaign.id) } { a href={ "../index.html?campaign=" (campaign.id) } { (campaign.name) } }
                        p { (language.own_content(campaign.posts, campaign.days)) }
                        p.row {
                            button.plain type="button" data-does="save" data-campaign=(campaign.id)
                                aria-describedby={ "campaign-" (campaign.id) } { (words.save_file) }
                            button.plain type="button" data-does="delete" data-campaign=(campaign.id)
                                aria-describedby={ "campaign-" (campaign.id) } { (words.delete) }
                        }
                    }
                } }
            }
        }
    }
    .into_string()
}
