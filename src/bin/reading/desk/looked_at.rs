//! The campaign whose days and posts are looked at.

use super::kept::refused;
use super::{Content, Desk, LANGUAGE};
use groundswell::browser::kept_packed;
use groundswell::figure::{
    BY_DAY, Known, OwnPage, aligned_html, aligned_list, countable_key, notice_html, over_time_html,
    over_time_list, own_content, own_missing_html, own_page_html, ranking_html, unaligned_words,
};
use groundswell::own::{Aligned, Apart, Countable, OwnCampaign, Series, TooLong};
use wasm_bindgen::prelude::wasm_bindgen;

impl Content {
    /// What that key names of the campaign that is open, and the campaign.
    fn countable(&self, key: &str) -> Option<(&OwnCampaign, Countable)> {
        let campaign = self.open.as_ref()?;
        Some((campaign, campaign.countable(LANGUAGE).into_iter().find(|of| countable_key(of) == key)?))
    }

    /// Its count of that key, over time.
    fn series(&self, key: &str, step: &str) -> Option<Result<Series, TooLong>> {
        let (campaign, of) = self.countable(key)?;
        campaign.series(&of, step.parse().unwrap_or_default())
    }

    /// The same beside what counts the same of another campaign.
    fn beside(&self, other: &OwnCampaign, key: &str, step: &str, by: &str) -> Result<Aligned, Apart> {
        let (campaign, of) = self.countable(key).ok_or(Apart::NothingAlike)?;
        let (step, by) = (step.parse().unwrap_or_default(), by.parse().unwrap_or_default());
        Aligned::of_campaigns([campaign, other], &of, step, by, LANGUAGE)
    }
}

/// A campaign that is kept, if it can be read.
async fn kept_campaign(id: &str) -> Result<Option<OwnCampaign>, String> {
    let bytes = kept_packed(id).await.map_err(refused)?;
    Ok(bytes.and_then(|bytes| OwnCampaign::unpacked(&bytes).ok()))
}

#[wasm_bindgen]
impl Desk {
    /// What stands in the page of a campaign around its days and posts, as HTML.
    pub async fn campaign(&self, id: String) -> Result<String, String> {
        let campaign = kept_campaign(&id).await?;
        let mut others = self.others().await?;
        others.retain(|(other, _)| *other != id);
        let others: Vec<Known<'_>> = others.iter().map(|(id, name)| (&**id, &**name)).collect();
        let html = match &campaign {
            Some(campaign) => own_page_html(
                &OwnPage {
                    id: campaign.id(),
                    name: campaign.name(),
                    content: own_content(campaign),
                    countable: &campaign.countable(LANGUAGE),
                    rankable: &campaign.rankable(LANGUAGE),
                    others: &others,
                },
                LANGUAGE,
            ),
            None => own_missing_html(LANGUAGE),
        };
        let mut content = self.0.borrow_mut();
        // Another tab may have moved some of them.
        content.picked =
            campaign.as_ref().map(|campaign| campaign.picked_of(&content.picked)).unwrap_or_default();
        content.open = campaign;
        drop(content);
        Ok(html)
    }

    /// A count of that campaign over time, as HTML.
    pub fn over_time(&self, key: &str, step: &str) -> String {
        match self.0.borrow().series(key, step) {
            Some(Ok(series)) => over_time_html(&series, LANGUAGE),
            Some(Err(TooLong { from, to })) => notice_html(&LANGUAGE.series_too_long(&from, &to)),
            None => String::new(),
        }
    }

    /// The same beside another campaign, by its id, where that counts the same; `by` is how they
    /// lie beside each other. With `any`, what both count stands in for what only one does.
    pub async fn aligned(
        &self,
        key: String,
        step: String,
        other: String,
        by: String,
        any: bool,
    ) -> Result<String, String> {
        let other = kept_campaign(&other).await?;
        let content = self.0.borrow();
        let (Some(campaign), Some(other)) = (&content.open, &other) else { return Ok(String::new()) };
        let names = [campaign.name(), other.name()];
        let instead = || {
            let (step, by) = (step.parse().unwrap_or_default(), by.parse().unwrap_or_default());
            Aligned::of_any([campaign, other], step, by, LANGUAGE)
        };
        let (both, stands_in) = match content.beside(other, &key, &step, &by) {
            Err(Apart::NothingAlike) if any => (instead().ok_or(Apart::NothingAlike), true),
            both => (both, false),
        };
        Ok(match both {
            Ok(both) => aligned_html(&both, names, stands_in, LANGUAGE),
            Err(apart) => notice_html(&unaligned_words(&apart, LANGUAGE)),
        })
    }

    /// The same as CSV.
    pub async fn aligned_list(
        &self,
        key: String,
        step: String,
        other: String,
        by: String,
    ) -> Result<String, String> {
        let other = kept_campaign(&other).await?;
        let content = self.0.borrow();
        let (Some(campaign), Some(other)) = (&content.open, &other) else { return Ok(String::new()) };
        let both = content.beside(other, &key, &step, &by);
        let list = |both: Aligned| aligned_list(&both, [campaign.name(), other.name()], LANGUAGE);
        Ok(both.map(list).unwrap_or_default())
    }

    /// A count of that campaign over time, as CSV.
    pub fn over_time_list(&self, key: &str, step: &str) -> String {
        match self.0.borrow().series(key, step) {
            Some(Ok(series)) => over_time_list(&series, LANGUAGE),
            _ => String::new(),
        }
    }

    /// The first posts of that campaign by the count of that key, or by their days, `with` a
    /// text in theirs, as HTML.
    pub fn ranking(&self, by: &str, with: &str, most: usize) -> String {
        let content = self.0.borrow();
        let Some(campaign) = &content.open else { return String::new() };
        let ranked = match campaign.rankable(LANGUAGE).into_iter().find(|known| known.key == by) {
            Some(by) => (campaign.ranking(&by.key, with, most), Some(by)),
            None if by == BY_DAY => (campaign.posts_by_day(with, most), None),
            None => return String::new(),
        };
        ranking_html(&ranked.0, (ranked.1.as_ref(), with), (&content.picked, true), LANGUAGE)
    }
}
