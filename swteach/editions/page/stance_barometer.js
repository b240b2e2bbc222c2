// The stance barometer: where a student stands at several times, for their own eyes.

class StanceBarometerTool {
  constructor({ sheet, data }, journal) {
    Object.assign(this, { sheet, data, journal });
    this.isPrivate = true; // the view goes by message only
    const issues = sheet.issues.map((issue) => issue.id);
    const { scale, not_said: notSaid } = data;
    this.readings = new Readings({ issues, points: sheet.points, scale, sure: sheet.sure, notSaid });
    this.reading = this.readings.read(journal.latest(sheet.id, data.kind)?.value);
    const words = journal.latest(sheet.id, data.words_kind)?.value;
    this.words = typeof words === "string" ? words : "";
  }

  respond({ do: wish, words, reading }) {
    const done = wish === "keep";
    let trouble = this.keepWords(words, !done);
    const given = this.readings.read(done ? reading : null);
    if (!this.readings.isEmpty(given)) {
      this.reading = given;
      trouble = this.keep(given) || trouble;
    }
    const back = wish === "back" && !trouble ? [this.data.back] : [];
    return {
      ...{ reading: this.reading, words: this.words, trouble, unsaved: this.journal.unsaved },
      ...this.compare(),
      sentence: done ? this.say(given, trouble) : back,
    };
  }

  keep(value) {
    const { kind, asked: prompt } = this.data;
    return this.record({ kind, value, prompt });
  }

  keepWords(words, draft) {
    if (typeof words !== "string" || words === this.words) return "";
    this.words = Array.from(words).slice(0, this.sheet.longest).join("");
    const { words_kind: kind, asked_words: prompt } = this.data;
    return this.record({ kind, value: this.words, prompt, private: true, draft });
  }

  record(entry) {
    return keepValue(this.journal, { id: this.sheet.id, ...entry });
  }

  say(reading, trouble) {
    const { readings, data } = this;
    if (readings.isEmpty(reading)) return [data.nothing_yet];
    const told = readings.issues.map((issue) => `${issue}: ${readings.show(reading, issue)}`);
    const sure = reading[readings.sure];
    const end = sure ? `, sure ${sure} of 5` : "";
    return [`Your reading: ${told.join("; ")}${end}.`, ...(trouble ? [] : [data.kept])];
  }

  /** Return first and last reading side by side, once there is one with this barometer. */
  compare() {
    if (this.readings.isEmpty(this.reading)) return { table: null, note: "" };
    const [first, last] = chooseReadings(this.findReadings());
    if (!first || !last) return { table: null, note: first ? this.data.one_only : "" };
    const [before, after] = [first, last].map((entry) => this.sayWhen(entry));
    const heads = ["Issue", `First: ${before}`, `Last: ${after}`, "Moved"];
    const rows = this.readings.compare(...[first, last].map(({ value }) => this.readings.read(value)));
    return { table: { caption: this.data.caption, heads, rows }, note: "" };
  }

  findReadings() {
    const { kind, start } = this.data;
    return this.journal.sorted().filter((one) => one.kind === kind && one.id.startsWith(start));
  }

  sayWhen({ id, at }) {
    return `${sayStage(id.slice(this.data.start.length))}, ${sayReadingDay(at)}`;
  }
}

TOOLS.stance_barometer = StanceBarometerTool;
