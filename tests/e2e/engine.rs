//! Which browser the stories are told in.

use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser engine, chosen by the environment's `GROUNDSWELL_ENGINE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, the only one with the DevTools protocol.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's MiniBrowser; needs a display.
    WebKit,
}

impl Engine {
    /// The engine that the environment asks for.
    ///
    /// # Errors
    /// When it asks for one that is not known.
    pub fn chosen() -> Result<Self, String> {
        match std::env::var("GROUNDSWELL_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => {
                Err(format!("GROUNDSWELL_ENGINE is {other:?}; it can be chromium, firefox or webkit"))
            }
        }
    }

    /// The name of the driver's program, and the command that starts it; `profile` is a
    /// folder of its own.
    pub fn driver(self, port: u16, profile: &Path) -> (&'static str, Command) {
        let name = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        };
        let mut command = Command::new(name);
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
            // Only the settings of who is at home say where things are saved.
            Self::WebKit => {
                let settings = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", saves_to(profile).display());
                let _ = std::fs::write(profile.join("user-dirs.dirs"), settings);
                command.arg(format!("--port={port}")).env("HOME", profile).env("XDG_CONFIG_HOME", profile)
            }
            Self::Firefox => command.args(["--log", "fatal", "--port", &port.to_string()]),
        };
        (name, command)
    }

    /// What a session is asked for; `profile` is a folder of its own.
    pub fn capabilities(self, profile: &Path) -> Map<String, Value> {
        // The page is read as soon as it stands: files that stall are part of the stories.
        let mut asked = json!({ "pageLoadStrategy": "eager" });
        match self {
            Self::Chromium => {
                let folder = format!("--user-data-dir={}", profile.display());
                let args = [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--window-size=1280,900",
                    &folder,
                ];
                let preferences = json!({ "download": { "default_directory": saves_to(profile) } });
                asked["goog:chromeOptions"] = json!({ "args": args, "prefs": preferences });
                asked["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
            }
            Self::Firefox => {
                asked["moz:firefoxOptions"] = json!({
                    "args": ["-headless", "--width", "1280", "--height", "900"],
                    "prefs": {
                        // The list of what was saved drops down and takes the keys that are
                        // pressed next.
                        "browser.download.alwaysOpenPanel": false,
                        "browser.download.folderList": 2,
                        "browser.download.dir": saves_to(profile),
                    },
                });
            }
            Self::WebKit => {
                let browser = mini_browser().unwrap_or_else(|| PathBuf::from("MiniBrowser"));
                // Its driver runs nothing in a page that still waits for a file.
                asked["pageLoadStrategy"] = json!("none");
                asked["webkitgtk:browserOptions"] = json!({ "binary": browser, "args": ["--automation"] });
            }
        }
        match asked {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

/// Where a browser with that profile saves things.
pub fn saves_to(profile: &Path) -> PathBuf {
    profile.join("saved")
}

/// MiniBrowser is in the folder of WebKit's library, which is named by the
/// machine and the library's version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    folders(Path::new("/usr/lib"))
        .iter()
        .flat_map(|machine| folders(machine))
        .filter(|library| library.file_name().is_some_and(|n| n.to_string_lossy().starts_with("webkit2gtk-")))
        .map(|library| library.join("MiniBrowser"))
        .find(|program| program.exists())
}
