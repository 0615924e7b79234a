// Buttons copy what they name.
const say = (button, said) => {
button.textContent = said;
document.getElementById("announcement").textContent = said;
};
document.querySelector("main").addEventListener("click", async event => {
const button = event.target.closest("[data-copies]");
if (!button) return;
const from = document.getElementById(button.dataset.copies), words = document.querySelector("main").dataset;
let said = words.copied;
try { await navigator.clipboard.writeText(from.value ?? from.textContent); } catch { said = words.refused; }
say(button, said);
});
