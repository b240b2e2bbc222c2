const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LEADS = {
  right: ["✓", "Right."],
  "not quite": ["✗", "Not quite."],
  noted: ["•", "Noted."],
};

function optionRow(text, index) {
  const input = make("input", { type: "radio", name: "option", value: String(index) });
  const words = make("span", {}, `${LETTERS[index]}. ${text}`);
  return make("label", { class: "swteach-option" }, input, words);
}

function questionForm(model) {
  const fieldset = make("fieldset", {}, make("legend", {}, model.get("stem")));
  fieldset.append(...model.get("options").map(optionRow));
  const words = model.get("predict") ? "Commit to my answer" : "Check my answer";
  return make("form", {}, fieldset, make("button", { type: "submit" }, words));
}

function showReply(status, reply) {
  const [mark, lead] = LEADS[reply.verdict];
  const sign = make("span", { class: "swteach-mark", "aria-hidden": "true" }, mark);
  const strong = make("strong", {}, `${LETTERS[reply.option]}: ${lead}`);
  status.dataset.verdict = reply.verdict;
  status.replaceChildren(sign, make("p", {}, strong, ` ${reply.text}`));
}

function say(status, words) {
  delete status.dataset.verdict;
  status.replaceChildren(make("p", {}, words));
}

function render({ model, el }) {
  const form = questionForm(model);
  const status = statusRegion();
  const root = make("section", { class: "swteach-widget swteach-choice" }, form, status);
  const letGo = keepKeys(root);
  let turn = model.get("reply").turn ?? 0;
  let stopWaiting = () => {};

  const chosen = () => form.querySelector("input:checked");
  const restore = () => {
    const input = form.elements.option[model.get("chosen")];
    if (input) input.checked = true;
  };
  const receive = () => {
    stopWaiting();
    if (model.get("reply").verdict) showReply(status, model.get("reply"));
  };
  const check = (event) => {
    event.preventDefault();
    stopWaiting();
    if (!chosen()) return say(status, "Choose one of the answers first.");
    status.replaceChildren(); // emptied first, so that the same reply is spoken again
    const message = { option: Number(chosen().value), turn: ++turn };
    stopWaiting = ask(model, message, () => say(status, SILENCE));
  };

  form.addEventListener("submit", check);
  model.on("change:reply", receive);
  el.append(root);
  restore();
  // A region filled in the same moment as it appears is not spoken, and need not be.
  receive();
  return () => {
    stopWaiting();
    letGo();
    model.off("change:reply", receive);
  };
}

export default { render };
