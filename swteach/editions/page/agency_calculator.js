// The agency cost calculator's answers: as swteach/widgets/agency_calculator.py gives them.

TOOLS.agency_calculator = class {
  constructor({ data }, journal) {
    Object.assign(this, { data, journal, sums: new AgencySums(data) });
    this.start = Object.fromEntries(data.inputs.map(({ id, start }) => [id, start]));
    this.texts = this.take(bringBack(journal, data.kind, data.id).numbers, this.start);
  }

  /** Work out the costs from the boxes' texts, and keep both in the journal. */
  respond(content) {
    const before = this.texts;
    const found = content.do === "reset" ? this.start : content.texts;
    this.texts = this.take(found, before);
    const view = this.view();
    if (areSame(before, this.texts)) return view;
    return { ...view, trouble: this.keep(view.sentence) };
  }

  take(found, before) {
    return takeTexts(found, Object.keys(this.start), before, this.data.longest);
  }

  keep(result) {
    const { kind, id, prompt } = this.data;
    const value = { numbers: { ...this.texts }, result };
    return keepValue(this.journal, { kind, id, value, prompt });
  }

  view() {
    const { inputs } = this.data;
    const read = inputs.map((one) => [one, this.sums.read(one, this.texts[one.id])]);
    const remarks = read.map(([{ id }, { error, said }]) => [id, { error, said }]);
    const view = {
      texts: { ...this.texts },
      remarks: Object.fromEntries(remarks),
      rows: [],
      working: [],
      assumed: [],
    };
    const wrong = read.filter(([, { error }]) => error).map(([{ label }]) => label);
    if (wrong.length) return { ...view, sentence: this.sayWrong(wrong) };
    return { ...view, ...this.workOut(read), assumed: read.map((one) => this.sayAssumed(...one)) };
  }

  workOut(read) {
    const values = Object.fromEntries(read.map(([{ id }, { value }]) => [id, value]));
    const results = this.sums.workOut(values);
    const row = (output) => [output.label, this.sums.showResult(output, results[output.id])];
    return {
      sentence: this.sums.say(values, results),
      rows: this.data.outputs.map(row),
      working: this.sums.print(values, results),
    };
  }

  sayAssumed(input, { value }) {
    const origin = value === input.default ? input.origin : "Yours.";
    return [input.label, showNumber(value, input.unit), origin];
  }

  sayWrong(labels) {
    const which = `Look at: ${labels.join("; ")}.`;
    return `There is no result yet. ${which} What to do is written under the box.`;
  }
};
