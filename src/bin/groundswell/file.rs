//! One figure as a file: without script, or as the data that it shows.

use crate::args::{FigureRequest, Format};
use crate::catalogued::{Catalogued, DataError};
use crate::png::{PngError, png};
use groundswell::compare::Selection;
use groundswell::figure::{FigureOptions, PictureSize, Taken, figure_style_sheet};
use groundswell::format::Language;
use groundswell::model::{FigureName, UnknownSlug};
use groundswell::state::DashboardState;
use std::fmt;
use std::path::PathBuf;

/// A figure that cannot be drawn.
#[derive(Debug)]
pub enum FigureError {
    /// Its data cannot be used.
    Data(DataError),
    /// There is no figure of that name.
    UnknownFigure(UnknownSlug),
    /// The data is that of another figure.
    OtherFigure(FigureName),
    /// The data has no campaign of these ids.
    UnknownCampaigns(Vec<String>),
    /// It has no pixels.
    Png(PngError),
    /// The file cannot be written.
    Write { path: PathBuf, error: std::io::Error },
}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => error.fmt(f),
            Self::UnknownFigure(error) => error.fmt(f),
            Self::OtherFigure(of) => {
                let of = of.slug();
                write!(
                    f,
                    "the data was taken along from the figure {of}, and holds nothing else: ask for {of}"
                )
            }
            Self::UnknownCampaigns(ids) => {
                write!(f, "the data has no campaign \u{201c}{}\u{201d}", ids.join("\u{201d}, \u{201c}"))
            }
            Self::Png(error) => error.fmt(f),
            Self::Write { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for FigureError {}

impl From<DataError> for FigureError {
    fn from(error: DataError) -> Self {
        Self::Data(error)
    }
}

/// Draws the figure that was asked for.
///
/// # Errors
/// When the data cannot be used, figure or campaigns are unknown, or the file
/// cannot be written.
pub fn render(request: FigureRequest) -> Result<(), FigureError> {
    let name: FigureName = request.figure.parse().map_err(FigureError::UnknownFigure)?;
    let Catalogued { dataset, taken } = Catalogued::read(&request.data, request.sources)?;
    if let Some((of, _)) = taken.as_ref().filter(|(of, _)| *of != name) {
        return Err(FigureError::OtherFigure(*of));
    }
    if let Selection::Only(ids) = &request.campaigns {
        let unknown: Vec<String> = ids.iter().filter(|id| dataset.campaign(id).is_none()).cloned().collect();
        if !unknown.is_empty() {
            return Err(FigureError::UnknownCampaigns(unknown));
        }
    }
    if let Some(id) = request.terms.yardstick.as_ref().filter(|id| dataset.campaign(id).is_none()) {
        return Err(FigureError::UnknownCampaigns(vec![id.clone()]));
    }
    let mut state = DashboardState {
        sources: request.sources,
        scale: request.scale,
        campaigns: request.campaigns,
        terms: request.terms,
        ..DashboardState::default()
    };
    state.expanded.set(name, request.every_row);
    // What was taken along is what it was, unless something else is asked for.
    if let Some((_, query)) = taken.filter(|_| state == DashboardState::default()) {
        state = DashboardState::from_query(&query).0;
    }
    let choice = state.choice(&dataset);
    let spec = state.spec_options(name, Language::English);
    let options = FigureOptions { spec, ..FigureOptions::default() };
    let (query, css) = (state.to_query(), figure_style_sheet());
    let options = FigureOptions { query: &query, ..options };
    let taken = Taken { dataset: &dataset, choice: &choice, name, options, css: &css };
    let text = match request.format {
        Format::Svg => taken.drawing(),
        Format::Html => taken.document(),
        Format::Png => {
            let FigureRequest { width, density, slide, theme, output, .. } = request;
            let size = PictureSize { width, density, slide, theme: theme.slug() };
            let pixels = png(&taken.picture(size)).map_err(FigureError::Png)?;
            return std::fs::write(&output, pixels)
                .map_err(|error| FigureError::Write { path: output, error });
        }
        Format::Json => taken.data(),
        Format::Csv => {
            let file_name = request.output.file_name().unwrap_or_default().to_string_lossy();
            let table = taken.table(&file_name);
            let beside = format!("{}-metadata.json", request.output.display());
            write(PathBuf::from(beside), &table.metadata)?;
            table.csv
        }
    };
    write(request.output, &text)
}

fn write(path: PathBuf, text: &str) -> Result<(), FigureError> {
    std::fs::write(&path, text).map_err(|error| FigureError::Write { path, error })
}
