//! What was read of the files that were brought: of each table what it is, what it comes
//! to, what could not be read and what is to be known; and which campaign it is of. Of a
//! backup and of a data file, the campaigns, and what taking them would change.

use super::own_look::look_html;
use super::own_mapping::mapping_html;
use crate::data::write_list;
use crate::format::{
    FoundElsewhere, ImportChanges, Language, OwnArrival, OwnContent, ReadingNote, grouped, quantity_words,
    span_words,
};
use crate::model::Quantity;
use crate::own::{Arrival, OwnCampaign, Undecided};
use crate::posts::{DateOrder, Grain, Measure, ReadingOptions, SaidMapping, TableReading, Zone};
use maud::{Markup, html};

/// How many rejected rows are shown; the list that can be saved has more.
const SHOWN: usize = 5;

/// How many notes are shown without being asked for.
const NOTES: usize = 2;

/// A file that was brought, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// Its name.
    pub name: String,
    /// What was said about it.
    pub options: ReadingOptions,
    /// What is in it, or a sentence that says why nothing is.
    pub read: Result<Found, String>,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Tables of an export.
    Tables(Vec<TableReading>),
    /// Campaigns, in a backup or another data file of the project's own.
    Campaigns {
        /// Whether it is a backup.
        backup: bool,
        /// How tables are to be read.
        mappings: Vec<SaidMapping>,
        /// The campaigns.
        campaigns: Vec<FoundCampaign>,
        /// What could not be read, a sentence each.
        left_out: Vec<String>,
    },
}

/// A campaign in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundCampaign {
    /// The campaign.
    pub campaign: OwnCampaign,
    /// What taking it would do.
    pub arrival: Arrival,
    /// How many of its posts campaigns have that are here and are not it, by their names.
    pub shared: Vec<(String, usize)>,
}

impl Brought {
    /// Its tables, if it is an export.
    pub fn tables(&self) -> &[TableReading] {
        match &self.read {
            Ok(Found::Tables(tables)) => tables,
            _ => &[],
        }
    }
}

/// What a campaign holds.
pub fn own_content(campaign: &OwnCampaign) -> OwnContent {
    OwnContent { posts: campaign.posts(), days: campaign.days(), figures: campaign.told_figures() }
}

/// A campaign that tables can be added to: its id and its name.
pub type Known<'a> = (&'a str, &'a str);

/// A table of which it is asked whose its days are: the places of its file and of itself,
/// and what they can be.
pub type Asked = ((usize, usize), Undecided);

/// Everything that was read, and the choice of a campaign for it; `asked` is what has to be
/// said before it is added.
///
/// `here` is the zone in which the reader is, by its name, where that is known.
pub fn own_files_html(
    brought: &[Brought],
    known: &[Known<'_>],
    asked: &[Asked],
    here: Option<&str>,
    language: Language,
) -> String {
    let (words, picking) = (language.own_phrases(), language.picking_phrases());
    let tables = || brought.iter().flat_map(Brought::tables);
    let rejected = tables().any(|table| table.rejected_rows > 0);
    html! {
        @if !brought.is_empty() {
            section.card aria-labelledby="read" {
                h2 id="read" tabindex="-1" { (words.read) }
                @for (at, file) in brought.iter().enumerate() {
                    h3 { (file.name) }
                    @match &file.read {
                        Err(why) => p.notice { (why) },
                        Ok(Found::Campaigns { backup, campaigns, left_out, .. }) => {
                            (campaigns_html(at, (*backup, campaigns, left_out), language))
                        }
                        Ok(Found::Tables(tables)) => {
                            @for (number, table) in tables.iter().enumerate() {
                                (table_html((at, number), table, &file.options, here, language))
                            }
                        }
                    }
                }
                p.row {
                    @if rejected {
                        button.plain type="button" data-does="save-rejected" { (words.save_rejected) }
                    }
                    button.plain type="button" data-does="put-aside" { (words.put_aside) }
                }
            }
            @if tables().any(can_be_taken) {
                section.card aria-labelledby="which" {
                    h2 id="which" { (words.which_campaign) }
                    form novalidate data-asks="add" data-names=(known.iter().map(|(_, name)| name.to_lowercase()).collect::<Vec<_>>().join("\n")) {
                        @if !known.is_empty() {
                            p { label for="into" { (words.add_to) } " "
                                select id="into" {
                                    option value="" { (words.new_campaign) }
                                    @for (id, name) in known { option value=(id) { (name) } }
                                }
                            }
                        }
                        div id="new-name" {
                            p { label for="name" { (words.name) } }
                            input id="name" type="text" required autocomplete="off" maxlength="80" aria-describedby="name-hint add-trouble";
                            p.note id="name-hint" { (words.name_hint) }
                        }
                        details { summary { (words.only_part) }
                            p.note id="part-hint" { (words.part_hint) }
                            div.choices {
                                p { label for="from" { (words.from_day) } input id="from" type="date" aria-describedby="part-hint"; }
                                p { label for="to" { (words.to_day) } input id="to" type="date" aria-describedby="part-hint"; }
                                p { label for="hashtag" { (words.hashtag) }
                                    input id="hashtag" type="text" autocomplete="off" maxlength="100" placeholder="#"; }
                            }
                            @if tables().any(|table| table.grain == Grain::Post && can_be_taken(table)) {
                                p.row { button.plain type="button" data-does="pick-posts" aria-expanded="false" aria-controls="picking" { (picking.pick_posts) } }
                                div id="picking" hidden {
                                    p.note { (picking.pick_posts_hint) }
                                    p { label for="with" { (language.over_time_phrases().with) } " "
                                        input id="with" type="text" autocomplete="off" maxlength="100"; }
                                    div data-place="posts" {}
                                }
                            }
                        }
                        @for (at, undecided) in asked { (whose_html(*at, brought, undecided, language)) }
                        p.notice id="add-trouble" role="alert" hidden {}
                        p { button.control type="submit" { (words.add) } }
                    }
                }
            }
        }
    }
    .into_string()
}

/// Asks whose the days of a table are.
fn whose_html(
    (file, number): (usize, usize),
    brought: &[Brought],
    undecided: &Undecided,
    language: Language,
) -> Markup {
    let name = brought.get(file).map_or("", |file| &*file.name);
    let (place, id) = (format!("{file}-{number}"), format!("whose-{file}-{number}"));
    let hint = format!("{id}-hint");
    html! {
        fieldset.whose data-whose=(place) aria-describedby=(hint) {
            legend { (language.whose_days(name)) }
            p.note id=(hint) { (language.whose_days_hint(&undecided.origin)) }
            @for (at, account) in undecided.known.iter().enumerate() {
                p { label.pick { input type="radio" name=(id) value=(at); " "
                    (language.whose_days_known(&undecided.origin, account.as_deref())) } }
            }
            p { label.pick { input type="radio" name=(id) id=(id) value="another"; " " (language.own_phrases().whose_another) }
                " " input id={ (id) "-name" } type="text" autocomplete="off" maxlength="80"
                    aria-label=(language.own_phrases().whose_another) value=(undecided.named.as_deref().unwrap_or_default()); }
        }
    }
}

/// The campaigns of a file, and the choice which of them to keep.
fn campaigns_html(
    file: usize,
    (backup, campaigns, left_out): (bool, &[FoundCampaign], &[String]),
    language: Language,
) -> Markup {
    let words = language.own_phrases();
    html! {
        form.read novalidate data-asks="found" {
            p { b { (language.own_file(backup, campaigns.len())) } }
            @for (number, FoundCampaign { campaign, arrival, shared }) in campaigns.iter().enumerate() {
                h4 id={ "found-" (file) "-" (number) } { (campaign.name()) }
                p { (language.own_content(own_content(campaign))) ". " (arrival_words(arrival, language)) }
                @for (name, shared) in shared {
                    p { (language.found_elsewhere(FoundElsewhere { name, changed: 0, same: 0, shared: *shared })) }
                }
                p { label.pick { input type="checkbox" name="found" value={ (file) "-" (number) }
                    checked[*arrival != Arrival::Same] aria-describedby={ "found-" (file) "-" (number) };
                    " " (words.take_campaign) } }
            }
            @if !left_out.is_empty() {
                details open[left_out.len() <= SHOWN] { summary { (words.left_out) }
                    ul { @for why in left_out { li { (why) } } } }
            }
            @if !campaigns.is_empty() { p { button.control type="submit" { (words.keep_found) } } }
        }
    }
}

fn arrival_words(arrival: &Arrival, language: Language) -> String {
    let changes: Vec<ImportChanges> = match arrival {
        Arrival::Merged(found) => found.iter().map(|(days, found)| found.of(*days)).collect(),
        _ => Vec::new(),
    };
    language.own_arrival(match arrival {
        Arrival::New => OwnArrival::New,
        Arrival::Same => OwnArrival::Same,
        Arrival::Merged(_) => OwnArrival::Merged(&changes),
        Arrival::Replaced => OwnArrival::Replaced,
        Arrival::Beside => OwnArrival::Beside,
    })
}

/// Whether a figure of a campaign can follow from a table.
fn can_be_taken(table: &TableReading) -> bool {
    table.grain != Grain::Other && table.rows > 0
}

fn table_html(
    (file, number): (usize, usize),
    table: &TableReading,
    options: &ReadingOptions,
    here: Option<&str>,
    language: Language,
) -> Markup {
    let words = language.own_phrases();
    let undecided = table.notes.iter().any(|note| matches!(note, ReadingNote::DatesUndecided(_)));
    let copy = table.notes.contains(&ReadingNote::CopyOfAnotherFile);
    let notes: Vec<String> = table
        .notes
        .iter()
        .filter(|note| !matches!(note, ReadingNote::DatesUndecided(_)))
        .map(|note| language.reading_note(note))
        .collect();
    let said = |note: &ReadingNote| matches!(note, ReadingNote::DatesAsSaid { .. });
    let asks = undecided || table.notes.iter().any(said);
    html! {
        div.read {
            @if !table.table.is_empty() { h4 { (table.table) } }
            @match table.form {
                Some(form) => {
                    p { b { (form.name) } ". " (words.recognised_by) ": " (form.required.join(", ")) "." }
                }
                None => p { b { (words.unknown_table) } },
            }
            (facts(table, language))
            @if asks {
                fieldset {
                    legend { (words.which_dates) " " (table.unclear_date.as_deref().unwrap_or_default()) "?" }
                    @for (order, name) in DateOrder::ALL.iter().zip(words.date_orders) {
                        label { input type="radio" name={ "dates-" (file) "-" (number) } value=(order.slug()) data-file=(file)
                            checked[options.dates == Some(*order)]; " " (name) }
                    }
                }
            }
            @if table.has_zoned_times {
                (zone_choice((file, number), options.zone.as_ref(), here, language))
            }
            @if let Some(look) = &table.look { (look_html(look, language)) }
            (rejected(table, language))
            (mapping_html((file, number), table, language))
            @if notes.len() > NOTES {
                details { summary { (words.notes) }
                    ul { @for note in &notes { li { (note) } } } }
            } @else {
                @for note in &notes { p.note { (note) } }
            }
            @if can_be_taken(table) {
                p { label.pick { input type="checkbox" name="take" value={ (file) "-" (number) } checked[!copy]; " " (words.take) } }
            } @else {
                p.note { (words.not_taken) }
            }
        }
    }
}

/// The choice of the zone whose days the posts of a file have.
fn zone_choice(
    (file, number): (usize, usize),
    chosen: Option<&Zone>,
    here: Option<&str>,
    language: Language,
) -> Markup {
    let words = language.own_phrases();
    let (id, chosen) = (format!("zone-{file}-{number}"), chosen.map_or("", Zone::name));
    let [platform, reader] = words.zones;
    html! {
        p { label for=(id) { (words.which_zone) } " "
            select id=(id) data-zone-of=(file) {
                option value="" selected[chosen.is_empty()] { (platform) }
                @if let Some(here) = here.filter(|here| *here != Zone::UTC) {
                    option value=(here) selected[chosen == here] { (reader) " (" (here) ")" }
                }
                option value=(Zone::UTC) selected[chosen == Zone::UTC] { (Zone::UTC) }
            }
        }
    }
}

/// What a table comes to.
fn facts(table: &TableReading, language: Language) -> Markup {
    let words = language.own_phrases();
    let grain = Grain::ALL.iter().position(|grain| *grain == table.grain).unwrap_or_default();
    html! {
        dl.facts {
            div { dt { (words.period) } dd {
                @match &table.period {
                    Some((from, to)) => (span_words(language, Some(from), Some(to))),
                    None => (words.no_period),
                }
            } }
            div { dt { (words.grains[grain]) } dd { (grouped(table.rows as f64)) } }
            @for (of, sum) in &table.sums {
                div { dt { (measure_words(*of, language)) } dd {
                    @let sum = *sum as f64;
                    (quantity_words(language, &if table.is_whole(*of) { Quantity::exactly(sum) } else { Quantity::AtLeast(sum) }))
                } }
            }
            @if let Some(reach) = table.reach {
                div { dt { (words.reach) } dd { (language.reach_words(reach.largest as f64, reach.sum as f64)) } }
            }
        }
    }
}

/// What is counted, in words.
pub(super) fn measure_words(measure: Measure, language: Language) -> &'static str {
    let at = Measure::ALL.iter().position(|known| *known == measure).unwrap_or_default();
    language.own_phrases().measures[at]
}

/// What could not be read of a table.
fn rejected(table: &TableReading, language: Language) -> Markup {
    let words = language.own_phrases();
    html! {
        @if table.rejected_rows > 0 {
            details open[table.rejected_rows <= SHOWN as u64] {
                summary { (words.rejected) ": " (grouped(table.rejected_rows as f64)) }
                ul { @for row in table.rejected.iter().take(SHOWN) {
                    li { (language.reading().line) " " (row.line)
                        @if !row.column.is_empty() { ", " (row.column) }
                        ": " (language.rejected(&row.because)) }
                } }
            }
        }
    }
}

/// What could not be read of all files, as CSV.
pub fn rejected_list(brought: &[Brought], language: Language) -> String {
    let tables = brought.iter().flat_map(|file| file.tables().iter().map(move |table| (file, table)));
    let rows = tables.flat_map(|(file, table)| {
        table.rejected.iter().map(move |row| {
            [
                file.name.clone(),
                table.table.clone(),
                row.line.to_string(),
                row.column.clone(),
                language.rejected(&row.because),
            ]
        })
    });
    write_list(language.own_phrases().rejected_columns, rows)
}
