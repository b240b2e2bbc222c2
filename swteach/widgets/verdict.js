/** Somebody's claim: never without who said it, when, and in what kind of text. */
function claimCard({ text, source }) {
  const words = make("p", { class: "swteach-claim" }, text);
  return make("div", { class: "swteach-card" }, words, make("p", {}, `${source}. In our words, not the speaker's.`));
}

function render({ model, el }) {
  const options = model.get("options");
  const values = Object.keys(options);
  const rows = values.map((value) => optionRow("radio", "verdict", value, options[value]));
  const sure = confidenceField();
  const verdict = make("fieldset", {}, make("legend", {}, "Your verdict"), ...rows);
  return new Question({
    model,
    parts: [claimCard(model.get("claim")), verdict, sure.node],
    read: () => ({ answer: values[ticked(rows)[0]] ?? null, confidence: sure.read() }),
    fill: ({ answer, confidence }) => {
      tick(rows, [values.indexOf(answer)]);
      sure.fill(confidence);
    },
    name: ({ answer, confidence }) => `${options[answer]}, sure ${confidence} of 5`,
    lay: ({ evidence }) => evidence.map(testBlock),
  }).mount(el);
}

export default { render };
