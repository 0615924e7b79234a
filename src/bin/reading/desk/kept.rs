//! The campaigns that are kept: their list, what is undone and deleted of them, and what is
//! saved of them to files.

use super::{Content, Desk, Done, Kept, LANGUAGE, texts};
use groundswell::browser::{
    KeptChange, NotKept, all_kept, change_kept, keep_nothing, kept_data, kept_list, kept_mappings,
    kept_packed,
};
use groundswell::data::read_data_file;
use groundswell::figure::{Listed, ListedState, own_campaigns_html, own_content, own_keeping_html};
use groundswell::format::Room;
use groundswell::own::{KeptBytes, OwnCampaign, write_backup};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Desk {
    /// The campaigns that are kept, as HTML: those of which the data file is as before, as
    /// they were listed, unless another tab may have changed them.
    pub async fn campaigns(&self, anew: bool) -> Result<String, String> {
        let mut all = Vec::new();
        for (id, data) in kept_list().await.map_err(refused)? {
            let same = |before: &&Kept| !anew && (&before.listed.id, &before.data) == (&id, &data);
            let before = self.0.borrow().kept.iter().find(same).map(|before| before.listed.state.clone());
            // The others are read one at a time.
            let state = match before {
                Some(state @ ListedState::Sound(..)) => state,
                _ => self.state_of(&id, &data).await?,
            };
            all.push(Kept { listed: Listed { id, state }, data });
        }
        let html = own_campaigns_html(all.iter().map(|kept| &kept.listed), LANGUAGE);
        self.0.borrow_mut().kept = all;
        Ok(html)
    }

    /// What the browser keeps, as HTML, where there is anything: the bytes that are taken
    /// and that can be, and whether it has promised not to delete them, as far as it says.
    pub fn keeping(&self, used: Option<f64>, of: Option<f64>, lasting: Option<bool>) -> String {
        if self.0.borrow().kept.is_empty() {
            return String::new();
        }
        let room = used.zip(of).map(|(used, of)| Room { used, of });
        own_keeping_html(room, lasting, LANGUAGE)
    }

    /// Deletes a campaign. Gives a sentence.
    pub async fn remove(&self, id: String) -> Result<String, String> {
        let deleted =
            change_kept(|known| known == id, |_, kept| (vec![(id.clone(), None)], kept.into_iter().next()));
        let before = deleted.await.map_err(refused)?;
        let campaign = before.as_ref().and_then(sound);
        let said = LANGUAGE.own_deleted(campaign.as_ref().map_or(&*id, OwnCampaign::name));
        self.0.borrow_mut().undo = vec![Done { id, before, after: None }];
        Ok(said)
    }

    /// Undoes what was done last, if nothing of it has changed since.
    pub async fn restore(&self) -> Result<(), String> {
        let done = std::mem::take(&mut self.0.borrow_mut().undo);
        let ids: Vec<String> = done.iter().map(|done| done.id.clone()).collect();
        let undone = change_kept(
            |known| ids.iter().any(|id| id == known),
            |_, kept| {
                let here = |id: &str| kept.iter().find(|kept| kept.id == id).map(|kept| &kept.packed);
                if done.iter().any(|done| here(&done.id) != done.after.as_ref()) {
                    return (Vec::new(), Err(LANGUAGE.own_phrases().not_undone.to_owned()));
                }
                (done.into_iter().map(|done| (done.id, done.before)).collect(), Ok(()))
            },
        );
        undone.await.map_err(refused)?
    }

    /// Deletes everything, and what could be brought back.
    pub async fn remove_all(&self) -> Result<(), String> {
        keep_nothing().await.map_err(refused)?;
        *self.0.borrow_mut() = Content::default();
        Ok(())
    }

    /// A campaign's data file.
    pub async fn data_file(&self, id: String) -> Result<String, String> {
        let kept = kept_data().await.map_err(|why| refused(why.into()))?;
        Ok(kept.into_iter().find(|(other, _)| *other == id).map(|(_, text)| text).unwrap_or_default())
    }

    /// The bytes of a campaign that cannot be read; it can then be deleted.
    pub async fn broken(&self, id: String) -> Result<Vec<u8>, String> {
        let bytes = kept_packed(&id).await.map_err(refused)?;
        self.0.borrow_mut().saved.push(id);
        Ok(bytes.unwrap_or_default())
    }

    /// Everything that is kept, as one file.
    pub async fn backup(&self) -> Result<Vec<u8>, String> {
        let kept = all_kept().await.map_err(refused)?;
        let mappings = kept_mappings().await.map_err(refused)?;
        Ok(write_backup(&kept, &mappings, LANGUAGE.own_phrases().backup_about))
    }
}

impl Desk {
    /// What a campaign of the list is, whose data file is made anew where an earlier version
    /// of this page made it otherwise.
    async fn state_of(&self, id: &str, data: &str) -> Result<ListedState, String> {
        let packed = kept_packed(id).await.map_err(refused)?.unwrap_or_default();
        let Ok(campaign) = OwnCampaign::unpacked(&packed) else {
            let saved = self.0.borrow().saved.iter().any(|saved| saved == id);
            return Ok(ListedState::Broken { saved });
        };
        if campaign.data_file(LANGUAGE) != data {
            changed(id, |_, here| (here, ())).await?;
        }
        Ok(ListedState::Sound(campaign.name().to_owned(), own_content(&campaign)))
    }

    /// The ids and names of the campaigns that are kept, but for the one that is looked at.
    pub(super) async fn others(&self) -> Result<Vec<(String, String)>, String> {
        let kept = kept_data().await.map_err(|why| refused(why.into()))?;
        let content = self.0.borrow();
        let open = content.open.as_ref().map(OwnCampaign::id);
        let others = kept.into_iter().filter(|(id, _)| Some(&**id) != open).filter_map(|(id, text)| {
            let (dataset, _) = read_data_file("", &text).ok()?;
            Some((id, dataset.campaigns.into_iter().next()?.name))
        });
        Ok(others.collect())
    }

    /// Whether a new campaign can be called so.
    ///
    /// # Errors
    /// What is wrong with the name, as a sentence.
    pub(super) async fn can_be_named(&self, name: &str) -> Result<(), String> {
        let words = LANGUAGE.own_phrases();
        let name = name.trim().to_lowercase();
        if name.is_empty() {
            return Err(words.name_missing.to_owned());
        }
        let open = self.0.borrow().open.as_ref().map(|open| open.name().to_lowercase());
        let others = self.others().await?;
        if open.as_ref() == Some(&name) || others.iter().any(|(_, known)| known.to_lowercase() == name) {
            return Err(words.name_taken.to_owned());
        }
        Ok(())
    }
}

/// Changes a campaign: `change` is given the ids of all, and the one of that id, if it is
/// kept and can be read.
pub(super) async fn changed<T>(
    id: &str,
    change: impl FnOnce(&[&str], Option<OwnCampaign>) -> (Option<OwnCampaign>, T),
) -> Result<T, String> {
    let changed = change_kept(
        |known| known == id,
        |ids, kept| {
            let (campaign, result) = change(&texts(ids), kept.first().and_then(sound));
            (campaign.iter().map(kept_change).collect(), result)
        },
    );
    changed.await.map_err(refused)
}

/// What is kept, if it can be read.
pub(super) fn sound(kept: &KeptBytes) -> Option<OwnCampaign> {
    OwnCampaign::unpacked(&kept.packed).ok()
}

/// A campaign as it is to be kept.
pub(super) fn kept_change(campaign: &OwnCampaign) -> KeptChange {
    let id = campaign.id().to_owned();
    let kept = KeptBytes { id: id.clone(), data: campaign.data_file(LANGUAGE), packed: campaign.packed() };
    (id, Some(kept))
}

/// A campaign as it is listed, when it was changed so.
pub(super) fn listed((campaign, (id, kept)): (&OwnCampaign, &KeptChange)) -> Option<Kept> {
    let state = ListedState::Sound(campaign.name().to_owned(), own_content(campaign));
    Some(Kept { listed: Listed { id: id.clone(), state }, data: kept.as_ref()?.data.clone() })
}

pub(super) fn refused(why: NotKept) -> String {
    let words = LANGUAGE.own_phrases();
    match why {
        NotKept::Full => words.store_full.to_owned(),
        NotKept::Refused(_) => words.store_refused.to_owned(),
    }
}
