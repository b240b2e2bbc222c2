const STATES = {
  right: "You chose it, and it is right.",
  wrong: "You chose it, and it is not right.",
  missed: "You left it out, and it is right.",
  "rightly left": "You left it out, and it is not right.",
};

function render({ model, el }) {
  const texts = model.get("options").map((text, place) => `${LETTERS[place]}. ${text}`);
  const rows = texts.map((text, place) => optionRow("checkbox", "option", place, text));
  const line = ({ place, state, feedback }) =>
    make("li", {}, make("strong", {}, `${texts[place]}:`), ` ${STATES[state]} ${feedback}`);
  return new Question({
    model,
    parts: [make("p", {}, "Choose all that apply."), ...rows],
    read: () => ticked(rows),
    fill: (places) => tick(rows, places),
    name: (places) => places.map((place) => LETTERS[place]).join(", "),
    lay: ({ options }) => [make("ul", {}, ...options.map(line))],
  }).mount(el);
}

export default { render };
