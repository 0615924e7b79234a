// What both pages of sharing do. Buttons copy what they name.
const announce = said => { document.getElementById("announcement").textContent = said; };
// Of which figure a button is stands after what it does.
const say = (button, said) => {
button.firstChild.data = said;
announce(said);
};
document.querySelector("main").addEventListener("click", async event => {
const button = event.target.closest("[data-copies]");
if (!button) return;
const from = document.getElementById(button.dataset.copies), words = document.querySelector("main").dataset;
let said = words.copied;
button.dataset.named ??= button.firstChild.data;
try { await navigator.clipboard.writeText(from.value ?? from.textContent); } catch { said = words.refused; }
say(button, said);
setTimeout(renamed, 5000, button);
});
// A button says that something was copied only as long as that is what it would copy.
const renamed = button => { button.firstChild.data = button.dataset.named ?? button.firstChild.data; };
// The program, started when it is used first; after a failure, anew. Some browsers
// keep in mind that a module could not be had, unless it has another address.
let starting, tries = 0;
const program = () => starting ??= (async () => {
const program = await import("./sharing/sharing.js" + (tries++ ? "?" + tries : ""));
await program.default();
return program;
})().catch(error => { starting = undefined; throw error; });
