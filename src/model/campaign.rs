//! A campaign: who, when, where, what for.

use super::definition::Stage;
use super::letters::letters;
use super::period::Date;

/// What a campaign set out to do, in words. Objectives in numbers are
/// observations of a `target.*` definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// One sentence.
    pub text: String,
    /// Id of the source that says so.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// A result that a source tells in words only.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldResult {
    /// One sentence.
    pub text: String,
    /// The stage it belongs to.
    pub stage: Stage,
    /// Id of the source that says so.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// A campaign. What is not known is absent and shown as "not recorded".
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// Short and unique; part of links.
    pub id: String,
    /// The full name.
    pub name: String,
    /// A shorter name for charts.
    pub short_name: Option<String>,
    /// What editions of one campaign share.
    pub series: Option<String>,
    /// Which edition this is, for example "2016".
    pub edition: Option<String>,
    /// Who ran it.
    pub who: Option<String>,
    /// Where it ran.
    pub place: Option<String>,
    /// The countries that this is in, or "worldwide", to be looked for by; of England the United
    /// Kingdom.
    pub countries: Vec<String>,
    /// When it began.
    pub from: Option<Date>,
    /// When it ended.
    pub to: Option<Date>,
    /// Where it was published.
    pub platforms: Vec<String>,
    /// Its hashtags, with the sign.
    pub hashtags: Vec<String>,
    /// In a word: awareness, recruitment, fundraising …
    pub aim: Option<String>,
    /// What happened, in a few sentences of our own.
    pub story: Option<String>,
    /// What it set out to do.
    pub objectives: Vec<Objective>,
    /// Results told in words only.
    pub results: Vec<ToldResult>,
    /// Index of the collection it came with.
    pub collection: usize,
}

impl Campaign {
    /// The name for charts, without the edition.
    pub fn chart_name(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// The name where editions stand apart: "Missing Type 2016".
    pub fn edition_name(&self) -> String {
        match &self.edition {
            Some(edition) => format!("{} {edition}", self.chart_name()),
            None => self.chart_name().to_owned(),
        }
    }

    /// Whether a search for some words means it: each of them is in one of its names, in a
    /// hashtag, in who ran it, where, when, on which platform or what for; or in one of these
    /// other texts about it. Only letters and digits count, and large letters as small ones,
    /// so that "hello my name" finds #HelloMyNameIs and a typewriter's apostrophe finds the
    /// printer's.
    pub fn is_meant_by(&self, words: &str, others: &[&str]) -> bool {
        let texts = [
            Some(&self.name),
            self.short_name.as_ref(),
            self.edition.as_ref(),
            self.who.as_ref(),
            self.place.as_ref(),
            self.aim.as_ref(),
        ];
        let years = [self.from, self.to].into_iter().flatten().map(|date| date.year.to_string());
        let mut texts: Vec<String> = texts
            .into_iter()
            .flatten()
            .chain(&self.hashtags)
            .chain(&self.platforms)
            .chain(&self.countries)
            .map(|text| letters(text))
            .collect();
        texts.extend(years);
        texts.extend(others.iter().map(|text| letters(text)));
        words.split_whitespace().map(letters).all(|word| texts.iter().any(|text| text.contains(&word)))
    }

    /// The countries in which it ran; where none is recorded, the place as it is told.
    pub fn ran_in(&self) -> &[String] {
        if self.countries.is_empty() { self.place.as_slice() } else { &self.countries }
    }

    /// What its editions share: the series, or the campaign itself.
    pub fn series_id(&self) -> &str {
        self.series.as_deref().unwrap_or(&self.id)
    }
}
