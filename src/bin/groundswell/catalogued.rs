//! The data behind a catalogue's file, read by the same code as in the page.

use groundswell::compare::SourceScope;
use groundswell::data::{Part, Unreadable, join, read_catalogue, read_collection};
use groundswell::model::{Dataset, Loading};
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
}

impl Catalogued {
    /// Reads a catalogue and the collections that a choice of sources counts.
    /// Records with a fault are left out and named on standard error.
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
        let catalogue = read_catalogue(&name(path), &text(path)?).map_err(DataError::Unreadable)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut parts: Vec<Part> = Vec::new();
        for (at, collection) in catalogue.collections.iter().enumerate() {
            if collection.loading == Loading::AtStart || scope == SourceScope::Further {
                let path = folder.join(&collection.file);
                parts.push(read_collection(&name(&path), &text(&path)?, at).map_err(DataError::Unreadable)?);
            }
        }
        let (dataset, faults) = join(&catalogue, parts);
        for fault in &faults {
            eprintln!("groundswell: {fault}");
        }
        Ok(Self { dataset })
    }
}
