//! A figure as it is taken along: as files, of which each says what was chosen.

use super::html::FigureOptions;
use super::picture::{Picture, PictureSize, picture};
use super::standalone::{Kept, standalone_html, standalone_svg};
use crate::compare::{Choice, extract};
use crate::data::{Extract, Table, fingerprint, write_extract, write_table};
use crate::model::{Dataset, FigureName};

/// The files of a figure: the end of the name after its slug, and which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFile {
    /// Pixels.
    Picture,
    /// Pixels of a slide.
    Slide,
    /// SVG.
    Drawing,
    /// One HTML file that needs no other.
    Document,
    /// CSV.
    Table,
    /// The metadata of the CSV.
    TableMetadata,
    /// An extract.
    Data,
}

crate::model::closed_set!(FigureFile, "file of a figure", {
    Picture => ".png", Slide => "-slide.png", Drawing => ".svg", Document => "-document.html",
    Table => ".csv", TableMetadata => ".csv-metadata.json", Data => ".json",
});

impl FigureFile {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Picture | Self::Slide => "image/png",
            Self::Drawing => "image/svg+xml",
            Self::Document => "text/html",
            Self::Table => "text/csv",
            Self::TableMetadata | Self::Data => "application/json",
        }
    }

    /// The file's name for the figure of that name.
    pub fn name(self, name: FigureName) -> String {
        format!("{}{}", name.slug(), self.slug())
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text(String),
    /// A picture, whose pixels are still to be made.
    Picture(Picture),
}

/// A figure of a choice, from which files are made.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// What is compared.
    pub choice: &'a Choice,
    /// Whose figure it is.
    pub name: FigureName,
    /// How it is drawn; its query says what was chosen.
    pub options: FigureOptions<'a>,
    /// The minified style sheet of figures.
    pub css: &'a str,
}

impl Taken<'_> {
    /// What a file holds, called as it is beside the figure's page.
    pub fn content(&self, file: FigureFile) -> Content {
        let table = || self.table(&FigureFile::Table.name(self.name));
        Content::Text(match file {
            FigureFile::Picture => return Content::Picture(self.picture(PictureSize::READY)),
            FigureFile::Slide => {
                return Content::Picture(self.picture(PictureSize { slide: true, ..PictureSize::READY }));
            }
            FigureFile::Drawing => self.drawing(),
            FigureFile::Document => self.document(),
            FigureFile::Table => table().csv,
            FigureFile::TableMetadata => table().metadata,
            FigureFile::Data => self.data(),
        })
    }

    /// The figure as a picture of that size.
    pub fn picture(&self, size: PictureSize<'_>) -> Picture {
        picture(self.dataset, self.choice, self.name, self.options, size, self.css)
    }

    /// The figure as SVG.
    pub fn drawing(&self) -> String {
        standalone_svg(self.dataset, self.choice, self.name, self.options, self.css)
    }

    /// The figure as one HTML file, which holds the data that it shows.
    pub fn document(&self) -> String {
        let data = self.data();
        let kept = Kept { hash: &fingerprint([data.as_bytes()]), data: &data };
        standalone_html(self.dataset, self.choice, self.name, self.options, self.css, kept)
    }

    /// The data that the figure shows.
    pub fn data(&self) -> String {
        write_extract(&self.extract())
    }

    /// The same as a table, which will have that name.
    pub fn table(&self, name: &str) -> Table {
        let headline = super::figure(self.dataset, self.choice, self.name, self.options).headline;
        write_table(&self.extract(), name, &headline, self.options.spec.language)
    }

    fn extract(&self) -> Extract {
        Extract {
            figure: self.name,
            query: self.options.query.to_owned(),
            dataset: extract(self.dataset, self.choice, self.name),
        }
    }
}
