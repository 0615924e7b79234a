//! What machines that look for data sets are told of the figures: a schema.org
//! `Dataset` (<https://schema.org/Dataset>) as JSON-LD.

use super::taken::FigureFile;
use crate::format::Language;
use crate::model::{Dataset, FigureName};
use serde_json::{Value, json};

/// The text of the script element. Addresses are relative to the page it is in.
pub(super) fn linked_data(dataset: &Dataset, language: Language, hash: &str) -> String {
    let words = language.sharing();
    let files = |name: &FigureName| -> Vec<Value> {
        let kinds = [FigureFile::Table, FigureFile::Data, FigureFile::Picture, FigureFile::Drawing];
        let file = |file: FigureFile| {
            let (address, kind) = (file.name(*name), file.media_type());
            json!({ "@type": "DataDownload", "name": language.subtitle(*name), "contentUrl": address, "encodingFormat": kind })
        };
        kinds.into_iter().map(file).collect()
    };
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": dataset.title,
        "description": words.described_for_machines,
        "inLanguage": language.slug(),
        "isAccessibleForFree": true,
        "version": hash,
        "variableMeasured": FigureName::ALL.iter().map(|name| language.subtitle(*name)).collect::<Vec<_>>(),
        "citation": dataset.sources.iter().filter_map(|source| source.url.as_deref()).collect::<Vec<_>>(),
        "distribution": FigureName::ALL.iter().flat_map(files).collect::<Vec<_>>(),
    });
    if !dataset.updated.is_empty() {
        data["dateModified"] = json!(dataset.updated);
    }
    // What is JSON is a text of the page: its "<" would be read as HTML first.
    data.to_string().replace('<', "\\u003c")
}
