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
pub fn join(catalogue: &Catalogue, mut parts: Vec<Part>) -> (Dataset, Vec<Fault>) {
    put_in_order(&mut parts, &|a, b| a.collection.cmp(&b.collection));
    let dataset = Dataset {
        title: catalogue.title.clone(),
        updated: catalogue.updated.clone(),
        collections: catalogue.collections.clone(),
        ..Dataset::default()
    };
    let mut joining = Joining { parts, dataset, left_out: Vec::new() };
    joining.name_collections();
    joining.take_definitions();
    joining.take_sources();
    joining.take_campaigns();
    joining.take_observations();
    joining.take_contradictions();
    joining.take_gaps();
    let mut faults = catalogue.faults.clone();
    for part in &mut joining.parts {
        faults.append(&mut part.faults);
    }
    (joining.dataset, faults)
}

/// A record with its part and its index in that part's list.
struct Taken<T> {
    part: usize,
    index: usize,
    record: T,
}

/// The work in progress. Parts are known by their index in `parts`; what is
/// taken from them is moved, not copied.
struct Joining {
    parts: Vec<Part>,
    dataset: Dataset,
    /// What joining left out: in which part, of which kind, and its id.
    left_out: Vec<(usize, RecordKind, String)>,
}

impl Joining {
    fn fault(&mut self, part: usize, record: String, field: &str, problem: Problem) {
        let part = &mut self.parts[part];
        part.faults.push(Fault { file: part.file.clone(), record, field: field.to_owned(), problem });
    }

    fn name_collections(&mut self) {
        for index in 0..self.parts.len() {
            let part = &self.parts[index];
            let Some(collection) = self.dataset.collections.get_mut(part.collection) else { continue };
            collection.loaded = true;
            let Some(found) = part.id.clone().filter(|id| *id != collection.id) else { continue };
            let expected = collection.id.clone();
            let problem = Problem::NotTheCataloguesId { expected, found };
            self.fault(index, String::new(), "id", problem);
        }
    }

    fn take_definitions(&mut self) {
        let taken = self.unique(
            Some(RecordKind::Definition),
            "definitions",
            |part| &mut part.definitions,
            |definition| &definition.id,
        );
        let mut aims = Vec::new();
        for Taken { part, index, record } in taken {
            aims.push((part, index, record.id.clone(), record.target_for.clone()));
            self.dataset.definitions.push(record);
        }
        // What a target is for is never a target, so none hangs on another.
        for (part, index, id, aim) in aims {
            let record = place("definitions", index, Some(&id));
            if !self.refers(part, &record, "target_for", RecordKind::Definition, aim.as_deref()) {
                self.dataset.definitions.retain(|known| known.id != id);
                self.left_out.push((part, RecordKind::Definition, id));
            }
        }
    }

    fn take_sources(&mut self) {
        let taken =
            self.unique(Some(RecordKind::Source), "sources", |part| &mut part.sources, |source| &source.id);
        self.dataset.sources.extend(taken.into_iter().map(|taken| taken.record));
    }

    fn take_campaigns(&mut self) {
        let taken = self.unique(None, "campaigns", |part| &mut part.campaigns, |entry| &entry.campaign.id);
        for Taken { part, index, record: entry } in taken {
            let mut campaign = entry.campaign;
            let record = place("campaigns", index, Some(&campaign.id));
            for (index, objective) in entry.objectives.sound {
                let field = format!("objectives[{index}].source");
                if self.refers(part, &record, &field, RecordKind::Source, objective.source.as_deref()) {
                    campaign.objectives.push(objective);
                }
            }
            for (index, result) in entry.results.sound {
                let field = format!("results[{index}].source");
                if self.refers(part, &record, &field, RecordKind::Source, result.source.as_deref()) {
                    campaign.results.push(result);
                }
            }
            self.dataset.campaigns.push(campaign);
        }
    }

    fn take_observations(&mut self) {
        for Taken { part, index, record: observation } in self.every(|part| &mut part.observations) {
            let record = place("observations", index, Some(&observation.campaign));
            let references = [
                ("campaign", RecordKind::Campaign, &observation.campaign),
                ("definition", RecordKind::Definition, &observation.definition),
                ("source", RecordKind::Source, &observation.source),
            ];
            // Each is asked, so that each fault is reported.
            let sound = references.map(|(field, kind, id)| self.refers(part, &record, field, kind, Some(id)));
            if sound == [true; 3] {
                self.dataset.observations.push(observation);
            }
        }
    }

    fn take_contradictions(&mut self) {
        let taken = self.unique(None, "contradictions", |part| &mut part.contradictions, |record| &record.id);
        for Taken { part, index, record: contradiction } in taken {
            let record = place("contradictions", index, Some(&contradiction.id));
            let mut sound = true;
            for (index, id) in contradiction.campaigns.iter().enumerate() {
                let field = format!("campaigns[{index}]");
                sound &= self.refers(part, &record, &field, RecordKind::Campaign, Some(id));
            }
            for (index, id) in contradiction.definitions.iter().enumerate() {
                let field = format!("definitions[{index}]");
                sound &= self.refers(part, &record, &field, RecordKind::Definition, Some(id));
            }
            if sound {
                self.dataset.contradictions.push(contradiction);
            }
        }
    }

    fn take_gaps(&mut self) {
        for Taken { part, index, record: gap } in self.every(|part| &mut part.gaps) {
            let record = place("gaps", index, Some(&gap.campaign));
            let sound = [
                self.refers(part, &record, "campaign", RecordKind::Campaign, Some(&gap.campaign)),
                self.refers(part, &record, "source", RecordKind::Source, gap.source.as_deref()),
            ];
            if sound == [true; 2] {
                self.dataset.gaps.push(gap);
            }
        }
    }

    /// Every record of one list.
    fn every<T>(&mut self, list: fn(&mut Part) -> &mut Entries<T>) -> Vec<Taken<T>> {
        let mut records = Vec::new();
        for (part, entries) in self.parts.iter_mut().map(list).enumerate() {
            for (index, record) in std::mem::take(&mut entries.sound) {
                records.push(Taken { part, index, record });
            }
        }
        records
    }

    /// The same without those whose id an earlier one has. With a `shared` kind
    /// the files may share records, if they say the same.
    fn unique<T: PartialEq>(
        &mut self,
        shared: Option<RecordKind>,
        list: &'static str,
        entries: fn(&mut Part) -> &mut Entries<T>,
        id: fn(&T) -> &String,
    ) -> Vec<Taken<T>> {
        let mut records = self.every(entries);
        let ids = records.iter().map(|taken| (taken.part, taken.index, id(&taken.record).as_str())).collect();
        let same = |one: usize, other: usize| records[one].record == records[other].record;
        let kept = self.first_of_each(shared, list, ids, &same);
        let mut at = 0;
        records.retain(|_| {
            at += 1;
            kept.contains(&(at - 1))
        });
        records
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
