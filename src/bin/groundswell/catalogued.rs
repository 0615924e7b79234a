//! The data behind a catalogue's file, read by the same code as in the page.

use groundswell::compare::SourceScope;
use groundswell::data::{
    Fault, Part, Unreadable, UnreadableCause, join, read_catalogue, read_collection, read_extract,
};
use groundswell::model::{Dataset, FigureName, Loading};
use std::fmt;
use std::path::{Path, PathBuf};

/// A file that cannot be used at all.
#[derive(Debug)]
pub enum DataError {
    /// It cannot be opened.
    File { path: PathBuf, error: std::io::Error },
    /// It is no data file.
    Unreadable(Unreadable),
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DataError {}

/// What a catalogue's files hold.
#[derive(Debug)]
pub struct Catalogued {
    /// The records without a fault.
    pub dataset: Dataset,
    /// Of which figure it was taken along, and with what choice, where it was.
    pub taken: Option<(FigureName, String)>,
}

impl Catalogued {
    /// Reads a catalogue and the collections that a choice of sources counts; or an
    /// extract, which holds all of its own. Records with a fault are left out and
    /// named on standard error.
    ///
    /// # Errors
    /// When one of the files cannot be opened or is no data file.
    pub fn read(path: &Path, scope: SourceScope) -> Result<Self, DataError> {
        let name = |path: &Path| path.display().to_string();
        let text = |path: &Path| {
            let bytes =
                std::fs::read(path).map_err(|error| DataError::File { path: path.to_owned(), error })?;
            Ok::<_, DataError>(String::from_utf8_lossy(&bytes).into_owned())
        };
        let content = text(path)?;
        let catalogue = match read_catalogue(&name(path), &content) {
            Ok(catalogue) => catalogue,
            Err(no_catalogue) => {
                return match read_extract(&name(path), &content) {
                    Ok((extract, faults)) => {
                        let taken = Some((extract.figure, extract.query));
                        Ok(Self { taken, ..Self::told(extract.dataset, &faults) })
                    }
                    // Of a file that says to be neither, it is said what was expected first.
                    Err(Unreadable { cause: UnreadableCause::WrongFormat { .. }, .. }) => {
                        Err(DataError::Unreadable(no_catalogue))
                    }
                    Err(no_extract) => Err(DataError::Unreadable(no_extract)),
                };
            }
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut parts: Vec<Part> = Vec::new();
        for (at, collection) in catalogue.collections.iter().enumerate() {
            if collection.loading == Loading::AtStart || scope == SourceScope::Further {
                let path = folder.join(&collection.file);
                parts.push(read_collection(&name(&path), &text(&path)?, at).map_err(DataError::Unreadable)?);
            }
        }
        let (dataset, faults) = join(&catalogue, parts);
        Ok(Self::told(dataset, &faults))
    }

    fn told(dataset: Dataset, faults: &[Fault]) -> Self {
        for fault in faults {
            eprintln!("groundswell: {fault}");
        }
        Self { dataset, taken: None }
    }
}
