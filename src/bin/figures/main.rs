//! Figures, in WebAssembly: those that come alive on other pages; and for the dashboard those
//! that set campaigns beside each other. No page loads it before it is used.
//! It has no component: scripts call what is exported here (`src/figure/*.js`).
//!
//! Natively it is empty: `groundswell` gives the same from the command line.

#[cfg(target_arch = "wasm32")]
mod drawn;
#[cfg(target_arch = "wasm32")]
mod held;
#[cfg(target_arch = "wasm32")]
mod living;

#[cfg(target_arch = "wasm32")]
use drawn::own_campaigns;

fn main() {}
