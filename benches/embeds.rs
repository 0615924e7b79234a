//! What a figure costs on somebody else's page: the bytes of a figure alone, of a
//! frame at first sight, and of one and of fifty figures that are alive, as elements
//! and in frames; and when a figure in a frame is seen, beside the dashboard's own.
//! `make bench` prints it, and fails where bytes are over their budget.
//!
//! Counted is what nginx sends as the shipped file tells it (compressed by gzip, with
//! headers), to Chromium with an empty cache. Times are medians of runs that take
//! turns, over a slow network and with a processor four times slower.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/engine.rs"]
#[allow(dead_code)]
mod engine;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/nginx.rs"]
#[allow(dead_code)]
mod nginx;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/session.rs"]
#[allow(dead_code)]
mod session;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/e2e/site.rs"]
#[allow(dead_code)]
mod site;

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    match embeds::measure() {
        Ok(true) => {}
        Ok(false) => return std::process::ExitCode::FAILURE,
        Err(error) => {
            eprintln!("embeds: {error}");
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod embeds {
    use crate::engine::Engine;
    use crate::nginx::{Nginx, Served};
    use crate::session::{ELEMENT, Session};
    use crate::site::Site;
    use groundswell::model::Metric;
    use serde_json::json;
    use std::path::Path;
    use std::time::{Duration, Instant};

    /// Of a figure as one file, and of a frame at first sight, bytes.
    const ALONE: usize = 40 * 1024;
    const AT_FIRST: usize = 45 * 1024;
    /// Of fifty elements, times one, the figures' own HTML apart.
    const FIFTY: f64 = 1.3;

    const RUNS: usize = 9;

    /// A slow mobile network, as DevTools has it: bytes a second, milliseconds.
    const SLOW: (u32, u32) = (180_000, 562);

    /// Notes in every frame when a figure was first painted.
    const NOTES: &str = "
        const look = () => document.querySelector('figure svg')
            ? requestAnimationFrame(() => setTimeout(() => window.seenAt = performance.timeOrigin + performance.now()))
            : setTimeout(look, 4);
        look();";

    /// Measures; whether every budget is kept.
    pub fn measure() -> Result<bool, String> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let served = Served::new(&dist);
        let _nginx = Nginx::start(&served)?;
        let mut kept = alone(&dist)?;
        kept &= bytes(&served)?;
        times(&served)?;
        Ok(kept)
    }

    fn line(name: &str, value: f64, unit: &str, budget: Option<f64>) -> bool {
        let over = budget.is_some_and(|budget| value > budget);
        let budget = budget.map_or_else(String::new, |budget| format!("   (at most {budget} {unit})"));
        println!("{name:<56} {value:>9.2} {unit}{budget}{}", if over { "   TOO MUCH" } else { "" });
        !over
    }

    fn kib(bytes: usize) -> f64 {
        bytes as f64 / 1024.0
    }

    fn alone(dist: &Path) -> Result<bool, String> {
        let file = largest(dist, "-document.html")?;
        let page = largest(dist, ".html")?;
        let kept = line("a figure as one file, the largest, gzip", kib(file), "KiB", Some(kib(ALONE)));
        Ok(line("a figure's page, the largest, gzip", kib(page), "KiB", Some(kib(AT_FIRST))) && kept)
    }

    /// The largest of the figures' files with that end, compressed.
    fn largest(dist: &Path, end: &str) -> Result<usize, String> {
        let mut sizes = Vec::new();
        for metric in Metric::CHARTED {
            let path = dist.join("figure").join(format!("{}{end}", metric.slug()));
            let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let mut small = Vec::new();
            let mut gzip = flate2::write::GzEncoder::new(&mut small, flate2::Compression::default());
            std::io::Write::write_all(&mut gzip, &text).map_err(|error| error.to_string())?;
            gzip.finish().map_err(|error| error.to_string())?;
            sizes.push(small.len());
        }
        Ok(sizes.into_iter().max().unwrap_or_default())
    }

    /// A page of somebody else with figures of every kind in turn.
    fn host(count: usize, one: impl Fn(&str) -> String, script: &str) -> String {
        let figures = Metric::CHARTED.iter().cycle().take(count).map(|metric| one(metric.slug()));
        format!(
            "<!DOCTYPE html><html lang=\"en\"><title>Intranet</title><link rel=\"icon\" href=\"data:,\">{script}<main>{}</main>",
            figures.collect::<String>()
        )
    }

    fn elements(site: &Site, count: usize) -> String {
        let script = format!("<script type=\"module\" src=\"{}figure/element.js\"></script>", site.address());
        host(count, |name| format!("<groundswell-figure figure=\"{name}\"></groundswell-figure>"), &script)
    }

    fn frames(site: &Site, count: usize) -> String {
        let address = site.address();
        let frame = |name: &str| {
            format!(
                "<iframe title=\"{name}\" loading=\"lazy\" referrerpolicy=\"no-referrer\" width=\"720\" height=\"1200\"
                    sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\" src=\"{address}figure/{name}.html\"></iframe>"
            )
        };
        host(count, frame, "")
    }

    /// What was sent until all figures of a page were alive: bytes, of these those of
    /// the figures' own HTML, and how long it took.
    struct Cost {
        at_first: usize,
        all: usize,
        html: usize,
        took: Duration,
    }

    fn bytes(served: &Served) -> Result<bool, String> {
        let of_elements = |count: usize| cost(served, count, elements, "groundswell-figure");
        let of_frames = |count: usize| cost(served, count, frames, "iframe");
        let (one, fifty, frame, fifty_frames) =
            (of_elements(1)?, of_elements(50)?, of_frames(1)?, of_frames(50)?);
        let apart = |cost: &Cost| kib(cost.all - cost.html);
        let mut kept = line("a frame at first sight", kib(frame.at_first), "KiB", Some(kib(AT_FIRST)));
        line("an element at first sight", kib(one.at_first), "KiB", None);
        line("an element, alive", kib(one.all), "KiB", None);
        line("a frame, alive", kib(frame.all), "KiB", None);
        line("fifty elements, alive", kib(fifty.all), "KiB", None);
        line("fifty frames, alive", kib(fifty_frames.all), "KiB", None);
        line("one element without the figures' HTML", apart(&one), "KiB", None);
        line("fifty elements without the figures' HTML", apart(&fifty), "KiB", None);
        let times = apart(&fifty) / apart(&one);
        kept &= line("fifty elements, times one", times, "", Some(FIFTY));
        line("fifty frames, times one", apart(&fifty_frames) / apart(&frame), "", None);
        line("fifty elements until all are alive", fifty.took.as_secs_f64(), "s", None);
        line("fifty frames until all are alive", fifty_frames.took.as_secs_f64(), "s", None);
        Ok(kept)
    }

    /// Shows a page, waits until it is quiet, then touches one figure after the other
    /// until each is alive.
    fn cost(
        served: &Served,
        count: usize,
        page: fn(&Site, usize) -> String,
        tag: &str,
    ) -> Result<Cost, String> {
        let site = Site::serve(served)?;
        site.opens_to_all();
        let session = Session::start(Engine::Chromium)?;
        let host = site.host(&page(&site, count));
        session.post("url", json!({ "url": host }))?;
        std::thread::sleep(Duration::from_millis(1_500));
        let sum = |sent: &[(String, usize)]| sent.iter().map(|(_, bytes)| bytes).sum::<usize>();
        let mut sent = site.take_sent();
        let at_first = sum(&sent);
        let since = Instant::now();
        let found = session.post("elements", json!({ "using": "css selector", "value": tag }))?;
        for figure in found.as_array().into_iter().flatten() {
            touch(&session, figure[ELEMENT].as_str().unwrap_or_default(), tag)?;
        }
        let took = since.elapsed();
        sent.extend(site.take_sent());
        let html = sent.iter().filter(|(name, _)| name.ends_with(".html")).cloned().collect::<Vec<_>>();
        Ok(Cost { at_first, all: sum(&sent), html: sum(&html), took })
    }

    /// Brings one into view, touches it, and waits until it is alive.
    fn touch(session: &Session, id: &str, tag: &str) -> Result<(), String> {
        let element = json!({ ELEMENT: id });
        session.script("arguments[0].scrollIntoView({ block: 'start' })", std::slice::from_ref(&element))?;
        let in_frame = tag == "iframe";
        if in_frame {
            session.post("frame", json!({ "id": element }))?;
        }
        let script = if in_frame {
            "const done = arguments[0];
            const look = () => {
                document.body?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
                'alive' in (document.body?.dataset ?? {}) ? done(true) : setTimeout(look, 10);
            };
            look()"
        } else {
            "const [figure, done] = arguments;
            const look = () => {
                const root = figure.shadowRoot?.firstChild;
                root?.querySelector('figure')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
                'alive' in (root?.dataset ?? {}) ? done(true) : setTimeout(look, 10);
            };
            look()"
        };
        let arguments = if in_frame { vec![] } else { vec![element] };
        session.script_with_callback(script, &arguments)?;
        if in_frame {
            session.post("frame/parent", json!({}))?;
        }
        Ok(())
    }

    /// When a figure is seen: that of the dashboard, and one in a frame.
    fn times(served: &Served) -> Result<(), String> {
        let site = Site::serve(served)?;
        site.opens_to_all();
        let session = Session::start(Engine::Chromium)?;
        session.devtools("Page.enable", json!({}))?;
        session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTES }))?;
        session.devtools("Network.enable", json!({}))?;
        session.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
        let (rate, latency) = SLOW;
        session.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate }),
        )?;
        session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        // Without an origin the frame has a process of its own, where neither the network
        // nor the processor is slower.
        let host = frames(&site, 1).replace("allow-scripts ", "allow-scripts allow-same-origin ");
        let host = host.replace("<main>", "<script>start = performance.now()</script><main>");
        let host = site.host(&host);
        let (mut dashboard, mut frame) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            dashboard.push(seen(&session, &site.address(), false)?);
            frame.push(seen(&session, &host, true)?);
        }
        let median = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        };
        let (dashboard, frame) = (median(&mut dashboard), median(&mut frame));
        line("the dashboard's first figure seen, slow network", dashboard, "ms", None);
        line("a figure in a frame seen, slow network", frame, "ms", None);
        line("the frame, times the dashboard", frame / dashboard, "", None);
        Ok(())
    }

    /// Opens an address; when a figure was painted, milliseconds after its host started
    /// to load what is in it.
    fn seen(session: &Session, address: &str, in_frame: bool) -> Result<f64, String> {
        session.post("url", json!({ "url": address }))?;
        let origin = session.script("return performance.timeOrigin", &[])?;
        if in_frame {
            let found = session.post("element", json!({ "using": "css selector", "value": "iframe" }))?;
            session.post("frame", json!({ "id": found }))?;
        }
        let script = "const done = arguments[0]; const look = () => window.seenAt ? done(window.seenAt) : setTimeout(look, 10); look()";
        let seen = session.script_with_callback(script, &[])?;
        // The page around a frame is not ours: from where it has come itself.
        let around = if in_frame {
            session.post("frame/parent", json!({}))?;
            session.script("return start", &[])?
        } else {
            json!(0)
        };
        let number = |value: &serde_json::Value| value.as_f64().ok_or_else(|| format!("no time: {value}"));
        Ok(number(&seen)? - number(&origin)? - number(&around)?)
    }
}
