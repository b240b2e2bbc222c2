// The messy page: each line marked as the author's words or clutter, then said what it was.

class MessyPageTool {
  constructor({ sheet, data }, journal) {
    Object.assign(this, { sheet, data, journal, lines: sheet.lines.map((line) => line.text) });
    const entries = journal.history(data.id, data.kind);
    this.marks = this.readMarks(entries.at(-1)?.value);
    const whole = entries.filter((entry) => !entry.draft).map((entry) => this.readMarks(entry.value));
    this.first = whole.find((marks) => marks.every(Boolean)) ?? null;
  }

  /** The marks that the journal holds as lines of text, each for the line it was given to. */
  readMarks(value) {
    const given = new Map();
    for (const line of typeof value === "string" ? value.split("\n") : []) {
      const end = line.indexOf(": ");
      const mark = line.slice(0, Math.max(end, 0));
      if (this.sheet.marks.includes(mark)) given.set(line.slice(end + 2), mark);
    }
    return this.lines.map((text) => given.get(text) ?? "");
  }

  respond(content) {
    const wish = content.do;
    let [said, trouble] = [[], ""];
    if (this.takeMarks(content.marks) || wish === "show") {
      trouble = this.keep(wish !== "show" || this.findMissing().length > 0);
      said = [this.countMarks()];
    }
    if (wish === "back" && !trouble) said = [this.data.back];
    if (wish === "show") said = this.show();
    return { ...this.view(), sentence: said, trouble };
  }

  /** Take in the marks that were sent; returns whether one of them is new. */
  takeMarks(sent) {
    const before = this.marks;
    const isMark = (mark) => this.sheet.marks.includes(mark);
    const marks = Array.isArray(sent) ? sent : [];
    this.marks = before.map((mark, place) => (isMark(marks[place]) ? marks[place] : mark));
    return this.marks.join() !== before.join();
  }

  keep(draft) {
    // Text, in order: later marks of the same sitting then take the place of fewer ones.
    const lines = this.lines.map((text, place) => `${this.marks[place]}: ${text}`);
    const value = lines.filter((_, place) => this.marks[place]).join("\n");
    const { id, kind } = this.data;
    return keepValue(this.journal, { kind, id, value, prompt: this.sheet.question, draft });
  }

  show() {
    const missing = this.findMissing();
    if (missing.length) return [`Not marked yet: line ${missing.join(", ")}.`, this.data.not_all];
    this.first ??= this.marks;
    return [this.sayCount("Your marks", this.marks), "What each line was, and why, stands below it."];
  }

  findMissing() {
    return this.marks.flatMap((mark, place) => (mark ? [] : [place + 1]));
  }

  countMarks() {
    return `You have marked ${this.marks.filter(Boolean).length} of ${this.marks.length} lines.`;
  }

  view() {
    return {
      marks: [...this.marks],
      progress: this.countMarks(),
      unsaved: this.journal.unsaved,
      found: this.first ? this.layAnswers() : null,
    };
  }

  layAnswers() {
    const lines = this.data.lines.map(({ mark, kind, reason }, place) => {
      const what = kind ? `${mark}, ${kind}` : mark;
      return `You: ${this.marks[place]}. The course: ${what}. ${reason}`;
    });
    return { lines, counts: this.sayCounts(), host: this.data.host };
  }

  sayCounts() {
    const isAuthor = ({ mark }) => mark === this.data.author;
    const said = [
      this.sayCount("All lines", this.marks),
      this.sayCount("The author's words", this.marks, isAuthor),
      this.sayCount("Clutter", this.marks, (line) => !isAuthor(line)),
    ];
    const changed = this.first.join() !== this.marks.join();
    const before = changed ? [this.sayCount("Before you saw the answers", this.first)] : [];
    return [...said, ...before, this.data.judged];
  }

  /** How many of some lines were marked as the course marks them. */
  sayCount(what, marks, isOne = () => true) {
    const places = [...marks.keys()].filter((place) => isOne(this.data.lines[place]));
    const same = places.filter((place) => marks[place] === this.data.lines[place].mark);
    return `${what}: ${same.length} of ${places.length} as the course has them.`;
  }
}

TOOLS.messy_page = MessyPageTool;
