//! What is drawn, in values and words: a comparison made ready for a chart.

use super::hearing::{Spoken, speak};
use super::mark::Glyph;
use super::scale::ScaleKind;
use crate::compare::{Agreement, Cell, Comparison, Dimension, Group, Known, Lane, Rank, Silent, TargetCheck};
use crate::format::{
    Comparing, Language, Named, Sentence, period_words, quantity_words, ratio_words, rounding_words,
};
use crate::model::{Campaign, Contradiction, Dataset, Metric, Period, Quantity};

/// How a chart is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SpecOptions {
    /// The language of its words.
    pub language: Language,
    /// The kind of its axes.
    pub scale: ScaleKind,
    /// Whether every row is shown, or what is seen at a glance.
    pub expanded: bool,
    /// Whether rows lead nowhere, since the chart stands alone in a file.
    pub alone: bool,
    /// How many rows there is room for at a glance, where that is less than usual.
    pub room: Option<usize>,
    /// How wide the place is, hundredths of an em, where that is known.
    pub across: Option<u32>,
    /// How much is said of each mark.
    pub spoken: Spoken,
    /// Whether marks have tones.
    pub heard: bool,
}

/// A chart in values and words.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// Its stable name: the metric's slug.
    pub name: &'static str,
    /// The language of its words.
    pub language: Language,
    /// The kind of its axes.
    pub scale: ScaleKind,
    /// How wide its place is, hundredths of an em, where that is known.
    pub across: Option<u32>,
    /// One axis each, for one dimension.
    pub panels: Vec<Panel>,
    /// Campaigns without a figure here.
    pub silent: Vec<Row>,
    /// How many more of them there are.
    pub silent_rest: Option<String>,
    /// Whether marks have tones.
    pub heard: bool,
    /// How many rows are folded away.
    pub hidden: usize,
    /// How many rows there are in all.
    pub rows: usize,
}

/// How the numbers along an axis are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Axis {
    /// Amounts.
    #[default]
    Amounts,
    /// So many times something.
    Times,
    /// Years of the calendar, with parts of them.
    Years,
}

/// The lanes that share one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// What the axis measures.
    pub dimension: Dimension,
    /// How its numbers are read.
    pub axis: Axis,
    /// Numbers that it has a place for besides those of its own rows: several panels that have
    /// the same are drawn to one scale.
    pub domain: Vec<f64>,
    /// A number that every row is to be read against.
    pub reference: Option<f64>,
    /// What stands on it, from top to bottom.
    pub bands: Vec<Band>,
}

/// One horizontal strip of a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Band {
    /// The heading of a definition.
    Section(String),
    /// The heading of a lane.
    Lane {
        /// What it holds.
        name: String,
        /// A remark on it.
        note: Option<String>,
        /// Whether it stands for its definition too, which has no heading then.
        leads: bool,
    },
    /// The name that several rows share.
    Name(String),
    /// A row with a mark.
    Row(Row),
}

/// A row of a chart: one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Stable within the data: the first observation's index, or the campaign.
    pub key: String,
    /// Id of the campaign.
    pub campaign: String,
    /// Where it leads: the evidence, or the figure that has one instead.
    pub href: Option<String>,
    /// What stands at its left.
    pub name: String,
    /// The same in two parts, for where one line is too short for it.
    pub name_parts: Vec<String>,
    /// Whether it belongs to the name above it.
    pub indented: bool,
    /// Whether its mark is joined to that of the row above it.
    pub joined: bool,
    /// What can be jumped to in it, by name: see [`Row::TARGET`] and [`Row::DOUBT`].
    pub says: Vec<&'static str>,
    /// What is drawn, back to front.
    pub glyphs: Vec<Glyph>,
    /// The value in words, then what else is to be known, a line each.
    pub value: Vec<String>,
    /// Everything, as a screen reader or a tooltip says it.
    pub label: String,
    /// What else may be said of it.
    pub saying: Box<Saying>,
}

/// What is said of a row in a description, and where the reader wants less or more than usual.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saying {
    /// Name and value, for a description.
    pub brief: String,
    /// The shortest that it is called: name, value and unit.
    pub shortest: String,
    /// The observations that say so.
    pub evidence: Vec<usize>,
}

impl ChartSpec {
    /// A chart of so many rows, of which so many are folded away, where every campaign has one.
    pub(super) fn new(
        name: &'static str,
        options: SpecOptions,
        panels: Vec<Panel>,
        (rows, hidden): (usize, usize),
    ) -> Self {
        Self {
            name,
            language: options.language,
            scale: options.scale,
            across: options.across,
            panels,
            silent: Vec::new(),
            silent_rest: None,
            heard: options.heard,
            hidden,
            rows,
        }
    }

    /// Makes each row say as much as the reader wants.
    pub(crate) fn speak(&mut self, dataset: &Dataset, spoken: Spoken) {
        let rows = self.panels.iter_mut().flat_map(|panel| &mut panel.bands).filter_map(|band| match band {
            Band::Row(row) => Some(row),
            _ => None,
        });
        rows.chain(&mut self.silent).for_each(|row| speak(row, dataset, spoken, self.language));
    }
}

/// How many silent campaigns are named at a glance.
const SILENT_AT_A_GLANCE: usize = 6;

/// Makes a comparison ready to be drawn.
pub fn chart_spec(dataset: &Dataset, comparison: &Comparison, options: SpecOptions) -> ChartSpec {
    let maker = Maker { dataset, options, metric: comparison.metric };
    let mut panels: Vec<Panel> = Vec::new();
    let mut section = "";
    let mut hidden = 0;
    for lane in &comparison.lanes {
        let mut groups: Vec<&Group> = Vec::new();
        for group in &lane.groups {
            if options.expanded || group.notable {
                groups.push(group);
            } else {
                hidden += group.cells.len();
            }
        }
        if groups.is_empty() {
            continue;
        }
        if panels.last().is_none_or(|panel| panel.dimension != lane.dimension) {
            panels.push(Panel { dimension: lane.dimension, ..Panel::default() });
            section = "";
        }
        if let Some(panel) = panels.last_mut() {
            maker.lane(&mut panel.bands, lane, &groups, section != lane.definition);
        }
        section = &lane.definition;
    }
    let rows = comparison.cells().count();
    let named = match options.room {
        _ if options.expanded => usize::MAX,
        // Where rows are left out, those without a figure are the first.
        room => room.map_or(SILENT_AT_A_GLANCE, |room| room.saturating_sub(rows).min(SILENT_AT_A_GLANCE)),
    };
    let silent = comparison.silent.iter().take(named).map(|silent| maker.silent_row(silent)).collect();
    let rest = comparison.silent.len().saturating_sub(named);
    let made = ChartSpec::new(comparison.metric.slug(), options, panels, (rows, hidden));
    ChartSpec {
        silent,
        silent_rest: (rest > 0).then(|| {
            options
                .language
                .say(&Sentence::SilentRest { campaigns: rest, alone: rest == comparison.silent.len() })
        }),
        ..made
    }
}

impl Row {
    /// A row in words, without a mark; what is drawn of it, and what else is said, is added by
    /// whoever makes it.
    pub(super) fn in_words(
        (key, campaign): (String, &str),
        href: Option<String>,
        name: String,
        value: Vec<String>,
        language: Language,
    ) -> Self {
        let brief = language.say(&Sentence::RowSays { name: name.clone(), lines: value.clone() });
        Self {
            key,
            campaign: campaign.to_owned(),
            href,
            name,
            name_parts: Vec::new(),
            indented: false,
            joined: false,
            says: Vec::new(),
            glyphs: Vec::new(),
            value,
            label: format!("{brief}."),
            saying: Box::new(Saying { shortest: brief.clone(), brief, evidence: Vec::new() }),
        }
    }

    /// A target stands beside its figure.
    pub const TARGET: &'static str = "target";
    /// Sources disagree, or a figure is itself doubtful.
    pub const DOUBT: &'static str = "doubt";
}

/// What can be jumped to in the row of a cell.
fn says(cell: &Cell) -> Vec<&'static str> {
    let doubt = cell.doubtful || matches!(cell.agreement, Agreement::Disagree | Agreement::Differ);
    let target = cell.target.is_some();
    target.then_some(Row::TARGET).into_iter().chain(doubt.then_some(Row::DOUBT)).collect()
}

/// Makes the bands of one chart.
pub(super) struct Maker<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) options: SpecOptions,
    pub(super) metric: Metric,
}

impl Maker<'_> {
    pub(super) fn say(&self, sentence: &Sentence) -> String {
        self.options.language.say(sentence)
    }

    fn lane(&self, bands: &mut Vec<Band>, lane: &Lane, groups: &[&Group], new_section: bool) {
        let phrases = self.options.language.phrases();
        let name = self.say(&Sentence::LaneName {
            unit: lane.unit.clone(),
            scope: lane.scope.clone(),
            basis: lane.basis,
        });
        let label = self.dataset.definition(&lane.definition).map_or("", |definition| &definition.label);
        // "Pledges" over "Pledges, in total" would say it twice.
        let leads = label.eq_ignore_ascii_case(&lane.unit);
        if new_section && !leads {
            bands.push(Band::Section(label.to_owned()));
        }
        let note = (!lane.stated && lane.groups.len() > 1).then(|| phrases.not_ranked.to_owned());
        let note = note.or_else(|| self.order_untold(lane));
        bands.push(Band::Lane { name, note, leads });
        for group in groups {
            self.group(bands, lane, group);
        }
    }

    /// Which places of a ranked lane cannot be told apart, if any.
    fn order_untold(&self, lane: &Lane) -> Option<String> {
        let ranks: Vec<Rank> = lane.groups.iter().filter_map(|group| group.rank).collect();
        let untold = Rank::untold(&ranks);
        let all = untold == [(1, ranks.len())];
        (!untold.is_empty()).then(|| self.say(&Sentence::OrderUntold(if all { Vec::new() } else { untold })))
    }

    fn group(&self, bands: &mut Vec<Band>, lane: &Lane, group: &Group) {
        let indented = group.cells.len() > 1;
        if indented {
            bands.push(Band::Name(self.name_of(group)));
        }
        for cell in &group.cells {
            bands.push(Band::Row(self.row(lane, group, cell, indented, &[])));
        }
    }

    /// The name of a campaign above its rows: of several editions, what they share.
    fn name_of(&self, group: &Group) -> String {
        let first = &*group.cells[0].campaign;
        match self.dataset.campaign(first) {
            Some(campaign) if group.cells.iter().any(|cell| cell.campaign != first) => {
                campaign.chart_name().to_owned()
            }
            _ => self.name_beside(first, ""),
        }
    }

    /// A campaign's name: of an edition, with the year (or whatever tells it from others)
    /// where that is not said beside it.
    fn name_beside(&self, id: &str, when: &str) -> String {
        let Some(campaign) = self.dataset.campaign(id) else { return id.to_owned() };
        match &campaign.edition {
            Some(edition) if when.contains(&**edition) => campaign.chart_name().to_owned(),
            _ => campaign.edition_name(),
        }
    }

    /// `also` is said of it too, in lines of their own.
    pub(super) fn row(
        &self,
        lane: &Lane,
        group: &Group,
        cell: &Cell,
        indented: bool,
        also: &[String],
    ) -> Row {
        let phrases = self.options.language.phrases();
        let first = cell.evidence[0];
        let when = when_words(self.options.language, &cell.period, cell.part.as_deref());
        let campaign = self.name_beside(&cell.campaign, &when);
        // Among rows of the same campaign, what is not known tells them apart.
        let told =
            if indented && when.is_empty() { phrases.date_not_stated.to_owned() } else { when.clone() };
        let full_name = self.say(&Sentence::RowLabel(Named { campaign: campaign.clone(), when: told }));
        let name_parts = match (indented, when.is_empty()) {
            (false, false) => vec![campaign, when.clone()],
            _ => Vec::new(),
        };
        let name = match (indented, when.is_empty()) {
            (true, true) => phrases.date_not_stated.to_owned(),
            (true, false) => when.clone(),
            (false, _) => full_name.clone(),
        };
        let value = self.value_words(cell);
        let mut lines = vec![agreed_words(cell.agreement, value.clone(), self.options.language)];
        // What is said besides, for those who do not see where the row stands.
        let mut besides = Vec::new();
        if !indented && when.is_empty() {
            besides.push(self.say(&Sentence::Alone(phrases.date_not_stated.to_owned())));
        }
        let sources = self.sources(cell);
        if let Known::Quantity(quantity) = &cell.known
            && let Some(rounded) = rounding_words(self.options.language, quantity)
        {
            besides.push(self.say(&Sentence::Alone(rounded)));
        }
        let on = &self.dataset.observations[first].platforms;
        if !on.is_empty() {
            besides.push(self.say(&Sentence::CountedOn(on.clone())));
        }
        if cell.agreement == Agreement::Agree && sources > 1 {
            besides.push(self.say(&Sentence::SourcesAgree(sources)));
        }
        if cell.doubtful {
            lines.push(phrases.doubtful.to_owned());
            besides
                .extend(cell.evidence.iter().filter_map(|&at| self.dataset.observations[at].doubt.clone()));
        }
        lines.extend(included(self.dataset, cell).map(|more| self.say(&Sentence::Includes(more))));
        if let Some(target) = &cell.target {
            lines.push(self.target_words(target, &mut besides));
        }
        lines.extend_from_slice(also);
        if let Some(rank) = group.rank {
            besides.push(self.say(&Sentence::Place { best: rank.best, worst: rank.worst, of: rank.of }));
        } else if !lane.stated {
            besides.push(self.say(&Sentence::NotRanked));
        }
        let brief = self.row_says(&full_name, lines.clone());
        let (unit, scope) = (lane.unit.clone(), lane.scope.clone());
        let counted = self.say(&Sentence::Counted { unit, scope, basis: lane.basis });
        let shortest = self.row_says(&full_name, lines.iter().cloned().chain([counted]).collect());
        let label = self.label(lane, &full_name, &lines, &value, besides);
        Row {
            key: format!("o{first}"),
            campaign: cell.campaign.clone(),
            href: (!self.options.alone).then(|| self.leads_to(cell)),
            saying: Box::new(Saying { brief, shortest, evidence: cell.evidence.clone() }),
            name,
            name_parts,
            indented,
            joined: false,
            says: says(cell),
            glyphs: self.glyphs(cell),
            value: lines,
            label,
        }
    }

    /// Where a row leads: to who says so; where sources disagree and it is known
    /// how, to what is said of that.
    fn leads_to(&self, cell: &Cell) -> String {
        let definition = &self.dataset.observations[cell.evidence[0]].definition;
        let speaks_of_it =
            |c: &Contradiction| c.campaigns.contains(&cell.campaign) && c.definitions.contains(definition);
        if cell.agreement == Agreement::Disagree && self.dataset.contradictions.iter().any(speaks_of_it) {
            return format!("?campaign={}#contradictions", cell.campaign);
        }
        evidence_link(&cell.campaign, cell.evidence[0])
    }

    fn row_says(&self, name: &str, lines: Vec<String>) -> String {
        self.say(&Sentence::RowSays { name: name.to_owned(), lines })
    }

    /// The accessible name of a row: what is seen in it, in the same words and the
    /// same order, so that it can be called by them (WCAG 2.5.3); then the rest.
    fn label(&self, lane: &Lane, name: &str, lines: &[String], value: &str, besides: Vec<String>) -> String {
        let (unit, scope, basis) = (lane.unit.clone(), lane.scope.clone(), lane.basis);
        // Alone, the value is followed by its unit as one says it.
        let seen = if lines == [value] {
            vec![Sentence::amount(self.options.language, value, &unit, scope.as_deref(), basis)]
        } else {
            lines.to_vec()
        };
        let mut label = self.row_says(name, seen);
        label.push('.');
        if lines != [value] {
            label.push(' ');
            label.push_str(&self.say(&Sentence::LaneName { unit, scope, basis }));
            label.push('.');
        }
        for sentence in besides {
            label.push(' ');
            label.push_str(&sentence);
        }
        label
    }

    /// How many sources speak of a cell; one may do so more than once.
    fn sources(&self, cell: &Cell) -> usize {
        let mut sources: Vec<&str> = Vec::new();
        for &at in &cell.evidence {
            let source = &*self.dataset.observations[at].source;
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources.len()
    }

    /// What is known of a cell, in words, without its unit.
    fn value_words(&self, cell: &Cell) -> String {
        let unit = &self.dataset.observations[cell.evidence[0]].unit;
        // Points, which are parts of a hundred too, are named by their unit.
        let per_cent = unit.starts_with("per cent");
        let words = |quantity: &Quantity| {
            let words = quantity_words(self.options.language, quantity);
            if per_cent { self.say(&Sentence::PerCent(words)) } else { words }
        };
        stated_words(self.dataset, cell, self.options.language, &words)
    }

    /// What is seen of a target; what else there is to say goes to the rest.
    fn target_words(&self, check: &TargetCheck, besides: &mut Vec<String>) -> String {
        let language = self.options.language;
        let target = quantity_words(language, &self.dataset.observations[check.observation].quantity);
        let met = check.verdict.met();
        let seen = match (&check.ratio, met) {
            (Some(ratio), Some(met)) => {
                let reached = if met { Sentence::TargetMet } else { Sentence::TargetMissed };
                besides.push(self.say(&reached(target)));
                self.say(&Sentence::TimesTarget(ratio_words(language, ratio)))
            }
            _ => self.say(&Sentence::TargetShort { target, met, elsewhen: check.elsewhen }),
        };
        if !check.same_period && !check.elsewhen {
            besides.push(self.say(&Sentence::TargetOtherPeriod));
        }
        seen
    }

    /// What is drawn of a cell, within the axis's domain only.
    pub(super) fn glyphs(&self, cell: &Cell) -> Vec<Glyph> {
        let log = self.options.scale == ScaleKind::Log;
        let in_domain = |value: f64| value.is_finite() && (!log || value > 0.0);
        let mut glyphs = Vec::new();
        let target = cell.target.as_ref().map(|target| &self.dataset.observations[target.observation]);
        let target = target.map(|target| target.quantity.stated()).filter(|&value| in_domain(value));
        // Behind what is smaller or open, which then is seen, be it near or equal; on
        // a full bar that reaches beyond, and would hide it.
        let bar = match cell.known {
            Known::Quantity(Quantity::Exact { value, .. }) if !log => value,
            _ => f64::NEG_INFINITY,
        };
        glyphs.extend(target.filter(|&target| target >= bar).map(Glyph::Target));
        match &cell.known {
            Known::Quantity(quantity) => glyphs.extend(glyph(quantity, &in_domain)),
            Known::Containing(interval) => {
                let place = glyphs.len();
                let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
                let mut reach = |value: f64| {
                    let within = in_domain(value);
                    if within {
                        (from, to) = (from.min(value), to.max(value));
                    }
                    within
                };
                for &at in &cell.evidence {
                    let value = self.dataset.observations[at].quantity.stated();
                    if reach(value) {
                        glyphs.push(Glyph::Statement(value));
                    }
                }
                // Bounds belong to it: those of a rounded statement lie beyond what was said.
                // A lower one that the axis has no place for lies beyond its start.
                let bounded = interval.lower.is_some_and(|bound| reach(bound.value));
                let open_above = !interval.upper.is_some_and(|bound| reach(bound.value));
                if from <= to {
                    let from = bounded.then_some(from);
                    glyphs.insert(place, Glyph::Span { from, to, open_above });
                }
            }
        }
        glyphs.extend(target.filter(|&target| target < bar).map(Glyph::Target));
        glyphs
    }

    fn silent_row(&self, silent: &Silent) -> Row {
        let name = self.dataset.campaign(&silent.campaign).map_or_else(String::new, Campaign::edition_name);
        let instead = silent.instead.as_ref();
        let definition = |cell: &Cell| &self.dataset.observations[cell.evidence[0]].definition;
        let metric = instead.and_then(|cell| self.dataset.definition(definition(cell))).map(|d| d.metric);
        let words = match (instead, metric) {
            (Some(cell), Some(metric)) => {
                let amount = cell_words(self.dataset, cell, self.options.language);
                self.say(&Sentence::Instead { gap: silent.gap, metric, amount })
            }
            _ => self.say(&Sentence::Gap(silent.gap)),
        };
        let key = format!("{}-{}", self.metric.slug(), silent.campaign);
        let href = (!self.options.alone).then(|| silent_link(self.dataset, silent));
        Row::in_words((key, &silent.campaign), href, name, vec![words], self.options.language)
    }
}

/// What is known of a cell, each number in words; where its sources do not agree, what they say.
fn stated_words(
    dataset: &Dataset,
    cell: &Cell,
    language: Language,
    words: &dyn Fn(&Quantity) -> String,
) -> String {
    if let Known::Quantity(quantity) = &cell.known {
        return words(quantity);
    }
    let mut statements: Vec<String> = Vec::new();
    for &at in &cell.evidence {
        let words = words(&dataset.observations[at].quantity);
        if !statements.contains(&words) {
            statements.push(words);
        }
    }
    // Two statements can be read side by side; more are summed up by what contains them.
    let span = Quantity::from_interval(&cell.known.interval()).filter(|_| statements.len() > 2);
    let span = span.map(|quantity| words(&quantity));
    let disagree = cell.agreement == Agreement::Disagree;
    language.say(&Sentence::Statements { statements, span, disagree })
}

/// What the numbers of a cell count besides.
fn included<'a>(dataset: &'a Dataset, cell: &'a Cell) -> impl Iterator<Item = String> + 'a {
    cell.evidence.iter().filter_map(|&at| dataset.observations[at].includes.clone())
}

/// What sources say, and whether they agree.
fn agreed_words(agreement: Agreement, statements: String, language: Language) -> String {
    match agreement {
        Agreement::Disagree => language.say(&Sentence::Disagreement { statements }),
        Agreement::Differ => language.say(&Sentence::Difference { statements }),
        Agreement::Single | Agreement::Agree => statements,
    }
}

/// A figure with its unit, in words.
pub(crate) fn cell_words(dataset: &Dataset, cell: &Cell, language: Language) -> String {
    let observation = &dataset.observations[cell.evidence[0]];
    let words = stated_words(dataset, cell, language, &|quantity| quantity_words(language, quantity));
    let (unit, scope) = (&observation.unit, observation.scope.as_deref());
    let words = Sentence::amount(language, &words, unit, scope, observation.basis);
    let words = agreed_words(cell.agreement, words, language);
    let includes: Vec<String> = included(dataset, cell).collect();
    let words = match includes.is_empty() {
        true => words,
        false => language.say(&Sentence::Including { figure: words, includes }),
    };
    if cell.doubtful { language.say(&Sentence::Doubtful(words)) } else { words }
}

/// The same with when it was counted.
pub(crate) fn dated_words(dataset: &Dataset, cell: &Cell, language: Language) -> String {
    let figure = cell_words(dataset, cell, language);
    let when = when_words(language, &cell.period, cell.part.as_deref());
    let when = if when.is_empty() { language.phrases().date_not_stated.to_owned() } else { when };
    language.compared(&Comparing::Dated { figure, when })
}

/// When something was counted, in words: the period, or the part of it.
pub(crate) fn when_words(language: Language, period: &Period, part: Option<&str>) -> String {
    let when = period_words(language, period);
    match part {
        Some(part) => language.say(&Sentence::PartOfPeriod { part: part.to_owned(), period: when }),
        None => when,
    }
}

/// Where more is said of a campaign that has no figure: its page, or the figure of what it
/// reports instead.
pub(crate) fn silent_link(dataset: &Dataset, silent: &Silent) -> String {
    let instead = silent.instead.as_ref().map(|cell| &dataset.observations[cell.evidence[0]].definition);
    match instead.and_then(|id| dataset.definition(id)) {
        // Every row of that figure, so that the one it speaks of is among them.
        Some(definition) => format!("?all={0}#figure-{0}", definition.metric.slug()),
        None => format!("?campaign={}", silent.campaign),
    }
}

/// The address of an observation's evidence.
pub(crate) fn evidence_link(campaign: &str, observation: usize) -> String {
    format!("?campaign={campaign}#o{observation}")
}

/// The mark of a quantity, if the axis has a place for it.
pub(super) fn glyph(quantity: &Quantity, in_domain: &dyn Fn(f64) -> bool) -> Option<Glyph> {
    if let Quantity::Between(lower, upper) = quantity {
        return match (in_domain(lower.value), in_domain(upper.value)) {
            (true, true) => Some(Glyph::Between(lower.value, upper.value)),
            (false, true) => Some(Glyph::Below(upper.value)),
            _ => None,
        };
    }
    let value = quantity.stated();
    if !in_domain(value) {
        return (value == 0.0 && matches!(quantity, Quantity::Exact { .. })).then_some(Glyph::Zero);
    }
    Some(match quantity {
        Quantity::Exact { .. } if value == 0.0 => Glyph::Zero,
        Quantity::Exact { .. } | Quantity::Between(..) => Glyph::Exact(value),
        Quantity::MoreThan(_) | Quantity::AtLeast(_) => Glyph::Above(value),
        Quantity::LessThan(_) | Quantity::AtMost(_) => Glyph::Below(value),
        Quantity::About(_) => Glyph::About(value),
    })
}
