//! The program for the command line: renders figures to files and the static parts of
//! the page into a built site, and tells what is in data files.
//!
//! It exists natively only; for WebAssembly it is empty, so that `cargo test`
//! can build the whole package for a browser.

#[cfg(not(target_arch = "wasm32"))]
mod args;
#[cfg(not(target_arch = "wasm32"))]
mod catalogued;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod file;
#[cfg(not(target_arch = "wasm32"))]
mod own;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod png;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod style_sheet;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match run() {
        Ok(status) => std::process::ExitCode::from(status),
        Err(error) => {
            eprintln!("groundswell: {error}");
            std::process::ExitCode::from(2)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn run() -> Result<u8, Box<dyn std::error::Error>> {
    use args::Command;

    match Command::from_arguments(std::env::args_os().skip(1))? {
        Command::Help => print!("{}", args::HELP),
        Command::Version => println!("groundswell {}", env!("CARGO_PKG_VERSION")),
        Command::RenderSite { folder, address } => site::render(&folder, address.as_ref())?,
        Command::RenderFigure(request) => file::render(request)?,
        Command::Check(request) => return Ok(check::check(&request)),
    }
    Ok(0)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
