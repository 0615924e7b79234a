//! What is shown: everything that a link carries.

use super::notice::LinkNotice;
use crate::chart::{ScaleKind, SpecOptions};
use crate::compare::{Choice, Column, Filter, Selection, Sorting, SourceScope, Terms, Wanted, values_of};
use crate::figure::CLOSABLE;
use crate::format::Language;
use crate::model::{Dataset, FigureName, FigureNames, Loading, put_in_order};

/// Which page of the dashboard is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The figures.
    #[default]
    Overview,
    /// The list of campaigns.
    Campaigns,
    /// One campaign, by id.
    Campaign(String),
    /// Where the figures come from and how they were made.
    About,
}

/// What is shown. The default is what a link without a query shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DashboardState {
    /// Which page.
    pub view: View,
    /// Which collections count.
    pub sources: SourceScope,
    /// How axes map numbers to places.
    pub scale: ScaleKind,
    /// Which campaigns. Ids may stand here that are not in scope at the moment:
    /// they count again when the scope is widened.
    pub campaigns: Selection,
    /// What is asked for of campaigns: of those above, the others are not shown.
    pub filter: Filter,
    /// Figures opened, of those that are closed at first ([`Self::OPENABLE`]).
    pub open: FigureNames,
    /// Figures that show every row rather than the first few.
    pub expanded: FigureNames,
    /// Tables that are sorted otherwise than at first, in the order of [`FigureName::ALL`].
    pub sorted: Vec<(FigureName, Sorting)>,
    /// On what terms campaigns are set beside each other.
    pub terms: Terms,
    /// A data file of the same site that is read beside the others: its path from the
    /// page's folder.
    pub data: Option<String>,
}

/// What a choice changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which campaigns are shown.
    pub campaigns: bool,
    /// Which collections count.
    pub sources: bool,
    /// How axes map numbers to places.
    pub scale: bool,
    /// On what terms campaigns are set beside each other.
    pub terms: bool,
}

/// What a change of the state is told as, to those who do not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Not at all: it was asked for and changes nothing that is told.
    Nothing,
    /// By the view that is shown now, which says by itself what it is.
    View,
    /// That a figure shows all its rows, or fewer again.
    Rows {
        /// The figure.
        figure: FigureName,
        /// Whether it shows all.
        all: bool,
    },
    /// How a table is sorted; nothing where it is as at first.
    Sorted(Option<Sorting>),
    /// What was chosen, and what figures say otherwise because of it.
    Choice,
}

impl Changed {
    /// What loading brings may be anything.
    pub const ALL: Self = Self { campaigns: true, sources: true, scale: true, terms: true };

    /// Whether a figure may say something else because of it: some go by terms, and none by
    /// its axis.
    pub fn concerns(self, name: FigureName) -> bool {
        let by_terms = match name {
            FigureName::Attention | FigureName::Beside | FigureName::Multiples | FigureName::Ladder => true,
            FigureName::Years | FigureName::When => false,
            _ => name.metric().is_none(),
        };
        self.campaigns || self.sources || (self.terms && by_terms)
    }
}

impl DashboardState {
    /// The figures that are closed at first: as the static page has them.
    pub const OPENABLE: &'static [FigureName] = CLOSABLE;

    /// The part that decides what is compared.
    pub fn choice(&self, dataset: &Dataset) -> Choice {
        self.filter.of(dataset, self.unfiltered())
    }

    /// The same, as it would be without the filter.
    pub fn unfiltered(&self) -> Choice {
        Choice { scope: self.sources, selection: self.campaigns.clone(), terms: self.terms.clone() }
    }

    /// Whether the data loaded so far decides which campaigns the state may name.
    pub fn is_complete_in(&self, dataset: &Dataset) -> bool {
        let known = |id: &String| dataset.campaign(id).is_some();
        let names_only_known = match (&self.view, &self.campaigns) {
            (View::Campaign(id), _) if !known(id) => false,
            (_, Selection::Only(ids)) => ids.iter().all(known),
            _ => true,
        };
        !dataset.has_unloaded() || (names_only_known && self.sources != SourceScope::Further)
    }

    /// What is shown otherwise than it was.
    pub fn changed_from(&self, before: &Self) -> Changed {
        Changed {
            campaigns: self.campaigns != before.campaigns || self.filter != before.filter,
            sources: self.sources != before.sources,
            scale: self.scale != before.scale,
            terms: self.terms != before.terms,
        }
    }

    /// What the change from the state before is told as.
    pub fn told_after(&self, before: &Self) -> Told {
        if self.view != before.view {
            return Told::View;
        }
        // Whatever is folded by it, too: of a choice more is to be told.
        if !self.is_same_step(before) {
            return Told::Choice;
        }
        let folds = |name: FigureName| self.expanded.contains(name) != before.expanded.contains(name);
        if let Some(&figure) = FigureName::ALL.iter().find(|&&name| folds(name)) {
            return Told::Rows { figure, all: self.expanded.contains(figure) };
        }
        if self.sorted != before.sorted {
            let sorted = self.sorted.iter().find(|sorted| !before.sorted.contains(sorted));
            return Told::Sorted(sorted.map(|(_, sorting)| *sorting));
        }
        Told::Nothing
    }

    /// Whether a figure is open.
    pub fn shows(&self, name: FigureName) -> bool {
        !Self::OPENABLE.contains(&name) || self.open.contains(name)
    }

    /// How a figure is drawn, as far as a link says so.
    pub fn spec_options(&self, name: FigureName, language: Language) -> SpecOptions {
        let expanded = self.expanded.contains(name);
        SpecOptions { language, scale: self.scale, expanded, ..SpecOptions::default() }
    }

    /// How the table of a figure is sorted, if otherwise than at first.
    pub fn sorting(&self, name: FigureName) -> Option<Sorting> {
        self.sorted.iter().find(|(sorted, _)| *sorted == name).map(|(_, sorting)| *sorting)
    }

    /// Sorts the table of a figure by a column; where it is that already, the other way
    /// round; and where it is that, as at first.
    pub(super) fn sort(&mut self, name: FigureName, column: Column) {
        let next = match self.sorting(name).filter(|sorting| sorting.column == column) {
            None => Some(Sorting { column, reversed: false }),
            Some(Sorting { reversed: false, .. }) => Some(Sorting { column, reversed: true }),
            Some(_) => None,
        };
        self.sort_as(name, next);
    }

    /// Sorts the table of a figure so.
    pub(super) fn sort_as(&mut self, name: FigureName, sorting: Option<Sorting>) {
        self.sorted.retain(|(sorted, _)| *sorted != name);
        self.sorted.extend(sorting.map(|sorting| (name, sorting)));
        put_in_order(&mut self.sorted, &|a, b| a.0.cmp(&b.0));
    }

    /// The part that a figure follows from; everything else is as by default, so that
    /// other choices leave the figure as it is.
    pub fn of_figure(&self, name: FigureName) -> Self {
        let only = |names: FigureNames| {
            let mut kept = FigureNames::default();
            kept.set(name, names.contains(name));
            kept
        };
        Self {
            view: View::Overview,
            sources: self.sources,
            scale: self.scale,
            campaigns: self.campaigns.clone(),
            filter: self.filter.clone(),
            open: only(self.open),
            expanded: only(self.expanded),
            sorted: self.sorting(name).map(|sorting| (name, sorting)).into_iter().collect(),
            // The figures of metrics go by none.
            terms: if name.metric().is_some() { Terms::default() } else { self.terms.clone() },
            data: self.data.clone(),
        }
    }

    /// The part that the row of controls follows from.
    pub fn of_controls(&self) -> Self {
        Self { scale: self.scale, ..self.of_overview() }
    }

    /// The part that the matrix and the counts of the overview follow from: no axis.
    pub fn of_overview(&self) -> Self {
        Self {
            sources: self.sources,
            campaigns: self.campaigns.clone(),
            filter: self.filter.clone(),
            data: self.data.clone(),
            ..Self::default()
        }
    }

    /// Whether another state shows the same but for what is opened or folded,
    /// which is looked at, not gone back to.
    pub fn is_same_step(&self, other: &Self) -> bool {
        let Self { view, sources, scale, campaigns, filter, open: _, expanded: _, sorted: _, terms, data } =
            self;
        *view == other.view
            && *sources == other.sources
            && *scale == other.scale
            && *campaigns == other.campaigns
            && *filter == other.filter
            && *terms == other.terms
            && *data == other.data
    }

    /// The state without what the dataset does not have, and a notice of each
    /// such thing: a campaign that is unknown is not chosen (all are when none
    /// is left), nor shown; what a filter asks for stays, for it may be recorded under other
    /// sources. As long as a collection that the state asks for is
    /// not loaded, nothing is judged.
    pub fn check_against(&self, dataset: &Dataset) -> (Self, Vec<LinkNotice>) {
        let mut checked = self.clone();
        let mut notices = Vec::new();
        let awaited = |loading| loading == Loading::AtStart || self.sources == SourceScope::Further;
        let waiting = dataset.collections.iter().any(|c| !c.loaded && awaited(c.loading));
        if waiting || dataset.collections.is_empty() {
            return (checked, notices);
        }
        if let View::Campaign(id) = &self.view
            && dataset.campaign(id).is_none()
        {
            notices.push(LinkNotice::UnknownCampaign(id.clone()));
            checked.view = View::Overview;
        }
        if let Some(id) = self.terms.yardstick.as_ref().filter(|id| dataset.campaign(id).is_none()) {
            notices.push(LinkNotice::UnknownCampaign(id.clone()));
            checked.terms.yardstick = None;
        }
        if let Selection::Only(ids) = &self.campaigns {
            let (known, unknown): (Vec<String>, Vec<String>) =
                ids.iter().cloned().partition(|id| dataset.campaign(id).is_some());
            if !unknown.is_empty() {
                checked.campaigns = if known.is_empty() { Selection::All } else { Selection::Only(known) };
                let all_instead = checked.campaigns == Selection::All;
                notices.push(LinkNotice::UnknownChoice { ids: unknown, all_instead });
            }
        }
        for (facet, wanted) in self.filter.all() {
            let Wanted::Value(value) = wanted else { continue };
            if !values_of(dataset, &self.unfiltered(), *facet).values.contains(value) {
                notices.push(LinkNotice::NothingOf { parameter: facet.slug(), value: value.clone() });
            }
        }
        (checked, notices)
    }
}
