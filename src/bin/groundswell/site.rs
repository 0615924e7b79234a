//! The site step: everything in a built site that follows from its data, or from
//! other parts of the page, is written into `index.html`; and the text about the
//! figures beside it, since only who asks for it is to load it.
//!
//! `make build` runs it on what Trunk built; an administrator runs it again
//! after replacing a file in `data/`, without any other tool.

use crate::catalogued::{Catalogued, DataError};
use crate::page::{self, PageError, Policy};
use crate::png::{PngError, png};
use crate::style_sheet::{gallery_style_sheet, own_style_sheet, style_sheet};
use groundswell::chart::SpecOptions;
use groundswell::compare::{Choice, SourceScope};
use groundswell::data::{FETCH_SECONDS, fingerprint};
use groundswell::figure::{
    ABOUT, Content, DOCTOR, Embed, FIGURES, FigureFile, FigureOptions, OEMBED, OWN, OWN_CAMPAIGN,
    PictureSize, Published, SiteAddress, TAKEN_STYLES, Taken, about_html, doctor_html, element_style_sheet,
    embed_html, figure_style_sheet, gallery_html, oembed_json, own_campaign_html, own_html, page_html,
};
use groundswell::format::{Language, Sentence};
use groundswell::model::{Dataset, FigureName};
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The script that runs before the first paint, as it is read by people.
const BOOT: &str = include_str!("../../views/boot.js");

/// The script of a figure in a frame.
const EMBED: &str = include_str!("../../figure/embed.js");

/// The element for other pages, and what stands in it for its style sheet.
const ELEMENT: &str = include_str!("../../figure/element.js");
const STYLE_SHEET: &str = "STYLE_SHEET";

/// What plays the tones of charts.
const HEAR: &str = include_str!("../../figure/hear.js");

/// The script of the page from which figures are taken along, that of the page which
/// says whether a figure will show elsewhere, and what both begin with.
const GALLERY: &str = include_str!("../../figure/gallery.js");
const DOCTOR_SCRIPT: &str = include_str!("../../figure/doctor.js");
const SHARING: &str = include_str!("../../figure/sharing.js");

/// What the scripts of the pages of one's own data begin with; that of the page where
/// files are brought, that of a campaign's page, and that of their worker.
const OWN_ASKING: &str = include_str!("../../figure/own_asking.js");
const OWN_CAMPAIGN_SCRIPT: &str = include_str!("../../figure/own_campaign.js");
const OWN_SCRIPT: &str = include_str!("../../figure/own.js");
const OWN_WORKER: &str = include_str!("../../figure/own_worker.js");

/// The catalogue's name in the folder `data/`.
const CATALOGUE: &str = "index.json";

/// How what fetches the program begins and ends, and what fetches the script that starts it
/// (Trunk.toml, `pattern_preload`).
const FETCHES_PROGRAM: (&str, &str) = ("<script>program=fetch(", "</script>");
const FETCHES_SCRIPT: (&str, &str) = ("<link rel=\"modulepreload\"", ">");

/// A site that cannot be renewed.
#[derive(Debug)]
pub enum SiteError {
    /// A file that cannot be read or written.
    File { path: PathBuf, error: io::Error },
    /// A catalogue that is not understood.
    Catalogue { path: PathBuf, error: serde_json::Error },
    /// A data set in a file that is not in the folder of the catalogue.
    Elsewhere { catalogue: PathBuf, file: String },
    /// Data that the page's own reading refuses.
    Data(DataError),
    /// A picture without pixels.
    Png(PngError),
    /// A page without the marks it needs.
    Page { path: PathBuf, error: PageError },
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Catalogue { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Elsewhere { catalogue, file } => write!(
                f,
                "{}: the file \u{201c}{file}\u{201d} is to be a plain name, of a file in the same folder",
                catalogue.display()
            ),
            Self::Data(error) => error.fmt(f),
            Self::Png(error) => error.fmt(f),
            Self::Page { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for SiteError {}

impl From<DataError> for SiteError {
    fn from(error: DataError) -> Self {
        Self::Data(error)
    }
}

/// Renews the static parts of the site in that folder. Where its address is known,
/// others can discover its figures.
pub fn render(site: &Path, address: Option<&SiteAddress>) -> Result<(), SiteError> {
    let path = site.join("index.html");
    let data = ShippedData::read(&site.join("data"))?;
    // The browser hashes inline texts after making every line end in one character.
    let page = String::from_utf8_lossy(&read(&path)?).replace("\r\n", "\n");
    let catalogue = Catalogued::read(&site.join("data").join(CATALOGUE), SourceScope::Published)?;
    let language = Language::default();
    let body = page_html(&catalogue.dataset, language);
    let renewed =
        renewed(&page, &data, &body).map_err(|error| SiteError::Page { path: path.clone(), error })?;
    replace(path, renewed.as_bytes())?;
    render_figures((site, address), &catalogue.dataset, &data.fingerprint(), language)?;
    render_own(&site.join(OWN), language)?;
    replace(site.join(ABOUT), about_html(language).as_bytes())
}

/// Writes a page with the policy that is to hold in it.
fn put_page(path: PathBuf, page: &str, policy: Policy) -> Result<(), SiteError> {
    let page = with_policy(page, policy).map_err(|error| SiteError::Page { path: path.clone(), error })?;
    replace(path, page.as_bytes())
}

/// Writes the page where files are brought, and that of a campaign made of them.
fn render_own(folder: &Path, language: Language) -> Result<(), SiteError> {
    std::fs::create_dir_all(folder).map_err(|error| SiteError::File { path: folder.to_owned(), error })?;
    let css = own_style_sheet();
    let script = |own: &str| without_comments(&[OWN_ASKING, own].concat());
    let page = |name: &str, page: &str| put_page(folder.join(name), page, Policy::Own);
    page("index.html", &own_html(language, (&css, &script(OWN_SCRIPT))))?;
    page(OWN_CAMPAIGN, &own_campaign_html(language, (&css, &script(OWN_CAMPAIGN_SCRIPT))))?;
    replace(folder.join("worker.js"), without_comments(OWN_WORKER).as_bytes())
}

/// Writes what stands elsewhere: for each figure a page of its own, to be shown in
/// frames, and its files; and the page from which they are taken along.
fn render_figures(
    (site, address): (&Path, Option<&SiteAddress>),
    dataset: &Dataset,
    hash: &str,
    language: Language,
) -> Result<(), SiteError> {
    let folder = site.join(FIGURES);
    std::fs::create_dir_all(&folder).map_err(|error| SiteError::File { path: folder.clone(), error })?;
    let page = |name: String, page: &str| {
        let policy = match &*name {
            // This one tries whether a frame shows anything.
            DOCTOR => Policy::OwnAndFrames,
            "index.html" => Policy::Own,
            _ => Policy::WithoutOrigin,
        };
        put_page(folder.join(name), page, policy)
    };
    let options = FigureOptions {
        spec: SpecOptions { language, ..SpecOptions::default() },
        ..FigureOptions::default()
    };
    let (css, choice) = (figure_style_sheet(), Choice::default());
    let (embed, gallery) = (without_comments(EMBED), without_comments(&[SHARING, GALLERY].concat()));
    for &name in FigureName::ALL {
        let slug = name.slug();
        let taken = Taken { dataset, choice: &choice, name, options, css: &css };
        let published =
            address.map(|site| Published { site, picture: taken.picture(PictureSize::READY).size });
        let embed = Embed { script: &embed, home: "../index.html", published };
        page(format!("{slug}.html"), &embed_html(dataset, &choice, name, options, &css, embed))?;
        let answer = folder.join(format!("{slug}{OEMBED}"));
        match published {
            Some(published) => {
                replace(answer, oembed_json(dataset, &choice, name, options, published).as_bytes())?
            }
            None => remove(answer)?,
        }
        for &file in FigureFile::ALL {
            replace(folder.join(file.name(name)), &bytes_of(taken.content(file))?)?;
        }
    }
    replace(folder.join(TAKEN_STYLES), css.as_bytes())?;
    replace(folder.join("hear.js"), without_comments(HEAR).as_bytes())?;
    replace(folder.join("element.js"), element_script().as_bytes())?;
    let (styles, doctor) = (gallery_style_sheet(), without_comments(&[SHARING, DOCTOR_SCRIPT].concat()));
    page(DOCTOR.to_owned(), &doctor_html(language, address, (&styles, &doctor)))?;
    page("index.html".to_owned(), &gallery_html(dataset, language, hash, (&styles, &gallery)))
}

/// A figure's file, as bytes.
fn bytes_of(content: Content) -> Result<Vec<u8>, SiteError> {
    match content {
        Content::Text(text) => Ok(text.into_bytes()),
        Content::Picture(picture) => png(&picture).map_err(SiteError::Png),
    }
}

/// Writes a file beside and moves it, so that a server never sends half of one.
fn replace(path: PathBuf, content: &[u8]) -> Result<(), SiteError> {
    let beside = path.with_added_extension("new");
    std::fs::write(&beside, content)
        .and_then(|()| std::fs::rename(&beside, &path))
        .map_err(|error| SiteError::File { path, error })
}

/// Removes a file, if it is there.
fn remove(path: PathBuf) -> Result<(), SiteError> {
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(SiteError::File { path, error }),
        _ => Ok(()),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    std::fs::read(path).map_err(|error| SiteError::File { path: path.to_owned(), error })
}

/// The page with every static region filled. The policy comes last: it is made
/// from what the others hold.
fn renewed(page: &str, data: &ShippedData, body: &str) -> Result<String, PageError> {
    let (page, script) = page::take_out(page, FETCHES_SCRIPT).unwrap_or((page.to_owned(), String::new()));
    let page = with_program_first(&page)?;
    let page = page::fill(&page, "boot", &html! { script { (PreEscaped(boot())) } }.into_string())?;
    let page = page::fill(&page, "style", &html! { style { (PreEscaped(style_sheet())) } }.into_string())?;
    let page = page::fill(&page, "head", &page::in_ascii(&head(data).into_string()))?;
    let page = page::fill(&page, "page", &page::in_ascii(body))?;
    let page = page::fill(&page, "data", &[script, asks(data).into_string()].concat())?;
    with_policy(&page, Policy::Own)
}

/// The page with its policy, which follows from everything else in it.
fn with_policy(page: &str, policy: Policy) -> Result<String, PageError> {
    let policy = page::policy(page, policy)?;
    let policy = html! { meta http-equiv="Content-Security-Policy" content=(PreEscaped(policy)); };
    page::fill(page, "policy", &policy.into_string())
}

/// The page with what fetches the program moved to its start: Trunk puts it at the
/// head's end, and the program is what is waited for longest. Once it is moved, it stays.
fn with_program_first(page: &str) -> Result<String, PageError> {
    match page::take_out(page, FETCHES_PROGRAM) {
        Some((rest, fetches)) => page::fill(&rest, "program", &fetches),
        None => Ok(page.to_owned()),
    }
}

/// The element's script: one file, with its style sheet.
fn element_script() -> String {
    let css = serde_json::json!(element_style_sheet()).to_string();
    without_comments(ELEMENT).replacen(STYLE_SHEET, &css, 1)
}

/// The boot script, as the browser gets it.
fn boot() -> String {
    without_comments(BOOT)
}

/// A script without its comments and indentation.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What the page's head says about the data: which data the static parts were made of.
fn head(data: &ShippedData) -> Markup {
    let language = Language::default();
    let page = language.phrases().overview_title.to_owned();
    html! {
        title { (language.say(&Sentence::PageTitle { page })) }
        meta name="groundswell-data" content={ (data.updated) " " (data.fingerprint()) };
    }
}

/// A script that asks for the data before the program does, so that its start costs no second
/// round trip; once the first figure is read, which is to be seen before. (Not links that
/// preload: WebKit never gives to the program what such a link got, and would ask for
/// everything twice.)
fn asks(data: &ShippedData) -> Markup {
    html! { script { (PreEscaped(asking(data))) } }
}

/// Asks for the files of the data, and defines what `browser::fetch` calls: that
/// gives each answer once. What fails is told by whoever takes it. An answer is
/// there when all of it is, so that the time it may take is its own, however long
/// the program is on its way. And defines by what the page's program has others loaded, once
/// they are needed: what makes a table readable (`browser::fetch`), what draws the figures that
/// set campaigns beside each other (`browser::drawing`), and what plays tones (`browser::walk`).
fn asking(data: &ShippedData) -> String {
    let files: Vec<String> = data.files.iter().map(|(name, _)| format!("data/{name}")).collect();
    // A JSON text is a literal of the script; its "<" would be read as HTML first.
    let files = serde_json::json!(files).to_string().replace('<', "\\u003c");
    [
        "{const answers={};for(const file of",
        &files,
        "){answers[file]=fetch(file,{signal:AbortSignal.timeout(",
        &(1000 * FETCH_SECONDS).to_string(),
        ")})\
         .then(async answer=>new Response(await answer.text(),answer));answers[file].catch(()=>{})}",
        "asked=file=>{const answer=answers[file];delete answers[file];return answer}}",
        "groundswellTable=async(...texts)=>{const program=await import(\"./",
        FIGURES,
        "/sharing/sharing.js\");await program.default();return program.table(...texts)};\
         {let tries=0;groundswellDrawing=async()=>{const program=await import(\"./",
        FIGURES,
        // What failed once would be remembered to have failed.
        "/figures.js\"+(tries++?\"?\"+tries:\"\"));await program.default();return program}}\
         groundswellHear=async(marks,heard)=>{if(marks.length||groundswellHear.program)\
         (await(groundswellHear.program??=import(\"./",
        FIGURES,
        "/hear.js\"))).play(marks,heard)}",
    ]
    .concat()
}

/// The data that is loaded when the page starts.
struct ShippedData {
    /// The catalogue's date.
    updated: String,
    /// Names and bytes: the catalogue, then each collection loaded at the start,
    /// in the catalogue's order.
    files: Vec<(String, Vec<u8>)>,
}

/// As much of a catalogue as decides what is loaded.
#[derive(Deserialize)]
struct Catalogue {
    updated: String,
    datasets: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    file: String,
    load: String,
}

impl ShippedData {
    /// Reads it from the site's folder `data/`.
    fn read(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join(CATALOGUE);
        let bytes = read(&path)?;
        let catalogue: Catalogue = serde_json::from_slice(&bytes)
            .map_err(|error| SiteError::Catalogue { path: path.clone(), error })?;
        let mut files = vec![(CATALOGUE.to_owned(), bytes)];
        for Listed { file, load } in catalogue.datasets {
            if Path::new(&file).file_name() != Some(file.as_ref()) {
                return Err(SiteError::Elsewhere { catalogue: path, file });
            }
            if load == "at-start" {
                let bytes = read(&folder.join(&file))?;
                files.push((file, bytes));
            }
        }
        Ok(Self { updated: catalogue.updated, files })
    }

    /// The fingerprint of all bytes, file after file, as the program takes it too.
    fn fingerprint(&self) -> String {
        fingerprint(self.files.iter().map(|(_, bytes)| &bytes[..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Inline;
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};

    /// The page as it stands in the sources, and what Trunk puts into it.
    fn built_page() -> String {
        let page = include_str!("../../../index.html");
        let page = page.replace(
            "</head>",
            "<link rel=\"modulepreload\" href=\"./app.js\"><script>program=fetch(\"./app.wasm\")</script></head>",
        );
        page.replace(
            "</body>",
            "<script type=\"module\">import(\"./app.js\").then(app=>app.default())</script></body>",
        )
    }

    const BODY: &str =
        "<main>the first figure\u{2019}s<!-- static:data --><!-- /static:data --> others</main>";

    fn data() -> ShippedData {
        let files = [("index.json", "{}"), ("toolkit.json", "[]")];
        ShippedData {
            updated: "2026-11-22".into(),
            files: files.map(|(name, text)| (name.into(), text.into())).into(),
        }
    }

    #[test]
    fn renewing_twice_changes_nothing() {
        let once = renewed(&built_page(), &data(), BODY).unwrap();
        assert_eq!(renewed(&once, &data(), BODY).as_ref(), Ok(&once));
    }

    #[test]
    fn other_data_replaces_the_static_parts() {
        let other = ShippedData { updated: "2027-01-01".into(), ..data() };
        let (first, second) =
            (renewed(&built_page(), &data(), BODY).unwrap(), renewed(&built_page(), &other, BODY).unwrap());
        assert_ne!(first, second);
        assert_eq!(renewed(&first, &other, BODY), Ok(second));
    }

    #[test]
    fn the_policy_allows_each_inline_text_and_no_more() {
        let page = renewed(&built_page(), &data(), BODY).unwrap();
        let inline = Inline::of(&page).unwrap();
        assert_eq!(
            (inline.scripts.len(), inline.styles.len()),
            (4, 1),
            "program, boot, data and loader; one style sheet"
        );
        for text in inline.scripts.iter().chain(&inline.styles) {
            let hash = BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
            assert!(page.contains(&format!("'sha256-{hash}'")), "{text}");
        }
        assert_eq!(page.matches("'sha256-").count(), 5);
        assert!(!page.contains("unsafe-inline"));
    }

    #[test]
    fn the_policy_stands_before_everything_it_governs() {
        let page = renewed(&built_page(), &data(), BODY).unwrap();
        let policy = page.find("<meta http-equiv").unwrap();
        for governed in ["<script", "<style", "<link"] {
            assert!(policy < page.find(governed).unwrap(), "{governed}");
        }
        let charset = page.find("<meta charset").unwrap();
        assert!(charset < 1024, "a browser looks for it in the first 1,024 bytes only");
    }

    #[test]
    fn what_starts_with_the_page_is_fetched_at_once() {
        let (head, asks) = (head(&data()).into_string(), asks(&data()).into_string());
        assert!(asks.contains("of[\"data/index.json\",\"data/toolkit.json\"]"), "{asks}");
        let fingerprint = fingerprint([&b"{}[]"[..]]);
        assert!(head.contains(&format!("content=\"2026-11-22 {fingerprint}\"")), "{head}");
    }

    #[test]
    fn the_program_is_fetched_first() {
        let page = renewed(&built_page(), &data(), BODY).unwrap();
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
        assert!(at("program=fetch(") < at("<style>") && at("program=fetch(") < at("data/index.json"));
        assert_eq!(page.matches("program=fetch(").count(), 1);
        assert_eq!(page.matches("rel=\"modulepreload\"").count(), 1);
    }

    #[test]
    fn what_the_first_figure_does_not_need_is_asked_for_behind_it() {
        let page = renewed(&built_page(), &data(), BODY).unwrap();
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
        let (figure, rest) = (at("the first figure&#8217;s"), at("others</main>"));
        for asked in ["data/index.json", "rel=\"modulepreload\""] {
            assert!(figure < at(asked) && at(asked) < rest, "{asked}");
        }
    }

    #[test]
    fn a_page_without_marks_is_refused() {
        let error = renewed("<!DOCTYPE html><title>x</title>", &data(), BODY).unwrap_err();
        assert!(error.to_string().contains("<!-- static:boot -->"), "{error}");
    }

    #[test]
    fn a_data_set_stands_beside_its_catalogue() {
        let folder = std::env::temp_dir().join(format!("groundswell-site-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for file in ["../secret.json", "/etc/hostname", "..", ""] {
            let catalogue = format!(r#"{{"updated":"","datasets":[{{"file":"{file}","load":"at-start"}}]}}"#);
            std::fs::write(folder.join(CATALOGUE), catalogue).unwrap();
            let read = ShippedData::read(&folder);
            assert!(matches!(read, Err(SiteError::Elsewhere { .. })), "{file}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_boot_script_is_small() {
        let boot = boot();
        assert!(boot.len() <= 1024, "{} bytes", boot.len());
        assert!(!boot.contains("//"));
        assert!(!boot.contains("</"));
    }
}
