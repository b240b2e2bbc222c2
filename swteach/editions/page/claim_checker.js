// The claim checker: a verdict and how sure, then the record with both halves.

class ClaimCheckerTool {
  constructor({ sheet, data }, journal) {
    this.data = data;
    this.words = new Map(sheet.options.map(({ id, words }) => [id, words]));
    this.ids = sheet.claims.map((claim) => claim.id);
    this.place = 0;
    this.claims = new MarkedClaims({ data, ids: this.ids, read: (value) => this.read(value), journal });
  }

  /** Take what the journal holds back into a verdict and how sure it was. */
  read(value) {
    const found = [...this.words].find(([, words]) => words === value?.answer);
    const sure = value?.[this.data.sure];
    return found && Number.isInteger(sure) ? { mark: found[0], sure } : null;
  }

  respond(content) {
    let [sentence, trouble] = ["", ""];
    if (content.do === "check") [sentence, trouble] = this.check(content);
    else if (content.do === "go") sentence = this.go(content.step);
    return { ...this.view(), sentence, trouble };
  }

  check({ mark, sure }) {
    if (!this.words.has(mark)) return [[this.data.no_mark], ""];
    if (!Number.isInteger(sure) || sure < 1 || sure > 5) return [[this.data.no_sure], ""];
    const [id, given] = [this.ids[this.place], { mark, sure }];
    const value = { answer: this.words.get(mark), [this.data.sure]: sure };
    const trouble = this.claims.keep(id, given, value);
    return [[`Your verdict: ${this.say(given)}.`, this.claims.short(id), this.count()], trouble];
  }

  go(step) {
    if (step !== 1 && step !== -1) return "";
    const place = this.place + step;
    if (place < 0 || place >= this.ids.length) return this.data.ends[step];
    this.place = place;
    const done = this.claims.find(this.ids[place]).length ? "You have checked it." : "Not checked yet.";
    return `Claim ${place + 1} of ${this.ids.length}. ${done}`;
  }

  view() {
    const id = this.ids[this.place];
    const given = this.claims.find(id);
    const [before, now] = [given[0], given.at(-1)];
    const changed = given.length && (before.mark !== now.mark || before.sure !== now.sure);
    return {
      place: this.place,
      given: now ?? null,
      first: changed ? `Your verdict before you saw the record: ${this.say(before)}.` : "",
      record: this.claims.record(id),
      progress: this.count(),
    };
  }

  say({ mark, sure }) {
    const words = this.words.get(mark);
    return `${words[0].toLowerCase()}${words.slice(1)}, sure ${sure} of 5`;
  }

  count() {
    return `You have checked ${this.claims.count()} of ${this.ids.length} claims.`;
  }
}

TOOLS.claim_checker = ClaimCheckerTool;
