const STANDS = "You have committed already. Your prediction stands.";

/** The one thing that is asked: an option, a number or a few words. */
function predictionField(model) {
  const options = model.get("options");
  if (options.length) return optionField(options);
  if (model.get("unit")) {
    const { node, input } = numberField(model.get("unit"));
    return { nodes: [node], ...typedIn(input, ` ${model.get("unit")}`) };
  }
  const { node, area } = textField("Your prediction", `About ${model.get("words")} words.`);
  return { nodes: [node], ...typedIn(area, "") };
}

function optionField(options) {
  const texts = options.map((text, place) => `${LETTERS[place]}. ${text}`);
  const nodes = texts.map((text, place) => optionRow("radio", "option", place, text));
  return {
    nodes: [make("div", {}, ...nodes)],
    read: () => ticked(nodes)[0] ?? null,
    fill: (place) => tick(nodes, [place]),
    name: (place) => texts[place],
  };
}

function typedIn(field, ending) {
  return {
    read: () => field.value,
    fill: (typed) => (field.value = typed),
    name: (typed) => `${typed}${ending}`,
  };
}

/** A question that is answered once: what comes after the reveal would be no prediction. */
class Commitment extends Question {
  constructor(options) {
    super(options);
    this.stands = make("p", { role: "status" });
    this.group.append(this.stands);
  }

  receive() {
    super.receive();
    this.group.disabled = this.model.get("reply").verdict === "noted";
  }

  check(event) {
    event.preventDefault();
    if (!this.group.disabled) super.check(event);
    else this.stands.textContent = STANDS;
  }
}

function render({ model, el }) {
  const field = predictionField(model);
  const sure = confidenceField();
  return new Commitment({
    model,
    parts: [...field.nodes, sure.node],
    read: () => ({ answer: field.read(), confidence: sure.read() }),
    fill: ({ answer, confidence }) => {
      field.fill(answer);
      sure.fill(confidence);
    },
    name: ({ answer, confidence }) => `You said ${field.name(answer)}, sure ${confidence} of 5`,
    button: "Commit",
  }).mount(el);
}

export default { render };
