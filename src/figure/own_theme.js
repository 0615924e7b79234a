try {
const theme = localStorage.getItem("groundswell.theme");
if (/^(light|dark|high-contrast)$/.test(theme)) document.documentElement.dataset.theme = theme;
} catch {}
