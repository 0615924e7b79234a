//! What the overview costs over the wire: `make bench` prints it, and fails where
//! it is over the budget.
//!
//! Counted is `dist/index.html` and every file that it links as preloaded or
//! fetches at once: the program, its script, and the data that is loaded at the
//! start. Each is compressed as a good server does it (brotli, quality 11).

fn main() -> std::process::ExitCode {
    wire::main()
}

#[cfg(target_arch = "wasm32")]
mod wire {
    pub fn main() -> std::process::ExitCode {
        std::process::ExitCode::SUCCESS
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod wire {
    use std::path::Path;
    use std::process::ExitCode;

    /// At most this many bytes, compressed, with what sharing, the reader's own campaigns
    /// (140, then 160 KiB with them) and the figures that set campaigns beside each other
    /// need in the page: the figures are to be seen, and alive, no later than a page of the
    /// same charts made with Chart.js.
    const BUDGET: usize = 190 * 1024;

    pub fn main() -> ExitCode {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        match measured(&site) {
            Ok(files) => verdict(&files),
            Err(error) => {
                eprintln!("wire: {error}; `make build` makes it");
                ExitCode::FAILURE
            }
        }
    }

    /// Each file's name, size, and size when compressed.
    fn measured(site: &Path) -> Result<Vec<(String, usize, usize)>, String> {
        let read = |name: &str| {
            std::fs::read(site.join(name)).map_err(|error| format!("{}: {error}", site.join(name).display()))
        };
        let page = String::from_utf8_lossy(&read("index.html")?).into_owned();
        let linked = page.split("<link ").skip(1).filter_map(|link| {
            let tag = link.split('>').next()?;
            let preloaded = tag.contains(r#"rel="preload""#) || tag.contains(r#"rel="modulepreload""#);
            let address = tag.split(r#"href=""#).nth(1)?.split('"').next()?;
            preloaded.then(|| address.trim_start_matches("./").to_owned())
        });
        let fetched = page.split("=fetch(\"").skip(1).filter_map(|call| call.split('"').next());
        let fetched = fetched.map(|address| address.trim_start_matches("./").to_owned());
        // The data is fetched from a list (`ask_at_once` of the site step). What is
        // not found must not be left out of the sum in silence.
        let list = page.split_once("for(const file of").and_then(|(_, rest)| rest.split_once(']'));
        let (list, _) = list.ok_or("the page asks for no data")?;
        let data: Vec<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        let names: Vec<String> =
            std::iter::once("index.html".to_owned()).chain(linked).chain(fetched).chain(data).collect();
        for kind in ["html", "js", "wasm", "json"] {
            if !names.iter().any(|name| name.ends_with(&format!(".{kind}"))) {
                return Err(format!("the page is to load a file .{kind}; found only {}", names.join(", ")));
            }
        }
        names
            .into_iter()
            .map(|name| read(&name).map(|bytes| (name, bytes.len(), compressed(&bytes))))
            .collect()
    }

    fn compressed(bytes: &[u8]) -> usize {
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)
            .expect("memory can be read and written");
        out.len()
    }

    fn verdict(files: &[(String, usize, usize)]) -> ExitCode {
        let kib = |bytes: usize| bytes as f64 / 1024.0;
        println!("{:<40} {:>10} {:>10}", "wire size of the overview, KiB", "plain", "brotli");
        for (name, plain, small) in files {
            println!("{name:<40} {:>10.1} {:>10.1}", kib(*plain), kib(*small));
        }
        let (plain, small) =
            files.iter().fold((0, 0), |sum, (_, plain, small)| (sum.0 + plain, sum.1 + small));
        println!("{:<40} {:>10.1} {:>10.1}", "together", kib(plain), kib(small));
        println!("{:<40} {:>21.1}", "budget", kib(BUDGET));
        if small > BUDGET {
            eprintln!("wire: over the budget by {:.1} KiB", kib(small - BUDGET));
            return ExitCode::FAILURE;
        }
        ExitCode::SUCCESS
    }
}
