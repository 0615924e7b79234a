//! What was brought, added to campaigns: tables to one of them, or campaigns as they came.

use super::kept::{changed, kept_change, listed, refused, sound};
use super::{Desk, Kept, LANGUAGE, places, texts, today};
use groundswell::browser::{KeptChange, change_kept, keep_mapping};
use groundswell::figure::{Found, FoundCampaign};
use groundswell::format::FoundElsewhere;
use groundswell::own::{Elsewhere, Import, NotImported, OwnCampaign, Portion, Whose};
use groundswell::posts::{Grain, SaidMapping};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Desk {
    /// Adds tables to a campaign: each named by the places of its file and of itself,
    /// "0-1"; to the one of that id, or to a new one of that name; of them only what is from
    /// that day to that day with that hashtag, where these are not empty, and only posts that
    /// are picked, where any is. `whose` says of tables
    /// whose their days are, where that was asked: the place of the table, which of the
    /// accounts or `another`, and its name, in turn. Gives a sentence.
    pub async fn add(
        &self,
        tables: Vec<String>,
        into: String,
        name: String,
        part: Vec<String>,
        whose: Vec<String>,
    ) -> Result<String, String> {
        let desk = self.clone();
        let said = |at: usize| part.get(at).map(|text| text.trim()).filter(|text| !text.is_empty());
        let date = |at: usize| said(at).and_then(|text| text.parse().ok());
        let portion = Portion { from: date(0), to: date(1), hashtag: said(2).map(str::to_owned) };
        let whose = self.answered(&into, &whose);
        // Posts may have been moved from this one to any.
        let posts = {
            let content = self.0.borrow();
            let of = |(file, number): (usize, usize)| content.brought.get(file)?.tables().get(number);
            places(&tables).filter_map(of).any(|table| table.grain == Grain::Post)
        };
        let said = change_kept(
            |known| posts || known == into,
            |ids, kept| {
                let mut others: Vec<OwnCampaign> = kept.iter().filter_map(sound).collect();
                drop(kept);
                let here = others.iter().position(|known| known.id() == into);
                let mut campaign = match here {
                    Some(at) => others.swap_remove(at),
                    None if into.is_empty() => OwnCampaign::new(&name, &texts(ids)),
                    None => return (Vec::new(), Err((LANGUAGE.own_phrases().gone.to_owned(), Vec::new()))),
                };
                let content = desk.0.borrow();
                let picked = &content.picked;
                let (mut changes, mut elsewhere, mut asked) = (Vec::new(), Vec::new(), Vec::new());
                let mut supposed = Vec::new();
                for (file, number) in places(&tables) {
                    let Some(brought) = content.brought.get(file) else { continue };
                    let Some(table) = brought.tables().get(number) else { continue };
                    let import = Import {
                        table,
                        portion: &portion,
                        picked,
                        account: table.form.and_then(|form| form.account_in(&brought.name)),
                        whose: whose
                            .iter()
                            .find(|(at, _)| *at == (file, number))
                            .map_or(&Whose::Unsaid, |(_, whose)| whose),
                        today: today(),
                    };
                    match campaign.take_beside(&import, &mut others) {
                        Ok(found) => {
                            changes.push(found.changes.of(table.grain == Grain::Day));
                            elsewhere.extend(found.elsewhere);
                            supposed.extend(found.supposed.filter(|origin| !supposed.contains(origin)));
                        }
                        Err(NotImported::Undecided(undecided)) => asked.push(((file, number), undecided)),
                        Err(NotImported::Nothing) => {}
                    }
                }
                if !asked.is_empty() {
                    return (Vec::new(), Err((LANGUAGE.own_phrases().whose_unsaid.to_owned(), asked)));
                }
                if changes.is_empty() {
                    return (
                        Vec::new(),
                        Err((LANGUAGE.own_phrases().nothing_in_part.to_owned(), Vec::new())),
                    );
                }
                let mut said = vec![LANGUAGE.import_changes(campaign.name(), &changes)];
                said.extend(supposed.iter().map(|origin: &String| LANGUAGE.supposed_days(origin)));
                let mut changed = vec![campaign];
                for other in others {
                    let found: Vec<&Elsewhere> =
                        elsewhere.iter().filter(|one| one.id == other.id()).collect();
                    if !found.is_empty() {
                        said.push(LANGUAGE.found_elsewhere(FoundElsewhere {
                            name: other.name(),
                            changed: found.iter().map(|one| one.moved.changed).sum(),
                            same: found.iter().map(|one| one.moved.same).sum(),
                            shared: found.iter().map(|one| one.shared).sum(),
                        }));
                    }
                    if found.iter().any(|one| one.stayed() > 0) {
                        changed.push(other);
                    }
                }
                let changes: Vec<KeptChange> = changed.iter().map(kept_change).collect();
                let listed: Vec<Kept> = changed.iter().zip(&changes).filter_map(listed).collect();
                (changes, Ok((said.join(" "), listed)))
            },
        );
        match said.await.map_err(refused)? {
            Ok((said, listed)) => {
                self.put_aside();
                let mut content = self.0.borrow_mut();
                content.kept.retain(|kept| listed.iter().all(|now| now.listed.id != kept.listed.id));
                content.kept.extend(listed);
                Ok(said)
            }
            Err((why, asked)) => {
                self.0.borrow_mut().asked = (into, asked);
                Err(why)
            }
        }
    }

    /// Keeps campaigns of a backup or a data file, each named as a table is, and puts that
    /// file aside. Gives a sentence.
    pub async fn keep_found(&self, chosen: Vec<String>) -> Result<String, String> {
        let mut names = Vec::new();
        for (file, number) in places(&chosen) {
            let found = {
                let content = self.0.borrow();
                match content.brought.get(file).map(|file| &file.read) {
                    Some(Ok(Found::Campaigns { campaigns, .. })) => campaigns.get(number).cloned(),
                    _ => None,
                }
            };
            let Some(FoundCampaign { mut campaign, .. }) = found else { continue };
            let name = loop {
                let id = campaign.id().to_owned();
                let met = changed(&id, |_, here| match campaign.arrive(here.as_ref(), LANGUAGE) {
                    Ok((campaign, _)) => {
                        let name = campaign.name().to_owned();
                        (Some(campaign), Ok(name))
                    }
                    Err(beside) => (None, Err(beside)),
                });
                // What is listed of it is of before.
                self.0.borrow_mut().kept.retain(|kept| kept.listed.id != id);
                match met.await? {
                    Ok(name) => break name,
                    Err(beside) => campaign = *beside,
                }
            };
            names.push(name);
        }
        if let Some((file, _)) = places(&chosen).next() {
            let file = self.0.borrow_mut().brought.remove(file);
            if let Ok(Found::Campaigns { mappings, .. }) = file.read {
                self.keep_mappings(mappings).await;
            }
        }
        Ok(LANGUAGE.own_kept(&names))
    }
}

impl Desk {
    /// Whose days tables have, as was answered of what was asked of the campaign of that id.
    fn answered(&self, into: &str, answers: &[String]) -> Vec<((usize, usize), Whose)> {
        let content = self.0.borrow();
        let (of, asked) = &content.asked;
        let answer = |answer: &[String]| {
            let [place, chosen, name] = answer else { return None };
            let at = places(std::slice::from_ref(place)).next()?;
            let (_, undecided) = asked.iter().find(|(known, _)| *known == at)?;
            let name = name.trim();
            let whose = match chosen.parse::<usize>() {
                Ok(number) => Whose::Known(undecided.known.get(number)?.clone()),
                Err(_) if chosen == "another" && !name.is_empty() => Whose::Another(name.to_owned()),
                Err(_) => return None,
            };
            Some((at, whose))
        };
        if of == into { answers.chunks_exact(3).filter_map(answer).collect() } else { Vec::new() }
    }

    /// Keeps how tables are to be read, where nothing was said of them here.
    async fn keep_mappings(&self, mappings: Vec<SaidMapping>) {
        for said in mappings {
            let known = self.0.borrow().said.iter().any(|known| known.shape() == said.shape());
            if !known {
                let _ = keep_mapping(said.shape(), Some(&said.written())).await;
                self.0.borrow_mut().said.push(said);
            }
        }
    }
}
