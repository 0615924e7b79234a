//! The app, in WebAssembly. Natively it is empty: `groundswell` is the program
//! for the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    groundswell::views::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
