function render({ model, el }) {
  const words = (text, place) => `${LETTERS[place]}. ${text}`;
  const rows = model
    .get("options")
    .map((text, place) => optionRow("radio", "option", place, words(text, place)));
  return new Question({
    model,
    parts: rows,
    read: () => ticked(rows)[0] ?? null,
    fill: (place) => tick(rows, [place]),
    name: (place) => LETTERS[place],
    button: model.get("predict") ? "Commit to my answer" : "Check my answer",
  }).mount(el);
}

export default { render };
