//! The query of a link to the dashboard, and of the address of a figure.

#![no_main]

use groundswell::format::Language;
use groundswell::state::{DashboardState, FigureAddress};
use groundswell_fuzz::bounded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let query = String::from_utf8_lossy(bytes);
        let (state, notices) = DashboardState::from_query(&query);
        notices.iter().for_each(|notice| assert!(!notice.tell(Language::English).is_empty()));
        assert_eq!(DashboardState::from_query(&state.to_query()), (state, Vec::new()));
        let (address, notices) = FigureAddress::from_query(&query);
        notices.iter().for_each(|notice| assert!(!notice.tell(Language::English).is_empty()));
        let shown = address.state.to_query();
        assert_eq!(DashboardState::from_query(&shown), (address.state, Vec::new()));
    });
});
