//! What lies on the desk of the page where files are brought: files that were read, and
//! the campaigns that they are added to.

use crate::blob::{BlobReader, Pieces, make_room};
use groundswell::browser::{
    KeptChange, NotKept, all_kept, change_kept, fetch_text, keep_mapping, keep_nothing, kept_data, kept_list,
    kept_mappings, kept_packed,
};
use groundswell::data::{Library, is_data_file, read_data_file};
use groundswell::figure::{
    Asked, BY_DAY, Brought, FilledForm, Found, FoundCampaign, Known, Listed, ListedState, OwnPage,
    countable_key, facts_form_html, figure_form_html, moving_form_html, notice_html, over_time_html,
    over_time_list, own_campaigns_html, own_content, own_files_html, own_keeping_html, own_missing_html,
    own_page_html, ranking_html, rejected_list, told_figures_html,
};
use groundswell::format::{FoundElsewhere, Language, MovedPosts, NotRead, ReadingProgress, Room};
use groundswell::model::{Dataset, Date, Definition, Loading};
use groundswell::own::{
    Arrival, Elsewhere, Filled, Import, KeptBytes, NotImported, OwnCampaign, Picked, Portion, PostsMoved,
    Series, TooLong, Whose, WrongField, is_backup, own_definitions, read_backup, write_backup,
};
use groundswell::posts::{
    Grain, Origin, Reading, ReadingOptions, SaidMapping, TableReading, TextError, TextReader, is_text,
    read_counted, text_reader,
};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::io::{Read, Seek};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, File};

const LANGUAGE: Language = Language::English;

/// How often progress is told, milliseconds.
const OFTEN: f64 = 100.0;

/// For how long the rate is watched before the time that is left is said, milliseconds.
const WATCHED: f64 = 1000.0;

/// A data file of the project's own is text that people write: it is never longer.
const LONGEST_DATA_FILE: u64 = 64 * 1024 * 1024;

/// How much of a file says what it is.
const HEAD: u64 = 4096;

/// Everything that lies there. Copies speak of the same.
#[wasm_bindgen]
#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Content>>);

#[derive(Default)]
struct Content {
    brought: Vec<Brought>,
    /// The campaigns that are kept.
    kept: Vec<Kept>,
    /// What was done last that can be undone.
    undo: Vec<Done>,
    /// How tables are to be read, as far as the reader has said.
    said: Vec<SaidMapping>,
    /// Campaigns that cannot be read, and were saved to a file.
    saved: Vec<String>,
    /// The campaign whose days and posts are looked at.
    open: Option<OwnCampaign>,
    /// Those of its posts that are picked.
    picked: Picked,
    /// Tables of which it has to be said whose their days are, before they are added to the
    /// campaign of that id.
    asked: (String, Vec<Asked>),
    /// What can be counted, once that was asked for.
    definitions: Vec<Definition>,
}

/// A campaign of the list, and its data file.
struct Kept {
    listed: Listed,
    data: String,
}

/// What was done to one campaign.
struct Done {
    id: String,
    before: Option<KeptBytes>,
    /// What was left of its posts and days.
    after: Option<Vec<u8>>,
}

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
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file as the one at that place; `dates` is the order of day and month and
    /// `zone` that of its days, if these were said. `progress` is called with the part that is read, from 0 to 1, and a
    /// sentence. Gives the number of rows.
    pub async fn read(
        &self,
        at: usize,
        file: File,
        dates: Option<String>,
        zone: Option<String>,
        progress: Function,
    ) -> f64 {
        let options = ReadingOptions {
            dates: dates.and_then(|order| order.parse().ok()),
            zone: zone.and_then(|name| name.parse().ok()),
            keep: true,
            said: self.0.borrow().said.clone(),
        };
        let (rows, of) = (Cell::new(0), file.size() as u64);
        let started = js_sys::Date::now();
        let last = Cell::new(started);
        let told = |bytes: u64| {
            let now = js_sys::Date::now();
            if now - last.get() < OFTEN {
                return;
            }
            last.set(now);
            let (spent, left) = (now - started, of.saturating_sub(bytes) as f64);
            let seconds_left =
                (spent > WATCHED && bytes > 0).then(|| (spent * left / bytes as f64 / 1000.0).ceil() as u64);
            let text =
                LANGUAGE.reading_progress(ReadingProgress { rows: rows.get(), bytes, of, seconds_left });
            // Whoever listens no longer is not told.
            let _ = progress.call2(&JsValue::NULL, &(bytes as f64 / of as f64).into(), &text.into());
        };
        let reading = Reading { options: &options, rows: &rows };
        // What was read of it before goes first: there may not be room for both.
        if let Some(before) = self.0.borrow_mut().brought.get_mut(at) {
            before.read = Err(String::new());
        }
        make_room(of);
        let read = found_in(&file, &told, reading).await;
        let brought = Brought { name: file.name(), options, read };
        let mut content = self.0.borrow_mut();
        if at < content.brought.len() {
            content.brought[at] = brought;
        } else {
            content.brought.push(brought);
        }
        rows.get() as f64
    }

    /// Remembers what was said of tables before. Where nothing can be kept, nothing was.
    pub async fn remember(&self) {
        let kept = kept_mappings().await.unwrap_or_default();
        self.0.borrow_mut().said = kept.iter().filter_map(|text| SaidMapping::read(text)).collect();
    }

    /// Takes note of how a table is to be read, which is named as for adding: what its
    /// rows are, where it comes from, and what a column holds, if that was said. Without
    /// rows, it is read by guesses again.
    pub async fn say(
        &self,
        table: String,
        grain: Option<String>,
        origin: Option<String>,
        column: Option<usize>,
        meaning: Option<String>,
    ) {
        let (shape, said) = {
            let content = self.0.borrow();
            let place = places(std::slice::from_ref(&table)).next();
            let found = place.and_then(|(file, number)| content.brought.get(file)?.tables().get(number));
            let Some(table) = found else { return };
            let meaning_of = |index: usize| {
                table.columns.iter().find(|column| column.index == index).map(|column| column.meaning)
            };
            // What was said just now may not have been read yet.
            let before = content.said.iter().find(|known| known.is_for_names(&table.names));
            let meanings = match before {
                Some(said) => said.meanings.clone(),
                None => (0..table.names.len()).map(meaning_of).collect(),
            };
            let grain: Option<Grain> = grain.and_then(|grain| grain.parse().ok());
            let origin = origin.and_then(|origin| Origin::named(&origin));
            let mut said = SaidMapping::new(&table.names, meanings, grain.unwrap_or(table.grain), origin);
            if let Some(column) = column {
                said.say(column, meaning.and_then(|meaning| meaning.parse().ok()));
            }
            (said.shape().to_owned(), grain.is_some().then_some(said))
        };
        let text = said.as_ref().map(SaidMapping::written);
        {
            let mut content = self.0.borrow_mut();
            content.said.retain(|known| known.shape() != shape);
            content.said.extend(said);
        }
        // What cannot be kept holds as long as the page is open.
        let _ = keep_mapping(&shape, text.as_deref()).await;
    }

    /// Puts the files aside.
    pub fn put_aside(&self) {
        let mut content = self.0.borrow_mut();
        content.brought.clear();
        content.asked = Default::default();
    }

    /// What was read, as HTML; `here` is the reader's time zone.
    pub async fn files(&self, here: Option<String>) -> Result<String, String> {
        let arriving = {
            let content = self.0.borrow();
            let is_campaigns = |file: &Brought| matches!(file.read, Ok(Found::Campaigns { .. }));
            content.brought.iter().any(is_campaigns)
        };
        // What is kept may have changed since.
        let kept = if arriving { all_kept().await.unwrap_or_default() } else { Vec::new() };
        let kept: Vec<OwnCampaign> = kept.iter().filter_map(sound).collect();
        let mut content = self.0.borrow_mut();
        for file in &mut content.brought {
            let Ok(Found::Campaigns { campaigns, .. }) = &mut file.read else { continue };
            for FoundCampaign { campaign, arrival, shared } in campaigns {
                let here = |id: &str| kept.iter().find(|kept| kept.id() == id).cloned();
                *arrival = campaign.arrival(&here, LANGUAGE);
                // What is here already brings nothing that could count once more.
                let others =
                    kept.iter().filter(|kept| *arrival != Arrival::Same && kept.id() != campaign.id());
                let of = others.map(|other| (other.name().to_owned(), campaign.shared_posts(other)));
                *shared = of.filter(|(_, posts)| *posts > 0).collect();
            }
        }
        let known: Vec<_> = content
            .kept
            .iter()
            .filter_map(|kept| match &kept.listed.state {
                ListedState::Sound(name, _) => Some((&*kept.listed.id, &**name)),
                ListedState::Broken { .. } => None,
            })
            .collect();
        Ok(own_files_html(&content.brought, &known, &content.asked.1, here.as_deref(), LANGUAGE))
    }

    /// What could not be read, as CSV.
    pub fn rejected(&self) -> String {
        rejected_list(&self.0.borrow().brought, LANGUAGE)
    }

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

    /// Adds tables to a campaign: each named by the places of its file and of itself,
    /// "0-1"; to the one of that id, or to a new one of that name; of them only what is from
    /// that day to that day with that hashtag, where these are not empty. `whose` says of tables
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
                let (mut changes, mut elsewhere, mut asked) = (Vec::new(), Vec::new(), Vec::new());
                let mut supposed = Vec::new();
                for (file, number) in places(&tables) {
                    let Some(brought) = content.brought.get(file) else { continue };
                    let Some(table) = brought.tables().get(number) else { continue };
                    let import = Import {
                        table,
                        portion: &portion,
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
        let kept = kept_data().await.map_err(refused)?;
        Ok(kept.into_iter().find(|(other, _)| *other == id).map(|(_, text)| text).unwrap_or_default())
    }

    /// The bytes of a campaign that cannot be read; it can then be deleted.
    pub async fn broken(&self, id: String) -> Result<Vec<u8>, String> {
        let bytes = kept_packed(&id).await.map_err(refused)?;
        self.0.borrow_mut().saved.push(id);
        Ok(bytes.unwrap_or_default())
    }

    /// What stands in the page of a campaign around its days and posts, as HTML.
    pub async fn campaign(&self, id: String) -> Result<String, String> {
        let bytes = kept_packed(&id).await.map_err(refused)?;
        let campaign = bytes.and_then(|bytes| OwnCampaign::unpacked(&bytes).ok());
        let html = match &campaign {
            Some(campaign) => own_page_html(
                &OwnPage {
                    id: campaign.id(),
                    name: campaign.name(),
                    content: own_content(campaign),
                    countable: &campaign.countable(LANGUAGE),
                    rankable: &campaign.rankable(LANGUAGE),
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

    /// Picks posts of that campaign by their names, or picks them no longer. Gives a
    /// sentence.
    pub fn pick(&self, names: Vec<String>, picked: bool) -> String {
        let mut content = self.0.borrow_mut();
        for name in &names {
            content.picked.pick(name, picked);
        }
        LANGUAGE.picked(content.picked.len())
    }

    /// Picks none any more.
    pub fn pick_none(&self) {
        self.0.borrow_mut().picked = Picked::default();
    }

    /// The form that moves posts of that campaign to another, as HTML.
    pub async fn moving_form(&self) -> Result<String, String> {
        let others = self.others().await?;
        let others: Vec<Known<'_>> = others.iter().map(|(id, name)| (&**id, &**name)).collect();
        Ok(moving_form_html(&others, LANGUAGE))
    }

    /// Moves the posts that are picked to the campaign of that id, or to a new one of that
    /// name. Gives a sentence.
    pub async fn move_posts(&self, into: String, name: String) -> Result<String, String> {
        let words = LANGUAGE.own_phrases();
        if self.0.borrow().picked.is_empty() {
            return Err(LANGUAGE.picking_phrases().none_picked.to_owned());
        }
        if into.is_empty() {
            self.can_be_named(&name).await?;
        }
        let (id, picked) = {
            let content = self.0.borrow();
            let id = content.open.as_ref().map(|campaign| campaign.id().to_owned());
            (id.unwrap_or_default(), content.picked.clone())
        };
        let moved = change_kept(
            |known| known == id || known == into,
            |ids, mut kept| {
                let find = |id: &str| kept.iter().find(|kept| kept.id == id).and_then(sound);
                let to =
                    if into.is_empty() { Some(OwnCampaign::new(&name, &texts(ids))) } else { find(&into) };
                let Some((mut from, mut to)) = find(&id).zip(to.filter(|_| into != id)) else {
                    return (Vec::new(), Err(words.gone.to_owned()));
                };
                let PostsMoved { moved, met } = from.move_posts(&picked, &mut to);
                if moved == 0 {
                    return (Vec::new(), Err(LANGUAGE.picking_phrases().none_picked.to_owned()));
                }
                let said = LANGUAGE.moved_posts(MovedPosts { moved, met, from: from.name(), to: to.name() });
                let changes = vec![kept_change(&from), kept_change(&to)];
                let done = changes.iter().map(|(id, after)| Done {
                    id: id.clone(),
                    before: kept.iter().position(|kept| kept.id == *id).map(|at| kept.swap_remove(at)),
                    after: after.as_ref().map(|after| after.packed.clone()),
                });
                let done = done.collect();
                (changes, Ok((said, done)))
            },
        );
        let (said, done): (String, Vec<Done>) = moved.await.map_err(refused)??;
        let mut content = self.0.borrow_mut();
        (content.undo, content.picked) = (done, Picked::default());
        Ok(said)
    }

    /// Begins a campaign of that name, without a file. Gives its id.
    pub async fn begin(&self, name: String) -> Result<String, String> {
        self.can_be_named(&name).await?;
        let begun = changed("", |ids, _| {
            let campaign = OwnCampaign::new(&name, ids);
            match campaign.with_facts(&Filled(&[("name", &name)]), today()) {
                Ok(campaign) => (Some(campaign.clone()), Ok(campaign.id().to_owned())),
                Err(wrong) => (None, Err(sentences(&wrong))),
            }
        });
        begun.await?
    }

    /// The form with the facts of that campaign, as HTML.
    pub fn facts_form(&self) -> String {
        let content = self.0.borrow();
        let Some(campaign) = &content.open else { return String::new() };
        let told = campaign.told_dataset();
        let form = if told.campaigns.is_empty() {
            FilledForm {
                texts: vec![("name".to_owned(), campaign.name().to_owned())],
                ..FilledForm::default()
            }
        } else {
            FilledForm::of_facts(&told)
        };
        facts_form_html(&form, LANGUAGE)
    }

    /// The figures that are told of that campaign, as HTML.
    pub fn told_figures(&self) -> String {
        let content = self.0.borrow();
        content
            .open
            .as_ref()
            .map(|known| told_figures_html(&known.told_dataset(), LANGUAGE))
            .unwrap_or_default()
    }

    /// The form of a figure of that campaign, as HTML: of the one told at that place, or of
    /// a new one.
    pub async fn figure_form(&self, at: Option<usize>) -> String {
        self.define().await;
        let content = self.0.borrow();
        let Some(campaign) = &content.open else { return String::new() };
        let told = campaign.told_dataset();
        let form = match at.and_then(|at| told.observations.get(at)) {
            Some(figure) => FilledForm::of_figure(&told, figure),
            None => FilledForm::default(),
        };
        figure_form_html(at, &form, &defined_with(&content.definitions, &told), LANGUAGE)
    }

    /// Keeps the facts of that campaign: names of fields and their texts, in turn. Gives
    /// nothing, or the form with what is wrong in it.
    pub async fn write_facts(&self, fields: Vec<String>) -> Result<String, String> {
        let texts = pairs(&fields);
        let wrong = self.write(|campaign| campaign.with_facts(&filled(&texts), today())).await?;
        Ok(wrong.map_or_else(String::new, |wrong| {
            facts_form_html(&FilledForm { texts: owned(&texts), wrong }, LANGUAGE)
        }))
    }

    /// Keeps a figure of that campaign, in the place of the one told at that place or as a
    /// new one. Gives nothing, or the form with what is wrong in it.
    pub async fn write_figure(&self, at: Option<usize>, fields: Vec<String>) -> Result<String, String> {
        let texts = pairs(&fields);
        let definitions = {
            let content = self.0.borrow();
            let told = content.open.as_ref().map(OwnCampaign::told_dataset).unwrap_or_default();
            defined_with(&content.definitions, &told)
        };
        let id = texts.iter().find(|(name, _)| *name == "definition").map_or("", |(_, id)| id);
        let Some(definition) = definitions.iter().find(|known| known.id == id) else {
            return Ok(String::new());
        };
        let wrong =
            self.write(|campaign| campaign.with_figure(at, &filled(&texts), definition, today())).await?;
        Ok(wrong.map_or_else(String::new, |wrong| {
            figure_form_html(at, &FilledForm { texts: owned(&texts), wrong }, &definitions, LANGUAGE)
        }))
    }

    /// Takes a told figure out of that campaign.
    pub async fn remove_figure(&self, at: usize) -> Result<(), String> {
        self.write(|campaign| Ok(campaign.without_figure(at, today()))).await.map(|_| ())
    }

    /// A count of that campaign over time, as HTML.
    pub fn over_time(&self, key: &str, step: &str) -> String {
        match self.0.borrow().series(key, step) {
            Some(Ok(series)) => over_time_html(&series, LANGUAGE),
            Some(Err(TooLong { from, to })) => notice_html(&LANGUAGE.series_too_long(&from, &to)),
            None => String::new(),
        }
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
        ranking_html(&ranked.0, (ranked.1.as_ref(), with), &content.picked, LANGUAGE)
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

    /// The ids and names of the campaigns that are kept, but for the one that is looked at.
    async fn others(&self) -> Result<Vec<(String, String)>, String> {
        let kept = kept_data().await.map_err(refused)?;
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
    async fn can_be_named(&self, name: &str) -> Result<(), String> {
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

    /// Changes the campaign that is looked at, as it is kept now. Gives what is wrong, if
    /// that cannot be.
    async fn write(
        &self,
        change: impl FnOnce(&OwnCampaign) -> Result<OwnCampaign, Vec<WrongField>>,
    ) -> Result<Option<Vec<(String, String)>>, String> {
        let id = self.0.borrow().open.as_ref().map(|campaign| campaign.id().to_owned()).unwrap_or_default();
        let written = changed(&id, |_, here| match here.as_ref().map(change) {
            Some(Ok(campaign)) => (Some(campaign.clone()), Ok(Some(campaign))),
            Some(Err(wrong)) => (None, Err(wrong)),
            None => (None, Ok(None)),
        });
        match written.await? {
            Ok(campaign) => {
                self.0.borrow_mut().open = campaign;
                Ok(None)
            }
            Err(wrong) => Ok(Some(
                wrong
                    .into_iter()
                    .map(|WrongField { field, fault }| (field, fault.tell_problem(LANGUAGE)))
                    .collect(),
            )),
        }
    }

    /// Sees to it that what can be counted is known: as the published figures define it,
    /// as far as they can be had, and as exports do.
    async fn define(&self) {
        if !self.0.borrow().definitions.is_empty() {
            return;
        }
        let mut library = Library::new(LANGUAGE);
        // First the catalogue, then what it names.
        for _ in 0..2 {
            for file in library.wanted(Loading::AtStart) {
                let text = fetch_text(&format!("../data/{file}")).await;
                library.take_in(file, text.map_err(|problem| problem.tell(LANGUAGE)));
            }
        }
        let published = library.dataset().0.definitions;
        self.0.borrow_mut().definitions = with_those(published, own_definitions(LANGUAGE));
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

/// Definitions, and those of a second list that are called otherwise.
fn with_those(mut known: Vec<Definition>, others: Vec<Definition>) -> Vec<Definition> {
    for other in others {
        if !known.iter().any(|known| known.id == other.id) {
            known.push(other);
        }
    }
    known
}

/// What can be counted in a campaign: what it has already, as it defines it, and the rest.
fn defined_with(known: &[Definition], told: &Dataset) -> Vec<Definition> {
    with_those(told.definitions.clone(), known.to_vec())
}

/// Names of fields and their texts, which come in turn.
fn pairs(fields: &[String]) -> Vec<(&str, &str)> {
    fields.chunks_exact(2).map(|pair| (&*pair[0], &*pair[1])).collect()
}

fn filled<'a>(texts: &'a [(&'a str, &'a str)]) -> Filled<'a> {
    Filled(texts)
}

fn owned(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn sentences(wrong: &[WrongField]) -> String {
    wrong.iter().map(|wrong| wrong.fault.tell_problem(LANGUAGE)).collect::<Vec<_>>().join(" ")
}

/// What is in a file; `told` is told of how many bytes are read.
async fn found_in(file: &File, told: &dyn Fn(u64), reading: Reading<'_>) -> Result<Found, String> {
    let unread = |error: std::io::Error| LANGUAGE.not_read(&NotRead::CannotOpen(error.to_string()));
    let (name, blob): (String, &Blob) = (file.name(), file);
    let mut source = BlobReader::open(blob.clone(), told).map_err(unread)?;
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head).map_err(unread)?;
    source.rewind().map_err(unread)?;
    let new = |campaign| FoundCampaign { campaign, arrival: Arrival::New, shared: Vec::new() };
    if is_backup(&head) {
        let backup = read_backup(source).map_err(|_| LANGUAGE.own_phrases().broke_down.to_owned())?;
        return Ok(Found::Campaigns {
            backup: true,
            mappings: backup.mappings.iter().filter_map(|text| SaidMapping::read(text)).collect(),
            campaigns: backup.campaigns.into_iter().map(new).collect(),
            left_out: backup.damaged,
        });
    }
    if is_data_file(&head) {
        let mut text = Vec::new();
        source.take(LONGEST_DATA_FILE).read_to_end(&mut text).map_err(unread)?;
        let (dataset, faults) = read_data_file(&name, &String::from_utf8_lossy(&text))
            .map_err(|unreadable| unreadable.tell(LANGUAGE))?;
        return Ok(Found::Campaigns {
            backup: false,
            mappings: Vec::new(),
            campaigns: OwnCampaign::of_dataset(&dataset, LANGUAGE, today()).into_iter().map(new).collect(),
            left_out: faults.iter().map(|fault| fault.tell(LANGUAGE)).collect(),
        });
    }
    let tables = if is_text(&head) {
        text_tables(&name, blob, told, reading).await
    } else {
        read_counted(&name, source, reading)
    };
    tables.map(Found::Tables).map_err(|why| LANGUAGE.not_read(&why))
}

/// The tables in a text, whose next piece is fetched while one is read.
async fn text_tables(
    name: &str,
    blob: &Blob,
    told: &dyn Fn(u64),
    reading: Reading<'_>,
) -> Result<Vec<TableReading>, NotRead> {
    let mut reader = text_reader(name, reading);
    loop {
        match read_pieces(&mut reader, Pieces::of(blob.clone()), told).await {
            Ok(tables) if tables.is_empty() => return Err(NotRead::NoTable),
            Ok(tables) => return Ok(tables),
            Err(because) => reader.begin_anew(because)?,
        }
    }
}

async fn read_pieces(
    reader: &mut TextReader<'_>,
    mut pieces: Pieces,
    told: &dyn Fn(u64),
) -> Result<Vec<TableReading>, TextError> {
    let mut bytes = 0;
    while let Some(piece) = pieces.next().await? {
        reader.take(piece)?;
        bytes += piece.len() as u64;
        told(bytes);
    }
    reader.end()
}

/// Places of files and of what is in them, as the page writes them: "0-1".
fn places(written: &[String]) -> impl Iterator<Item = (usize, usize)> + '_ {
    written.iter().filter_map(|place| {
        let (file, number) = place.split_once('-')?;
        Some((file.parse().ok()?, number.parse().ok()?))
    })
}

/// Changes a campaign: `change` is given the ids of all, and the one of that id, if it is
/// kept and can be read.
async fn changed<T>(
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
fn sound(kept: &KeptBytes) -> Option<OwnCampaign> {
    OwnCampaign::unpacked(&kept.packed).ok()
}

/// A campaign as it is to be kept.
fn kept_change(campaign: &OwnCampaign) -> KeptChange {
    let id = campaign.id().to_owned();
    let kept = KeptBytes { id: id.clone(), data: campaign.data_file(LANGUAGE), packed: campaign.packed() };
    (id, Some(kept))
}

/// A campaign as it is listed, when it was changed so.
fn listed((campaign, (id, kept)): (&OwnCampaign, &KeptChange)) -> Option<Kept> {
    let state = ListedState::Sound(campaign.name().to_owned(), own_content(campaign));
    Some(Kept { listed: Listed { id: id.clone(), state }, data: kept.as_ref()?.data.clone() })
}

fn texts(owned: &[String]) -> Vec<&str> {
    owned.iter().map(String::as_str).collect()
}

fn refused(why: NotKept) -> String {
    let words = LANGUAGE.own_phrases();
    match why {
        NotKept::Full => words.store_full.to_owned(),
        NotKept::Refused(_) => words.store_refused.to_owned(),
    }
}

/// Today, where the reader is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).ok(),
        day: u8::try_from(now.get_date()).ok(),
    }
}
