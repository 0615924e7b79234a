// Charts as they are heard: each mark has a tone (its attribute data-tone, made where it is
// drawn): "=440" a sure number, ">440" one that opens upwards, "<440" downwards, "~440" about,
// "-220-880" from one to another; nothing where there is nothing to hear.
let context, turn = 0;
const LONG = .35, APART = .1;
const sound = (tone, at) => {
const kind = tone[0], [from, to = from] = tone.slice(1).split("-").map(Number);
const voice = context.createOscillator(), loud = context.createGain();
voice.frequency.setValueAtTime(from, at);
// An open end glides on, and does not arrive.
const end = kind === "-" ? to : kind === ">" ? from * 1.5 : kind === "<" ? from / 1.5 : from;
if (end !== from) voice.frequency.linearRampToValueAtTime(end, at + LONG);
loud.gain.setValueAtTime(0, at);
loud.gain.linearRampToValueAtTime(.2, at + .02);
if (kind === "~") for (let part = 1; part < 6; part++) loud.gain.linearRampToValueAtTime(part % 2 ? .05 : .2, at + LONG * part / 6);
if (kind === "<" || kind === ">") loud.gain.linearRampToValueAtTime(.02, at + LONG);
else loud.gain.setValueAtTime(.2, at + LONG - .04);
loud.gain.linearRampToValueAtTime(0, at + LONG + .02);
voice.connect(loud).connect(context.destination);
voice.start(at);
voice.stop(at + LONG + .05);
};
// Plays the tones of marks, one after the other; what plays already, stops. Each mark is
// lit up as it is heard. `heard` is given each mark in its turn.
export const play = async (marks, heard) => {
const mine = ++turn;
await context?.close();
context = marks.length ? new AudioContext() : undefined;
for (const mark of marks) {
if (mine !== turn) return;
mark.classList.add("together");
heard(mark);
if (mark.dataset.tone) sound(mark.dataset.tone, context.currentTime);
await new Promise(done => setTimeout(done, 1000 * (LONG + APART)));
mark.classList.remove("together");
}
};
