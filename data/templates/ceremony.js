// Goes through the ceremony: nothing of a step is in the page before its turn, and the page asks
// nobody for anything. One step has two turns: what is called out, then who.
"use strict";
const snapshot = JSON.parse(document.getElementById("snapshot").textContent);
const langs = Object.keys(snapshot.said);
const stage = document.querySelector("main");
const turns = 2 + 2 * snapshot.said[langs[0]].steps.length;
let lang = snapshot.start;
let turn = 0;

const make = (name, kind, ...inside) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...inside.filter((one) => one !== null && one !== ""));
  return made;
};
const kindOf = (count) => [1, 2, 3, 4, 6, 9, 12].find((most) => count <= most);

function people(step) {
  const size = kindOf(step.people.length);
  const lines = step.people.map((one) => {
    const points = one.points ? make("i", "", one.about ? " · " : "", one.points) : null;
    const college = step.people.length < 4 && one.college ? make("span", "", one.college) : null;
    return make("li", "", make("b", "", one.name), make("span", "", one.about, points), college);
  });
  return make("ul", `people ${size ? `n${size}` : "many"}`, ...lines);
}

function call(step, isShown) {
  const parts = [make("p", `award ${step.code}`, step.award)];
  if (step.place) parts.push(make("p", "place", step.place));
  if (isShown) parts.push(people(step));
  if (isShown && step.note) parts.push(make("p", "tie", step.note));
  return parts;
}

function all(said) {
  const steps = said.steps.slice().reverse();
  const inOrder = (step) => step.people.slice().sort((one, other) => one.rank - other.rank);
  const rows = steps.flatMap((step) => inOrder(step).map((one) => make("tr", "",
    make("td", "", make("span", `award ${step.code}`, step.short)),
    make("td", "", one.name), make("td", "", one.about), make("td", "", one.number))));
  const table = make("table", "", make("tbody", "", ...rows));
  table.style.setProperty("--row", `${Math.min(9, 74 / rows.length)}vh`);
  return [table];
}

function draw() {
  const said = snapshot.said[lang];
  const number = (turn - 1) >> 1;
  const isShown = turn > 0 && turn % 2 === 0;
  document.documentElement.lang = lang;
  document.title = said.title;
  document.getElementById("unit").textContent = turn ? said.unit : "";
  document.getElementById("about").textContent = turn ? said.line : "";
  stage.className = isShown || turn === turns - 1 ? "is-shown" : "";
  if (turn === 0) {
    stage.replaceChildren(make("p", "lead", said.title), make("h1", "", said.unit),
      make("p", "lead", said.about));
  } else if (turn === turns - 1) stage.replaceChildren(...all(said));
  else stage.replaceChildren(...call(said.steps[number], isShown));
  stage.dataset.turn = turn;
  document.getElementById("keys").className = turn ? "quiet" : "";
  document.getElementById("keys").replaceChildren(...said.keys.flatMap(([key, what]) =>
    [make("kbd", "", key), `${what}   `]));
  document.getElementById("source").textContent = said.source;
}

function go(to) {
  turn = Math.max(0, Math.min(turns - 1, to));
  draw();
}

const keys = {
  " ": () => go(turn + 1), Enter: () => go(turn + 1), ArrowRight: () => go(turn + 1),
  ArrowDown: () => go(turn + 1), PageDown: () => go(turn + 1),
  ArrowLeft: () => go(turn - 1), ArrowUp: () => go(turn - 1), PageUp: () => go(turn - 1),
  Backspace: () => go(turn - 1), Home: () => go(0),
  f: () => (document.fullscreenElement ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()),
  ...Object.fromEntries(langs.map((code, at) => [`${at + 1}`, () => { lang = code; draw(); }])),
};
document.addEventListener("keydown", (event) => {
  const act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
  if (!act || event.repeat) return;
  event.preventDefault();
  act();
});
document.addEventListener("click", () => go(turn + 1));
draw();
stage.focus();
