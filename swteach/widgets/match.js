const SHORT = 24; // characters that a closed list shows on a phone

/** One thing to find a partner for: its words are the name of a list of partners. */
function partnerRow(left, texts) {
  const choices = texts.map((text, place) => make("option", { value: String(place) }, text));
  const select = make("select", {}, make("option", { value: "" }, "Choose one"), ...choices);
  return make("label", { class: "swteach-partner" }, make("span", {}, left), select);
}

/** The partners in full, by letter, where a closed list would cut them off. */
function partnerList(texts) {
  return make("div", { class: "swteach-partners" }, make("p", {}, "Choose from:"), listOf(texts));
}

function pairLine({ left, chosen, correct, feedback }) {
  const verdict = correct ? "This fits." : "This does not fit.";
  return make("li", {}, make("strong", {}, `${left}: ${chosen}.`), ` ${verdict} ${feedback}`);
}

function render({ model, el }) {
  const long = model.get("partners").some((text) => text.length > SHORT);
  const texts = model
    .get("partners")
    .map((text, place) => (long ? `${LETTERS[place]}. ${text}` : text));
  const rows = model.get("lefts").map((left) => partnerRow(left, texts));
  const selects = rows.map((row) => row.lastChild);
  return new Question({
    model,
    parts: [...(long ? [partnerList(texts)] : []), ...rows],
    read: () => selects.map(({ value }) => (value === "" ? null : Number(value))),
    fill: (places) => selects.forEach((select, at) => (select.value = places[at] ?? "")),
    lay: ({ pairs }) => [make("ul", {}, ...pairs.map(pairLine))],
  }).mount(el);
}

export default { render };
