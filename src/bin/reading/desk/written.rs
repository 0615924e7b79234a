//! What is written by hand of the campaign that is looked at.

use super::kept::changed;
use super::{Desk, LANGUAGE, today};
use groundswell::browser::fetch_text;
use groundswell::data::Library;
use groundswell::figure::{
    FilledForm, facts_form_html, figure_form_html, tellings_html, told_figures_html, told_form_html,
};
use groundswell::model::{Dataset, Definition, Loading};
use groundswell::own::{Filled, OwnCampaign, Telling, WrongField, own_definitions};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Desk {
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

    /// What is told of that campaign besides figures, as HTML.
    pub fn tellings(&self) -> String {
        let content = self.0.borrow();
        content.open.as_ref().map(|known| tellings_html(&known.told_dataset(), LANGUAGE)).unwrap_or_default()
    }

    /// The form of one of these, as HTML: of the one of that kind at that place, or of a
    /// new one.
    pub fn told_form(&self, what: &str, at: Option<usize>) -> String {
        let content = self.0.borrow();
        let (Some(campaign), Ok(what)) = (&content.open, what.parse::<Telling>()) else {
            return String::new();
        };
        let told = campaign.told_dataset();
        let form = at.map(|at| FilledForm::of_told(&told, what, at)).unwrap_or_default();
        told_form_html((what, at), &form, &told.definitions, LANGUAGE)
    }

    /// Keeps one of these, in the place of the one of that kind told at that place or as a
    /// new one. Gives nothing, or the form with what is wrong in it.
    pub async fn write_told(
        &self,
        what: String,
        at: Option<usize>,
        fields: Vec<String>,
    ) -> Result<String, String> {
        let Ok(what) = what.parse::<Telling>() else { return Ok(String::new()) };
        let texts = pairs(&fields);
        let definitions = {
            let content = self.0.borrow();
            content.open.as_ref().map(|known| known.told_dataset().definitions).unwrap_or_default()
        };
        let change =
            |campaign: &OwnCampaign| campaign.with_told((what, at), &filled(&texts), &definitions, today());
        let wrong = self.write(change).await?;
        Ok(wrong.map_or_else(String::new, |wrong| {
            told_form_html((what, at), &FilledForm { texts: owned(&texts), wrong }, &definitions, LANGUAGE)
        }))
    }

    /// Takes one of these out of that campaign.
    pub async fn remove_told(&self, what: String, at: usize) -> Result<(), String> {
        let Ok(what) = what.parse::<Telling>() else { return Ok(()) };
        self.write(|campaign| Ok(campaign.without_told(what, at, today()))).await.map(|_| ())
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
        let change =
            |campaign: &OwnCampaign| campaign.with_figure(at, &filled(&texts), &definitions, today());
        let wrong = self.write(change).await?;
        Ok(wrong.map_or_else(String::new, |wrong| {
            figure_form_html(at, &FilledForm { texts: owned(&texts), wrong }, &definitions, LANGUAGE)
        }))
    }

    /// Takes a told figure out of that campaign.
    pub async fn remove_figure(&self, at: usize) -> Result<(), String> {
        self.write(|campaign| Ok(campaign.without_figure(at, today()))).await.map(|_| ())
    }
}

impl Desk {
    /// Changes the campaign that is looked at, as it is kept now. Gives what is wrong, if
    /// that cannot be.
    async fn write(
        &self,
        change: impl FnOnce(&OwnCampaign) -> Result<OwnCampaign, Vec<WrongField>>,
    ) -> Result<Option<Vec<(String, String)>>, String> {
        let id = self.0.borrow().open.as_ref().map(|campaign| campaign.id().to_owned()).unwrap_or_default();
        let written = changed(&id, |_, here| match here.as_ref().map(change) {
            Some(Ok(campaign)) => (Some(campaign.clone()), Some(Ok(campaign))),
            Some(Err(wrong)) => (None, Some(Err(wrong))),
            None => (None, None),
        });
        // Another tab may have deleted it meanwhile.
        match written.await?.ok_or_else(|| LANGUAGE.over_time_phrases().not_here.to_owned())? {
            Ok(campaign) => {
                self.0.borrow_mut().open = Some(campaign);
                Ok(None)
            }
            Err(wrong) => {
                Ok(Some(wrong.into_iter().map(|one| (one.field.clone(), one.tell(LANGUAGE))).collect()))
            }
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
