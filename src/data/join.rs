//! Parts → dataset: puts together what was read and resolves references.

use super::catalogue::Catalogue;
use super::entries::{Entries, place};
use super::fault::{Fault, Problem};
use super::part::Part;
use crate::model::{Dataset, RecordKind, put_in_order};

/// Joins the parts read so far, in the catalogue's order; a collection without
/// a part is not loaded yet. Returns every fault: of the catalogue, of the
/// parts, and of what they say about each other.
///
/// A definition or a source may come in several files, if it says the same in
/// each. Of two that differ the first is kept, and the records of the second's
/// file that refer to it are left out: they mean something else.
pub fn join(catalogue: &Catalogue, parts: &[Part]) -> (Dataset, Vec<Fault>) {
    let mut parts: Vec<&Part> = parts.iter().collect();
    put_in_order(&mut parts, &|a, b| a.collection.cmp(&b.collection));
    let dataset = Dataset {
        title: catalogue.title.clone(),
        updated: catalogue.updated.clone(),
        collections: catalogue.collections.clone(),
        ..Dataset::default()
    };
    let faults = parts.iter().map(|part| part.faults.clone()).collect();
    let mut joining = Joining { parts, dataset, faults, left_out: Vec::new() };
    joining.name_collections();
    joining.take_definitions();
    joining.take_sources();
    joining.take_campaigns();
    joining.take_observations();
    joining.take_contradictions();
    joining.take_gaps();
    let faults = std::iter::once(catalogue.faults.clone()).chain(joining.faults).flatten().collect();
    (joining.dataset, faults)
}

/// The work in progress. Parts are known by their index in `parts`.
struct Joining<'a> {
    parts: Vec<&'a Part>,
    dataset: Dataset,
    /// For each part.
    faults: Vec<Vec<Fault>>,
    /// What joining left out: in which part, of which kind, and its id.
    left_out: Vec<(usize, RecordKind, String)>,
}

impl<'a> Joining<'a> {
    fn fault(&mut self, part: usize, record: String, field: &str, problem: Problem) {
        let file = self.parts[part].file.clone();
        self.faults[part].push(Fault { file, record, field: field.to_owned(), problem });
    }

    fn name_collections(&mut self) {
        for (index, part) in self.parts.clone().into_iter().enumerate() {
            let Some(collection) = self.dataset.collections.get_mut(part.collection) else { continue };
            collection.loaded = true;
            let Some(found) = part.id.clone().filter(|id| *id != collection.id) else { continue };
            let expected = collection.id.clone();
            let problem = Problem::NotTheCataloguesId { expected, found };
            self.fault(index, String::new(), "id", problem);
        }
    }

    fn take_definitions(&mut self) {
        let taken =
            self.unique(Some(RecordKind::Definition), "definitions", |part| &part.definitions, |d| &d.id);
        self.dataset.definitions = taken.iter().map(|(_, _, definition)| (*definition).clone()).collect();
        // What a target is for is never a target, so none hangs on another.
        for (part, index, definition) in taken {
            let record = place("definitions", index, Some(&definition.id));
            let aim = definition.target_for.as_deref();
            if !self.refers(part, &record, "target_for", RecordKind::Definition, aim) {
                self.left_out.push((part, RecordKind::Definition, definition.id.clone()));
                self.dataset.definitions.retain(|known| known.id != definition.id);
            }
        }
    }

    fn take_sources(&mut self) {
        let taken =
            self.unique(Some(RecordKind::Source), "sources", |part| &part.sources, |source| &source.id);
        self.dataset.sources = taken.into_iter().map(|(_, _, source)| source.clone()).collect();
    }

    fn take_campaigns(&mut self) {
        let taken = self.unique(None, "campaigns", |part| &part.campaigns, |entry| &entry.campaign.id);
        for (part, index, entry) in taken {
            let mut campaign = entry.campaign.clone();
            let record = place("campaigns", index, Some(&campaign.id));
            for (index, objective) in &entry.objectives.sound {
                let field = format!("objectives[{index}].source");
                if self.refers(part, &record, &field, RecordKind::Source, objective.source.as_deref()) {
                    campaign.objectives.push(objective.clone());
                }
            }
            for (index, result) in &entry.results.sound {
                let field = format!("results[{index}].source");
                if self.refers(part, &record, &field, RecordKind::Source, result.source.as_deref()) {
                    campaign.results.push(result.clone());
                }
            }
            self.dataset.campaigns.push(campaign);
        }
    }

    fn take_observations(&mut self) {
        for (part, index, observation) in self.every(|part| &part.observations) {
            let record = place("observations", index, Some(&observation.campaign));
            // Each is asked, so that each fault is reported.
            let sound = [
                self.refers(part, &record, "campaign", RecordKind::Campaign, Some(&observation.campaign)),
                self.refers(
                    part,
                    &record,
                    "definition",
                    RecordKind::Definition,
                    Some(&observation.definition),
                ),
                self.refers(part, &record, "source", RecordKind::Source, Some(&observation.source)),
            ];
            if sound == [true; 3] {
                self.dataset.observations.push(observation.clone());
            }
        }
    }

    fn take_contradictions(&mut self) {
        let taken = self.unique(None, "contradictions", |part| &part.contradictions, |record| &record.id);
        for (part, index, contradiction) in taken {
            let record = place("contradictions", index, Some(&contradiction.id));
            let mut sound = true;
            for (index, id) in contradiction.campaigns.iter().enumerate() {
                sound &= self.refers(
                    part,
                    &record,
                    &format!("campaigns[{index}]"),
                    RecordKind::Campaign,
                    Some(id),
                );
            }
            for (index, id) in contradiction.definitions.iter().enumerate() {
                let field = format!("definitions[{index}]");
                sound &= self.refers(part, &record, &field, RecordKind::Definition, Some(id));
            }
            if sound {
                self.dataset.contradictions.push(contradiction.clone());
            }
        }
    }

    fn take_gaps(&mut self) {
        for (part, index, gap) in self.every(|part| &part.gaps) {
            let record = place("gaps", index, Some(&gap.campaign));
            let sound = [
                self.refers(part, &record, "campaign", RecordKind::Campaign, Some(&gap.campaign)),
                self.refers(part, &record, "source", RecordKind::Source, gap.source.as_deref()),
            ];
            if sound == [true; 2] {
                self.dataset.gaps.push(gap.clone());
            }
        }
    }

    /// Every record of one list, with its part and its index there.
    fn every<T>(&self, list: fn(&'a Part) -> &'a Entries<T>) -> Vec<(usize, usize, &'a T)> {
        let mut records = Vec::new();
        for (part, entries) in self.parts.iter().map(|part| list(part)).enumerate() {
            records.extend(entries.sound.iter().map(|(index, record)| (part, *index, record)));
        }
        records
    }

    /// The same without those whose id an earlier one has. With a `shared` kind
    /// the files may share records, if they say the same.
    fn unique<T: PartialEq>(
        &mut self,
        shared: Option<RecordKind>,
        list: &'static str,
        entries: fn(&'a Part) -> &'a Entries<T>,
        id: fn(&T) -> &String,
    ) -> Vec<(usize, usize, &'a T)> {
        let records = self.every(entries);
        let ids = records.iter().map(|&(part, index, record)| (part, index, id(record).as_str())).collect();
        let kept = self.first_of_each(shared, list, ids, &|one, other| records[one].2 == records[other].2);
        kept.into_iter().map(|at| records[at]).collect()
    }

    /// Which of these records (part, index and id) are the first with their id;
    /// notes a fault for each other one that may not be there. `same` compares two.
    fn first_of_each(
        &mut self,
        shared: Option<RecordKind>,
        list: &'static str,
        records: Vec<(usize, usize, &str)>,
        same: &dyn Fn(usize, usize) -> bool,
    ) -> Vec<usize> {
        let mut unique: Vec<usize> = Vec::new();
        for (at, &(part, index, id)) in records.iter().enumerate() {
            let Some(&earlier) = unique.iter().find(|&&known| records[known].2 == id) else {
                unique.push(at);
                continue;
            };
            let (first_part, first_index, _) = records[earlier];
            let between_files = shared.filter(|_| first_part != part);
            if between_files.is_some() && same(earlier, at) {
                continue;
            }
            let here = place(list, index, Some(id));
            let first = format!("{}, {}", self.parts[first_part].file, place(list, first_index, None));
            let id = id.to_owned();
            if let Some(kind) = between_files {
                self.left_out.push((part, kind, id.clone()));
                self.fault(part, here, "", Problem::DiffersFrom { id, first });
            } else {
                self.fault(part, here, "id", Problem::DuplicateId { id, first });
            }
        }
        unique
    }

    /// Whether a reference (if there is one) leads to a record that was kept;
    /// notes a fault if not. What its own file says comes before the others.
    fn refers(&mut self, part: usize, record: &str, field: &str, kind: RecordKind, id: Option<&str>) -> bool {
        let Some(id) = id else { return true };
        let known = match kind {
            RecordKind::Campaign => self.dataset.campaign(id).is_some(),
            RecordKind::Definition => self.dataset.definition(id).is_some(),
            RecordKind::Source => self.dataset.source(id).is_some(),
        };
        let id = id.to_owned();
        let problem = if self.was_left_out(part, kind, &id) {
            Problem::LeftOutReference { kind, id }
        } else if known {
            return true;
        } else if (0..self.parts.len()).any(|other| self.was_left_out(other, kind, &id)) {
            Problem::LeftOutReference { kind, id }
        } else {
            Problem::UnknownReference { kind, id }
        };
        self.fault(part, record.to_owned(), field, problem);
        false
    }

    fn was_left_out(&self, part: usize, kind: RecordKind, id: &str) -> bool {
        self.parts[part].left_out(kind).iter().any(|left| left == id)
            || self.left_out.iter().any(|(p, k, left)| *p == part && *k == kind && left == id)
    }
}
