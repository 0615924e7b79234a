// The address of this folder, which no file can know, goes into the snippets; and
// buttons copy what they name.
(() => {
const here = new URL(".", location.href).href;
if (here.startsWith("http")) for (const snippet of document.querySelectorAll("textarea"))
snippet.value = snippet.value.replaceAll("https://your-server.example/groundswell/figure/", here);
const words = document.querySelector("main").dataset;
for (const button of document.querySelectorAll("[data-copies]")) {
button.hidden = false;
button.addEventListener("click", async () => {
const from = document.getElementById(button.dataset.copies);
let said = words.copied;
try { await navigator.clipboard.writeText(from.value ?? from.textContent); } catch { said = words.refused; }
button.textContent = said;
document.getElementById("announcement").textContent = said;
});
}
})();
