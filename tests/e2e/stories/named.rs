//! A data file that the address names: a team publishes its campaigns to an intranet by
//! copying a file, and gives a link.

use super::words;
use crate::page::{Page, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use groundswell::compare::{Choice, Selection, extract};
use groundswell::data::{Extract, Library, NamedText, read_catalogue, write_table};
use groundswell::format::Language;
use groundswell::model::{FigureName, Loading};

const FILE: &str = "teams/ours.json";

/// One campaign of a team, with a figure under a published definition.
const OURS: &str = r#"{"format":"groundswell-dataset","version":1,"id":"our-trust","title":"Our trust",
    "definitions":[],
    "sources":[{"id":"our-report","title":"Our report of 2026","kind":"organiser"}],
    "campaigns":[{"id":"our-week","name":"Our week of pledges"}],
    "observations":[{"campaign":"our-week","definition":"participation.pledges","comparator":">",
        "value":7000,"stated_to":1000,"unit":"pledges","basis":"total","period":"2026",
        "wording":"more than 7,000 pledges","source":"our-report"}]}"#;

fn offers(page: &Page) {
    page.site.expects_request(FILE);
    page.site.answer(FILE, Answer::Text(OURS.to_owned()));
}

fn labels(page: &Page) -> String {
    page.labels("participation").join("\n")
}

fn its_campaigns_stand_beside_the_published_ones(page: &Page) {
    offers(page);
    page.open("?data=teams%2Fours.json");
    page.says("Campaigns of \u{201c}teams/ours.json\u{201d} stand here too");
    assert!(labels(page).contains("Our week of pledges, 2026: more than 7,000 pledges"), "{}", labels(page));
    assert!(labels(page).contains("NHS Change Day"), "{}", labels(page));
    // Its own page, with who says so; and the file stays named on the way.
    page.open("?view=campaigns&data=teams%2Fours.json");
    page.follow("Our week of pledges");
    page.says("Our report of 2026");
    page.query_becomes("?campaign=our-week&data=teams%2Fours.json");
    // A link without it shows the published ones only.
    page.open("");
    assert!(!labels(page).contains("Our week"), "{}", labels(page));
}

fn a_figure_elsewhere_shows_them_too(page: &Page) {
    offers(page);
    page.visit(&format!("{}figure/participation.html?data=teams%2Fours.json", page.site.address()));
    page.says("Our week of pledges");
    page.says("more than 7,000");
}

/// What was taken along as a table is read with its metadata beside it.
fn a_table_is_read_with_its_metadata(page: &Page) {
    // The team's own campaign, as the page hands it out.
    offers(page);
    let dataset = |file: &str| page.site.file(&format!("data/{file}"));
    let catalogue = read_catalogue("index.json", &dataset("index.json")).expect("a catalogue");
    let mut library = Library::new(Language::English);
    library.take_in("index.json".to_owned(), Ok(dataset("index.json")));
    for collection in catalogue.collections.iter().filter(|known| known.loading == Loading::AtStart) {
        library.take_in(collection.file.clone(), Ok(dataset(&collection.file)));
    }
    library.take_in_named(Some(FILE), Ok(NamedText { text: OURS.to_owned(), told: Vec::new() }));
    let (dataset, _) = library.dataset();
    let choice = Choice { selection: Selection::Only(vec!["our-week".to_owned()]), ..Choice::default() };
    let extract = Extract {
        figure: FigureName::Participation,
        query: String::new(),
        dataset: extract(&dataset, &choice, FigureName::Participation),
    };
    let table = write_table(&extract, "ours.csv", "Our week", Language::English);
    for (name, text) in [("teams/ours.csv", table.csv), ("teams/ours.csv-metadata.json", table.metadata)] {
        page.site.expects_request(name);
        page.site.answer(name, Answer::Text(text));
    }
    page.open("?data=teams%2Fours.csv");
    page.says("Campaigns of \u{201c}teams/ours.csv\u{201d} stand here too");
    page.until("nothing else to be told", || {
        page.texts_of("return [...document.querySelectorAll('.notices .notice')].map(n => n.textContent)")
            .len()
            == 1
    });
    assert!(labels(page).contains("Our week of pledges, 2026: more than 7,000 pledges"), "{}", labels(page));
    // Without the metadata it cannot be read, and that is said.
    page.site.answer("teams/ours.csv-metadata.json", Answer::Status(404));
    page.go("?data=teams%2Fours.csv");
    page.says("teams/ours.csv-metadata.json was not found on the server.");
}

fn what_cannot_be_read_is_told(page: &Page) {
    page.site.answer(FILE, Answer::Status(404));
    page.go("?data=teams%2Fours.json");
    page.says("teams/ours.json was not found on the server.");
    offers(page);
    page.press_button(words().try_again);
    page.until("the campaign to be there", || labels(page).contains("Our week of pledges"));
    page.site.answer(FILE, Answer::Text("Campaign,Value\na,1\n".to_owned()));
    page.go("?data=teams%2Fours.json");
    page.says("is not JSON");
    assert!(labels(page).contains("NHS Change Day"), "the rest is shown");
    page.go("?data=https%3A%2F%2Felsewhere.example%2Fa.json");
    page.says("the path of a file of this site");
    let asked = page.site.requests();
    assert!(!asked.iter().any(|request| request.contains("elsewhere")), "{asked:?}");
    assert!(!squeezed(&page.visible_text()).contains("stand here too"));
}

stories! {
    AnyEngine a_table_is_read_with_its_metadata,
    AnyEngine its_campaigns_stand_beside_the_published_ones,
    AnyEngine a_figure_elsewhere_shows_them_too,
    AnyEngine what_cannot_be_read_is_told,
}
