//! The command line, read strictly: what is not understood is an error.

use groundswell::chart::ScaleKind;
use groundswell::compare::{Selection, SourceScope, Terms, measured};
use groundswell::figure::{AddressError, SiteAddress, WIDTHS};
use groundswell::model::UnknownSlug;
use groundswell::posts::{DateOrder, Zone};
use groundswell::state::Theme;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::fmt;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
groundswell: renders figures of health campaigns on social media

  groundswell render --site FOLDER [--base-url URL]
      Renews all static parts of a built site, after a data file in its folder
      data/ was replaced. With the address at which the site will be, others
      (WordPress, messengers) can show a figure when they are given the address
      of its page; without it they no longer can.

  groundswell render --data FILE --figure NAME --format FORMAT -o FILE
                     [--campaigns ID,ID...] [--scale log|linear]
                     [--sources toolkit|published|further] [--rows all]
                     [--action METRIC] [--attention METRIC] [--accept CAVEAT,...]
                     [--against ID]
                     [--theme light|dark|high-contrast]
                     [--width PIXELS] [--density 1|2|3|4] [--slide]
      Draws one figure to one file without script (svg, html), as pixels
      (png), or writes what it shows (json; csv, with FILE-metadata.json beside it). --data is a
      catalogue (data/index.json), or a file that this wrote as json.

  groundswell check FILE... [--json] [--dates dmy|mdy] [--zone NAME]
      Tells what is in exports of X, Facebook, Instagram, LinkedIn, YouTube,
      TikTok, Mastodon, Bluesky and others (CSV, XLSX, XLS, ZIP, JSON), and in
      Groundswell's own JSON and CSV: for each table what it was recognised as
      and why, what its columns were read as, the period, what was rejected and
      why, and the sums. --dates says what 3/4/2026 is where a file does not;
      --zone Europe/London makes days of times those of that zone.
      Exits with 0 when everything was read, 1 when something was rejected, and
      2 when a file could not be read at all.

  groundswell --help | --version
";

/// What the program is asked to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Say how the program is used.
    Help,
    /// Say which version this is.
    Version,
    /// Renew the static parts of the built site in a folder.
    RenderSite {
        /// The folder that holds `index.html` and `data/`.
        folder: PathBuf,
        /// Where the site will be, if that is known.
        address: Option<SiteAddress>,
    },
    /// Draw one figure to a file.
    RenderFigure(FigureRequest),
    /// Tell what is in data files.
    Check(CheckRequest),
}

/// Files to be read, as it was asked for.
#[derive(Debug, PartialEq)]
pub struct CheckRequest {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whether a program reads what is printed.
    pub json: bool,
    /// The order of day and month, where a file does not show it.
    pub dates: Option<DateOrder>,
    /// The zone whose days are wanted.
    pub zone: Option<Zone>,
}

/// One figure, as it was asked for.
#[derive(Debug, PartialEq)]
pub struct FigureRequest {
    /// The catalogue to read.
    pub data: PathBuf,
    /// The figure's stable name.
    pub figure: String,
    /// The campaigns to show.
    pub campaigns: Selection,
    /// How its axis maps numbers to places.
    pub scale: ScaleKind,
    /// Which collections count.
    pub sources: SourceScope,
    /// On what terms campaigns are set beside each other.
    pub terms: Terms,
    /// Whether every row is shown, or what is seen at a glance.
    pub every_row: bool,
    /// The kind of file.
    pub format: Format,
    /// Of pixels: the theme's slug, the width the figure is laid out for, pixels for
    /// each of them, and whether it is a slide.
    pub theme: Theme,
    pub width: u32,
    pub density: u32,
    pub slide: bool,
    /// The file to write.
    pub output: PathBuf,
}

/// The kinds of file a figure can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The drawing alone.
    Svg,
    /// The figure with its words, as a page.
    Html,
    /// Pixels, with its description.
    Png,
    /// What it shows, as an extract.
    Json,
    /// What it shows, as a table with metadata beside it.
    Csv,
}

/// The formats by their names.
const FORMATS: [(&str, Format); 5] = [
    ("svg", Format::Svg),
    ("html", Format::Html),
    ("png", Format::Png),
    ("json", Format::Json),
    ("csv", Format::Csv),
];

/// A command line that is not understood.
#[derive(Debug)]
pub enum ArgumentError {
    /// An option that is unknown, lacks its value, or a word out of place.
    Syntax(lexopt::Error),
    /// No command, or one there is not.
    UnknownCommand(String),
    /// An option's value that is none of a closed set.
    UnknownValue(UnknownSlug),
    /// What the command cannot do without.
    Missing(&'static str),
    /// A number that is none, or not within what is possible.
    NotWithin { option: &'static str, range: RangeInclusive<u32>, found: String },
    /// An option that only a picture of pixels has.
    OnlyForPng(&'static str),
    /// `--site` beside an option for one figure.
    SiteAndFigure(&'static str),
    /// An address at which no site can be.
    Address(AddressError),
    /// The address of a site, without a site.
    AddressWithoutSite,
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "{error}")?,
            Self::UnknownCommand(found) if found.is_empty() => write!(f, "which command?")?,
            Self::UnknownCommand(found) => write!(f, "there is no command \u{201c}{found}\u{201d}")?,
            Self::UnknownValue(error) => write!(f, "{error}")?,
            Self::NotWithin { option, range, found } => write!(
                f,
                "\u{201c}{found}\u{201d} is nothing for {option}; expected a whole number from {} to {}",
                range.start(),
                range.end()
            )?,
            Self::OnlyForPng(option) => write!(f, "{option} is for --format png only")?,
            Self::Missing(option) => write!(f, "{option} is missing")?,
            Self::SiteAndFigure(option) => {
                write!(f, "{option} is for a single figure, and --site renews a whole site")?;
            }
            Self::Address(error) => write!(f, "--base-url: {error}")?,
            Self::AddressWithoutSite => write!(f, "--base-url is for --site only")?,
        }
        write!(f, " (groundswell --help says how it is used)")
    }
}

impl std::error::Error for ArgumentError {}

impl From<lexopt::Error> for ArgumentError {
    fn from(error: lexopt::Error) -> Self {
        Self::Syntax(error)
    }
}

impl From<UnknownSlug> for ArgumentError {
    fn from(error: UnknownSlug) -> Self {
        Self::UnknownValue(error)
    }
}

impl From<AddressError> for ArgumentError {
    fn from(error: AddressError) -> Self {
        Self::Address(error)
    }
}

impl Command {
    /// Reads the arguments that follow the program's name.
    pub fn from_arguments(
        arguments: impl IntoIterator<Item = OsString, IntoIter: 'static>,
    ) -> Result<Self, ArgumentError> {
        let mut parser = lexopt::Parser::from_args(arguments);
        match parser.next()? {
            Some(Long("help") | Short('h')) => Ok(Self::Help),
            Some(Long("version") | Short('V')) => Ok(Self::Version),
            Some(Value(name)) if name == "render" => Self::render(&mut parser),
            Some(Value(name)) if name == "check" => Self::check(&mut parser),
            Some(Value(name)) => Err(ArgumentError::UnknownCommand(name.to_string_lossy().into_owned())),
            Some(option) => Err(option.unexpected().into()),
            None => Err(ArgumentError::UnknownCommand(String::new())),
        }
    }

    fn check(parser: &mut lexopt::Parser) -> Result<Self, ArgumentError> {
        let (mut files, mut json, mut dates, mut zone) = (Vec::new(), false, None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Value(file) => files.push(PathBuf::from(file)),
                Long("json") => json = true,
                Long("dates") => dates = Some(parser.value()?.string()?.parse::<DateOrder>()?),
                Long("zone") => zone = Some(parser.value()?.string()?.parse::<Zone>()?),
                Long("help") | Short('h') => return Ok(Self::Help),
                other => return Err(other.unexpected().into()),
            }
        }
        if files.is_empty() {
            return Err(ArgumentError::Missing("the FILE to check"));
        }
        Ok(Self::Check(CheckRequest { files, json, dates, zone }))
    }

    fn render(parser: &mut lexopt::Parser) -> Result<Self, ArgumentError> {
        let (mut site, mut address) = (None, None);
        let (mut data, mut figure, mut format, mut output) = (None, None, None, None);
        let (mut campaigns, mut scale, mut sources) = (None, None, None);
        let mut terms = Terms::default();
        let (mut every_row, mut theme, mut width, mut density, mut slide) = (None, None, None, None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("site") => site = Some(PathBuf::from(parser.value()?)),
                Long("base-url") => address = Some(parser.value()?.string()?.parse::<SiteAddress>()?),
                Long("data") => data = Some(PathBuf::from(parser.value()?)),
                Long("figure") => figure = Some(parser.value()?.string()?),
                Long("campaigns") => campaigns = Some(selection(&parser.value()?.string()?)),
                Long("scale") => scale = Some(parser.value()?.string()?.parse::<ScaleKind>()?),
                Long("sources") => sources = Some(parser.value()?.string()?.parse::<SourceScope>()?),
                Long("action") => terms.action = measured(&parser.value()?.string()?)?,
                Long("attention") => terms.attention = measured(&parser.value()?.string()?)?,
                Long("accept") => {
                    for caveat in parser.value()?.string()?.split(',') {
                        terms.accept_also(caveat.trim().parse()?);
                    }
                }
                Long("against") => terms.yardstick = Some(parser.value()?.string()?),
                Long("rows") => every_row = Some(rows(&parser.value()?.string()?)?),
                Long("theme") => theme = Some(parser.value()?.string()?.parse::<Theme>()?),
                Long("width") => width = Some(within("--width", WIDTHS, &parser.value()?.string()?)?),
                Long("density") => density = Some(within("--density", 1..=4, &parser.value()?.string()?)?),
                Long("slide") => slide = Some(true),
                Long("format") => format = Some(file_format(&parser.value()?.string()?)?),
                Short('o') | Long("output") => output = Some(PathBuf::from(parser.value()?)),
                Long("help") | Short('h') => return Ok(Self::Help),
                other => return Err(other.unexpected().into()),
            }
        }
        let of_pixels = [
            ("--theme", theme.is_some()),
            ("--width", width.is_some()),
            ("--density", density.is_some()),
            ("--slide", slide.is_some()),
        ];
        let of_a_figure = [
            ("--data", data.is_some()),
            ("--figure", figure.is_some()),
            ("--campaigns", campaigns.is_some()),
            ("--scale", scale.is_some()),
            ("--sources", sources.is_some()),
            ("--rows", every_row.is_some()),
            ("--action, --attention, --accept or --against", terms != Terms::default()),
            ("--format", format.is_some()),
            ("-o", output.is_some()),
        ];
        let given = |options: &[(&'static str, bool)]| {
            options.iter().find(|(_, given)| *given).map(|(option, _)| *option)
        };
        let wants_pixels = given(&of_pixels);
        let for_a_figure = given(&of_a_figure).or(wants_pixels);
        match site {
            Some(folder) => match for_a_figure {
                Some(option) => Err(ArgumentError::SiteAndFigure(option)),
                None => Ok(Self::RenderSite { folder, address }),
            },
            None if address.is_some() => Err(ArgumentError::AddressWithoutSite),
            None if for_a_figure.is_none() => Err(ArgumentError::Missing("--site, or --data,")),
            None => match (wants_pixels, format) {
                (Some(option), Some(format)) if format != Format::Png => {
                    Err(ArgumentError::OnlyForPng(option))
                }
                _ => Ok(Self::RenderFigure(FigureRequest {
                    data: data.ok_or(ArgumentError::Missing("--data"))?,
                    figure: figure.ok_or(ArgumentError::Missing("--figure"))?,
                    campaigns: campaigns.unwrap_or_default(),
                    scale: scale.unwrap_or_default(),
                    sources: sources.unwrap_or_default(),
                    terms,
                    every_row: every_row.unwrap_or_default(),
                    theme: theme.unwrap_or(Theme::Light),
                    width: width.unwrap_or(960),
                    density: density.unwrap_or(2),
                    slide: slide.unwrap_or_default(),
                    format: format.ok_or(ArgumentError::Missing("--format"))?,
                    output: output.ok_or(ArgumentError::Missing("-o"))?,
                })),
            },
        }
    }
}

fn selection(list: &str) -> Selection {
    Selection::Only(list.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect())
}

fn rows(text: &str) -> Result<bool, UnknownSlug> {
    match text {
        "all" => Ok(true),
        "first" => Ok(false),
        _ => {
            Err(UnknownSlug { set: "choice of rows", found: text.to_owned(), expected: vec!["first", "all"] })
        }
    }
}

fn within(option: &'static str, range: RangeInclusive<u32>, text: &str) -> Result<u32, ArgumentError> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| ArgumentError::NotWithin { option, range, found: text.to_owned() })
}

fn file_format(text: &str) -> Result<Format, UnknownSlug> {
    let found = FORMATS.into_iter().find(|(name, _)| *name == text);
    found.map(|(_, format)| format).ok_or_else(|| UnknownSlug {
        set: "format",
        found: text.to_owned(),
        expected: FORMATS.map(|(name, _)| name).to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use groundswell::compare::Caveat;
    use groundswell::model::Metric;

    fn read(line: &str) -> Result<Command, String> {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        Command::from_arguments(words).map_err(|error| error.to_string())
    }

    #[test]
    fn a_site_is_named_by_its_folder() {
        let command = Command::RenderSite { folder: "dist".into(), address: None };
        assert_eq!(read("render --site dist"), Ok(command));
    }

    #[test]
    fn a_site_may_have_an_address() {
        for line in [
            "render --site dist --base-url https://intranet.example/groundswell/",
            "render --base-url https://intranet.example/groundswell --site dist",
        ] {
            let Ok(Command::RenderSite { address: Some(address), .. }) = read(line) else { panic!("{line}") };
            assert_eq!(address.as_str(), "https://intranet.example/groundswell/");
        }
    }

    #[test]
    fn files_are_checked() {
        let request = CheckRequest {
            files: vec!["a.csv".into(), "b.zip".into()],
            json: true,
            dates: Some(DateOrder::DayFirst),
            zone: Some("Europe/London".parse().unwrap()),
        };
        assert_eq!(
            read("check a.csv --json --dates dmy --zone europe/london b.zip"),
            Ok(Command::Check(request))
        );
        assert!(read("check --json").unwrap_err().contains("FILE"));
        assert!(read("check a.csv --dates ymd").unwrap_err().contains("dmy"));
        assert!(read("check a.csv --zone London").unwrap_err().contains("Europe/London"));
    }

    #[test]
    fn a_figure_has_defaults() {
        let request = FigureRequest {
            data: "index.json".into(),
            figure: "reach".into(),
            campaigns: Selection::All,
            scale: ScaleKind::Log,
            sources: SourceScope::Published,
            terms: Terms::default(),
            every_row: false,
            theme: Theme::Light,
            width: 960,
            density: 2,
            slide: false,
            format: Format::Svg,
            output: "reach.svg".into(),
        };
        assert_eq!(
            read("render --data index.json --figure reach --format svg -o reach.svg"),
            Ok(Command::RenderFigure(request))
        );
    }

    #[test]
    fn every_choice_is_read() {
        let line =
            "render --data d --figure f --campaigns a,b --scale linear --sources toolkit --format html -o o";
        let Ok(Command::RenderFigure(request)) = read(line) else { panic!("{line}") };
        assert_eq!(request.campaigns, Selection::Only(vec!["a".into(), "b".into()]));
        assert_eq!((request.scale, request.sources), (ScaleKind::Linear, SourceScope::Toolkit));
        let line = "render --data d --figure attention --format html -o o --action response --attention reach --accept doubtful,other-period --against x";
        let Ok(Command::RenderFigure(request)) = read(line) else { panic!("{line}") };
        let terms = Terms {
            action: Metric::Response,
            attention: Metric::Reach,
            accepted: vec![Caveat::OtherPeriod, Caveat::Doubtful],
            yardstick: Some("x".into()),
        };
        assert_eq!(request.terms, terms);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (line, words) in [
            ("", "which command?"),
            ("draw", "there is no command \u{201c}draw\u{201d}"),
            ("render", "--site, or --data, is missing"),
            ("render --data d --format svg -o o", "--figure is missing"),
            ("render --site d --scale log", "--scale is for a single figure, and --site renews a whole site"),
            ("render --site d --rows all", "--rows is for a single figure"),
            ("render --site d --width 300", "--width is for a single figure"),
            (
                "render --data d --scale tenfold",
                "\u{201c}tenfold\u{201d} is no scale; expected one of: log, linear",
            ),
            (
                "render --data d --action target",
                "\u{201c}target\u{201d} is no metric that can be set per another",
            ),
            (
                "render --data d --accept all",
                "\u{201c}all\u{201d} is no caveat of a rate; expected one of: unstated, not-within",
            ),
            ("render --colour red", "invalid option '--colour'"),
            (
                "render --width 20",
                "\u{201c}20\u{201d} is nothing for --width; expected a whole number from 240 to 1600",
            ),
            ("render --density x", "\u{201c}x\u{201d} is nothing for --density"),
            ("render --rows some", "\u{201c}some\u{201d} is no choice of rows; expected one of: first, all"),
            (
                "render --site d --base-url intranet.example",
                "--base-url: \u{201c}intranet.example\u{201d} is no address of a site: it begins with neither http:// nor https://",
            ),
            (
                "render --site d --base-url https://user@intranet.example/",
                "--base-url: \u{201c}https://user@intranet.example/\u{201d} is no address of a site: what follows the //",
            ),
            (
                "render --site d --base-url https://intranet.example/index.html",
                "--base-url: \u{201c}https://intranet.example/index.html\u{201d} is no address of a site: it is the address of the folder",
            ),
            ("render --site d --base-url", "missing argument for option '--base-url'"),
            (
                "render --data d --figure f --format svg -o o --base-url https://intranet.example/",
                "--base-url is for --site only",
            ),
            ("render --base-url https://intranet.example/", "--base-url is for --site only"),
            ("render --data d --figure f --format svg --slide -o o", "--slide is for --format png only"),
        ] {
            let said = read(line).unwrap_err();
            assert!(said.starts_with(words), "{line}: {said}");
        }
    }
}
