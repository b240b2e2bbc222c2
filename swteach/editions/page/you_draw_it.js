// The answers of "you draw it": as swteach/widgets/you_draw_it.py gives them. The record is in the
// page's data; it comes into the view only when there is a line and the student asks.

TOOLS.you_draw_it = class {
  constructor({ sheet, data }, journal) {
    Object.assign(this, { sheet, data, journal, line: new DrawnLine(data) });
    this.gap = new DrawnGap(this.line);
    this.empty = Object.fromEntries(this.line.asked.map(({ period }) => [period, ""]));
    const kept = bringBack(journal, data.kind, data.id);
    this.texts = this.take(kept.line, this.empty);
    this.isShown = kept["record shown"] === true && this.mayShow();
  }

  /** Take in the boxes and what a button asks for, keep both, and return what to show. */
  respond(content) {
    const [texts, isShown, wish] = [this.texts, this.isShown, content.do];
    if (!isShown) this.texts = this.take(content.texts, texts);
    this.obey(wish);
    const view = this.view();
    if (wish === "show" && !this.isShown) view.sentence = this.sayNotYet();
    if (areSame(texts, this.texts) && isShown === this.isShown) return view;
    return { ...view, trouble: this.keep() };
  }

  take(found, before) {
    return takeTexts(found, Object.keys(this.empty), before, this.data.longest);
  }

  obey(wish) {
    if (wish === "show" || wish === "hide") this.isShown = wish === "show" && this.mayShow();
    else if (wish === "clear" && !this.isShown) this.texts = { ...this.empty };
    else if (wish === "fill" && !this.isShown)
      this.texts = this.line.fill(this.texts, this.line.read(this.texts).values);
  }

  mayShow() {
    const { values, wrong } = this.line.read(this.texts);
    return values.size > 0 && wrong.size === 0;
  }

  keep() {
    const { kind, id } = this.data;
    const value = { line: { ...this.texts }, "record shown": this.isShown };
    return keepValue(this.journal, { kind, id, value, prompt: this.sheet.legend });
  }

  view() {
    const { values, wrong } = this.line.read(this.texts);
    const remark = ({ period }) => [period, { error: wrong.get(period) ?? "" }];
    return {
      texts: { ...this.texts },
      values: Object.fromEntries(values),
      remarks: Object.fromEntries(this.line.asked.map(remark)),
      sentence: this.isShown ? this.gap.describe(values) : this.sayCount(values, wrong),
      scale: this.line.makeScale(values, this.isShown),
      record: this.isShown ? this.layRecord(values) : null,
      label: this.sayPicture(values),
    };
  }

  sayCount(values, wrong) {
    const said = `You have drawn ${values.size} of ${this.line.asked.length} years.`;
    return wrong.size ? [said, `Look at the box for ${[...wrong.keys()].join(", ")}.`] : [said];
  }

  sayNotYet() {
    const { wrong } = this.line.read(this.texts);
    const first = wrong.size
      ? `Look at the box for ${[...wrong.keys()].join(", ")} first.`
      : "Say at least one year first.";
    return [`${first} The record comes after that.`];
  }

  sayPicture(values) {
    const mine = `your line with ${values.size} of ${this.line.asked.length} years`;
    if (this.isShown) return `The record and ${mine}. The table below holds both.`;
    const given = this.line.given.map(({ period, shown }) => `${period}: ${shown}`).join("; ");
    return `Paper with the figures given (${given}) and ${mine}. The boxes hold the same.`;
  }

  layRecord(values) {
    const rows = this.line.points.map((point) => this.layRow(point, values.get(point.period)));
    return { ...this.data.record, rows };
  }

  layRow(point, drawn) {
    if (!point.asked) return [point.period, "given", point.shown, ""];
    if (drawn === undefined) return [point.period, "empty", point.shown, ""];
    return [point.period, this.line.show(drawn), point.shown, this.gap.sayGap(point, drawn)];
  }
};
