//! What is told of a campaign besides its figures, written and corrected by hand: results
//! in words, why there is no figure, and on what sources do not agree.

use super::campaign::OwnCampaign;
use super::written::{Filled, SOURCE, SOURCE_FIELDS, WrongField, campaign_of, define, list, set, source_in};
use crate::model::{Date, Definition};
use serde_json::{Map, Value, json};

/// A kind of what is told besides figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// A result that is told in words only.
    Result,
    /// Why there is no figure.
    Gap,
    /// Something on which sources do not agree.
    Contradiction,
}

crate::model::closed_set!(Telling, "kind of what is told", {
    Result => "result", Gap => "gap", Contradiction => "contradiction",
});

impl OwnCampaign {
    /// The campaign with one more of these, or with another in the place of the one told at
    /// that place. The fields are those of data files: of a result `text`, `stage` and
    /// `locator`; of a gap `metric`, `reason` and `note`; of a contradiction `text` and
    /// `definitions`, once for each of those that are known. A source is filled in as that of a
    /// figure; a gap need not have one.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn with_told(
        &self,
        (what, at): (Telling, Option<usize>),
        filled: &Filled<'_>,
        definitions: &[Definition],
        today: Date,
    ) -> Result<Self, Vec<WrongField>> {
        let mut file = self.told_file();
        let before = at.and_then(|at| all(&mut file, what).get(at)).cloned();
        let mut record = Map::new();
        let fields: &[&str] = match what {
            Telling::Result => &["text", "stage", "locator"],
            Telling::Gap => {
                record.insert("campaign".to_owned(), json!(self.id));
                &["metric", "reason", "note"]
            }
            Telling::Contradiction => {
                let before = before.as_ref();
                let id = before.and_then(|before| before["id"].as_str()).map(str::to_owned);
                let id = id.unwrap_or_else(|| self.free_id(all(&mut file, what)));
                record.insert("id".to_owned(), json!(id));
                let campaigns = before.map_or_else(|| json!([self.id]), |before| before["campaigns"].clone());
                record.insert("campaigns".to_owned(), campaigns);
                let is_known = |id: &&str| definitions.iter().any(|known| known.id == *id);
                let ids: Vec<&str> = filled.every("definitions").filter(is_known).collect();
                ids.iter().for_each(|id| define(&mut file, id, definitions));
                record.insert("definitions".to_owned(), json!(ids));
                &["text"]
            }
        };
        for field in fields {
            set(&mut record, field, filled.get(field));
        }
        let names_source = SOURCE_FIELDS
            .iter()
            .any(|field| *field != "kind" && !filled.get(&format!("{SOURCE}{field}")).is_empty());
        if what == Telling::Result || (what == Telling::Gap && names_source) {
            let source = source_in(&mut file, filled, &self.id);
            record.insert("source".to_owned(), json!(source));
        }
        let told = all(&mut file, what);
        match at.and_then(|at| told.get_mut(at)) {
            Some(before) => *before = Value::Object(record),
            None => told.push(Value::Object(record)),
        }
        self.with_file(file, today)
    }

    /// The campaign without what is told of that kind at that place.
    pub fn without_told(&self, what: Telling, at: usize, today: Date) -> Self {
        let mut file = self.told_file();
        let told = all(&mut file, what);
        if at < told.len() {
            told.remove(at);
        }
        // Nothing becomes wrong by it.
        self.with_file(file, today).unwrap_or_else(|_| self.clone())
    }

    /// An id of a contradiction that none of these has.
    fn free_id(&self, told: &[Value]) -> String {
        let id = |number: usize| format!("{}-contradiction-{number}", self.id);
        let is_free = |number: &usize| !told.iter().any(|one| one["id"] == id(*number));
        id((told.len() + 1..).find(is_free).unwrap_or_default())
    }
}

/// Everything of that kind that a file tells.
fn all(file: &mut Map<String, Value>, what: Telling) -> &mut Vec<Value> {
    match what {
        Telling::Result => list(campaign_of(file), "results"),
        Telling::Gap => list(file, "gaps"),
        Telling::Contradiction => list(file, "contradictions"),
    }
}
