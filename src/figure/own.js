// The page where files are brought: hands them to the reader of files.
// The time zone in which the reader is, where the browser says it.
const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
// What is already filled in stays when the files are shown anew.
const show = async () => {
const html = await ask("files", zone), here = place("files");
const filled = Array.from(here.querySelectorAll("#name,#into,#from,#to,#hashtag,#with,[data-whose] [type=text]"), ({ id, value }) => [id, value]);
const answers = Array.from(here.querySelectorAll("[data-whose] :checked"), ({ name, value }) => [name, value]);
const left = Array.from(here.querySelectorAll("[name=take]:not(:checked)"), box => box.value);
const picking = one("picking")?.hidden === false;
here.innerHTML = html;
for (const [id, value] of filled) if (value && one(id)) one(id).value = value;
for (const [name, value] of answers) for (const answer of here.querySelectorAll(`[name="${name}"]`)) answer.checked ||= answer.value === value;
for (const box of here.querySelectorAll("[name=take]")) if (left.includes(box.value)) box.checked = false;
if (one("into")) one("new-name").hidden = one("into").value !== "";
if (picking && one("picking")) {
one("picking").closest("details").open = true;
await listPosts();
}
};
// The posts of the tables that are to be taken, to pick some of them.
const rank = async () => { place("posts").innerHTML = await ask("pickable", ticked(main, "take"), one("with").value, most); };
const listPosts = async () => {
one("picking").hidden = false;
main.querySelector("[data-does=pick-posts]").ariaExpanded = "true";
await rank();
};
// What the browser says of the room it gives: nothing, where it does not.
const keeping = async () => {
const room = navigator.storage, { usage, quota } = await room?.estimate?.() ?? {};
place("keeping").innerHTML = await ask("keeping", usage, quota, await room?.persisted?.());
};
// Another tab may have changed anything.
const list = async anew => { place("campaigns").innerHTML = await ask("campaigns", !!anew); await keeping(); };

// The files that lie on the desk, and what was said of their dates and of the zone of their days.
// What was said of the zone holds for the files that follow too.
let files = [], reading = false, saidZone;
progressed = ({ part, text }) => {
one("progress").querySelector("progress").value = part;
one("progressed").textContent = text;
};
const read = async at => {
const { file, beside, dates, zone } = files[at], began = performance.now();
const rows = await ask("read", at, file, beside, dates, zone);
performance.measure("import", { start: began, end: performance.now(), detail: { rows, bytes: file.size, memory } });
};
// What came of the files, in short: of each table what it is and how much of it there is.
const outcome = () => Array.from(place("files").querySelectorAll("h3"), ({ textContent: name, nextElementSibling: first }) => {
const { textContent: what } = first.querySelector("b") ?? first, counted = first.querySelector(".facts div:nth-child(2)");
return `${name}: ${what}${counted ? `, ${counted.lastElementChild.textContent} ${counted.firstElementChild.textContent}` : ""}`;
}).join(". ");
const readAll = async from => {
const bar = one("progress").querySelector("progress"), broken = [];
one("progress").hidden = false;
for (let at = from; at < files.length; at++) {
bar.removeAttribute("value");
one("progressed").textContent = files[at].file.name;
try { await read(at); } catch (why) {
if (!reading) throw why;
// The program is not to be trusted any more: what was read before is read anew.
if (why === words.noProgram) throw why;
const [{ file }] = files.splice(at, 1);
broken.push(`${file.name}: ${why || words.damaged}`);
trouble(broken.join(" "));
await begin(at);
at--;
}
}
};
// A new worker knows nothing yet: it reads again as many files as were read, and lists what
// is kept.
const begin = async read => {
restart();
await ask("remember");
await again(read);
await list();
};
const again = async (until = files.length) => { for (let at = 0; at < until; at++) await read(at); };
// A table of ours is read with its metadata, which stand beside it in a file of its name,
// whatever a browser adds to that where there is one of the name already. Gives the place of
// the first file that is another one by it.
const METADATA = "-metadata.json";
const named = file => file.name.replace(/ ?\(\d+\)(?=\.|$)/g, "").toLowerCase();
const pair = () => {
let first = files.length;
for (const metadata of files.filter(({ file }) => file.name.includes(METADATA.slice(0, -5)))) {
const table = files.findIndex(({ file, beside }) => !beside && named(file) + METADATA === named(metadata.file));
if (table < 0) continue;
files[table].beside = metadata.file;
const at = files.indexOf(metadata);
files.splice(at, 1);
first = Math.min(first, table, at);
}
return first;
};
const bring = async chosen => {
if (reading || !chosen.length) return;
reading = true;
trouble("");
one("told").hidden = true;
let before = files.length;
files.push(...Array.from(chosen, file => ({ file, zone: saidZone })));
const first = pair();
try {
if (first < before) {
// What was read before it was known is read anew.
await ask("put_aside");
before = 0;
}
await readAll(before);
await show();
one("read")?.focus();
say(outcome());
} catch (why) {
files.length = Math.min(files.length, before);
if (why !== words.cancelled) trouble(why || words.brokeDown);
}
reading = false;
one("progress").hidden = true;
};
const cancel = async () => {
reading = false;
files.length = Math.min(files.length, main.querySelectorAll("#read ~ h3").length);
await begin();
await show();
tell(words.cancelled);
};

const changed = async said => {
await list();
other.postMessage("own");
tell(...said);
};
const does = {
cancel,
async "pick-posts"() {
most = FIRST;
await listPosts();
one("with").focus();
},
"pick-none": pickNone,
"more-posts": more,
async "put-aside"() {
files = [];
await ask("put_aside");
await show();
tell(words.aside);
},
async forget({ place }) {
await ask("say", place);
await readAnew(place);
},
async "save-rejected"() { save("rejected.csv", "text/csv", await ask("rejected")); },
async "save-broken"({ campaign }) {
save(`${campaign}.posts`, "application/octet-stream", await ask("broken", campaign));
await list();
one(`campaign-${campaign}`).parentElement.querySelector("[data-does=delete]").focus();
},
async "save-backup"() {
save(`groundswell-backup-${new Date().toISOString().slice(0, 10)}.zip`, "application/zip", await ask("backup"));
},
async "ask-to-last"() {
const promised = await navigator.storage.persist();
await keeping();
tell(promised ? words.promised : words.notPromised);
},
async "ask-delete"() {
one("sure").hidden = false;
one("sure-heading").focus();
},
async "delete-nothing"() {
one("sure").hidden = true;
main.querySelector("[data-does=ask-delete]").focus();
},
async "delete-all"() {
await ask("remove_all");
theme.value = "system";
themed();
files = [];
await show();
await changed([words.allDeleted]);
},
async save({ campaign }) { save(`${campaign}.json`, "application/json", await ask("data_file", campaign)); },
async delete({ campaign }) {
await changed([await ask("remove", campaign), undoes()]);
if (files.length) await show();
},
async undo() {
await ask("restore");
await changed([words.undone]);
if (files.length) await show();
},
};
main.addEventListener("click", event => {
const button = event.target.closest("button[data-does]");
if (button) does[button.dataset.does](button.dataset).catch(failed);
});
// What is wrong with the form is said in it.
const addTrouble = text => {
const place = one("add-trouble");
if (!place) return trouble(text);
place.textContent = text;
place.hidden = !text;
};
const asks = {
async add(form) {
const into = one("into")?.value ?? "", name = one("name").value.trim(), tables = ticked(main, "take");
if (!tables.length) return addTrouble(words.nothingChosen);
const taken = !into && form.dataset.names.split("\n").includes(name.toLowerCase());
one("name").ariaInvalid = !into && (!name || taken) ? "true" : null;
if (!into && name && taken) { addTrouble(words.nameTaken); return one("name").focus(); }
if (!into && !name) { addTrouble(words.nameMissing); return one("name").focus(); }
// What was answered of the tables of which it was asked whose their days are.
const whose = Array.from(form.querySelectorAll("[data-whose] :checked"), ({ name, value }) => [name.slice(6), value, one(`${name}-name`).value]).flat();
try {
const said = await ask("add", tables, into, name, ["from", "to", "hashtag"].map(part => one(part).value), whose);
files = [];
return said;
} catch (why) {
if (why !== words.whoseUnsaid) throw why;
// It is asked whose days some are.
await show();
addTrouble(why);
(main.querySelector("[data-whose]:not(:has(:checked)) input") ?? main.querySelector("[data-whose] [type=text]"))?.focus();
}
},
async begin() {
const name = one("begin-name"), place = one("begin-trouble");
try {
const id = await ask("begin", name.value);
other.postMessage("own");
location.href = `campaign.html?campaign=${id}`;
} catch (why) {
place.textContent = why || words.brokeDown;
place.hidden = false;
name.ariaInvalid = "true";
name.focus();
}
},
// The other files stay where they are.
async found(form) {
const campaigns = ticked(form, "found");
if (!campaigns.length) return trouble(words.noneFoundChosen);
const said = await ask("keep_found", campaigns);
files.splice(+campaigns[0].split("-")[0], 1);
return said;
},
};
const ticked = (form, name) => Array.from(form.querySelectorAll(`[name=${name}]:checked`), box => box.value);
main.addEventListener("submit", async event => {
event.preventDefault();
trouble("");
addTrouble("");
try {
const said = await asks[event.target.dataset.asks](event.target);
if (said === undefined) return;
await show();
await changed([said]);
// Asked for once there is something to keep; browsers may ask the reader.
navigator.storage?.persist?.().then(keeping);
} catch (why) { addTrouble(why || words.brokeDown); }
});
main.addEventListener("change", async ({ target }) => {
if (target.id === "files") {
const chosen = Array.from(target.files);
// The same file can be chosen again.
target.value = "";
return bring(chosen);
}
if (target.id === "into") one("new-name").hidden = target.value !== "";
if (target.dataset.says) return said(target);
if (target.name === "pick" || target.id === "pick-shown") return pick(target).catch(failed);
if (target.name === "take" && one("picking")?.hidden === false) return rank().catch(failed);
const { file, zoneOf } = target.dataset;
if (file) await readOtherwise(+file, { dates: target.value }, `[name="${target.name}"]:checked`);
if (zoneOf) {
saidZone = target.value || undefined;
await readOtherwise(+zoneOf, { zone: saidZone }, `#${target.id}`);
}
});
// Whoever looks for posts has not filled in the form yet.
main.addEventListener("keydown", event => { if (event.target.id === "with" && event.key === "Enter") event.preventDefault(); });
main.addEventListener("input", ({ target }) => { if (target.id === "with") looking(failed); });
const failed = why => trouble(why || words.brokeDown);
const readOtherwise = async (at, said, chosen) => {
const before = { ...files[at] };
Object.assign(files[at], said);
try { await read(at); } catch (why) {
trouble(`${before.file.name}: ${why || words.damaged}`);
files[at] = before;
await begin();
}
await show();
const choice = main.querySelector(chosen);
choice?.focus();
// What has changed by it is said: the period, and how dates were read.
say(choice?.closest(".read").querySelector(".facts div")?.textContent ?? "");
};

// What is said of how a table is read holds for all tables of its shape: all are read anew.
// Letters that are typed to find an option change the list with each of them: nothing is
// read before the last.
const SETTLED = 500;
let settling, changedLists = new Set();
const said = list => {
changedLists.add(list);
clearTimeout(settling);
settling = setTimeout(async () => {
const lists = changedLists;
changedLists = new Set();
let table;
for (const { dataset, value, parentElement } of lists) {
table = parentElement.closest("[data-mapping]").dataset.mapping;
const its = name => one(`${name}-${table}`).value;
await ask("say", table, its("grain"), its("origin"), dataset.column && +dataset.column, value);
}
await readAnew(table);
}, SETTLED);
};
const readAnew = async table => {
trouble("");
try { await again(); } catch (why) { return trouble(why || words.brokeDown); }
// Whoever has gone on meanwhile stays there.
const focus = document.activeElement.id;
await show();
const mapping = main.querySelector(`[data-mapping="${table}"]`);
mapping.open = true;
(one(focus) ?? mapping.querySelector("summary")).focus();
};

// Files can be dropped anywhere on the page.
const holdsFiles = event => event.dataTransfer?.types.includes("Files");
addEventListener("dragover", event => {
if (!holdsFiles(event)) return;
event.preventDefault();
document.documentElement.dataset.dropping = "";
});
for (const ends of ["dragleave", "drop"]) addEventListener(ends, event => {
if (ends === "drop" || !event.relatedTarget) delete document.documentElement.dataset.dropping;
});
addEventListener("drop", event => {
if (!holdsFiles(event)) return;
event.preventDefault();
bring(event.dataTransfer.files);
});
other.onmessage = async () => { await list(true); if (files.length) await show(); };

start();
ask("remember").then(() => list()).catch(why => trouble(why || words.noProgram));
