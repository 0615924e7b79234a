//! Reading a campaign with its objectives and results.

use super::entries::Entries;
use super::fault::Problem;
use super::record::Presence::{Optional, Required};
use super::record::Record;
use crate::model::{Campaign, Objective, ToldResult};

/// A campaign as it was read: its objectives and results still have their
/// places in the file and wait for their sources to be resolved.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CampaignEntry {
    /// The campaign, without objectives and results.
    pub(super) campaign: Campaign,
    pub(super) objectives: Entries<Objective>,
    pub(super) results: Entries<ToldResult>,
}

/// Reads one record of `campaigns`.
pub(super) fn read_campaign(record: &mut Record<'_>, collection: usize) -> Option<CampaignEntry> {
    let id = record.id("id", Required);
    let name = record.required("name");
    let short_name = record.text("short_name", Optional);
    let series = record.id("series", Optional);
    let edition = record.text("edition", Optional);
    let who = record.text("who", Optional);
    let place = record.text("where", Optional);
    let countries = record.texts("countries", Optional);
    let (from, to) = (record.date("from"), record.date("to"));
    if from.zip(to).is_some_and(|(from, to)| from.first_day() > to.last_day()) {
        record.fault("to", Problem::EndsBeforeItBegins);
    }
    let platforms = record.texts("platforms", Optional);
    let hashtags = record.texts("hashtags", Optional);
    for wrong in hashtags.iter().filter(|tag| !is_hashtag(tag)) {
        record.fault("hashtags", Problem::InvalidHashtag(wrong.clone()));
    }
    let aim = record.text("aim", Optional);
    let story = record.text("story", Optional);
    let objectives = record.entries("objectives", Optional, "text", &read_objective);
    let results = record.entries("results", Optional, "text", &read_result);
    record.closed()?;
    let campaign = Campaign {
        id: id?,
        name,
        short_name,
        series,
        edition,
        who,
        place,
        countries,
        from,
        to,
        platforms,
        hashtags,
        aim,
        story,
        objectives: Vec::new(),
        results: Vec::new(),
        collection,
    };
    Some(CampaignEntry { campaign, objectives, results })
}

fn read_objective(record: &mut Record<'_>) -> Option<Objective> {
    let text = record.required("text");
    let source = record.text("source", Optional);
    let locator = record.text("locator", Optional);
    record.closed()?;
    Some(Objective { text, source, locator })
}

fn read_result(record: &mut Record<'_>) -> Option<ToldResult> {
    let text = record.required("text");
    let stage = record.member("stage", Required);
    let source = record.text("source", Optional);
    let locator = record.text("locator", Optional);
    record.closed()?;
    Some(ToldResult { text, stage: stage?, source, locator })
}

fn is_hashtag(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|word| !word.is_empty() && !word.contains(char::is_whitespace))
}
