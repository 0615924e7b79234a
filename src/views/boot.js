// Runs before the first paint, inside the page, allowed by its hash. At most 1 KiB.
(() => {
  const page = document.documentElement;
  // The reader's own theme, so that another one is never seen first.
  try {
    const theme = localStorage.getItem("groundswell.theme");
    if (/^(light|dark|high-contrast)$/.test(theme)) page.dataset.theme = theme;
  } catch {}
  // An address with choices: the static overview shows other ones, so its space
  // is kept and it is not seen, until the program takes over.
  if (location.search.length > 1) page.dataset.choices = "";
  // Until the program has started, what is out of sight may wait (page.css).
  page.dataset.starting = "";
  // The program did not start: the static overview is what there is, and is shown.
  const failed = () => {
    if ("alive" in page.dataset) return;
    delete page.dataset.choices;
    delete page.dataset.starting;
    const notice = document.getElementById("program-failed");
    if (notice) notice.hidden = false;
    else addEventListener("DOMContentLoaded", failed);
  };
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  if (!self.WebAssembly) failed();
})();
