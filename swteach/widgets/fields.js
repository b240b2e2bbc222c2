// The controls that questions are made of. Each is native, and has its name and its words.

const SURE = ["1, a guess", "2", "3", "4", "5, certain"];

/** An id that no other question on the page has, whichever script made it. */
function newId() {
  return `swteach-${Math.random().toString(36).slice(2)}`;
}

/** A radio button or tick box, with its words as its name; the whole row is the target. */
function optionRow(type, name, value, words) {
  const input = make("input", { type, name, value: String(value) });
  return make("label", { class: "swteach-option" }, input, make("span", {}, words));
}

function ticked(rows) {
  return rows.flatMap((row, place) => (row.firstChild.checked ? [place] : []));
}

function tick(rows, places) {
  rows.forEach((row, place) => (row.firstChild.checked = places.includes(place)));
}

/** How sure someone is, from 1 to 5: a group of its own. */
function confidenceField() {
  const rows = SURE.map((words, place) => optionRow("radio", "confidence", place + 1, words));
  const scale = make("div", { class: "swteach-scale" }, ...rows);
  const node = make("fieldset", {}, make("legend", {}, "How sure are you?"), scale);
  return {
    node,
    read: () => (ticked(rows).length ? ticked(rows)[0] + 1 : null),
    fill: (confidence) => tick(rows, [confidence - 1]),
  };
}

/** A field for a number, with its unit beside it; typed as text, so that nothing is refused. */
function numberField(unit) {
  const id = newId();
  const attributes = { type: "text", inputmode: "decimal", autocomplete: "off" };
  const input = make("input", { ...attributes, "aria-describedby": id });
  const name = make("label", {}, "Your answer ", input);
  const beside = make("span", { id, class: "swteach-unit" }, unit);
  return { node: make("div", { class: "swteach-number" }, name, beside), input };
}

/** A field for sentences, with what is asked below its name. */
function textField(label, about) {
  const id = newId();
  const area = make("textarea", { rows: "6", "aria-describedby": id });
  const name = make("label", { class: "swteach-text" }, label, area);
  return { node: make("div", {}, make("p", { id }, about), name), area };
}

/** Something to open and read, whose summary has some attributes; null where there is nothing. */
function disclosure(title, text, about = {}) {
  return text ? make("details", {}, make("summary", about, title), make("p", {}, text)) : null;
}

function listOf(lines) {
  return lines?.length ? make("ul", {}, ...lines.map((line) => make("li", {}, line))) : null;
}
