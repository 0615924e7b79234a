//! Sharing a figure, in WebAssembly: what is taken along of a choice, and what shows
//! it elsewhere. Only the page of sharing loads it (`src/figure/gallery.js`), when
//! files have to be made that do not stand ready there; and the page that says whether a
//! figure will show elsewhere (`src/figure/doctor.js`); and whoever brings a table by its
//! address.
//!
//! Natively it is empty: `groundswell` gives the same from the command line.

#[cfg(target_arch = "wasm32")]
mod doctor;
#[cfg(target_arch = "wasm32")]
#[path = "../figures/held.rs"]
mod held;
#[cfg(target_arch = "wasm32")]
mod shared;
#[cfg(target_arch = "wasm32")]
mod table;

/// The reader's own campaigns are taken along as any other; where the browser keeps
/// nothing, there are none.
#[cfg(target_arch = "wasm32")]
async fn own_campaigns() -> Vec<groundswell::browser::KeptData> {
    groundswell::browser::kept_data().await.unwrap_or_default()
}

fn main() {}
