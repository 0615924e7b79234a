//! The campaign whose days and posts are looked at.

use super::kept::refused;
use super::{Content, Desk, LANGUAGE};
use groundswell::browser::kept_packed;
use groundswell::figure::{
    BY_DAY, Known, OwnPage, aligned_html, countable_key, notice_html, over_time_html, over_time_list,
    own_content, own_missing_html, own_page_html, ranking_html,
};
use groundswell::own::{Aligned, OwnCampaign, Series, TooLong, alike};
use wasm_bindgen::prelude::wasm_bindgen;

impl Content {
    /// Its count of that key, over time.
    fn series(&self, key: &str, step: &str) -> Option<Result<Series, TooLong>> {
        let campaign = self.open.as_ref()?;
        let of = campaign.countable(LANGUAGE).into_iter().find(|of| countable_key(of) == key)?;
        campaign.series(&of, step.parse().unwrap_or_default())
    }
}

#[wasm_bindgen]
impl Desk {
    /// What stands in the page of a campaign around its days and posts, as HTML.
    pub async fn campaign(&self, id: String) -> Result<String, String> {
        let bytes = kept_packed(&id).await.map_err(refused)?;
        let campaign = bytes.and_then(|bytes| OwnCampaign::unpacked(&bytes).ok());
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
    /// lie beside each other.
    pub async fn aligned(
        &self,
        key: String,
        step: String,
        other: String,
        by: String,
    ) -> Result<String, String> {
        let bytes = kept_packed(&other).await.map_err(refused)?;
        let other = bytes.and_then(|bytes| OwnCampaign::unpacked(&bytes).ok());
        let words = LANGUAGE.over_time_phrases();
        let content = self.0.borrow();
        let (Some(campaign), Some(other)) = (&content.open, &other) else { return Ok(String::new()) };
        let one = match content.series(&key, &step) {
            Some(Ok(series)) => series,
            Some(Err(TooLong { from, to })) => return Ok(notice_html(&LANGUAGE.series_too_long(&from, &to))),
            None => return Ok(String::new()),
        };
        let of = alike(&one.of, other.countable(LANGUAGE));
        let beside = of.and_then(|of| other.series(&of, one.step)?.ok());
        let Some(beside) = beside else { return Ok(notice_html(words.nothing_alike)) };
        let names = [campaign.name(), other.name()];
        Ok(match Aligned::of(one, beside, by.parse().unwrap_or_default()) {
            Some(aligned) => aligned_html(&aligned, names, LANGUAGE),
            None => notice_html(words.too_far_apart),
        })
    }

    /// The same as CSV.
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
