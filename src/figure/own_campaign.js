// The page of a campaign of one's own: asks for its days and posts as they are chosen.
const id = new URLSearchParams(location.search).get("campaign") ?? "";
// How many posts are shown at first, and how many more each time.
const FIRST = 10, MORE = 50;
let most = FIRST;
const draw = async () => {
place("series").innerHTML = await ask("over_time", one("what").value, one("step").value);
// Not everything can be counted in every step: what is shown is said.
one("step").value = place("series").querySelector("[data-step]")?.dataset.step ?? one("step").value;
};
const rank = async () => { place("posts").innerHTML = await ask("ranking", one("by").value, most); };
const show = async () => {
const chosen = ["what", "step", "by"].map(name => [name, one(name)?.value]);
place("campaign").innerHTML = await ask("campaign", id);
document.title = main.querySelector("h1").dataset.title ?? document.title;
for (const [name, value] of chosen) if (value && one(name)) {
one(name).value = value;
if (!one(name).value) one(name).selectedIndex = 0;
}
if (one("what")) await draw();
if (one("by")) await rank();
};
const failed = why => trouble(why || words.brokeDown);
main.addEventListener("change", async ({ target }) => {
trouble("");
try {
if (target.id === "by") { most = FIRST; await rank(); say(one("ranking").textContent); }
else { await draw(); say(one("headline")?.textContent ?? ""); }
} catch (why) { failed(why); }
});
main.addEventListener("click", async event => {
const button = event.target.closest("button[data-does]");
if (!button) return;
try {
if (button.dataset.does === "save-numbers") {
const key = one("what").value;
return save(`${id}-${key.split("-")[1]}.csv`, "text/csv", await ask("over_time_list", key, one("step").value));
}
const shown = most;
most += MORE;
await rank();
say(one("ranking").textContent);
const row = main.querySelectorAll(".posts li")[shown];
row.tabIndex = -1;
row.focus();
} catch (why) { failed(why); }
});
other.onmessage = () => show().catch(failed);
start();
show().catch(why => trouble(why || words.noProgram));
