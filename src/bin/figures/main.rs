//! Figures outside the dashboard, in WebAssembly: those that come alive on other
//! pages. No page loads it before it is used.
//! It has no component: scripts call what is exported here (`src/figure/*.js`).
//!
//! Natively it is empty: `groundswell` gives the same from the command line.

#[cfg(target_arch = "wasm32")]
mod held;
#[cfg(target_arch = "wasm32")]
mod living;

/// A figure on somebody else's page shows what is published, to everybody the same.
#[cfg(target_arch = "wasm32")]
async fn own_campaigns() -> Vec<groundswell::browser::KeptData> {
    Vec::new()
}

fn main() {}
