function optionRow(text, index) {
  const input = make("input", { type: "radio", name: "option", value: String(index) });
  const words = make("span", {}, `${LETTERS[index]}. ${text}`);
  return make("label", { class: "swteach-option" }, input, words);
}

function choiceForm(model) {
  const fieldset = make("fieldset", {}, make("legend", {}, model.get("stem")));
  fieldset.append(...model.get("options").map(optionRow));
  const words = model.get("predict") ? "Commit to my answer" : "Check my answer";
  return make("form", {}, fieldset, make("button", { type: "submit" }, words));
}

function render({ model, el }) {
  const form = choiceForm(model);
  const inputs = [...form.querySelectorAll("input")];
  const before = inputs[model.get("chosen")];
  if (before) before.checked = true;
  const chosen = () => inputs.findIndex((input) => input.checked);
  el.classList.add("swteach-choice");
  return new Question({
    model,
    form,
    readAnswer: () => (chosen() < 0 ? null : chosen()),
    nameAnswer: (option) => LETTERS[option],
    emptyWords: "Choose one of the answers first.",
  }).mount(el);
}

export default { render };
