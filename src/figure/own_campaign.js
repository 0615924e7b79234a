// The page of a campaign of one's own: asks for its days and posts as they are chosen.
const id = new URLSearchParams(location.search).get("campaign") ?? "";
const draw = async anything => {
const beside = one("beside")?.value;
if (beside !== undefined) one("aligning").hidden = !beside;
place("series").innerHTML = beside
? await ask("aligned", ...aligned(beside), anything === true)
: await ask("over_time", one("what").value, one("step").value);
// Not everything can be counted in every step, nor in both campaigns: what is shown is said.
const shown = place("series").querySelector("[data-step]")?.dataset ?? {};
for (const name of ["step", "what"]) if (shown[name]) one(name).value = shown[name];
};
const aligned = beside => [one("what").value, one("step").value, beside, one("align").value];
const rank = async () => { place("posts").innerHTML = await ask("ranking", one("by").value, one("with").value, most); };
const show = async () => {
// The facts that were begun stay when a figure is kept.
const facts = Array.from(main.querySelectorAll("[data-asks=facts] :is(input,textarea)")).filter(({ value, defaultValue }) => value !== defaultValue);
const chosen = ["what", "step", "beside", "align", "by", "with"].map(name => [name, one(name)?.value]);
place("campaign").innerHTML = await ask("campaign", id);
document.title = main.querySelector("h1").dataset.title ?? document.title;
for (const [name, value] of chosen) if (value && one(name)) {
one(name).value = value;
if (!one(name).value) one(name).selectedIndex = 0;
}
if (one("what")) await draw();
if (one("by")) await rank();
if (place("moving")) await moving();
if (place("told")) await written();
for (const { id, value } of facts) if (one(id)) one(id).value = value;
};
// What is filled in stays when the list of campaigns is made anew.
const moving = async () => {
const filled = ["move-to", "move-name"].map(name => [name, one(name)?.value]);
place("moving").innerHTML = await ask("moving_form");
for (const [name, value] of filled) if (value !== undefined && one(name)) one(name).value = value;
if (one("move-to")) {
if (!one("move-to").value && one("move-to").selectedIndex < 0) one("move-to").selectedIndex = 0;
one("move-new").hidden = one("move-to").value !== "";
}
};
const move = async () => {
const wrong = one("move-trouble"), name = one("move-name");
wrong.hidden = true;
name.ariaInvalid = null;
try {
const said = await ask("move_posts", one("move-to")?.value ?? "", name.value);
name.value = "";
other.postMessage("own");
await show();
tell(said, undoes());
} catch (why) {
wrong.textContent = why || words.brokeDown;
wrong.hidden = false;
if ([words.nameMissing, words.nameTaken].includes(why)) { name.ariaInvalid = "true"; name.focus(); }
}
};
// What is written by hand.
const written = async () => {
place("facts").innerHTML = await ask("facts_form");
place("told").innerHTML = await ask("told_figures");
place("tellings").innerHTML = await ask("tellings");
place("figure").innerHTML = "";
};
const done = async said => {
other.postMessage("own");
await show();
one("written").textContent = said;
one("written").hidden = false;
one("write").focus();
say(said);
};
// What was begun is not lost by opening something else.
const begun = () => {
const form = place("figure").querySelector("form");
if (!form) return false;
const changed = Array.from(form.querySelectorAll("input,select,textarea")).some(field => field.options
? !field.options[field.selectedIndex]?.defaultSelected && field.selectedIndex > 0
: field.checked !== field.defaultChecked || field.value !== field.defaultValue);
return changed || !!form.querySelector("[data-wrong]");
};
// The form stands below what is written in it.
const open = async (button, form) => {
trouble("");
if (begun()) {
trouble(words.begun);
return one("figure-form").focus();
}
(button.closest("ul.own") ?? button.closest("p")).after(place("figure"));
place("figure").innerHTML = await form();
one("figure-form").focus();
};
const number = at => at === undefined ? undefined : +at;
const asks = {
facts: fields => ask("write_facts", fields),
figure: (fields, { at }) => ask("write_figure", number(at), fields),
told: (fields, { what, at }) => ask("write_told", what, number(at), fields),
};
main.addEventListener("submit", async event => {
event.preventDefault();
trouble("");
const form = event.target, its = form.dataset;
one("told").hidden = true;
if (its.asks === "move") return move();
try {
const wrong = await asks[its.asks](Array.from(new FormData(form)).flat(), its);
if (!wrong) return done(words.kept);
form.parentElement.innerHTML = wrong;
main.querySelector("[data-wrong]")?.focus();
} catch (why) { failed(why); }
});
const failed = why => trouble(why || words.brokeDown);
main.addEventListener("change", async ({ target }) => {
if (target.id === "move-to") one("move-new").hidden = target.value !== "";
if (target.name === "pick" || target.id === "pick-shown") return pick(target).catch(failed);
if (!["what", "step", "beside", "align", "by"].includes(target.id)) return;
trouble("");
try {
if (target.id === "by") { most = FIRST; await rank(); say(one("ranking").textContent); }
else { await draw(target.id === "beside"); say(one("headline")?.textContent ?? ""); }
} catch (why) { failed(why); }
});
main.addEventListener("input", ({ target }) => { if (target.id === "with") looking(failed); });
main.addEventListener("click", async event => {
// Not every engine gives the focus to what a link within the page leads to.
const wrong = event.target.closest("[data-wrong] a");
if (wrong) {
event.preventDefault();
return one(wrong.hash.slice(1)).focus();
}
const button = event.target.closest("button[data-does]");
if (!button) return;
try {
const { does, what, at } = button.dataset;
if (does === "add-figure" || does === "change") return await open(button, () => ask("figure_form", number(at)));
if (does === "add-told" || does === "change-told") return await open(button, () => ask("told_form", what, number(at)));
if (does === "remove") { await ask("remove_figure", +at); return done(words.removed); }
if (does === "remove-told") { await ask("remove_told", what, +at); return done(words.removed); }
if (does === "pick-none") return await pickNone();
if (does === "undo") { await ask("restore"); other.postMessage("own"); await show(); return tell(words.undone); }
if (does === "leave") {
place("figure").innerHTML = "";
return main.querySelector(what ? `[data-does=add-told][data-what=${what}]` : "[data-does=add-figure]").focus();
}
if (does === "save-numbers") {
const key = one("what").value, beside = one("beside")?.value;
const list = beside ? ask("aligned_list", ...aligned(beside)) : ask("over_time_list", key, one("step").value);
return save(`${[id, beside].filter(Boolean).join("-beside-")}-${key.split("-")[1]}.csv`, "text/csv", await list);
}
await more();
} catch (why) { failed(why); }
});
// What another tab has changed is shown, unless that would lose what was begun here.
other.onmessage = () => { if (!begun()) show().catch(failed); };
start();
show().catch(why => trouble(why || words.noProgram));
