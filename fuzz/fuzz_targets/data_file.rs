//! Data files of the project's own: a data set or an extract, as another team sends it.

#![no_main]

use groundswell::data::{read_data_file, read_extract, write_collection, write_extract};
use groundswell::format::Language;
use groundswell::model::Date;
use groundswell::own::OwnCampaign;
use groundswell_fuzz::{are_the_same, bounded, campaign_holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| holds(&String::from_utf8_lossy(bytes)));
});

fn holds(text: &str) {
    match read_data_file("data.json", text) {
        Err(unreadable) => assert!(!unreadable.tell(Language::English).is_empty()),
        Ok((dataset, faults)) => {
            faults.iter().for_each(|fault| assert!(!fault.tell(Language::English).is_empty()));
            let today = Date::of_day(2026, 7, 1).expect("it is in the calendar");
            for campaign in OwnCampaign::of_dataset(&dataset, Language::English, today) {
                campaign_holds(&campaign);
            }
            // A file does not say what the catalogue calls it.
            let mut dataset = dataset;
            dataset.collections.iter_mut().for_each(|one| one.title = "A title".to_owned());
            // Only the first is written, with all that belongs to none.
            if dataset.collections.len() == 1
                && dataset.collections[0].loaded
                && !dataset.collections[0].id.is_empty()
            {
                let (again, faults) =
                    read_data_file("data.json", &write_collection(&dataset)).expect("it was written here");
                assert_eq!(faults, []);
                are_the_same(&again.observations, &dataset.observations);
                assert_eq!(
                    (again.campaigns, again.sources, again.definitions, again.gaps),
                    (dataset.campaigns, dataset.sources, dataset.definitions, dataset.gaps)
                );
            }
        }
    }
    if let Ok((extract, faults)) = read_extract("extract.json", text)
        && faults.is_empty()
    {
        let again = read_extract("extract.json", &write_extract(&extract));
        assert_eq!(again, Ok((extract, Vec::new())));
    }
}
