//! A chart with its words, as HTML: headline, description, chart, key, notes,
//! table and sources. The same text serves the live page, the static page that
//! stands before the program arrives, and a file without script.
//!
//! maud escapes every value: text from data is text, never markup.

mod about;
mod attention;
mod beside;
mod calendar;
mod campaign;
mod campaigns;
mod chosen;
mod content;
mod controls;
mod description;
mod doctor;
mod embedding;
mod evidence;
mod gallery;
mod head;
mod headline;
mod html;
mod key;
mod ladder;
mod linked_data;
mod matrix;
mod multiples;
mod notices;
mod oembed;
mod of_metric;
mod over_time;
mod own_campaign_page;
mod own_campaigns;
mod own_files;
mod own_form;
mod own_look;
mod own_mapping;
mod own_page;
mod own_telling;
mod page;
mod part;
mod picture;
mod picture_style;
mod picture_words;
mod reading_list;
mod site_address;
mod snippet;
mod standalone;
mod style_sheet;
mod table;
mod taken;
mod theme;
mod years;

pub use about::{ABOUT, about_html};
pub use campaign::campaign_html;
pub use campaigns::campaigns_html;
pub use chosen::{NowShown, chosen, now_showing, overview_title, rows_shown};
pub use content::headline;
pub use controls::{Controls, Panel, campaigns_found, controls_html};
pub use doctor::{DOCTOR, diagnosis_html, doctor_html};
pub use embedding::{Address, Discovery, Embedding, HostKind, Origin, Sent, findings};
pub use gallery::{FIGURES, Sharing, TAKEN_STYLES, gallery_html, gallery_lead, shared_html};
pub use html::{Figure, FigureOptions, Parts, Standing, Undrawn, figure, metric_figure, undrawn_html};
pub use matrix::matrix_html;
pub use notices::{Notice, notices_html, notices_of_data};
pub use oembed::{OEMBED, Published, oembed_json};
pub use over_time::{aligned_html, aligned_list, over_time_html, over_time_list, unaligned_words};
pub use own_campaign_page::{
    BY_DAY, OWN_CAMPAIGN, OwnPage, countable_key, moving_form_html, notice_html, own_campaign_html,
    own_missing_html, own_page_html, ranking_html,
};
pub use own_campaigns::{Listed, ListedState, own_campaigns_html, own_keeping_html};
pub use own_files::{
    Asked, Brought, Found, FoundCampaign, Known, own_content, own_files_html, rejected_list,
};
pub use own_form::{FilledForm, facts_form_html, figure_form_html, told_figures_html};
pub use own_page::{OWN, own_html};
pub use own_telling::{tellings_html, told_form_html};
pub use page::{CLOSABLE, chooses_own, introduction_html, overview_html, page_html};
pub use part::Part;
pub use picture::{Picture, PictureSize, SLIDE, WIDTHS};
pub use picture_words::with_words;
pub use reading_list::reading_list_html;
pub use site_address::{AddressError, AddressFault, SiteAddress};
pub use standalone::{Embed, embed_html};
pub use style_sheet::{element_style_sheet, figure_style_sheet, minified};
pub use table::now_sorted;
pub use taken::{Content, FigureFile, Taken};
