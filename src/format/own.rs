//! The words of campaigns of one's own: how their figures are defined, and what stands on
//! the page where files are brought.

use super::{Language, english_own};
use crate::model::Date;

/// A definition under which an export's numbers stand. The id is that of the published
/// figures wherever these count the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnDefinition {
    /// Posts sent.
    Posts,
    /// Accounts that saw it, as a platform counts them.
    ReachOfAccounts,
    /// Reach of an unknown table.
    ReachUnstated,
    /// Times shown, as a platform counts them.
    ImpressionsServed,
    /// Impressions of an unknown table.
    ImpressionsUnstated,
    /// Meta's views: whatever was on a screen.
    ViewsDisplayed,
    /// Films that were played.
    ViewsOfVideos,
    /// Views of an unknown table.
    ViewsUnstated,
    /// What a platform adds up by its own rule.
    Interactions,
    /// Likes and other reactions.
    Likes,
    /// Comments and replies.
    Comments,
    /// Posts passed on.
    Shares,
    /// Posts kept.
    Saves,
    /// New followers.
    Followers,
    /// Clicks.
    Clicks,
}

crate::model::closed_set!(OwnDefinition, "definition", {
    Posts => "input.posts",
    ReachOfAccounts => "reach.accounts",
    ReachUnstated => "reach.unstated",
    ImpressionsServed => "impressions.served",
    ImpressionsUnstated => "impressions.unstated",
    ViewsDisplayed => "views.displayed",
    ViewsOfVideos => "views.video",
    ViewsUnstated => "views.unstated",
    Interactions => "engagement.interactions",
    Likes => "engagement.likes",
    Comments => "engagement.comments",
    Shares => "engagement.shares",
    Saves => "engagement.saves",
    Followers => "engagement.followers",
    Clicks => "response.clicks",
});

/// What one account gives to a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnPart<'a> {
    /// Whose it is.
    pub origin: &'a str,
    /// What it gives.
    pub sum: f64,
    /// How many posts or days it does not report.
    pub missing: u64,
    /// How many posts or days there are.
    pub rows: u64,
    /// How many rows could not be read.
    pub rejected: u64,
}

/// What is to be known of a figure from exports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnNote<'a> {
    /// What it is made of.
    pub parts: &'a [OwnPart<'a>],
    /// Whether it is reach, which is not added up.
    pub reach: bool,
    /// Whether whole accounts were counted, day by day.
    pub of_accounts: bool,
}

/// How far the reading of files has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadingProgress {
    /// Rows so far.
    pub rows: u64,
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all.
    pub of: u64,
    /// Seconds left, once they can be estimated.
    pub seconds_left: Option<u64>,
}

/// What an import has changed in one table's posts or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportChanges {
    /// Whether they are days, not posts.
    pub days: bool,
    /// How many were not there.
    pub new: usize,
    /// How many were there with other numbers.
    pub changed: usize,
    /// How many were there with the same numbers.
    pub same: usize,
    /// How many of the file are not of the part that was chosen.
    pub left_out: usize,
}

/// Posts of files that another campaign has than the one that they were brought to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundElsewhere<'a> {
    /// The name of that campaign.
    pub name: &'a str,
    /// How many were moved there before, stayed there, and were brought up to date.
    pub changed: usize,
    /// How many were moved there before, and stayed as they were.
    pub same: usize,
    /// How many are in both campaigns.
    pub shared: usize,
}

/// What taking in a campaign would do to those that are kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OwnArrival<'a> {
    /// None of them is it.
    New,
    /// One of them is it, and nothing changes.
    Same,
    /// One of them is it, and these of its posts and days change.
    Merged(&'a [ImportChanges]),
    /// One of them is it, and what is told of it is replaced.
    Replaced,
    /// The two are to stand side by side.
    Beside,
}

/// What a campaign of one's own holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnContent {
    /// How many posts.
    pub posts: usize,
    /// How many days of accounts.
    pub days: usize,
    /// How many figures that a data file tells.
    pub figures: usize,
}

/// The room that a browser gives to all that is kept for a site, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// What is taken.
    pub used: f64,
    /// What can be taken in all.
    pub of: f64,
}

/// The fixed phrases of the page where files are brought.
#[derive(Debug)]
pub struct OwnPhrases {
    /// Its heading.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// What becomes of the files.
    pub privacy: &'static str,
    /// Without scripts nothing can be read.
    pub no_script: &'static str,
    /// The reader of files could not be started.
    pub no_program: &'static str,
    /// Heading above the choice of files.
    pub bring: &'static str,
    /// Names the choice of files.
    pub choose: &'static str,
    /// Which files, and that they can be dropped.
    pub files_hint: &'static str,
    /// Ends the reading.
    pub cancel: &'static str,
    /// It was ended.
    pub cancelled: &'static str,
    /// The reading of a file broke down.
    pub broke_down: &'static str,
    /// A file broke down the program that reads it.
    pub damaged: &'static str,
    /// Heading above what was read.
    pub read: &'static str,
    /// Before the period, the numbers of posts, of days and of other rows, and reach.
    pub period: &'static str,
    /// A period that is not known.
    pub no_period: &'static str,
    /// What rows are: posts, days, other rows.
    pub grains: [&'static str; 3],
    /// Before reach.
    pub reach: &'static str,
    /// What each measure is called.
    pub measures: [&'static str; 12],
    /// Before the columns by which a table was recognised.
    pub recognised_by: &'static str,
    /// A table that is no known export.
    pub unknown_table: &'static str,
    /// Takes a table into the campaign.
    pub take: &'static str,
    /// A table that cannot be taken.
    pub not_taken: &'static str,
    /// Asks in which order dates are written.
    pub which_dates: &'static str,
    /// The answers: day first, month first.
    pub date_orders: [&'static str; 2],
    /// Opens what stands out in a table.
    pub first_look: &'static str,
    /// Asks of which zone the days are to be.
    pub which_zone: &'static str,
    /// The answers: that in which the file writes its times; before the name of the one in
    /// which the reader is.
    pub zones: [&'static str; 2],
    /// Opens what is to be known.
    pub notes: &'static str,
    /// Opens what was rejected.
    pub rejected: &'static str,
    /// Saves what was rejected.
    pub save_rejected: &'static str,
    /// The columns of that file: file, table, line, column, reason.
    pub rejected_columns: [&'static str; 5],
    /// Puts the files aside.
    pub put_aside: &'static str,
    /// They were put aside.
    pub aside: &'static str,
    /// Heading above the choice of a campaign.
    pub which_campaign: &'static str,
    /// Names the choice of a campaign.
    pub add_to: &'static str,
    /// The choice of a new one.
    pub new_campaign: &'static str,
    /// Names the field for the name of a new one.
    pub name: &'static str,
    /// What is said of that.
    pub name_hint: &'static str,
    /// The name is missing.
    pub name_missing: &'static str,
    /// A campaign of that name is there already.
    pub name_taken: &'static str,
    /// Something was saved to a file, whose name stands before.
    pub saved: &'static str,
    /// No table was chosen.
    pub nothing_chosen: &'static str,
    /// Opens the choice of a part of the files.
    pub only_part: &'static str,
    /// Names the first day of it.
    pub from_day: &'static str,
    /// Names the last day.
    pub to_day: &'static str,
    /// Names the hashtag.
    pub hashtag: &'static str,
    /// What is said of that choice.
    pub part_hint: &'static str,
    /// Nothing of the files is in that part.
    pub nothing_in_part: &'static str,
    /// It has to be said whose days some are.
    pub whose_unsaid: &'static str,
    /// The answer that they are of another account, before its name.
    pub whose_another: &'static str,
    /// Adds the tables to the campaign.
    pub add: &'static str,
    /// Heading above the campaigns.
    pub campaigns: &'static str,
    /// There is none.
    pub no_campaigns: &'static str,
    /// Leads to the overview.
    pub to_overview: &'static str,
    /// Saves the campaign as a data file.
    pub save_file: &'static str,
    /// Deletes the campaign.
    pub delete: &'static str,
    /// Brings back what was deleted.
    pub undo: &'static str,
    /// It was brought back.
    pub undone: &'static str,
    /// It cannot be brought back, since something else has changed.
    pub not_undone: &'static str,
    /// The campaign that was chosen is not kept any more.
    pub gone: &'static str,
    /// Nothing can be kept here.
    pub store_refused: &'static str,
    /// There is no room left.
    pub store_full: &'static str,
    /// A figure of whole accounts: what its unit is confined to.
    pub whole_account: &'static str,
    /// After the name of a campaign that stands beside another of its name: that it is
    /// made of figures only.
    pub of_figures: &'static str,
    /// That it is made of posts or days.
    pub of_posts: &'static str,
    /// Before what could not be read of a backup or a data file.
    pub left_out: &'static str,
    /// Takes a campaign of such a file.
    pub take_campaign: &'static str,
    /// Keeps the campaigns that were taken.
    pub keep_found: &'static str,
    /// No campaign was chosen.
    pub none_found_chosen: &'static str,
    /// What is said of a campaign that cannot be read, and of how to save it.
    pub broken: &'static str,
    /// Saves its bytes.
    pub save_broken: &'static str,
    /// Heading above what the browser keeps.
    pub keeping: &'static str,
    /// The browser has promised to keep it.
    pub lasting: &'static str,
    /// It has not.
    pub not_lasting: &'static str,
    /// Asks it to.
    pub ask_to_last: &'static str,
    /// It says yes.
    pub promised: &'static str,
    /// It says no.
    pub not_promised: &'static str,
    /// Saves everything.
    pub save_backup: &'static str,
    /// What is said of that.
    pub backup_hint: &'static str,
    /// What stands in a backup about itself.
    pub backup_about: &'static str,
    /// Asks to delete everything.
    pub delete_all: &'static str,
    /// Asks whether that is meant.
    pub delete_all_question: &'static str,
    /// What it means.
    pub delete_all_means: &'static str,
    /// Does it.
    pub delete_all_now: &'static str,
    /// Leaves everything.
    pub delete_nothing: &'static str,
    /// Everything was deleted.
    pub all_deleted: &'static str,
    /// Heading above what happens with one's data.
    pub privacy_notice: &'static str,
    /// What does.
    pub privacy_points: &'static [&'static str],
}

impl Language {
    /// The label of a definition, and what it counts.
    pub fn own_definition(self, definition: OwnDefinition) -> (&'static str, &'static str) {
        match self {
            Self::English => english_own::definition(definition),
        }
    }

    /// The title of the source of a campaign of one's own, imported that day.
    pub fn own_source(self, imported: Option<Date>) -> String {
        match self {
            Self::English => english_own::source(imported),
        }
    }

    /// What is to be known of a figure from exports.
    pub fn own_note(self, note: &OwnNote<'_>) -> String {
        match self {
            Self::English => english_own::note(note),
        }
    }

    /// How far reading has come.
    pub fn reading_progress(self, progress: ReadingProgress) -> String {
        match self {
            Self::English => english_own::progress(progress),
        }
    }

    /// What an import has changed.
    pub fn import_changes(self, name: &str, changes: &[ImportChanges]) -> String {
        match self {
            Self::English => english_own::changes(name, changes),
        }
    }

    /// Where days come from of which the account is known.
    pub fn origin_of_account(self, origin: &str, account: &str) -> String {
        match self {
            Self::English => english_own::origin_of_account(origin, account),
        }
    }

    /// That days from there were taken for those of the account of which there are some.
    pub fn supposed_days(self, origin: &str) -> String {
        match self {
            Self::English => english_own::supposed_days(origin),
        }
    }

    /// A table of this project's came without the metadata that this file has.
    pub fn metadata_missing(self, file: &str) -> String {
        match self {
            Self::English => english_own::metadata_missing(file),
        }
    }

    /// A table's metadata came without the table, which this file has.
    pub fn table_missing(self, file: &str) -> String {
        match self {
            Self::English => english_own::table_missing(file),
        }
    }

    /// Asks whose the days of a file are.
    pub fn whose_days(self, file: &str) -> String {
        match self {
            Self::English => english_own::whose_days(file),
        }
    }

    /// Why that is asked; `origin` is where they come from.
    pub fn whose_days_hint(self, origin: &str) -> String {
        match self {
            Self::English => english_own::whose_days_hint(origin),
        }
    }

    /// The answer that they are of an account of which there are days, if it has a name.
    pub fn whose_days_known(self, origin: &str, account: Option<&str>) -> String {
        match self {
            Self::English => english_own::whose_days_known(origin, account),
        }
    }

    /// That posts of files stand in another campaign.
    pub fn found_elsewhere(self, found: FoundElsewhere<'_>) -> String {
        match self {
            Self::English => english_own::elsewhere(found),
        }
    }

    /// What a campaign holds.
    pub fn own_content(self, content: OwnContent) -> String {
        match self {
            Self::English => english_own::content(content),
        }
    }

    /// What taking in a campaign would do to those that are kept.
    pub fn own_arrival(self, arrival: OwnArrival<'_>) -> String {
        match self {
            Self::English => english_own::arrival(arrival),
        }
    }

    /// What a backup, or another data file of the project's own, is.
    pub fn own_file(self, backup: bool, campaigns: usize) -> String {
        match self {
            Self::English => english_own::file(backup, campaigns),
        }
    }

    /// That campaigns of those names are kept now.
    pub fn own_kept(self, names: &[String]) -> String {
        match self {
            Self::English => english_own::kept(names),
        }
    }

    /// How much room what is kept takes.
    pub fn own_room(self, room: Room) -> String {
        match self {
            Self::English => english_own::room(room),
        }
    }

    /// On which day there was the most of something.
    pub fn busiest_day(self, what: &str, day: &str, sum: &str) -> String {
        match self {
            Self::English => english_own::busiest_day(what, day, sum),
        }
    }

    /// Before the so many posts with the most of something.
    pub fn best_posts(self, what: &str, count: usize) -> String {
        match self {
            Self::English => english_own::best_posts(what, count),
        }
    }

    /// That a data file is read since the address names it.
    pub fn named_file(self, path: &str) -> String {
        match self {
            Self::English => english_own::named_file(path),
        }
    }

    /// That a campaign was deleted.
    pub fn own_deleted(self, name: &str) -> String {
        match self {
            Self::English => english_own::deleted(name),
        }
    }

    /// The fixed phrases of the page where files are brought.
    pub const fn own_phrases(self) -> &'static OwnPhrases {
        match self {
            Self::English => &english_own::PHRASES,
        }
    }
}
