//! The state's form in a link: the query of the address.
//!
//! | parameter   | values                                  | when it is left out |
//! |-------------|-----------------------------------------|---------------------|
//! | `view`      | `campaigns`, `about`                    | the overview        |
//! | `campaign`  | an id: that campaign's page             |                     |
//! | `sources`   | `toolkit`, `further`                    | `published`         |
//! | `scale`     | `linear`                                | `log`               |
//! | `campaigns` | ids with commas between; empty for none | all                 |
//! | `platform`, `stage`, `aim`, `country`, `year`, `hashtag`, `source` | what is recorded of a campaign; empty: nothing is | anything |
//! | `open`      | figures that are closed at first        | all closed          |
//! | `all`       | figures whose every row is shown        | the first rows      |
//! | `sort`      | `figure.column`, or with `.reversed`    | as a figure has it |
//! | `action`    | a metric: what is set per `attention`   | `participation`     |
//! | `attention` | a metric: what it is set per            | `impressions`       |
//! | `accept`    | what the reader minds of rates          | nothing             |
//! | `against`   | an id: the campaign beside which others stand | the first     |
//! | `data`      | the path of a data file of this site    | no further file     |
//!
//! Old links stay readable: a parameter or value once written is read forever.

use super::dashboard::{DashboardState, View};
use super::notice::LinkNotice;
use crate::chart::ScaleKind;
use crate::compare::{Selection, Sorting, SourceScope, Terms, Wanted, measured};
use crate::model::{Facet, FigureName, FigureNames};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The parameters in the order in which they are written.
const PARAMETERS: [&str; 20] = [
    "view",
    "campaign",
    "sources",
    "scale",
    "campaigns",
    "platform",
    "stage",
    "aim",
    "country",
    "year",
    "hashtag",
    "source",
    "open",
    "all",
    "sort",
    "action",
    "attention",
    "accept",
    "against",
    "data",
];

/// What the path of a data file may be, for those whose link has another.
const A_PATH: &str = "the path of a file of this site from here, such as data/our-trust.json";

/// What the order of a table may be.
const AN_ORDER: &str = "a figure and a column, such as reach.when or reach.figure.reversed";

/// What every part of a link may have as it is (RFC 3986, section 2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl DashboardState {
    /// The query that shows this state, without the question mark: values other
    /// than the default only, always in the same order. Empty for the default.
    pub fn to_query(&self) -> String {
        // Each by its name, so that none that is added is left out.
        let Self { view, sources, scale, campaigns, filter, open, expanded, sorted, terms, data } = self;
        let mut query = String::new();
        let mut write = |parameter: &str, values: &[&str]| {
            query.push_str(if query.is_empty() { "" } else { "&" });
            query.push_str(parameter);
            for (index, value) in values.iter().enumerate() {
                query.push(if index == 0 { '=' } else { ',' });
                query.extend(utf8_percent_encode(value, ESCAPED));
            }
            query.push_str(if values.is_empty() { "=" } else { "" });
        };
        match view {
            View::Overview => {}
            View::Campaigns => write("view", &["campaigns"]),
            View::About => write("view", &["about"]),
            View::Campaign(id) => write("campaign", &[id]),
        }
        if *sources != SourceScope::default() {
            write("sources", &[sources.slug()]);
        }
        if *scale != ScaleKind::default() {
            write("scale", &[scale.slug()]);
        }
        if let Selection::Only(ids) = campaigns {
            write("campaigns", &ids.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for (facet, wanted) in filter.all() {
            let value = if let Wanted::Value(value) = wanted { &value[..] } else { "" };
            write(facet.slug(), &[value]);
        }
        for (parameter, names) in [("open", *open), ("all", *expanded)] {
            if !names.is_empty() {
                write(parameter, &names.iter().map(FigureName::slug).collect::<Vec<_>>());
            }
        }
        if !sorted.is_empty() {
            let written = |(name, Sorting { column, reversed }): &(FigureName, Sorting)| {
                let way = if *reversed { ".reversed" } else { "" };
                format!("{}.{}{way}", name.slug(), column.slug())
            };
            let sorted: Vec<String> = sorted.iter().map(written).collect();
            write("sort", &sorted.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let Terms { action, attention, accepted, yardstick } = terms;
        let default = Terms::default();
        if *action != default.action {
            write("action", &[action.slug()]);
        }
        if *attention != default.attention {
            write("attention", &[attention.slug()]);
        }
        if !accepted.is_empty() {
            write("accept", &accepted.iter().map(|caveat| caveat.slug()).collect::<Vec<_>>());
        }
        if let Some(id) = yardstick {
            write("against", &[id]);
        }
        if let Some(path) = data {
            write("data", &[path]);
        }
        query
    }

    /// The state that a query (with or without its question mark) asks for, and
    /// a notice of every part of it that could not be followed.
    pub fn from_query(query: &str) -> (Self, Vec<LinkNotice>) {
        let mut state = Self::default();
        let mut notices = Vec::new();
        let mut seen = Vec::new();
        let mut campaign = None;
        for part in query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) = (decoded(name), decoded(value));
            let Some(parameter) = PARAMETERS.into_iter().find(|known| *known == name) else {
                if !is_added_by_tools(&name) {
                    notices.push(LinkNotice::UnknownParameter(name));
                }
                continue;
            };
            if seen.contains(&parameter) {
                notices.push(LinkNotice::Repeated(parameter));
            }
            seen.push(parameter);
            let mut unknown = |found: &str, expected: &[&'static str]| {
                let (found, expected) = (found.to_owned(), expected.to_vec());
                notices.push(LinkNotice::UnknownValue { parameter, found, expected });
            };
            match parameter {
                "view" => match value.as_str() {
                    "overview" => state.view = View::Overview,
                    "campaigns" => state.view = View::Campaigns,
                    "about" => state.view = View::About,
                    _ => unknown(&value, &["overview", "campaigns", "about"]),
                },
                "campaign" if value.is_empty() => notices.push(LinkNotice::NoCampaignNamed { parameter }),
                "campaign" => campaign = Some(value),
                "sources" => match value.parse() {
                    Ok(sources) => state.sources = sources,
                    Err(wrong) => unknown(&wrong.found, &wrong.expected),
                },
                "scale" => match value.parse() {
                    Ok(scale) => state.scale = scale,
                    Err(wrong) => unknown(&wrong.found, &wrong.expected),
                },
                "campaigns" => {
                    let mut ids: Vec<String> = Vec::new();
                    for id in listed(&value) {
                        if !ids.iter().any(|known| known == id) {
                            ids.push(id.to_owned());
                        }
                    }
                    state.campaigns = Selection::Only(ids);
                }
                "open" => state.open = figures(&value, Self::OPENABLE, &mut unknown),
                "all" => state.expanded = figures(&value, FigureName::ALL, &mut unknown),
                // Of what is repeated the last counts, and nothing of what was there before.
                "sort" => {
                    state.sorted.clear();
                    for order in listed(&value) {
                        match sorting(order) {
                            Some((name, sorting)) => state.sort_as(name, Some(sorting)),
                            None => unknown(order, &[AN_ORDER]),
                        }
                    }
                }
                "action" => match measured(&value) {
                    Ok(metric) => state.terms.action = metric,
                    Err(wrong) => unknown(&wrong.found, &wrong.expected),
                },
                "attention" => match measured(&value) {
                    Ok(metric) => state.terms.attention = metric,
                    Err(wrong) => unknown(&wrong.found, &wrong.expected),
                },
                "accept" => {
                    state.terms.accepted.clear();
                    for slug in listed(&value) {
                        match slug.parse() {
                            Ok(caveat) => state.terms.accept_also(caveat),
                            Err(wrong) => unknown(&wrong.found, &wrong.expected),
                        }
                    }
                }
                "against" if value.is_empty() => notices.push(LinkNotice::NoCampaignNamed { parameter }),
                "against" => state.terms.yardstick = Some(value),
                "data" if is_path(&value) => state.data = Some(value),
                "data" => unknown(&value, &[A_PATH]),
                other => match other.parse::<Facet>() {
                    Ok(facet) if value.is_empty() => state.filter.set(facet, Wanted::Unrecorded),
                    Ok(facet) => state.filter.set(facet, Wanted::Value(value)),
                    Err(_) => debug_assert!(false, "the parameter {other} is known and means nothing"),
                },
            }
        }
        // One campaign's page, whatever else the link says of the view.
        if let Some(id) = campaign {
            state.view = View::Campaign(id);
        }
        (state, notices)
    }
}

/// Whether a text can only be the path of a file of the same site, from the page's folder:
/// no address of another site, no other scheme, nothing that is not sent.
fn is_path(text: &str) -> bool {
    let plain = |letter: char| !letter.is_control() && !matches!(letter, '\\' | ':' | '?' | '#');
    !text.is_empty() && !text.starts_with('/') && text.chars().all(plain)
}

/// Text as a browser's forms write it; what is no proper escape stays as it is.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The values between commas. Some tools escape the commas of a link: a list is
/// taken apart after decoding, and no id has a comma in it.
fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|value| !value.is_empty())
}

fn figures(
    value: &str,
    possible: &[FigureName],
    unknown: &mut dyn FnMut(&str, &[&'static str]),
) -> FigureNames {
    let mut names = FigureNames::default();
    for slug in listed(value) {
        match possible.iter().find(|name| name.slug() == slug) {
            Some(name) => names.set(*name, true),
            None => unknown(slug, &possible.iter().map(|name| name.slug()).collect::<Vec<_>>()),
        }
    }
    names
}

/// The order of a figure's table.
fn sorting(text: &str) -> Option<(FigureName, Sorting)> {
    let mut parts = text.split('.');
    let (name, column) = (parts.next()?.parse::<FigureName>().ok()?, parts.next()?.parse().ok()?);
    let reversed = match parts.next() {
        None => false,
        Some("reversed") => true,
        Some(_) => return None,
    };
    let known = name.metric().is_some() && parts.next().is_none();
    known.then_some((name, Sorting { column, reversed }))
}

/// Parameters that networks and newsletters add to links to follow readers.
/// They are not for this page, which does not follow anybody.
fn is_added_by_tools(name: &str) -> bool {
    name.starts_with("utm_")
        || ["fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid"].contains(&name)
}
